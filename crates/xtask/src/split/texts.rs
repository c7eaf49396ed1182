//! Texts that move: what stands in the sources of the interface's languages other than English, and nowhere else.

use crate::command::Result;
use crate::paths;
use std::collections::BTreeSet;
use std::path::Path;

/// Shorter texts, in bytes, stay: they may be anything.
pub(super) const SHORTEST: usize = 8;

/// The folder of the languages, and the one whose texts every page begins with.
const LANGUAGES: &str = "src/text";
const FIRST: &str = "en";

/// The texts of the other languages, which is to say of the files and folders that have a language's short name.
///
/// # Errors
/// When a source cannot be read.
pub fn of_other_languages() -> Result<BTreeSet<String>> {
    let root = paths::root();
    let (mut texts, mut elsewhere) = (BTreeSet::new(), String::new());
    for folder in ["src", "crates"] {
        for file in paths::files_under(&root.join(folder)) {
            if file.extension().is_some_and(|ending| ending == "rs") {
                let source = paths::read_text(&file)?;
                if is_of_another(file.strip_prefix(root.join(LANGUAGES)).unwrap_or(Path::new(""))) {
                    texts.extend(literals(&source));
                } else {
                    elsewhere.push_str(&source);
                }
            }
        }
    }
    texts.retain(|text| text.len() >= SHORTEST && !elsewhere.contains(text.as_str()));
    Ok(texts)
}

/// Whether a path below the languages' folder is of a language other than the first: `tr.rs`, `ar/reading.rs`.
fn is_of_another(path: &Path) -> bool {
    let path = path.to_string_lossy();
    let language = path.split(['/', '.']).next().unwrap_or_default();
    language.len() == 2 && language != FIRST
}

/// The string literals of a source, as far as they have no escapes.
fn literals(source: &str) -> Vec<String> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = code.collect::<Vec<_>>().join("\n");
    let plain = |text: &&str| !text.contains(['\\', '\n']);
    code.split('"').skip(1).step_by(2).filter(plain).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_other_languages_are_found_by_their_files() {
        for (path, expect) in [
            ("ar.rs", true),
            ("tr/reading.rs", true),
            ("en.rs", false),
            ("en/reading.rs", false),
            ("words.rs", false),
            ("", false),
        ] {
            assert_eq!(is_of_another(Path::new(path)), expect, "{path}");
        }
    }

    #[test]
    fn literals_are_read_as_they_stand() {
        let source =
            "// \"no\nlet a = \"Bir metin\";\n    /// \"neither\n    b(\"iki\", \"with \\\\ escape\")\n";
        assert_eq!(literals(source), ["Bir metin", "iki"]);
    }
}
