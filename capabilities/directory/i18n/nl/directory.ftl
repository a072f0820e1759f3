# Reviewed by: whoever wrote it; nobody from outside yet.
# Words of the social map.

### The pages for visitors

# Times, ways in, room, age.
open-now = Nu open tot { $time }
opens-today = Vandaag om { $time }
opens-tomorrow = Morgen om { $time }
opens-day = { $day } om { $time }
days-two = { $first } en { $last }
days-span = { $first } tot en met { $last }
way-walk-in = Zonder afspraak
way-appointment = Op afspraak
way-phone = Per telefoon
way-home-visit = Komt bij u thuis
way-online = Via internet
capacity-open = Er is plek
capacity-few = Nog een paar plekken
capacity-waiting = Wachtlijst
capacity-closed = Nu geen plek
capacity-unknown = Niet bekend of er plek is
age-ageing = Al een tijd niet nagekeken
age-stale = Lang niet nagekeken. Bel eerst even.
age-hidden = Te oud. Bezoekers zien dit niet meer.

# Themes.
theme-all-of = { $theme }: alles
theme-in-general = In het algemeen
themes-title = Onderwerpen
themes-lead = Alles waar hulp bij kan zijn, in gewone woorden. Kies een onderwerp en u ziet wie er helpt.
themes-none = Er zijn nog geen onderwerpen.
themes-count = keer hulp
themes-nothing = (hier nog geen hulp)
themes-official = Zo heet het officieel
themes-mapping = De officiële namen komen uit de lijst van producten van gemeenten (Uniforme Productnamenlijst).
start-all-themes = Alle onderwerpen
start-often-themes = Waar de meeste hulp voor is

# Who looked at it, and where it came from.
not-checked = Nog niet nagekeken door een mens
checked-on = Nagekeken op { $day }
checked-by = door
age-advice = Het kan zijn dat iets niet meer klopt. Bel of mail voor u langsgaat.
source = Bron:
licence = Licentie:
about-sources-link = Over de bronnen
source-dropped = De bron noemt dit niet meer sinds { $day }.

# The list.
list-title = Wie doet wat?
search-question = Waar zoekt u hulp bij?
list-all = { $count ->
    [one] 1 plek waar u terecht kunt
   *[other] { $number } plekken waar u terecht kunt
}
list-found = { $count ->
    [0] Niemand gevonden
    [one] 1 plek helpt hierbij
   *[other] { $number } plekken helpen hierbij
}
worlds = Uit de buurt of organisatie
worlds-both = Allebei
shorter = Maak de lijst korter
choose-theme = Waar gaat het over?
any-theme = Alles
choose-language = Welke taal spreekt u?
any-language = Alle talen
choose-area = In welke buurt?
any-area = Overal
whole-district = Heel { $name }
choose-near = Dicht bij welke plek?
choose-near-hint = Een buurt, vier cijfers van een postcode, of de naam van een plek
near = Dicht bij
distance-metres = { $number } meter
distance-kilometres = { $number } km
found-read-as = Wij zochten naar: { $words }
walk-into = Vraag het in de buurt
walk-into-text = Bij deze groepen van bewoners loopt u zo binnen. Vaak weten zij wie u verder kan helpen.
suggestions = Bedoelt u een van deze?
choose-day = Op welke dag?
any-day = Alle dagen
choose-capacity = Is er plek?
any-capacity = Maakt niet uit
choose-show = Laat zien
chosen = Uw keuzes
drop = Haal weg:
choice-unknown = Een van de keuzes kennen wij niet. Die hebben wij weggelaten.
postcode-unknown = Wij weten niet waar postcode { $postcode } ligt. Kies uw wijk of buurt.
question-shortened = Uw vraag was heel lang. Wij zochten met het begin ervan.
found-loosely = Niets past bij al uw woorden. Dit past bij een deel ervan.
map = Kaart
map-of-list = De nummers horen bij de lijst. Rond is uit de buurt, vierkant is een organisatie.
page-gone = Deze bladzijde is er niet
page-gone-text = De lijst heeft minder bladzijden: { $pages }.
page-last = Naar de laatste bladzijde
nothing-yet = Hier staat nog niemand
nothing-yet-text = Zodra een groep of organisatie meedoet, vindt u die hier.
nobody-found = Niemand gevonden
nobody-found-text = Samen zijn uw keuzes te streng. Laat er een los:
nobody-found-words = Probeer een ander woord, of kijk in de hele lijst.
nobody-found-choices = Ook zonder een van uw keuzes is er niemand. Kijk in de hele lijst.
without = Zonder
list-everything = Bekijk alles ({ $number })
missing-title = Staat uw groep er niet bij?
missing-text = Ook een klein groepje hoort hier. U hoeft geen stichting te zijn.
missing-link = Meld uw groep aan

# A party and an offer.
party-facts = Bereiken, plek en buurten
call = Bel
mail = Stuur een mail
call-for = Hier kunt u voor bellen
not-for = Dit doen wij niet
party-hand-over = Draag hulp warm over
party-offers = Dit kunt u hier doen
party-people = Deze mensen treft u
works-gladly = Zo werken wij graag samen
lived-experience = Uit eigen ervaring
reach-us = Zo bereikt u ons
room-now = Is er nu plek?
languages-spoken = Talen
areas-served = Hier werken wij
serves-all = In heel { $name }
serves-unknown = Dat staat er nog niet bij.
something-wrong = Klopt er iets niet?
map-of-party = Hier vindt u ons.
where = Waar
address-secret = Het adres is geheim. Bel eerst.
mail-returns = Mail naar dit adres komt terug. Bezoekers zien het adres pas weer als het veranderd is, of als iemand zegt dat het klopt.
address-unknown = Het adres staat er nog niet bij.
offer-facts = Wie dit doet, en waar
map-of-offer = Hier is het.
when = Wanneer
when-table = De tijden in een week
day = Dag
open = Open
for-whom = Voor wie
way-in = Hoe komt u binnen
cost = Wat kost het
more-about = Meer hierover

