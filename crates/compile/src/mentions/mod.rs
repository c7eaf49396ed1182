//! Mentions: where the text of a report names dates, actors, places, figures, and who says so.
//!
//! Nothing is guessed: what is looked for are the words that the coder gave for dates and figures, and the
//! listed names of actors and places that the statements use. The longest name wins, and none overlap.

mod hits;

use crate::draft::Draft;
use hits::{Hit, Needle, choose};
use index::{Corpus, Field, Figure, Mention, MentionKind, NONE, Name, Report, Role};
use std::collections::BTreeSet;

/// Finds the mentions of every report that has a text. The drafts' references are the corpus's.
pub(crate) fn find(corpus: &mut Corpus, drafts: &[Draft]) {
    let hand: Vec<&Draft> = drafts.iter().filter(|draft| !draft.spans.is_empty()).collect();
    if hand.is_empty() {
        return;
    }
    let names = names(corpus, &hand);
    for (at, report) in (0u32..).zip(&mut corpus.reports) {
        let own: Vec<&Draft> = hand.iter().copied().filter(|draft| draft.report == at).collect();
        report.mentions = of_report(report, &own, &names);
    }
}

/// The names of the actors and places that the statements use, with those that they are part of.
fn names(corpus: &Corpus, drafts: &[&Draft]) -> Vec<Needle> {
    let actors = drafts.iter().flat_map(|draft| {
        let speakers = draft.speakers.iter().map(|entry| entry.actor);
        draft.actors.iter().map(|entry| entry.actor).chain(speakers)
    });
    let places = drafts.iter().flat_map(|draft| draft.places.iter().map(|entry| entry.place));
    let actors = with_parents(actors, |at| corpus.actors.get(at as usize).map(|actor| actor.parent));
    let places = with_parents(places, |at| corpus.places.get(at as usize).map(|place| place.parent));
    let mut needles = Vec::new();
    for at in actors {
        if let Some(actor) = corpus.actors.get(at as usize).filter(|a| a.kind != index::ActorKind::Report) {
            needles.extend(named(&actor.names, MentionKind::Actor, at));
        }
    }
    for at in places {
        let names = corpus.places.get(at as usize).map(|place| place.names.as_slice());
        needles.extend(named(names.unwrap_or_default(), MentionKind::Place, at));
    }
    needles
}

fn with_parents(used: impl Iterator<Item = u32>, parent: impl Fn(u32) -> Option<u32>) -> BTreeSet<u32> {
    let mut all = BTreeSet::new();
    for mut at in used {
        while at != NONE && all.insert(at) {
            at = parent(at).unwrap_or(NONE);
        }
    }
    all
}

fn named(names: &[Name], kind: MentionKind, target: u32) -> impl Iterator<Item = Needle> {
    let texts: BTreeSet<String> = names.iter().flat_map(|name| spellings(&name.text)).collect();
    texts.into_iter().map(move |text| Needle::name(text, kind, target))
}

/// A name of several words may begin in lower case inside a sentence: "the Council", "north-western Syria".
fn spellings(name: &str) -> Vec<String> {
    let mut all = vec![name.to_owned()];
    let mut letters = name.chars();
    if let Some(first) = letters.next().filter(|_| name.contains(char::is_whitespace)) {
        let other = if first.is_uppercase() {
            first.to_lowercase().collect()
        } else {
            first.to_uppercase().to_string()
        };
        all.push(format!("{other}{}", letters.as_str()));
    }
    all
}

fn of_report(report: &Report, drafts: &[&Draft], names: &[Needle]) -> Vec<Mention> {
    let dates = date_words(report, drafts);
    let mut mentions = Vec::new();
    for (paragraph, text) in (0u32..).zip(&report.paragraphs) {
        let stands_here = |draft: &&&Draft| draft.spans.iter().any(|span| span.paragraph == paragraph);
        let own: Vec<&Draft> = drafts.iter().filter(stands_here).copied().collect();
        let figures = figures(&own);
        let dates = dates
            .iter()
            .filter(|(only, _)| only.is_none_or(|only| only == paragraph))
            .map(|(_, words)| words);
        let mut hits: Vec<Hit> =
            names.iter().chain(dates).chain(&figures).flat_map(|needle| needle.hits(&text.text)).collect();
        rank(&mut hits, &own, &text.text);
        mentions.extend(choose(hits).into_iter().map(|hit| Mention { paragraph, ..hit.mention }));
    }
    mentions
}

