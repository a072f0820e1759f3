# Reviewed by: nobody yet.
# Vragen zonder namen.

questions = Zapytania
questions-lead = Zapytania od Państwa grupy lub organizacji i do niej. A także to, co jest otwarte w okolicy.
questions-mine = Teraz Państwa kolej
questions-answered = Jest odpowiedź dla Państwa
questions-theirs = Czekają Państwo na kogoś innego
questions-for-all = Otwarte w okolicy
questions-closed = Zakończone, ostatnie 30 dni
questions-none = Nie ma jeszcze zapytań
questions-none-note = Z czymś jest kłopot? Proszę zapytać grupę lub organizację albo wszystkich w okolicy. Bez mówienia, o kogo chodzi.
question-about = Zapytanie: { $theme }
question-said = Co powiedziano
question-actions = Co można teraz zrobić
anyone-here = wszyscy w okolicy
line-to = Do: { $party }
line-from = Od: { $party }
late = Po terminie
party-gone = grupa lub organizacja, której już nie ma

ask-party = Zapytanie do: { $party }
ask-person = Zapytanie do: { $who } ({ $party })
ask-neighbourhood = Zapytaj w okolicy
ask-lead-party = Proszę napisać w kilku zdaniach, co chcą Państwo wiedzieć.
ask-lead-neighbourhood = To zapytanie mogą zobaczyć wszystkie grupy i organizacje w gminie. Kto może pomóc, ten się nim zajmie.
ask-text = Państwa zapytanie
ask-text-hint = Na przykład: kto może pomóc komuś, kto dostaje dużo listów o długach?
ask-theme = Czego to dotyczy?
ask-choose = Wybierz temat
ask-area = Na którym osiedlu (buurt)?
ask-area-all = Cała gmina
ask-language = W jakim języku Państwo piszą?
ask-nameless = Proszę nie pisać, o kogo chodzi
ask-nameless-note = Proszę nie podawać nazwiska, adresu, numeru telefonu, daty urodzenia ani numeru BSN. Druga strona nie musi tego teraz wiedzieć.
ask-send = Wyślij zapytanie
ask-signed-note = Druga strona widzi Państwa imię oraz grupę lub organizację. Trzydzieści dni po odpowiedzi zapytanie znika.
ask-neighbourhood-instead = Zapytaj w okolicy
ask-nobody-there = { $party } jeszcze nie korzysta z Samenspel
ask-nobody-there-note = Zapytanie nie dotarłoby tam do nikogo. Proszę zadzwonić, napisać albo zapytać w okolicy.
ask-how-to-reach = Jak się skontaktować
ask-find-party = Szukaj grupy lub organizacji
ask-theme-wrong = Proszę wybrać, czego dotyczy zapytanie.
ask-area-wrong = Proszę wybrać osiedle z listy.
ask-language-wrong = Proszę wybrać język z listy.
ask-again-same = Zapytaj tę osobę o coś jeszcze
offer-handover = Przekaż osobiście pomoc tej grupie lub organizacji

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
say-otherwise = Proszę to usunąć. Można napisać na przykład „ktoś z sąsiedztwa, około sześćdziesiątki” albo „ktoś z tej ulicy”. Państwa tekst nadal tu jest.
say-hint = Bez nazwiska, adresu i numeru mieszkańca.
say-answer = Państwa odpowiedź
say-ask-back = Co chcą Państwo najpierw wiedzieć?
say-decline = Chcą Państwo coś wyjaśnić?
say-thank = Chcą Państwo coś dodać?
say-reopen = Co jeszcze chcą Państwo wiedzieć?
say-reply = Państwa uzupełnienie

do-take = Zajmę się tym
do-answer = Odpowiedz
do-reply = Uzupełnij
do-thank = Podziękuj
do-ask-back = Najpierw o coś zapytaj
do-decline = To nam się nie uda
do-give-back = Oddaj zapytanie okolicy
do-reopen = Pytaj dalej
do-withdraw = Nie potrzebuję już odpowiedzi
note-take = Inni zobaczą, że Państwo zajmują się tym zapytaniem.
note-give-back = Wtedy może się nim zająć ktoś inny. Nie trzeba mówić dlaczego.
note-withdraw = Zapytanie zostanie zamknięte. Druga strona zobaczy, że odpowiedź nie jest już potrzebna.

done-ask = Państwa zapytanie jest wysłane. Tu widać, czyja jest teraz kolej.
done-take = Zajmują się Państwo tym zapytaniem. Teraz Państwa kolej.
done-give-back = Zapytanie jest znów otwarte dla okolicy.
done-answer = Państwa odpowiedź jest wysłana.
done-ask-back = Państwa pytanie jest wysłane. Teraz kolej drugiej strony.
done-reply = Wysłano. Teraz znów kolej drugiej strony.
done-decline = Druga strona wie, że się nie uda.
done-thank = Państwa podziękowanie jest wysłane.
done-withdraw = Zapytanie zostało wycofane.

step-ask = zapytanie
step-take = zajęcie się zapytaniem
step-give-back = Zapytanie jest znów otwarte dla okolicy
step-answer = odpowiedź
step-ask-back = pytanie przed odpowiedzią
step-reply = uzupełnienie
step-decline = odpowiedź, że się nie uda
step-thank = podziękowanie
step-reopen = dalsze pytanie
step-withdraw = wiadomość, że odpowiedź nie jest już potrzebna
step-term-passed = Uzgodniony czas minął
step-leave = Jednej z dwóch stron już tu nie ma. Zapytanie jest zamknięte
said-when = { $what } · { $day }, { $time }

ball-yours = Piłka jest po Państwa stronie.
ball-theirs = Piłka jest po stronie: { $party }.
ball-neighbourhood = Piłka jest po stronie okolicy. Nikt się tym jeszcze nie zajął.
state-answered = Jest odpowiedź.
state-declined = Drugiej stronie się nie udało.
state-thanked = Zakończone. Jest podziękowanie.
state-withdrawn = Odpowiedź nie jest już potrzebna.
state-left = Zamknięte, bo jednej z dwóch stron już tu nie ma.
since = Od { $day }.
until = Odpowiedź najpóźniej { $day }.
until-passed = Termin odpowiedzi minął { $day }.
late-asker = Druga strona dostała przypomnienie. Trwa to za długo? Proszę zadzwonić albo zapytać w okolicy.
late-asked = Nadal można odpowiedzieć albo powiedzieć, że się nie uda. Wtedy druga strona może szukać dalej.
about-area = Miejsce, którego to dotyczy: { $area }.
about-everywhere = Dotyczy to całej gminy.

quicker = W międzyczasie coś się stało
quicker-by = { $party } – { $what }.
quicker-nothing = Tego nie można już zrobić.
quicker-possible = Poniżej widać, co można jeszcze zrobić.
quicker-your-words = To był Państwa tekst
