//! Independence: who speaks, and how many of them do not merely repeat each other.
//!
//! The one who is quoted is the origin of what several reports pass on. Reports that speak in their own voice are
//! origins of their own, unless they say it in nearly the same words: then one of them, or a third one that neither
//! names, is where it comes from, and they count as one.

use crate::figures::{Says, says};
use index::fold::fold;
use index::{Corpus, NONE};

/// Words in a row that are compared.
const RUN: usize = 3;

/// Sentences of fewer words are too short to tell.
const FEWEST: usize = 6;

/// Of all runs of two sentences, so many in ten must be in both.
const SHARED: usize = 7;

/// How many speak, how many origins they have, and how many reports pass it on.
pub fn count(corpus: &Corpus, rows: &[u32]) -> (u32, u32, u32) {
    let mut speakers: Vec<Says> = Vec::new();
    let mut reports: Vec<u32> = Vec::new();
    let of: Vec<usize> = rows
        .iter()
        .map(|&row| {
            let says = says(corpus, row);
            let report = corpus.statements.reports.get(row as usize).copied().unwrap_or(NONE);
            if !reports.contains(&report) {
                reports.push(report);
            }
            speakers.iter().position(|known| *known == says).unwrap_or_else(|| {
                speakers.push(says);
                speakers.len() - 1
            })
        })
        .collect();
    let mut union = Union::new(speakers.len());
    for (a, b) in near(corpus, rows) {
        let (first, second) = (of[a], of[b]);
        union.join(first, second);
    }
    (speakers.len() as u32, union.groups(), reports.len() as u32)
}

/// Pairs of statements, by their positions in `rows`, of different reports in nearly the same words.
fn near(corpus: &Corpus, rows: &[u32]) -> Vec<(usize, usize)> {
    let runs: Vec<Vec<u64>> = rows.iter().map(|&row| runs(&text(corpus, row))).collect();
    let mut shared: Vec<u64> = Vec::new();
    let mut of_run: Vec<(u64, usize)> = Vec::new();
    for (at, runs) in runs.iter().enumerate() {
        of_run.extend(runs.iter().map(|&run| (run, at)));
    }
    index::order::sort(&mut of_run);
    // Of many with one run neighbors will do: what is nearly the same is so in a chain.
    for pair in of_run.windows(2) {
        if let [(run, a), (other, b)] = pair
            && run == other
            && a != b
        {
            shared.push((*a as u64) << 32 | *b as u64);
        }
    }
    crate::order::sort(&mut shared);
    shared.dedup();
    let pairs = shared.into_iter().map(|pair| ((pair >> 32) as usize, pair as u32 as usize));
    let report = |at: usize| rows.get(at).and_then(|&row| corpus.statements.reports.get(row as usize));
    pairs.filter(|&(a, b)| report(a) != report(b) && is_near(&runs[a], &runs[b])).collect()
}

/// Whether two sentences have most of their runs in common. Both are sorted.
fn is_near(a: &[u64], b: &[u64]) -> bool {
    let both = a.iter().filter(|run| b.binary_search(run).is_ok()).count();
    let all = a.len() + b.len() - both;
    both * 10 >= all * SHARED && all > 0
}

/// Hashes of the runs of words of a text, upward; none where it is too short.
fn runs(text: &str) -> Vec<u64> {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.len() < FEWEST {
        return Vec::new();
    }
    let hash = |run: &[&str]| {
        let bytes = run.iter().flat_map(|word| word.bytes().chain([b' ']));
        bytes.fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        })
    };
    let mut runs: Vec<u64> = words.windows(RUN).map(hash).collect();
    crate::order::sort(&mut runs);
    runs.dedup();
    runs
}

/// The words of a statement where it stands in its report, else its quote.
fn text(corpus: &Corpus, row: u32) -> String {
    let at = row as usize;
    let report = corpus.statements.reports.get(at).and_then(|&report| corpus.reports.get(report as usize));
    let spans = corpus.statements.spans.get(at).iter();
    let words = spans.filter_map(|span| {
        let paragraph = report?.paragraphs.get(span.paragraph as usize)?;
        paragraph.text.get(span.start as usize..span.end as usize)
    });
    let words: Vec<&str> = words.collect();
    if words.is_empty() { corpus.statements.quotes.get(at).to_owned() } else { words.join(" ") }
}

/// What belongs together.
struct Union(Vec<usize>);

impl Union {
    fn new(len: usize) -> Self {
        Self((0..len).collect())
    }

    fn top(&self, mut at: usize) -> usize {
        while let Some(&up) = self.0.get(at).filter(|&&up| up != at) {
            at = up;
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.top(a), self.top(b));
        if let Some(up) = self.0.get_mut(a.max(b)) {
            *up = a.min(b);
        }
    }

    fn groups(&self) -> u32 {
        self.0.iter().enumerate().filter(|(at, up)| at == *up).count() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearly_the_same_words() {
        let near = |a: &str, b: &str| is_near(&runs(a), &runs(b));
        let first =
            "An air strike killed 33 soldiers of Türkiye on Thursday in Idlib province, officials said";
        assert!(near(
            first,
            "An air strike killed 33 soldiers of Turkiye on Thursday in Idlib province, officials said."
        ));
        assert!(!near(first, "An air strike killed 34 people near Saraqeb on Friday, the Observatory said"));
        assert!(!near("33 soldiers killed", "33 soldiers killed"), "too short to tell");
    }

    #[test]
    fn groups() {
        let mut union = Union::new(4);
        union.join(3, 1);
        union.join(1, 0);
        assert_eq!(union.groups(), 2);
    }
}
