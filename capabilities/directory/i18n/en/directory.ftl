# Reviewed by: nobody yet.
# Words of the social map.

### The pages for visitors

# Times, ways in, room, age.
open-now = Open now until { $time }
opens-today = Today at { $time }
opens-tomorrow = Tomorrow at { $time }
opens-day = { $day } at { $time }
days-two = { $first } and { $last }
days-span = { $first } to { $last }
way-walk-in = No appointment needed
way-appointment = By appointment
way-phone = By phone
way-home-visit = Comes to your home
way-online = Online
capacity-open = There is room
capacity-few = A few places left
capacity-waiting = Waiting list
capacity-closed = No room now
capacity-unknown = Not known if there is room
age-ageing = Not checked for a while
age-stale = Not checked for a long time. Please call first.
age-hidden = Too old. Visitors no longer see this.

# Themes.
theme-all-of = { $theme }: everything
theme-in-general = In general
themes-title = Themes
themes-lead = Everything there can be help with, in plain words. Choose a theme and you see who helps.
themes-none = There are no themes yet.
themes-count = offers of help
themes-nothing = (no help here yet)
themes-official = Its official names
themes-mapping = The official names come from the list of products of Dutch municipalities (Uniforme Productnamenlijst).
start-all-themes = All themes
start-often-themes = What there is most help with

# Who looked at it, and where it came from.
not-checked = Not yet checked by a person
checked-on = Checked on { $day }
checked-by = by
age-advice = Something may have changed. Call or mail before you go there.
source = Source:
licence = Licence:
about-sources-link = About the sources
source-dropped = The source no longer mentions this since { $day }.

# The list.
list-title = Who does what?
search-question = What do you need help with?
list-all = { $count ->
    [one] 1 place you can go to
   *[other] { $number } places you can go to
}
list-found = { $count ->
    [0] Nobody found
    [one] 1 place helps with this
   *[other] { $number } places help with this
}
worlds = From the neighbourhood or organisation
worlds-both = Both
shorter = Make the list shorter
choose-theme = What is it about?
any-theme = Everything
choose-language = Which language do you speak?
any-language = All languages
choose-area = In which neighbourhood?
any-area = Everywhere
whole-district = All of { $name }
choose-near = Close to which place?
choose-near-hint = A neighbourhood, four digits of a postcode, or the name of a place
near = Close to
distance-metres = { $number } metres
distance-kilometres = { $number } km
found-read-as = We searched for: { $words }
walk-into = Ask in the neighbourhood
walk-into-text = You can simply walk into these groups of residents. They often know who can help you.
suggestions = Do you mean one of these?
choose-day = On which day?
any-day = Any day
choose-capacity = Is there room?
any-capacity = Does not matter
choose-show = Show
chosen = Your choices
drop = Remove:
choice-unknown = We do not know one of the choices. We left it out.
postcode-unknown = We do not know where postcode { $postcode } is. Choose your district or neighbourhood.
question-shortened = Your question was very long. We searched with its beginning.
found-loosely = Nothing fits all your words. These fit some of them.
map = Map
map-of-list = The numbers belong to the list. Round is from the neighbourhood, square is an organisation.
page-gone = This page does not exist
page-gone-text = The list has fewer pages: { $pages }.
page-last = To the last page
nothing-yet = Nobody is here yet
nothing-yet-text = As soon as a group or organisation joins, you will find it here.
nobody-found = Nobody found
nobody-found-text = Together your choices are too strict. Let one go:
nobody-found-words = Try another word, or look at the whole list.
nobody-found-choices = Without any one of your choices there is still nobody. Look at the whole list.
without = Without
list-everything = See everything ({ $number })
missing-title = Is your group missing?
missing-text = A small group belongs here too. You need not be a foundation.
missing-link = Ask to be listed

# A party and an offer.
party-facts = Contact, room and neighbourhoods
call = Call
mail = Send a mail
call-for = You can call us for this
not-for = We do not do this
party-hand-over = Hand help over warmly
party-offers = What you can do here
party-people = These people you will meet
works-gladly = How we like to work together
lived-experience = From our own experience
reach-us = How to reach us
room-now = Is there room now?
languages-spoken = Languages
areas-served = Where we work
serves-all = In all of { $name }
serves-unknown = That is not written down yet.
something-wrong = Is something wrong?
map-of-party = This is where to find us.
where = Where
address-secret = The address is secret. Call first.
mail-returns = Mail to this address comes back. Visitors see the address again once it is changed, or once somebody says that it is right.
address-unknown = The address is not written down yet.
offer-facts = Who does this, and where
map-of-offer = This is where it is.
when = When
when-table = The times in a week
day = Day
open = Open
for-whom = For whom
way-in = How to get in
cost = What does it cost
more-about = More about this

