//! Exports read back: the same statements, whatever stands in them, in all three formats.
//!
//! What is compared is worked out here, slowly and without the exporter's code: ids, trees, alternatives, days and
//! numbers of every statement.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../../query/tests/oracle/random.rs"]
#[allow(dead_code)]
mod random;

use fieldbook_compile::{self as compile, Options, SourceFile, compile};
use index::*;
use query::Answer;
use random::Random;
use std::collections::BTreeMap;
use take::{Format, Taking};

const CASES: u64 = 1_000;

/// Texts that break exports.
const HOSTILE: [&str; 22] = [
    "=cmd|' /C calc'!A0",
    "+1",
    "-5",
    "@SUM(A1:A9)",
    "'=x",
    "'",
    "a;b",
    "a; b|c>d@e:f=g\\h?",
    "\\",
    "?",
    "two\r\nlines",
    "\ttab",
    "say \"no\", please",
    "إدلب",
    "\u{202e}txt.exe",
    "\u{2028}",
    " blanks ",
    "＝1+1",
    "none",
    "{\"a\":1}",
    "#comment",
    "\u{feff}mark",
];

fn hostile(random: &mut Random) -> String {
    let (a, b) = (random.pick(&HOSTILE), random.pick(&HOSTILE));
    match random.below(4) {
        0 => String::new(),
        1 => a.to_owned(),
        2 => [a, b].concat(),
        _ => "Idlib".to_owned(),
    }
}

/// A random corpus with hostile words, figures, events and reports of every form.
fn corpus(seed: u64) -> Corpus {
    let random = &mut Random(seed);
    let mut corpus = random::corpus(random);
    let name = |random: &mut Random| vec![Name { text: hostile(random), lang: String::new() }];
    for (at, actor) in corpus.actors.iter_mut().enumerate() {
        (actor.id, actor.names) = (format!("{}{at}", hostile(random)), name(random));
        actor.kind = random.pick(&[ActorKind::Other, ActorKind::State, ActorKind::Group, ActorKind::Person]);
    }
    for (at, place) in corpus.places.iter_mut().enumerate() {
        (place.id, place.names) = (format!("{}{at}", hostile(random)), name(random));
        place.level = random.pick(&[Level::Country, Level::Town, Level::Other, Level::Region]);
        let units = |random: &mut Random, most: usize| random.below(most) as i32 - most as i32 / 2;
        place.point = random
            .one_in(2)
            .then(|| Point { lat: units(random, 18_000_000), lon: units(random, 36_000_000) });
        place.covers.clear();
        place.area = NONE;
    }
    for (at, kind) in corpus.kinds.iter_mut().enumerate() {
        (kind.id, kind.names) = (format!("{}kind{at}", hostile(random)), name(random));
    }
    for (at, source) in corpus.sources.iter_mut().enumerate() {
        (source.id, source.names) = (format!("{}{at}", hostile(random)), name(random));
    }
    let sources = corpus.sources.len();
    for (at, report) in corpus.reports.iter_mut().enumerate() {
        report.id = format!("{}report{at}", hostile(random));
        report.title = hostile(random);
        report.source = if sources == 0 || random.one_in(3) { NONE } else { random.below(sources) as u32 };
        report.url = hostile(random);
        report.digest = random.one_in(2);
        report.published.edtf = random.pick(&["", "2020-02", "2020-02-28"]).to_owned();
        report.published.span = index::date::parse_bounds(&report.published.edtf).ok();
    }
    corpus.populations = vec![
        Population { id: "civilians".into(), names: name(random), class: PopulationClass::Civilian },
        Population { id: "=them".into(), names: name(random), class: PopulationClass::Combatant },
    ];
    corpus.events = ["event one", "-event"].into_iter().collect();
    let rows = corpus.statements.len();
    let statements = &mut corpus.statements;
    statements.ids = Texts::default();
    (0..rows).for_each(|row| statements.ids.push(&format!("{}{row}", hostile(random))));
    statements.summaries = Texts::default();
    (0..rows).for_each(|_| statements.summaries.push(&hostile(random)));
    statements.quotes = Texts::default();
    (0..rows).for_each(|_| statements.quotes.push(&hostile(random)));
    statements.events = (0..rows).map(|_| random.pick(&[NONE, 0, 1])).collect();
    statements.made = (0..rows).map(|_| random.pick(&[Made::Hand, Made::Machine, Made::Table])).collect();
    statements.edtf = Texts::default();
    (0..rows)
        .for_each(|_| statements.edtf.push(random.pick(&["", "", "2019-12/..", "unknown", "2020-01-XX"])));
    statements.figures = Figures::default();
    for _ in 0..rows {
        let count = random.below(4);
        let start = statements.figures.count() as u32;
        let figures: Vec<Figure> = (0..count).map(|_| figure(random, start)).collect();
        statements.figures.push(figures);
    }
    corpus
}

