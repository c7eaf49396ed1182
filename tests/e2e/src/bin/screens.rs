//! Pictures of the single file, to look at: three sizes, light and dark, in
//! English and Arabic, and one on paper.
//!
//! Arguments: `--out DIR` (`/tmp/screens` without it), then pairs of a name and
//! a fragment; without any, the opening page.
#![allow(clippy::print_stdout, reason = "a command line tool talks on standard output")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use e2e::browser::{Browser, Kind};
use e2e::failure::{Failure, Result};
use e2e::page::Page;
use e2e::place::{Place, Places};
use xtask::paths;

const SIZES: [(&str, u32, u32); 3] = [("desktop", 1440, 900), ("tablet", 820, 1180), ("phone", 390, 844)];

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(why)) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: Vec<String>) -> Result {
    let (out, args) = match args.as_slice() {
        [flag, out, rest @ ..] if flag == "--out" => (PathBuf::from(out), rest),
        rest => (PathBuf::from("/tmp/screens"), rest),
    };
    std::fs::create_dir_all(&out).map_err(|e| Failure::because(out.display(), e))?;
    let places = Places::open(&paths::dist())?;
    let browser = Browser::start(Kind::Chromium)?;
    let page = Page { browser: &browser, place: Place::Disk, places: &places };
    if args.is_empty() {
        return views(&page, &out, "open", "");
    }
    for pair in args.chunks(2) {
        match pair {
            [name, fragment] => views(&page, &out, name, fragment)?,
            _ => return Err(Failure("each name needs a fragment, such as: idlib '#place=idlib'".into())),
        }
    }
    Ok(())
}

fn views(page: &Page, out: &Path, name: &str, fragment: &str) -> Result {
    let given = fragment.trim_start_matches('#');
    let joint = if given.is_empty() { "" } else { "&" };
    for (language, fragment) in [("en", format!("#{given}")), ("ar", format!("#{given}{joint}lang=ar"))] {
        page.open(&fragment)?;
        for (size, width, height) in SIZES {
            page.resize(width, height)?;
            for scheme in ["light", "dark"] {
                page.emulate("prefers-color-scheme", scheme)?;
                let file = out.join(format!("{name}-{language}-{size}-{scheme}.png"));
                keep(&file, &page.session().screenshot()?)?;
            }
        }
        page.emulate("prefers-color-scheme", "light")?;
        keep(&out.join(format!("{name}-{language}.pdf")), &page.session().print()?)?;
    }
    Ok(())
}

fn keep(file: &Path, bytes: &[u8]) -> Result {
    println!("{}", file.display());
    std::fs::write(file, bytes).map_err(|e| Failure::because(file.display(), e))
}
