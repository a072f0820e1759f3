//! The questions the interface knows, by the names HSDS and its UK profile give them, and our own. One table for reader and document.

/// Of offers, and of offers at places.
pub(super) const OFFERS: &[&str] = &[
    "search",
    "page",
    "per_page",
    "format",
    "full",
    "minimal",
    "taxonomy_term_id",
    "taxonomy_id",
    "organization_id",
    "modified_after",
    "minimum_age",
    "maximum_age",
    "start_time",
    "end_time",
    "day",
    "postcode",
    "proximity",
    "sphere",
    "area",
    "language",
    "capacity",
];

pub(super) const PARTIES: &[&str] = &["search", "page", "per_page", "format", "full", "full_service"];

pub(super) const TAXONOMIES: &[&str] = &["search", "page", "per_page", "format"];

pub(super) const TERMS: &[&str] =
    &["search", "page", "per_page", "format", "taxonomy_id", "top_only", "parent_id"];

pub(super) const ONE: &[&str] = &[];

pub(super) const ONE_PARTY: &[&str] = &["full_service"];
