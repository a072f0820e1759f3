//! Sentences about leaflet.
