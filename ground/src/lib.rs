//! The ground everything stands on: moments, ids, the kinds of no, mail, and the one door to the database.
#![forbid(unsafe_code)]

pub mod db;
pub mod id;
pub mod mail;
pub mod moment;
pub mod retention;
pub mod trouble;
pub mod trouble_response;