# Areas.
areas-title = Districts and neighbourhoods
areas-lead = Choose a neighbourhood. You see who is there and who comes there.
areas-none = No neighbourhoods here yet
areas-none-text = You can search as usual.
area-district = District in { $name }
area-neighbourhood = Neighbourhood in { $name }
area-find = Find help in this neighbourhood
area-leaflet = Leaflet to print
area-reciprocity = Questions and answers both ways
area-facts = Map and figures
map-of-area = This neighbourhood and what lies around it. Round is from the neighbourhood, square is an organisation.
area-here = { $count ->
    [0] Nobody has a place of their own here
    [one] 1 has a place here
   *[other] { $number } have a place here
}
area-working = { $count ->
    [one] 1 also works here
   *[other] { $number } also work here
}
area-all = See all of them
area-inside = Neighbourhoods in this district
area-neighbours = Next to here
gaps-title = Next door they do have this
gap-nobody = { $count ->
    [one] In 1 neighbouring area there is help with ‘{ $theme }’. Not yet here.
   *[other] In { $count } neighbouring areas there is help with ‘{ $theme }’. Not yet here.
}
gap-informal = { $count ->
    [one] In 1 neighbouring area somebody from the neighbourhood helps with ‘{ $theme }’. Here nobody from the neighbourhood yet.
   *[other] In { $count } neighbouring areas somebody from the neighbourhood helps with ‘{ $theme }’. Here nobody from the neighbourhood yet.
}
gap-formal = { $count ->
    [one] In 1 neighbouring area an organisation helps with ‘{ $theme }’. Here no organisation yet.
   *[other] In { $count } neighbouring areas an organisation helps with ‘{ $theme }’. Here no organisation yet.
}
figures = Figures
figure-residents = people live here
figure-households = households
figure-older = are 65 or older
figure-young = are younger than 15
figures-year = From { $year }.

# The first page.
start-title = What is going on in { $name }?
start-sentence = Here you find { $informal ->
    [one] 1 neighbourhood group
   *[other] { $informal_number } neighbourhood groups
} and { $formal ->
    [one] 1 organisation
   *[other] { $formal_number } organisations
}.
start-sentence-empty = Here you will find who can help you.
start-empty = Nobody is here yet
start-empty-text = This municipality is just starting. Are you a group or organisation? You can be the first.
search-hint = For example: brief, schulden, eten (in Dutch)
start-worlds = Two worlds, one neighbourhood
start-informal = Residents who help each other: groups, volunteers, guides. They know the neighbourhood.
start-formal = People whose work this is: the neighbourhood team, the municipality, social work. They know the rules.
start-themes = What is it about?
start-districts = Choose a district
start-all-areas = All districts and neighbourhoods
start-map = See everything on the map
start-fresh = Just checked
start-all = See everybody

# The map.
map-title = Map of { $name }
map-none = There is no map of this municipality yet
map-sentence = { $count ->
    [0] In { $name } nobody has a place that can be on the map yet.
    [one] In { $name } 1 group or organisation is on the map.
   *[other] In { $name } { $number } groups and organisations are on the map.
}
map-legend = Round is from the neighbourhood, square is an organisation. A number: so many in one spot. The darker a neighbourhood, the more there are.
map-table = The same as a list
map-nobody = Nobody here yet ({ $number })
map-list = See this as a list of help
map-district = More about this district
map-parties = Who you will find here
area = Area

