# Questions without names.

questions = Questions
questions-lead = Questions from and to your party, and what is open in the neighbourhood.
questions-mine = Your turn
questions-answered = You got an answer
questions-theirs = You are waiting for somebody else
questions-for-all = Open in the neighbourhood
questions-closed = Done, the last 30 days
questions-none = There are no questions yet
questions-none-note = Is there something you cannot work out? Ask a party, or anyone in the neighbourhood. Without saying who it is about.
question-about = Question about { $theme }
question-said = What was said
question-actions = What you can do now
anyone-here = anyone in the neighbourhood
line-to = To { $party }
line-from = From { $party }
late = Late
party-gone = a party that is no longer here

ask-party = Ask { $party }
ask-person = Ask { $who } of { $party }
ask-neighbourhood = Ask the neighbourhood
ask-lead-party = Write in a few sentences what you want to know.
ask-lead-neighbourhood = All parties in the municipality can see this question. Whoever can help takes it.
ask-text = Your question
ask-text-hint = For example: who can look along with somebody who gets many letters about debts?
ask-theme = What is it about?
ask-choose = Choose a subject
ask-area = In which neighbourhood?
ask-area-all = The whole municipality
ask-language = In which language do you write?
ask-nameless = Do not say who it is about
ask-nameless-note = Write no name, address, phone number, date of birth or citizen service number. The other does not need to know that now.
ask-send = Send the question
ask-signed-note = The other sees your name and your party. Thirty days after the answer the question disappears.
ask-neighbourhood-instead = Ask the neighbourhood
ask-nobody-there = { $party } is not in Samenspel yet
ask-nobody-there-note = A question would reach nobody there. Call or write to them, or ask the neighbourhood.
ask-how-to-reach = How to reach them
ask-find-party = Find a party
ask-theme-wrong = Choose what the question is about.
ask-area-wrong = Choose a neighbourhood from the list.
ask-language-wrong = Choose a language from the list.
ask-again-same = Ask this person something else
offer-handover = Hand help over warmly to this party

say-empty = There is nothing here yet. Write a few words.
say-too-long = { $over ->
    [one] This is one character too long. { $max } characters fit.
   *[other] This is { $over } characters too long. { $max } characters fit.
}
say-tells = Your text tells who it is about.
say-bsn = looks like a citizen service number.
say-iban = looks like an account number.
say-email = looks like an e-mail address.
say-phone = looks like a phone number.
say-birth-date = looks like a date of birth.
say-address = looks like an address.
say-otherwise = Take it out. Write for example “a neighbour of about sixty” or “somebody from this street”. Your text is still there.
say-hint = Without the name, address or number of a resident.
say-answer = Your answer
say-ask-back = What do you need to know first?
say-decline = Would you like to explain?
say-thank = Would you like to add something?
say-reopen = What else do you want to know?
say-reply = What you want to add

do-take = I take this
do-answer = Give an answer
do-reply = Add this
do-thank = Say thank you
do-ask-back = Ask something first
do-decline = We cannot do this
do-give-back = Give the question back to the neighbourhood
do-reopen = Ask further
do-withdraw = I need no answer any more
note-take = Others then see that you took this question.
note-give-back = Then somebody else can take it. You need not say why.
note-withdraw = The question closes. The other sees that no answer is needed any more.

done-ask = Your question was sent. Here you see whose turn it is.
done-take = You took the question. Now it is your turn.
done-give-back = The question is open to the neighbourhood again.
done-answer = Your answer was sent.
done-ask-back = Your question was sent back. Now it is the other's turn.
done-reply = Sent. Now it is the other's turn again.
done-decline = You said that it cannot be done.
done-thank = Your thanks were sent.
done-withdraw = You took the question back.

step-ask = asked
step-take = took this
step-give-back = The question is open to the neighbourhood again
step-answer = answered
step-ask-back = asked something first
step-reply = added
step-decline = said that it cannot be done
step-thank = said thank you
step-reopen = asked further
step-withdraw = needs no answer any more
step-term-passed = The agreed time has passed
step-leave = One of the two parties is no longer here. The question is closed
said-when = { $what } · { $day }, { $time }

ball-yours = The ball is with you.
ball-theirs = The ball is with { $party }.
ball-neighbourhood = The ball is with the neighbourhood. Nobody took this yet.
state-answered = There is an answer.
state-declined = The other could not do it.
state-thanked = Done, with thanks.
state-withdrawn = No answer is needed any more.
state-left = Closed, because one of the two parties is no longer here.
since = Since { $day }.
until = Answer by { $day }.
until-passed = An answer was agreed by { $day }.
late-asker = The other was reminded. Does it take too long? Call, or ask the neighbourhood.
late-asked = You can still answer, or say that you cannot. Then the other can go on.
about-area = It is about { $area }.
about-everywhere = It is about the whole municipality.

quicker = Something happened in the meantime
quicker-by = { $party } { $what }.
quicker-nothing = This is not possible any more.
quicker-possible = Below you see what is still possible.
quicker-your-words = This is what you wrote
