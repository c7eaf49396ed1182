//! A corpus from whatever holds one: sources, a built site, a single file, or the corpus's own bytes.

use crate::failure::Failure;
use crate::{sources, terminal};
use compile::Options;
use index::Corpus;
use std::fs;
use std::path::{Path, PathBuf};

/// How the bytes of a corpus begin.
const MAGIC: &[u8] = b"FIELDBK\n";

/// The corpus of sources or of a fieldbook.
///
/// # Errors
/// Where nothing of the kind can be read.
pub fn corpus(paths: &[PathBuf]) -> Result<Corpus, Failure> {
    match paths {
        [folder] if folder.is_dir() && sources::is_built(folder) => in_site(folder),
        [file] if file.is_file() && may_be_built(file) => in_file(file),
        _ => compiled(paths),
    }
}

fn may_be_built(file: &Path) -> bool {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    matches!(ending.as_deref(), Some("html" | "htm" | "wasm" | "corpus"))
}

fn compiled(paths: &[PathBuf]) -> Result<Corpus, Failure> {
    let compiled = compile::compile(&sources::read(paths)?, &Options::default());
    if compiled.totals.statements == 0 {
        compiled.diagnostics.iter().for_each(|diagnostic| terminal::note(&terminal::line_of(diagnostic)));
    } else if compiled.has_errors() {
        let left_out = terminal::count(compiled.totals.left_out, "row", "rows");
        terminal::note(&format!(
            "The sources have errors ({left_out} left out). `fieldbook check` lists them."
        ));
    }
    Ok(compiled.corpus)
}

/// A site's corpus lies in its module, or beside it.
fn in_site(folder: &Path) -> Result<Corpus, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::read(folder, error))?;
    let ending = |path: &PathBuf, ending: &str| path.extension().is_some_and(|found| found == ending);
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| ending(path, "corpus") || ending(path, "wasm"));
    // A corpus beside the module comes before the module.
    files.sort_by_key(|path| (ending(path, "wasm"), path.clone()));
    for file in files {
        if let Some(corpus) = opened(&file)? {
            return Ok(corpus);
        }
    }
    Err(none_in(folder))
}

fn in_file(file: &Path) -> Result<Corpus, Failure> {
    opened(file)?.ok_or_else(|| none_in(file))
}

fn none_in(path: &Path) -> Failure {
    let message = "it carries no corpus. Give sources, a built folder, or a single-file fieldbook.";
    Failure::usage(format!("{}: {message}", path.display()))
}

fn opened(file: &Path) -> Result<Option<Corpus>, Failure> {
    let bytes = sources::bytes(file)?;
    let failed = |error: String| Failure::usage(format!("{}: {error}", file.display()));
    let corpus = if bytes.starts_with(MAGIC) {
        Some(bytes)
    } else {
        pack::corpus_in(&bytes).map_err(|error| failed(error.to_string()))?
    };
    corpus.map(|corpus| index::open(&corpus).map_err(|error| failed(error.to_string()))).transpose()
}