# About this site.
sources-title = Sources
sources-lead = Here you read where the facts come from, how old they are and what you may do with them.
sources-fiction = { $name } does not exist
sources-fiction-text = All people, groups, addresses, phone numbers and maps on this site are invented. You can try everything at ease.
sources-none = There are no outside sources
sources-none-text = Everything here was written down by people of the municipality, groups and organisations themselves.
source-dated = The facts are from { $day }.
source-imported = Put here on { $day }.
sources-yours = What groups tell themselves
sources-yours-text = Has a person checked the facts? Then that comes first. An outside source never overwrites it.
sources-code = The program is free. Everybody may use, read and improve it (EUPL 1.2). The typeface is Rubik (OFL).
sources-open = You may use the data of this site in your own site or app.
sources-open-link = To the open data
privacy-title = Your data and who sees it
privacy-lead = We keep nothing about you. You need not sign in to search.
privacy-stored = What we keep
privacy-stored-1 = What groups and organisations do, where and when.
privacy-stored-2 = The name and photo of somebody you can call. Only if that person agrees.
privacy-stored-3 = When somebody checked the facts, and in which role. Not who.
privacy-stored-4 = The language you choose. It stays in a small file (cookie) on your own phone or computer.
privacy-stored-5 = Do you take part for a group or organisation? Then we keep your name, how you come in, your questions and answers, and your e-mail address if you want mail. A question goes thirty days after its end.
privacy-stored-6 = Does your group ask to be on the map? Then only the municipality sees what you fill in, until it decides. After a yes it stands on the map. After a no it goes after thirty days. If nobody decides, it goes after ninety days.
privacy-never = What we never keep
privacy-never-1 = Who you are, where you live or what you searched for here.
privacy-never-2 = Your citizen service number (BSN).
privacy-never-3 = Scores or lists that compare people.
privacy-never-4 = Data to control or punish people.
privacy-never-5 = What you do on other sites. This site fetches nothing from others and nobody looks along.
privacy-secret = Secret places
privacy-secret-1 = Of a shelter that must stay safe we keep no address. Not even hidden. It is nowhere.
privacy-self = Are you on here yourself?
privacy-self-1 = You may always say: remove my name or photo. Then it is gone at once.
privacy-self-2 = Does your group not want to be here? Then we remember only that, and the group will not come back.
privacy-who = Who sees what
privacy-who-1 = What is on the map may be read by everyone. Questions and handovers are seen only by the parties they concern. A question to the whole neighbourhood is seen by everyone who takes part.
privacy-who-2 = Is an answer late? Then whoever looks after the terms sees between which parties it is, what about, in which neighbourhood and until when. Never what was said.
help-title = Help with this site
help-lead = Here you read how the site works.
help-search = Searching
help-search-1 = Type in a few words what you need help with. In Dutch it works best.
help-search-2 = Make the list shorter with a theme, a language, a neighbourhood or a day. Tap a choice again to remove it.
help-signs = Round and square
help-signs-1 = Round means: from the neighbourhood. Residents who help each other.
help-signs-2 = Square means: an organisation. People whose work this is.
help-checked = Checked
help-checked-1 = With each group you see when a person checked the facts. Is that long ago? Then call first. After a while we take old facts away.
help-wrong = Is something wrong?
help-wrong-1 = Tell the group or organisation itself, or call the municipality of { $name }. Then we change it.
help-join = Adding your group
help-join-1 = A small group belongs here too. You need not be a foundation and you need not tell anything about residents.
help-join-2 = You can also call or mail the municipality of { $name }.
help-urgent = Is it urgent?
help-urgent-1 = Is there danger? Call 112. This site is not for emergencies.
access-title = Accessibility
access-lead = Everybody must be able to use this site. We work on that.
access-works = What works
access-works-1 = You can do everything with only the keyboard.
access-works-2 = Everything works without script and on an old phone too.
access-works-3 = With each picture there is a sentence that says what you see, and the same as a list.
access-works-4 = Letters may be twice as big. Dark and more contrast follow your own setting.
access-not-yet = What is not good yet
access-not-yet-1 = Groups write in Dutch. We do not translate that text yet.
access-not-yet-2 = On a small phone the names on the map are small. Then use the list below it.
access-not-yet-3 = People with a disability have not tested the site with us yet.
access-tell = Are you stuck somewhere?
access-tell-1 = Tell the municipality of { $name }. Say on which page it went wrong.

### End of the pages for visitors

