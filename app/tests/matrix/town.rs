//! A town with three parties, each with everything a party can have, and somebody of every kind there is.

use std::collections::HashMap;
use std::path::Path;

use access::{Csrf, LinkToken, Permit, Role};
use directory::candidate::Candidate;
use directory::contact::store as contacts;
use directory::do_not_list::{self, Wish};
use directory::municipality::Slug;
use directory::neighbourhood::{HERE, Neighbourhood};
use directory::offer::store as offers;
use directory::party::{Party, Sphere, store as parties};
use directory::place::store as places;
use directory::wording::Name;
use ground::db::Db;
use ground::db::testing::THEN;
use ground::id::{Id, Municipality as Code};
use handovers::handover::Handover;
use people::Device;
use people::invitation::{BY_MAIL, Invitation, store as invitations};
use people::membership::{Belongs, Membership, store as memberships};
use people::person::{Person, store as persons};
use people::session::Proof;
use people::session::store::{self as sessions, Beginning};
use samenspel::settings::{Settings, read};

use crate::neighbourhood::{Visitor, settings};
use crate::who::{Spot, Who};

/// One of the three parties, with what hangs on it.
pub struct Had {
    pub party: Id<Party>,
    pub place: String,
    pub contact: String,
    pub offer: String,
    /// Somebody of the party who does nothing.
    pub bystander: Membership,
    pub invitation: LinkToken,
}

pub struct Town {
    pub(crate) code: Code,
    pub db: Db,
    pub door: Visitor,
    neighbourhood: Neighbourhood,
    had: Vec<Had>,
    /// A party that took itself off a moment ago.
    pub taken_off: Id<Party>,
    /// Somebody of the municipality who does nothing.
    pub official: Membership,
    pub invited_here: LinkToken,
    pub wish: Wish,
    /// Who asks to be on the map.
    pub candidate: Id<Candidate>,
    pub import: String,
    /// One from the first party to the second, and one to the whole neighbourhood.
    pub questions: Vec<String>,
    /// Offered by [`Spot::Kept`] to [`Spot::Other`].
    pub handover: Id<Handover>,
    /// The secret in a link, one for each route that has one.
    pub(crate) links: HashMap<&'static str, LinkToken>,
    people: Vec<(Who, Membership)>,
}

pub(crate) fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

/// Nobody waits for a turn: time stands still here.
fn unhurried(folder: &Path) -> Settings {
    let limits = ["FORMS_ACCOUNT", "FORMS_ADDRESS", "FORMS_ALL", "SEARCHES_ACCOUNT", "SEARCHES_ALL"];
    let much = limits.map(|limit| (format!("SAMENSPEL_LIMIT_{limit}"), "10000000".to_owned()));
    Settings { limits: read(None, much).unwrap().limits, data: folder.to_owned(), ..settings() }
}

impl Town {
    pub async fn settle(db: &Db, folder: &Path) -> Self {
        Self::settle_as(db, folder, (HERE, "Oosterwaard")).await
    }

