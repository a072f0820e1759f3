# Reviewed by: nobody yet.
# Words that questions and handovers share.

party-gone = grupa lub organizacja, której już nie ma
nobody-there = { $party }: nikogo tam teraz nie ma. Dlatego nikt tego tam nie widzi.
say-empty = Nic tu jeszcze nie ma. Proszę napisać kilka słów.
say-too-long = { $over ->
    [one] To jest o 1 znak za długie. Można wpisać najwyżej tyle znaków: { $max }.
    [few] To jest o { $over } znaki za długie. Można wpisać najwyżej tyle znaków: { $max }.
   *[many] To jest o { $over } znaków za długie. Można wpisać najwyżej tyle znaków: { $max }.
}
say-tells = Z Państwa tekstu wynika, o kogo chodzi.
say-bsn = wygląda jak numer BSN.
say-iban = wygląda jak numer konta.
say-email = wygląda jak adres e-mail.
say-phone = wygląda jak numer telefonu.
say-birth-date = wygląda jak data urodzenia.
say-address = wygląda jak adres.
say-hint = Bez nazwiska, adresu i numeru mieszkańca.
nudge-half = Połowa czasu minęła
nudge-term = Uzgodniony czas minął. Jest to na liście obu stron
nudge-coordinator = Osoba, która pilnuje tu terminów, widzi teraz, że termin minął
draft-kept = Ten tekst nie był jeszcze wysłany. Nadal tu jest.
draft-typed = Wpisany wcześniej tekst
draft-away = Wyrzuć ten tekst
list-more = Jest ich więcej. Są na następnej stronie.
list-end = Jest ich więcej. Dalej ta lista nie sięga.