## Importing
import-fate-refused = Refused
import-fate-left-out = Left out
import-fate-kept = Left as it was
import-fate-gone = Gone at the source
import-fate-mended = Mended
import-fate-noted = To look at
import-reason-no-name = There is no name.
import-reason-no-key = It has no number of its own.
import-reason-double-key = This number came before in the file.
import-reason-no-party = It does not say which organisation or group this is from.
import-reason-unknown-party = The party it belongs to is not in the file.
import-reason-unknown-place = The place it belongs to is not in the file.
import-reason-unknown-offer = The offer it belongs to is not in the file.
import-reason-too-long = The text is too long.
import-reason-bad-point = The point on the map is not right.
import-reason-swapped-point = The two numbers of the point were swapped.
import-reason-bad-date = The date is not right.
import-reason-bad-time = The time is not right.
import-reason-bad-phone = This is no phone number.
import-reason-bad-email = This is no e-mail address.
import-reason-bad-website = This is no address of a website.
import-reason-unknown-language = We do not know this language.
import-reason-unknown-theme = We do not know this theme.
import-reason-unknown-area = We do not know this area.
import-reason-lost-accent = A letter with an accent was lost here.
import-reason-rounded-key = The number was rounded by a spreadsheet.
import-reason-marker = It held marks of another program. They are gone.
import-reason-literal-newline = It had "\n" in the text. That became a new line.
import-reason-several-keys = There were several numbers in one cell.
import-reason-backtick = It had a backtick. That is an apostrophe now.
import-reason-markup = It held code of a website. That is gone.
import-reason-wrong-columns = This line has too many or too few cells.
import-reason-unclosed-quote = A quotation mark is never closed.
import-reason-not-text = This is no readable text.
import-reason-inactive = The source says: this is not there any more.
import-reason-internal = This is not meant for everyone.
import-reason-person = Names of people are not taken from a file.
import-reason-do-not-list = This party does not want to be on the map.
import-reason-same-record = This stands there twice.
import-reason-cut-off = The file suddenly stops here.
import-reason-confidential = This is a confidential place. Its address was not taken.
import-reason-unclear-confidential = It says something about confidential that we do not know. We keep the address secret.
import-reason-not-used = This has no place on the map.
import-reason-no-address = There is no address here.
import-reason-past = This is over already.
import-reason-confirmed = Somebody said that it is right. That stays.
import-reason-edited = Somebody changed this by hand, or took something of it away. That stays so.
import-reason-removed = Somebody took this off the map. It does not come back.
import-reason-dropped = The source has this no more. It stays, with a mark.
import-reason-near-area = The point lies just outside. We took the nearest area.
import-reason-outside-areas = The point lies in no area of this municipality.
import-reason-like-unwanted = This party looks like one that does not want to be on the map. Is it another one? Then put it on the map yourself.
import-reason-like-secret = A party with this name has a secret place. Look whether this address may be known. May it? Then put it on the map yourself.
import-reason-new-theme = Your municipality does not have this theme yet. It is added. What it is for and its Arabic name do not come along.
import-unreadable-empty = The file { $file } is empty.
import-unreadable-unknown = { $file } is no table, JSON or zip that we know.
import-unreadable-not-text = { $file } is no readable text. Is it an Excel file? Then save it as CSV.
import-unreadable-needs-mapping = { $file } needs a mapping. It has these columns: { $found }
import-unreadable-mapping = The mapping is not right in line { $line }: { $what }
import-unreadable-columns = { $file } lacks: { $missing }. Found: { $found }
import-unreadable-no-table = The table { $wanted } is missing. Found: { $found }
import-unreadable-cut-off = { $file } stops halfway, in line { $line } (character { $column }). Fetch the file once more.
import-unreadable-bad-json = { $file } is no good JSON: look at line { $line }, character { $column }.
import-unreadable-no-records = There is no party and no offer in { $file }.
import-unreadable-bad-archive = The zip is damaged.
import-unreadable-locked = { $file } in the zip has a password. Make a zip without one.
import-unreadable-bomb = { $file } becomes more than { $ratio } times larger when unpacked. We do not trust that.
import-unreadable-too-big = This is too big: more than { $max } bytes.
import-unreadable-too-many-files = It holds more than { $max } files.
import-unreadable-escapes = { $file } points outside the zip. We do not trust that.
import-unreadable-link = { $file } is a link, not a file.
import-unreadable-broken = Reading failed: { $why }
import-title = Bring data in
import-lead = Put parties and offers from a file on the map. You first see what would change. Then you decide.
import-what = What can you bring in?
import-what-hsds = A social map in HSDS: JSON, or tables in CSV. Several tables? Put them together in one zip.
import-what-csv = A table of your own in CSV, with a mapping. It says which column is what.
import-what-geojson = Points on the map in GeoJSON, with a mapping.
import-what-not = Names of people and confidential addresses are never taken.
import-field-file = File
import-field-file-hint = CSV, JSON, GeoJSON or zip. No larger than 48 MB.
import-field-source = Whose data is it?
import-field-source-hint = This name will stand on the map. Use the same name every time.
import-field-licence = Licence
import-field-licence-hint = May you use the data? For example: CC BY 4.0
import-field-dated = Of which date?
import-field-dated-hint = If you know. For example: 2026-11-25
import-field-sphere = If the file does not say formal or informal, it is:
import-field-mapping = Mapping
import-field-mapping-hint = Only needed for a table of your own or for points.
import-field-mapping-none = Not needed
import-field-own-mapping = Or paste your own mapping here
import-look = Show what would change
import-wrong-file = Choose a file.
import-wrong-large = The file is too large. Larger than 48 MB can only be done with the command samenspel import.
import-wrong-source = Fill in whose data it is, in 120 characters or fewer.
import-wrong-licence = Fill in the licence, in 120 characters or fewer.
import-wrong-dated = Write the date as 2026-11-25.
import-earlier = Brought in before
import-earlier-none = Nothing was brought in yet.
import-state-waits = Waits for your decision
import-state-applied = Is on the map
import-column-when = When
import-column-source = Source
import-column-state = State
import-column-counts = New, changed, gone
import-preview-title = This would change on the map
import-done-title = This was brought in
import-preview-lead = From { $file }, of { $source }. Nothing is on the map yet.
import-done-lead = From { $file }, of { $source }.
import-count-added = New
import-count-changed = Changed
import-count-same = The same
import-count-gone = Gone at the source
import-count-kept = Left as a human said
import-count-left-out = Left out
import-count-refused = Refused
import-lines = What did not go by itself?
import-lines-none = Everything was read without trouble.
import-lines-all = Everything
import-lines-csv = Download this list (CSV)
import-lines-earlier = Previous
import-lines-later = Next
import-lines-caption = Lines { $from } to { $to } of { $total }
import-column-fate = What happened
import-column-where = Where
import-column-key = Number
import-column-why = Why
import-where = { $file }, line { $line }
import-apply = Put on the map
import-discard = Throw away
import-waits = This file is kept for one day. Then it is gone.
import-nothing-changes = Nothing would change on the map.
import-outdated = The map changed since you looked. Nothing was done yet. This is what would change now.
import-already = This was done already.
import-sphere-formal = Formal: an organisation
import-sphere-informal = Informal: from the neighbourhood
# end of importing