    /// Under this number and name, so that there can be two.
    pub async fn settle_as(db: &Db, folder: &Path, (code, called): (Code, &str)) -> Self {
        let mut neighbourhood = Neighbourhood::new(THEN);
        let town = &mut neighbourhood.municipality;
        (town.code, town.name, town.slug) = (code, name(called), Slug::of(called).unwrap());
        let made: Vec<Id<Party>> = ["Kersentuin", "Buurtkring", "Repaircafé"]
            .into_iter()
            .enumerate()
            .map(|(at, called)| {
                let party = neighbourhood.party(called, Sphere::Informal, |_| ());
                neighbourhood.place(party, at, "Lindeplein");
                let contact = neighbourhood.contact(party, "coördinator", Some("Fatma Yıldız"));
                neighbourhood.photos.push((contact, vec![0xFF, 0xD8, 0xFF, 0xD9]));
                neighbourhood.offer(party, "Samen brieven lezen", &["papieren"], |_| ());
                party
            })
            .collect();
        neighbourhood.settle(db).await;
        let wish = Wish {
            id: Id::new(THEN),
            name_key: "liever niet".to_owned(),
            postcode: String::new(),
            source_name: String::new(),
            source_key: String::new(),
            contacts: Vec::new(),
            asked_at: THEN,
        };
        let had = made.iter().enumerate().map(|(at, party)| Had {
            party: *party,
            place: neighbourhood.places[at].id.to_string(),
            contact: neighbourhood.contacts[at].id.to_string(),
            offer: neighbourhood.offers[at].id.to_string(),
            bystander: newly(Role::Volunteer, Some(*party)),
            invitation: LinkToken::new().unwrap(),
        });
        let mut town = Self {
            code,
            db: db.clone(),
            door: Visitor::new(unhurried(folder), db.clone()),
            had: had.collect(),
            neighbourhood,
            taken_off: Id::new(THEN),
            official: newly(Role::PrivacyOfficer, None),
            invited_here: LinkToken::new().unwrap(),
            wish,
            candidate: Id::new(THEN),
            import: String::new(),
            handover: Id::new(THEN),
            links: HashMap::new(),
            questions: Vec::new(),
            people: Vec::new(),
        };
        // Only in the town of the demo somebody stands at the door.
        if code == samenspel::demo::CODE {
            samenspel::demo::people::let_in(db, code, THEN).await.unwrap();
        }
        for who in Who::all() {
            if let Some(membership) = town.newcomer(who) {
                town.enters(who, &membership, &who.to_string()).await;
                town.people.push((who, membership));
            }
        }
        town.put_questions().await;
        town.import = town.bring().await;
        town.candidate = town.ask_to_be_listed().await;
        town.hand_over().await;
        town.write_links().await;
        town.take_one_off().await;
        town.restore().await;
        town
    }

    pub fn of(&self, spot: Spot) -> &Had {
        &self.had[spot as usize]
    }

    pub fn link(&self, path: &str) -> &str {
        self.links[path].as_str()
    }

    pub fn membership_of(&self, who: Who) -> &Membership {
        &self.people.iter().find(|(known, _)| *known == who).unwrap().1
    }

    pub(crate) fn machine(&self) -> Permit {
        Permit::at_the_machine(self.code)
    }

    fn newcomer(&self, who: Who) -> Option<Membership> {
        match who {
            Who::Stranger | Who::Operator => None,
            Who::Newcomer => Some(newly(Role::Volunteer, Some(self.of(Spot::Kept).party))),
            Who::Member(role, spot) => Some(newly(role, spot.map(|spot| self.of(spot).party))),
            Who::Twofold => self.newcomer(who.acts()),
        }
    }

    /// With every place that somebody of this kind has; `acts`: as which one acts.
    async fn enters(&self, who: Who, acts: &Membership, called: &str) {
        self.let_in(acts, called).await;
        if who == Who::Twofold {
            let other = newly(Role::Coordinator, Some(self.of(Spot::Other).party));
            self.let_in(&Membership { person: acts.person, ..other }, called).await;
        }
    }

    /// The other place of who has two.
    pub async fn elsewhere(&self, acts: &Membership) -> Membership {
        let all = memberships::of_person(&self.db, self.code, acts.person).await.unwrap();
        all.into_iter().find(|one| one.id != acts.id).unwrap()
    }

