//! Attribution on own sentences: whose words something is, and the verb or phrase that says so.
//!
//! No gold is shared for this, so the cases are ours: `crates/annotate/tests/attribution.txt`, a sentence a line,
//! sources in `[…]` and cues in `{…}`.

use annotate::{Annotation, Annotator, Options, Value};

use super::gold::{Document, Item};
use super::measure::Measures;
use crate::command::Result;
use crate::paths;

/// The file of the cases.
const CASES: &str = "crates/annotate/tests/attribution.txt";

/// Measures the cases of a half; the misses are printed where they are asked for.
pub(super) fn measure(half: impl Fn(usize) -> bool, list: bool) -> Result<Vec<String>> {
    let cases = paths::read_text(&paths::root().join(CASES))?;
    let mut measures = Measures::default();
    let lines = cases.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    for (at, line) in lines.enumerate().filter(|(at, _)| half(*at)) {
        let document = case(line, at);
        let annotation = Annotator::shared().annotate(&document.text, &Options::default());
        let found = found(&document.text, &annotation);
        for kind in ["source", "cue"] {
            measures.spans(kind, &document, &found);
        }
        if list {
            super::misses::misses(&document, &found).iter().for_each(|line| println!("{line}"));
        }
    }
    Ok(measures.lines())
}

/// A sentence without its marks, and the marked spans.
fn case(line: &str, at: usize) -> Document {
    let (mut text, mut gold, mut open) = (String::new(), Vec::new(), 0);
    for letter in line.chars() {
        let kind = match letter {
            '[' | '{' => {
                open = text.len();
                continue;
            }
            ']' => "source",
            '}' => "cue",
            letter => {
                text.push(letter);
                continue;
            }
        };
        gold.push(item(&text, kind, open, text.len()));
    }
    let scored = vec![(0, text.len())];
    Document {
        id: format!("case {}", at + 1),
        has_dates: false,
        text,
        published: None,
        scored,
        gold,
        incidents: Vec::new(),
    }
}

fn found(text: &str, annotation: &Annotation) -> Vec<Item> {
    let mut all = Vec::new();
    for mention in &annotation.mentions {
        let Value::Attribution(said) = &mention.value else { continue };
        all.push(item(text, "source", mention.start, mention.end));
        all.push(item(text, "cue", said.cue.0, said.cue.1));
    }
    all.dedup_by(|a, b| (a.start, a.end, &a.kind) == (b.start, b.end, &b.kind));
    all
}

fn item(text: &str, kind: &str, start: usize, end: usize) -> Item {
    let words = text.get(start..end).unwrap_or("").to_owned();
    Item {
        start,
        end,
        kind: kind.to_owned(),
        class: String::new(),
        value: String::new(),
        names: Vec::new(),
        text: words,
        numbers: Vec::new(),
        point: None,
        optional: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_spans() {
        let document = case("[The army] {said} so.", 0);
        assert_eq!(document.text, "The army said so.");
        let spans: Vec<_> =
            document.gold.iter().map(|item| (item.kind.as_str(), item.text.as_str())).collect();
        assert_eq!(spans, [("source", "The army"), ("cue", "said")]);
    }
}
