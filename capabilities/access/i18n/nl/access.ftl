# Words of the door.

sign-in = Aanmelden voor beheer
sign-in-lead = Deze bladzijden zijn voor de beheerder van de sociale kaart. Typ de sleutel van deze installatie.
sign-in-no-key = Deze installatie heeft nog geen sleutel voor beheer. De technisch beheerder zet die in de instellingen.
sign-in-token = Sleutel
sign-in-token-hint = Minstens 16 tekens. U krijgt hem van de technisch beheerder.
sign-in-wrong = Deze sleutel is niet goed. Kijk of u alle tekens heeft en probeer het nog een keer.
sign-in-go = Aanmelden
sign-out = Afmelden
