# Reviewed by: nobody yet.
# Words of the layout and the components. Państwo, short.

skip = Przejdź do treści
menu = Menu główne
menu-neighbourhood = Okolica
menu-today = Dzisiaj
menu-search = Szukaj
menu-map = Mapa
menu-desk = Zarządzanie
menu-me = Moje miejsce
menu-sign-in = Logowanie
who-you-are = Kim Państwo są
municipality = gmina { $name } (gemeente)
description = { $municipality }: kto pomaga i w czym? Grupy z okolicy i organizacje w jednym miejscu.
demo-label = O tym przykładzie
demo = To jest przykład. { $name } nie istnieje. Wszystkie nazwiska i adresy są zmyślone.
offline = Brak połączenia. Proszę spróbować za chwilę.
line-lost = Nie ma połączenia. Tekst nadal tu jest. Proszę spróbować za chwilę.
signed-out = Czas zalogowania tu się skończył. Tekst nadal tu jest. Proszę zalogować się w innej karcie. Działają Państwo dla więcej niż jednej strony? Proszę tam też wybrać, dla której. Potem proszę tu wrócić i wysłać jeszcze raz.
languages = Język
about = O tej stronie
about-privacy = Państwa dane i kto je widzi
about-help = Pomoc w korzystaniu ze strony
about-accessibility = Dostępność
about-sources = Źródła
not-reviewed = Tego tłumaczenia nie sprawdziła jeszcze osoba, dla której polski jest językiem ojczystym. Widzą Państwo błąd? Proszę dać nam znać.

sphere-informal = Z okolicy
sphere-formal = Organizacja
sphere-resident = Mieszkaniec

search = Szukaj
optional = (może być puste)
error = Błąd:
errors-label = Co jeszcze trzeba poprawić
errors = { $count ->
    [one] Jest jeszcze 1 rzecz do poprawienia.
    [few] Są jeszcze { $count } rzeczy do poprawienia.
   *[many] Jest jeszcze { $count } rzeczy do poprawienia.
}
breadcrumb = Gdzie Państwo są
pages = Strony
page-previous = Poprzednia
page-next = Następna
page-of = Strona { $page } z { $pages }
page-now = Strona { $page }
progress = { $done } z { $of }
step-done = Gotowe:
step-now = Teraz:
step-later = Później:
does = To robimy
does-not = Tego nie robimy
figure-table = To samo w tabeli

not-there = Tej strony nie ma
not-there-text = Może ją przeniesiono albo adres nie jest całkiem dobry. To nie jest Państwa błąd.
not-allowed = Tego nie można tu zrobić
not-allowed-text = Państwa rola na to nie pozwala. Proszę zapytać administratora w swojej gminie.
not-yet = To jeszcze nie jest możliwe
fault = Coś się u nas nie udało
fault-text = To nie jest Państwa wina. Zapisaliśmy, co się stało. Proszę spróbować ponownie za kilka minut.
reference = Dzwonią lub piszą Państwo do nas? Proszę podać ten numer:
too-big = To jest za duże
too-big-text = Plik lub tekst się nie mieści. Proszę go zmniejszyć i spróbować ponownie.
too-often = Proszę chwilę poczekać
too-often-text = Przyszło bardzo dużo zapytań naraz. Proszę poczekać minutę i spróbować ponownie.
read-only = Teraz można tylko czytać
read-only-text = Pracujemy przez chwilę nad stroną. Można normalnie szukać i czytać. Numery telefonów też są dostępne. Zmiany będą możliwe trochę później.
read-only-call = Sprawa nie może czekać? Proszę zadzwonić:
to-start = Na początek
to-search = Szukaj pomocy
to-help = Pomoc w korzystaniu ze strony

style = Styl
style-lead = Wszystkie części stron, w każdym stanie. Od razu widać, co daje zmiana.
style-themes = Wybierz gminę
style-components = Części
style-street = Ulica
style-street-text = Okrągłe to ktoś z okolicy, kwadratowe to organizacja, dom to mieszkaniec. Piłka jest u tego, kto ma teraz coś zrobić.
style-icons = Znaki
style-nothing = Tu nic nie widać i tak ma być.
style-empty = Puste
style-ordinary = Zwykłe
style-longest = Najdłuższe
style-refused = Odrzucone
