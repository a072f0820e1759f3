//! Our names of the columns of each table, and the names they have in HSDS 1.1, 2.0, 3.0 and in Ohana.

use super::{Column, Kind};

/// Whether the address of a row is secret.
const SECRET: Column =
    ("confidential", &["is_confidential", "vertrouwelijk", "is_vertrouwelijk", "geheim", "is_geheim"]);

pub(super) const ORGANIZATION: &[Column] = &[
    ("id", &["organization_id"]),
    ("name", &[]),
    ("alternate_name", &["alternative_name"]),
    ("summary", &["description"]),
    ("email", &[]),
    ("website", &["url"]),
    ("phone", &[]),
    ("status", &[]),
    ("sphere", &[]),
    ("call_for", &[]),
    ("not_for", &[]),
    ("languages", &[]),
    ("best_way", &[]),
    ("lived_experience", &[]),
    ("works_gladly", &[]),
    ("capacity", &[]),
    ("capacity_note", &[]),
    ("role_name", &[]),
    ("serves", &[]),
    ("serves_all", &[]),
    ("confirmed_at", &[]),
    ("confirmed_by", &[]),
    SECRET,
    ("hidden", &[]),
];

pub(super) const SERVICE: &[Column] = &[
    ("id", &["service_id"]),
    ("organization_id", &[]),
    ("location_id", &[]),
    ("name", &[]),
    ("alternate_name", &["alternative_name"]),
    ("summary", &["description"]),
    ("email", &[]),
    ("website", &["url"]),
    ("phone", &[]),
    ("status", &[]),
    ("application_process", &[]),
    ("interpretation_services", &[]),
    ("alert", &[]),
    ("cost", &["fees_description", "fees"]),
    ("for_whom", &["eligibility_description", "audience", "eligibility"]),
    ("minimum_age", &["min_age"]),
    ("maximum_age", &["max_age"]),
    ("languages", &[]),
    ("serves", &["service_areas"]),
    ("themes", &[]),
    ("taxonomy_ids", &[]),
    ("does", &[]),
    ("does_not", &[]),
    ("opening", &[]),
    ("opening_note", &[]),
    ("way", &[]),
    ("capacity", &[]),
    ("confirmed_at", &[]),
    ("confirmed_by", &[]),
    ("hidden", &[]),
];

pub(super) const LOCATION: &[Column] = &[
    ("id", &["location_id"]),
    ("organization_id", &[]),
    ("name", &[]),
    ("alternate_name", &["alternative_name"]),
    ("summary", &["description"]),
    ("transportation", &[]),
    ("latitude", &["lat"]),
    ("longitude", &["lon", "lng", "long"]),
    ("point", &[]),
    ("location_type", &[]),
    ("virtual", &[]),
    ("access", &["accessibility"]),
    ("languages", &[]),
    ("phone", &[]),
    ("email", &[]),
    ("website", &["url"]),
    ("opening", &[]),
    ("address", &[]),
    ("street", &[]),
    ("house_number", &[]),
    ("postcode", &[]),
    ("town", &[]),
    SECRET,
    ("status", &[]),
    ("hidden", &[]),
];

pub(super) const CONTACT: &[Column] = &[
    ("id", &[]),
    ("service_at_location_id", &[]),
    ("service_id", &[]),
    ("location_id", &[]),
    ("organization_id", &[]),
    ("title", &["role"]),
    ("department", &[]),
    ("email", &[]),
    ("languages", &[]),
    ("named", &[]),
    ("hidden", &[]),
];

pub(super) const PHONE: &[Column] = &[
    ("id", &[]),
    ("contact_id", &[]),
    ("service_at_location_id", &[]),
    ("service_id", &[]),
    ("location_id", &[]),
    ("organization_id", &[]),
    ("number", &["phone"]),
    ("extension", &[]),
    ("type", &["number_type"]),
    ("country_prefix", &[]),
    ("hidden", &[]),
];

pub(super) const PHONE_LINKS: &[(&str, Kind)] = &[
    ("contact_id", Kind::Contact),
    ("service_at_location_id", Kind::ServiceAtLocation),
    ("service_id", Kind::Service),
    ("location_id", Kind::Location),
    ("organization_id", Kind::Organization),
];

pub(super) const PLACE_LINKS: &[(&str, Kind)] = &[
    ("service_at_location_id", Kind::ServiceAtLocation),
    ("service_id", Kind::Service),
    ("location_id", Kind::Location),
    ("organization_id", Kind::Organization),
];

pub(super) const ADDRESS: &[Column] = &[
    ("id", &[]),
    ("location_id", &[]),
    ("organization_id", &[]),
    ("address_1", &["address"]),
    ("address_2", &[]),
    ("street", &[]),
    ("house_number", &[]),
    ("city", &["town"]),
    ("postal_code", &["postcode"]),
    ("address_type", &[]),
    SECRET,
    ("hidden", &[]),
];

pub(super) const SCHEDULE: &[Column] = &[
    ("id", &[]),
    ("service_at_location_id", &[]),
    ("service_id", &[]),
    ("location_id", &[]),
    ("organization_id", &[]),
    ("weekday", &[]),
    ("byday", &[]),
    ("freq", &[]),
    ("interval", &[]),
    ("opens_at", &[]),
    ("closes_at", &[]),
    ("valid_from", &[]),
    ("valid_to", &[]),
    ("description", &["notes"]),
    ("hidden", &[]),
];

pub(super) const LANGUAGE: &[Column] = &[
    ("id", &[]),
    ("service_at_location_id", &[]),
    ("service_id", &[]),
    ("location_id", &[]),
    ("organization_id", &[]),
    ("code", &[]),
    ("name", &["language"]),
    ("inherited", &[]),
    ("hidden", &[]),
];

pub(super) const ELIGIBILITY: &[Column] = &[
    ("id", &[]),
    ("service_id", &[]),
    ("eligibility", &["eligibility_description"]),
    ("minimum_age", &[]),
    ("maximum_age", &[]),
    ("hidden", &[]),
];

pub(super) const SERVICE_AREA: &[Column] = &[
    ("id", &[]),
    ("service_id", &[]),
    ("name", &["service_area"]),
    ("extent", &[]),
    ("uri", &[]),
    ("hidden", &[]),
];

pub(super) const ACCESSIBILITY: &[Column] = &[
    ("id", &[]),
    ("location_id", &[]),
    ("description", &["accessibility"]),
    ("details", &[]),
    ("hidden", &[]),
];

pub(super) const COST: &[Column] = &[
    ("id", &[]),
    ("service_id", &[]),
    ("option", &[]),
    ("currency", &[]),
    ("amount", &[]),
    ("amount_description", &[]),
    ("hidden", &[]),
];

pub(super) const ATTRIBUTE: &[Column] = &[
    ("id", &[]),
    ("service_id", &["link_id"]),
    ("term_id", &["taxonomy_term_id", "taxonomy_id"]),
    ("name", &[]),
    ("code", &[]),
    ("link_entity", &["link_type"]),
    ("hidden", &[]),
];
