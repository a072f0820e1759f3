# Vragen zonder namen.

questions = Vragen
questions-lead = Vragen van en aan uw partij, en wat er openstaat in de buurt.
questions-mine = U bent aan zet
questions-answered = U kreeg antwoord
questions-theirs = U wacht op een ander
questions-for-all = Open in de buurt
questions-closed = Klaar, de laatste 30 dagen
questions-none = Er zijn nog geen vragen
questions-none-note = Loopt u ergens tegenaan? Stel een vraag aan een partij, of aan iedereen in de buurt. Zonder te zeggen over wie het gaat.
question-about = Vraag over { $theme }
question-said = Wat er is gezegd
question-actions = Wat u nu kunt doen
anyone-here = iedereen in de buurt
line-to = Aan { $party }
line-from = Van { $party }
late = Te laat
party-gone = een partij die er niet meer is

ask-party = Vraag aan { $party }
ask-person = Vraag aan { $who } van { $party }
ask-neighbourhood = Vraag het de buurt
ask-lead-party = Schrijf in een paar zinnen wat u wilt weten.
ask-lead-neighbourhood = Alle partijen in de gemeente kunnen deze vraag zien. Wie kan helpen, pakt hem op.
ask-text = Uw vraag
ask-text-hint = Bijvoorbeeld: wie kan meekijken met iemand die veel brieven over schulden krijgt?
ask-theme = Waar gaat het over?
ask-choose = Kies een onderwerp
ask-area = In welke buurt?
ask-area-all = De hele gemeente
ask-language = In welke taal schrijft u?
ask-nameless = Zeg niet om wie het gaat
ask-nameless-note = Schrijf geen naam, adres, telefoonnummer, geboortedatum of burgerservicenummer. Dat hoeft de ander nu niet te weten.
ask-send = Verstuur de vraag
ask-signed-note = De ander ziet uw naam en uw partij. Dertig dagen na het antwoord verdwijnt de vraag.
ask-neighbourhood-instead = Vraag het aan de buurt
ask-nobody-there = { $party } doet nog niet mee met Samenspel
ask-nobody-there-note = Een vraag zou daar niemand bereiken. Bel of schrijf ze, of vraag het aan de buurt.
ask-how-to-reach = Zo bereikt u ze
ask-find-party = Zoek een partij
ask-theme-wrong = Kies waar de vraag over gaat.
ask-area-wrong = Kies een buurt uit de lijst.
ask-language-wrong = Kies een taal uit de lijst.
ask-again-same = Vraag deze persoon nog iets
offer-handover = Draag hulp warm over aan deze partij

say-empty = Hier staat nog niets. Schrijf een paar woorden.
say-too-long = { $over ->
    [one] Dit is één teken te lang. Er passen { $max } tekens.
   *[other] Dit is { $over } tekens te lang. Er passen { $max } tekens.
}
say-tells = Uw tekst vertelt over wie het gaat.
say-bsn = lijkt een burgerservicenummer.
say-iban = lijkt een rekeningnummer.
say-email = lijkt een e-mailadres.
say-phone = lijkt een telefoonnummer.
say-birth-date = lijkt een geboortedatum.
say-address = lijkt een adres.
say-otherwise = Haal het weg. Schrijf bijvoorbeeld “een buurman van rond de zestig” of “iemand uit deze straat”. Uw tekst staat er nog.
say-hint = Zonder naam, adres of nummer van een bewoner.
say-answer = Uw antwoord
say-ask-back = Wat wilt u eerst weten?
say-decline = Wilt u iets uitleggen?
say-thank = Wilt u er iets bij zeggen?
say-reopen = Wat wilt u nog weten?
say-reply = Uw aanvulling

do-take = Ik pak dit op
do-answer = Geef antwoord
do-reply = Vul aan
do-thank = Bedank
do-ask-back = Vraag eerst iets terug
do-decline = Dit lukt ons niet
do-give-back = Geef de vraag terug aan de buurt
do-reopen = Vraag nog door
do-withdraw = Ik heb geen antwoord meer nodig
note-take = Anderen zien dan dat u deze vraag heeft opgepakt.
note-give-back = Dan kan een ander hem oppakken. U hoeft niet te zeggen waarom.
note-withdraw = De vraag sluit. De ander ziet dat er geen antwoord meer nodig is.

done-ask = Uw vraag is verstuurd. U ziet hier wie er aan zet is.
done-take = U heeft de vraag opgepakt. Nu bent u aan zet.
done-give-back = De vraag staat weer open voor de buurt.
done-answer = Uw antwoord is verstuurd.
done-ask-back = Uw vraag terug is verstuurd. Nu is de ander aan zet.
done-reply = Verstuurd. Nu is de ander weer aan zet.
done-decline = U heeft gezegd dat het niet lukt.
done-thank = Uw dank is verstuurd.
done-withdraw = U heeft de vraag ingetrokken.

step-ask = vroeg
step-take = pakte dit op
step-give-back = De vraag staat weer open voor de buurt
step-answer = antwoordde
step-ask-back = vroeg eerst iets terug
step-reply = vulde aan
step-decline = zei dat het niet lukt
step-thank = bedankte
step-reopen = vroeg door
step-withdraw = heeft geen antwoord meer nodig
step-term-passed = De afgesproken tijd is voorbij
step-leave = Een van de twee partijen is er niet meer. De vraag is gesloten
said-when = { $what } · { $day }, { $time }

ball-yours = De bal ligt bij u.
ball-theirs = De bal ligt bij { $party }.
ball-neighbourhood = De bal ligt bij de buurt. Nog niemand heeft dit opgepakt.
state-answered = Er is een antwoord.
state-declined = Het lukte de ander niet.
state-thanked = Klaar. Er is bedankt.
state-withdrawn = Er is geen antwoord meer nodig.
state-left = Gesloten, want een van de twee partijen is er niet meer.
since = Sinds { $day }.
until = Antwoord uiterlijk { $day }.
until-passed = Het antwoord was afgesproken voor { $day }.
late-asker = De ander heeft een herinnering gekregen. Duurt het te lang? Bel, of vraag het aan de buurt.
late-asked = U kunt nog altijd antwoorden, of zeggen dat het niet lukt. Dan kan de ander verder.
about-area = Het gaat over { $area }.
about-everywhere = Het gaat over de hele gemeente.

quicker = Er is intussen iets gebeurd
quicker-by = { $party } { $what }.
quicker-nothing = Dit kan nu niet meer.
quicker-possible = Hieronder ziet u wat nu nog kan.
quicker-your-words = Dit had u geschreven
