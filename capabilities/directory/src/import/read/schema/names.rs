//! Which table a file holds, by its name in any of the versions.

use super::super::files::base;
use super::Kind;

/// What a file's name says it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Known {
    Table(Kind),
    /// A table of the standard that says nothing the map shows.
    Unused,
}

/// By the name of a table, with or without `.csv` or `.json` behind it.
pub(in super::super) fn table(name: &str) -> Option<Known> {
    let name = base(name).to_lowercase();
    let stem = name.strip_suffix(".csv").or_else(|| name.strip_suffix(".txt")).unwrap_or(&name);
    Some(Known::Table(match stem {
        "organizations" | "organization" | "organisations" => Kind::Organization,
        "services" | "service" => Kind::Service,
        "locations" | "location" => Kind::Location,
        "services_at_location" | "service_at_location" | "service_at_locations" | "services_at_locations" => {
            Kind::ServiceAtLocation
        }
        "contacts" | "contact" => Kind::Contact,
        "phones" | "phone" => Kind::Phone,
        "addresses" | "address" | "physical_addresses" | "physical_address" | "mail_addresses"
        | "postal_addresses" | "postal_address" => Kind::Address,
        "schedules" | "schedule" | "regular_schedules" | "regular_schedule" => Kind::Schedule,
        "languages" | "language" => Kind::Language,
        "eligibility" | "eligibilities" | "eligibilitys" => Kind::Eligibility,
        "service_areas" | "service_area" => Kind::ServiceArea,
        "accessibility" | "accessibility_for_disabilities" => Kind::Accessibility,
        "cost_options" | "cost_option" => Kind::Cost,
        "taxonomy_terms" | "taxonomy_term" | "taxonomy" => Kind::Term,
        "attributes" | "attribute" | "services_taxonomy" | "service_taxonomy" | "service_attributes"
        | "other_attributes" => Kind::Attribute,
        "holiday_schedules"
        | "holiday_schedule"
        | "funding"
        | "fundings"
        | "programs"
        | "program"
        | "required_documents"
        | "payments_accepted"
        | "metadata"
        | "meta_table_descriptions"
        | "organization_identifiers"
        | "taxonomies"
        | "units"
        | "service_capacity"
        | "url"
        | "urls" => {
            return Some(Known::Unused);
        }
        _ => return None,
    }))
}

/// Kept apart from addresses one can go to.
pub(in super::super) fn is_postal(name: &str) -> bool {
    let name = base(name).to_lowercase();
    name.starts_with("mail_address") || name.starts_with("postal_address")
}