fn figure(random: &mut Random, start: u32) -> Figure {
    let number = |random: &mut Random| {
        random.pick(&[None, Some(0), Some(33), Some(1_746), Some(u64::from(u32::MAX) + 7)])
    };
    let day = |random: &mut Random| Day(18_300 + random.below(400) as i32);
    Figure {
        measure: random.pick(&[
            Measure::Killed,
            Measure::Injured,
            Measure::Displaced,
            Measure::Other,
            Measure::Missing,
        ]),
        whom: random.pick(&[NONE, 0, 1]),
        low: number(random),
        best: number(random),
        high: number(random),
        bound: random.pick(&[Bound::Exact, Bound::AtLeast, Bound::AtMost, Bound::About, Bound::Nearly]),
        period: random.one_in(3).then(|| {
            let from = day(random);
            Span {
                from: Some(from),
                to: random.one_in(2).then_some(Day(from.0 + 9)),
                qualified: random.one_in(3),
            }
        }),
        computed: random.one_in(4),
        part_of: if start == 0 || random.one_in(2) { NONE } else { random.below(start as usize) as u32 },
        words: hostile(random),
    }
}

/// The ids, classes and names from an entry up to the outermost.
fn chain(mut at: u32, look: &dyn Fn(u32) -> Option<(String, u32)>) -> Vec<String> {
    let mut chain = Vec::new();
    while let Some((text, parent)) = look(at) {
        chain.push(text);
        at = parent;
    }
    chain
}

/// Entries by group, groups in the order in which they first stand.
fn by_group(entries: Vec<(u16, String)>) -> Vec<Vec<String>> {
    let mut order: Vec<u16> = Vec::new();
    let mut groups: BTreeMap<u16, Vec<String>> = BTreeMap::new();
    for (group, text) in entries {
        if !order.contains(&group) {
            order.push(group);
        }
        groups.entry(group).or_default().push(text);
    }
    order.into_iter().map(|group| groups.remove(&group).unwrap_or_default()).collect()
}

fn shown(names: &[Name]) -> &str {
    name_in(names, "")
}

