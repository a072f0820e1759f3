# Reviewed by: whoever wrote it; nobody from outside yet.
# Words of signing in with the account of a municipality.

provider-begin = Aanmelden met { $name }
provider-none = Deze gemeente heeft hier geen eigen manier van aanmelden.
provider-unreachable = De aanmelding van uw gemeente geeft geen antwoord.
provider-not-understood = De aanmelding van uw gemeente gaf een antwoord dat wij niet begrijpen.
provider-not-registered = De aanmelding van uw gemeente kent Samenspel niet, of niet goed.
provider-cancelled = U heeft het aanmelden gestopt. Er is niets gebeurd.
provider-not-finished = Het aanmelden bij uw gemeente is niet afgemaakt.
provider-incomplete = Dit adres klopt niet. Er ontbreekt een deel, of er staat iets te veel in.
provider-unknown = Deze aanmelding kennen wij niet, of niet meer.
provider-took-too-long = Het aanmelden duurde langer dan tien minuten. Daarom telt het niet meer.
provider-other-browser = U begon met aanmelden in een andere browser of in een ander tabblad.
provider-used-already = Deze aanmelding is al gebruikt. Dat kan maar één keer.
provider-code-spent = Uw gemeente zegt dat deze aanmelding al gebruikt is of te oud is.
provider-other-provider = Het antwoord kwam van een andere aanmelding dan die van uw gemeente. Daarom telt het niet.
provider-for-another = Uw gemeente gaf een antwoord dat voor een ander programma is.
provider-other-sign-in = Het antwoord van uw gemeente hoort bij een andere aanmelding.
provider-not-genuine = Wij kunnen niet nagaan of het antwoord echt van uw gemeente komt. Daarom telt het niet.
provider-from-the-future = Volgens onze klok is het antwoord van uw gemeente in de toekomst gegeven. Een van de twee klokken staat verkeerd.
provider-long-past = Volgens onze klok is het antwoord van uw gemeente te oud. Misschien staat een van de twee klokken verkeerd.
provider-too-weak = U bent aangemeld, maar zonder de tweede stap die uw gemeente vraagt.
provider-nobody = Uw gemeente zei niet wie u bent.

provider-way-again = Begin opnieuw met aanmelden.
provider-way-later = Probeer het over een paar minuten nog een keer. Lukt het dan niet, meld u dan op een andere manier aan.
provider-way-second-step = Meld u opnieuw aan, met de tweede stap. Dat is bijvoorbeeld een code op uw telefoon.
provider-way-other = Meld u op een andere manier aan.
provider-way-tell-municipality = Vertel het aan de beheerder van Samenspel in uw gemeente. Opnieuw proberen helpt meestal niet.
provider-way-check-clock = Probeer het nog een keer. Blijft het zo, vertel dan aan de technisch beheerder dat de klok van de server misschien verkeerd staat.
