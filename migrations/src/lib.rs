//! Every migration, in order. Each brings rows in samples/ of the same name (see app/tests/migrations).
#![forbid(unsafe_code)]

use ground::db::Migration;

macro_rules! migration {
    ($number:literal, $name:literal) => {
        Migration { number: $number, name: $name, sql: include_str!(concat!("../", $name, ".sql")) }
    };
}

/// All migrations, oldest first.
pub const ALL: &[Migration] = &[
    migration!(1, "0001_directory"),
    migration!(2, "0002_access_operator_session"),
    migration!(3, "0003_directory_alive"),
    migration!(4, "0004_directory_theme"),
    migration!(5, "0005_audit_line"),
    migration!(6, "0006_people"),
    migration!(7, "0007_audit_reading"),
    migration!(8, "0008_access_once"),
    migration!(9, "0009_provider_pending"),
    migration!(10, "0010_people_account"),
    migration!(11, "0011_people_passkey"),
    migration!(12, "0012_retention_clock"),
    migration!(13, "0013_people_recovery"),
    migration!(14, "0014_terms"),
    migration!(15, "0015_contacts"),
    migration!(16, "0016_asks"),
    migration!(17, "0017_handovers"),
    migration!(18, "0018_asks_coordinator"),
    migration!(19, "0019_today_mail"),
    migration!(20, "0020_asks_draft"),
    migration!(21, "0021_asks_taken"),
    migration!(22, "0022_contacts_erased"),
    migration!(23, "0023_directory_candidate"),
    migration!(24, "0024_retention_passed"),
    migration!(25, "0025_exchange_draft"),
    migration!(26, "0026_people_proved"),
    migration!(27, "0027_lately_closed"),
    migration!(28, "0028_audit_party"),
    migration!(29, "0029_contacts_met"),
    migration!(30, "0030_directory_ageing"),
    migration!(31, "0031_people_mailed"),
    migration!(32, "0032_directory_secret"),
    migration!(33, "0033_directory_unlisted"),
    migration!(34, "0034_directory_postcode"),
];

/// Tables without a tenant before them; everything else starts its keys with `municipality_id`.
pub const REFERENCE_TABLES: &[&str] = &["directory_municipality"];