    async fn let_in(&self, membership: &Membership, called: &str) {
        let permit = self.machine();
        let person = Person { id: membership.person, name: name(called), created_at: THEN };
        let known = persons::find(&self.db, self.code, membership.person).await.unwrap();
        let mut tx = self.db.begin().await.unwrap();
        if known.is_none() {
            persons::add(&mut tx, &permit, &person).await.unwrap();
        }
        memberships::add(&mut tx, &permit, membership).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// A browser in which this one is in.
    pub async fn browser(&self, who: Who) -> Visitor {
        let browser = self.door.another();
        match who {
            Who::Stranger => {}
            Who::Operator => browser.sign_in_as_operator().await,
            _ => self.sign_in(&browser, who, self.membership_of(who)).await,
        }
        browser
    }

    /// As [`Self::browser`], of somebody of the same kind who may end: nobody else is that person.
    pub async fn another(&self, who: Who) -> (Visitor, Option<Membership>) {
        let Some(membership) = self.newcomer(who) else { return (self.browser(who).await, None) };
        self.enters(who, &membership, "Iemand anders").await;
        let browser = self.door.another();
        self.sign_in(&browser, who, &membership).await;
        (browser, Some(membership))
    }

    async fn sign_in(&self, browser: &Visitor, who: Who, membership: &Membership) {
        let proof = if who == Who::Newcomer { Proof::Link } else { Proof::Demo };
        let mut tx = self.db.begin().await.unwrap();
        let beginning = Beginning {
            person: membership.person,
            proof,
            membership: Some(membership.id),
            device: Device::Other,
        };
        let token = sessions::open(&mut tx, &self.machine(), beginning, THEN).await.unwrap();
        tx.commit().await.unwrap();
        browser.cookies.borrow_mut().insert("samenspel-ik".to_owned(), token.as_str().to_owned());
    }

    /// A party like the others, that may go.
    pub async fn spare_party(&self) -> Id<Party> {
        let spare = Party { id: Id::new(THEN), ..self.neighbourhood.parties[Spot::Bare as usize].clone() };
        let mut tx = self.db.begin().await.unwrap();
        parties::save(&mut tx, &self.machine(), &spare).await.unwrap();
        tx.commit().await.unwrap();
        spare.id
    }

    pub async fn take_one_off(&mut self) {
        self.taken_off = self.spare_party().await;
        self.ask(self.taken_off, Some(directory::alive::Reply::Off)).await;
    }

    pub(crate) async fn invite(&self, token: &LinkToken, belongs: Belongs) {
        let invitation = Invitation {
            token_hash: token.digest(),
            belongs,
            invited_by: None,
            created_at: THEN,
            ends_at: THEN.plus(BY_MAIL),
            mailed_to: None,
            opened: None,
            taken_at: None,
        };
        let mut tx = self.db.begin().await.unwrap();
        invitations::add(&mut tx, &self.machine(), &invitation).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Whatever was done to it, everything and everybody is there again.
    pub async fn restore(&self) {
        let (permit, all) = (self.machine(), &self.neighbourhood);
        let mut tx = self.db.begin().await.unwrap();
        parties::save_many(&mut tx, &permit, &all.parties).await.unwrap();
        places::save_many(&mut tx, &permit, &all.places, THEN).await.unwrap();
        contacts::save_many(&mut tx, &permit, &all.contacts, THEN).await.unwrap();
        for (contact, photo) in &all.photos {
            let photo = Some((photo.clone(), THEN));
            contacts::set_photo(&mut tx, &permit, *contact, photo, THEN).await.unwrap();
        }
        offers::save_many(&mut tx, &permit, &all.offers).await.unwrap();
        do_not_list::store::remember(&mut tx, &permit, &self.wish).await.unwrap();
        // Who took the own party off has it back, and not by changing its mind.
        tx.sql("delete from directory_taken_off where municipality_id = $1 and party_id <> $2")
            .bind(self.code)
            .bind(self.taken_off)
            .execute()
            .await
            .unwrap();
        // A party that left ended what it asked.
        tx.sql("update asks_question set state = 'asked', closed_at = null where municipality_id = $1")
            .bind(self.code)
            .execute()
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let people = self.people.iter().map(|(_, membership)| membership);
        for membership in self.had.iter().map(|had| &had.bystander).chain([&self.official]).chain(people) {
            if memberships::find(&self.db, self.code, membership.id).await.unwrap().is_none() {
                self.let_in(membership, "Omstander").await;
            }
        }
        for had in &self.had {
            let belongs = Belongs::new(Role::Volunteer, Some(had.party)).unwrap();
            self.invite(&had.invitation, belongs).await;
        }
        self.renew_links().await;
        self.invite(&self.invited_here, Belongs::new(Role::Manager, None).unwrap()).await;
    }
}

fn newly(role: Role, party: Option<Id<Party>>) -> Membership {
    let belongs = Belongs::new(role, party).unwrap();
    Membership { id: Id::new(THEN), person: Id::new(THEN), belongs, since: THEN }
}

/// The proof for forms of whoever is in in this browser.
pub fn proof(browser: &Visitor) -> String {
    let cookies = browser.cookies.borrow();
    let session = cookies.get("samenspel-ik").or_else(|| cookies.get("samenspel"));
    session.map_or_else(String::new, |token| Csrf::of(token).as_str().to_owned())
}

/// As an invitation stands in an address: what is kept of its secret.
pub fn kept_of(token: &LinkToken) -> String {
    token.digest().iter().map(|byte| format!("{byte:02x}")).collect()
}
