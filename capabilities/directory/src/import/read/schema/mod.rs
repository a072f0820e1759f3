//! The tables we read: what they are called, their columns, and how they hang together.

mod closed;
mod columns;
mod names;

pub(super) use closed::{
    Answered, SECRECY, answered, hides, is_hiding_status, is_internal, is_secrecy, is_secret, may_hide,
    secrecy,
};
use columns::*;
pub(super) use names::{Known, is_postal, table};

/// One of the tables a party is put together from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Kind {
    Organization,
    Service,
    Location,
    ServiceAtLocation,
    Contact,
    Phone,
    Address,
    Schedule,
    Language,
    Eligibility,
    ServiceArea,
    Accessibility,
    Cost,
    Term,
    Attribute,
}

/// Our name of a column, and the other names it goes by. Of several the first that is filled counts.
pub(super) type Column = (&'static str, &'static [&'static str]);

impl Kind {
    pub(super) const ALL: [Self; 15] = [
        Self::Organization,
        Self::Service,
        Self::Location,
        Self::ServiceAtLocation,
        Self::Contact,
        Self::Phone,
        Self::Address,
        Self::Schedule,
        Self::Language,
        Self::Eligibility,
        Self::ServiceArea,
        Self::Accessibility,
        Self::Cost,
        Self::Term,
        Self::Attribute,
    ];

    pub(super) const fn index(self) -> usize {
        self as usize
    }

    pub(super) const fn columns(self) -> &'static [Column] {
        match self {
            Self::Organization => ORGANIZATION,
            Self::Service => SERVICE,
            Self::Location => LOCATION,
            Self::ServiceAtLocation => &[
                ("id", &[]),
                ("service_id", &[]),
                ("location_id", &[]),
                ("description", &[]),
                ("hidden", &[]),
            ],
            Self::Contact => CONTACT,
            Self::Phone => PHONE,
            Self::Address => ADDRESS,
            Self::Schedule => SCHEDULE,
            Self::Language => LANGUAGE,
            Self::Eligibility => ELIGIBILITY,
            Self::ServiceArea => SERVICE_AREA,
            Self::Accessibility => ACCESSIBILITY,
            Self::Cost => COST,
            Self::Term => &[
                ("id", &["taxonomy_id"]),
                ("name", &["term"]),
                ("code", &[]),
                ("description", &[]),
                ("taxonomy", &[]),
                ("parent_id", &[]),
            ],
            Self::Attribute => ATTRIBUTE,
        }
    }

    /// A row that says of itself that it is secret stays out. A place only loses its address, and help that is given in
    /// confidence is no secret.
    pub(super) fn hides_secret(self) -> bool {
        self != Self::Service && self.column("confidential").is_none()
    }

    pub(super) fn column(self, name: &str) -> Option<usize> {
        self.columns().iter().position(|column| column.0 == name)
    }

    /// Which of its columns names a row of another table. The first that is filled says where a lost row belonged.
    pub(super) const fn links(self) -> &'static [(&'static str, Self)] {
        match self {
            Self::Organization | Self::Term => &[],
            Self::Service => &[("organization_id", Self::Organization), ("location_id", Self::Location)],
            Self::Location => &[("organization_id", Self::Organization)],
            Self::ServiceAtLocation => &[("service_id", Self::Service), ("location_id", Self::Location)],
            Self::Phone => PHONE_LINKS,
            Self::Contact | Self::Schedule | Self::Language => PLACE_LINKS,
            Self::Address => &[("location_id", Self::Location), ("organization_id", Self::Organization)],
            Self::Eligibility | Self::ServiceArea | Self::Cost => &[("service_id", Self::Service)],
            Self::Accessibility => &[("location_id", Self::Location)],
            Self::Attribute => &[("service_id", Self::Service)],
        }
    }

    /// Without these a table is of no use.
    pub(super) const fn needed(self) -> &'static [&'static str] {
        match self {
            Self::Organization | Self::Service => &["id", "name"],
            Self::Location => &["id"],
            Self::Phone => &["number"],
            Self::ServiceAtLocation => &["service_id", "location_id"],
            _ => &[],
        }
    }

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Organization => "organizations",
            Self::Service => "services",
            Self::Location => "locations",
            Self::ServiceAtLocation => "service_at_locations",
            Self::Contact => "contacts",
            Self::Phone => "phones",
            Self::Address => "addresses",
            Self::Schedule => "schedules",
            Self::Language => "languages",
            Self::Eligibility => "eligibility",
            Self::ServiceArea => "service_areas",
            Self::Accessibility => "accessibility",
            Self::Cost => "cost_options",
            Self::Term => "taxonomy_terms",
            Self::Attribute => "attributes",
        }
    }
}
