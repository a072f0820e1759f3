//! Sentences about api.
