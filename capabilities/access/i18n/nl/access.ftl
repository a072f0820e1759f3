# Reviewed by: whoever wrote it; nobody from outside yet.
# Words of the door.

sign-in = Aanmelden voor beheer
sign-in-lead = Deze bladzijden zijn voor de beheerder van de sociale kaart. Typ de sleutel van deze installatie.
sign-in-no-key = Deze installatie heeft nog geen sleutel voor beheer. De technisch beheerder zet die in de instellingen.
sign-in-token = Sleutel
sign-in-token-hint = Minstens 16 tekens. U krijgt hem van de technisch beheerder.
sign-in-wrong = Deze sleutel is niet goed. Kijk of u alle tekens heeft en probeer het nog een keer.
sign-in-go = Aanmelden
sign-out = Afmelden

once-again = Verstuur het nog een keer
once-no-key = Deze bladzijde was niet meer nieuw genoeg om te versturen. Er is niets veranderd. Laad de bladzijde opnieuw, of verstuur hieronder nog een keer wat u typte.
once-elsewhere = Dit formulier hoort bij een andere bladzijde. Er is niets veranderd. Laad de bladzijde opnieuw, of verstuur hieronder nog een keer wat u typte.
once-changed = U verstuurde dit formulier al, met iets anders erin. De eerste keer is bewaard, deze keer nog niet. Laad de bladzijde opnieuw om te zien hoe het nu is, of verstuur hieronder nog een keer wat u typte.
once-unproved = U was niet meer aangemeld toen u dit verstuurde. Er is misschien niets bewaard. Hieronder staat wat u typte. Kopieer het, ga terug en laad de bladzijde opnieuw.
once-unsent = Wat u verstuurde, is nog niet bewaard
once-unsent-how = U bent niet meer aangemeld. Hieronder staat wat u typte. Meld u aan in een ander tabblad, open daar het formulier opnieuw en kopieer uw tekst erin.
once-kept = Alles wat u typte is er nog.
once-send = Versturen
once-reload = Ga terug, laad de bladzijde opnieuw en kies uw bestand nog een keer.
once-busy = Uw formulier is al binnen, en we zijn er nog mee bezig. Wacht even en laad dan de bladzijde opnieuw.
once-done = Dit is al gedaan
once-done-text = U verstuurde dit formulier al. De tweede keer is niets meer veranderd.
