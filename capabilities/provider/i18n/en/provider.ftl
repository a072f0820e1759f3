# Reviewed by: nobody yet.
# Words of signing in with the account of a municipality.

provider-begin = Sign in with { $name }
provider-none = This municipality has no sign-in of its own here.
provider-unreachable = Your municipality's sign-in gives no answer.
provider-not-understood = Your municipality's sign-in gave an answer that we do not understand.
provider-not-registered = Your municipality's sign-in does not know Samenspel, or not well.
provider-cancelled = You stopped signing in. Nothing has happened.
provider-not-finished = Signing in at your municipality was not finished.
provider-incomplete = This address is not right. A part is missing, or there is something too much in it.
provider-unknown = We do not know this sign-in, or no longer.
provider-took-too-long = Signing in took longer than ten minutes. That is why it no longer counts.
provider-other-browser = You began to sign in with another browser or in another tab.
provider-used-already = This sign-in was used already. That is possible only once.
provider-code-spent = Your municipality says that this sign-in was used already or is too old.
provider-other-provider = The answer came from another sign-in than your municipality's. That is why it does not count.
provider-for-another = Your municipality gave an answer that is meant for another program.
provider-other-sign-in = The answer of your municipality belongs to another sign-in.
provider-not-genuine = We cannot tell whether the answer really comes from your municipality. That is why it does not count.
provider-from-the-future = By our clock your municipality gave its answer in the future. One of the two clocks is wrong.
provider-long-past = By our clock the answer of your municipality is too old. One of the two clocks may be wrong.
provider-too-weak = You are signed in, but without the second step that your municipality asks for.
provider-nobody = Your municipality did not say who you are.

provider-way-again = Begin to sign in again.
provider-way-later = Try again in a few minutes. If it still does not work, sign in another way.
provider-way-second-step = Sign in again, with the second step. That is, for example, a code on your phone.
provider-way-other = Sign in another way.
provider-way-tell-municipality = Tell the manager of Samenspel in your municipality. Trying again mostly does not help.
provider-way-check-clock = Try again. If it stays like this, tell the technical manager that the clock of the server may be wrong.
