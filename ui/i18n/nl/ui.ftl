# Reviewed by: whoever wrote it; nobody from outside yet.
# Words of the layout and the components. B1, u, short.

skip = Naar de inhoud
menu = Hoofdmenu
menu-neighbourhood = Buurt
menu-today = Vandaag
menu-search = Zoeken
menu-map = Kaart
menu-desk = Beheer
menu-me = Mijn plek
menu-sign-in = Aanmelden
who-you-are = Wie u bent
municipality = gemeente { $name }
description = Wie helpt waarmee in { $municipality }? Buurtgroepen en organisaties bij elkaar.
demo-label = Over dit voorbeeld
demo = Dit is een voorbeeld. { $name } bestaat niet. Alle namen en adressen zijn verzonnen.
offline = Geen verbinding. Probeer het zo nog een keer.
line-lost = Er is geen verbinding. Uw tekst staat er nog. Probeer het zo nog eens.
signed-out = U bent hier niet meer aangemeld. Uw tekst staat er nog. Meld u aan in een ander tabblad. Werkt u voor meer partijen? Kies daar ook voor wie. Kom dan hier terug en verstuur het nog eens.
languages = Taal
about = Over deze site
about-privacy = Uw gegevens en wie ze ziet
about-help = Hulp bij deze site
about-accessibility = Toegankelijkheid
about-sources = Bronnen
not-reviewed = Deze vertaling is nog niet nagekeken door iemand die met de taal is opgegroeid. Ziet u een fout? Laat het ons weten.

sphere-informal = Uit de buurt
sphere-formal = Organisatie
sphere-resident = Bewoner

search = Zoek
optional = (mag leeg)
error = Fout:
errors-label = Wat er nog niet goed is
errors = { $count ->
    [one] Er is nog 1 ding niet goed.
   *[other] Er zijn nog { $count } dingen niet goed.
}
breadcrumb = Waar u bent
pages = Bladeren
page-previous = Vorige
page-next = Volgende
page-of = Bladzijde { $page } van { $pages }
page-now = Bladzijde { $page }
progress = { $done } van { $of }
step-done = Klaar:
step-now = Nu:
step-later = Later:
does = Dit doen wij wel
does-not = Dit doen wij niet
figure-table = Hetzelfde als tabel

not-there = Deze bladzijde is er niet
not-there-text = Misschien is hij verhuisd, of klopt het adres niet helemaal. U deed niets verkeerd.
not-allowed = Dit kunt u hier niet doen
not-allowed-text = Uw rol mag dit niet. Vraag het aan de beheerder van uw gemeente.
not-yet = Dat kan nog niet
fault = Er ging iets mis bij ons
fault-text = Dat ligt niet aan u. Wij hebben opgeschreven wat er gebeurde. Probeer het over een paar minuten opnieuw.
reference = Belt of mailt u ons? Noem dan dit nummer:
too-big = Dit is te groot
too-big-text = Het bestand of de tekst past niet. Maak het kleiner en probeer het opnieuw.
too-often = Even wachten
too-often-text = Er kwamen heel veel vragen tegelijk. Wacht een minuut en probeer het opnieuw.
read-only = U kunt nu alleen lezen
read-only-text = Wij werken even aan de site. Zoeken en lezen kan gewoon. Zo vindt u ook de telefoonnummers. Iets veranderen kan straks weer.
read-only-call = Kan het niet wachten? Bel
to-start = Naar het begin
to-search = Zoek hulp
to-help = Hulp bij deze site

style = Stijl
style-lead = Alle onderdelen van de bladzijden, in elke toestand. Zo ziet u meteen wat een verandering doet.
style-themes = Kies een gemeente
style-components = Onderdelen
style-street = De straat
style-street-text = Rond is uit de buurt, vierkant een organisatie, een huis een bewoner. De bal is bij wie nu iets doet.
style-icons = Tekens
style-nothing = Hier is niets te zien, en dat hoort zo.
style-empty = Leeg
style-ordinary = Gewoon
style-longest = Het langst
style-refused = Geweigerd
