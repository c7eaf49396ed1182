//! The same sources give the same bytes, whatever the folder, the time zone and the locale; and what is taken
//! out of a fieldbook gives the same fieldbook again.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// An empty folder of this name.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reproducible").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn files_under(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                files.insert(path.strip_prefix(folder).unwrap().to_path_buf(), fs::read(&path).unwrap());
            }
        }
    }
    files
}

fn idlib() -> BTreeMap<PathBuf, Vec<u8>> {
    files_under(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/idlib"))
}

fn write(files: &BTreeMap<PathBuf, Vec<u8>>, folder: &Path, backwards: bool) {
    let mut all: Vec<_> = files.iter().collect();
    if backwards {
        all.reverse();
    }
    for (path, bytes) in all {
        fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
        fs::write(folder.join(path), bytes).unwrap();
    }
}

/// Builds; nothing where the command carries no shell.
fn build(sources: &Path, folder: &Path, zone: &str, locale: &str) -> Option<BTreeMap<PathBuf, Vec<u8>>> {
    let output = Command::new(env!("CARGO_BIN_EXE_fieldbook"))
        .current_dir(sources)
        .args([Path::new("build"), Path::new("."), Path::new("-o"), &folder.join("site")])
        .arg("--single-file")
        .arg(folder.join("file.html"))
        .envs([("TZ", zone), ("LC_ALL", locale), ("LANG", locale), ("HOME", sources.to_str().unwrap())])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if said.contains("cargo xtask dist") {
        println!("skipped: this command carries no shell");
        return None;
    }
    assert!(output.status.success(), "{said}");
    Some(files_under(folder))
}

#[test]
fn folder_time_zone_and_locale_leave_no_trace() {
    let sources = idlib();
    let (one, other) = (scratch("one"), scratch("another, longer folder/within"));
    write(&sources, &one.join("s"), false);
    write(&sources, &other.join("s"), true);
    let Some(first) = build(&one.join("s"), &one.join("out"), "UTC", "C") else { return };
    let second = build(&other.join("s"), &other.join("out"), "Asia/Kathmandu", "tr_TR.UTF-8").unwrap();
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    for (path, bytes) in &first {
        assert!(second.get(path) == Some(bytes), "{} differs", path.display());
    }
}

#[test]
fn a_fieldbook_taken_apart_is_built_again_byte_for_byte() {
    let ged = "id,type_of_violence,side_a,side_b,source_office,source_headline,country,adm_1,where_coordinates,where_prec,latitude,longitude,date_start,date_end,low,best,high,deaths_civilians\n\
        2,1,Government of Syria,IS,SANA;BBC,A headline,Syria,Idlib,Idlib town,1,35.93,36.63,2020-02-27,2020-02-27,5,14,33,2\n\
        3,3,IS,Civilians,BBC,,Syria,Idlib,Idlib town,2,35.93,36.63,2020-02-27,2020-02-28,0,0,0,0\n";
    let table = BTreeMap::from([(PathBuf::from("ged.csv"), ged.as_bytes().to_vec())]);
    for (name, sources) in [("idlib", idlib()), ("ged", table)] {
        let folder = scratch(name);
        write(&sources, &folder.join("s"), false);
        let Some(first) = build(&folder.join("s"), &folder.join("first"), "UTC", "C") else { return };
        for from in ["first/file.html", "first/site"] {
            let parts = folder.join(from.replace(['/', '.'], "-"));
            let output = Command::new(env!("CARGO_BIN_EXE_fieldbook"))
                .args([Path::new("export"), &folder.join(from), Path::new("-o"), &parts])
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success() && !said.contains("differs"), "{said}");
            let again = build(&parts, &parts.join("again"), "UTC", "C").unwrap();
            let single = Path::new("file.html");
            assert!(first.get(single) == again.get(single), "{name} from {from}: the single file differs");
        }
    }
}
