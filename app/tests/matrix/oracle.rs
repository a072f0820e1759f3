//! Who may what, by hand, from the wish: it knows nothing of the policies nor of what decides by them.

use access::Role;

use crate::who::{Object, Spot, Who};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    In,
    /// As an address that never existed.
    NotThere,
    /// The ways in.
    AtTheDoor,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Anyone,
    /// Nobody yet: there is no key and no account to take away.
    Keyless,
    Key,
    /// Every person, for what is of that person.
    Oneself,
    /// Who can act as a member of something.
    Acts,
    /// Who acts for a party.
    ForAParty,
    /// Who acts for a party, and who keeps the map: that one may look after the terms of an area.
    Day,
    /// The two parties of a question; every party when it is open.
    Question,
    Watches,
    /// Who keeps the map, and who has the key: the desk and what is imported.
    Desk,
    /// Who keeps the map.
    Map,
    /// Who keeps the map, of whatever party.
    MapOf,
    /// The own people; who keeps the map where nobody coordinates.
    Profile,
    /// The same, and something new may be made under an address of its own.
    ProfileNew,
    /// The same, and what is gone already may be taken away again.
    ProfileGone,
    /// The own coordinator; who keeps the map where nobody coordinates.
    Leads,
    /// Who keeps the map, where nobody coordinates.
    TakesOff,
    /// As [`Self::Leads`], and everybody of oneself, also where one does not act now.
    Ends,
    Invites,
    InvitesHere,
    EndsHere,
    ComesBack,
    /// Whoever acts for a party.
    InAParty,
    /// The party that hands over, of the three [`Spot::Kept`].
    Gives,
    /// The party that receives: [`Spot::Other`].
    Receives,
    /// Either of the two.
    Sides,
}