/// The words of dates, each with the paragraph that its statement stands in; without one where the words
/// stand elsewhere, as those of a date that was carried over do.
fn date_words(report: &Report, drafts: &[&Draft]) -> Vec<(Option<u32>, Needle)> {
    let mut all: BTreeSet<(Option<u32>, &str)> = BTreeSet::new();
    for draft in drafts {
        let paragraph = draft.spans.first().map(|span| span.paragraph);
        let text =
            paragraph.and_then(|at| report.paragraphs.get(at as usize)).map_or("", |found| &found.text);
        let made =
            draft.derivations.iter().filter(|made| made.field == Field::Date && !made.words.is_empty());
        for made in made {
            let stands_here = !Needle::phrase(made.words.clone(), MentionKind::Date).hits(text).is_empty();
            all.insert((paragraph.filter(|_| stands_here), &made.words));
        }
    }
    let needle =
        |(only, words): (Option<u32>, &str)| (only, Needle::phrase(words.to_owned(), MentionKind::Date));
    all.into_iter().map(needle).collect()
}

fn figures(drafts: &[&Draft]) -> Vec<Needle> {
    let figures = drafts.iter().flat_map(|draft| draft.figures.iter().map(|draft| &draft.figure));
    let written: BTreeSet<String> = figures.flat_map(ways_to_write).collect();
    written.into_iter().map(|words| Needle::phrase(words, MentionKind::Figure)).collect()
}

/// The words of a figure, and its numbers with every usual separator of thousands.
fn ways_to_write(figure: &Figure) -> Vec<String> {
    let mut ways: Vec<String> = Vec::new();
    if !figure.words.is_empty() {
        ways.push(figure.words.clone());
    }
    for number in [figure.low, figure.best, figure.high].into_iter().flatten() {
        ways.extend(["", ",", ".", " ", "\u{a0}", "\u{202f}"].map(|separator| grouped(number, separator)));
    }
    ways
}

fn grouped(number: u64, separator: &str) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(digit);
    }
    out
}

/// Words after which a name that is both is a place.
const BEFORE_PLACES: [&str; 9] =
    ["in", "into", "from", "near", "at", "across", "inside", "outside", "throughout"];

/// How words for parts of a country begin: "northern Syria", "the north of Syria".
const COMPASS: [&str; 5] = ["north", "south", "east", "west", "central"];

/// Whether the text before a name speaks of a place.
fn leads_to_place(before: &str) -> bool {
    let mut words = before.split_whitespace().rev().map(str::to_lowercase);
    let compass = |word: &String| COMPASS.iter().any(|start| word.starts_with(start));
    match words.next() {
        Some(word) if word == "of" => words.next().is_some_and(|word| compass(&word)),
        Some(word) => compass(&word) || BEFORE_PLACES.contains(&word.as_str()),
        None => false,
    }
}

/// Prefers, of several meanings of the same words, the one that the paragraph's statements use; turns the
/// names of their speakers into attributions.
fn rank(hits: &mut [Hit], drafts: &[&Draft], text: &str) {
    let actors: BTreeSet<u32> =
        drafts.iter().flat_map(|d| d.actors.iter().map(|entry| entry.actor)).collect();
    let places: BTreeSet<u32> =
        drafts.iter().flat_map(|d| d.places.iter().map(|entry| entry.place)).collect();
    let spoken = drafts.iter().flat_map(|draft| &draft.actors).filter(|entry| entry.role == Role::Speaker);
    let speakers: BTreeSet<u32> = spoken.map(|entry| entry.actor).collect();
    for hit in hits {
        let as_place = text.get(..hit.mention.start as usize).is_some_and(leads_to_place);
        let target = hit.mention.target;
        let (wrong_side, used) = match hit.mention.kind {
            MentionKind::Place => (false, places.contains(&target)),
            MentionKind::Actor => (as_place, actors.contains(&target)),
            _ => (false, true),
        };
        hit.rank = (wrong_side, !used);
        if hit.mention.kind == MentionKind::Actor && speakers.contains(&target) {
            hit.mention.kind = MentionKind::Attribution;
        }
    }
}