### What ages, the mail, and what is listed twice

mail-subject = { $party }: is this still right?
mail-greeting = Dear people of { $party },
mail-why-ageing = You are on the social map. It is some time ago that somebody checked whether everything is still right.
mail-why-stale = You are on the social map. It is long ago that somebody checked whether everything is still right. Soon the page will say so.
mail-why-hiding = You are on the social map. Nobody said that everything is still right. If you do nothing, your page, or a part of it, is out of sight from { $day }.
mail-why-hidden = You are on the social map. Nobody said that everything is still right. So your page, or a part of it, is not shown now.
mail-choose = Will you choose? You need not sign in.
mail-right = Still right
mail-changed = Has changed
mail-off = Take us off
mail-end = Each link works once, until you get the next mail. We mail you at most once a week.
mail-from = Greetings from the social map of { $town }

answer-right-title = Is what we say about { $party } still right?
answer-right-lead = With one tap everybody knows that it is right. You need not sign in.
answer-right-button = Yes, it is still right
answer-as-it-stands = This is what it says now
answer-see-all = See everything the map says about it
answer-off-title = Take { $party } off the map?
answer-off-lead = Then you are nowhere on the map any more. We remember that you do not want to be listed, also when somebody brings in a new list. For seven days you can still change your mind.
answer-off-running = Questions and handovers that are under way stop. Those do not come back.
answer-off-button = Yes, take us off
answer-form-title = What has changed at { $party }?
answer-form-lead = Change what is no longer right. Once saved it is on the map at once.
answer-form-rest = Is there a new place or a new offer, or do you work in other neighbourhoods? Contact your municipality.
answer-form-button = Save, now it is right
answer-left = We are no longer here. This place goes off the map.
answer-stopped = We no longer do this. This offer goes off the map.
answer-thanks = Thank you
answer-thanks-right = Everybody now sees that it was still right today.
answer-thanks-changed = What you changed is on the map.
answer-put-away = Whoever keeps the map has hidden this page, and now sees that it is right. Do you want to know why? Ask your municipality.
answer-see = See { $party } on the map
answer-keep = Update your details
answer-gone = You are no longer on the map
answer-gone-lead = Everything that was there is gone. We remember that you do not want to be listed.
answer-gone-until = Have you changed your mind? Until { $day } you can put everything on the map back as it was.
answer-gone-keep = Keep the address of this page if you are in doubt. If you lose it, the municipality can put you back in that week too.
answer-back-button = Put us back on the map
answer-gone-for-good = Do you want to be on it again later? Ask your municipality.
answer-back = You are on the map again
answer-back-lead = Everything on the map is back as it was.
answer-back-running = Questions and handovers that were under way have stopped. Those do not come back.
answer-back-people = Did people belong to your party in Samenspel? The municipality invites them again.
answer-unknown = We do not know this link
answer-unknown-lead = Check that the whole link was copied from the mail. If it does not work, wait for the next mail or call your municipality.
answer-used = This link was used already
answer-used-lead = On { $day } somebody chose: { $answer }. After that the link does nothing.
answer-used-see = See what happened then
answer-over = This link no longer works
answer-over-lead = A newer mail was sent since, or the page was checked or taken off in another way. Use the newest mail.
answer-start = To the social map

