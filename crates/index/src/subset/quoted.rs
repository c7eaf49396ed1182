//! Reports cut down to the passages that statements quote.
//!
//! A paragraph keeps what is quoted of it; passages that lay apart are joined by an ellipsis. A paragraph of which
//! nothing is quoted goes, and so do mentions outside of passages. Paragraphs keep the original's numbers.

use crate::NONE;
use crate::model::{Report, Statements};

/// What stands between two passages that lay apart.
const GAP: &str = " … ";

/// The passages of each paragraph of each report, in order, none touching another.
pub(super) struct Passages(Vec<Vec<Vec<Passage>>>);

/// A passage in a paragraph, before and after.
#[derive(Clone, Copy)]
struct Passage {
    start: u32,
    end: u32,
    /// Where it begins in what is left.
    moved: u32,
}

impl Passages {
    /// The passages that the statements quote; their reports are positions in `reports`.
    pub fn of(reports: &[Report], statements: &Statements) -> Self {
        let none = |report: &Report| vec![Vec::new(); report.paragraphs.len()];
        let mut all: Vec<Vec<Vec<Passage>>> = reports.iter().map(none).collect();
        for (row, report) in statements.reports.iter().enumerate() {
            for span in statements.spans.get(row) {
                let paragraph =
                    all.get_mut(*report as usize).and_then(|report| report.get_mut(span.paragraph as usize));
                if let Some(passages) = paragraph {
                    passages.push(Passage { start: span.start, end: span.end, moved: 0 });
                }
            }
        }
        all.iter_mut().flatten().for_each(join);
        Self(all)
    }

    /// Cuts the reports, and points spans and mentions to where their words now stand.
    pub fn cut(&self, reports: &mut [Report], statements: &mut Statements) {
        for (row, report) in statements.reports.iter().enumerate() {
            for span in statements.spans.get_mut(row) {
                let moved = self.moved(*report, span.paragraph, span.start, span.end);
                (span.paragraph, span.start, span.end) = moved.unwrap_or_default();
            }
        }
        for (at, report) in (0u32..).zip(reports) {
            report.mentions.retain_mut(|mention| {
                let moved = self.moved(at, mention.paragraph, mention.start, mention.end);
                if let Some(moved) = moved {
                    (mention.paragraph, mention.start, mention.end) = moved;
                }
                moved.is_some()
            });
            let Some(paragraphs) = self.0.get(at as usize) else { continue };
            let mut passages = paragraphs.iter();
            report.paragraphs.retain_mut(|paragraph| {
                let Some(passages) = passages.next().filter(|passages| !passages.is_empty()) else {
                    return false;
                };
                let words = |it: &Passage| paragraph.text.get(it.start as usize..it.end as usize);
                paragraph.text = passages.iter().filter_map(words).collect::<Vec<_>>().join(GAP);
                true
            });
        }
    }

    /// Where words now stand: paragraph, start and end.
    fn moved(&self, report: u32, paragraph: u32, start: u32, end: u32) -> Option<(u32, u32, u32)> {
        let paragraphs = self.0.get(report as usize).filter(|_| report != NONE)?;
        let passages = paragraphs.get(paragraph as usize)?;
        let passage = passages.iter().find(|it| it.start <= start && end <= it.end)?;
        let before = paragraphs.get(..paragraph as usize)?.iter().filter(|passages| !passages.is_empty());
        let to = |at: u32| at - passage.start + passage.moved;
        Some((before.count() as u32, to(start), to(end)))
    }
}

/// Sorts passages, joins those that touch, and says where each will begin.
fn join(passages: &mut Vec<Passage>) {
    crate::order::sort_by_key(passages, |it| (it.start, it.end));
    let mut joined: Vec<Passage> = Vec::new();
    for passage in passages.drain(..) {
        match joined.last_mut() {
            Some(last) if passage.start <= last.end => last.end = last.end.max(passage.end),
            _ => joined.push(passage),
        }
    }
    let mut at = 0;
    for passage in &mut joined {
        passage.moved = at;
        at += passage.end - passage.start + GAP.len() as u32;
    }
    *passages = joined;
}