const RULES: &[(Rule, &str, &[&str])] = &[
    (
        Rule::Anyone,
        "GET",
        &[
            "/",
            "/themas",
            "/buurten",
            "/buurt/{code}",
            "/buurt/{code}/blad",
            "/kaart",
            "/wie",
            "/zoek",
            "/zoek/suggesties",
            "/partij/{id}",
            "/partij/aanmelden",
            "/aanbod/{id}",
            "/foto/{contact}",
            "/bronnen",
            "/privacy",
            "/hulp",
            "/toegankelijkheid",
            "/open",
            "/open/hsds.json",
            "/open/datapackage.zip",
            "/hsds",
            "/hsds/",
            "/hsds/openapi.json",
            "/hsds/profile",
            "/hsds/profile/{name}",
            "/hsds/services",
            "/hsds/services/{id}",
            "/hsds/organizations",
            "/hsds/organizations/{id}",
            "/hsds/service_at_locations",
            "/hsds/service_at_locations/{id}",
            "/hsds/taxonomies",
            "/hsds/taxonomies/{id}",
            "/hsds/taxonomy_terms",
            "/hsds/taxonomy_terms/{id}",
            "/hsds/{*rest}",
            "/antwoord/{token}/klopt",
            "/antwoord/{token}/veranderd",
            "/antwoord/{token}/weg",
            "/antwoord/{token}/bedankt",
            "/mail/{token}",
            "/aanmelden",
            // This town has no sign-in of its own, and a sentence says so.
            "/aanmelden/account",
            "/aanmelden/account/klaar",
            "/aanmelden/gemeente/terug",
            "/beheer/sleutel",
            "/uitnodiging/{token}",
            "/terug",
            "/logboek",
            "/openapi.json",
            "/robots.txt",
            "/favicon.svg",
            "/favicon.ico",
            "/gezond",
            "/stijl",
        ],
    ),
    (
        Rule::Anyone,
        "POST",
        &[
            "/antwoord/{token}/klopt",
            "/antwoord/{token}/veranderd",
            "/antwoord/{token}/weg",
            "/antwoord/{token}/terug",
            // A page of the desk draws it with a secret; the one here was used by somebody else, who hears so.
            "/antwoord/{token}/vertrek",
            "/partij/aanmelden",
            "/mail/{token}",
            "/aanmelden/demo",
            "/aanmelden/sleutel/begin",
            "/aanmelden/sleutel/klaar",
            "/beheer/aanmelden",
            "/uitnodiging/{token}",
            "/uitnodiging/{token}/ja",
            "/terug",
            "/terug/verder",
        ],
    ),
    (Rule::Key, "POST", &["/beheer/afmelden"]),
    (Rule::Oneself, "GET", &["/ik"]),
    (
        Rule::Oneself,
        "POST",
        &[
            "/ik/naam",
            "/afmelden",
            "/ik/sessies/einde",
            "/ik/sessies/wachten",
            "/ik/sleutel/begin",
            "/ik/sleutel/klaar",
        ],
    ),
    (Rule::Acts, "GET", &["/ik/wie-keek", "/ik/contacten", "/ik/mail", "/wederkerigheid", "/beheer/terug"]),
    (
        Rule::Acts,
        "POST",
        &["/ik/als", "/ik/contacten/weg", "/ik/mail", "/ik/mail/stop", "/ik/terug/niet", "/beheer/terug"],
    ),
    (Rule::Day, "GET", &["/vandaag"]),
    (Rule::ForAParty, "GET", &["/vandaag/levend", "/vragen", "/vraag/nieuw"]),
    (Rule::ForAParty, "POST", &["/vraag/nieuw", "/vraag/concept"]),
    (Rule::Question, "GET", &["/vraag/{question}"]),
    (
        Rule::Question,
        "POST",
        &["/vraag/{question}/oppakken", "/vraag/{question}/antwoord", "/vraag/{question}/verder"],
    ),
    (Rule::Keyless, "POST", &["/ik/sleutel/weg", "/ik/account/weg"]),
    (Rule::Watches, "GET", &["/controle", "/controle/regels"]),
    (
        Rule::Desk,
        "GET",
        &["/beheer", "/beheer/import", "/beheer/import/{id}", "/beheer/import/{id}/regels.csv"],
    ),
    (Rule::Desk, "POST", &["/beheer/import", "/beheer/import/{id}/toepassen", "/beheer/import/{id}/weg"]),
    (
        Rule::Map,
        "GET",
        &[
            "/beheer/partij/nieuw",
            "/beheer/aanvragen",
            "/beheer/niet-vermelden",
            "/beheer/themas",
            "/beheer/themas/nieuw",
            "/beheer/themas/{key}",
            "/beheer/dubbel",
            "/beheer/veroudering",
            "/beheer/veroudering/dagen/{code}",
            "/beheer/termijnen",
            "/beheer/termijnen/{code}",
        ],
    ),
    (
        Rule::Map,
        "POST",
        &[
            "/beheer/partij/nieuw",
            "/beheer/aanvragen/{candidate}/ja",
            "/beheer/aanvragen/{candidate}/nee",
            "/beheer/niet-vermelden/{id}/weg",
            "/beheer/themas/nieuw",
            "/beheer/themas/{key}",
            "/beheer/themas/{key}/omhoog",
            "/beheer/dubbel/een",
            "/beheer/dubbel/twee",
            "/beheer/veroudering/dagen",
            "/beheer/veroudering/dagen/{code}",
            "/beheer/veroudering/dagen/{code}/weg",
            "/beheer/termijnen/{code}",
            "/beheer/termijnen/{code}/weg",
        ],
    ),
    (
        Rule::MapOf,
        "POST",
        &[
            "/beheer/veroudering/{party}/mail",
            "/beheer/veroudering/{party}/verberg",
            "/beheer/veroudering/{party}/toon",
        ],
    ),
    (Rule::ComesBack, "POST", &["/beheer/veroudering/{party}/terug"]),
    (
        Rule::Profile,
        "GET",
        &[
            "/beheer/partij/{party}",
            "/beheer/partij/{party}/weg",
            "/beheer/partij/{party}/locatie/nieuw",
            "/beheer/partij/{party}/locatie/{id}",
            "/beheer/partij/{party}/mens/nieuw",
            "/beheer/partij/{party}/mens/{id}",
            "/beheer/partij/{party}/mens/{id}/foto",
            "/beheer/partij/{party}/aanbod/nieuw",
            "/beheer/partij/{party}/aanbod/{id}",
            "/beheer/partij/{party}/mensen",
        ],
    ),
    (
        Rule::Profile,
        "POST",
        &[
            "/beheer/partij/{party}",
            "/beheer/partij/{party}/klopt",
            "/beheer/partij/{party}/plek",
            "/beheer/partij/{party}/mens/{id}/foto",
            "/beheer/partij/{party}/aanbod/nieuw",
            "/beheer/partij/{party}/aanbod/{id}",
            "/beheer/partij/{party}/aanbod/{id}/klopt",
            "/beheer/partij/{party}/aanbod/{id}/plek",
            "/beheer/partij/{party}/aanbod/{id}/weg",
            "/beheer/veroudering/{party}/klopt",
        ],
    ),
    (Rule::ProfileNew, "POST", &["/beheer/partij/{party}/locatie/{id}", "/beheer/partij/{party}/mens/{id}"]),
    (
        Rule::ProfileGone,
        "POST",
        &["/beheer/partij/{party}/locatie/{id}/weg", "/beheer/partij/{party}/mens/{id}/weg"],
    ),
    (Rule::TakesOff, "POST", &["/beheer/partij/{party}/weg"]),
    (Rule::Leads, "POST", &["/beheer/partij/{party}/mensen/{membership}/rol"]),
    (Rule::Ends, "POST", &["/beheer/partij/{party}/mensen/{membership}/weg"]),
    (
        Rule::Invites,
        "POST",
        &[
            "/beheer/partij/{party}/mensen/uitnodigen",
            "/beheer/partij/{party}/mensen/uitnodiging/{invitation}/weg",
        ],
    ),
    (Rule::InvitesHere, "GET", &["/beheer/mensen"]),
    (
        Rule::InvitesHere,
        "POST",
        &["/beheer/mensen/uitnodigen", "/beheer/mensen/uitnodiging/{invitation}/weg"],
    ),
    (Rule::EndsHere, "POST", &["/beheer/mensen/{membership}/weg"]),
    (Rule::InAParty, "GET", &["/overdrachten", "/overdrachten/instroom", "/overdracht/nieuw"]),
    (Rule::InAParty, "POST", &["/overdrachten/instroom", "/overdracht/nieuw"]),
    (Rule::Sides, "GET", &["/overdracht/{handover}"]),
    (Rule::Sides, "POST", &["/overdracht/{handover}/stap", "/overdracht/{handover}/concept"]),
    (Rule::Gives, "GET", &["/overdracht/{handover}/codewoord"]),
    (Rule::Gives, "POST", &["/overdracht/{handover}/codewoord", "/overdracht/{handover}/geven"]),
    (Rule::Receives, "POST", &["/overdracht/{handover}/ontvangen"]),
];

