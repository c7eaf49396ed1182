//! `fieldbook build`: sources in, a site or a single file out.

use crate::failure::Failure;
use crate::terminal::{count, line_of, note};
use crate::{Outcome, output, sources};
use compile::{Compiled, Diagnostic, Options, Totals};
use pack::{PackError, Shell, Site};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The program without a corpus, as `cargo xtask dist` wrote it; empty where it has not.
const SHELL: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/shell.bin"));

/// "Make a fieldbook", packed with gzip, as `cargo xtask dist` wrote it; empty where it has not.
const MAKER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/maker.html.gz"));

/// The name under which a site holds the maker; the page links to it.
const MAKER_FILE: &str = "maker.html";

/// How many diagnostics are printed before the rest is only counted.
const SHOWN: usize = 100;

/// The arguments of `build`.
#[derive(Debug, clap::Args)]
pub struct Build {
    /// A source folder, or one or more data files.
    #[arg(required = true)]
    sources: Vec<PathBuf>,
    /// The folder to write the site into.
    #[arg(short, long, value_name = "DIR", required_unless_present = "single_file")]
    output: Option<PathBuf>,
    /// Also write the fieldbook as one file.
    #[arg(long, value_name = "FILE")]
    single_file: Option<PathBuf>,
    /// Do not let browsers keep the site for use without a network, and take earlier copies out of them.
    #[arg(long)]
    no_offline: bool,
    /// Compress the site's files as far as they go, which takes some seconds.
    #[arg(long)]
    smallest: bool,
    /// Write nothing if the sources have errors.
    #[arg(long)]
    strict: bool,
}

impl Build {
    /// Compiles, packs and writes.
    pub fn run(&self) -> Outcome {
        let shell = shell()?;
        let mut compiled = compile::compile(&sources::read(&self.sources)?, &Options::default());
        report(&compiled);
        if self.strict && compiled.has_errors() {
            let message =
                "Nothing is written, because the sources have errors. Correct them, or leave out --strict.";
            return Err(Failure::sources(message));
        }
        let corpus = index::write(&mut compiled.corpus);
        let page = plain::page(&compiled.corpus);
        let how = Site { offline: !self.no_offline, smallest: self.smallest };
        if let Some(folder) = &self.output {
            output::write_site(folder, &pack::site(&shell, &page, &corpus, how).map_err(packed)?)?;
            write_maker(folder)?;
        }
        if let Some(file) = &self.single_file {
            output::write(file, pack::single_file(&shell, &page, &corpus).map_err(packed)?.as_ref())?;
        }
        note(&closing_line(&compiled.totals));
        Ok(())
    }
}

/// Puts the maker beside the site, and its gzip twin for hosts that serve it.
fn write_maker(folder: &Path) -> Outcome {
    if MAKER.is_empty() {
        return Ok(());
    }
    let mut html = Vec::new();
    flate2::read::GzDecoder::new(MAKER)
        .read_to_end(&mut html)
        .map_err(|error| Failure::usage(format!("the maker in this command is damaged: {error}")))?;
    output::write(&folder.join(MAKER_FILE), &html)?;
    output::write(&folder.join(format!("{MAKER_FILE}.gz")), MAKER)
}

fn packed(error: PackError) -> Failure {
    Failure::usage(error.to_string())
}

fn shell() -> Result<Shell, Failure> {
    if SHELL.is_empty() {
        let message =
            "This command was built without the page's program. Run `cargo xtask dist`, then build it again.";
        return Err(Failure::usage(message));
    }
    Shell::from_bytes(SHELL).map_err(packed)
}

fn report(compiled: &Compiled) {
    // What matters most comes first: notes on odd rows can be many.
    let mut diagnostics: Vec<&Diagnostic> = compiled.diagnostics.iter().collect();
    diagnostics.sort_by_key(|diagnostic| diagnostic.severity);
    for diagnostic in diagnostics.iter().take(SHOWN) {
        note(&line_of(diagnostic));
    }
    let more = compiled.diagnostics.len().saturating_sub(SHOWN);
    if more > 0 {
        note(&format!("… and {more} more. `fieldbook check` lists all."));
    }
}

fn closing_line(totals: &Totals) -> String {
    let statements = count(totals.statements, "statement", "statements");
    let reports = count(totals.reports, "report", "reports");
    format!("{statements} from {reports}, {} left out", totals.left_out)
}
