//! What is asked of the bench on its command line.

use std::io;
use std::path::PathBuf;

use crate::load::Rounds;
use crate::program::Program;

pub(crate) const HELP: &str = "\
bench [--program FILE] [--data FOLDER] [--report FILE] [--offers 100000] [--rounds 3] [--seconds 4]
      [--from FILE] [--only party,list,…] [--keep FOLDER] [--no-postgres]
  --program    the release binary that is measured
  --data       where geo-nl-buurten-2024 and cbs-kerncijfers-2024 are
  --report     a Markdown file for the table
  --from       a file of offers, instead of generated ones
  --only       of the loads start, party, list, offer, area, map, search, party-br, list-br, only these
  --keep       a folder whose database is used, and made when it is not there: nothing is said about importing then";

pub(crate) struct Ask {
    pub(crate) program: PathBuf,
    pub(crate) data: PathBuf,
    pub(crate) report: Option<PathBuf>,
    pub(crate) offers: usize,
    pub(crate) from: Option<PathBuf>,
    pub(crate) rounds: Rounds,
    pub(crate) only: Vec<String>,
    pub(crate) keep: Option<PathBuf>,
    pub(crate) postgres: bool,
}

impl Ask {
    pub(crate) fn read(arguments: &[String]) -> Result<Self, String> {
        let mut ask = Self {
            program: PathBuf::from("target/release/samenspel"),
            data: PathBuf::from("../shared/data"),
            report: None,
            offers: 100_000,
            from: None,
            rounds: Rounds { count: 3, seconds: 4 },
            only: Vec::new(),
            keep: None,
            postgres: true,
        };
        let mut rest = arguments.iter();
        while let Some(word) = rest.next() {
            if word == "--no-postgres" {
                ask.postgres = false;
                continue;
            }
            let value = rest.next().ok_or_else(|| HELP.to_owned())?;
            let number =
                || value.parse::<usize>().map_err(|_| format!("{word} needs a number, not {value}."));
            match word.as_str() {
                "--program" => ask.program = PathBuf::from(value),
                "--data" => ask.data = PathBuf::from(value),
                "--report" => ask.report = Some(PathBuf::from(value)),
                "--offers" => ask.offers = number()?,
                "--from" => ask.from = Some(std::path::absolute(value).map_err(|why| why.to_string())?),
                "--rounds" => ask.rounds.count = number()?.max(1),
                "--seconds" => ask.rounds.seconds = number()?.max(1) as u64,
                "--only" => ask.only = value.split(',').map(str::to_owned).collect(),
                "--keep" => ask.keep = Some(std::path::absolute(value).map_err(|why| why.to_string())?),
                _ => return Err(HELP.to_owned()),
            }
        }
        // The program is started in another folder.
        let absolute = |path: &PathBuf| std::path::absolute(path).map_err(|why| why.to_string());
        ask.program = absolute(&ask.program)?;
        ask.data = absolute(&ask.data)?;
        Ok(ask)
    }

    /// The offers as a file: the one named, or one the program makes itself.
    pub(crate) fn offers_file(&self, program: &Program<'_>) -> io::Result<String> {
        if let Some(file) = &self.from {
            return Ok(file.display().to_string());
        }
        let file = program.folder().join("offers.json").display().to_string();
        program.run(&["generate", "--offers", &self.offers.to_string(), &file])?;
        Ok(file)
    }

    pub(crate) fn wants(&self, key: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|one| one == key)
    }
}
