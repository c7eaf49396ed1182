//! Saved pages and PDF files in a source folder become reports: their text, with what the file says of itself as
//! front matter.

use super::input::{self, Input};
use crate::terminal::note;
use compile::SourceFile;
use sha2::{Digest, Sha256};
use std::path::Path;

/// Whether a file of a source folder is a report that must be turned into text first.
pub fn is_convertible(inside: &str) -> bool {
    let ending = inside.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    inside.starts_with("reports/") && matches!(ending.as_deref(), Some("html" | "htm" | "pdf"))
}

/// The report as a text file; nothing, and a note, where it has no text.
pub fn converted(path: &Path, inside: &str, bytes: &[u8]) -> Option<SourceFile> {
    match input::of(path, bytes) {
        Ok(input) => {
            let stem = inside.rsplit_once('.').map_or(inside, |(stem, _)| stem);
            let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            Some(SourceFile { path: format!("{stem}.md"), bytes: text(&input, &hash).into_bytes() })
        }
        Err(failure) => {
            note(&format!("{inside}: the report is left out. {}", failure.message));
            None
        }
    }
}

/// Front matter and paragraphs.
fn text(input: &Input, hash: &str) -> String {
    let mut out = "+++\n".to_owned();
    let mut field = |name: &str, value: &str| {
        let plain: String = value.split_whitespace().collect::<Vec<_>>().join(" ");
        if !plain.is_empty() {
            out.push_str(&format!("{name} = \"{}\"\n", plain.replace('\\', "\\\\").replace('"', "\\\"")));
        }
    };
    field("title", &input.title);
    field("publisher", &input.publisher);
    field("author", &input.author);
    field("language", &input.language);
    field("published", input.published.as_deref().unwrap_or(""));
    field("url", &input.url);
    field("sha256", hash);
    out.push_str("+++\n\n");
    // A line that is a fence or a mark in a report is not one here.
    for line in input.text.lines() {
        out.push_str(if line.trim_end() == "+++" { "" } else { line.trim_end() });
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use compile::Options;

    const WORDS: &str = "Soldiers shot dead three people in the town of Saraqeb on Friday, a monitor said. ";

    #[test]
    fn a_saved_page_is_read_by_machine() {
        let body = format!("<p>{}</p>", WORDS.repeat(6)).repeat(2);
        let page = format!(
            "<html lang='en'><head><title>A \"quoted\" title</title><meta property='article:published_time' content='2020-02-28T08:00:00Z'></head>\
             <body><nav><a href='/'>Home</a></nav><article><h1>News</h1>{body}</article><footer>Donate</footer></body></html>"
        );
        let path = Path::new("reports/one.html");
        let file = converted(path, "reports/one.html", page.as_bytes()).unwrap();
        assert_eq!(file.path, "reports/one.md");
        let settings = SourceFile { path: "fieldbook.toml".to_owned(), bytes: b"title = \"T\"\n".to_vec() };
        let compiled = compile::compile(&[settings, file], &Options::default());
        assert!(!compiled.has_errors(), "{:?}", compiled.diagnostics);
        let report = compiled.corpus.reports.first().unwrap();
        assert_eq!(
            (report.title.as_str(), report.published.edtf.as_str()),
            ("A \"quoted\" title", "2020-02-28")
        );
        assert_eq!(report.sha256.len(), 64);
        assert!(compiled.totals.statements > 0);
        assert!(report.paragraphs.iter().all(|paragraph| !paragraph.text.contains("Donate")));
    }

    #[test]
    fn a_damaged_file_is_left_out() {
        assert!(converted(Path::new("x.pdf"), "reports/x.pdf", b"no pdf").is_none());
        assert!(
            is_convertible("reports/old/x.PDF")
                && !is_convertible("x.pdf")
                && !is_convertible("reports/x.md")
        );
    }
}
