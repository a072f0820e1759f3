# Reviewed by: nobody yet.
# Words of the social map.

### The pages for visitors

# Times, ways in, room, age.
open-now = Teraz otwarte, do { $time }
opens-today = Dziś o { $time }
opens-tomorrow = Jutro o { $time }
opens-day = { $day }, { $time }
days-two = { $first } i { $last }
days-span = { $first } – { $last }
way-walk-in = Bez umawiania się
way-appointment = Po umówieniu się
way-phone = Przez telefon
way-home-visit = Przychodzi do domu
way-online = Przez internet
capacity-open = Są miejsca
capacity-few = Jeszcze kilka miejsc
capacity-waiting = Lista oczekujących
capacity-closed = Teraz brak miejsc
capacity-unknown = Nie wiadomo, czy są miejsca
age-ageing = Od pewnego czasu nie sprawdzano
age-stale = Dawno nie sprawdzano. Proszę najpierw zadzwonić.
age-hidden = Za stare. Odwiedzający już tego nie widzą.

# Themes.
theme-all-of = { $theme }: wszystko
theme-in-general = Ogólnie
themes-title = Tematy
themes-lead = Wszystko, w czym można dostać pomoc, zwykłymi słowami. Po wybraniu tematu widać, kto pomaga.
themes-none = Nie ma jeszcze tematów.
themes-count = – tyle razy jest pomoc
themes-nothing = (tu jeszcze nie ma pomocy)
themes-official = Nazwa urzędowa
themes-mapping = Nazwy urzędowe pochodzą z listy usług gmin (Uniforme Productnamenlijst).
start-all-themes = Wszystkie tematy
start-often-themes = W czym pomocy jest najwięcej

# Who looked at it, and where it came from.
not-checked = Jeszcze nie sprawdzone przez człowieka
checked-on = Sprawdzono: { $day }
checked-by = – kto sprawdził:
age-advice = Coś mogło się zmienić. Przed wyjściem proszę zadzwonić lub napisać e-mail.
source = Źródło:
licence = Licencja:
about-sources-link = O źródłach
source-dropped = Źródło już o tym nie wspomina. Od dnia: { $day }.

# The list.
list-title = Kto co robi?
search-question = W czym szukają Państwo pomocy?
list-all = { $count ->
    [one] 1 miejsce, do którego można przyjść
    [few] { $number } miejsca, do których można przyjść
   *[many] { $number } miejsc, do których można przyjść
}
list-found = { $count ->
    [0] Nikogo nie znaleziono
    [one] 1 miejsce pomaga w tej sprawie
    [few] { $number } miejsca pomagają w tej sprawie
   *[many] { $number } miejsc pomaga w tej sprawie
}
worlds = Z okolicy czy organizacja
worlds-both = Jedno i drugie
shorter = Skróć listę
choose-theme = Czego to dotyczy?
any-theme = Wszystko
choose-language = W jakim języku Państwo mówią?
any-language = Wszystkie języki
choose-area = Na którym osiedlu?
any-area = Wszędzie
whole-district = { $name } (cała dzielnica)
choose-near = Blisko jakiego miejsca?
choose-near-hint = Osiedle, cztery cyfry kodu pocztowego albo nazwa miejsca
near = Blisko:
distance-metres = { $number } m
distance-kilometres = { $number } km
found-read-as = Szukaliśmy: { $words }
walk-into = Proszę zapytać w okolicy
walk-into-text = Do tych grup mieszkańców można przyjść bez umawiania się. Często wiedzą, kto może pomóc dalej.
suggestions = Może chodzi o jedno z tych?
choose-day = W jaki dzień?
any-day = Wszystkie dni
choose-capacity = Czy są miejsca?
any-capacity = Bez różnicy
choose-show = Pokaż
chosen = Wybrane
drop = Usuń:
choice-unknown = Jednego z wyborów nie znamy. Pominęliśmy go.
postcode-unknown = Nie wiemy, gdzie jest kod pocztowy { $postcode }. Proszę wybrać dzielnicę lub osiedle.
question-shortened = Pytanie było bardzo długie. Szukaliśmy według jego początku.
found-loosely = Nic nie pasuje do wszystkich słów. To pasuje do części z nich.
map = Mapa
map-of-list = Numery są takie jak na liście. Okrągłe to ktoś z okolicy, kwadratowe to organizacja.
page-gone = Tej strony nie ma
page-gone-text = Lista ma mniej stron: { $pages }.
page-last = Do ostatniej strony
nothing-yet = Nie ma tu jeszcze nikogo
nothing-yet-text = Gdy dołączy grupa lub organizacja, będzie można ją tu znaleźć.
nobody-found = Nikogo nie znaleziono
nobody-found-text = Razem te wybory są zbyt wąskie. Proszę zrezygnować z jednego:
nobody-found-words = Proszę spróbować innego słowa albo zajrzeć do całej listy.
nobody-found-choices = Także bez jednego z wyborów nikogo tu nie ma. Proszę zajrzeć do całej listy.
without = Bez:
list-everything = Zobacz wszystko ({ $number })
missing-title = Nie ma tu Państwa grupy?
missing-text = Mała grupa też tu pasuje. Nie trzeba być fundacją.
missing-link = Zgłoś swoją grupę

# A party and an offer.
party-facts = Kontakt, miejsce i osiedla
call = Zadzwoń
mail = Wyślij e-mail
call-for = W tych sprawach można dzwonić
not-for = Tego nie robimy
party-hand-over = Przekaż pomoc osobiście
party-offers = Co można tu robić
party-people = Kogo można tu spotkać
works-gladly = Tak lubimy współpracować
lived-experience = Z własnego doświadczenia
reach-us = Jak się z nami skontaktować
room-now = Czy są teraz miejsca?
languages-spoken = Języki
areas-served = Gdzie działamy
serves-all = Gdzie: cała gmina { $name }
serves-unknown = Tej informacji jeszcze nie ma.
something-wrong = Coś się nie zgadza?
map-of-party = Tu nas można znaleźć.
where = Gdzie
address-secret = Adres jest tajny. Proszę najpierw zadzwonić.
mail-returns = E-maile na ten adres wracają. Odwiedzający zobaczą go znowu, gdy zostanie zmieniony albo ktoś powie, że jest dobry.
address-unknown = Adresu jeszcze nie podano.
offer-facts = Kto to robi i gdzie
map-of-offer = To jest tutaj.
when = Kiedy
when-table = Godziny w tygodniu
day = Dzień
open = Otwarte
for-whom = Dla kogo
way-in = Jak tu wejść
cost = Ile to kosztuje
more-about = Więcej na ten temat