# Areas.
areas-title = Wijken en buurten
areas-lead = Kies een buurt. U ziet wie daar zit en wie daar komt.
areas-none = Hier staan nog geen buurten
areas-none-text = Zoeken kan gewoon.
area-district = Wijk in { $name }
area-neighbourhood = Buurt in { $name }
area-find = Zoek hulp in deze buurt
area-leaflet = Blad om af te drukken
area-reciprocity = Vragen en antwoorden over en weer
area-facts = Kaart en cijfers
map-of-area = Deze buurt, en wat eromheen ligt. Rond is uit de buurt, vierkant is een organisatie.
area-here = { $count ->
    [0] Niemand heeft hier een eigen plek
    [one] 1 heeft hier een eigen plek
   *[other] { $number } hebben hier een eigen plek
}
area-working = { $count ->
    [one] 1 werkt hier ook
   *[other] { $number } werken hier ook
}
area-all = Bekijk ze allemaal
area-inside = Buurten in deze wijk
area-neighbours = Hiernaast
gaps-title = Dit is er hiernaast wel
gap-nobody = { $count ->
    [one] In 1 buurt hiernaast is er hulp bij ‘{ $theme }’. Hier nog niet.
   *[other] In { $count } buurten hiernaast is er hulp bij ‘{ $theme }’. Hier nog niet.
}
gap-informal = { $count ->
    [one] In 1 buurt hiernaast helpt iemand uit de buurt bij ‘{ $theme }’. Hier nog niemand uit de buurt.
   *[other] In { $count } buurten hiernaast helpt iemand uit de buurt bij ‘{ $theme }’. Hier nog niemand uit de buurt.
}
gap-formal = { $count ->
    [one] In 1 buurt hiernaast helpt een organisatie bij ‘{ $theme }’. Hier nog geen organisatie.
   *[other] In { $count } buurten hiernaast helpt een organisatie bij ‘{ $theme }’. Hier nog geen organisatie.
}
figures = Cijfers
figure-residents = mensen wonen hier
figure-households = huishoudens
figure-older = zijn 65 of ouder
figure-young = zijn jonger dan 15
figures-year = Uit { $year }.

# The first page.
start-title = Wat speelt er in { $name }?
start-sentence = Hier vindt u { $informal ->
    [one] 1 groep uit de buurt
   *[other] { $informal_number } groepen uit de buurt
} en { $formal ->
    [one] 1 organisatie
   *[other] { $formal_number } organisaties
}.
start-sentence-empty = Hier komt wie u kan helpen.
start-empty = Hier staat nog niemand
start-empty-text = Deze gemeente begint net. Bent u een groep of organisatie? Dan kunt u de eerste zijn.
search-hint = Bijvoorbeeld: brief lezen, schulden, samen eten
start-worlds = Twee werelden, één buurt
start-informal = Bewoners die elkaar helpen: groepen, vrijwilligers, gidsen. Zij kennen de buurt.
start-formal = Mensen van wie dit het werk is: wijkteam, gemeente, welzijn. Zij kennen de regels.
start-themes = Waar gaat het over?
start-districts = Kies een wijk
start-all-areas = Alle wijken en buurten
start-map = Bekijk alles op de kaart
start-fresh = Net nagekeken
start-all = Bekijk iedereen

# The map.
map-title = Kaart van { $name }
map-none = Van deze gemeente is nog geen kaart
map-sentence = { $count ->
    [0] In { $name } heeft nog niemand een plek die op de kaart kan.
    [one] In { $name } staat 1 groep of organisatie op de kaart.
   *[other] In { $name } staan { $number } groepen en organisaties op de kaart.
}
map-legend = Rond is uit de buurt, vierkant is een organisatie. Een getal: zoveel op een plek bij elkaar. Hoe donkerder een buurt, hoe meer er zijn.
map-table = Hetzelfde als lijst
map-nobody = Hier nog niemand ({ $number })
map-list = Bekijk dit als lijst van hulp
map-district = Meer over deze wijk
map-parties = Wie u hier vindt
area = Buurt