ageing = What ages
ageing-lead = What nobody checked for long grows old and then disappears by itself. Here you see whom you can call.
ageing-groups = Choose what you want to see
ageing-no-address = No mail address
ageing-bounced = Mail does not arrive
ageing-hides-soon = Nearly out of sight
ageing-no-answer = Mailed, no answer yet
ageing-to-be-asked = Will get mail
ageing-hidden = Out of sight
ageing-nobody = There is nobody here now.
ageing-no-mail = No mail server is set. Nobody gets mail; call the parties yourself.
ageing-since = Checked or written down on { $day }
ageing-mail-sent = Mailed on { $day }
ageing-mail-bounced = The mail of { $day } came back. Check whether the address is right.
ageing-mail-waits = The mail waits for the mail server
ageing-mail-failed = It is not certain that the mail of { $day } arrived
ageing-mail-not-taken = For days the mail server has taken no mail for this address (mail of { $day }). Call the party.
ageing-hides-on = Out of sight from { $day }
ageing-put-away = The operator has hidden this
ageing-offer-hidden = An offer of this party can no longer be seen. Nobody said that it is still right.
ageing-no-phone = There is no telephone number
ageing-confirm = Right, called
ageing-mail = Mail now
ageing-hide = Hide
ageing-show = Show again
ageing-did-confirm = Saved: the party and its offers were checked today.
ageing-did-mail = The mail was sent.
ageing-did-no-address = There is no mail address. Call the party.
ageing-did-bounce = The mail server takes no mail for this address. Call the party.
ageing-did-later = The mail could not go now. We try again later by ourselves.
ageing-did-too-often = This party got a mail in the past week, or one is waiting. We mail at most once a week.
ageing-did-put-away = Hidden: visitors no longer see this.
ageing-did-show = Visitors see this again. If nobody confirms it, it disappears again later.
ageing-did-back = The party is on the map again, as it was.
ageing-taken-off = Took themselves off
ageing-taken-off-lead = For seven days you can put this back, when somebody has changed their mind. After that everything is gone.
ageing-taken-off-on = Taken off on { $day }
ageing-put-back = Put back
ageing-days = After how many days?
ageing-fresh-days = For so many days something is fresh
ageing-stale-days = After so many days it is old
ageing-hide-days = After so many days it is out of sight
ageing-notice-days = So many days after we asked, at the earliest
ageing-notice-hint = Who got no mail yet, and of whom you did not see yet that you must call, does not disappear.
ageing-districts = Other days for a district
ageing-districts-lead = Does a party work in several districts? Then the highest number holds for it. Does it work in the whole municipality? Then the days of the municipality hold.
ageing-district-own = Fresh: { $fresh } days. Old: after { $stale } days. Out of sight: after { $hide } days.
ageing-district-none = The same days as the municipality
ageing-days-of = After how many days? { $name }
ageing-days-of-lead = These days hold for parties that work in this district. Does a party also work in another district? Then the highest number holds.
ageing-days-take-away = No days of its own for this district any more

double = Perhaps listed twice
double-lead = These parties look alike. Make them one, or say that they are two. Old addresses keep working.
double-none = Nothing seems to be listed twice.
double-same-name = The same name
double-like-name = A name like it
double-same-phone = The same telephone number
double-same-email = The same mail address
double-same-website = The same website
double-same-door = The same door
double-beside = Beside each other
double-what = What
double-left = First
double-right = Second
double-confirmed = Checked
double-two = These are two
double-keep-left = One: keep the first
double-keep-right = One: keep the second
double-did-one = They are one now. The offers and people of the other are with it.
double-did-two = Remembered: these are two.