/// What a statement means, as text, by the names of its parts.
fn meaning(corpus: &Corpus, row: usize) -> BTreeMap<&'static str, String> {
    let statements = &corpus.statements;
    let actor = |at: u32| {
        chain(at, &|at| {
            let actor = corpus.actors.get(at as usize)?;
            let text =
                format!("{:?}/{:?}/{}/{}", actor.id, shown(&actor.names), actor.private, actor.kind as u8);
            Some((text, actor.parent))
        })
    };
    let place = |at: u32| {
        let chain = chain(at, &|at| {
            let place = corpus.places.get(at as usize)?;
            Some((format!("{:?}/{:?}/{:?}", place.id, shown(&place.names), place.level), place.parent))
        });
        (chain, corpus.places.get(at as usize).and_then(|place| place.point))
    };
    let kind = |at: u32| {
        chain(at, &|at| {
            let kind = corpus.kinds.get(at as usize)?;
            Some((format!("{:?}/{:?}", kind.id, shown(&kind.names)), kind.parent))
        })
    };
    let source = |at: u32| {
        chain(at, &|at| {
            let source = corpus.sources.get(at as usize)?;
            Some((format!("{:?}/{:?}", source.id, shown(&source.names)), source.parent))
        })
    };
    let report = corpus.reports.get(statements.reports[row] as usize);
    let spans = statements.spans.get(row).iter().map(|span| {
        let text = &report.unwrap().paragraphs[span.paragraph as usize].text;
        &text[span.start as usize..span.end as usize]
    });
    let quote = match statements.quotes.get(row) {
        "" => spans.collect::<Vec<_>>().join(" … "),
        quote => quote.to_owned(),
    };
    let owner = |at: u32| {
        (0..statements.len()).find(|row| statements.figures.range(*row).contains(&(at as usize))).map(|row| {
            (statements.ids.get(row).to_owned(), at as usize - statements.figures.range(row).start)
        })
    };
    let whom = |at: u32| corpus.populations.get(at as usize).map(|it| (it.id.clone(), it.class as u8));
    let held_figures = statements.figures.get(row);
    let figures = held_figures.iter().map(|figure| {
        let Figure { measure, low, best, high, bound, period, computed, words, .. } = figure;
        let (whom, whole) = (whom(figure.whom), owner(figure.part_of));
        format!("{measure:?} {low:?} {best:?} {high:?} {bound:?} {period:?} {computed} {words:?} {whom:?} {whole:?}")
    });
    let held_actors = statements.actors.get(row);
    let actors = held_actors.iter();
    let actors = actors.map(|entry| (entry.group, format!("{:?} {:?}", entry.role, actor(entry.actor))));
    let held_speakers = statements.speakers.get(row);
    let speakers = held_speakers.iter();
    let speakers = speakers.map(|entry| (entry.group, format!("{:?}", actor(entry.actor))));
    let held_places = statements.places.get(row);
    let places = held_places.iter();
    let places = places.map(|entry| (entry.group, format!("{:?} {:?}", place(entry.place), entry.precision)));
    let said =
        report.map(|it| (&it.id, &it.title, &it.url, &it.published.edtf, it.published.span, it.digest));
    let publisher = report.map(|report| source(report.source));
    BTreeMap::from([
        ("summary", statements.summaries.get(row).to_owned()),
        ("quote", quote),
        ("dates", format!("{:?} {:?}", statements.dates.get(row), statements.edtf.get(row))),
        ("actors", format!("{:?}", by_group(actors.collect()))),
        ("speakers", format!("{:?}", by_group(speakers.collect()))),
        ("places", format!("{:?}", by_group(places.collect()))),
        ("kinds", format!("{:?}", statements.kinds.get(row).iter().map(|&at| kind(at)).collect::<Vec<_>>())),
        (
            "sources",
            format!("{:?}", statements.sources.get(row).iter().map(|&at| source(at)).collect::<Vec<_>>()),
        ),
        ("figures", format!("{:?}", figures.collect::<Vec<_>>())),
        ("event", corpus.events.get(statements.events[row] as usize).to_owned()),
        ("made", format!("{:?}", statements.made[row])),
        ("report", format!("{said:?} {publisher:?}")),
    ])
}

fn taken(corpus: &Corpus, options: take::Options, rows: &[(u32, Answer)]) -> String {
    let mut out = String::new();
    let mut taking = Taking::begin(options, corpus, &mut out);
    rows.chunks(3).for_each(|rows| taking.write(corpus, rows, &mut out));
    taking.end(&mut out);
    assert_eq!(taking.written() as usize, rows.len());
    out
}

fn read_back(text: String, format: Format) -> compile::Compiled {
    let path = format!("events/export.{}", format.ending());
    compile(&[SourceFile { path, bytes: text.into_bytes() }], &Options::default())
}

/// All statements, in an order of their own.
fn rows(corpus: &Corpus, seed: u64) -> Vec<(u32, Answer)> {
    let answer =
        |row: u32| if (row + seed as u32).is_multiple_of(3) { Answer::MayMatch } else { Answer::Match };
    (0..corpus.statements.len() as u32).rev().map(|row| (row, answer(row))).collect()
}

fn check(seed: u64, format: Format, guard: bool, mark: bool) {
    let corpus = corpus(seed);
    let options = take::Options { format, guard, mark, lang: "en".into(), view: "from=2020&n=1.2".into() };
    let text = taken(&corpus, options, &rows(&corpus, seed));
    let back = read_back(text, format);
    let context = |what: &str| format!("seed {seed} {format:?} {guard}: {what} {:?}", back.diagnostics);
    assert_eq!(back.corpus.statements.len(), corpus.statements.len(), "{}", context("count"));
    let at =
        |id: &str| (0..back.corpus.statements.len()).find(|row| back.corpus.statements.ids.get(*row) == id);
    for row in 0..corpus.statements.len() {
        let id = corpus.statements.ids.get(row);
        let found = at(id).unwrap_or_else(|| panic!("{}", context(id)));
        let (expect, got) = (meaning(&corpus, row), meaning(&back.corpus, found));
        for (part, expect) in expect {
            assert_eq!(got[part], expect, "{}", context(part));
        }
    }
}

#[test]
fn csv_gives_the_same_statements() {
    (0..CASES).for_each(|seed| check(seed, Format::Csv, seed % 2 == 0, seed % 3 == 0));
}

