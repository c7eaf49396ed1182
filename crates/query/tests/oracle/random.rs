//! Random corpora and selections, small enough that rare combinations meet often.

use index::*;
use query::search::Off;
use query::{DateAxis, DateClause, Scope, Selection, Value, ValueClause};

/// A splitmix generator: the same seed gives the same case.
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        if limit == 0 { 0 } else { (self.next() % limit as u64) as usize }
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn pick<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }

    /// An index into a table, or `NONE` where the table is empty.
    fn entry(&mut self, table: usize) -> u32 {
        if table == 0 { NONE } else { self.below(table) as u32 }
    }

    fn many<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }
}

const WORDS: [&str; 14] = [
    "Idlib",
    "idle",
    "Killed",
    "kill",
    "Erdoğan",
    "حلب",
    "Ma'arrat",
    "2020",
    "إدلب",
    "Idleb",
    "Halab",
    "governorate",
    "bad",
    "bed",
];

fn words(random: &mut Random) -> String {
    random.many(3, |random| random.pick(&WORDS)).join(random_gap(random))
}

fn random_gap(random: &mut Random) -> &'static str {
    random.pick(&[" ", ", ", "-"])
}

fn names(random: &mut Random) -> Vec<Name> {
    random.many(2, |random| Name { text: words(random), lang: String::new() })
}

fn parent(random: &mut Random, entry: usize) -> u32 {
    if entry == 0 || random.one_in(3) { NONE } else { random.below(entry) as u32 }
}

/// How long the corpus's days stretch: days, months or years in the histogram.
fn day(random: &mut Random, stretch: i32) -> Day {
    Day(18_300 + random.below(stretch as usize) as i32)
}

fn span(random: &mut Random, stretch: i32) -> Span {
    let from = day(random, stretch);
    let length = random.pick(&[0, 0, 0, 1, 6, 30, 365]);
    let open = random.below(12);
    Span {
        from: (open != 0).then_some(from),
        to: (open != 1).then_some(Day(from.0 + length)),
        qualified: random.one_in(6),
    }
}

fn places(random: &mut Random) -> Vec<Place> {
    let count = random.below(8);
    let cover = |random: &mut Random| Cover {
        place: random.below(count) as u32,
        coverage: random.pick(&[Coverage::Covers, Coverage::Overlaps]),
    };
    (0..count)
        .map(|entry| {
            let region = random.one_in(4);
            Place {
                id: format!("place{entry}"),
                names: names(random),
                level: if region { Level::Region } else { Level::Other },
                parent: parent(random, entry),
                point: random.one_in(2).then_some(Point::default()),
                area: if random.one_in(4) { 0 } else { NONE },
                covers: if region { random.many(2, cover) } else { Vec::new() },
                ..Place::default()
            }
        })
        .collect()
}

/// A corpus.
pub fn corpus(random: &mut Random) -> Corpus {
    let stretch = if random.one_in(15) { 14_000 } else { random.pick(&[1, 5, 60, 300, 1_500]) };
    let mut corpus = Corpus {
        actors: (0..random.below(6))
            .map(|entry| Actor {
                id: format!("actor{entry}"),
                names: names(random),
                parent: parent(random, entry),
                private: random.one_in(8),
                ..Actor::default()
            })
            .collect(),
        places: places(random),
        kinds: (0..random.below(4))
            .map(|entry| Kind {
                id: format!("kind{entry}"),
                names: names(random),
                parent: parent(random, entry),
            })
            .collect(),
        sources: (0..random.below(4))
            .map(|entry| Source {
                id: format!("source{entry}"),
                names: names(random),
                parent: parent(random, entry),
            })
            .collect(),
        ..Corpus::default()
    };
    corpus.reports = random.many(3, |random| Report {
        title: words(random),
        table: random.one_in(3),
        published: Published {
            span: (!random.one_in(3)).then(|| span(random, stretch)),
            ..Published::default()
        },
        paragraphs: vec![Paragraph { text: words(random), ..Paragraph::default() }],
        ..Report::default()
    });
    for row in 0..random.below(9) {
        statement(random, &mut corpus, row, stretch);
    }
    corpus
}

