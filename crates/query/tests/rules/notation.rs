//! A corpus and a selection as a few readable lines.
//!
//! ```text
//! actor turkey
//! actor army < turkey                     below turkey
//! place nw < syria covers idlib overlaps aleppo
//! place idlib < syria point               has coordinates
//! kind assault < force
//! source sana
//! report r1 (or: table t1)
//! a: on 2020-02-27 by russia|unnamed to army says kremlin at idlib,aleppo as assault from sana in r1 "words"
//! ```
//!
//! In a statement, `,` joins values that are stated together, `|` joins alternatives. `on` takes EDTF, `by`
//! initiators, `to` those affected, `names` those mentioned, `says` speakers (who are actors in that role too),
//! `passes` those who pass it on.
//!
//! A selection is written as in an address: `from=2020 actor=turkey,none role=initiator matches-only`.

use crate::query::{Dimension, Engine, Scope, Selection, Value};
use index::date::{parse_bounds, parse_edtf};
use index::*;

/// Reads a corpus.
pub fn corpus(text: &str) -> Corpus {
    let mut corpus = Corpus::default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.split_once(':') {
            Some((id, statement)) => add_statement(&mut corpus, id, statement),
            None => add_entry(&mut corpus, line),
        }
    }
    corpus
}

fn add_entry(corpus: &mut Corpus, line: &str) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let after = |key: &str| words.iter().position(|word| *word == key).map(|at| words[at + 1]);
    let id = words[1].to_owned();
    let names = vec![Name { text: id.clone(), lang: "en".to_owned() }];
    match words[0] {
        "actor" => {
            let parent = after("<").map_or(NONE, |id| actor(corpus, id));
            let private = words.contains(&"private");
            corpus.actors.push(Actor { id, names, parent, private, ..Actor::default() });
        }
        "place" => {
            let parent = after("<").map_or(NONE, |id| place(corpus, id));
            let cover =
                |key: &str, coverage| after(key).map(|id| Cover { place: place(corpus, id), coverage });
            let covers = [cover("covers", Coverage::Covers), cover("overlaps", Coverage::Overlaps)];
            let covers = covers.into_iter().flatten().collect();
            let point = words.contains(&"point").then(Point::default);
            corpus.places.push(Place { id, names, parent, point, area: NONE, covers, ..Place::default() });
        }
        "kind" => {
            let parent = after("<").map_or(NONE, |id| kind(corpus, id));
            corpus.kinds.push(Kind { id, names, parent });
        }
        "source" => {
            let parent = after("<").map_or(NONE, |id| source(corpus, id));
            corpus.sources.push(Source { id, names, parent });
        }
        "report" | "table" => {
            let (table, title) = (words[0] == "table", words[2..].join(" "));
            corpus.reports.push(Report { id, title, table, source: NONE, ..Report::default() });
        }
        other => panic!("what is “{other}”?"),
    }
}

fn actor(corpus: &Corpus, id: &str) -> u32 {
    match id {
        "unnamed" => NONE,
        _ => at(corpus.actors.iter().position(|actor| actor.id == id), id),
    }
}

fn place(corpus: &Corpus, id: &str) -> u32 {
    at(corpus.places.iter().position(|place| place.id == id), id)
}

fn kind(corpus: &Corpus, id: &str) -> u32 {
    at(corpus.kinds.iter().position(|kind| kind.id == id), id)
}

fn source(corpus: &Corpus, id: &str) -> u32 {
    at(corpus.sources.iter().position(|source| source.id == id), id)
}

fn at(position: Option<usize>, id: &str) -> u32 {
    position.unwrap_or_else(|| panic!("no “{id}”")) as u32
}

/// Values with the number of their group, from `a|b,c`.
fn groups(text: &str) -> Vec<(u16, &str)> {
    let groups = (0..).zip(text.split(','));
    groups.flat_map(|(group, alternatives)| alternatives.split('|').map(move |id| (group, id))).collect()
}