# Areas.
areas-title = Dzielnice i osiedla
areas-lead = Po wybraniu osiedla widać, kto ma tam swoje miejsce i kto tam przychodzi.
areas-none = Nie ma tu jeszcze osiedli
areas-none-text = Szukać można jak zwykle.
area-district = Dzielnica (wijk) w gminie { $name }
area-neighbourhood = Osiedle (buurt) w gminie { $name }
area-find = Szukaj pomocy na tym osiedlu
area-leaflet = Kartka do wydruku
area-reciprocity = Zapytania i odpowiedzi w obie strony
area-facts = Mapa i liczby
map-of-area = To osiedle i to, co jest wokół. Okrągłe to ktoś z okolicy, kwadratowe to organizacja.
area-here = { $count ->
    [0] Nikt nie ma tu własnego miejsca
    [one] 1 grupa lub organizacja ma tu własne miejsce
    [few] { $number } grupy lub organizacje mają tu własne miejsce
   *[many] { $number } grup lub organizacji ma tu własne miejsce
}
area-working = { $count ->
    [one] 1 grupa lub organizacja też tu działa
    [few] { $number } grupy lub organizacje też tu działają
   *[many] { $number } grup lub organizacji też tu działa
}
area-all = Zobacz wszystkie
area-inside = Osiedla w tej dzielnicy
area-neighbours = Obok
gaps-title = To jest obok
gap-nobody = { $count ->
    [one] Na 1 osiedlu obok jest pomoc na temat „{ $theme }”. Tu jeszcze nie.
   *[many] Na { $count } osiedlach obok jest pomoc na temat „{ $theme }”. Tu jeszcze nie.
}
gap-informal = { $count ->
    [one] Na 1 osiedlu obok ktoś z okolicy pomaga na temat „{ $theme }”. Tu jeszcze nikt z okolicy.
   *[many] Na { $count } osiedlach obok ktoś z okolicy pomaga na temat „{ $theme }”. Tu jeszcze nikt z okolicy.
}
gap-formal = { $count ->
    [one] Na 1 osiedlu obok organizacja pomaga na temat „{ $theme }”. Tu jeszcze nie ma organizacji.
   *[many] Na { $count } osiedlach obok organizacja pomaga na temat „{ $theme }”. Tu jeszcze nie ma organizacji.
}
figures = Liczby
figure-residents = osób tu mieszka
figure-households = gospodarstw domowych
figure-older = osób ma 65 lat lub więcej
figure-young = osób ma mniej niż 15 lat
figures-year = Rok: { $year }.

# The first page.
start-title = { $name }: co się tu dzieje?
start-sentence = Co tu jest: { $informal ->
    [one] 1 grupa z okolicy
    [few] { $informal_number } grupy z okolicy
   *[many] { $informal_number } grup z okolicy
} i { $formal ->
    [one] 1 organizacja
    [few] { $formal_number } organizacje
   *[many] { $formal_number } organizacji
}.
start-sentence-empty = Tu będą ci, którzy mogą Państwu pomóc.
start-empty = Nie ma tu jeszcze nikogo
start-empty-text = Ta gmina dopiero zaczyna. Są Państwo grupą lub organizacją? Wtedy można być pierwszym.
search-hint = Na przykład: czytanie listów, długi, wspólny posiłek
start-worlds = Dwa światy, jedna okolica
start-informal = Mieszkańcy, którzy sobie pomagają: grupy, wolontariusze, przewodnicy. Znają okolicę.
start-formal = Ludzie, dla których to jest praca: zespół dzielnicowy (wijkteam), gmina (gemeente), opieka społeczna (welzijn). Znają przepisy.
start-themes = Czego to dotyczy?
start-districts = Proszę wybrać dzielnicę
start-all-areas = Wszystkie dzielnice i osiedla
start-map = Zobacz wszystko na mapie
start-fresh = Niedawno sprawdzone
start-all = Zobacz wszystkich

# The map.
map-title = Mapa: { $name }
map-none = Ta gmina nie ma jeszcze mapy
map-sentence = { $count ->
    [0] { $name }: nikt nie ma jeszcze miejsca, które można pokazać na mapie.
    [one] { $name }: na mapie jest 1 grupa lub organizacja.
    [few] { $name }: na mapie są { $number } grupy lub organizacje.
   *[many] { $name }: na mapie jest { $number } grup i organizacji.
}
map-legend = Okrągłe to ktoś z okolicy, kwadratowe to organizacja. Liczba mówi, ile jest w jednym miejscu. Im ciemniejsze osiedle, tym więcej ich jest.
map-table = To samo jako lista
map-nobody = Tu jeszcze nikogo nie ma ({ $number })
map-list = Zobacz to jako listę pomocy
map-district = Więcej o tej dzielnicy
map-parties = Kogo można tu znaleźć
area = Osiedle

