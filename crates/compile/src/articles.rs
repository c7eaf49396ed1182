//! Articles: a report's text out of whatever file it came in.
//!
//! Plain text and Markdown are taken as they are. A saved page and a PDF become what a person would have
//! written: front matter with what the file says of itself, and the article in paragraphs, without what stands
//! around it. Later stages see one form only, and the maker can show and correct the same text.

use crate::diagnostic::{Diagnostics, Origin};
use crate::forms::text_of;
use crate::input::{Options, SourceFile};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt::Write;
use std::rc::Rc;

/// The largest saved page or PDF that is read, in bytes.
pub const ARTICLE_LIMIT: usize = 64 << 20;

/// What mark a fieldbook in one file carries; it is a program, not an article.
const FIELDBOOK_MARK: &str = "<script type=\"text/plain\" data-part=\"wasm\"";

/// What a file's name says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Text,
    Page,
    Paper,
}

fn sort_of(name: &str) -> Option<Sort> {
    let name = name.to_lowercase();
    let (_, ending) = name.rsplit_once('.')?;
    match ending {
        "md" | "txt" => Some(Sort::Text),
        "html" | "htm" => Some(Sort::Page),
        "pdf" => Some(Sort::Paper),
        _ => None,
    }
}

/// Whether a file of this name may hold an article.
pub fn is_article(name: &str) -> bool {
    sort_of(name).is_some()
}

/// The text of a report's file, front matter and paragraphs, as `reports/*.md` holds it.
///
/// # Errors
/// What is wrong with the file, and what to do about it.
pub fn report_text(file: &SourceFile) -> Result<String, String> {
    let mut diagnostics = Diagnostics::default();
    let text = text(file, &Options::default(), &mut diagnostics).map(Cow::into_owned);
    text.ok_or_else(|| diagnostics.sorted().iter().map(ToString::to_string).collect())
}

/// The text of a report's file; nothing where it cannot be read, which is reported.
pub(crate) fn text<'a>(
    file: &'a SourceFile,
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Option<Cow<'a, str>> {
    let sort = sort_of(&file.path);
    if matches!(sort, None | Some(Sort::Text)) {
        return text_of(file, options, diagnostics);
    }
    let name: Rc<str> = file.path.as_str().into();
    let origin = Origin::whole(&name);
    if file.bytes.len() > ARTICLE_LIMIT {
        let what = format!("It holds {} bytes, more than {ARTICLE_LIMIT}", file.bytes.len());
        diagnostics.left_out(&origin, what, "Save the article's text alone");
        return None;
    }
    let read = match sort {
        Some(Sort::Paper) => paper(&file.bytes),
        _ => page(&text_of(file, options, diagnostics)?),
    };
    match read {
        Ok(article) => Some(Cow::Owned(article.source(&file.bytes))),
        Err((what, remedy)) => {
            diagnostics.left_out(&origin, what, remedy);
            None
        }
    }
}

/// What is wrong, and what to do about it.
type Fault = (String, &'static str);

/// An article as a file gives it; what the file does not say is empty.
#[derive(Default)]
struct Article {
    title: String,
    author: String,
    publisher: String,
    published: String,
    language: String,
    url: String,
    text: String,
}

impl Article {
    /// The source that a person would have written.
    fn source(&self, original: &[u8]) -> String {
        let mut hash = String::with_capacity(64);
        for byte in Sha256::digest(original) {
            // Writing to memory does not fail.
            let _ = write!(hash, "{byte:02x}");
        }
        let fields = [
            ("title", &self.title),
            ("author", &self.author),
            ("publisher", &self.publisher),
            ("published", &self.published),
            ("language", &self.language),
            ("url", &self.url),
            ("sha256", &hash),
        ];
        let mut source = "+++\n".to_owned();
        for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
            let value = crate::events::quoted(&one_line(value));
            let _ = writeln!(source, "{name} = {value}");
        }
        source.push_str("+++\n");
        for paragraph in self.text.split("\n\n").map(one_line) {
            if !paragraph.is_empty() && !is_mark(&paragraph) {
                let _ = write!(source, "\n{paragraph}\n");
            }
        }
        source
    }
}

