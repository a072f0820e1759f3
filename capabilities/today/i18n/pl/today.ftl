# Reviewed by: nobody yet.
# Vandaag.

today = Dzisiaj
today-hello = Dzień dobry, { $name }. Tu widać, co czeka i co się dzieje w Państwa okolicy.
today-ask = Zapytaj w okolicy
today-find = Szukaj grupy lub organizacji
today-mine = Teraz Państwa kolej
today-nothing = Nic na Państwa nie czeka
today-nothing-note = To dobrze. O coś chcą Państwo zapytać? Śmiało.
today-answered = Jest odpowiedź dla Państwa
today-look-back = Jak poszło?
today-theirs = Czekają Państwo na kogoś innego
today-for-all = Otwarte w okolicy
today-fresh = Nowe lub niedawno sprawdzone
today-all-questions = Wszystkie zapytania Państwa grupy lub organizacji
today-all-handovers = Wszystkie przekazania Państwa grupy lub organizacji
