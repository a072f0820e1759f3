# Vandaag.

today = Vandaag
today-hello = Dag { $name }. Dit wacht er, en dit gebeurt er bij u in de buurt.
today-ask = Vraag het de buurt
today-find = Zoek een partij
today-mine = U bent aan zet
today-nothing = Er wacht niets op u
today-nothing-note = Mooi. Heeft u zelf een vraag? Stel hem gerust.
today-answered = U kreeg antwoord
today-theirs = U wacht op een ander
today-for-all = Open in de buurt
today-fresh = Nieuw of pas nagekeken
today-all-questions = Alle vragen van uw partij
today-all-handovers = Alle overdrachten van uw partij
