//! `fieldbook check`: what is wrong with sources, and what they add up to.

use crate::failure::Failure;
use crate::terminal::{count, grouped, line_of, note, print};
use crate::{Outcome, output, sources};
use compile::{Form, Options, Proposal, Severity, TableTotals, Totals};
use std::path::{Path, PathBuf};

/// The arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// A source folder, or one or more data files.
    #[arg(required = true)]
    sources: Vec<PathBuf>,
    /// Read the hand-coded reports by machine, too, and print where the two differ.
    #[arg(long)]
    compare: bool,
    /// Write how columns were guessed into this file, so that it can be corrected: a folder's fieldbook.toml,
    /// to which sections are added.
    #[arg(long, value_name = "FILE")]
    save_mapping: Option<PathBuf>,
    /// Write proposals into this folder: actors.csv and places.csv with the spellings that may mean the same.
    #[arg(long, value_name = "DIR")]
    spellings: Option<PathBuf>,
}

impl Check {
    /// Prints diagnostics and totals.
    pub fn run(&self) -> Outcome {
        let files = sources::read(&self.sources)?;
        let compiled = compile::compile(&files, &Options::default());
        if self.compare {
            crate::annotate::compare(&files, &compiled.corpus).iter().for_each(|line| print(line));
            return Ok(());
        }
        for diagnostic in &compiled.diagnostics {
            print(&line_of(diagnostic));
        }
        let totals = describe(&compiled.totals);
        totals.iter().for_each(|line| print(line));
        if let Some(file) = &self.save_mapping {
            save_mapping(file, &compiled.totals.tables)?;
        }
        if let Some(folder) = &self.spellings {
            propose(folder, &compile::spellings(&compiled.corpus))?;
        }
        let errors = compiled.diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
        if errors == 0 {
            return Ok(());
        }
        Err(Failure::sources(format!("{} in the sources.", count(errors as u64, "error", "errors"))))
    }
}

/// Writes proposed tables, never over what is there.
fn propose(folder: &Path, proposal: &Proposal) -> Outcome {
    let tables = [
        ("actors.csv", &proposal.actors, proposal.actor_rows),
        ("places.csv", &proposal.places, proposal.place_rows),
    ];
    for (name, text, rows) in tables {
        let path = folder.join(name);
        let said = count(rows, "row", "rows");
        if rows == 0 {
            note(&format!("{name}: nothing to propose"));
        } else if path.exists() {
            let message = format!(
                "{}: it is there already, so the proposal of {said} is not written. Name another folder.",
                path.display()
            );
            return Err(Failure::usage(message));
        } else {
            output::write(&path, text.as_bytes())?;
            note(&format!("Wrote {said} into {}: keep those that are right", path.display()));
        }
    }
    Ok(())
}

/// Adds the sections of tables that nobody has mapped to a settings file, made where there is none.
fn save_mapping(file: &Path, tables: &[TableTotals]) -> Outcome {
    let mut text = match file.exists() {
        true => String::from_utf8_lossy(&sources::bytes(file)?).into_owned(),
        false => String::new(),
    };
    let unmapped = tables.iter().filter(|table| matches!(table.form, Form::Guessed | Form::Hxl));
    let sections: Vec<&str> = unmapped.map(|table| table.mapping.as_str()).collect();
    for section in &sections {
        if !text.is_empty() {
            text.push_str(if text.ends_with('\n') { "\n" } else { "\n\n" });
        }
        text.push_str(section);
    }
    if !sections.is_empty() {
        output::write(file, text.as_bytes())?;
    }
    let mappings = count(sections.len() as u64, "mapping", "mappings");
    note(&format!("Wrote {mappings} into {}", file.display()));
    Ok(())
}

/// Totals as lines.
fn describe(totals: &Totals) -> Vec<String> {
    let statements = count(totals.statements, "statement", "statements");
    let reports = count(totals.reports, "report", "reports");
    let mut lines =
        vec![format!("{statements} from {reports}, {} left out", grouped(totals.left_out.into()))];
    if let (Some(first), Some(last)) = (totals.first, totals.last) {
        lines.push(format!("{first} to {last}"));
    }
    totals.tables.iter().for_each(|table| lines.extend(describe_table(table)));
    lines
}

fn describe_table(table: &TableTotals) -> Vec<String> {
    let form = match table.form {
        Form::Ged => "UCDP GED",
        Form::Acled => "ACLED",
        Form::Hxl => "columns by their HXL tags",
        Form::Mapped => "columns by its section in fieldbook.toml",
        Form::Taken => "an export of a fieldbook",
        Form::Guessed => "columns guessed",
    };
    let number = |number: u32| grouped(number.into());
    let mut lines = vec![format!(
        "{}: {}, {} left out ({form})",
        table.file,
        count(table.rows, "row", "rows"),
        number(table.rejected)
    )];
    if let (Some(first), Some(last)) = (table.first, table.last) {
        lines.push(format!("  dates {first} to {last}"));
    }
    if table.undated > 0 {
        lines.push(format!("  without a date {}", number(table.undated)));
    }
    if table.high > 0 || matches!(table.form, Form::Ged | Form::Acled) {
        let sums = [table.low, table.best, table.high].map(grouped);
        lines.push(format!("  deaths low {}, best {}, high {}", sums[0], sums[1], sums[2]));
    }
    if table.form == Form::Ged {
        lines.push(format!("  of them civilians {}", grouped(table.civilians)));
    }
    let kind = |(name, rows): &(String, u32)| format!("  {name} {}", number(*rows));
    lines.extend(table.kinds.iter().map(kind));
    lines
        .extend(table.odd.iter().map(|(reason, rows)| format!("  odd but kept: {reason} {}", number(*rows))));
    lines.extend(table.mapping.lines().map(|line| format!("    {line}")));
    if matches!(table.form, Form::Guessed | Form::Hxl) {
        lines.push("  --save-mapping FILE writes this section, to be corrected".to_owned());
    }
    lines
}