# About this site.
sources-title = Bronnen
sources-lead = Hier staat waar de gegevens vandaan komen, van wanneer ze zijn en wat u ermee mag doen.
sources-fiction = { $name } bestaat niet
sources-fiction-text = Alle mensen, groepen, adressen, telefoonnummers en kaarten op deze site zijn verzonnen. Zo kunt u alles rustig proberen.
sources-none = Er zijn geen bronnen van buiten
sources-none-text = Alles wat hier staat, is door mensen van de gemeente, groepen en organisaties zelf opgeschreven.
source-dated = De gegevens zijn van { $day }.
source-imported = Hier gezet op { $day }.
sources-yours = Wat groepen zelf vertellen
sources-yours-text = Heeft een mens gegevens nagekeken? Dan gaat dat voor. Een bron van buiten schrijft er nooit overheen.
sources-code = Het programma is vrij. Iedereen mag het gebruiken, bekijken en verbeteren (EUPL 1.2). De letter heet Rubik (OFL).
sources-open = U mag de gegevens van deze site gebruiken in uw eigen site of app.
sources-open-link = Naar de open data
privacy-title = Uw gegevens en wie ze ziet
privacy-lead = Over u bewaren wij niets. U hoeft niet in te loggen om te zoeken.
privacy-stored = Dit bewaren wij
privacy-stored-1 = Wat groepen en organisaties doen, waar en wanneer.
privacy-stored-2 = De naam en foto van iemand die u kunt bellen. Alleen als die persoon dat goed vindt.
privacy-stored-3 = Wanneer iemand de gegevens heeft nagekeken, en in welke rol. Niet wie.
privacy-stored-4 = De taal die u kiest. Die staat in een klein bestandje (cookie) op uw eigen telefoon of computer.
privacy-stored-5 = Doet u mee voor een groep of organisatie? Dan bewaren wij uw naam, hoe u binnenkomt, uw vragen en antwoorden, en uw e-mailadres als u mail wilt. Een vraag verdwijnt dertig dagen na het einde.
privacy-stored-6 = Vraagt uw groep om op de kaart te komen? Dan ziet alleen de gemeente wat u invult, tot zij beslist. Na een ja staat het op de kaart. Na een nee verdwijnt het na dertig dagen. Beslist niemand? Dan verdwijnt het na negentig dagen.
privacy-never = Dit bewaren wij nooit
privacy-never-1 = Wie u bent, waar u woont of wat u hier zocht.
privacy-never-2 = Uw burgerservicenummer (BSN).
privacy-never-3 = Cijfers of lijstjes die mensen met elkaar vergelijken.
privacy-never-4 = Gegevens om mensen te controleren of te straffen.
privacy-never-5 = Wat u doet op andere sites. Deze site haalt niets bij anderen op en niemand kijkt mee.
privacy-secret = Geheime plekken
privacy-secret-1 = Van een opvang die veilig moet blijven, bewaren wij geen adres. Ook niet verborgen. Het staat nergens.
privacy-self = Staat u hier zelf op?
privacy-self-1 = U mag altijd zeggen: haal mijn naam of foto weg. Dan is die meteen weg.
privacy-self-2 = Wil uw groep hier niet staan? Dan onthouden wij alleen dat, en komt de groep niet meer terug.
privacy-who = Wie ziet wat
privacy-who-1 = Wat op de kaart staat, mag iedereen lezen. Vragen en overdrachten zien alleen de partijen die het aangaat. Een vraag aan de hele buurt ziet iedereen die meedoet.
privacy-who-2 = Is een antwoord te laat? Dan ziet wie op de termijnen let tussen welke partijen het is, waarover, in welke buurt en tot wanneer. Nooit wat er is gezegd.
help-title = Hulp bij deze site
help-lead = Hier leest u hoe de site werkt.
help-search = Zoeken
help-search-1 = Typ in een paar woorden waar u hulp bij zoekt. Een hele zin mag ook.
help-search-2 = Maak de lijst korter met een onderwerp, een taal, een buurt of een dag. Tik een keuze nog een keer aan om haar weg te halen.
help-signs = Rond en vierkant
help-signs-1 = Rond betekent: uit de buurt. Bewoners die elkaar helpen.
help-signs-2 = Vierkant betekent: een organisatie. Mensen van wie dit het werk is.
help-checked = Nagekeken
help-checked-1 = Bij elke groep staat wanneer een mens de gegevens heeft nagekeken. Is dat lang geleden? Bel dan eerst. Na een tijd halen wij oude gegevens weg.
help-wrong = Klopt er iets niet?
help-wrong-1 = Vertel het de groep of organisatie zelf, of bel de gemeente { $name }. Dan passen wij het aan.
help-join = Uw groep erbij
help-join-1 = Ook een klein groepje hoort hier. U hoeft geen stichting te zijn en u hoeft niets over bewoners te vertellen.
help-join-2 = Bellen of mailen met de gemeente { $name } mag ook.
help-urgent = Is het erg?
help-urgent-1 = Is er gevaar? Bel 112. Deze site is niet voor nood.
access-title = Toegankelijkheid
access-lead = Iedereen moet deze site kunnen gebruiken. Daar werken wij aan.
access-works = Dit werkt
access-works-1 = U kunt alles met alleen het toetsenbord.
access-works-2 = Alles werkt ook zonder script en op een oude telefoon.
access-works-3 = Bij elk plaatje staat een zin die zegt wat u ziet, en hetzelfde als lijst.
access-works-4 = De letters mogen twee keer zo groot. Donker en extra contrast volgen uw eigen instelling.
access-not-yet = Dit is nog niet goed
access-not-yet-1 = Groepen schrijven in het Nederlands. Die tekst vertalen wij nog niet.
access-not-yet-2 = Op een kleine telefoon zijn de namen op de kaart klein. Gebruik dan de lijst eronder.
access-not-yet-3 = Mensen met een beperking hebben de site nog niet met ons getest.
access-tell = Loopt u ergens vast?
access-tell-1 = Vertel het de gemeente { $name }. Zeg op welke bladzijde het misging.

### End of the pages for visitors

