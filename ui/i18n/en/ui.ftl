# Reviewed by: nobody yet.
# Words of the layout and the components. Plain English, short.

skip = Go to the content
menu = Main menu
menu-neighbourhood = Local
menu-today = Today
menu-search = Search
menu-map = Map
menu-desk = Manage
menu-me = My place
menu-sign-in = Sign in
who-you-are = Who you are
municipality = municipality of { $name }
description = Who helps with what in { $municipality }? Neighbourhood groups and organisations together.
demo-label = About this example
demo = This is an example. { $name } does not exist. All names and addresses are made up.
offline = No connection. Please try again in a moment.
line-lost = There is no connection. Your text is still here. Try again in a moment.
signed-out = You are not signed in here any more. Your text is still here. Sign in in another tab. Do you work for more than one party? Then choose for whom as well. Then come back here and send it again.
languages = Language
about = About this site
about-privacy = Your data and who can see it
about-help = Help with this site
about-accessibility = Accessibility
about-sources = Sources
not-reviewed = Nobody who grew up with this language has checked this translation yet. Do you see a mistake? Please tell us.

sphere-informal = From the neighbourhood
sphere-formal = Organisation
sphere-resident = Resident

search = Search
optional = (may be empty)
error = Error:
errors-label = What is not right yet
errors = { $count ->
    [one] 1 thing is not right yet.
   *[other] { $count } things are not right yet.
}
breadcrumb = Where you are
pages = Pages
page-previous = Previous
page-next = Next
page-of = Page { $page } of { $pages }
page-now = Page { $page }
progress = { $done } of { $of }
step-done = Done:
step-now = Now:
step-later = Later:
does = What we do
does-not = What we do not do
figure-table = The same as a table

not-there = This page is not here
not-there-text = It may have moved, or the address is not quite right. You did nothing wrong.
not-allowed = You cannot do this here
not-allowed-text = Your role does not allow this. Ask the administrator of your municipality.
not-yet = That is not possible yet
fault = Something went wrong on our side
fault-text = It is not your fault. We have made a note of what happened. Please try again in a few minutes.
reference = If you call or write to us, please mention this number:
too-big = This is too big
too-big-text = The file or the text does not fit. Make it smaller and try again.
too-often = One moment, please
too-often-text = Very many requests came at once. Wait a minute and try again.
read-only = You can only read now
read-only-text = We are working on the site. Searching and reading work as usual. That way you also find the phone numbers. You can make changes again later.
read-only-call = Can it not wait? Call
to-start = To the start
to-search = Find help
to-help = Help with this site

style = Style
style-lead = All parts of the pages, in every situation. So you see at once what a change does.
style-themes = Choose a municipality
style-components = Components
style-street = The street
style-street-text = Round is from the neighbourhood, square an organisation, a house a resident. The ball is with whoever acts now.
style-icons = Icons
style-nothing = There is nothing to see here, and that is right.
style-empty = Empty
style-ordinary = Ordinary
style-longest = Longest
style-refused = Refused
