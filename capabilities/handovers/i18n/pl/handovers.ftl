# Reviewed by: nobody yet.
# Hulp gaat warm over van de een naar de ander.

handovers = Przekazania pomocy
handovers-lead = Co Państwa grupa lub organizacja przekazuje i przyjmuje oraz czyja jest teraz kolej.
handovers-all = Wszystkie przekazania
handovers-mine = Teraz Państwa kolej
handovers-theirs = Czekają Państwo na drugą stronę
handovers-closed = Zakończone, ostatnie 30 dni
handovers-none = Nie ma jeszcze przekazań
handovers-none-note = Ktoś inny może lepiej pomóc mieszkańcowi? Proszę znaleźć tę grupę lub organizację i osobiście przekazać jej pomoc. Bez nazwiska i bez dokumentów.
handovers-find = Szukaj grupy lub organizacji
handover-about = Przekazanie: { $theme }
handover-back = Przekazanie
hands-over-to = przekazuje pomoc. Druga strona:
guide = przewodnik
late = Po terminie
line-to = Do: { $party }
line-from = Od: { $party }
line-look-back = Brakuje podsumowania

ball-yours = Piłka jest po Państwa stronie.
ball-yours-until = Piłka jest po Państwa stronie. Termin: { $day }.
ball-yours-late = Piłka jest po Państwa stronie. Termin minął { $day }.
ball-theirs = Piłka jest po stronie: { $party }.
ball-theirs-until = Piłka jest po stronie: { $party }. Termin: { $day }.
ball-theirs-late = Piłka jest po stronie: { $party }. Termin minął { $day }.
ball-both = Piłka jest po Państwa stronie i po stronie: { $party }.
ball-both-until = Piłka jest po Państwa stronie i po stronie: { $party }. Termin: { $day }.
ball-both-late = Piłka jest po Państwa stronie i po stronie: { $party }. Termin minął { $day }.
ended-declined = { $party } nie może tego teraz przyjąć.
ended-declined-yours = Nie mogli Państwo tego przyjąć.
ended-stopped = Zatrzymane. Mieszkaniec już tego nie chce.
ended-left = Zatrzymane, bo jedna z dwóch stron zniknęła z mapy.
ended-released = Przewodnik kończy swoją pomoc. Dalej pomaga: { $party }.
ended-released-yours = Przewodnik kończy swoją pomoc. Dalej pomagają Państwo.
ended-looked-back = Zakończone. Obie strony zrobiły podsumowanie.
next-answer = Proszę wybrać dzień pierwszej rozmowy albo powiedzieć, że się nie uda.
next-wait-answer = Druga strona wybiera dzień pierwszej rozmowy.
next-countered = Druga strona proponuje coś innego. Co myśli o tym mieszkaniec?
next-asked = Druga strona chce najpierw coś wiedzieć.
next-wait-giver = Druga strona Państwu odpowie.
next-meet = Pierwsza rozmowa: { $day }.
next-meet-some-day = Proszę umówić się na dzień pierwszej rozmowy.
next-confirm = Druga strona mówi, że wspólne spotkanie się odbyło. Czy to prawda?
next-wait-confirm = Według Państwa wspólne spotkanie się odbyło. Druga strona powie jeszcze, czy to prawda.
next-stay = Czy zostają Państwo jeszcze przy mieszkańcu? A może poradzi sobie już bez Państwa?
next-let-go = Gdy mieszkaniec poradzi sobie bez Państwa, proszę zakończyć swoją pomoc.
next-let-go-until = Zostają Państwo przy mieszkańcu do { $day }. Gdy mieszkaniec poradzi sobie bez Państwa, proszę zakończyć swoją pomoc.
next-guide-until = Przewodnik zostaje przy mieszkańcu do { $day }.
next-guide-stays = Przewodnik jest jeszcze przy mieszkańcu.
late-help = Obie strony widzą to na swojej liście. Wszystko jest jeszcze możliwe: proszę zrobić następny krok, zadzwonić do siebie albo zakończyć.

so-far = Co już zrobiono
agreed = Ustalenia
agreed-theme = Temat
agreed-area = Osiedle (buurt)
agreed-first-date = Pierwsza rozmowa
agreed-stay-until = Przewodnik zostaje do
agreed-first = Pierwsza rozmowa: { $day }
agreed-stay = Przewodnik zostaje przy mieszkańcu do { $day }
area-all = Cała gmina
guide-does = Przewodnik
does-along = idzie razem za pierwszym razem
does-translates = tłumaczy rozmowę na inny język
does-stays = przedstawia sobie obie strony i zostaje, aż dobrze się poznają
does-reachable = jest pod telefonem, gdyby coś poszło źle
code-word = Umówione słowo
code-word-note = To słowo proszę podać przez telefon. Wtedy obie strony wiedzą, o kogo chodzi, bez nazwiska.
code-word-other = Wybierz inne umówione słowo
code-word-now = Teraz umówione słowo to:
code-word-change = Użyj tego słowa
who-sees = Kto co widzi?
who-sees-what = Tylko te dwie strony widzą to, co tu jest. Termin minął? Wtedy osoba, która pilnuje terminów, widzi, między którymi stronami to jest, na jaki temat, na jakim osiedlu i do kiedy. Nigdy nie widzi, co zostało powiedziane.
who-sees-not = Nie ma tu imienia, nazwiska, adresu ani historii mieszkańca. O tym opowiada sam mieszkaniec.
who-sees-until = Trzydzieści dni po zakończeniu to wszystko znika.