## Importing
import-fate-refused = Geweigerd
import-fate-left-out = Weggelaten
import-fate-kept = Gelaten zoals het was
import-fate-gone = Verdwenen bij de bron
import-fate-mended = Hersteld
import-fate-noted = Om naar te kijken
import-reason-no-name = Er staat geen naam.
import-reason-no-key = Er staat geen eigen nummer bij.
import-reason-double-key = Dit nummer kwam al eerder in het bestand voor.
import-reason-no-party = Er staat niet bij van welke organisatie of groep dit is.
import-reason-unknown-party = De partij waar dit bij hoort, staat niet in het bestand.
import-reason-unknown-place = De plek waar dit bij hoort, staat niet in het bestand.
import-reason-unknown-offer = Het aanbod waar dit bij hoort, staat niet in het bestand.
import-reason-too-long = De tekst is te lang.
import-reason-bad-point = De plek op de kaart klopt niet.
import-reason-swapped-point = De twee getallen van de plek waren omgewisseld.
import-reason-bad-date = De datum klopt niet.
import-reason-bad-time = De tijd klopt niet.
import-reason-bad-phone = Dit is geen telefoonnummer.
import-reason-bad-email = Dit is geen e-mailadres.
import-reason-bad-website = Dit is geen adres van een website.
import-reason-unknown-language = Deze taal kennen wij niet.
import-reason-unknown-theme = Dit onderwerp kennen wij niet.
import-reason-unknown-area = Deze wijk of buurt kennen wij niet.
import-reason-lost-accent = Hier is een letter met een accent verloren gegaan.
import-reason-rounded-key = Het nummer is afgerond door een rekenblad.
import-reason-marker = Er stonden tekens in van een ander programma. Die zijn weg.
import-reason-literal-newline = Er stond "\n" in de tekst. Dat is een nieuwe regel geworden.
import-reason-several-keys = Er stonden meer nummers in één vak.
import-reason-backtick = Er stond een verkeerd komma-teken. Dat is nu een apostrof.
import-reason-markup = Er stond code van een website in. Die is weg.
import-reason-wrong-columns = Deze regel heeft te veel of te weinig vakken.
import-reason-unclosed-quote = Een aanhalingsteken wordt nergens gesloten.
import-reason-not-text = Dit is geen leesbare tekst.
import-reason-inactive = De bron zegt: dit bestaat niet meer.
import-reason-internal = Dit is niet bedoeld voor iedereen.
import-reason-person = Namen van mensen nemen we niet over uit een bestand.
import-reason-do-not-list = Deze partij wil niet op de kaart.
import-reason-same-record = Dit staat er twee keer in.
import-reason-cut-off = Het bestand houdt hier ineens op.
import-reason-confidential = Dit is een geheime plek. Het adres is niet overgenomen.
import-reason-unclear-confidential = Er staat iets bij geheim dat wij niet kennen. Wij houden het adres geheim.
import-reason-not-used = Dit heeft geen plaats op de kaart.
import-reason-no-address = Hier staat geen adres.
import-reason-past = Dit is al voorbij.
import-reason-confirmed = Iemand heeft gezegd dat het klopt. Dat blijft staan.
import-reason-edited = Iemand heeft dit zelf aangepast, of er iets van weggehaald. Dat blijft zo.
import-reason-removed = Iemand heeft dit van de kaart gehaald. Het komt niet terug.
import-reason-dropped = De bron heeft dit niet meer. Het blijft staan, met een merkteken.
import-reason-near-area = De plek ligt net buiten een buurt. We namen de dichtstbijzijnde.
import-reason-outside-areas = De plek ligt in geen enkele buurt van deze gemeente.
import-reason-like-unwanted = Deze partij lijkt op een partij die niet op de kaart wil. Is het een andere? Zet haar dan zelf op de kaart.
import-reason-like-secret = Een partij met deze naam heeft een geheime plek. Kijk of dit adres bekend mag zijn. Mag het? Zet het dan zelf op de kaart.
import-reason-new-theme = Dit onderwerp heeft uw gemeente nog niet. Het komt erbij. De uitleg en de Arabische naam komen niet mee.
import-unreadable-empty = Het bestand { $file } is leeg.
import-unreadable-unknown = { $file } is geen tabel, geen JSON en geen zip die wij kennen.
import-unreadable-not-text = { $file } is geen leesbare tekst. Is het een Excel-bestand? Bewaar het dan als CSV.
import-unreadable-needs-mapping = Voor { $file } is een kolommenlijst nodig. Deze kolommen staan erin: { $found }
import-unreadable-mapping = De kolommenlijst klopt niet op regel { $line }: { $what }
import-unreadable-columns = In { $file } ontbreekt: { $missing }. Wel gevonden: { $found }
import-unreadable-no-table = De tabel { $wanted } ontbreekt. Wel gevonden: { $found }
import-unreadable-cut-off = { $file } houdt halverwege op, op regel { $line } (teken { $column }). Haal het bestand nog eens op.
import-unreadable-bad-json = { $file } is geen goede JSON: kijk op regel { $line }, teken { $column }.
import-unreadable-no-records = In { $file } staat geen partij en geen aanbod.
import-unreadable-bad-archive = De zip is beschadigd.
import-unreadable-locked = { $file } in de zip heeft een wachtwoord. Maak een zip zonder wachtwoord.
import-unreadable-bomb = { $file } wordt bij het uitpakken meer dan { $ratio } keer zo groot. Dat vertrouwen we niet.
import-unreadable-too-big = Dit is te groot: meer dan { $max } bytes.
import-unreadable-too-many-files = Er zitten meer dan { $max } bestanden in.
import-unreadable-escapes = { $file } wijst buiten de zip. Dat vertrouwen we niet.
import-unreadable-link = { $file } is een verwijzing, geen bestand.
import-unreadable-broken = Het lezen lukte niet: { $why }
import-title = Gegevens inlezen
import-lead = Zet partijen en aanbod uit een bestand op de kaart. U ziet eerst wat er verandert. Pas daarna beslist u.
import-what = Wat kunt u inlezen?
import-what-hsds = Een sociale kaart in HSDS: JSON, of tabellen in CSV. Meer tabellen? Doe ze samen in één zip.
import-what-csv = Een eigen tabel in CSV, met een kolommenlijst. Die zegt welke kolom wat is.
import-what-geojson = Punten op de kaart in GeoJSON, met een kolommenlijst.
import-what-not = Namen van mensen en geheime adressen nemen we nooit over.
import-field-file = Bestand
import-field-file-hint = CSV, JSON, GeoJSON of zip. Niet groter dan 48 MB.
import-field-source = Van wie zijn de gegevens?
import-field-source-hint = Deze naam staat straks op de kaart. Gebruik elke keer dezelfde naam.
import-field-licence = Licentie
import-field-licence-hint = Mag u de gegevens gebruiken? Bijvoorbeeld: CC BY 4.0
import-field-dated = Van welke datum?
import-field-dated-hint = Als u het weet. Bijvoorbeeld: 2026-11-25
import-field-sphere = Staat er niet bij of het formeel of informeel is? Dan is het:
import-field-mapping = Kolommenlijst
import-field-mapping-hint = Alleen nodig bij een eigen tabel of bij punten.
import-field-mapping-none = Niet nodig
import-field-own-mapping = Of plak hier uw eigen kolommenlijst
import-look = Laat zien wat er verandert
import-wrong-file = Kies een bestand.
import-wrong-large = Het bestand is te groot. Groter dan 48 MB kan alleen met de opdracht samenspel import.
import-wrong-source = Vul in van wie de gegevens zijn, in 120 tekens of minder.
import-wrong-licence = Vul de licentie in, in 120 tekens of minder.
import-wrong-dated = Schrijf de datum als 2026-11-25.
import-earlier = Eerder ingelezen
import-earlier-none = Er is nog niets ingelezen.
import-state-waits = Wacht op uw besluit
import-state-applied = Staat op de kaart
import-column-when = Wanneer
import-column-source = Bron
import-column-state = Hoe staat het
import-column-counts = Nieuw, anders, weg
import-preview-title = Dit verandert er op de kaart
import-done-title = Dit is ingelezen
import-preview-lead = Uit { $file }, van { $source }. Er staat nog niets op de kaart.
import-done-lead = Uit { $file }, van { $source }.
import-count-added = Nieuw
import-count-changed = Anders dan eerst
import-count-same = Hetzelfde gebleven
import-count-gone = Niet meer bij de bron
import-count-kept = Gelaten zoals een mens het zei
import-count-left-out = Weggelaten
import-count-refused = Geweigerd
import-lines = Wat ging er niet vanzelf?
import-lines-none = Alles is zonder moeite gelezen.
import-lines-all = Alles
import-lines-csv = Haal deze lijst op (CSV)
import-lines-earlier = Vorige
import-lines-later = Volgende
import-lines-caption = Regels { $from } tot en met { $to } van { $total }
import-column-fate = Wat gebeurde er
import-column-where = Waar
import-column-key = Nummer
import-column-why = Waarom
import-where = { $file }, regel { $line }
import-apply = Zet op de kaart
import-discard = Weg ermee
import-waits = Dit bestand blijft één dag bewaard. Daarna is het weg.
import-nothing-changes = Er verandert niets op de kaart.
import-outdated = De kaart is veranderd sinds u keek. Er is nog niets gedaan. Dit is wat er nu zou veranderen.
import-already = Dit was al gedaan.
import-sphere-formal = Formeel: een organisatie
import-sphere-informal = Informeel: uit de buurt
# end of importing

