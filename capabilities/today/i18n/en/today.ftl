# Today.

today = Today
today-hello = Hello { $name }. This is what waits, and what happens in your neighbourhood.
today-ask = Ask the neighbourhood
today-find = Find a party
today-mine = Your turn
today-nothing = Nothing waits for you
today-nothing-note = Good. Do you have a question yourself? Feel free to ask.
today-answered = You got an answer
today-theirs = You are waiting for somebody else
today-for-all = Open in the neighbourhood
today-fresh = New, or confirmed lately
today-all-questions = All questions of your party
today-all-handovers = All handovers of your party
