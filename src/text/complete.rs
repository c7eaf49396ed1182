//! No text is unused, and every language fills in what English does. That none is missing, the compiler sees to.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.path()) {
        if path.is_dir() {
            files.extend(files_under(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// The fields that hold texts, by the declarations of their structs.
fn declared() -> Vec<String> {
    let files =
        ["words.rs", "words", "reading.rs", "explaining.rs", "pictures.rs", "figuring.rs", "saving.rs"];
    let files = files.iter().flat_map(|name| {
        let path = source().join("text").join(name);
        if path.is_dir() { files_under(&path) } else { vec![path] }
    });
    let field = |line: &str| {
        let (name, kind) = line.trim().strip_prefix("pub ")?.split_once(": ")?;
        let is_text = kind.contains("str") || kind.starts_with("Forms") || kind.starts_with("CiteWords");
        is_text.then(|| name.to_owned())
    };
    files.flat_map(|path| read(&path).lines().filter_map(field).collect::<Vec<_>>()).collect()
}

#[test]
fn every_text_is_used() {
    let text = source().join("text");
    // Dates and units say a few words themselves.
    let own = ["date.rs", "unit.rs", "number.rs", "plural.rs"].map(|name| text.join(name));
    let users = files_under(&source()).into_iter().filter(|path| !path.starts_with(&text)).chain(own);
    let code: String = users.map(|path| read(&path)).collect::<Vec<_>>().join("\n");
    let code = code.split_whitespace().collect::<Vec<_>>().join(" ").replace(" .", ".");
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    let is_used = |name: &str| {
        let wanted = [".", name].concat();
        code.match_indices(&wanted).any(|(at, _)| code.get(at + wanted.len()..).is_some_and(ends))
    };
    let fields = declared();
    assert!(fields.len() > 200, "only {} texts were found", fields.len());
    let unused: Vec<&String> = fields.iter().filter(|name| !is_used(name)).collect();
    assert!(unused.is_empty(), "texts that nothing uses: {unused:?}");
}

/// How many blanks each text of a language's file leaves, by field; several fields of one name in order of number.
fn blanks(path: &Path) -> BTreeMap<String, Vec<usize>> {
    let mut chunks: Vec<(String, String)> = Vec::new();
    let mut in_forms = false;
    for line in read(path).lines().map(str::trim) {
        let head = line.split_once(": ").filter(|(name, _)| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit())
        });
        match head {
            Some((name, value)) if !in_forms => chunks.push((name.to_owned(), value.to_owned())),
            _ => chunks.last_mut().into_iter().for_each(|(_, value)| value.push_str(line)),
        }
        in_forms = if in_forms { !line.starts_with('}') } else { line.ends_with("Forms {") };
    }
    let mut blanks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    // A group of texts in one line is none itself.
    let is_group = |value: &str| value.split_once(" {").is_some_and(|(kind, _)| kind.ends_with("Words"));
    for (name, value) in chunks.into_iter().filter(|(_, value)| value.contains('"') && !is_group(value)) {
        // The last of several forms is the one for all else.
        let told =
            if value.starts_with("Forms") { value.rsplit('"').nth(1).unwrap_or_default() } else { &value };
        blanks.entry(name).or_default().push(told.matches("{}").count());
    }
    blanks.values_mut().for_each(|counts| counts.sort_unstable());
    blanks
}

#[test]
fn every_language_fills_in_the_same() {
    let text = source().join("text");
    let english = files_under(&text.join("en")).into_iter().chain([text.join("en.rs")]);
    for path in english {
        let name = path.file_name().unwrap_or_default().to_owned();
        for lang in ["ar", "tr"] {
            let other = match path.parent() == Some(&text) {
                true => text.join([lang, ".rs"].concat()),
                false => text.join(lang).join(&name),
            };
            let (ours, theirs) = (blanks(&path), blanks(&other));
            assert!(!ours.is_empty(), "{}", path.display());
            for (field, counts) in ours {
                assert_eq!(theirs.get(&field), Some(&counts), "{field} in {}", other.display());
            }
        }
    }
}