### What ages, the mail, and what is listed twice

mail-subject = { $party }: klopt het nog?
mail-greeting = Beste mensen van { $party },
mail-why-ageing = U staat op de sociale kaart. Het is een tijd geleden dat iemand keek of alles nog klopt.
mail-why-stale = U staat op de sociale kaart. Het is lang geleden dat iemand keek of alles nog klopt. Binnenkort staat dat erbij.
mail-why-hiding = U staat op de sociale kaart. Niemand zei dat alles nog klopt. Doet u niets, dan is uw vermelding, of een deel ervan, niet meer te zien vanaf { $day }.
mail-why-hidden = U staat op de sociale kaart. Niemand zei dat alles nog klopt. Daarom is uw vermelding, of een deel ervan, nu niet te zien.
mail-choose = Wilt u kiezen? U hoeft niet in te loggen.
mail-right = Klopt nog
mail-changed = Is veranderd
mail-off = Haal ons weg
mail-end = Iedere link werkt één keer, tot u de volgende mail krijgt. Wij mailen u hooguit één keer per week.
mail-from = Groet van de sociale kaart van { $town }

answer-right-title = Klopt het nog wat er staat over { $party }?
answer-right-lead = Met één tik weet iedereen dat het klopt. U hoeft niet in te loggen.
answer-right-button = Ja, het klopt nog
answer-as-it-stands = Dit staat er nu
answer-see-all = Bekijk alles wat erover op de kaart staat
answer-off-title = { $party } van de kaart halen?
answer-off-lead = Dan staat u nergens meer op de kaart. Wij onthouden dat u er niet op wilt, ook als iemand een nieuwe lijst inleest. U kunt zich nog zeven dagen bedenken.
answer-off-running = Lopende vragen en overdrachten stoppen. Die komen niet terug.
answer-off-button = Ja, haal ons weg
answer-form-title = Wat is er veranderd bij { $party }?
answer-form-lead = Verander wat niet meer klopt. Na het bewaren staat het meteen op de kaart.
answer-form-rest = Is er een plek of aanbod bij gekomen, of werkt u in andere buurten? Neem contact op met uw gemeente.
answer-form-button = Bewaren, zo klopt het
answer-left = Hier zijn wij niet meer. Deze plek gaat van de kaart.
answer-stopped = Dit doen wij niet meer. Dit aanbod gaat van de kaart.
answer-thanks = Dank u wel
answer-thanks-right = Iedereen ziet nu dat het vandaag nog klopte.
answer-thanks-changed = Wat u veranderde staat op de kaart.
answer-put-away = De beheerder heeft deze vermelding verborgen en ziet nu dat zij klopt. Wilt u weten waarom? Neem contact op met uw gemeente.
answer-see = Bekijk { $party } op de kaart
answer-keep = Werk uw gegevens bij
answer-gone = U staat niet meer op de kaart
answer-gone-lead = Alles wat erop stond is weg. Wij onthouden dat u er niet op wilt.
answer-gone-until = Heeft u zich bedacht? Tot en met { $day } kunt u alles op de kaart terugzetten zoals het was.
answer-gone-keep = Bewaar het adres van deze bladzijde als u twijfelt. Bent u het kwijt? De gemeente kan u in die week ook terugzetten.
answer-back-button = Zet ons terug op de kaart
answer-gone-for-good = Wilt u er later weer op? Neem contact op met uw gemeente.
answer-back = U staat weer op de kaart
answer-back-lead = Alles op de kaart is terug zoals het was.
answer-back-running = Vragen en overdrachten die liepen, zijn gestopt. Die komen niet terug.
answer-back-people = Hoorden er mensen bij uw partij in Samenspel? De gemeente nodigt hen opnieuw uit.
answer-unknown = Deze link kennen wij niet
answer-unknown-lead = Kijk of de link helemaal is overgenomen uit de mail. Lukt het niet, wacht dan op de volgende mail of bel uw gemeente.
answer-used = Deze link is al gebruikt
answer-used-lead = Op { $day } koos iemand: { $answer }. Daarna werkt de link niet meer.
answer-used-see = Zie wat er toen gebeurde
answer-over = Deze link werkt niet meer
answer-over-lead = Er is daarna een nieuwe mail gestuurd, of de vermelding is intussen op een andere manier nagekeken of weggehaald. Gebruik de nieuwste mail.
answer-start = Naar de sociale kaart