# About this site.
sources-title = Źródła
sources-lead = Tu jest napisane, skąd są dane, z kiedy są i co wolno z nimi robić.
sources-fiction = { $name } nie istnieje
sources-fiction-text = Wszyscy ludzie, grupy, adresy, numery telefonów i mapy na tej stronie są zmyślone. Można wszystko spokojnie wypróbować.
sources-none = Nie ma źródeł z zewnątrz
sources-none-text = Wszystko, co tu jest, napisali sami ludzie z gminy, grup i organizacji.
source-dated = Data danych: { $day }.
source-imported = Dodano tutaj: { $day }.
sources-yours = Co grupy mówią same
sources-yours-text = Człowiek sprawdził dane? To jest ważniejsze. Źródło z zewnątrz nigdy tego nie nadpisuje.
sources-code = Program jest wolny. Każdy może go używać, oglądać i ulepszać (EUPL 1.2). Krój pisma to Rubik (OFL).
sources-open = Danych z tej strony można używać na własnej stronie lub w aplikacji.
sources-open-link = Do otwartych danych
privacy-title = Państwa dane i kto je widzi
privacy-lead = O Państwu nie przechowujemy niczego. Żeby szukać, nie trzeba się logować.
privacy-stored = To przechowujemy
privacy-stored-1 = Co robią grupy i organizacje, gdzie i kiedy.
privacy-stored-2 = Imię, nazwisko i zdjęcie osoby, do której można dzwonić. Tylko za jej zgodą.
privacy-stored-3 = Kiedy ktoś sprawdził dane i w jakiej roli. Nie kto.
privacy-stored-4 = Wybrany język. Jest w małym pliku (cookie) na Państwa telefonie lub komputerze.
privacy-stored-5 = Biorą Państwo udział w imieniu grupy lub organizacji? Wtedy przechowujemy imię, sposób logowania, zapytania i odpowiedzi oraz adres e-mail, jeśli chcą Państwo e-maile. Zapytanie znika trzydzieści dni po zakończeniu.
privacy-stored-6 = Państwa grupa prosi, żeby być na mapie? Wtedy to, co Państwo wpiszą, widzi tylko gmina, dopóki nie zdecyduje. Po „tak” jest to na mapie. Po „nie” znika po trzydziestu dniach. Jeśli nikt nie zdecyduje, znika po dziewięćdziesięciu dniach.
privacy-never = Tego nigdy nie przechowujemy
privacy-never-1 = Kim Państwo są, gdzie mieszkają i czego tu szukali.
privacy-never-2 = Państwa numeru BSN (burgerservicenummer).
privacy-never-3 = Liczb ani list, które porównują ludzi ze sobą.
privacy-never-4 = Danych do kontrolowania lub karania ludzi.
privacy-never-5 = Co robią Państwo na innych stronach. Ta strona nie pobiera niczego od innych i nikt nie podgląda.
privacy-secret = Tajne miejsca
privacy-secret-1 = Adresu schronienia, które ma być bezpieczne, nie przechowujemy. Nawet w ukryciu. Nie ma go nigdzie.
privacy-self = Są tu Państwo sami?
privacy-self-1 = Zawsze można powiedzieć: proszę usunąć moje nazwisko lub zdjęcie. Wtedy od razu znika.
privacy-self-2 = Grupa nie chce tu być? Wtedy zapamiętujemy tylko to i grupa już nie wraca.
privacy-who = Kto co widzi
privacy-who-1 = To, co jest na mapie, może czytać każdy. Zapytania i przekazania widzą tylko strony, których to dotyczy. Zapytanie do całej okolicy widzi każdy, kto bierze udział.
privacy-who-2 = Odpowiedź się spóźnia? Wtedy osoba, która pilnuje terminów, widzi, między którymi stronami to jest, na jaki temat, na jakim osiedlu i do kiedy. Nigdy nie widzi, co zostało powiedziane.
help-title = Pomoc w korzystaniu ze strony
help-lead = Tu można przeczytać, jak działa strona.
help-search = Szukanie
help-search-1 = Proszę wpisać w kilku słowach, w czym szukają Państwo pomocy. Może to być też całe zdanie.
help-search-2 = Listę można skrócić, wybierając temat, język, osiedle lub dzień. Żeby usunąć wybór, trzeba dotknąć go jeszcze raz.
help-signs = Okrągłe i kwadratowe
help-signs-1 = Okrągłe znaczy: z okolicy. Mieszkańcy, którzy sobie pomagają.
help-signs-2 = Kwadratowe znaczy: organizacja. Ludzie, dla których to jest praca.
help-checked = Sprawdzone
help-checked-1 = Przy każdej grupie jest napisane, kiedy człowiek sprawdził dane. Było to dawno? Wtedy proszę najpierw zadzwonić. Po pewnym czasie usuwamy stare dane.
help-wrong = Coś się nie zgadza?
help-wrong-1 = Proszę powiedzieć o tym samej grupie lub organizacji albo zadzwonić do gminy { $name }. Wtedy to poprawimy.
help-join = Dodanie swojej grupy
help-join-1 = Mała grupa też tu pasuje. Nie trzeba być fundacją i nie trzeba nic mówić o mieszkańcach.
help-join-2 = Można też zadzwonić lub napisać do gminy { $name }.
help-urgent = Czy to pilne?
help-urgent-1 = Jest niebezpiecznie? Proszę zadzwonić pod 112. Ta strona nie jest dla nagłych wypadków.
access-title = Dostępność
access-lead = Każdy powinien móc korzystać z tej strony. Pracujemy nad tym.
access-works = To działa
access-works-1 = Wszystko można zrobić samą klawiaturą.
access-works-2 = Wszystko działa też bez skryptów i na starym telefonie.
access-works-3 = Przy każdym obrazku jest zdanie, które mówi, co widać, i to samo jako lista.
access-works-4 = Litery mogą być dwa razy większe. Ciemne tło i większy kontrast są takie, jak w Państwa ustawieniach.
access-not-yet = To jeszcze nie jest dobre
access-not-yet-1 = Grupy piszą po niderlandzku. Tego tekstu jeszcze nie tłumaczymy.
access-not-yet-2 = Na małym telefonie nazwy na mapie są małe. Wtedy lepiej użyć listy pod mapą.
access-not-yet-3 = Ludzie z niepełnosprawnością jeszcze nie testowali z nami strony.
access-tell = Coś się nie udaje?
access-tell-1 = Proszę powiedzieć o tym gminie { $name } i podać, na której stronie tak było.

### End of the pages for visitors

