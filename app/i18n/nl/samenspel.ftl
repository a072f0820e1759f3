# Reviewed by: whoever wrote it; nobody from outside yet.
# Words of the composition: choosing a municipality, and why something cannot be done now.

choose-municipality = Kies uw gemeente
choose-municipality-lead = Op dit adres staan meer gemeenten. Welke zoekt u?
no-municipality = Er is hier nog geen gemeente.
database-away = De site kan nu niet bij de gegevens. Probeer het over een minuut opnieuw.
machine-says = Dat kan nu niet. De beheerder van deze site weet waarom.
wrong-method = Op dit adres kan dat niet. Ga terug en probeer het vanaf de bladzijde zelf.
too-slow = Het versturen duurde te lang. Kijk of uw verbinding goed is en probeer het opnieuw.
too-busy = Het antwoord duurde te lang. Probeer het over een minuut opnieuw.
not-understood = Wij begrepen niet wat uw browser stuurde. Ga terug en probeer het opnieuw.
too-often-for-programs = Er kwamen te veel vragen tegelijk. Probeer het over { $seconds } seconden opnieuw.
