# Reviewed by: nobody yet.
# Words of the composition: choosing a municipality, and why something cannot be done now.

choose-municipality = Choose your municipality
choose-municipality-lead = There is more than one municipality at this address. Which one are you looking for?
no-municipality = There is no municipality here yet.
database-away = The site cannot reach its data now. Try again in a minute.
machine-says = That cannot be done now. The administrator of this site knows why.
wrong-method = That cannot be done at this address. Go back and try it from the page itself.
too-slow = Sending took too long. Check your connection and try again.
too-busy = The answer took too long. Try again in a minute.
not-understood = We did not understand what your browser sent. Go back and try again.
too-often-for-programs = Too many requests came at once. Try again in { $seconds } seconds.
