//! Reports: front matter between `+++` lines, then paragraphs with the original's numbers and roles.

use crate::diagnostic::{Diagnostics, Origin};
use crate::fields::Fields;
use crate::settings::or;
use index::date::Rule;
use index::{How, NONE, Name, Paragraph, ParagraphRole, Published, Report};
use std::rc::Rc;

const KNOWN: [&str; 17] = [
    "title",
    "publisher",
    "publisher_names",
    "author",
    "language",
    "published",
    "published_how",
    "published_why",
    "anchor",
    "captured",
    "url",
    "archive",
    "licence",
    "sha256",
    "citation",
    "digest",
    "coded",
];

/// A report as its file gives it; the publisher is not yet looked up.
pub(crate) struct ReportFile {
    /// The report.
    pub report: Report,
    /// The publisher's names, the first being the one that tells it from others; empty where it is not known.
    pub publisher: Vec<Name>,
    /// Where the file begins.
    pub origin: Origin,
    /// Whether it is coded and not to be read by machine, even where no statement names it.
    pub coded: bool,
}

/// Reads the report of a file.
pub(crate) fn read(file: &Rc<str>, text: &str, language: &str, diagnostics: &mut Diagnostics) -> ReportFile {
    let parts = split(file, text, diagnostics);
    let mut fields = Fields::read(file, parts.front, parts.front_line, diagnostics);
    let publisher = publisher(&mut fields, language, diagnostics);
    let mut report = Report { id: stem(file).to_owned(), source: NONE, ..Report::default() };
    describe(&mut report, &mut fields, language, diagnostics);
    let coded = fields.flag("coded", diagnostics);
    fields.finish(&KNOWN, diagnostics);
    report.paragraphs = paragraphs(file, parts.body, parts.body_line, diagnostics);
    ReportFile { report, publisher, origin: Origin::at(file, 1), coded }
}

/// A file's name without folders and endings.
pub(crate) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let name = name.strip_suffix(".gz").unwrap_or(name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn publisher(fields: &mut Fields, language: &str, diagnostics: &mut Diagnostics) -> Vec<Name> {
    let name = fields.text("publisher", diagnostics);
    let mut names = fields.names("publisher_names", language, diagnostics);
    if name.is_empty() {
        return Vec::new();
    }
    names.retain(|other| other.text != name);
    names.insert(0, Name { text: name, lang: language.to_owned() });
    names
}

fn describe(report: &mut Report, fields: &mut Fields, language: &str, diagnostics: &mut Diagnostics) {
    report.title = or(fields.text("title", diagnostics), &report.id);
    report.author = fields.text("author", diagnostics);
    report.language = or(fields.text("language", diagnostics), language);
    report.published = published(fields, diagnostics);
    report.anchor = anchor(fields, diagnostics);
    report.captured = fields.date("captured", diagnostics).0;
    report.url = fields.text("url", diagnostics);
    report.archive = fields.text("archive", diagnostics);
    report.licence = fields.text("licence", diagnostics);
    report.sha256 = sha256(fields, diagnostics);
    report.citation = fields.text("citation", diagnostics);
    report.digest = fields.flag("digest", diagnostics);
}

fn published(fields: &mut Fields, diagnostics: &mut Diagnostics) -> Published {
    let (at, how_at) = (fields.line_of("published"), fields.line_of("published_how"));
    let (edtf, span) = fields.date("published", diagnostics);
    let why = fields.text("published_why", diagnostics);
    let how = match fields.text("published_how", diagnostics).as_str() {
        "inferred" => How::Inferred,
        "" | "stated" if span.is_none() => How::Unknown,
        "" | "stated" => How::Stated,
        other => {
            let what = format!("published_how is “{}”", crate::table::shown(other));
            diagnostics.error(&how_at, what, "Write stated or inferred");
            How::Inferred
        }
    };
    if how == How::Inferred && why.is_empty() {
        let what = "The publication date is inferred, but from what is not said";
        diagnostics.warning(&at, what, "Add published_why with a sentence");
    }
    Published { edtf, span, how, why }
}

fn anchor(fields: &mut Fields, diagnostics: &mut Diagnostics) -> String {
    let origin = fields.line_of("anchor");
    let anchor = fields.text("anchor", diagnostics);
    if anchor.is_empty() || Rule::parse(&anchor).is_some() {
        return anchor;
    }
    let what = format!("The anchor “{}” is not a date rule, and is ignored", crate::table::shown(&anchor));
    diagnostics.error(&origin, what, "Write a rule such as friday<=published, or EDTF");
    String::new()
}

fn sha256(fields: &mut Fields, diagnostics: &mut Diagnostics) -> String {
    let origin = fields.line_of("sha256");
    let hash = fields.text("sha256", diagnostics).to_lowercase();
    if hash.is_empty() || hash.len() == 64 && hash.chars().all(|c| c.is_ascii_hexdigit()) {
        return hash;
    }
    let what = "sha256 is not a SHA-256, and is ignored";
    diagnostics.error(&origin, what, "Write the 64 hexadecimal digits that sha256sum prints");
    String::new()
}

/// Front matter and body, and the lines on which they begin.
struct Parts<'a> {
    front: &'a str,
    front_line: u32,
    body: &'a str,
    body_line: u32,
}