/// Adds a statement.
pub fn statement(random: &mut Random, corpus: &mut Corpus, row: usize, stretch: i32) {
    let groups = random.pick(&[1, 2, 4]);
    let group = |random: &mut Random| random.below(groups) as u16;
    let (actors, places) = (corpus.actors.len(), corpus.places.len());
    let named = |random: &mut Random| if random.one_in(4) { NONE } else { random.entry(actors) };
    let report = if random.one_in(4) { NONE } else { random.entry(corpus.reports.len()) };
    let quoted = corpus.reports.get(report as usize).map_or(0, |report| report.paragraphs[0].text.len());
    let statements = &mut corpus.statements;
    statements.ids.push(&row.to_string());
    statements.summaries.push(&words(random));
    statements.quotes.push(&words(random));
    let whole = TextSpan { paragraph: 0, start: 0, end: quoted as u32 };
    statements.spans.push((quoted > 0 && random.one_in(2)).then_some(whole));
    statements.reports.push(report);
    let most_dates = random.pick(&[1, 1, 3]);
    statements.dates.push(random.many(most_dates, |random| span(random, stretch)));
    statements.edtf.push("");
    statements.actors.push(random.many(4, |random| ActorEntry {
        actor: named(random),
        role: random.pick(&Role::ALL),
        group: group(random),
    }));
    statements
        .speakers
        .push(random.many(2, |random| SpeakerEntry { actor: named(random), group: group(random) }));
    let most_places = if places == 0 { 0 } else { 3 };
    statements.places.push(random.many(most_places, |random| PlaceEntry {
        place: random.entry(places),
        precision: random.pick(&[Precision::Within, Precision::Exact]),
        group: group(random),
    }));
    let kinds = corpus.kinds.len();
    statements.kinds.push(random.many(kinds.min(2), |random| random.entry(kinds)));
    let sources = corpus.sources.len();
    statements.sources.push(random.many(sources.min(2), |random| random.entry(sources)));
    statements.figures.push([]);
    statements.events.push(NONE);
    statements.made.push(Made::Hand);
}

fn values(random: &mut Random, table: usize) -> Vec<Value> {
    random.many(2, |random| match random.below(10) {
        0 => Value::UNKNOWN,
        1 | 2 => Value::Missing,
        _ => Value::Entry(random.entry(table)),
    })
}

/// A clause for about half the dimensions, so that statements pass as well as fail.
fn clause(random: &mut Random, table: usize) -> ValueClause {
    let mut clause = ValueClause::default();
    if random.one_in(3) {
        clause.chosen = values(random, table);
    }
    if random.one_in(4) {
        clause.excluded = values(random, table);
    }
    clause
}

/// Often no words at all; otherwise some of everything that the language has.
fn query(random: &mut Random) -> String {
    if random.one_in(2) {
        return String::new();
    }
    const ASKED: [&str; 24] = [
        "kill",
        "illed",
        "IDL",
        "2020",
        "erdogan",
        "حلب",
        "maarrat",
        "?!",
        "idlib",
        "Идлиб",
        "idlbi",
        "governrate",
        "халаб",
        "kill*",
        "\"killed idlib\"",
        "\"idlib kill*\"",
        "\"kill",
        "place:idlib",
        "actor:halab",
        "text:kill",
        "title:bad",
        "source:idle",
        "speaker:\"idlib\"",
        "kind:ki",
    ];
    let mut text = String::new();
    for _ in 0..1 + random.below(3) {
        text += random.pick(&[" ", " ", " -", " OR ", " OR -"]);
        text += random.pick(&ASKED);
    }
    text
}

fn dates(random: &mut Random, corpus: &Corpus) -> DateClause {
    if random.one_in(2) {
        return DateClause::default();
    }
    // Often a bound of the corpus or a day beside it, where mistakes live.
    let bounds: Vec<Day> = corpus.statements.dates.values().flat_map(|s| [s.from, s.to]).flatten().collect();
    let mut bound = || {
        let near = if bounds.is_empty() { Day(18_300) } else { random.pick(&bounds) };
        let shifted = Day(near.0 + random.pick(&[-30, -1, 0, 0, 0, 1, 30]));
        (!random.one_in(4)).then_some(shifted)
    };
    let (from, to) = (bound(), bound());
    let wrong_way = random.one_in(8);
    let (from, to) = match (from, to) {
        (Some(a), Some(b)) if (a > b) != wrong_way => (Some(b), Some(a)),
        other => other,
    };
    DateClause { from, to, undated: random.one_in(6) }
}

/// A selection over a corpus.
pub fn selection(random: &mut Random, corpus: &Corpus) -> Selection {
    Selection {
        date: dates(random, corpus),
        actor: clause(random, corpus.actors.len()),
        roles: if random.one_in(2) { Vec::new() } else { random.many(5, |random| random.pick(&Role::ALL)) },
        speaker: clause(random, corpus.actors.len()),
        place: clause(random, corpus.places.len()),
        kind: clause(random, corpus.kinds.len()),
        source: clause(random, corpus.sources.len()),
        text: query(random),
        off: Off::of(
            random
                .pick(&[&[][..], &[], &["typos"], &["spellings"], &["beginnings", "names"]])
                .iter()
                .copied(),
        ),
        matches_only: random.one_in(4),
        scope: if random.one_in(3) { Scope::Report } else { Scope::Statement },
        axis: if random.one_in(4) { DateAxis::Published } else { DateAxis::Event },
    }
}
