//! The shipped corpus, compiled.

use compile::{Options, SourceFile, compile};
use query::Engine;
use std::fs;
use std::path::Path;

/// An engine over it.
pub fn engine() -> Engine {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/idlib");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
            files.push(SourceFile { path: name, bytes: fs::read(&path).unwrap() });
        }
    }
    let compiled = compile(&files, &Options::default());
    assert!(!compiled.has_errors(), "{:?}", compiled.diagnostics);
    Engine::new(compiled.corpus)
}