fn split<'a>(file: &Rc<str>, text: &'a str, diagnostics: &mut Diagnostics) -> Parts<'a> {
    let mut offset = 0;
    let mut front = None;
    for (line, content) in (1..).zip(text.split_inclusive('\n')) {
        let fence = content.trim_end() == "+++";
        let after = offset + content.len();
        match front {
            None if fence => front = Some((after, line + 1)),
            None if content.trim().is_empty() => {}
            None => break,
            Some((start, front_line)) if fence => {
                let part = |range| text.get(range).unwrap_or("");
                let (front, body) = (part(start..offset), part(after..text.len()));
                return Parts { front, front_line, body, body_line: line + 1 };
            }
            Some(_) => {}
        }
        offset = after;
    }
    let remedy = "Put title, publisher and published between two lines +++ at the top of the file";
    if front.is_some() {
        diagnostics.error(&Origin::at(file, 1), "The front matter has no end and is taken as text", remedy);
    } else {
        diagnostics.warning(&Origin::at(file, 1), "The report has no front matter", remedy);
    }
    Parts { front: "", front_line: 1, body: text, body_line: 1 }
}

/// Collects the lines of a paragraph until an empty line or a mark.
struct Collector {
    paragraphs: Vec<Paragraph>,
    words: Vec<String>,
    mark: Option<(u32, ParagraphRole)>,
}

impl Collector {
    fn close(&mut self) {
        if self.words.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.words).join(" ");
        let (original, role) = self.mark.take().unwrap_or_default();
        let heading = text.trim_start_matches('#');
        let is_heading = heading.len() < text.len() && heading.starts_with(' ');
        let (text, role) = match (is_heading, role) {
            (true, ParagraphRole::Body) => (heading.trim().to_owned(), ParagraphRole::Heading),
            (true, role) => (heading.trim().to_owned(), role),
            (false, role) => (text, role),
        };
        self.paragraphs.push(Paragraph { text, original, role });
    }
}

fn paragraphs(file: &Rc<str>, body: &str, first: u32, diagnostics: &mut Diagnostics) -> Vec<Paragraph> {
    let mut collector = Collector { paragraphs: Vec::new(), words: Vec::new(), mark: None };
    for (line, content) in (first..).zip(body.lines()) {
        match mark(content) {
            Mark::None if content.trim().is_empty() => collector.close(),
            Mark::None => collector.words.extend(content.split_whitespace().map(str::to_owned)),
            Mark::Paragraph(original, role) => {
                collector.close();
                collector.mark = Some((original, role));
            }
            Mark::UnknownRole(original, role) => {
                collector.close();
                collector.mark = Some((original, ParagraphRole::Body));
                let what = format!("The role “{role}” is not known; the paragraph is taken as running text");
                let remedy = "Write caption, heading, furniture or nothing after the number";
                diagnostics.error(&Origin::at(file, line), what, remedy);
            }
        }
    }
    collector.close();
    if collector.paragraphs.is_empty() {
        let what = "The report has no text";
        diagnostics.warning(&Origin::at(file, first), what, "Write its paragraphs below the front matter");
    }
    collector.paragraphs
}

enum Mark {
    None,
    Paragraph(u32, ParagraphRole),
    UnknownRole(u32, String),
}

fn mark(line: &str) -> Mark {
    let inner = line.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let Some(mut words) = inner.map(str::split_whitespace) else { return Mark::None };
    let Some(number) = words.next().and_then(|number| number.parse().ok()) else { return Mark::None };
    match (words.next(), words.next()) {
        (None, _) => Mark::Paragraph(number, ParagraphRole::Body),
        (Some("caption"), None) => Mark::Paragraph(number, ParagraphRole::Caption),
        (Some("heading"), None) => Mark::Paragraph(number, ParagraphRole::Heading),
        (Some("furniture"), None) => Mark::Paragraph(number, ParagraphRole::Furniture),
        (Some(role), _) => Mark::UnknownRole(number, crate::table::shown(role)),
    }
}