ageing = Wat veroudert
ageing-lead = Wat lang niet is nagekeken, wordt ouder en verdwijnt daarna vanzelf. Hier ziet u wie u kunt bellen.
ageing-groups = Kies wat u wilt zien
ageing-no-address = Geen mailadres
ageing-bounced = Mail komt niet aan
ageing-hides-soon = Bijna niet meer te zien
ageing-no-answer = Gemaild, nog geen antwoord
ageing-to-be-asked = Krijgt nog mail
ageing-hidden = Niet meer te zien
ageing-nobody = Hier staat nu niemand.
ageing-no-mail = Er is geen mailserver ingesteld. Niemand krijgt mail; bel de partijen zelf.
ageing-since = Nagekeken of opgeschreven op { $day }
ageing-mail-sent = Gemaild op { $day }
ageing-mail-bounced = De mail van { $day } kwam terug. Kijk of het adres nog klopt.
ageing-mail-waits = De mail wacht op de mailserver
ageing-mail-failed = De mail van { $day } is niet zeker aangekomen
ageing-mail-not-taken = De mailserver neemt al dagen geen mail aan voor dit adres (mail van { $day }). Bel de partij.
ageing-hides-on = Niet meer te zien vanaf { $day }
ageing-put-away = De beheerder heeft dit verborgen
ageing-offer-hidden = Een aanbod van deze partij is niet meer te zien. Niemand zei dat het nog klopt.
ageing-no-phone = Er is geen telefoonnummer
ageing-confirm = Klopt, gebeld
ageing-mail = Stuur nu een mail
ageing-hide = Verberg
ageing-show = Toon weer
ageing-did-confirm = Bewaard: de partij en haar aanbod zijn vandaag nagekeken.
ageing-did-mail = De mail is verstuurd.
ageing-did-no-address = Er is geen mailadres. Bel de partij.
ageing-did-bounce = De mailserver neemt geen mail aan voor dit adres. Bel de partij.
ageing-did-later = De mail kon nu niet weg. Wij proberen het later vanzelf opnieuw.
ageing-did-too-often = Deze partij kreeg in de afgelopen week al een mail, of er wacht er een. Vaker dan één keer per week mailen wij niet.
ageing-did-put-away = Verborgen: bezoekers zien dit niet meer.
ageing-did-show = Bezoekers zien dit weer. Bevestigt niemand het, dan verdwijnt het later weer.
ageing-did-back = De partij staat weer op de kaart, zoals zij was.
ageing-taken-off = Heeft zichzelf weggehaald
ageing-taken-off-lead = Zeven dagen kunt u dit terugzetten, bijvoorbeeld als iemand zich heeft bedacht. Daarna is alles weg.
ageing-taken-off-on = Weggehaald op { $day }
ageing-put-back = Zet terug
ageing-days = Na hoeveel dagen?
ageing-fresh-days = Zoveel dagen is iets vers
ageing-stale-days = Na zoveel dagen is het oud
ageing-hide-days = Na zoveel dagen is het niet meer te zien
ageing-notice-days = Zoveel dagen nadat wij ernaar vroegen, op zijn vroegst
ageing-notice-hint = Wie nog geen mail kreeg, en van wie u nog niet zag dat u moet bellen, verdwijnt niet.
ageing-districts = Andere dagen voor een wijk
ageing-districts-lead = Werkt een partij in meer wijken? Dan geldt voor haar het hoogste aantal. Werkt zij in de hele gemeente? Dan gelden de dagen van de gemeente.
ageing-district-own = Vers: { $fresh } dagen. Oud: na { $stale } dagen. Niet meer te zien: na { $hide } dagen.
ageing-district-none = Zelfde dagen als de gemeente
ageing-days-of = Na hoeveel dagen? { $name }
ageing-days-of-lead = Deze dagen gelden voor partijen die in deze wijk werken. Werkt een partij ook in een andere wijk? Dan geldt het hoogste aantal.
ageing-days-take-away = Geen eigen dagen meer voor deze wijk

double = Misschien dubbel
double-lead = Deze partijen lijken op elkaar. Maak er één van, of zeg dat het er twee zijn. Oude adressen blijven werken.
double-none = Niets lijkt dubbel.
double-same-name = Dezelfde naam
double-like-name = De naam lijkt erop
double-same-phone = Hetzelfde telefoonnummer
double-same-email = Hetzelfde mailadres
double-same-website = Dezelfde website
double-same-door = Dezelfde deur
double-beside = Naast elkaar
double-what = Wat
double-left = Eerste
double-right = Tweede
double-confirmed = Nagekeken
double-two = Dit zijn er twee
double-keep-left = Eén: houd de eerste
double-keep-right = Eén: houd de tweede
double-did-one = Het is er nu één. Het aanbod en de mensen van de andere staan erbij.
double-did-two = Onthouden: dit zijn er twee.