/// A footnote's number alone in a line would be taken for a paragraph's.
fn is_mark(paragraph: &str) -> bool {
    let inner = paragraph.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    inner.is_some_and(|inner| inner.split_whitespace().next().is_some_and(|word| word.parse::<u32>().is_ok()))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The article of a saved page, without what stands around it.
#[cfg(feature = "pages")]
fn page(html: &str) -> Result<Article, Fault> {
    if html.contains(FIELDBOOK_MARK) {
        return Err((
            "This is a fieldbook, not an article".to_owned(),
            "Open it in a browser, or take it out",
        ));
    }
    let config = dom_smoothie::Config { text_mode: dom_smoothie::TextMode::Formatted, ..Default::default() };
    let article =
        dom_smoothie::Readability::new(html, None, Some(config)).and_then(|mut reader| reader.parse());
    let article = article.map_err(|error| {
        let what = format!("No article is found in the page ({error})");
        (what, "Copy the article's text into a .txt file")
    })?;
    let published = article.published_time.unwrap_or_default();
    let is_day = |day: &&str| index::date::parse_bounds(day).is_ok();
    Ok(Article {
        title: article.title,
        author: article.byline.unwrap_or_default(),
        publisher: article.site_name.unwrap_or_default(),
        published: published.get(..10).filter(is_day).unwrap_or_default().to_owned(),
        language: article.lang.unwrap_or_default(),
        url: article.url.unwrap_or_default(),
        text: article.text_content.to_string(),
    })
}

#[cfg(not(feature = "pages"))]
fn page(_: &str) -> Result<Article, Fault> {
    let what = "This program was built without the reader of saved pages".to_owned();
    Err((what, "Copy the article's text into a .txt file"))
}

/// The text layer of a PDF.
#[cfg(feature = "papers")]
fn paper(bytes: &[u8]) -> Result<Article, Fault> {
    // The library may panic on damaged files; a panic is a fault of the file, not of the command.
    match std::panic::catch_unwind(|| pdf_extract::extract_text_from_mem(bytes)) {
        Ok(Ok(text)) if text.trim().is_empty() => {
            let what = "The PDF has no text layer: it is a scan".to_owned();
            Err((what, "Run text recognition (OCR) on it first"))
        }
        Ok(Ok(text)) => Ok(Article { text: paragraphs(&text), ..Article::default() }),
        _ => {
            let what = "It cannot be read as a PDF".to_owned();
            Err((what, "Save it again, or copy its text into a .txt file"))
        }
    }
}

#[cfg(not(feature = "papers"))]
fn paper(_: &[u8]) -> Result<Article, Fault> {
    let what = "This program was built without the reader of PDF files".to_owned();
    Err((what, "Copy its text into a .txt file"))
}

/// A paper's lines as paragraphs: blank lines part them, and so does a line that ends a sentence well short of
/// the others.
#[cfg(feature = "papers")]
fn paragraphs(text: &str) -> String {
    let longest = text.lines().map(|line| line.trim().chars().count()).max().unwrap_or_default();
    let mut out = String::with_capacity(text.len());
    for line in text.lines().map(str::trim) {
        out.push_str(line);
        let short = line.chars().count() * 4 < longest * 3;
        let ends = line.ends_with(['.', '!', '?', '”', '"', '؟']);
        out.push_str(if line.is_empty() || (short && ends) { "\n\n" } else { "\n" });
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn file(path: &str, bytes: &[u8]) -> SourceFile {
        SourceFile { path: path.to_owned(), bytes: bytes.to_vec() }
    }

    #[test]
    fn a_saved_page_becomes_a_source() {
        let words =
            "Troops fired on a crowd in the town on Friday, a monitor said, and many people fled. ".repeat(9);
        let html = format!(
            "<html lang=\"en\"><head><title>The \"News\"</title><meta property=\"og:site_name\" content=\"Paper\">\
             <meta property=\"article:published_time\" content=\"2020-02-28T10:00:00Z\"></head><body><nav>Home</nav>\
             <article><h1>The \"News\"</h1><p>{words}</p><p>[3]</p><p>{words}</p></article>\
             <footer>Donate</footer></body></html>"
        );
        let source = report_text(&file("a.html", html.as_bytes())).unwrap();
        let front = source.split("+++\n").nth(1).unwrap();
        for line in ["title = \"The \\\"News\\\"\"", "publisher = \"Paper\"", "published = \"2020-02-28\""] {
            assert!(front.contains(line), "{front}");
        }
        assert_eq!(source.matches("\n\nTroops fired").count(), 2, "{source}");
        assert!(!source.contains("Donate") && !source.contains("\n[3]"), "{source}");
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let check = |path: &str, bytes: &[u8], expect: &str| {
            let said = report_text(&file(path, bytes)).unwrap_err();
            assert!(said.contains(expect), "{said}");
        };
        check("a.pdf", b"no pdf", "cannot be read as a PDF");
        check("a.html", FIELDBOOK_MARK.as_bytes(), "This is a fieldbook");
    }

    #[test]
    fn text_is_taken_as_it_is() {
        assert_eq!(report_text(&file("a.md", b"[1]\nText.\n")).unwrap(), "[1]\nText.\n");
    }

    #[test]
    fn lines_of_a_paper_are_joined() {
        let text =
            "A line that is long and goes\non to the next one. It\nends.\nAnother begins here, again.\n";
        let parts: Vec<String> = paragraphs(text).split("\n\n").map(one_line).collect();
        assert_eq!(
            parts,
            ["A line that is long and goes on to the next one. It ends.", "Another begins here, again."]
        );
    }
}
