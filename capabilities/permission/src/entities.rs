//! Principals and objects in the words of Cedar: who acts, what is acted upon, and the party it belongs to.

use std::collections::{HashMap, HashSet};

use cedar_policy::{Entity, EntityId, EntityTypeName, EntityUid, ParseErrors, RestrictedExpression};
use uuid::Uuid;

use crate::{Kind, Object, Principal, Role};

type Attributes = HashMap<String, RestrictedExpression>;

/// Names of the schema, parsed once.
pub(crate) struct Names {
    stranger: EntityUid,
    operator: EntityTypeName,
    newcomer: EntityTypeName,
    member: EntityTypeName,
    kinds: [EntityTypeName; Kind::ALL.len()],
    roles: [RestrictedExpression; Role::ALL.len()],
}

/// What one question is about.
pub(crate) struct Scene {
    pub(crate) principal: EntityUid,
    pub(crate) object: EntityUid,
    pub(crate) entities: Vec<Entity>,
}

/// An attribute that cannot be evaluated.
#[derive(Debug)]
pub(crate) struct Unfit;

impl Names {
    pub(crate) fn new() -> Result<Self, Box<ParseErrors>> {
        let name = |text: &str| text.parse::<EntityTypeName>().map_err(Box::new);
        let role = name("Role")?;
        let [a, b, c, d, e, f, g, h, i] = Kind::ALL.map(|kind| name(kind.word()));
        Ok(Self {
            stranger: uid(&name("Stranger")?, "stranger"),
            operator: name("Operator")?,
            newcomer: name("Newcomer")?,
            member: name("Member")?,
            kinds: [a?, b?, c?, d?, e?, f?, g?, h?, i?],
            roles: Role::ALL.map(|one| RestrictedExpression::new_entity_uid(uid(&role, one.word()))),
        })
    }

    pub(crate) fn scene(&self, principal: &Principal, object: &Object) -> Result<Scene, Unfit> {
        let mut entities = Vec::with_capacity(3);
        let principal = self.principal(principal, &mut entities)?;
        let object = self.object(object, &mut entities)?;
        Ok(Scene { principal, object, entities })
    }

    fn principal(&self, principal: &Principal, entities: &mut Vec<Entity>) -> Result<EntityUid, Unfit> {
        let (uid, attributes) = match principal {
            Principal::Stranger => (self.stranger.clone(), Attributes::new()),
            Principal::Operator { municipality } => (
                uid(&self.operator, &municipality.to_string()),
                Attributes::from([self.in_municipality(*municipality)]),
            ),
            Principal::Newcomer { municipality, person } => (
                uid(&self.newcomer, &within(*municipality, *person)),
                Attributes::from([
                    self.in_municipality(*municipality),
                    self.of_person(*municipality, *person),
                ]),
            ),
            Principal::Member { municipality, person, membership, role, party } => {
                let mut attributes = self.membership(*municipality, Some(*person), *role, *party);
                attributes.extend([self.in_municipality(*municipality)]);
                (uid(&self.member, &within(*municipality, *membership)), attributes)
            }
        };
        entities.push(Entity::new(uid.clone(), attributes, HashSet::new()).map_err(|_| Unfit)?);
        Ok(uid)
    }

