//! `fieldbook check --compare`: where hand coding and machine reading of the same reports differ.
//!
//! The reports are read again without `statements.csv`. Each hand-coded statement is held against the machine's
//! statements of the same paragraph; a value counts as found where one of them has it.

use compile::{Options, SourceFile};
use index::Corpus;

/// A score: how many of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Share {
    found: u32,
    of: u32,
}

impl Share {
    fn add(&mut self, found: bool) {
        self.found += u32::from(found);
        self.of += 1;
    }
}

/// The differences as lines, and the score last.
pub fn compare(files: &[SourceFile], hand: &Corpus) -> Vec<String> {
    let rest: Vec<SourceFile> = files.iter().filter(|file| file.path != "statements.csv").cloned().collect();
    let machine = compile::compile(&rest, &Options::default()).corpus;
    let mut lines = Vec::new();
    let mut shares = [
        ("dates", Share::default()),
        ("places", Share::default()),
        ("actors", Share::default()),
        ("figures", Share::default()),
        ("speakers", Share::default()),
    ];
    for at in 0..hand.statements.len() {
        let report = hand.statements.reports.get(at).and_then(|report| hand.reports.get(*report as usize));
        let Some(span) = hand.statements.spans.get(at).first().copied().filter(|_| report.is_some()) else {
            continue;
        };
        let same: Vec<usize> = (0..machine.statements.len())
            .filter(|other| {
                let theirs = machine
                    .statements
                    .reports
                    .get(*other)
                    .and_then(|report| machine.reports.get(*report as usize));
                theirs.map(|report| &report.id) == report.map(|report| &report.id)
                    && machine
                        .statements
                        .spans
                        .get(*other)
                        .iter()
                        .any(|other| other.paragraph == span.paragraph)
            })
            .collect();
        let mut missed = Vec::new();
        for ((_, share), (name, found)) in shares.iter_mut().zip(values(hand, at, &machine, &same)) {
            if let Some(found) = found {
                share.add(found);
                if !found {
                    missed.push(name);
                }
            }
        }
        if !missed.is_empty() {
            lines.push(format!(
                "{}: the machine reads other {}",
                hand.statements.ids.get(at),
                missed.join(", ")
            ));
        }
    }
    let score: Vec<String> =
        shares.iter().map(|(name, share)| format!("{name} {} of {}", share.found, share.of)).collect();
    lines.push(format!(
        "{} statements by hand, {} by machine; found again: {}",
        hand.statements.len(),
        machine.statements.len(),
        score.join(", ")
    ));
    lines
}

/// For each value that the hand coding has: whether the machine's statements have it.
fn values(hand: &Corpus, at: usize, machine: &Corpus, same: &[usize]) -> [(&'static str, Option<bool>); 5] {
    // Of these values one is enough; of figures all must be found.
    let shared = |ids: fn(&Corpus, usize) -> Vec<&str>| {
        let own = ids(hand, at);
        let found = || same.iter().any(|other| ids(machine, *other).iter().any(|id| own.contains(id)));
        (!own.is_empty()).then(found)
    };
    let dates = hand.statements.dates.get(at);
    let date = (!dates.is_empty()).then(|| {
        same.iter().any(|other| machine.statements.dates.get(*other).iter().any(|day| dates.contains(day)))
    });
    let own = counts(hand, at);
    let figure = (!own.is_empty())
        .then(|| own.iter().all(|count| same.iter().any(|other| counts(machine, *other).contains(count))));
    [
        ("date", date),
        ("place", shared(places)),
        ("actors", shared(actors)),
        ("figures", figure),
        ("speaker", shared(speakers)),
    ]
}

fn places(corpus: &Corpus, at: usize) -> Vec<&str> {
    let entries = corpus.statements.places.get(at).into_iter();
    let places = entries.filter_map(|entry| corpus.places.get(entry.place as usize));
    places.map(|place| place.id.as_str()).collect()
}

fn actors(corpus: &Corpus, at: usize) -> Vec<&str> {
    actor_ids(corpus, corpus.statements.actors.get(at).into_iter().map(|entry| entry.actor))
}

fn speakers(corpus: &Corpus, at: usize) -> Vec<&str> {
    actor_ids(corpus, corpus.statements.speakers.get(at).into_iter().map(|entry| entry.actor))
}

/// The ids of actors; one that is not named stands in no table.
fn actor_ids(corpus: &Corpus, actors: impl Iterator<Item = u32>) -> Vec<&str> {
    actors.filter_map(|actor| corpus.actors.get(actor as usize)).map(|actor| actor.id.as_str()).collect()
}

fn counts(corpus: &Corpus, at: usize) -> Vec<u64> {
    corpus.statements.figures.get(at).iter().filter_map(|figure| figure.best.or(figure.high)).collect()
}