now-answer = Czy mogą to Państwo przyjąć?
now-countered = Inna propozycja
now-asked = Pytanie
now-sit = Razem przy stole
now-confirm = Czy wspólne spotkanie się odbyło?
now-let-go = Zostać przy mieszkańcu i zakończyć pomoc
later-sit = Razem przy stole
later-let-go = Przewodnik kończy swoją pomoc
later-look-back = Podsumowanie
nothing-now = Nie muszą Państwo teraz nic robić.
accept-note = Proszę wybrać dzień, kiedy mogą Państwo usiąść przy stole z przewodnikiem i mieszkańcem.
accept-other-day = Inny dzień
first-date = Dzień pierwszej rozmowy
do-accept = Przyjmij z tym dniem
do-accept-day = Przyjmij. Pierwsza rozmowa: { $day }
do-ask = Najpierw chcę coś wiedzieć
do-propose = Proponuję coś innego
do-decline = To nam się nie uda
decline-note = Nie trzeba mówić dlaczego.
do-answer = Wyślij
sit-note = Czy Państwo, druga strona i mieszkaniec usiedli przy jednym stole? Proszę to tu powiedzieć. Druga strona to potwierdzi.
do-sat-together = Tak, spotkanie się odbyło
do-confirm = Tak, to prawda
do-not-yet = Nie, jeszcze nie
stay-note = Proszę ustalić z mieszkańcem, do kiedy Państwo zostają.
stay-until = Do którego dnia Państwo zostają?
do-stay-until = Zapisz to ustalenie
do-let-go = Kończę swoją pomoc
let-go-note = Mieszkaniec poradzi sobie bez Państwa. Potem obie strony robią podsumowanie.
look-back-how = Jak poszło?
look-back-first = Zobaczą to Państwo po własnym podsumowaniu.
do-look-back = Zapisz
went-well = Dobrze
went-fairly = Tak sobie
went-not-well = Niedobrze
do-stop = Mieszkaniec już tego nie chce
stop-note = Przekazanie od razu się zatrzyma. Nie trzeba mówić dlaczego.
do-stop-sure = Zatrzymaj przekazanie

say-ask = Co chcą Państwo wiedzieć?
say-propose = Co Państwo proponują?
say-decline = Chcą Państwo coś wyjaśnić?
say-answer = Państwa odpowiedź
say-look-back = Chcą Państwo dodać jedno zdanie?
say-otherwise = Proszę to usunąć. Można podać umówione słowo albo napisać na przykład „ktoś z sąsiedztwa, około sześćdziesiątki”. Państwa tekst nadal tu jest.
day-missing = Proszę wybrać dzień.
day-not = Proszę wybrać dzień od dziś, w ciągu roku.
went-missing = Proszę wybrać, jak poszło.

step-offer = propozycja przekazania
step-accept = przyjęcie przekazania
step-decline = odpowiedź, że teraz się nie uda
step-propose = inna propozycja
step-ask = pytanie przed decyzją
step-answer = odpowiedź
step-sat-together = wiadomość, że spotkanie się odbyło
step-confirm = potwierdzenie, że spotkanie się odbyło
step-not-yet = wiadomość, że spotkania jeszcze nie było
step-stay-until = ustalenie, jak długo przewodnik zostaje
step-let-go = zakończenie pomocy przewodnika
step-look-back = podsumowanie
step-stop = zatrzymanie: mieszkaniec już tego nie chce
step-leave = Jedna z dwóch stron zniknęła z mapy
done-by = { $party } – { $what }

done-offer = Propozycja przekazania jest wysłana. Tu widać, czyja jest teraz kolej.
done-accept = Przekazanie jest przyjęte. Przewodnik widzi ten dzień.
done-decline = Druga strona wie, że się nie uda.
done-ask = Wysłano. Teraz kolej drugiej strony.
done-answer = Wysłano. Teraz znów kolej drugiej strony.
done-sat-together = Zapisano. Druga strona musi to jeszcze potwierdzić.
done-confirm = Potwierdzono. Mieszkaniec zna teraz dwie twarze.
done-not-yet = Zapisano. Przekazanie jest znów w stanie „przyjęte”.
done-stay-until = Ustalono.
done-let-go = Państwa pomoc jest zakończona. Dziękujemy.
done-look-back = Zapisano. Dziękujemy.
done-stop = Przekazanie zostało zatrzymane.
done-code-word = Umówione słowo zostało zmienione.
quicker = W międzyczasie coś się stało
quicker-possible = Poniżej widać, co można jeszcze zrobić.
quicker-once = Nic nie zostało zrobione dwa razy.
quicker-your-words = To był Państwa tekst

