//! Journeys: sentences about somebody, told through the front door on both engines.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    unreachable_pub,
    reason = "for tests only"
)]

mod a_year;
mod accounts;
mod ageing;
mod ageing_by_area;
mod alive;
mod anew;
mod answers;
mod asks;
mod authenticator;
mod brought;
mod canaries;
mod canary;
mod candidates;
mod confidential;
mod connecting;
mod contacts;
mod cut_short;
mod desk;
mod door;
mod double;
mod dutch_profile;
mod edits;
mod elsewhere;
mod forgetting;
mod from_a_list;
mod handovers;
mod headers;
mod invitations;
mod items;
mod late;
mod letters;
mod lines;
mod living;
mod long_lists;
mod meanwhile;
mod mishaps;
mod moved;
mod named;
mod neighbourhood;
mod often;
mod old_rows;
mod open;
mod own_link;
mod own_page;
mod passkeys;
mod people;
mod process;
mod profile;
mod recovery;
mod recovery_codes;
mod returned;
mod round_trip;
mod search;
mod signed_out;
mod taken_off;
mod terms;
mod themes;
mod traced;
mod trail;
mod typed;
mod unsent;
mod unsent_handovers;
mod watched;
mod welcome;
