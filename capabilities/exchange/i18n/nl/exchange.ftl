# Reviewed by: whoever wrote it; nobody from outside yet.
# Words that questions and handovers share.

party-gone = een partij die er niet meer is
nobody-there = Bij { $party } is nu niemand. Daar ziet dus niemand dit.
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
say-hint = Zonder naam, adres of nummer van een bewoner.
nudge-half = De helft van de tijd is voorbij
nudge-term = De afgesproken tijd is voorbij. Het staat bij u allebei op de lijst
nudge-coordinator = Wie hier op de termijnen let, ziet nu dat het te laat is
draft-kept = U was hiermee bezig. Uw tekst staat er nog.
draft-typed = Wat u had getypt
draft-away = Gooi deze tekst weg
list-more = Er zijn er meer. Die staan op de volgende bladzijde.
list-end = Er zijn er meer. Verder dan hier gaat deze lijst niet.