fn rule(method: &str, path: &str) -> Option<Rule> {
    let found = RULES.iter().find(|(_, known, paths)| *known == method && paths.contains(&path));
    found.map(|(rule, ..)| *rule)
}

/// Every route the oracle knows.
pub fn known() -> impl Iterator<Item = (&'static str, &'static str)> {
    RULES.iter().flat_map(|(_, method, paths)| paths.iter().map(move |path| (*method, *path)))
}

const MANAGER: Who = Who::Member(Role::Manager, None);
const OFFICER: Who = Who::Member(Role::PrivacyOfficer, None);

/// # Panics
/// For a route that nobody thought about.
pub fn expected(method: &str, path: &str, who: Who, object: Object) -> Told {
    let rule = rule(method, path).unwrap_or_else(|| panic!("who may {method} {path}? Nobody said so"));
    let (who, there) = (who.acts(), object == Object::There);
    let member = matches!(who, Who::Member(..));
    if who == Who::Stranger && rule != Rule::Anyone {
        return Told::AtTheDoor;
    }
    let may = match rule {
        Rule::Anyone => there,
        Rule::Keyless => false,
        Rule::Key => who == Who::Operator,
        Rule::Oneself => member || who == Who::Newcomer,
        Rule::Acts => member,
        Rule::ForAParty => matches!(who, Who::Member(_, Some(_))),
        Rule::Day => matches!(who, Who::Member(_, Some(_)) | Who::Member(Role::Manager, None)),
        // Whoever may look and may not do it hears that it is not possible, and sees nothing more than before.
        Rule::Question => match (who, object) {
            (Who::Member(_, Some(_)), Object::OpenToAll) => true,
            (Who::Member(_, Some(spot)), Object::There) => spot != Spot::Bare,
            _ => false,
        },
        Rule::Watches => who == OFFICER,
        Rule::Desk | Rule::InvitesHere => there && (who == MANAGER || who == Who::Operator),
        Rule::Map => there && who == MANAGER,
        Rule::MapOf => matches!(object, Object::Party(_)) && who == MANAGER,
        Rule::ComesBack => object == Object::TakenOff && who == MANAGER,
        Rule::Profile => matches!(object, Object::Party(spot) if keeps(who, spot)),
        Rule::ProfileNew | Rule::ProfileGone => {
            // What another party has looks as what never was.
            let near = |object| match object {
                Object::Party(spot) | Object::Missing(spot) | Object::Strayed(spot) => Some(spot),
                _ => None,
            };
            near(object).is_some_and(|spot| keeps(who, spot))
        }
        Rule::Leads => matches!(object, Object::Party(spot) if leads(who, spot)),
        Rule::TakesOff => object == Object::Party(Spot::Bare) && who == MANAGER,
        Rule::Ends => {
            let mine = matches!(object, Object::Mine | Object::MineElsewhere);
            mine || matches!(object, Object::Party(spot) if leads(who, spot))
        }
        Rule::Invites => {
            matches!(object, Object::Party(spot) if who == MANAGER || coordinates(who, spot))
        }
        Rule::EndsHere => object == Object::Mine || there && who == MANAGER,
        Rule::InAParty => there && matches!(who, Who::Member(_, Some(_))),
        Rule::Gives => there && acts_for(who, Spot::Kept),
        Rule::Receives => there && acts_for(who, Spot::Other),
        Rule::Sides => there && (acts_for(who, Spot::Kept) || acts_for(who, Spot::Other)),
    };
    if may { Told::In } else { Told::NotThere }
}

fn keeps(who: Who, spot: Spot) -> bool {
    matches!(who, Who::Member(_, Some(own)) if own == spot) || (who == MANAGER && spot == Spot::Bare)
}

fn acts_for(who: Who, spot: Spot) -> bool {
    matches!(who, Who::Member(_, Some(own)) if own == spot)
}

fn coordinates(who: Who, spot: Spot) -> bool {
    who == Who::Member(Role::Coordinator, Some(spot))
}

fn leads(who: Who, spot: Spot) -> bool {
    coordinates(who, spot) || (who == MANAGER && spot == Spot::Bare)
}
