//! Use without a network: the manifest, and the service worker with its list of files.

use sha2::{Digest, Sha256};

use crate::Page;
use crate::html::{hash8, lean};
use crate::site::File;

/// Registers the worker and announces a new version.
pub(crate) const SCRIPT: &str = include_str!("offline.js");

/// The service worker, below its list of files.
const WORKER: &str = include_str!("worker.js");

/// The kill switch in the worker's place.
const FAREWELL: &str = include_str!("farewell.js");

/// The name under which browsers look for the worker: the one name beside the page's that never changes.
pub(crate) const WORKER_NAME: &str = "sw.js";

/// Colors around an installed page while it opens; the paper and the accent of `style/tokens.css`.
const PAPER: &str = "#fbfaf7";
const ACCENT: &str = "#1f4e79";

/// The manifest by which a browser installs the site.
pub(crate) fn manifest(page: &Page, icons: &[(String, String, &str)]) -> Vec<u8> {
    let icons: Vec<String> = icons
        .iter()
        .map(|(src, sizes, kind)| {
            format!("{{\"src\":{},\"sizes\":{},\"type\":{}}}", json(src), json(sizes), json(kind))
        })
        .collect();
    let dir = if page.dir == "rtl" { "rtl" } else { "ltr" };
    format!(
        "{{\"name\":{},\"short_name\":{},\"description\":{},\"lang\":{},\"dir\":\"{dir}\",\"id\":\"./\",\"start_url\":\"./\",\"scope\":\"./\",\"display\":\"standalone\",\"background_color\":\"{PAPER}\",\"theme_color\":\"{ACCENT}\",\"icons\":[{}]}}\n",
        json(&page.title),
        json(&page.title),
        json(&page.description),
        json(&page.lang),
        icons.join(",")
    )
    .into_bytes()
}

/// The service worker that keeps these files; `page` is the page's own bytes, which hosts serve as `./`.
pub(crate) fn worker(edition: &str, page: &File, files: &[File]) -> Vec<u8> {
    let mut list = vec![entry("./", &page.bytes)];
    list.extend(files.iter().map(|file| entry(&file.path, &file.bytes)));
    let list = format!("[\n{}\n]", list.join(",\n"));
    let version = hash8(list.as_bytes());
    format!(
        "const VERSION = \"{version}\";\nconst EDITION = {};\nconst FILES = {list};\n{}",
        json(edition),
        lean(WORKER)
    )
    .into_bytes()
}

/// The worker that takes an earlier one away.
pub(crate) fn farewell() -> Vec<u8> {
    lean(FAREWELL).into_bytes()
}

fn entry(name: &str, bytes: &[u8]) -> String {
    let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("[{}, \"{hash}\"]", json(name))
}

/// A text as JSON, which is also a script's string.
pub(crate) fn json(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '<' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", c as u32)),
            c if (c as u32) < 0x20 || c as u32 == 0x7f => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_cannot_leave_their_quotes() {
        assert_eq!(json("a\"\\</b\n\u{2028}"), "\"a\\\"\\\\\\u003c/b\\u000a\\u2028\"");
    }

    #[test]
    fn the_worker_names_the_page_and_every_file() {
        let file = |path: &str| File { path: path.into(), bytes: path.as_bytes().to_vec() };
        let made = worker("2026", &file("index.html"), &[file("a.js")]);
        let made = String::from_utf8_lossy(&made).into_owned();
        assert!(made.contains("[\"./\", \"") && made.contains("[\"a.js\", \""), "{made}");
        assert!(!made.contains("index.html\", \""), "hosts may redirect the name");
    }
}