## Importing
import-fate-refused = Odrzucone
import-fate-left-out = Pominięte
import-fate-kept = Zostawione bez zmian
import-fate-gone = Zniknęło ze źródła
import-fate-mended = Naprawione
import-fate-noted = Do sprawdzenia
import-reason-no-name = Nie ma nazwy.
import-reason-no-key = Nie ma własnego numeru.
import-reason-double-key = Ten numer był już wcześniej w pliku.
import-reason-no-party = Nie jest napisane, do jakiej organizacji lub grupy to należy.
import-reason-unknown-party = Grupy lub organizacji, do której to należy, nie ma w pliku.
import-reason-unknown-place = Miejsca, do którego to należy, nie ma w pliku.
import-reason-unknown-offer = Oferty, do której to należy, nie ma w pliku.
import-reason-too-long = Tekst jest za długi.
import-reason-bad-point = Miejsce na mapie się nie zgadza.
import-reason-swapped-point = Dwie liczby miejsca były zamienione.
import-reason-bad-date = Data się nie zgadza.
import-reason-bad-time = Godzina się nie zgadza.
import-reason-bad-phone = To nie jest numer telefonu.
import-reason-bad-email = To nie jest adres e-mail.
import-reason-bad-website = To nie jest adres strony internetowej.
import-reason-unknown-language = Nie znamy tego języka.
import-reason-unknown-theme = Nie znamy tego tematu.
import-reason-unknown-area = Nie znamy tej dzielnicy ani tego osiedla.
import-reason-lost-accent = Zginęła tu litera ze znakiem.
import-reason-rounded-key = Numer został zaokrąglony przez arkusz kalkulacyjny.
import-reason-marker = Były tu znaki z innego programu. Zostały usunięte.
import-reason-literal-newline = W tekście było "\n". Zrobiliśmy z tego nowy wiersz.
import-reason-several-keys = W jednym polu było kilka numerów.
import-reason-backtick = Był zły znak apostrofu. Teraz jest dobry.
import-reason-markup = Był tu kod strony internetowej. Został usunięty.
import-reason-wrong-columns = Ten wiersz ma za dużo lub za mało pól.
import-reason-unclosed-quote = Cudzysłów nie jest nigdzie zamknięty.
import-reason-not-text = To nie jest czytelny tekst.
import-reason-inactive = Źródło mówi: to już nie istnieje.
import-reason-internal = To nie jest dla wszystkich.
import-reason-person = Nazwisk ludzi nie bierzemy z pliku.
import-reason-do-not-list = Ta grupa lub organizacja nie chce być na mapie.
import-reason-same-record = To występuje dwa razy.
import-reason-cut-off = Plik nagle się tu kończy.
import-reason-confidential = To jest tajne miejsce. Adresu nie wzięliśmy.
import-reason-unclear-confidential = Przy tajności stoi coś, czego nie znamy. Adres pozostaje tajny.
import-reason-not-used = Na to nie ma miejsca na mapie.
import-reason-no-address = Nie ma tu adresu.
import-reason-past = To już minęło.
import-reason-confirmed = Ktoś powiedział, że to się zgadza. To zostaje.
import-reason-edited = Ktoś sam to zmienił albo coś z tego usunął. Tak zostaje.
import-reason-removed = Ktoś usunął to z mapy. To nie wróci.
import-reason-dropped = Źródło już tego nie ma. To zostaje, z oznaczeniem.
import-reason-near-area = Miejsce jest tuż za osiedlem. Wzięliśmy najbliższe.
import-reason-outside-areas = Miejsce nie leży na żadnym osiedlu tej gminy.
import-reason-like-unwanted = Ta grupa lub organizacja jest podobna do takiej, która nie chce być na mapie. Czy to inna? Wtedy proszę dodać ją na mapę ręcznie.
import-reason-like-secret = Grupa lub organizacja o tej nazwie ma tajne miejsce. Proszę sprawdzić, czy ten adres może być znany. Może? Wtedy proszę dodać go na mapę ręcznie.
import-reason-new-theme = Państwa gmina nie ma jeszcze tego tematu. Zostanie dodany. Opis i arabska nazwa nie są przenoszone.
import-unreadable-empty = Plik { $file } jest pusty.
import-unreadable-unknown = { $file } nie jest tabelą, plikiem JSON ani plikiem zip, który znamy.
import-unreadable-not-text = { $file } nie jest czytelnym tekstem. Czy to plik Excela? Wtedy proszę zapisać go jako CSV.
import-unreadable-needs-mapping = Dla { $file } potrzebna jest lista kolumn. Są w nim te kolumny: { $found }
import-unreadable-mapping = Lista kolumn nie zgadza się w wierszu { $line }: { $what }
import-unreadable-columns = W { $file } brakuje: { $missing }. Znaleziono: { $found }
import-unreadable-no-table = Brakuje tabeli { $wanted }. Znaleziono: { $found }
import-unreadable-cut-off = { $file } kończy się w połowie, w wierszu { $line } (znak { $column }). Proszę pobrać plik jeszcze raz.
import-unreadable-bad-json = { $file } nie jest dobrym plikiem JSON: wiersz { $line }, znak { $column }.
import-unreadable-no-records = W { $file } nie ma grup, organizacji ani ofert.
import-unreadable-bad-archive = Plik zip jest uszkodzony.
import-unreadable-locked = { $file } w pliku zip ma hasło. Proszę zrobić zip bez hasła.
import-unreadable-bomb = { $file } po rozpakowaniu staje się ponad { $ratio } razy większy. Nie ufamy temu.
import-unreadable-too-big = To jest za duże: ponad { $max } bajtów.
import-unreadable-too-many-files = Liczba plików jest większa niż { $max }.
import-unreadable-escapes = { $file } wskazuje poza plik zip. Nie ufamy temu.
import-unreadable-link = { $file } to odwołanie, nie plik.
import-unreadable-broken = Czytanie się nie udało: { $why }
import-title = Wczytywanie danych
import-lead = Grupy, organizacje i oferty z pliku można umieścić na mapie. Najpierw widać, co się zmieni. Dopiero potem Państwo decydują.
import-what = Co można wczytać?
import-what-hsds = Mapę pomocy w HSDS: JSON albo tabele w CSV. Jest więcej tabel? Proszę włożyć je do jednego pliku zip.
import-what-csv = Własną tabelę w CSV, z listą kolumn. Lista mówi, co jest w której kolumnie.
import-what-geojson = Punkty na mapie w GeoJSON, z listą kolumn.
import-what-not = Nazwisk ludzi i tajnych adresów nigdy nie bierzemy.
import-field-file = Plik
import-field-file-hint = CSV, JSON, GeoJSON lub zip. Nie większy niż 48 MB.
import-field-source = Czyje są dane?
import-field-source-hint = Ta nazwa będzie potem na mapie. Proszę używać za każdym razem tej samej.
import-field-licence = Licencja
import-field-licence-hint = Czy wolno używać tych danych? Na przykład: CC BY 4.0
import-field-dated = Z jakiego dnia?
import-field-dated-hint = Jeśli to wiadomo. Na przykład: 2026-11-25
import-field-sphere = Nie jest napisane, czy to formalne, czy nieformalne? Wtedy jest to:
import-field-mapping = Lista kolumn
import-field-mapping-hint = Potrzebna tylko przy własnej tabeli lub punktach.
import-field-mapping-none = Niepotrzebna
import-field-own-mapping = Albo proszę wkleić tu własną listę kolumn
import-look = Pokaż, co się zmieni
import-wrong-file = Proszę wybrać plik.
import-wrong-large = Plik jest za duży. Większy niż 48 MB można wczytać tylko poleceniem samenspel import.
import-wrong-source = Proszę wpisać, czyje są dane, najwyżej 120 znaków.
import-wrong-licence = Proszę wpisać licencję, najwyżej 120 znaków.
import-wrong-dated = Proszę zapisać datę jako 2026-11-25.
import-earlier = Wczytane wcześniej
import-earlier-none = Nic jeszcze nie wczytano.
import-state-waits = Czeka na Państwa decyzję
import-state-applied = Jest na mapie
import-column-when = Kiedy
import-column-source = Źródło
import-column-state = Stan
import-column-counts = Nowe, inne, usunięte
import-preview-title = To się zmieni na mapie
import-done-title = To zostało wczytane
import-preview-lead = Plik: { $file }, źródło: { $source }. Na mapie nie ma jeszcze nic.
import-done-lead = Plik: { $file }, źródło: { $source }.
import-count-added = Nowe
import-count-changed = Inne niż wcześniej
import-count-same = Bez zmian
import-count-gone = Nie ma już w źródle
import-count-kept = Zostawione tak, jak powiedział człowiek
import-count-left-out = Pominięte
import-count-refused = Odrzucone
import-lines = Co nie poszło samo?
import-lines-none = Wszystko zostało wczytane bez kłopotu.
import-lines-all = Wszystko
import-lines-csv = Pobierz tę listę (CSV)
import-lines-earlier = Poprzednie
import-lines-later = Następne
import-lines-caption = Wiersze od { $from } do { $to } z { $total }
import-column-fate = Co się stało
import-column-where = Gdzie
import-column-key = Numer
import-column-why = Dlaczego
import-where = { $file }, wiersz { $line }
import-apply = Umieść na mapie
import-discard = Wyrzuć
import-waits = Ten plik jest przechowywany przez jeden dzień. Potem znika.
import-nothing-changes = Na mapie nic się nie zmieni.
import-outdated = Mapa zmieniła się, odkąd Państwo zajrzeli. Nic jeszcze nie zrobiono. To zmieniłoby się teraz.
import-already = To było już zrobione.
import-sphere-formal = Formalne: organizacja
import-sphere-informal = Nieformalne: z okolicy
# end of importing

