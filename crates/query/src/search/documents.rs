//! What is searched: documents, in one row of numbers.
//!
//! Each statement's own words are a document, and so are each report's title, each report's paragraphs and each
//! table entry's names. A name is read once for its entry and not for every statement that holds it.

use index::{Corpus, Lists, NONE, Name, ParagraphRole};

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Space {
    /// Quotes, summaries and spans of statements.
    Statements,
    /// Paragraphs of reports.
    Bodies,
    /// Titles of reports.
    Titles,
    /// Names of actors.
    Actors,
    /// Names of places.
    Places,
    /// Names of kinds.
    Kinds,
    /// Names of publishers.
    Sources,
}

impl Space {
    const ALL: [Self; 7] = [
        Self::Statements,
        Self::Bodies,
        Self::Titles,
        Self::Actors,
        Self::Places,
        Self::Kinds,
        Self::Sources,
    ];
}

/// Where each kind of document ends.
#[derive(Clone, Copy, Debug, Default)]
pub struct Documents {
    ends: [u32; 7],
}

impl Documents {
    /// The documents of a corpus.
    pub fn new(corpus: &Corpus) -> Self {
        let reports = corpus.reports.len();
        let mut end = 0;
        let ends = [
            corpus.statements.len(),
            reports,
            reports,
            corpus.actors.len(),
            corpus.places.len(),
            corpus.kinds.len(),
            corpus.sources.len(),
        ]
        .map(|count| {
            end += count as u32;
            end
        });
        Self { ends }
    }

    /// How many there are.
    pub fn len(&self) -> u32 {
        self.ends[6]
    }

    /// The kind of a document, and its number within the kind.
    pub fn place(&self, document: u32) -> (Space, u32) {
        let at = self.ends.partition_point(|&end| end <= document).min(6);
        (Space::ALL[at], document - self.start(Space::ALL[at]))
    }

    /// The first document of a kind.
    pub fn start(&self, space: Space) -> u32 {
        (space as usize).checked_sub(1).map_or(0, |before| self.ends[before])
    }

    /// How many documents of a kind there are.
    pub fn count(&self, space: Space) -> usize {
        (self.ends[space as usize] - self.start(space)) as usize
    }
}

/// Hands out the texts of one document. No word runs from one into the next.
pub fn each_text<'a>(corpus: &'a Corpus, (space, entry): (Space, u32), found: &mut dyn FnMut(&'a str)) {
    let at = entry as usize;
    let mut names =
        |names: Option<&'a [Name]>| names.into_iter().flatten().for_each(|name| found(&name.text));
    match space {
        Space::Statements => statement(corpus, at, found),
        Space::Bodies => {
            let report = corpus.reports.get(at).filter(|report| !report.table);
            let paragraphs = report.into_iter().flat_map(|report| &report.paragraphs);
            let read = paragraphs.filter(|paragraph| paragraph.role != ParagraphRole::Furniture);
            read.for_each(|paragraph| found(&paragraph.text));
        }
        Space::Titles => found(corpus.reports.get(at).map_or("", |report| &report.title)),
        Space::Actors => names(corpus.actors.get(at).map(|actor| &*actor.names)),
        Space::Places => names(corpus.places.get(at).map(|place| &*place.names)),
        Space::Kinds => names(corpus.kinds.get(at).map(|kind| &*kind.names)),
        Space::Sources => names(corpus.sources.get(at).map(|source| &*source.names)),
    }
}

fn statement<'a>(corpus: &'a Corpus, row: usize, found: &mut dyn FnMut(&'a str)) {
    let statements = &corpus.statements;
    found(statements.quotes.get(row));
    found(statements.summaries.get(row));
    let report = statements.reports.get(row).and_then(|&report| corpus.reports.get(report as usize));
    let Some(report) = report else { return };
    for span in statements.spans.get(row) {
        let paragraph = report.paragraphs.get(span.paragraph as usize);
        let text = paragraph.and_then(|paragraph| paragraph.text.get(span.start as usize..span.end as usize));
        found(text.unwrap_or_default());
    }
}

/// Where a statement holds entries of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    /// Its report.
    Report,
    /// Those who do, suffer or are named.
    Actor,
    /// Those who say so.
    Speaker,
    /// Where.
    Place,
    /// What kind.
    Kind,
    /// Which publisher.
    Source,
}

/// Hands out the entries that a statement holds in one way; [`NONE`] among them.
pub fn each_held(corpus: &Corpus, holding: Holding, row: usize, found: &mut dyn FnMut(u32)) {
    let statements = &corpus.statements;
    match holding {
        Holding::Report => found(statements.reports.get(row).copied().unwrap_or(NONE)),
        Holding::Actor => statements.actors.get(row).iter().for_each(|entry| found(entry.actor)),
        Holding::Speaker => statements.speakers.get(row).iter().for_each(|entry| found(entry.actor)),
        Holding::Place => statements.places.get(row).iter().for_each(|entry| found(entry.place)),
        Holding::Kind => statements.kinds.get(row).iter().for_each(|&kind| found(kind)),
        Holding::Source => statements.sources.get(row).iter().for_each(|&source| found(source)),
    }
}

/// The statements that hold each entry of a table of `entries`.
pub fn holders(corpus: &Corpus, holding: Holding, entries: usize) -> Lists<u32> {
    let rows = 0..corpus.statements.len();
    let mut ends = vec![0; entries];
    for row in rows.clone() {
        each_held(corpus, holding, row, &mut |entry| {
            if let Some(count) = ends.get_mut(entry as usize) {
                *count += 1;
            }
        });
    }
    let mut values = vec![0; super::index::begin(&mut ends)];
    for row in rows {
        each_held(corpus, holding, row, &mut |entry| {
            super::index::put(&mut ends, &mut values, entry, row as u32);
        });
    }
    Lists { values, ends }
}

/// What an entry of a table lies in; [`NONE`] where it stands at the top.
pub fn parent(corpus: &Corpus, space: Space, entry: usize) -> u32 {
    let parent = match space {
        Space::Actors => corpus.actors.get(entry).map(|actor| actor.parent),
        Space::Places => corpus.places.get(entry).map(|place| place.parent),
        Space::Kinds => corpus.kinds.get(entry).map(|kind| kind.parent),
        Space::Sources => corpus.sources.get(entry).map(|source| source.parent),
        Space::Statements | Space::Bodies | Space::Titles => None,
    };
    parent.unwrap_or(NONE)
}