offer-to = Przekaż pomoc do: { $party }
offer-lead = Tu zapisują Państwo tylko ustalenia. Kim jest mieszkaniec, mówi się dopiero przy stole.
offer-theme = Czego to dotyczy?
offer-choose = Wybierz temat
offer-area = Na którym osiedlu (buurt)?
offer-does = Co robi przewodnik?
offer-word = Jakie umówione słowo wybiera mieszkaniec?
offer-word-hint = Proszę przeczytać słowa na głos. Słowo nic nie mówi o mieszkańcu.
offer-other-words = Inne słowa
offer-agrees = Czy mieszkaniec o tym wie?
offer-agrees-yes = Tak, mieszkaniec wie o tym i tego chce
offer-send = Zaproponuj przekazanie
offer-note = Druga strona widzi Państwa imię oraz grupę lub organizację. Mieszkaniec zawsze może zrezygnować.
offer-theme-wrong = Proszę wybrać, czego to dotyczy.
offer-theme-closed = Ta grupa lub organizacja nie przyjmuje teraz nic na ten temat. Proszę wybrać inny temat albo wysłać zapytanie.
offer-area-wrong = Proszę wybrać osiedle z listy.
offer-does-wrong = Proszę wybrać, co robi przewodnik.
offer-word-wrong = Słowo musi wybrać mieszkaniec.
offer-word-in-use = To słowo jest już zajęte. Proszę wybrać inne.
offer-agrees-wrong = Proszę najpierw zapytać mieszkańca.
offer-closed = Teraz nie można dodać przekazania
offer-closed-note = Zapytanie można wysłać zawsze. Proszę napisać, z czym jest kłopot, ale nie o kogo chodzi.
offer-ask-instead = Wyślij zapytanie
offer-find-other = Szukaj innej grupy lub organizacji
offer-nobody-there = { $party } jeszcze nie korzysta z Samenspel
offer-nobody-there-note = Przekazanie nie dotarłoby tam do nikogo. Proszę zadzwonić albo napisać.
offer-how-to-reach = Jak się skontaktować

intake = Ile można przyjąć
intake-lead = Proszę podać, ile może jeszcze przyjąć Państwa grupa lub organizacja. Inni widzą to, zanim coś zaproponują.
intake-now = Ile jeszcze można przyjąć?
intake-left = { $left ->
    [one] W tym tygodniu można dodać jeszcze 1 przekazanie.
    [few] W tym tygodniu można dodać jeszcze { $left } przekazania.
   *[many] W tym tygodniu można dodać jeszcze { $left } przekazań.
}
intake-no-limit = Nie ma limitu na tydzień.
intake-unsaid = Ta grupa lub organizacja nie podała, ile może przyjąć. Można proponować.
intake-full = Ten tydzień jest pełny. Od { $day } znów można coś dodać.
intake-paused = Ta grupa lub organizacja teraz nic nie przyjmuje. Przerwa do { $day }.
intake-themes = Przyjmowane tematy: { $themes }
intake-waiting = { $weeks ->
    [one] Jest lista oczekujących: około jednego tygodnia.
    [few] Jest lista oczekujących: około { $weeks } tygodni.
   *[many] Jest lista oczekujących: około { $weeks } tygodni.
}
intake-per-week = Ile przekazań na tydzień?
intake-per-week-hint = Puste: bez limitu.
intake-pause = Przerwa do
intake-pause-hint = Od tego dnia znów można coś dodać. Puste: bez przerwy.
intake-wait = Lista oczekujących, w tygodniach
intake-wait-hint = Puste: bez listy oczekujących.
intake-for = Na jakie tematy?
intake-for-hint = Jeśli temat może być każdy, proszę nic nie wybierać.
intake-save = Zapisz
intake-saved = Zapisano. Tak widzą to teraz inni.
intake-seen = Mają Państwo przerwę albo tydzień jest pełny? Wtedy inni mogą tylko wysłać zapytanie.
intake-number-wrong = Proszę wpisać liczbę od { $least } do { $most } albo zostawić puste.
intake-nobody = Nie mogą Państwo teraz nikogo przyjąć? Wtedy proszę wybrać przerwę.
intake-pause-wrong = Proszę wybrać dzień w ciągu roku albo zostawić puste.
meter = Ile było próśb do Państwa
meter-week = w tym tygodniu
meter-quarter = w tym kwartale
meter-questions = zapytania, w tym tygodniu
meter-over = { $weeks ->
    [one] W jednym tygodniu tego kwartału próśb było więcej niż { $most }.
    [few] W { $weeks } tygodniach tego kwartału próśb było więcej niż { $most }.
   *[many] W { $weeks } tygodniach tego kwartału próśb było więcej niż { $most }.
}
meter-within = W żadnym tygodniu tego kwartału próśb nie było więcej niż { $most }.
meter-no-limit = Nie wybrali Państwo limitu na tydzień.
meter-counts = Pierwsze dwie liczby to przekazania, które Państwu zaproponowano. Tydzień jest pełny albo mają Państwo przerwę? Wtedy inni mogą tylko wysłać zapytanie. Kto tego nie zrobi, nie jest nigdzie liczony.
meter-only-you = Widzi to tylko Państwa grupa lub organizacja.