### What ages, the mail, and what is listed twice

mail-subject = { $party }: czy to nadal aktualne?
mail-greeting = Dzień dobry, { $party },
mail-why-ageing = Są Państwo na mapie pomocy (sociale kaart). Od pewnego czasu nikt nie sprawdził, czy wszystko się zgadza.
mail-why-stale = Są Państwo na mapie pomocy (sociale kaart). Dawno nikt nie sprawdził, czy wszystko się zgadza. Wkrótce będzie to tam napisane.
mail-why-hiding = Są Państwo na mapie pomocy (sociale kaart). Nikt nie powiedział, że wszystko nadal się zgadza. Jeśli nic Państwo nie zrobią, wpis lub jego część przestanie być widoczna. Od dnia: { $day }.
mail-why-hidden = Są Państwo na mapie pomocy (sociale kaart). Nikt nie powiedział, że wszystko nadal się zgadza. Dlatego wpis lub jego część nie jest teraz widoczna.
mail-choose = Proszę wybrać. Nie trzeba się logować.
mail-right = Nadal aktualne
mail-changed = Coś się zmieniło
mail-off = Proszę nas usunąć
mail-end = Każdy link działa jeden raz, do następnego e-maila. Piszemy najwyżej raz w tygodniu.
mail-from = Pozdrowienia od mapy pomocy, { $town }

answer-right-title = { $party }: czy to, co tu jest, nadal się zgadza?
answer-right-lead = Wystarczy jedno dotknięcie i każdy wie, że to się zgadza. Nie trzeba się logować.
answer-right-button = Tak, nadal się zgadza
answer-as-it-stands = Tak jest teraz napisane
answer-see-all = Zobacz wszystko, co jest na mapie
answer-off-title = { $party }: usunąć z mapy?
answer-off-lead = Wtedy nie będzie Państwa nigdzie na mapie. Zapamiętujemy, że Państwo tego nie chcą, także gdy ktoś wczyta nową listę. Przez siedem dni można zmienić zdanie.
answer-off-running = Zapytania i przekazania pomocy, które trwają, zostaną zakończone. One nie wrócą.
answer-off-button = Tak, proszę nas usunąć
answer-form-title = { $party }: co się zmieniło?
answer-form-lead = Proszę zmienić to, co się nie zgadza. Po zapisaniu jest to od razu na mapie.
answer-form-rest = Jest nowe miejsce lub nowa oferta albo działają Państwo w innych okolicach? Proszę skontaktować się z gminą.
answer-form-button = Zapisz, tak jest dobrze
answer-left = Już nas tu nie ma. To miejsce zniknie z mapy.
answer-stopped = Już tego nie robimy. Ta oferta zniknie z mapy.
answer-thanks = Dziękujemy
answer-thanks-right = Teraz każdy widzi, że dziś to się zgadzało.
answer-thanks-changed = Zmiany są na mapie.
answer-put-away = Administrator ukrył ten wpis i widzi teraz, że wszystko się zgadza. Chcą Państwo wiedzieć dlaczego? Proszę skontaktować się z gminą.
answer-see = Zobacz na mapie: { $party }
answer-keep = Zaktualizuj swoje dane
answer-gone = Nie ma już Państwa na mapie
answer-gone-lead = Wszystko zostało usunięte. Zapamiętujemy, że nie chcą Państwo być na mapie.
answer-gone-until = Zmienili Państwo zdanie? Można przywrócić wszystko na mapie tak, jak było. Ostatni dzień: { $day }.
answer-gone-keep = W razie wątpliwości proszę zachować adres tej strony. Jeśli zginie, w tym tygodniu gmina też może Państwa przywrócić.
answer-back-button = Proszę przywrócić nas na mapę
answer-gone-for-good = Chcą Państwo później wrócić? Proszę skontaktować się z gminą.
answer-back = Są Państwo znowu na mapie
answer-back-lead = Wszystko na mapie jest tak, jak było.
answer-back-running = Zapytania i przekazania pomocy, które trwały, zostały zakończone. One nie wrócą.
answer-back-people = Czy w Samenspel były osoby z Państwa grupy lub organizacji? Gmina zaprosi je ponownie.
answer-unknown = Nie znamy tego linku
answer-unknown-lead = Proszę sprawdzić, czy link z e-maila jest cały. Jeśli się nie uda, proszę poczekać na następny e-mail albo zadzwonić do gminy.
answer-used = Ten link był już użyty
answer-used-lead = { $day } ktoś wybrał: { $answer }. Potem link już nie działa.
answer-used-see = Zobacz, co się wtedy stało
answer-over = Ten link już nie działa
answer-over-lead = Wysłano potem nowy e-mail albo wpis został w inny sposób sprawdzony lub usunięty. Proszę użyć najnowszego e-maila.
answer-start = Do mapy pomocy