fn add_statement(corpus: &mut Corpus, id: &str, text: &str) {
    let (text, words) = text.split_once('"').unwrap_or((text, ""));
    let parts: Vec<&str> = text.split_whitespace().collect();
    let get = |key: &str| parts.chunks(2).find(|part| part[0] == key).map_or("", |part| part[1]);
    let listed =
        |key: &str| groups(get(key)).into_iter().filter(|(_, id)| !id.is_empty()).collect::<Vec<_>>();
    let (mut actors, mut group) = (Vec::new(), 0);
    let roles = [
        ("by", Role::Initiator),
        ("to", Role::Affected),
        ("names", Role::Mentioned),
        ("says", Role::Speaker),
        ("passes", Role::Relay),
    ];
    for (key, role) in roles {
        let entries = listed(key);
        actors.extend(entries.iter().map(|&(n, id)| ActorEntry {
            actor: actor(corpus, id),
            role,
            group: group + n,
        }));
        group += entries.len() as u16;
    }
    let speakers: Vec<_> =
        listed("says").iter().map(|&(group, id)| SpeakerEntry { actor: actor(corpus, id), group }).collect();
    let entry =
        |&(group, id): &(u16, &str)| PlaceEntry { place: place(corpus, id), group, ..PlaceEntry::default() };
    let places: Vec<_> = listed("at").iter().map(entry).collect();
    let kinds: Vec<_> = listed("as").iter().map(|(_, id)| kind(corpus, id)).collect();
    let sources: Vec<_> = listed("from").iter().map(|(_, id)| source(corpus, id)).collect();
    let report = match get("in") {
        "" => NONE,
        id => at(corpus.reports.iter().position(|report| report.id == id), id),
    };
    let dates = match get("on") {
        "" => Vec::new(),
        edtf => parse_edtf(edtf).unwrap(),
    };
    let statements = &mut corpus.statements;
    statements.ids.push(id);
    statements.summaries.push(words.trim_end_matches('"'));
    statements.quotes.push("");
    statements.spans.push([]);
    statements.reports.push(report);
    statements.dates.push(dates);
    statements.edtf.push("");
    statements.actors.push(actors);
    statements.speakers.push(speakers);
    statements.places.push(places);
    statements.kinds.push(kinds);
    statements.sources.push(sources);
    statements.figures.push([]);
    statements.events.push(NONE);
    statements.made.push(Made::Hand);
}

/// Reads a selection.
pub fn selection(text: &str, engine: &Engine) -> Selection {
    let mut selection = Selection::default();
    for part in text.split_whitespace() {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let (excluded, name) = key.strip_prefix("not-").map_or((false, key), |name| (true, name));
        match name {
            "from" => selection.date.from = parse_bounds(value).unwrap().from,
            "to" => selection.date.to = parse_bounds(value).unwrap().to,
            "undated" => selection.date.undated = true,
            "role" => selection.roles = value.split(',').map(role).collect(),
            "text" => selection.text = value.replace('+', " "),
            "matches-only" => selection.matches_only = true,
            "in-report" => selection.scope = Scope::Report,
            _ => {
                let dimension = dimension(name);
                let clause = selection.clause_mut(dimension).unwrap();
                let list = if excluded { &mut clause.excluded } else { &mut clause.chosen };
                list.extend(value.split(',').map(|id| self::value(engine, dimension, id)));
            }
        }
    }
    selection
}

fn value(engine: &Engine, dimension: Dimension, id: &str) -> Value {
    match id {
        "none" => Value::Missing,
        _ => engine.entry(dimension, id).map_or(Value::UNKNOWN, Value::Entry),
    }
}

/// Reads a dimension's name as addresses write it.
pub fn dimension(name: &str) -> Dimension {
    let all = Dimension::ALL.into_iter();
    let mut named = all.filter(|dimension| format!("{dimension:?}").to_lowercase() == name);
    named.next().unwrap_or_else(|| panic!("no dimension “{name}”"))
}

fn role(name: &str) -> Role {
    match name {
        "initiator" => Role::Initiator,
        "affected" => Role::Affected,
        "speaker" => Role::Speaker,
        "relay" => Role::Relay,
        _ => Role::Mentioned,
    }
}
