//! `generate`: an invented file of any size, the same for the same seed; for measuring, never for a map people use.

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use clap::Args;

use super::out::say;
use crate::refusal::{Refusal, cannot};

/// Offers a party has, on average.
const OFFERS_A_PARTY: u32 = 4;

const WHO: &[&str] =
    &["De Brug", "Het Anker", "De Boog", "Wijkhuis", "Buurtkamer", "De Linde", "Samen Sterk", "De Sluis"];
const STREETS: &[&str] =
    &["Kerkstraat", "Dorpsweg", "Lindelaan", "Havenkade", "Molenpad", "Schoolstraat", "Veerdijk"];
const WHAT: &[&str] = &[
    "Brieven lezen",
    "Samen eten",
    "Taalles",
    "Formulieren invullen",
    "Wandelen",
    "Kleding ruilen",
    "Huiswerk maken",
    "Fietsen maken",
    "Bellen met de gemeente",
    "Koffie drinken",
    "Schulden ordenen",
    "Muziek maken",
];
const WHOM: &[&str] =
    &["ouders", "jongeren", "ouderen", "nieuwkomers", "mantelzorgers", "iedereen uit de buurt"];
const HOW: &[&str] = &[
    "U kunt zo binnenlopen. De koffie staat klaar.",
    "Wij kijken samen wat er nodig is. U hoeft niets mee te nemen.",
    "Wij luisteren eerst. Daarna maken we samen een plan.",
    "Kom gerust een keer kijken. Meedoen hoeft niet meteen.",
];
const LANGUAGES: &[&str] = &["Nederlands", "Turks", "Arabisch", "Engels", "Pools", "Tigrinya"];
const DAYS: &[&str] = &["MO", "TU", "WE", "TH", "FR", "SA"];

#[derive(Args)]
pub(super) struct Generate {
    /// Where to write it: HSDS in JSON.
    file: PathBuf,
    #[arg(long, default_value_t = 1000)]
    offers: u32,
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Longitude and latitude of the middle: the points lie within a few kilometres.
    #[arg(long, value_name = "LON,LAT", default_value = "4.900,52.365")]
    around: String,
}

/// Numbers that look like chance and are the same for the same seed (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    fn of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        let at = self.below(words.len() as u64);
        usize::try_from(at).ok().and_then(|at| words.get(at)).copied().unwrap_or("")
    }

    /// Degrees within this far of the middle.
    fn near(&mut self, middle: f64, far: f64) -> f64 {
        let part = f64::from(u32::try_from(self.below(1_000_001)).unwrap_or(0)) / 500_000.0 - 1.0;
        far.mul_add(part, middle)
    }
}

pub(super) fn run(ask: &Generate) -> Result<(), Refusal> {
    let around =
        ask.around.split_once(',').and_then(|(lon, lat)| Some((lon.parse().ok()?, lat.parse().ok()?)));
    let around =
        around.ok_or_else(|| Refusal::new("--around is a longitude and a latitude: 4.900,52.365"))?;
    let failed = |error: std::io::Error| cannot("cannot be written", &ask.file, &error);
    let mut file = BufWriter::new(std::fs::File::create(&ask.file).map_err(failed)?);
    let parties = ask.offers.div_ceil(OFFERS_A_PARTY);
    write(&mut file, ask, parties, around).and_then(|()| file.flush()).map_err(failed)?;
    say(&format!("{} parties and {} offers are in {}.", parties, ask.offers, ask.file.display()));
    Ok(())
}

fn write(file: &mut impl Write, ask: &Generate, parties: u32, (lon, lat): (f64, f64)) -> std::io::Result<()> {
    let mut chance = Chance(ask.seed);
    write!(file, "{{\"organizations\":[")?;
    for n in 0..parties {
        let comma = if n == 0 { "" } else { "," };
        let (who, street, whom, how) = (chance.of(WHO), chance.of(STREETS), chance.of(WHOM), chance.of(HOW));
        let sphere = if chance.below(2) == 0 { "formal" } else { "informal" };
        let phone = chance.below(1_000_000);
        writeln!(
            file,
            "{comma}{{\"id\":\"p{n}\",\"name\":\"{who} {street} {n}\",\"sphere\":\"{sphere}\",\"description\":\"{who} is er voor {whom}. {how}\",\
             \"email\":\"info{n}@voorbeeld.nl\",\"phone\":\"088 {phone:06}\",\"website\":\"https://voorbeeld.nl/{n}\"}}"
        )?;
    }
    write!(file, "],\"locations\":[")?;
    for n in 0..parties {
        let comma = if n == 0 { "" } else { "," };
        let (x, y) = (chance.near(lon, 0.05), chance.near(lat, 0.025));
        let (street, number) = (chance.of(STREETS), chance.below(200) + 1);
        writeln!(
            file,
            "{comma}{{\"id\":\"l{n}\",\"organization_id\":\"p{n}\",\"name\":\"{street} {number}\",\"longitude\":{x:.6},\"latitude\":{y:.6},\
             \"addresses\":[{{\"address_1\":\"{street} {number}\",\"city\":\"Verzonnen\",\"postal_code\":\"1620 AA\"}}]}}"
        )?;
    }
    write!(file, "],\"services\":[")?;
    for n in 0..ask.offers {
        let comma = if n == 0 { "" } else { "," };
        let party = n / OFFERS_A_PARTY;
        let (what, whom, how, day) = (chance.of(WHAT), chance.of(WHOM), chance.of(HOW), chance.of(DAYS));
        let (language, from) = (chance.of(LANGUAGES), 8 + chance.below(9));
        writeln!(
            file,
            "{comma}{{\"id\":\"o{n}\",\"organization_id\":\"p{party}\",\"location_id\":\"l{party}\",\"name\":\"{what} {n}\",\"status\":\"active\",\
             \"description\":\"{what} met {whom}. {how}\",\"eligibility_description\":\"{whom}\",\"languages\":[{{\"name\":\"{language}\"}}],\
             \"schedules\":[{{\"byday\":\"{day}\",\"freq\":\"WEEKLY\",\"opens_at\":\"{from:02}:00\",\"closes_at\":\"{:02}:00\"}}]}}",
            from + 2
        )?;
    }
    write!(file, "]}}")
}
