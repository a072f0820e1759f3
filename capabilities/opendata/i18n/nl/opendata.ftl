# Reviewed by: whoever wrote it; nobody from outside yet.
# Open data: wat anderen mogen gebruiken, en het blad voor onderweg. B1, u.

open-title = Open data
open-lead = De sociale kaart van { $name } is van iedereen. U mag deze gegevens gebruiken in uw eigen site, app of onderzoek.
open-sources = Bronnen
open-files = Het hele bestand
open-files-none = De bestanden worden nu gemaakt. Kijk over een paar minuten nog eens.
open-files-text = Alle partijen ({ $parties }) en al hun aanbod ({ $offers }) die op deze site staan.
open-file-json = HSDS JSON ({ $size })
open-file-tables = Tabellen, zip ({ $size })
open-made = Gemaakt op { $day }, { $time }
open-often = Elke dag opnieuw. Is er net iets veranderd? Dan maken we het bestand eerst opnieuw: dat kan even duren.
open-files-not-now = We kunnen het bestand nu niet maken. Probeer het over een minuut opnieuw.
open-licence = Licentie
open-licence-text = Wat deze gemeente zelf opschreef, mag u vrij gebruiken als u zegt waar het vandaan komt:
open-licence-sources = Een deel komt van anderen. Daar geldt hun eigen licentie. Bij elk gegeven staat de bron.
open-interface = Koppelen met een ander programma
open-interface-text = Programma’s lezen de kaart via HSDS 3.0, de standaard voor sociale kaarten. Er is geen sleutel nodig.
open-interface-about = Welke standaard en welk profiel
open-interface-offers = Aanbod
open-interface-parties = Partijen
open-interface-places = Aanbod per locatie
open-interface-taxonomies = De lijst van thema’s
open-interface-themes = De thema’s
open-interface-openapi = Beschrijving voor programmeurs (OpenAPI)
open-interface-profile = Het Nederlandse profiel
open-never = Wat er nooit in staat
open-never-names = Namen en foto’s van mensen. Alleen hun rol.
open-never-secret = Adressen die geheim zijn.
open-never-hidden = Wat te lang niet is nagekeken.
open-never-residents = Iets over bewoners. Dat bewaren wij niet.

leaflet-title = Wie helpt in { $name }
leaflet-lead = Zoals het op { $day } op de sociale kaart stond. Bel voordat u gaat.
leaflet-nobody = In deze buurt staat nog niemand op de kaart.
leaflet-beside = Tweede taal ernaast
leaflet-alone = Eén taal
leaflet-how = Druk dit blad af met uw browser. Het past op A4.
leaflet-more = { $count ->
    [one] Er is nog { $number } andere partij. Die past niet op dit blad en staat op de site.
   *[other] Er zijn nog { $number } andere partijen. Die passen niet op dit blad en staan op de site.
}
leaflet-call = Bel
leaflet-what-for = Waarvoor
leaflet-themes = Gaat over
leaflet-way = Hoe
leaflet-when = Wanneer
leaflet-languages = Talen
leaflet-room = Is er plek
leaflet-confirmed = Klopt het

no-unknown = “{ $name }” is hier geen vraag die wij kennen. Wij kennen: { $known }.
no-twice = “{ $name }” staat er twee keer. Zet het er één keer in.
no-unreadable = Dit adres is niet te lezen: er staan tekens in die geen UTF-8 zijn.
no-number = “{ $name }” moet een getal zijn van 1 of hoger, of bij leeftijden van 0 of hoger.
no-yes-or-no = “{ $name }” is true of false.
no-id = “{ $name }” moet een id zijn: een UUID van 36 tekens.
no-date = “{ $name }” moet een dag of moment zijn, zoals 2026-11-25 of 2026-11-25T09:00:00Z.
no-time = “{ $name }” moet een tijd zijn, zoals 09:00.
no-day = “day” is een dag: MO, TU, WE, TH, FR, SA of SU.
no-postcode = “postcode” is vier cijfers, of vier cijfers en twee letters, zoals 9927 AB.
no-distance = “proximity” is een aantal meters van 0 of hoger.
no-distance-alone = “proximity” werkt alleen samen met “postcode”.
no-word = “{ $name }” is een van deze woorden: { $known }.
no-area = “area” is de CBS-code van een wijk of buurt, zoals WK036301 of BU03630100.
no-too-many = Zo veel past niet op een bladzijde. Vraag er hier hoogstens { $most }.
no-page = Bladzijde { $page } is er niet. Er zijn er { $pages }.
no-there = Dit is er niet.
no-moved = Dit is samengevoegd met een ander. U vindt het nu hier: { $path }
no-method = Hier kunt u alleen lezen. Gebruik GET.
no-busy = De gegevens zijn nu even niet te lezen. Probeer het over een paar seconden opnieuw.
no-fault = Er ging iets mis aan onze kant. Meld dit nummer: { $reference }.
