# Words of the door.

sign-in = Sign in to the desk
sign-in-lead = These pages are for the operator of the social map. Type the key of this installation.
sign-in-no-key = This installation has no key for the desk yet. The technical administrator puts it in the settings.
sign-in-token = Key
sign-in-token-hint = At least 16 characters. You get it from the technical administrator.
sign-in-wrong = This key is not right. Check that you have all characters and try again.
sign-in-go = Sign in
sign-out = Sign out
