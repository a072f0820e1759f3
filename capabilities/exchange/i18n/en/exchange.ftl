# Reviewed by: nobody yet.
# Words that questions and handovers share.

party-gone = a party that is no longer here
nobody-there = Nobody is at { $party } now. So nobody there sees this.
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
say-hint = Without the name, address or number of a resident.
nudge-half = Half of the time is over
nudge-term = The agreed time is over. It is on the list of both of you
nudge-coordinator = Whoever looks after the terms here now sees that it is late
draft-kept = You were busy with this. Your text is still here.
draft-typed = What you had typed
draft-away = Throw this text away
list-more = There are more. They are on the next page.
list-end = There are more. This list goes no further than here.