desk-fault-order = Dit moet minstens het getal ervoor zijn.
desk-ageing = Wat veroudert
desk-terms = Antwoordtermijnen
desk-double = Misschien dubbel

### End of what ages

### The desk

desk = Beheer
desk-lead = Hier houdt u de sociale kaart bij.
desk-new-party = Nieuwe partij
desk-import = Bestand inlezen
desk-people = Mensen van de gemeente
desk-own-page = Mijn plek
desk-members = Mensen van deze partij
desk-wishes = Niet vermelden
desk-wishes-lead = Deze partijen willen niet op de kaart. Een bestand inlezen zet ze niet terug.
desk-no-wishes = Niemand heeft dit gevraagd.
desk-wish-asked = Gevraagd op { $day }
desk-wish-forget = Mag er weer op
desk-search = Zoek een partij op naam
desk-parties =
    { $count ->
        [one] 1 partij
       *[other] { $count } partijen
    }
desk-nothing = Geen partij met deze naam.
desk-confirmed-on = Nagekeken op { $day }.
desk-confirmed-by = Nagekeken op { $day } door { $by }.
desk-never-confirmed = Nog nooit door een mens nagekeken.
desk-saved = Bewaard
desk-on-the-map = Bewaard. Deze partij staat nu op de kaart.
desk-changed-meanwhile = Iemand anders heeft dit net veranderd. Kijk hieronder en bewaar opnieuw.
desk-save = Bewaren
desk-back = Terug
desk-profile = Gegevens
desk-see = Bekijk zoals bezoekers
desk-remove = Van de kaart halen
desk-remove-title = { $name } van de kaart halen?
desk-remove-lead = Alle plekken, mensen en het aanbod gaan ook weg. Dit kunt u niet terugdraaien.
desk-leave-lead = Alles wat uw partij op de kaart heeft gaat meteen weg. Een week lang kunt u dat terugzetten.
desk-leave-people = Wie bij uw partij hoort, heeft daarna geen plek meer in Samenspel. Komt de partij terug? Dan nodigt de gemeente de mensen opnieuw uit.
desk-leave-who = Dat kan alleen de coördinator van uw partij. Vraag het aan uw coördinator.
desk-remove-own = Een lijst van een ander zet u daarna niet terug. Wilt u later weer op de kaart? Vraag het dan aan de gemeente.
desk-remove-once = Weghalen
desk-remove-never = Weghalen en nooit meer vermelden
desk-still-right = Klopt nog
desk-still-right-all = Dit geldt voor de partij en voor al haar aanbod. Een mail die nog openstaat, is daarmee ook beantwoord.
desk-by = Wie zegt dat?
desk-by-hint = Een rol, geen naam. Bijvoorbeeld: de coördinator.
desk-confirmed-by-field = Klopt alles? Wie zegt dat?
desk-room-now = Nu
desk-offers = Aanbod
desk-add-offer = Aanbod toevoegen
desk-remove-offer = Aanbod weghalen
desk-places = Plekken
desk-place = Plek
desk-add-place = Plek toevoegen
desk-remove-place = Plek weghalen
desk-confidential-place = Geheime plek, zonder adres
desk-confidential = Dit is een geheime plek. Alle gegevens van het adres worden gewist.
desk-contacts = Mensen
desk-contact = Contactpersoon
desk-add-contact = Mens toevoegen
desk-remove-contact = Deze mens weghalen
desk-contact-lead = Een naam of foto staat hier alleen als deze mens dat zelf goed vindt.
desk-contact-role = Rol
desk-contact-role-hint = Bijvoorbeeld: gids, vrijwilliger, coördinator.
desk-contact-name = Naam
desk-consent-name = Deze mens vindt het goed dat de naam hier staat
desk-consent-photo = Deze mens vindt het goed dat de foto hier staat
desk-note = Over deze mens
desk-note-hint = Wanneer is iemand er? Waarvoor kunt u bellen?
desk-photo = Foto
desk-photo-now = De foto die er nu staat
desk-photo-file = Kies een foto
desk-photo-hint = JPEG of PNG. Wij maken hem klein en halen weg waar en wanneer hij is gemaakt.
desk-photo-send = Foto bewaren
desk-sphere = Wat voor partij is het?
desk-name = Naam
desk-summary = In één zin
desk-summary-hint = Wat is het, en voor wie? Korte woorden.
desk-call-for = Bel hiervoor
desk-not-for = Hiervoor niet
desk-one-a-line = Eén ding per regel.
desk-best-way = Beste moment en manier
desk-role-name = Vast contact
desk-role-name-hint = Een rol die blijft als mensen weggaan. Bijvoorbeeld: de balie.
desk-phone = Telefoon
desk-email = E-mail
desk-website = Website
desk-capacity = Is er plek?
desk-capacity-note = Meer over de plek
desk-lived-experience = Eigen ervaring waar het op steunt
desk-works-gladly = Zo werkt het graag samen
desk-serves = Waar werkt deze partij?
desk-serves-all = In de hele gemeente
desk-district = wijk
desk-languages = Talen
desk-place-name = Naam van de plek
desk-street = Straat
desk-house-number = Huisnummer
desk-postcode = Postcode
desk-town = Plaats
desk-access = Toegang
desk-access-hint = Drempel, lift, toilet, hoe u de deur vindt.
desk-point = Punt op de kaart
desk-point-hint = Breedte en lengte, bijvoorbeeld: 52.6210, 5.3385
desk-area = Buurt
desk-area-hint = Met een punt op de kaart vinden wij de buurt zelf.
desk-does = Dit doen wij wel
desk-does-not = Dit doen wij niet
desk-for-whom = Voor wie
desk-themes = Onderwerpen
desk-theme-list = Onderwerpen beheren
desk-theme-lead = Geef een onderwerp een andere naam, zet het hoger, laat het weg of voeg het samen. Oude links blijven werken.
desk-theme-room = { $count ->
    [0] Er is geen plaats voor meer onderwerpen. Voeg er eerst twee samen.
    [one] Er is plaats voor nog 1 onderwerp.
   *[other] Er is plaats voor nog { $count } onderwerpen.
 }
