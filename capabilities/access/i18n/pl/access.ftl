# Reviewed by: nobody yet.
# Words of the door.

sign-in = Logowanie do zarządzania
sign-in-lead = Te strony są dla administratora mapy pomocy (sociale kaart). Proszę wpisać klucz tej instalacji.
sign-in-no-key = Ta instalacja nie ma jeszcze klucza do zarządzania. Administrator techniczny wpisuje go w ustawieniach.
sign-in-token = Klucz
sign-in-token-hint = Co najmniej 16 znaków. Klucz daje administrator techniczny.
sign-in-wrong = Ten klucz nie jest dobry. Proszę sprawdzić, czy są wszystkie znaki, i spróbować jeszcze raz.
sign-in-go = Zaloguj się
sign-out = Wyloguj się

once-again = Proszę wysłać jeszcze raz
once-no-key = Ta strona była już za stara, żeby ją wysłać. Nic się nie zmieniło. Proszę wczytać stronę ponownie albo wysłać poniżej jeszcze raz to, co Państwo wpisali.
once-elsewhere = Ten formularz należy do innej strony. Nic się nie zmieniło. Proszę wczytać stronę ponownie albo wysłać poniżej jeszcze raz to, co Państwo wpisali.
once-changed = Ten formularz był już wysłany z inną treścią. Pierwsza wersja jest zapisana, ta jeszcze nie. Proszę wczytać stronę ponownie, żeby zobaczyć, jak jest teraz, albo wysłać poniżej jeszcze raz to, co Państwo wpisali.
once-unproved = Kiedy Państwo to wysłali, nie byli już Państwo zalogowani. Być może nic nie zostało zapisane. Poniżej jest to, co Państwo wpisali. Proszę to skopiować, wrócić i wczytać stronę ponownie.
once-unsent = To, co Państwo wysłali, nie jest jeszcze zapisane
once-unsent-how = Nie są już Państwo zalogowani. Poniżej jest to, co Państwo wpisali. Proszę zalogować się w innej karcie, otworzyć tam formularz ponownie i skopiować do niego swój tekst.
once-kept = Wszystko, co Państwo wpisali, nadal tu jest.
once-send = Wyślij
once-reload = Proszę wrócić, wczytać stronę ponownie i jeszcze raz wybrać plik.
once-busy = Formularz już dotarł i nad nim pracujemy. Proszę chwilę poczekać i wczytać stronę ponownie.
once-done = To już zrobione
once-done-text = Ten formularz był już wysłany. Za drugim razem nic się nie zmieniło.
