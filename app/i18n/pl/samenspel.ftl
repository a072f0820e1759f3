# Reviewed by: nobody yet.
# Words of the composition: choosing a municipality, and why something cannot be done now.

choose-municipality = Proszę wybrać swoją gminę
choose-municipality-lead = Pod tym adresem jest kilka gmin (gemeente). Której Państwo szukają?
no-municipality = Nie ma tu jeszcze żadnej gminy.
database-away = Strona nie ma teraz dostępu do danych. Proszę spróbować ponownie za minutę.
machine-says = To nie jest teraz możliwe. Administrator tej strony wie dlaczego.
wrong-method = Pod tym adresem nie można tego zrobić. Proszę wrócić i spróbować na samej stronie.
too-slow = Wysyłanie trwało za długo. Proszę sprawdzić połączenie i spróbować ponownie.
too-busy = Odpowiedź trwała za długo. Proszę spróbować ponownie za minutę.
not-understood = Nie zrozumieliśmy, co wysłała Państwa przeglądarka. Proszę wrócić i spróbować ponownie.
too-often-for-programs = Przyszło za dużo zapytań naraz. Proszę spróbować ponownie za { $seconds } s.