ageing = Co się starzeje
ageing-lead = To, czego długo nie sprawdzano, starzeje się i potem samo znika. Tu widać, do kogo można zadzwonić.
ageing-groups = Proszę wybrać, co pokazać
ageing-no-address = Brak adresu e-mail
ageing-bounced = E-mail nie dociera
ageing-hides-soon = Wkrótce niewidoczne
ageing-no-answer = Wysłano e-mail, brak odpowiedzi
ageing-to-be-asked = Dostanie jeszcze e-mail
ageing-hidden = Już niewidoczne
ageing-nobody = Nie ma tu teraz nikogo.
ageing-no-mail = Nie ustawiono serwera poczty. Nikt nie dostaje e-maili; do grup i organizacji trzeba zadzwonić.
ageing-since = Sprawdzono lub zapisano: { $day }
ageing-mail-sent = Wysłano e-mail: { $day }
ageing-mail-bounced = E-mail wrócił. Data: { $day }. Proszę sprawdzić, czy adres jest dobry.
ageing-mail-waits = E-mail czeka na serwer poczty
ageing-mail-failed = Nie jest pewne, czy e-mail dotarł. Data: { $day }
ageing-mail-not-taken = Serwer poczty od kilku dni nie przyjmuje e-maili na ten adres (e-mail: { $day }). Proszę zadzwonić.
ageing-hides-on = Niewidoczne od dnia: { $day }
ageing-put-away = Ukrył to administrator
ageing-offer-hidden = Jednej z ofert już nie widać. Nikt nie potwierdził, że jest aktualna.
ageing-no-phone = Nie ma numeru telefonu
ageing-confirm = Zgadza się, po rozmowie
ageing-mail = Wyślij teraz e-mail
ageing-hide = Ukryj
ageing-show = Pokaż znowu
ageing-did-confirm = Zapisano: grupa lub organizacja i jej oferty zostały dziś sprawdzone.
ageing-did-mail = E-mail został wysłany.
ageing-did-no-address = Nie ma adresu e-mail. Proszę zadzwonić.
ageing-did-bounce = Serwer poczty nie przyjmuje e-maili na ten adres. Proszę zadzwonić.
ageing-did-later = E-maila nie udało się teraz wysłać. Spróbujemy później sami.
ageing-did-too-often = W ostatnim tygodniu ta grupa lub organizacja dostała już e-mail albo e-mail czeka. Nie piszemy częściej niż raz w tygodniu.
ageing-did-put-away = Ukryto: odwiedzający już tego nie widzą.
ageing-did-show = Odwiedzający znowu to widzą. Jeśli nikt tego nie potwierdzi, później znowu zniknie.
ageing-did-back = Grupa lub organizacja jest znowu na mapie, tak jak była.
ageing-taken-off = Usunięte na własną prośbę
ageing-taken-off-lead = Przez siedem dni można to przywrócić, na przykład gdy ktoś zmieni zdanie. Potem wszystko znika.
ageing-taken-off-on = Usunięto: { $day }
ageing-put-back = Przywróć
ageing-days = Po ilu dniach?
ageing-fresh-days = Przez tyle dni coś jest świeże
ageing-stale-days = Po tylu dniach jest stare
ageing-hide-days = Po tylu dniach jest niewidoczne
ageing-notice-days = Najwcześniej tyle dni po naszym pytaniu
ageing-notice-hint = Kto nie dostał jeszcze e-maila i o kim jeszcze Państwo nie widzieli, że trzeba zadzwonić, nie znika.
ageing-districts = Inna liczba dni dla dzielnicy (wijk)
ageing-districts-lead = Grupa lub organizacja działa w kilku dzielnicach? Wtedy obowiązuje ją największa liczba. Działa w całej gminie? Wtedy obowiązują dni gminy.
ageing-district-own = Świeże przez { $fresh } dni. Stare po { $stale } dniach. Niewidoczne po { $hide } dniach.
ageing-district-none = Te same dni co w gminie
ageing-days-of = Po ilu dniach? { $name }
ageing-days-of-lead = Te dni obowiązują grupy i organizacje działające w tej dzielnicy. Działają także w innej dzielnicy? Wtedy obowiązuje największa liczba.
ageing-days-take-away = Usuń własne dni tej dzielnicy

double = Może podwójne
double-lead = Te grupy lub organizacje są podobne. Proszę zrobić z nich jedną albo powiedzieć, że są dwie. Stare adresy nadal działają.
double-none = Nic nie wygląda na podwójne.
double-same-name = Ta sama nazwa
double-like-name = Podobna nazwa
double-same-phone = Ten sam numer telefonu
double-same-email = Ten sam adres e-mail
double-same-website = Ta sama strona internetowa
double-same-door = Te same drzwi
double-beside = Obok siebie
double-what = Co
double-left = Pierwsza
double-right = Druga
double-confirmed = Sprawdzono
double-two = To są dwie
double-keep-left = Jedna: zostaw pierwszą
double-keep-right = Jedna: zostaw drugą
double-did-one = Teraz jest jedna. Oferty i ludzie z drugiej są dodani.
double-did-two = Zapamiętano: to są dwie.

