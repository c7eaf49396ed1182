//! Writing a built fieldbook: only into the folder named, and never over what something else has put there.

use crate::failure::Failure;
use compile::SourceFile;
use pack::File;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes the files of a site into `folder`, and takes out those of an earlier build that it no longer has.
///
/// # Errors
/// Where the folder holds something else, or cannot be written.
pub fn write_site(folder: &Path, files: &[File]) -> Result<(), Failure> {
    refuse_strangers(folder)?;
    fs::create_dir_all(folder).map_err(|error| Failure::write(folder, error))?;
    for file in files {
        write(&folder.join(&file.path), &file.bytes)?;
    }
    take_out_stale(folder, files)
}

/// Writes sources into a folder that is new or empty.
///
/// # Errors
/// Where the folder holds something, or cannot be written.
pub fn write_sources(folder: &Path, files: &[SourceFile]) -> Result<(), Failure> {
    if !names_in(folder)?.is_empty() {
        let message = "it is not empty, so nothing is written. Name an empty or a new folder.";
        return Err(Failure::usage(format!("{}: {message}", folder.display())));
    }
    for file in files {
        write(&folder.join(safe(&file.path)), &file.bytes)?;
    }
    Ok(())
}

/// A path that stays inside its folder: ids of a stranger's fieldbook are names of files here.
fn safe(path: &str) -> PathBuf {
    let fit = |part: &str| part.replace(|c: char| c.is_control() || "\\:*?\"<>|".contains(c), "_");
    path.split('/').filter(|part| !matches!(*part, "" | "." | "..")).map(fit).collect()
}

/// Writes one file, with the folders that lead to it.
///
/// # Errors
/// Where it cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|error| Failure::write(path, error))?;
    }
    fs::write(path, bytes).map_err(|error| Failure::write(path, error))
}

/// The names of what lies in a folder; none where there is no folder.
fn names_in(folder: &Path) -> Result<BTreeSet<String>, Failure> {
    if !folder.exists() {
        return Ok(BTreeSet::new());
    }
    let entries = fs::read_dir(folder).map_err(|error| Failure::write(folder, error))?;
    Ok(entries.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned())).collect())
}

/// Refuses a folder that holds something and does not look like an earlier build.
fn refuse_strangers(folder: &Path) -> Result<(), Failure> {
    let names = names_in(folder)?;
    let built = names.contains("index.html") && names.iter().any(|name| is_ours(name));
    if names.is_empty() || built {
        return Ok(());
    }
    let message =
        "it holds files that no build has written, so nothing is written. Name an empty or a new folder.";
    Err(Failure::usage(format!("{}: {message}", folder.display())))
}

/// How the names of a build's files begin.
const STEMS: [&str; 7] = ["fieldbook-", "boot-", "plain-", "disk-", "offline-", "icon-", "manifest-"];

/// Twins of the two files whose names never change: a host would serve an old one in a new file's place.
const TWINS: [&str; 4] = ["index.html.br", "index.html.gz", "sw.js.br", "sw.js.gz"];

/// Whether a name is one that builds give: a stem of ours, a hash, an ending.
fn is_ours(name: &str) -> bool {
    if TWINS.contains(&name) {
        return true;
    }
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    let hash = STEMS.iter().find_map(|ours| stem.strip_prefix(ours));
    hash.is_some_and(|hash| hash.len() >= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn take_out_stale(folder: &Path, files: &[File]) -> Result<(), Failure> {
    let kept: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    for name in names_in(folder)? {
        if is_ours(&name) && !kept.contains(name.as_str()) {
            let path = folder.join(&name);
            fs::remove_file(&path).map_err(|error| Failure::write(&path, error))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{is_ours, safe};
    use std::path::Path;

    #[test]
    fn no_name_leads_out_of_the_folder() {
        assert_eq!(safe("reports/../../etc/x.md"), Path::new("reports/etc/x.md"));
        assert_eq!(safe("/etc/x"), Path::new("etc/x"));
    }

    #[test]
    fn names_that_builds_give() {
        let check = |name: &str, expect: bool| assert_eq!(is_ours(name), expect, "{name}");
        check("fieldbook-0123abcd.wasm", true);
        check("fieldbook-0123abcd.wasm.br", true);
        check("boot-0123abcd.js", true);
        check("disk-0123abcd.js", true);
        check("icon-set.png", false);
        check("fieldbook-notes.txt", false);
        check("index.html", false);
        check("sw.js", false);
        check("sw.js.gz", true);
    }
}