#[test]
fn json_lines_give_the_same_statements() {
    (0..CASES).for_each(|seed| check(seed, Format::JsonLines, false, false));
}

#[test]
fn geojson_gives_the_same_statements() {
    (0..CASES).for_each(|seed| check(seed, Format::GeoJson, false, false));
}

fn cells(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn nothing_but_the_guard_differs() {
    for seed in 0..500 {
        let corpus = corpus(seed);
        let rows = rows(&corpus, seed);
        let text = |guard| taken(&corpus, take::Options { guard, ..take::Options::default() }, &rows);
        let (raw, guarded) = (cells(&text(false)), cells(&text(true)));
        assert_eq!(raw.len(), guarded.len());
        assert_eq!(raw[0], guarded[0]);
        let numbers = |name: &str| {
            ["_low", "_best", "_high"].iter().any(|end| name.ends_with(end))
                || ["latitude", "longitude", "report_paragraph"].contains(&name)
        };
        for (row, (raw, guarded)) in raw.iter().zip(&guarded).enumerate().skip(1) {
            for ((name, raw), guarded) in text_names(&text(false)).iter().zip(raw).zip(guarded) {
                if name == "fieldbook_format" {
                    continue;
                }
                let begins = raw.trim_start_matches(['\'', ' ', '\u{a0}', '\u{feff}']);
                let dangerous = begins.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']);
                match dangerous && !numbers(name) {
                    true => assert_eq!(*guarded, format!("'{raw}"), "seed {seed} row {row} {name}"),
                    false => assert_eq!(guarded, raw, "seed {seed} row {row} {name}"),
                }
            }
        }
    }
}

fn text_names(text: &str) -> Vec<String> {
    cells(text).swap_remove(0)
}

#[test]
fn the_order_and_the_answers_are_those_shown() {
    let corpus = corpus(77);
    let rows = rows(&corpus, 77);
    let text = taken(&corpus, take::Options { format: Format::JsonLines, ..take::Options::default() }, &rows);
    let got: Vec<(String, String)> = text
        .lines()
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = |name: &str| value[name].as_str().unwrap().to_owned();
            (text("id"), text("answer"))
        })
        .collect();
    let expect: Vec<(String, String)> = rows
        .iter()
        .map(|&(row, answer)| {
            let name = if answer == Answer::Match { "match" } else { "may match" };
            (corpus.statements.ids.get(row as usize).to_owned(), name.to_owned())
        })
        .collect();
    assert!(!rows.is_empty());
    assert_eq!(got, expect);
}

#[test]
fn an_export_of_nothing_is_whole() {
    let corpus = corpus(1);
    for format in Format::ALL {
        let text = taken(&corpus, take::Options { format, ..take::Options::default() }, &[]);
        assert_eq!(read_back(text, format).corpus.statements.len(), 0);
    }
    let text = taken(&corpus, take::Options::default(), &[]);
    assert_eq!(text.matches("\r\n").count(), 1);
    assert!(text.starts_with(take::HEADER_BEGINS));
}

#[test]
fn a_foreign_form_is_refused_and_a_lost_whole_is_said() {
    let corpus = corpus(3);
    let text = taken(&corpus, take::Options::default(), &rows(&corpus, 3));
    let names = text_names(&text);
    let at = names.iter().position(|name| name == "fieldbook_format").unwrap();
    let mut record = vec![String::new(); names.len()];
    record[0] = "x".into();
    record[at] = "99".into();
    record[at + 1] = "0".into();
    let text = format!("{}\r\n{}\r\n", names.join(","), record.join(","));
    let back = read_back(text, Format::Csv);
    assert_eq!(back.corpus.statements.len(), 0);
    assert!(back.diagnostics.iter().any(|it| it.what.contains("“99”")), "{:?}", back.diagnostics);
    let figures = names.iter().position(|name| name == "fieldbook_figures").unwrap();
    record[at] = "1".into();
    record[figures] = "killed|3|||||lost#0".into();
    let text = format!("{}\r\n{}\r\n", names.join(","), record.join(","));
    let back = read_back(text.replace("|||||lost", "||||||lost"), Format::Csv);
    assert_eq!(back.corpus.statements.figures.at(0).map(|it| it.part_of), Some(NONE));
    assert!(back.diagnostics.iter().any(|it| it.what.contains("parts of wholes")), "{:?}", back.diagnostics);
}