desk-fault-order = To musi być co najmniej poprzednia liczba.
desk-ageing = Co się starzeje
desk-terms = Terminy odpowiedzi
desk-double = Może podwójne

### End of what ages

### The desk

desk = Zarządzanie
desk-lead = Tu prowadzi się mapę pomocy (sociale kaart).
desk-new-party = Nowa grupa lub organizacja
desk-import = Wczytaj plik
desk-people = Ludzie z gminy
desk-own-page = Moje miejsce
desk-members = Ludzie z tej grupy lub organizacji
desk-wishes = Nie pokazywać
desk-wishes-lead = Te grupy i organizacje nie chcą być na mapie. Wczytanie pliku ich nie przywraca.
desk-no-wishes = Nikt o to nie prosił.
desk-wish-asked = Data prośby: { $day }
desk-wish-forget = Może znowu być na mapie
desk-search = Szukaj grupy lub organizacji po nazwie
desk-parties =
    { $count ->
        [one] 1 grupa lub organizacja
        [few] { $count } grupy lub organizacje
       *[many] { $count } grup lub organizacji
    }
desk-nothing = Nie ma grupy ani organizacji o tej nazwie.
desk-confirmed-on = Sprawdzono: { $day }.
desk-confirmed-by = Sprawdzono: { $day }, kto: { $by }.
desk-never-confirmed = Nigdy jeszcze nie sprawdzone przez człowieka.
desk-saved = Zapisano
desk-on-the-map = Zapisano. Ta grupa lub organizacja jest teraz na mapie.
desk-changed-meanwhile = Ktoś inny właśnie to zmienił. Proszę zajrzeć poniżej i zapisać ponownie.
desk-save = Zapisz
desk-back = Wróć
desk-profile = Dane
desk-see = Zobacz tak jak odwiedzający
desk-remove = Usuń z mapy
desk-remove-title = { $name }: usunąć z mapy?
desk-remove-lead = Znikną też wszystkie miejsca, ludzie i oferty. Nie można tego cofnąć.
desk-leave-lead = Wszystko, co Państwo mają na mapie, zniknie od razu. Przez tydzień można to przywrócić.
desk-leave-people = Osoby z Państwa grupy lub organizacji nie będą już miały miejsca w Samenspel. Jeśli wróci ona na mapę, gmina zaprosi te osoby ponownie.
desk-leave-who = Może to zrobić tylko koordynator Państwa grupy lub organizacji. Proszę zapytać koordynatora.
desk-remove-own = Lista kogoś innego już Państwa nie przywróci. Chcą Państwo później wrócić na mapę? Proszę zapytać gminę.
desk-remove-once = Usuń
desk-remove-never = Usuń i nigdy więcej nie pokazuj
desk-still-right = Nadal aktualne
desk-still-right-all = Dotyczy to grupy lub organizacji i wszystkich jej ofert. E-mail, na który nikt nie odpowiedział, ma już odpowiedź.
desk-by = Kto to mówi?
desk-by-hint = Rola, nie nazwisko. Na przykład: koordynator.
desk-confirmed-by-field = Wszystko się zgadza? Kto to mówi?
desk-room-now = Teraz
desk-offers = Oferty
desk-add-offer = Dodaj ofertę
desk-remove-offer = Usuń ofertę
desk-places = Miejsca
desk-place = Miejsce
desk-add-place = Dodaj miejsce
desk-remove-place = Usuń miejsce
desk-confidential-place = Tajne miejsce, bez adresu
desk-confidential = To jest tajne miejsce. Wszystkie dane adresu zostaną usunięte.
desk-contacts = Ludzie
desk-contact = Osoba kontaktowa
desk-add-contact = Dodaj osobę
desk-remove-contact = Usuń tę osobę
desk-contact-lead = Nazwisko lub zdjęcie jest tu tylko za zgodą tej osoby.
desk-contact-role = Rola
desk-contact-role-hint = Na przykład: przewodnik, wolontariusz, koordynator.
desk-contact-name = Imię i nazwisko
desk-consent-name = Ta osoba zgadza się, żeby było tu jej nazwisko
desk-consent-photo = Ta osoba zgadza się, żeby było tu jej zdjęcie
desk-note = O tej osobie
desk-note-hint = Kiedy ta osoba jest na miejscu? W jakiej sprawie można dzwonić?
desk-photo = Zdjęcie
desk-photo-now = Obecne zdjęcie
desk-photo-file = Proszę wybrać zdjęcie
desk-photo-hint = JPEG lub PNG. Zmniejszamy je i usuwamy informację, gdzie i kiedy powstało.
desk-photo-send = Zapisz zdjęcie
desk-sphere = Co to jest: grupa czy organizacja?
desk-name = Nazwa
desk-summary = W jednym zdaniu
desk-summary-hint = Co to jest i dla kogo? Krótkie słowa.
desk-call-for = Można dzwonić w sprawie
desk-not-for = Nie w sprawie
desk-one-a-line = Jedna rzecz w wierszu.
desk-best-way = Najlepszy czas i sposób
desk-role-name = Stały kontakt
desk-role-name-hint = Rola, która zostaje, gdy ludzie odchodzą. Na przykład: recepcja.
desk-phone = Telefon
desk-email = E-mail
desk-website = Strona internetowa
desk-capacity = Czy są miejsca?
desk-capacity-note = Więcej o miejscach
desk-lived-experience = Własne doświadczenie, na którym się opiera
desk-works-gladly = Jak lubi współpracować
desk-serves = Gdzie działa ta grupa lub organizacja?
desk-serves-all = W całej gminie
desk-district = dzielnica
desk-languages = Języki
desk-place-name = Nazwa miejsca
desk-street = Ulica
desk-house-number = Numer domu
desk-postcode = Kod pocztowy
desk-town = Miejscowość
desk-access = Wejście
desk-access-hint = Próg, winda, toaleta, jak znaleźć drzwi.
desk-point = Punkt na mapie
desk-point-hint = Szerokość i długość, na przykład: 52.6210, 5.3385
desk-area = Osiedle
desk-area-hint = Gdy jest punkt na mapie, osiedle znajdujemy sami.
desk-does = To robimy
desk-does-not = Tego nie robimy
desk-for-whom = Dla kogo
desk-themes = Tematy
desk-theme-list = Zarządzaj tematami
desk-theme-lead = Temat może dostać inną nazwę, stać wyżej, być ukryty albo połączony. Stare linki nadal działają.
desk-theme-room = { $count ->
    [0] Nie ma miejsca na więcej tematów. Proszę najpierw połączyć dwa.
    [one] Jest miejsce na jeszcze 1 temat.
    [few] Jest miejsce na jeszcze { $count } tematy.
   *[many] Jest miejsce na jeszcze { $count } tematów.
 }