desk-theme-new = Een eigen onderwerp
desk-theme-up = Hoger zetten
desk-theme-hidden = Niet in de keuzes
desk-theme-own = Eigen onderwerp
desk-theme-hide = Niet tonen in de keuzes
desk-theme-gone = Samengevoegd
desk-theme-went = Dit onderwerp is samengevoegd. Wie ernaar zoekt, komt bij het andere.
desk-theme-nl = Naam in het Nederlands
desk-theme-en = Naam in het Engels
desk-theme-ar = Naam in het Arabisch
desk-theme-about = Waar het over gaat
desk-theme-about-hint = In een paar woorden. Dit staat op de pagina met alle onderwerpen.
desk-theme-parent = Hoort bij
desk-theme-top = Nergens bij, het staat bovenaan
desk-theme-into = Samenvoegen met
desk-theme-into-hint = Alles wat bij dit onderwerp hoort, staat dan bij het andere. U kunt dit altijd terugdraaien.
desk-theme-stays = Niet samenvoegen
desk-theme-key = Sleutel in links en bestanden
desk-fault-theme-there = Er is al een onderwerp dat zo heet.
desk-fault-themes-full = Er is geen plaats voor nog een onderwerp. Voeg er eerst twee samen.
desk-way = Hoe komt iemand binnen?
desk-unknown = Niet bekend
desk-opening = Open
desk-opening-hint = Eén tijd per regel, bijvoorbeeld: ma 9.00-12.00
desk-opening-note = Meer over de tijden
desk-cost = Kosten
desk-at = Op welke plek?
desk-fault-empty = Vul dit in.
desk-fault-too-long = Dit is te lang: { $got } tekens. Er passen er { $max }.
desk-fault-too-many-lines = Dit zijn te veel regels: { $got }. Er passen er { $max }.
desk-fault-unknown = Dit kennen wij niet. Kijk of het goed geschreven is.
desk-fault-hours = Regel { $line } is geen dag met tijden. Schrijf bijvoorbeeld: ma 9.00-12.00
desk-fault-no-consent = Dit mag alleen als deze mens het zelf goed vindt. Vink dat aan.
desk-fault-named = Hier staat de naam van iemand: { $name }. Schrijf de rol, niet de naam: ‘{ $role }’. Deze zinnen gaan ook naar de open gegevens, en daar staan geen namen in.
desk-fault-no-picture = Dit is geen foto die wij kunnen lezen. Kies een JPEG of PNG.

### End of the desk
party-ask = Stel een vraag
find-ask = Vraag het de buurt
find-ask-in = Helpt u zelf mensen? Meld u aan, en vraag het de buurt.

### Asking to be on the map

candidate-title = Meld uw groep aan
candidate-lead = Staat uw groep of organisatie nog niet op de sociale kaart? Vraag het hier. De gemeente { $name } beslist.
candidate-name = Hoe heet uw groep of organisatie?
candidate-sphere = Wie bent u?
candidate-informal = Wij zijn buurtbewoners of vrijwilligers
candidate-formal = Wij zijn een organisatie met mensen in dienst
candidate-summary = Wat doet u?
candidate-summary-hint = Een of twee zinnen. Zonder naam, adres of nummer van een bewoner.
candidate-reach = Hoe kunnen mensen u bereiken?
candidate-reach-hint = Eén mailadres of telefoonnummer van de groep, niet van uzelf. Zegt de gemeente ja? Dan kan iedereen het lezen.
candidate-kept = U staat niet meteen op de kaart. Eerst beslist de gemeente. Zegt zij ja? Dan staat het op de kaart. Zegt zij nee? Dan verdwijnt het na dertig dagen. Beslist niemand? Dan verdwijnt het na negentig dagen.
candidate-many = Er wachten nu te veel aanvragen op een besluit. Probeer het over een paar dagen nog eens, of bel de gemeente.
candidate-send = Verstuur
candidate-thanks = Dank u wel
candidate-thanks-lead = Uw aanvraag is verstuurd. De gemeente { $name } kijkt ernaar. Tot die tijd staat u niet op de kaart.
candidates = Wie wil op de kaart?
candidates-lead = Zij vragen of zij op de sociale kaart mogen. Tot u ja zegt, ziet niemand anders dit.
candidates-none = Er zijn nu geen aanvragen.
candidate-reach-at = Bereikbaar via
candidate-asked = Gevraagd op { $day }
candidate-yes = Zet op de kaart
candidate-no = Nee, liever niet
candidate-no-note = De aanvraag gaat uit de lijst. De groep krijgt geen bericht.
candidate-no-sure = Ja, zeg nee
candidate-said-no = U zei nee. De aanvraag is uit de lijst.
candidate-was-yes = Hier is al ja op gezegd. Deze groep staat op de kaart.
candidate-was-no = Hier is al nee op gezegd.
desk-candidates-waiting = Er wil iemand op de sociale kaart ({ $count })
desk-fault-no-choice = Kies een van de antwoorden.
desk-fault-tells = Laat dit hier weg: ‘{ $words }’. Het kan van een bewoner zijn.
desk-fault-no-reach = Vul één mailadres of één telefoonnummer in, zonder andere woorden.

### End of asking to be on the map
