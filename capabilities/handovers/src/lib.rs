//! Handovers: help changes hands, warmly; what may follow on what, and who has the ball.
#![forbid(unsafe_code)]

mod story;

pub use story::{Ball, Line, No, STORY, State, Step, Who, next, possible};
