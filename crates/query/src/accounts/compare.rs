//! Statements on one event, pair by pair.

use super::{Account, Aspect, MOST_SIDES, Side, origins};
use crate::figures::{Apart, Held, is_one_time};
use crate::{Answer, Engine};
use index::{ActorEntry, Corpus, Few, NONE, Role, Span};

/// Two statements that do not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clash {
    /// In what.
    pub aspect: Aspect,
    /// The earlier statement.
    pub first: u32,
    /// The later one.
    pub second: u32,
    /// For figures: their positions among all figures.
    pub figures: Option<(u32, u32)>,
}

/// A kind of statement by which somebody denies something.
const DENIALS: [&str; 2] = ["deny", "denial"];

/// What a statement says of the event.
struct Told {
    row: u32,
    acts: Vec<u32>,
    words: Vec<u32>,
    denies: bool,
    dates: Few<Span>,
    has_place: bool,
    did_it: Vec<ActorEntry>,
    figures: Vec<Held>,
}

/// The account of an event.
pub fn account(engine: &Engine, event: u32, sides: &[(u32, Answer)]) -> Account {
    let corpus = engine.corpus();
    let told: Vec<Told> = sides.iter().map(|&(row, _)| Told::new(engine, row)).collect();
    let mut account = Account {
        event,
        sides: Vec::new(),
        cannot: Vec::new(),
        differ: Vec::new(),
        speakers: 0,
        origins: 0,
        reports: 0,
        not_compared: told.len().saturating_sub(MOST_SIDES) as u32,
    };
    let rows: Vec<u32> = sides.iter().map(|&(row, _)| row).collect();
    (account.speakers, account.origins, account.reports) = origins::count(corpus, &rows);
    let desk = Desk { engine, apart: engine.apart() };
    let compared = told.get(..MOST_SIDES).unwrap_or(&told);
    for (at, second) in compared.iter().enumerate() {
        for first in &compared[..at] {
            if is_other(corpus, first.row, second.row) {
                desk.pair(first, second, &mut account);
            }
        }
    }
    let spoken = |aspect: Aspect| told.iter().any(|it| it.speaks_of(aspect));
    let asked: Vec<Aspect> = [Aspect::Figure, Aspect::Date, Aspect::Place, Aspect::Who]
        .into_iter()
        .filter(|it| spoken(*it))
        .collect();
    for (told, &(row, answer)) in told.iter().zip(sides) {
        let silent = asked.iter().copied().filter(|&aspect| !told.speaks_of(aspect)).collect();
        account.sides.push(Side { row, answer, says: crate::figures::says(corpus, row), silent });
    }
    account
}

/// Whether two statements are of different speakers or different reports.
fn is_other(corpus: &Corpus, a: u32, b: u32) -> bool {
    let report = |row: u32| corpus.statements.reports.get(row as usize);
    report(a) != report(b) || crate::figures::says(corpus, a) != crate::figures::says(corpus, b)
}

impl Told {
    fn new(engine: &Engine, row: u32) -> Self {
        let (corpus, at) = (engine.corpus(), row as usize);
        let statements = &corpus.statements;
        let kinds = statements.kinds.get(at);
        let (words, acts): (Vec<u32>, Vec<u32>) = kinds.iter().partition(|&&kind| is_words(corpus, kind));
        let id = |kind: u32| corpus.kinds.get(kind as usize).map_or("", |kind| kind.id.as_str());
        Self {
            row,
            denies: kinds.iter().any(|&kind| DENIALS.contains(&id(kind))),
            acts,
            words,
            dates: statements.dates.get(at),
            has_place: !statements.places.get(at).is_empty(),
            did_it: statements
                .actors
                .get(at)
                .into_iter()
                .filter(|it| it.role == Role::Initiator && it.actor != NONE)
                .collect(),
            figures: engine.figures_of(row),
        }
    }

    fn speaks_of(&self, aspect: Aspect) -> bool {
        match aspect {
            Aspect::Figure => self.figures.iter().any(Held::has_number),
            Aspect::Date => !self.dates.is_empty(),
            Aspect::Place => self.has_place,
            // Who did it: not who said it, and not to whom it was done.
            Aspect::Who => !self.acts.is_empty() && !self.did_it.is_empty(),
        }
    }
}

