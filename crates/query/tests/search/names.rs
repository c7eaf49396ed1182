//! The table of names: one name finds its other spellings, and no other name.

use index::{Corpus, Made, NONE, Name, Place, PlaceEntry, Precision, Span};
use query::search::{Off, Rule};
use query::{Answer, Engine, Selection};

const NAMES: &str = include_str!("names.txt");
const CONFUSABLE: &str = include_str!("confusable.txt");

/// A statement for each name, which holds it as the name of a place.
fn engine(names: &[&str]) -> Engine {
    let places: Vec<&[&str]> = names.chunks(1).collect();
    engine_of(&vec![""; names.len()], &places)
}

/// A statement for each summary; as far as there are places, each holds the one at its own position.
pub fn engine_of(summaries: &[&str], places: &[&[&str]]) -> Engine {
    let mut corpus = Corpus::default();
    for (at, names) in places.iter().enumerate() {
        let names = names.iter().map(|name| Name { text: (*name).to_owned(), lang: String::new() }).collect();
        corpus.places.push(Place { id: at.to_string(), names, parent: NONE, area: NONE, ..Place::default() });
    }
    for (at, summary) in (0..).zip(summaries) {
        let place = PlaceEntry { place: at, precision: Precision::Exact, group: 0 };
        let statements = &mut corpus.statements;
        statements.ids.push(&at.to_string());
        statements.summaries.push(summary);
        statements.quotes.push("");
        statements.spans.push([]);
        statements.reports.push(NONE);
        statements.dates.push(None::<Span>);
        statements.edtf.push("");
        statements.actors.push([]);
        statements.speakers.push([]);
        statements.places.push(Some(place).filter(|_| (at as usize) < places.len()));
        statements.kinds.push([]);
        statements.sources.push([]);
        statements.figures.push([]);
        statements.events.push(NONE);
        statements.made.push(Made::Table);
    }
    Engine::new(corpus)
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Each name's spellings; without the few that differ by more than spelling.
fn table() -> Vec<Vec<&'static str>> {
    let spellings = |line: &'static str| -> Vec<&str> {
        line.split(['|', '/']).map(str::trim).filter(|spelling| *spelling != "-").collect()
    };
    lines(NAMES).filter(|line| !line.contains('~')).map(spellings).collect()
}

fn finds(engine: &Engine, name: &str, off: Off) -> Vec<Answer> {
    engine.answers_of(&Selection { text: name.to_owned(), off, ..Selection::default() })
}

/// Of pairs of spellings, in both directions, how many find each other, and which do not.
fn found(off: Off) -> (usize, usize, Vec<String>) {
    let table = table();
    let all: Vec<&str> = table.iter().flatten().copied().collect();
    let engine = engine(&all);
    let (mut pairs, mut missed, mut start) = (0, Vec::new(), 0);
    for names in &table {
        for name in names {
            let answers = finds(&engine, name, off);
            for (other, answer) in names.iter().zip(&answers[start..]) {
                pairs += usize::from(name != other);
                if *answer != Answer::Match {
                    missed.push(format!("{name} → {other}"));
                }
            }
        }
        start += names.len();
    }
    (table.len(), pairs, missed)
}

#[test]
fn names_find_their_spellings_in_other_scripts() {
    let (names, pairs, missed) = found(Off::of(["beginnings", "names", "typos"]));
    let share = missed.len() as f64 / pairs as f64;
    assert!(
        names >= 200 && share <= 0.05,
        "{names} names, {pairs} pairs, {} missed ({:.2} %):\n{}",
        missed.len(),
        100.0 * share,
        missed.join("\n")
    );
}

fn confused(off: Off) -> (usize, Vec<String>) {
    let pairs: Vec<(&str, &str)> = lines(CONFUSABLE).filter_map(|line| line.split_once(" / ")).collect();
    let all: Vec<&str> = pairs.iter().flat_map(|&(a, b)| [a, b]).collect();
    let engine = engine(&all);
    let mut wrong = Vec::new();
    for (at, &(a, b)) in pairs.iter().enumerate() {
        for (from, to, row) in [(a, b, 2 * at + 1), (b, a, 2 * at)] {
            if finds(&engine, from, off)[row] == Answer::Match {
                wrong.push(format!("{from} → {to}"));
            }
        }
    }
    (2 * pairs.len(), wrong)
}

#[test]
fn other_names_are_kept_apart() {
    // Beginnings are switched off: that Malik begins Maliki is not a confusion of sounds.
    let (asked, wrong) = confused(Off::default().with(Rule::Beginning));
    let share = wrong.len() as f64 / asked as f64;
    assert!(
        asked >= 300 && share <= 0.02,
        "{} of {asked} ({:.2} %):\n{}",
        wrong.len(),
        100.0 * share,
        wrong.join("\n")
    );
}

/// Where nothing else is there, a slip of the finger is forgiven, and some names are but a slip apart.
#[test]
fn slips_confuse_few_names() {
    let pairs: Vec<(&str, &str)> = lines(CONFUSABLE).filter_map(|line| line.split_once(" / ")).collect();
    let off = Off::default().with(Rule::Beginning);
    let wrong = pairs.iter().filter(|(a, b)| finds(&engine(&[b]), a, off)[0] == Answer::Match);
    let wrong: Vec<String> = wrong.map(|(a, b)| format!("{a} → {b}")).collect();
    assert!(wrong.len() * 8 <= pairs.len(), "{} of {}:\n{}", wrong.len(), pairs.len(), wrong.join("\n"));
}