desk-fault-order = This must be at least the number before it.
desk-ageing = What ages
desk-terms = Answer terms
desk-double = Perhaps listed twice

### End of what ages

### The desk

desk = Desk
desk-lead = Here you keep the social map up to date.
desk-new-party = New party
desk-import = Import a file
desk-people = People of the municipality
desk-own-page = My place
desk-members = People of this party
desk-wishes = Do not list
desk-wishes-lead = These parties do not want to be on the map. Importing a file does not bring them back.
desk-no-wishes = Nobody has asked for this.
desk-wish-asked = Asked on { $day }
desk-wish-forget = May be listed again
desk-search = Find a party by name
desk-parties =
    { $count ->
        [one] 1 party
       *[other] { $count } parties
    }
desk-nothing = No party with this name.
desk-confirmed-on = Checked on { $day }.
desk-confirmed-by = Checked on { $day } by { $by }.
desk-never-confirmed = Never checked by a person yet.
desk-saved = Saved
desk-on-the-map = Saved. This party is on the map now.
desk-changed-meanwhile = Somebody else has just changed this. Look below and save again.
desk-save = Save
desk-back = Back
desk-profile = Details
desk-see = See it as visitors do
desk-remove = Take off the map
desk-remove-title = Take { $name } off the map?
desk-remove-lead = All places, people and offers go too. You cannot undo this.
desk-leave-lead = Everything your party has on the map goes at once. For a week you can put that back.
desk-leave-people = Whoever belongs to your party then has no place in Samenspel any more. If the party comes back, the municipality invites the people again.
desk-leave-who = Only the coordinator of your party can do that. Ask your coordinator.
desk-remove-own = A list of somebody else does not put you back after that. Do you want to be on the map again later? Then ask the municipality.
desk-remove-once = Take off
desk-remove-never = Take off and never list again
desk-still-right = Still right
desk-still-right-all = This holds for the party and for all its offers. A mail that is still open is answered by it too.
desk-by = Who says so?
desk-by-hint = A role, not a name. For example: the coordinator.
desk-confirmed-by-field = Is everything right? Who says so?
desk-room-now = Now
desk-offers = Offers
desk-add-offer = Add an offer
desk-remove-offer = Remove the offer
desk-places = Places
desk-place = Place
desk-add-place = Add a place
desk-remove-place = Remove the place
desk-confidential-place = Confidential place, without an address
desk-confidential = This is a confidential place. All details of the address are erased.
desk-contacts = People
desk-contact = Contact
desk-add-contact = Add a person
desk-remove-contact = Remove this person
desk-contact-lead = A name or photo is here only if this person agrees.
desk-contact-role = Role
desk-contact-role-hint = For example: guide, volunteer, coordinator.
desk-contact-name = Name
desk-consent-name = This person agrees that the name is shown
desk-consent-photo = This person agrees that the photo is shown
desk-note = About this person
desk-note-hint = When is this person there? What can you call for?
desk-photo = Photo
desk-photo-now = The photo that is there now
desk-photo-file = Choose a photo
desk-photo-hint = JPEG or PNG. We make it small and remove where and when it was taken.
desk-photo-send = Save the photo
desk-sphere = What kind of party is it?
desk-name = Name
desk-summary = In one sentence
desk-summary-hint = What is it, and for whom? Short words.
desk-call-for = Call for
desk-not-for = Not for
desk-one-a-line = One thing a line.
desk-best-way = Best moment and way
desk-role-name = Role address
desk-role-name-hint = A role that stays when people leave. For example: the desk.
desk-phone = Telephone
desk-email = E-mail
desk-website = Website
desk-capacity = Is there room?
desk-capacity-note = More about the room
desk-lived-experience = Lived experience it stands on
desk-works-gladly = How it likes to work together
desk-serves = Where does this party work?
desk-serves-all = In the whole municipality
desk-district = district
desk-languages = Languages
desk-place-name = Name of the place
desk-street = Street
desk-house-number = House number
desk-postcode = Postcode
desk-town = Town
desk-access = Access
desk-access-hint = Steps, lift, toilet, how to find the door.
desk-point = Point on the map
desk-point-hint = Latitude and longitude, for example: 52.6210, 5.3385
desk-area = Neighbourhood
desk-area-hint = With a point on the map we find the neighbourhood ourselves.
desk-does = What we do
desk-does-not = What we do not do
desk-for-whom = For whom
desk-themes = Themes
desk-theme-list = Manage themes
desk-theme-lead = Give a theme another name, put it higher, leave it out or merge it. Old links keep working.
desk-theme-room = { $count ->
    [0] There is no room for more themes. Merge two first.
    [one] There is room for 1 more theme.
   *[other] There is room for { $count } more themes.
 }
