//! Datasets: a folder of Parquet files that are one table, as engines write and read them.

use crate::failure::Failure;
use std::fs;
use std::path::{Path, PathBuf};

/// The most files that a dataset may have.
const FILES_LIMIT: usize = 10_000;

/// How deep folders of partitions may be nested.
const DEPTH_LIMIT: usize = 16;

/// A file of a dataset, with the columns that its folders name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartFile {
    /// Where it lies.
    pub path: PathBuf,
    /// `column=value` of each folder on the way.
    pub columns: Vec<(String, String)>,
}

/// Whether a folder holds Parquet files and nothing else, apart from what engines leave behind (`_SUCCESS`).
pub fn is_dataset(folder: &Path) -> bool {
    let mut found = false;
    holds_only_parquet(folder, 0, &mut found) && found
}

fn holds_only_parquet(folder: &Path, depth: usize, found: &mut bool) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    for entry in entries {
        let Ok(entry) = entry else { return false };
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if name.starts_with(['.', '_']) {
            continue;
        }
        let fits = if path.is_dir() {
            depth < DEPTH_LIMIT && holds_only_parquet(&path, depth + 1, found)
        } else {
            name.to_lowercase().ends_with(".parquet")
        };
        if !fits {
            return false;
        }
        *found |= path.is_file();
    }
    true
}

/// The files of a dataset, or the one file, in the order of their paths.
///
/// # Errors
/// Where a folder cannot be read, or there are too many files.
pub fn files_of(path: &Path) -> Result<Vec<PartFile>, Failure> {
    let mut files = Vec::new();
    if path.is_dir() {
        walk(path, &[], 0, &mut files)?;
    } else {
        files.push(PartFile { path: path.to_owned(), columns: Vec::new() });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn walk(
    folder: &Path,
    columns: &[(String, String)],
    depth: usize,
    files: &mut Vec<PartFile>,
) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::read(folder, error))?;
    for entry in entries {
        let entry = entry.map_err(|error| Failure::read(folder, error))?;
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if name.starts_with(['.', '_']) {
            continue;
        }
        if path.is_dir() && depth < DEPTH_LIMIT {
            let mut columns = columns.to_vec();
            columns.extend(name.split_once('=').map(|(column, value)| (column.to_owned(), decoded(value))));
            walk(&path, &columns, depth + 1, files)?;
        } else if path.is_file() {
            files.push(PartFile { path, columns: columns.to_vec() });
        }
        if files.len() > FILES_LIMIT {
            let message =
                format!("{}: it holds more than {FILES_LIMIT} files. Write fewer.", folder.display());
            return Err(Failure::usage(message));
        }
    }
    Ok(())
}

/// A value as folders write it: other letters as `%` and two digits, nothing as a name of Hive's.
fn decoded(value: &str) -> String {
    if value == "__HIVE_DEFAULT_PARTITION__" {
        return String::new();
    }
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| byte == b'%').and_then(|two| std::str::from_utf8(two).ok());
        match hex.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(letter) => {
                bytes.push(letter);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_folders() {
        let check = |value: &str, expect: &str| assert_eq!(decoded(value), expect);
        check("Syria", "Syria");
        check("C%C3%B4te%20d%27Ivoire", "Côte d'Ivoire");
        check("100%", "100%");
        check("%zz", "%zz");
        check("__HIVE_DEFAULT_PARTITION__", "");
    }
}
