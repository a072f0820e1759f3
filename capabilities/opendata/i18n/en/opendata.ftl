# Reviewed by: nobody yet.
# Open data: what others may use, and the leaflet for on the way.

open-title = Open data
open-lead = The social map of { $name } belongs to everybody. You may use this data in your own site, app or research.
open-sources = Sources
open-files = The whole file
open-files-none = The files are being made. Come back in a few minutes.
open-files-text = All parties ({ $parties }) and everything they offer ({ $offers }) on this site.
open-file-json = HSDS JSON ({ $size })
open-file-tables = Tables, zip ({ $size })
open-made = Made on { $day }, { $time }
open-often = Made anew every day. Has something just changed? Then we first make the file again: that can take a moment.
open-files-not-now = We cannot make the file now. Try again in a minute.
open-licence = Licence
open-licence-text = What this municipality wrote itself you may use freely when you say where it came from:
open-licence-sources = Part of it comes from others. There their own licence holds. Each record names its source.
open-interface = Connecting another program
open-interface-text = Programs read the map through HSDS 3.0, the standard for social maps. No key is needed.
open-interface-about = Which standard and which profile
open-interface-offers = Services
open-interface-parties = Organisations
open-interface-places = Services at their locations
open-interface-taxonomies = The list of themes
open-interface-themes = The themes
open-interface-openapi = Description for programmers (OpenAPI)
open-interface-profile = The Dutch profile
open-never = What is never in it
open-never-names = Names and photos of people. Only their role.
open-never-secret = Addresses that are secret.
open-never-hidden = What nobody has checked for too long.
open-never-residents = Anything about residents. We do not keep that.

leaflet-title = Who helps in { $name }
leaflet-lead = As it stood on the social map on { $day }. Call before you go.
leaflet-nobody = Nobody in this area is on the map yet.
leaflet-beside = A second language beside it
leaflet-alone = One language
leaflet-how = Print this leaflet with your browser. It fits on A4.
leaflet-more = { $count ->
    [one] There is { $number } more party. It does not fit on this leaflet and is on the site.
   *[other] There are { $number } more parties. They do not fit on this leaflet and are on the site.
}
leaflet-call = Call
leaflet-what-for = What for
leaflet-themes = About
leaflet-way = How
leaflet-when = When
leaflet-languages = Languages
leaflet-room = Is there room
leaflet-confirmed = Is it right

no-unknown = “{ $name }” is no parameter we know here. We know: { $known }.
no-twice = “{ $name }” is there twice. Give it once.
no-unreadable = This address cannot be read: it has characters that are no UTF-8.
no-number = “{ $name }” must be a number from 1 up, or for ages from 0 up.
no-yes-or-no = “{ $name }” is true or false.
no-id = “{ $name }” must be an id: a UUID of 36 characters.
no-date = “{ $name }” must be a day or a moment, such as 2026-11-25 or 2026-11-25T09:00:00Z.
no-time = “{ $name }” must be a time, such as 09:00.
no-day = “day” is a day: MO, TU, WE, TH, FR, SA or SU.
no-postcode = “postcode” is four digits, or four digits and two letters, such as 9927 AB.
no-distance = “proximity” is a number of metres from 0 up.
no-distance-alone = “proximity” only works together with “postcode”.
no-word = “{ $name }” is one of these words: { $known }.
no-area = “area” is the CBS code of a district or neighbourhood, such as WK036301 or BU03630100.
no-too-many = So many do not fit on a page. Ask for { $most } at most.
no-page = There is no page { $page }. There are { $pages }.
no-there = This is not there.
no-moved = This became one with another. It is here now: { $path }
no-method = You can only read here. Use GET.
no-busy = The data cannot be read just now. Try again in a few seconds.
no-fault = Something went wrong on our side. Report this number: { $reference }.
