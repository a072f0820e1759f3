//! Somebody is invited, comes in, and leaves.
