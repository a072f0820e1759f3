# Reviewed by: nobody yet.
# Open data: what others may use, and the leaflet to take along.

open-title = Otwarte dane
open-lead = Mapa pomocy (sociale kaart) należy do wszystkich. Gmina: { $name }. Można używać tych danych na własnej stronie, w aplikacji lub w badaniach.
open-sources = Źródła
open-files = Cały plik
open-files-none = Pliki są teraz tworzone. Proszę zajrzeć za kilka minut.
open-files-text = Wszystkie grupy i organizacje ({ $parties }) oraz wszystkie ich oferty ({ $offers }) na tej stronie.
open-file-json = HSDS JSON ({ $size })
open-file-tables = Tabele, zip ({ $size })
open-made = Utworzono: { $day }, { $time }
open-often = Codziennie od nowa. Coś się właśnie zmieniło? Wtedy najpierw tworzymy plik od nowa: to może chwilę potrwać.
open-files-not-now = Nie możemy teraz utworzyć pliku. Proszę spróbować ponownie za minutę.
open-licence = Licencja
open-licence-text = To, co ta gmina napisała sama, można swobodnie używać, jeśli się powie, skąd to jest:
open-licence-sources = Część pochodzi od innych. Tam obowiązuje ich własna licencja. Przy każdej informacji jest źródło.
open-interface = Połączenie z innym programem
open-interface-text = Programy czytają mapę przez HSDS 3.0, standard map pomocy. Klucz nie jest potrzebny.
open-interface-about = Jaki standard i jaki profil
open-interface-offers = Oferty
open-interface-parties = Grupy i organizacje
open-interface-places = Oferty według miejsca
open-interface-taxonomies = Lista tematów
open-interface-themes = Tematy
open-interface-openapi = Opis dla programistów (OpenAPI)
open-interface-profile = Profil holenderski
open-never = Czego tam nigdy nie ma
open-never-names = Imion, nazwisk i zdjęć ludzi. Jest tylko ich rola.
open-never-secret = Adresów, które są tajne.
open-never-hidden = Tego, czego zbyt długo nie sprawdzono.
open-never-residents = Niczego o mieszkańcach. Tego nie przechowujemy.

leaflet-title = { $name }: kto pomaga
leaflet-lead = Stan mapy pomocy: { $day }. Przed wyjściem proszę zadzwonić.
leaflet-nobody = W tej okolicy nie ma jeszcze nikogo na mapie.
leaflet-beside = Drugi język obok
leaflet-alone = Jeden język
leaflet-how = Tę kartkę można wydrukować z przeglądarki. Mieści się na A4.
leaflet-more = { $count ->
    [one] Jest jeszcze { $number } inna grupa lub organizacja. Nie mieści się na tej kartce, jest na stronie.
    [few] Są jeszcze { $number } inne grupy lub organizacje. Nie mieszczą się na tej kartce, są na stronie.
   *[many] Jest jeszcze { $number } innych grup lub organizacji. Nie mieszczą się na tej kartce, są na stronie.
}
leaflet-call = Telefon
leaflet-what-for = W jakiej sprawie
leaflet-themes = Temat
leaflet-way = Jak
leaflet-when = Kiedy
leaflet-languages = Języki
leaflet-room = Czy są miejsca
leaflet-confirmed = Czy to aktualne

no-unknown = „{ $name }” nie jest tu pytaniem, które znamy. Znamy: { $known }.
no-twice = „{ $name }” występuje dwa razy. Proszę wpisać raz.
no-unreadable = Tego adresu nie da się odczytać: są w nim znaki, które nie są UTF-8.
no-number = „{ $name }” musi być liczbą od 1 w górę, a przy wieku od 0 w górę.
no-yes-or-no = „{ $name }” to true lub false.
no-id = „{ $name }” musi być identyfikatorem: UUID z 36 znaków.
no-date = „{ $name }” musi być dniem lub chwilą, na przykład 2026-11-25 lub 2026-11-25T09:00:00Z.
no-time = „{ $name }” musi być godziną, na przykład 09:00.
no-day = „day” to dzień: MO, TU, WE, TH, FR, SA lub SU.
no-postcode = „postcode” to cztery cyfry albo cztery cyfry i dwie litery, na przykład 9927 AB.
no-distance = „proximity” to liczba metrów od 0 w górę.
no-distance-alone = „proximity” działa tylko razem z „postcode”.
no-word = „{ $name }” to jedno z tych słów: { $known }.
no-area = „area” to kod CBS dzielnicy (wijk) lub osiedla (buurt), na przykład WK036301 lub BU03630100.
no-too-many = Tyle nie mieści się na stronie. Można tu poprosić najwyżej o { $most }.
no-page = Strony { $page } nie ma. Liczba stron: { $pages }.
no-there = Tego nie ma.
no-moved = To zostało połączone z innym wpisem. Teraz jest tutaj: { $path }
no-method = Tu można tylko czytać. Proszę użyć GET.
no-busy = Danych nie można teraz odczytać. Proszę spróbować ponownie za kilka sekund.
no-fault = Coś się po naszej stronie nie udało. Proszę zgłosić ten numer: { $reference }.
