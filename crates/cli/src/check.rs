//! `fieldbook check`: what is wrong with sources, and what they add up to.

use crate::failure::Failure;
use crate::terminal::{count, grouped, line_of, print};
use crate::{Outcome, sources};
use compile::{Options, Severity, TableTotals, Totals};
use std::path::PathBuf;

/// The arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// A source folder, or one or more data files.
    #[arg(required = true)]
    sources: Vec<PathBuf>,
    /// Read the hand-coded reports by machine, too, and print where the two differ.
    #[arg(long)]
    compare: bool,
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
        let errors = compiled.diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
        if errors == 0 {
            return Ok(());
        }
        Err(Failure::sources(format!("{} in the sources.", count(errors as u64, "error", "errors"))))
    }
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
    let mut lines = vec![format!("{}: {}", table.file, count(table.rows, "row", "rows"))];
    if let (Some(first), Some(last)) = (table.first, table.last) {
        lines.push(format!("  dates {first} to {last}"));
    }
    lines.push(format!(
        "  deaths low {}, best {}, high {}",
        grouped(table.low),
        grouped(table.best),
        grouped(table.high)
    ));
    let kind = |(name, rows): &(String, u32)| format!("  {name} {}", grouped((*rows).into()));
    lines.extend(table.kinds.iter().map(kind));
    lines
}