/// Whether a kind is something said rather than done.
fn is_words(corpus: &Corpus, kind: u32) -> bool {
    let id = |kind: u32| corpus.kinds.get(kind as usize).map_or("", |kind| kind.id.as_str());
    let up =
        |&kind: &u32| corpus.kinds.get(kind as usize).map(|it| it.parent).filter(|&parent| parent < kind);
    let mut line = std::iter::successors(Some(kind), up);
    line.any(|kind| id(kind).starts_with("verbal-") || DENIALS.contains(&id(kind)))
}

struct Desk<'a> {
    engine: &'a Engine,
    apart: Apart<'a>,
}

impl Desk<'_> {
    fn pair(&self, first: &Told, second: &Told, account: &mut Account) {
        let clash = |aspect, figures| Clash { aspect, first: first.row, second: second.row, figures };
        let shares = |a: &[u32], b: &[u32]| a.iter().any(|kind| b.contains(kind));
        let act = shares(&first.acts, &second.acts);
        for (a, b) in first.figures.iter().flat_map(|a| second.figures.iter().map(move |b| (a, b))) {
            let figures = Some((a.position, b.position));
            match figures_fit(a, b) {
                Fit::Cannot => account.cannot.push(clash(Aspect::Figure, figures)),
                Fit::Differ => account.differ.push(clash(Aspect::Figure, figures)),
                Fit::Well => {}
            }
        }
        if are_apart(&first.dates, &second.dates) {
            if act {
                account.cannot.push(clash(Aspect::Date, None));
            } else if shares(&first.words, &second.words) {
                account.differ.push(clash(Aspect::Date, None));
            }
        }
        if act && first.has_place && second.has_place && !self.apart.places_meet(first.row, second.row) {
            account.cannot.push(clash(Aspect::Place, None));
        }
        if self.denies(first, second) || self.denies(second, first) {
            account.cannot.push(clash(Aspect::Who, None));
        } else if act
            && !first.did_it.is_empty()
            && !second.did_it.is_empty()
            && !self.actors_meet(first, second)
        {
            account.differ.push(clash(Aspect::Who, None));
        }
    }

    /// Whether one statement is a denial, by the one of whom the other one says that he did it.
    fn denies(&self, denial: &Told, other: &Told) -> bool {
        let statements = &self.engine.corpus().statements;
        let speakers = statements.speakers.get(denial.row as usize);
        let who = speakers.iter().map(|it| it.actor);
        let mut who = who.chain(denial.did_it.iter().map(|it| it.actor));
        denial.denies
            && !other.acts.is_empty()
            && who.any(|who| {
                let is_definite = |entry: &ActorEntry| {
                    other.did_it.iter().filter(|it| it.group == entry.group).count() == 1
                };
                other.did_it.iter().any(|it| is_definite(it) && self.is_within(it.actor, who))
            })
    }

    /// Whether some actor of one is, or is part of, one of the other.
    fn actors_meet(&self, first: &Told, second: &Told) -> bool {
        first.did_it.iter().any(|a| {
            second.did_it.iter().any(|b| self.is_within(a.actor, b.actor) || self.is_within(b.actor, a.actor))
        })
    }

    fn is_within(&self, low: u32, high: u32) -> bool {
        let actors = &self.engine.corpus().actors;
        let up = |&at: &u32| actors.get(at as usize).map(|it| it.parent).filter(|&parent| parent < at);
        low != NONE && std::iter::successors(Some(low), up).any(|at| at == high)
    }
}

/// How two figures fit.
enum Fit {
    Well,
    Differ,
    Cannot,
}

fn figures_fit(a: &Held, b: &Held) -> Fit {
    let is_part = a.part_of == b.position || b.part_of == a.position;
    if a.measure != b.measure || a.whom != b.whom || a.computed || b.computed || is_part {
        return Fit::Well;
    }
    let below = |a: &Held, b: &Held| a.high.zip(b.low).is_some_and(|(high, low)| high < low);
    let is_apart = below(a, b) || below(b, a);
    let differ = a.best.zip(b.best).is_some_and(|(a, b)| a != b);
    match is_one_time(a, b) {
        Some(true) if is_apart => Fit::Cannot,
        Some(true) if differ => Fit::Differ,
        // Where a period is not decided, they may speak of different times.
        None if is_apart || differ => Fit::Differ,
        _ => Fit::Well,
    }
}

/// Whether two undoubted dates have no day in common.
fn are_apart(a: &[Span], b: &[Span]) -> bool {
    let doubted = |spans: &[Span]| spans.is_empty() || spans.iter().any(|span| span.qualified);
    !doubted(a) && !doubted(b) && a.iter().all(|a| b.iter().all(|b| !a.overlaps(b)))
}
