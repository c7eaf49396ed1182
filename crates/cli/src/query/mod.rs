//! `fieldbook query`: the same questions that the page asks, answered by the same code.

mod answer;
mod figures;
mod selection;
mod take;

use crate::terminal::{count, note, print};
use crate::{Outcome, fieldbook};
use ::query::{Engine, Wants};
use std::path::PathBuf;

/// The arguments of `query`. A NAME is an id or any listed name, compared without case and diacritics; what
/// lies below it is included. `none` asks for statements without a value.
#[derive(Debug, clap::Args)]
pub struct Query {
    /// A source folder, data files, a built folder, or a single-file fieldbook.
    #[arg(required = true, value_name = "SOURCES_OR_FIELDBOOK")]
    from_where: Vec<PathBuf>,
    #[command(flatten)]
    asked: selection::Asked,
    /// Print the answer as JSON.
    #[arg(long)]
    json: bool,
    /// Write the statements shown into a file: .csv, .jsonl, .geojson or .parquet.
    #[arg(long, value_name = "FILE")]
    export: Option<PathBuf>,
    #[command(flatten)]
    form: take::Form,
}

impl Query {
    /// Prints the answer.
    pub fn run(&self) -> Outcome {
        let dates = self.asked.dates()?;
        let engine = Engine::new(fieldbook::corpus(&self.from_where)?);
        let selection = self.asked.selection(dates, &engine);
        let wants = match (self.json, &self.export) {
            (true, _) => Wants::ALL,
            (false, Some(_)) => Wants { rows: true, ..Wants::COUNTS },
            (false, None) => Wants::COUNTS,
        };
        let answers = engine.ask(&selection, wants);
        if let Some(path) = &self.export {
            take::export(&engine, &selection, &answers, path, self.form)?;
            let statements = count(answers.counts.shown(), "statement", "statements");
            note(&format!("Wrote {statements} into {}", path.display()));
        }
        if !self.json {
            print(&in_words(&engine, &answers));
            return Ok(());
        }
        let answer = answer::Answer::of(&engine, &selection, &answers);
        let json = serde_json::to_string(&answer)
            .map_err(|error| crate::failure::Failure::usage(error.to_string()))?;
        print(&json);
        Ok(())
    }
}

fn in_words(engine: &Engine, answers: &::query::Answers) -> String {
    let unit = engine.corpus().about.unit.iter().find(|unit| unit.lang == "en");
    let (one, other) = unit.map_or(("statement", "statements"), |unit| (&unit.one, &unit.other));
    let shown = count(answers.counts.shown(), one, other);
    let (matching, may_match) = (answers.counts.matching, answers.counts.may_match);
    format!("{shown} ({matching} match, {may_match} may match) of {}; --json prints all", answers.total)
}
