//! Which of the formats a file is, by its name and its first bytes.

use super::schema;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    HsdsJson,
    HsdsCsv,
    PlainCsv,
    GeoJsonPoints,
}

impl Format {
    pub const ALL: [Self; 4] = [Self::HsdsJson, Self::HsdsCsv, Self::PlainCsv, Self::GeoJsonPoints];

    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::HsdsJson => "hsds-json",
            Self::HsdsCsv => "hsds-csv",
            Self::PlainCsv => "plain-csv",
            Self::GeoJsonPoints => "geojson",
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word.trim())
    }

    /// `first` is the beginning of the file, as much as there is at hand; a kilobyte is plenty.
    #[must_use]
    pub fn guess(file_name: &str, first: &[u8]) -> Option<Self> {
        let name = file_name.to_lowercase();
        if first.starts_with(b"PK\x03\x04") || name.ends_with(".zip") {
            return Some(Self::HsdsCsv);
        }
        let plain: Vec<u8> = first.iter().copied().filter(|byte| *byte != 0).collect();
        let text = String::from_utf8_lossy(&plain);
        let text =
            text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}'));
        if text.starts_with(['{', '[']) {
            let geo = name.ends_with(".geojson") || text.contains("\"FeatureCollection\"");
            return Some(if geo { Self::GeoJsonPoints } else { Self::HsdsJson });
        }
        if name.ends_with(".json") || name.ends_with(".geojson") || name.ends_with(".ndjson") {
            return None;
        }
        let header = text.lines().next().unwrap_or_default();
        if schema::table(&name).is_some() {
            return Some(Self::HsdsCsv);
        }
        let table = [".csv", ".tsv", ".txt", ".tab"].iter().any(|ending| name.ends_with(ending));
        (table || header.contains([',', ';', '\t'])).then_some(Self::PlainCsv)
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn name_and_first_bytes_together_tell() {
        for (name, first, format) in [
            ("x.zip", &b"PK\x03\x04"[..], Some(Format::HsdsCsv)),
            ("organizations.csv", b"id,name", Some(Format::HsdsCsv)),
            ("lijst.csv", b"Naam;Adres", Some(Format::PlainCsv)),
            ("x.json", b" \xEF\xBB\xBF{\"id\":1", Some(Format::HsdsJson)),
            ("x.json", b"{\"type\":\"FeatureCollection\"", Some(Format::GeoJsonPoints)),
            ("x.geojson", b"{", Some(Format::GeoJsonPoints)),
            ("x.json", b"hello", None),
            ("foto", b"\x89PNG", None),
        ] {
            assert_eq!(Format::guess(name, first), format, "{name}");
        }
    }
}
