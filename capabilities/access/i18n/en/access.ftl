# Reviewed by: nobody yet.
# Words of the door.

sign-in = Sign in to the desk
sign-in-lead = These pages are for the operator of the social map. Type the key of this installation.
sign-in-no-key = This installation has no key for the desk yet. The technical administrator puts it in the settings.
sign-in-token = Key
sign-in-token-hint = At least 16 characters. You get it from the technical administrator.
sign-in-wrong = This key is not right. Check that you have all characters and try again.
sign-in-go = Sign in
sign-out = Sign out

once-again = Send it once more
once-no-key = This page was no longer new enough to be sent. Nothing was changed. Load the page again, or send below what you typed once more.
once-elsewhere = This form belongs to another page. Nothing was changed. Load the page again, or send below what you typed once more.
once-changed = You sent this form before, with something else in it. The first time was saved, this time is not yet. Load the page again to see how it is now, or send below what you typed once more.
once-unproved = You were no longer signed in when you sent this. Perhaps nothing was kept. What you typed stands below. Copy it, go back and load the page again.
once-unsent = What you sent was not kept yet
once-unsent-how = You are no longer signed in. What you typed stands below. Sign in in another tab, open the form there once more and copy your text into it.
once-kept = Everything you typed is still there.
once-send = Send
once-reload = Go back, load the page again and choose your file once more.
once-busy = Your form has come in already, and we are still working on it. Wait a moment and then load the page again.
once-done = This has been done already
once-done-text = You sent this form before. The second time changed nothing more.