desk-theme-new = A theme of your own
desk-theme-up = Put higher
desk-theme-hidden = Not among the choices
desk-theme-own = Own theme
desk-theme-hide = Do not show among the choices
desk-theme-gone = Merged
desk-theme-went = This theme was merged. Whoever looks for it comes to the other one.
desk-theme-nl = Name in Dutch
desk-theme-en = Name in English
desk-theme-ar = Name in Arabic
desk-theme-about = What it is about
desk-theme-about-hint = In a few words, in Dutch. This stands on the page with all themes.
desk-theme-parent = Belongs to
desk-theme-top = To none, it stands on top
desk-theme-into = Merge with
desk-theme-into-hint = Everything under this theme then stands under the other. You can always turn this back.
desk-theme-stays = Do not merge
desk-theme-key = Key in links and files
desk-fault-theme-there = There is a theme with this name already.
desk-fault-themes-full = There is no room for one more theme. Merge two first.
desk-way = How does one get in?
desk-unknown = Not known
desk-opening = Open
desk-opening-hint = One time a line, for example: mo 9:00-12:00
desk-opening-note = More about the times
desk-cost = Cost
desk-at = At which place?
desk-fault-empty = Fill this in.
desk-fault-too-long = This is too long: { $got } characters. { $max } fit.
desk-fault-too-many-lines = These are too many lines: { $got }. { $max } fit.
desk-fault-unknown = We do not know this. Check how it is written.
desk-fault-hours = Line { $line } is no day with times. Write for example: mo 9:00-12:00
desk-fault-no-consent = This is only allowed if this person agrees. Tick that box.
desk-fault-named = This holds somebody’s name: { $name }. Write the role, not the name: “{ $role }”. These sentences also go into the open data, and no names stand in there.
desk-fault-no-picture = This is no photo we can read. Choose a JPEG or PNG.

### End of the desk
party-ask = Ask a question
find-ask = Ask the neighbourhood
find-ask-in = Do you help people yourself? Sign in, and ask the neighbourhood.

### Asking to be on the map

candidate-title = Ask to be listed
candidate-lead = Is your group or organisation not on the social map yet? Ask here. The municipality of { $name } decides.
candidate-name = What is your group or organisation called?
candidate-sphere = Who are you?
candidate-informal = We are residents or volunteers
candidate-formal = We are an organisation with paid staff
candidate-summary = What do you do?
candidate-summary-hint = One or two sentences. Without the name, address or number of a resident.
candidate-reach = How can people reach you?
candidate-reach-hint = One mail address or telephone number of the group, not your own. If the municipality says yes, everybody can read it.
candidate-kept = You are not on the map at once. The municipality decides first. If it says yes, this stands on the map. If it says no, it goes after thirty days. If nobody decides, it goes after ninety days.
candidate-many = Too many requests wait for a decision now. Try again in a few days, or call the municipality.
candidate-send = Send
candidate-thanks = Thank you
candidate-thanks-lead = Your request was sent. The municipality of { $name } looks at it. Until then you are not on the map.
candidates = Who wants to be on the map?
candidates-lead = They ask to be on the social map. Until you say yes, nobody else sees this.
candidates-none = There are no requests now.
candidate-reach-at = Can be reached at
candidate-asked = Asked on { $day }
candidate-yes = Put on the map
candidate-no = No, rather not
candidate-no-note = The request goes off the list. The group gets no message.
candidate-no-sure = Yes, say no
candidate-said-no = You said no. The request is off the list.
candidate-was-yes = Somebody said yes already. This group is on the map.
candidate-was-no = Somebody said no already.
desk-candidates-waiting = Somebody wants to be on the social map ({ $count })
desk-fault-no-choice = Choose one of the answers.
desk-fault-tells = Leave this out here: ‘{ $words }’. It may be a resident’s.
desk-fault-no-reach = Fill in one mail address or one telephone number, without other words.

### End of asking to be on the map