desk-theme-new = Własny temat
desk-theme-up = Przesuń wyżej
desk-theme-hidden = Nie ma w wyborze
desk-theme-own = Własny temat
desk-theme-hide = Nie pokazuj w wyborze
desk-theme-gone = Połączone
desk-theme-went = Ten temat został połączony. Kto go szuka, trafia do drugiego.
desk-theme-nl = Nazwa po niderlandzku
desk-theme-en = Nazwa po angielsku
desk-theme-ar = Nazwa po arabsku
desk-theme-about = Czego dotyczy
desk-theme-about-hint = W kilku słowach. To jest na stronie ze wszystkimi tematami.
desk-theme-parent = Należy do
desk-theme-top = Do niczego, jest na górze
desk-theme-into = Połącz z
desk-theme-into-hint = Wszystko, co należy do tego tematu, będzie wtedy w drugim. Zawsze można to cofnąć.
desk-theme-stays = Nie łącz
desk-theme-key = Klucz w linkach i plikach
desk-fault-theme-there = Jest już temat o tej nazwie.
desk-fault-themes-full = Nie ma miejsca na jeszcze jeden temat. Proszę najpierw połączyć dwa.
desk-way = Jak można wejść?
desk-unknown = Nie wiadomo
desk-opening = Otwarte
desk-opening-hint = Jeden czas w wierszu, na przykład poniedziałek: ma 9.00-12.00. Dni skrótem niderlandzkim: ma, di, wo, do, vr, za, zo
desk-opening-note = Więcej o godzinach
desk-cost = Koszty
desk-at = W którym miejscu?
desk-fault-empty = Proszę to wypełnić.
desk-fault-too-long = To jest za długie. Liczba znaków: { $got }. Mieści się: { $max }.
desk-fault-too-many-lines = To jest za dużo wierszy: { $got }. Mieści się: { $max }.
desk-fault-unknown = Tego nie znamy. Proszę sprawdzić pisownię.
desk-fault-hours = Wiersz { $line } to nie dzień z godzinami. Proszę napisać na przykład: ma 9.00-12.00
desk-fault-no-consent = To jest możliwe tylko za zgodą tej osoby. Proszę to zaznaczyć.
desk-fault-named = Jest tu czyjeś nazwisko: { $name }. Proszę wpisać rolę, nie nazwisko: „{ $role }”. Te zdania trafiają też do otwartych danych, a tam nazwisk nie ma.
desk-fault-no-picture = To nie jest zdjęcie, które możemy odczytać. Proszę wybrać JPEG lub PNG.

### End of the desk
party-ask = Wyślij zapytanie
find-ask = Zapytaj w okolicy
find-ask-in = Pomaga Pan lub Pani ludziom? Proszę się zalogować i zapytać w okolicy.

### Asking to be on the map

candidate-title = Zgłoś swoją grupę
candidate-lead = Państwa grupy lub organizacji nie ma jeszcze na mapie pomocy (sociale kaart)? Tu można o to poprosić. Decyduje gmina { $name }.
candidate-name = Jak nazywa się Państwa grupa lub organizacja?
candidate-sphere = Kim Państwo są?
candidate-informal = Jesteśmy mieszkańcami lub wolontariuszami
candidate-formal = Jesteśmy organizacją, która zatrudnia pracowników
candidate-summary = Co Państwo robią?
candidate-summary-hint = Jedno lub dwa zdania. Bez imienia, adresu ani numeru mieszkańca.
candidate-reach = Jak można się z Państwem skontaktować?
candidate-reach-hint = Jeden adres e-mail lub numer telefonu grupy, nie prywatny. Jeśli gmina się zgodzi, każdy będzie mógł go przeczytać.
candidate-kept = Nie będą Państwo od razu na mapie. Najpierw decyduje gmina. Jeśli powie „tak”, to będzie na mapie. Jeśli powie „nie”, zniknie po trzydziestu dniach. Jeśli nikt nie zdecyduje, zniknie po dziewięćdziesięciu dniach.
candidate-many = Zbyt wiele próśb czeka teraz na decyzję. Proszę spróbować za kilka dni albo zadzwonić do gminy.
candidate-send = Wyślij
candidate-thanks = Dziękujemy
candidate-thanks-lead = Prośba została wysłana. Gmina { $name } ją przeczyta. Do tego czasu nie będą Państwo na mapie.
candidates = Kto chce być na mapie?
candidates-lead = Te grupy i organizacje proszą, żeby być na mapie pomocy. Dopóki się Państwo nie zgodzą, nikt inny tego nie widzi.
candidates-none = Nie ma teraz żadnych próśb.
candidate-reach-at = Kontakt:
candidate-asked = Data prośby: { $day }
candidate-yes = Umieść na mapie
candidate-no = Nie, raczej nie
candidate-no-note = Prośba zniknie z listy. Grupa nie dostanie wiadomości.
candidate-no-sure = Tak, odmów
candidate-said-no = Odpowiedź to nie. Prośby nie ma już na liście.
candidate-was-yes = Ktoś już się zgodził. Ta grupa jest na mapie.
candidate-was-no = Ktoś już odpowiedział: nie.
desk-candidates-waiting = Ktoś chce być na mapie pomocy ({ $count })
desk-fault-no-choice = Proszę wybrać jedną z odpowiedzi.
desk-fault-tells = Proszę tego tu nie pisać: „{ $words }”. To może dotyczyć mieszkańca.
desk-fault-no-reach = Proszę wpisać jeden adres e-mail lub jeden numer telefonu, bez innych słów.

### End of asking to be on the map