    fn object(&self, object: &Object, entities: &mut Vec<Entity>) -> Result<EntityUid, Unfit> {
        let kind = object.kind();
        let municipality = object.municipality();
        let town = self.municipality(municipality);
        let (id, attributes) = match object {
            Object::Municipality { .. } | Object::Trail { .. } => {
                (municipality.to_string(), Attributes::new())
            }
            Object::Party { party, has_coordinator, .. } => {
                (within(municipality, *party), Attributes::from([flag("has_coordinator", *has_coordinator)]))
            }
            Object::Person { person, .. } => (within(municipality, *person), Attributes::new()),
            Object::Membership { membership, person, role, party, has_coordinator, .. } => {
                self.party_of(municipality, *party, *has_coordinator, entities)?;
                let attributes = self.membership(municipality, Some(*person), *role, *party);
                (within(municipality, *membership), attributes)
            }
            Object::Invitation { role, party, has_coordinator, .. } => {
                self.party_of(municipality, *party, *has_coordinator, entities)?;
                // It may not have been made yet, so it has no id of its own; nothing asks for one.
                (municipality.to_string(), self.membership(municipality, None, *role, *party))
            }
            Object::Recovery { person, party, small, .. } => {
                let mut attributes =
                    Attributes::from([self.of_person(municipality, *person), flag("small", *small)]);
                attributes.extend(party.map(|party| self.of_party(municipality, party)));
                (within(municipality, *person), attributes)
            }
            Object::Question { question, asker, asked, open, .. } => {
                let mut attributes = Attributes::from([
                    reference("asker", self.uid(Kind::Party, municipality, *asker)),
                    flag("open", *open),
                ]);
                attributes.extend(
                    asked.map(|asked| reference("asked", self.uid(Kind::Party, municipality, asked))),
                );
                (within(municipality, *question), attributes)
            }
            Object::Handover { handover, giver, receiver, .. } => {
                let side = |name, party| reference(name, self.uid(Kind::Party, municipality, party));
                let attributes = [side("giver", *giver), side("receiver", *receiver)];
                (within(municipality, *handover), Attributes::from(attributes))
            }
        };
        let mut above = HashSet::new();
        if let Some(party) = object.party_it_belongs_to() {
            above.insert(self.uid(Kind::Party, municipality, party));
        }
        if kind != Kind::Municipality {
            above.insert(town);
        }
        let uid = uid(self.type_of(kind), &id);
        entities.push(Entity::new(uid.clone(), attributes, above).map_err(|_| Unfit)?);
        Ok(uid)
    }

    /// The party of a membership or invitation, so that policies can ask whether it has a coordinator.
    fn party_of(
        &self,
        municipality: i64,
        party: Option<Uuid>,
        has_coordinator: bool,
        entities: &mut Vec<Entity>,
    ) -> Result<(), Unfit> {
        if let Some(party) = party {
            self.object(&Object::Party { municipality, party, has_coordinator }, entities)?;
        }
        Ok(())
    }

    /// What a member, a membership and an invitation have in common.
    fn membership(
        &self,
        municipality: i64,
        person: Option<Uuid>,
        role: Role,
        party: Option<Uuid>,
    ) -> Attributes {
        let mut attributes = Attributes::new();
        attributes.extend(self.roles.get(role as usize).map(|role| ("role".to_owned(), role.clone())));
        attributes.extend(person.map(|person| self.of_person(municipality, person)));
        attributes.extend(party.map(|party| self.of_party(municipality, party)));
        attributes
    }

    fn of_person(&self, municipality: i64, person: Uuid) -> (String, RestrictedExpression) {
        reference("person", self.uid(Kind::Person, municipality, person))
    }

    fn of_party(&self, municipality: i64, party: Uuid) -> (String, RestrictedExpression) {
        reference("party", self.uid(Kind::Party, municipality, party))
    }

    fn in_municipality(&self, municipality: i64) -> (String, RestrictedExpression) {
        reference("municipality", self.municipality(municipality))
    }

    fn municipality(&self, municipality: i64) -> EntityUid {
        uid(self.type_of(Kind::Municipality), &municipality.to_string())
    }

    fn uid(&self, kind: Kind, municipality: i64, id: Uuid) -> EntityUid {
        uid(self.type_of(kind), &within(municipality, id))
    }

    const fn type_of(&self, kind: Kind) -> &EntityTypeName {
        let [municipality, party, person, membership, invitation, recovery, trail, question, handover] =
            &self.kinds;
        match kind {
            Kind::Municipality => municipality,
            Kind::Party => party,
            Kind::Person => person,
            Kind::Membership => membership,
            Kind::Invitation => invitation,
            Kind::Recovery => recovery,
            Kind::Trail => trail,
            Kind::Question => question,
            Kind::Handover => handover,
        }
    }
}

impl Object {
    const fn party_it_belongs_to(&self) -> Option<Uuid> {
        match self {
            Self::Membership { party, .. }
            | Self::Invitation { party, .. }
            | Self::Recovery { party, .. } => *party,
            _ => None,
        }
    }
}

/// Ids are unique within a municipality; the same one elsewhere is something else.
fn within(municipality: i64, id: Uuid) -> String {
    format!("{municipality}/{id}")
}

fn uid(name: &EntityTypeName, id: &str) -> EntityUid {
    EntityUid::from_type_name_and_id(name.clone(), EntityId::new(id))
}

fn reference(attribute: &str, to: EntityUid) -> (String, RestrictedExpression) {
    (attribute.to_owned(), RestrictedExpression::new_entity_uid(to))
}

fn flag(attribute: &str, is: bool) -> (String, RestrictedExpression) {
    (attribute.to_owned(), RestrictedExpression::new_bool(is))
}
