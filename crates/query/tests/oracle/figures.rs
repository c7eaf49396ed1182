//! Figures against a slow loop that knows no columns, no sums kept up and no order of its own: every figure against
//! every other one, by the rules as they are written.

use crate::random::{self, Random};
use crate::slow;
use index::*;
use query::figures::{CountsAs, Figures, Held, Line, Says};
use query::{Answer, DateAxis, Engine, Scope, Selection};
use std::collections::BTreeMap;

const CORPORA: u64 = 3_000;

const POPULATIONS: [(&str, PopulationClass); 6] = [
    ("people", PopulationClass::NotStated),
    ("civilians", PopulationClass::Civilian),
    ("soldiers", PopulationClass::Combatant),
    ("children", PopulationClass::NotStated),
    ("women", PopulationClass::NotStated),
    ("fighters", PopulationClass::Combatant),
];

/// A corpus whose statements have figures, events and tables.
pub fn corpus(random: &mut Random) -> Corpus {
    let mut corpus = random::corpus(random);
    let rows = corpus.statements.len();
    corpus.populations = POPULATIONS
        .iter()
        .map(|&(id, class)| Population { id: id.into(), class, ..Population::default() })
        .collect();
    corpus.events = ["a", "b"].into_iter().collect();
    corpus.statements.figures = index::Figures::default();
    for row in 0..rows {
        let table = corpus.reports.get(corpus.statements.reports[row] as usize).is_some_and(|it| it.table);
        corpus.statements.made[row] = if table { Made::Table } else { Made::Hand };
        if random.one_in(3) {
            corpus.statements.events[row] = random.below(2) as u32;
        }
        let before = corpus.statements.figures.count();
        let figures: Vec<Figure> =
            (0..random.pick(&[0, 1, 1, 2, 3])).map(|_| figure(random, before)).collect();
        corpus.statements.figures.push(figures);
    }
    // Some parts point forward, across statements.
    let all = corpus.statements.figures.count();
    corpus.statements.figures = corpus.statements.figures.changed(&mut |_, figure| {
        if random.one_in(12) {
            figure.part_of = random.below(all) as u32;
        }
    });
    corpus
}

fn figure(random: &mut Random, before: usize) -> Figure {
    let low = random.below(40) as u64;
    let best = low + random.below(20) as u64;
    let wide = random.one_in(3);
    let own = Day(18_300 + random.below(60) as i32);
    let days = random.pick(&[0, 3, 30]);
    Figure {
        measure: random.pick(&[
            Measure::Killed,
            Measure::Killed,
            Measure::Killed,
            Measure::Injured,
            Measure::Residents,
        ]),
        whom: if random.one_in(5) { NONE } else { random.below(POPULATIONS.len()) as u32 },
        low: wide.then_some(low),
        best: (!random.one_in(6)).then_some(best),
        high: wide.then_some(best + random.below(9) as u64),
        bound: random.pick(&[Bound::Exact, Bound::AtLeast, Bound::AtMost, Bound::About, Bound::Nearly]),
        period: random.one_in(4).then_some(Span {
            from: Some(own),
            to: (!random.one_in(5)).then_some(Day(own.0 + days)),
            qualified: random.one_in(9),
        }),
        part_of: if before > 0 && random.one_in(4) { random.below(before) as u32 } else { NONE },
        ..Figure::default()
    }
}

/// A figure as the loop sees it.
#[derive(Clone, Debug)]
struct Fact {
    position: u32,
    row: usize,
    says: Says,
    whom: u32,
    range: (Option<u64>, Option<u64>, Option<u64>),
    days: (i32, i32),
    event: u32,
    answer: Answer,
}

/// All figures of a measure that can be weighed.
fn facts(corpus: &Corpus, selection: &Selection, measure: Measure) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut position = 0;
    for row in 0..corpus.statements.len() {
        for figure in corpus.statements.figures.get(row) {
            position += 1;
            let fact = fact(corpus, selection, row, &figure, position - 1);
            facts.extend(fact.filter(|_| figure.measure == measure));
        }
    }
    facts
}

fn fact(corpus: &Corpus, selection: &Selection, row: usize, figure: &Figure, position: u32) -> Option<Fact> {
    let mut answer = slow::answer(corpus, selection, row);
    let dates = corpus.statements.dates.get(row);
    let periods = figure.period.map_or(dates.to_vec(), |own| vec![own]);
    if periods.is_empty() || periods.iter().any(|it| it.from.is_none() || it.to.is_none() || it.qualified) {
        return None;
    }
    let days = (
        periods.iter().map(|it| it.from.unwrap().0).min().unwrap(),
        periods.iter().map(|it| it.to.unwrap().0).max().unwrap(),
    );
    if figure.period.is_some() && selection.scope == Scope::Statement && selection.axis == DateAxis::Event {
        answer = answer.min(in_clause(days, selection));
    }
    if selection.matches_only && answer == Answer::MayMatch {
        answer = Answer::No;
    }
    let range = match (figure.low, figure.best, figure.high, figure.bound) {
        (None, best, None, Bound::Exact) => (best, best, best),
        (None, best, None, Bound::AtLeast) => (best, best, None),
        (None, best, None, Bound::AtMost | Bound::Nearly) => (None, best, best),
        (low, best, high, _) => (low, best, high),
    };
    let is_given = range.0.or(range.1).or(range.2).is_some();
    let says = says(corpus, row);
    let event = corpus.statements.events[row];
    (is_given && answer != Answer::No).then_some(Fact {
        position,
        row,
        says,
        whom: figure.whom,
        range,
        days,
        event,
        answer,
    })
}

fn in_clause(days: (i32, i32), selection: &Selection) -> Answer {
    let clause = &selection.date;
    let (from, to) = (clause.from.map_or(i32::MIN, |it| it.0), clause.to.map_or(i32::MAX, |it| it.0));
    let asks_days = clause.from.is_some() || clause.to.is_some();
    match () {
        () if !asks_days && !clause.undated => Answer::Match,
        () if !asks_days || from > to => Answer::No,
        () if from <= days.0 && days.1 <= to => Answer::Match,
        () if from <= days.1 && days.0 <= to => Answer::MayMatch,
        () => Answer::No,
    }
}

fn says(corpus: &Corpus, row: usize) -> Says {
    let report = corpus.statements.reports[row];
    if corpus.statements.made[row] == Made::Table {
        return Says::Table(report);
    }
    let mut list: Vec<(u32, u16)> =
        corpus.statements.speakers.get(row).iter().map(|it| (it.actor, it.group)).collect();
    list.sort_unstable();
    list.dedup();
    let groups: Vec<u16> = list.iter().map(|it| it.1).collect();
    let mut seen = Vec::new();
    for group in groups {
        if !seen.contains(&group) {
            seen.push(group);
        }
    }
    let numbered = list
        .into_iter()
        .map(|(actor, group)| (actor, seen.iter().position(|&known| known == group).unwrap() as u16));
    let numbered: Vec<_> = numbered.collect();
    if numbered.is_empty() { Says::Report(report) } else { Says::Speakers(numbered) }
}

fn may_meet(corpus: &Corpus, a: &Fact, b: &Fact) -> bool {
    let one_event = a.event != NONE && a.event == b.event;
    if a.says == b.says && matches!(a.says, Says::Table(_)) {
        return one_event || a.row == b.row;
    }
    if !same_people(a.whom, b.whom) {
        return false;
    }
    if one_event || a.row == b.row {
        return true;
    }
    let overlap = a.days.0 <= b.days.1 && b.days.0 <= a.days.1;
    let single = a.days.0 == a.days.1 && b.days.0 == b.days.1;
    let told_apart = a.event != NONE && b.event != NONE && single;
    overlap && !told_apart && same_ground(corpus, a.row, b.row)
}

fn same_people(a: u32, b: u32) -> bool {
    if a == NONE || b == NONE || a == b {
        return true;
    }
    let (first, second) = (POPULATIONS[a as usize], POPULATIONS[b as usize]);
    let sides = [first.1, second.1];
    let fights = sides.contains(&PopulationClass::Combatant) && sides.contains(&PopulationClass::Civilian);
    let pair = [first.0, second.0];
    let grown = pair.contains(&"children") && pair.contains(&"women");
    !(fights || grown)
}

/// Whether the statements' places may have ground in common, by what each place may be, down to single nodes.
fn same_ground(corpus: &Corpus, a: usize, b: usize) -> bool {
    let (first, second) = (corpus.statements.places.get(a), corpus.statements.places.get(b));
    let nodes = |place: u32| {
        let covers = corpus.places[place as usize].covers.iter().map(|cover| cover.place);
        std::iter::once(place).chain(covers).collect::<Vec<u32>>()
    };
    let line = |place: u32| {
        std::iter::successors(Some(place), |&at| {
            Some(corpus.places[at as usize].parent).filter(|&up| up != NONE)
        })
        .collect::<Vec<u32>>()
    };
    let touches = |x: u32, y: u32| line(x).contains(&y) || line(y).contains(&x);
    // A region that covers something above a place holds that place.
    let meets = |x: u32, y: u32| nodes(x).iter().any(|&x| nodes(y).iter().any(|&y| touches(x, y)));
    first.is_empty()
        || second.is_empty()
        || first.iter().any(|x| second.iter().any(|y| meets(x.place, y.place)))
}

/// What each fact counts as.
fn weigh(corpus: &Corpus, facts: &[Fact], adds: bool) -> BTreeMap<u32, CountsAs> {
    let figures: Vec<Figure> = corpus.statements.figures.values().collect();
    let wholes = |fact: &Fact| {
        let mut chain = Vec::new();
        let mut at = figures[fact.position as usize].part_of;
        while at != NONE && !chain.contains(&at) && chain.len() < 64 {
            chain.push(at);
            at = figures[at as usize].part_of;
        }
        chain.retain(|&it| it != fact.position);
        chain
    };
    let mut verdicts = BTreeMap::new();
    for fact in facts {
        let whole = wholes(fact)
            .into_iter()
            .find(|whole| facts.iter().any(|other| other.position == *whole && other.answer >= fact.answer));
        if let Some(whole) = whole {
            verdicts.insert(fact.position, CountsAs::PartOf(whole));
        }
    }
    for whole in facts.iter().filter(|it| it.answer == Answer::MayMatch) {
        let is_part = |part: &&Fact| {
            let above = wholes(part);
            let nearest = above.iter().position(|&it| it == whole.position);
            let stronger = above.iter().position(|&it| {
                facts.iter().any(|other| other.position == it && other.answer >= part.answer)
            });
            part.answer == Answer::Match
                && nearest.is_some_and(|at| stronger.is_none_or(|strong| at < strong))
        };
        if let Some(part) = facts.iter().find(is_part) {
            verdicts.entry(whole.position).or_insert(CountsAs::WholeOf(part.position));
        }
    }
    let mut order: Vec<&Fact> = facts.iter().filter(|it| !verdicts.contains_key(&it.position)).collect();
    let size = |it: &Fact| it.range.1.or(it.range.0).or(it.range.2).unwrap();
    order.sort_by_key(|it| std::cmp::Reverse((it.answer, it.days.1 - it.days.0, size(it))));
    let mut counted: Vec<&Fact> = Vec::new();
    for fact in order {
        let mut verdict = CountsAs::Own;
        for other in counted.iter().filter(|it| adds && it.says == fact.says && it.whom == fact.whom) {
            if !may_meet(corpus, fact, other) {
                continue;
            }
            let same = fact.event != NONE && fact.event == other.event && fact.answer == other.answer;
            if !same {
                let inside = other.days.0 <= fact.days.0 && fact.days.1 <= other.days.1;
                verdict = if inside {
                    CountsAs::Within(other.position)
                } else {
                    CountsAs::Overlaps(other.position)
                };
                break;
            }
            if verdict == CountsAs::Own {
                verdict = CountsAs::SameEvent(other.position);
            }
        }
        if matches!(verdict, CountsAs::Own | CountsAs::SameEvent(_)) {
            counted.push(fact);
        }
        verdicts.insert(fact.position, verdict);
    }
    verdicts
}

type Numbers = (u32, u64, Option<u64>, Option<u64>);

/// What counted facts of one line and answer come to.
fn add(facts: &[&Fact], verdicts: &BTreeMap<u32, CountsAs>) -> Numbers {
    let own = facts.iter().filter(|it| verdicts[&it.position] == CountsAs::Own);
    let (mut count, mut low, mut best, mut high) = (0, 0, Some(0), Some(0));
    for fact in own {
        let joins = |it: &&&Fact| {
            it.position == fact.position || verdicts[&it.position] == CountsAs::SameEvent(fact.position)
        };
        let accounts: Vec<_> = facts.iter().filter(joins).map(|it| it.range).collect();
        count += 1;
        let lows: Option<Vec<u64>> = accounts.iter().map(|it| it.0).collect();
        low += lows.map_or(0, |lows| lows.into_iter().min().unwrap());
        let agreed = accounts.iter().all(|it| it.1 == accounts[0].1).then_some(accounts[0].1).flatten();
        best = best.zip(agreed).map(|(a, b)| a + b);
        let highs: Option<Vec<u64>> = accounts.iter().map(|it| it.2).collect();
        high = high.zip(highs).map(|(sum, highs)| sum + highs.into_iter().max().unwrap());
    }
    if count == 0 { (0, 0, None, None) } else { (count, low, best, high) }
}

fn numbers(sum: &query::figures::Sum) -> Numbers {
    (sum.figures, sum.low(), sum.best(), sum.high())
}

fn listed(figures: &Figures, measure: Measure) -> Vec<&Line> {
    let of = figures.sections.iter().filter(|section| section.measure == measure);
    of.flat_map(|section| &section.lines).collect()
}

fn check(engine: &Engine, selection: &Selection, name: &str) {
    let corpus = engine.corpus();
    let figures = engine.figures(selection);
    for measure in [Measure::Killed, Measure::Injured, Measure::Residents] {
        let adds = measure != Measure::Residents;
        let facts = facts(corpus, selection, measure);
        let verdicts = weigh(corpus, &facts, adds);
        let lines = listed(&figures, measure);
        let mut seen: Vec<u32> = Vec::new();
        for line in &lines {
            for entry in &line.entries {
                let Held { position, .. } = entry.figure;
                seen.push(position);
                let told = (entry.answer, entry.counts_as);
                let fact = facts.iter().find(|it| it.position == position);
                let expect = fact.map(|it| (it.answer, verdicts[&position]));
                assert_eq!(Some(told), expect, "figure {position} of {measure:?} in {name}\n{corpus:#?}");
            }
            let own: Vec<&Fact> =
                facts.iter().filter(|it| it.says == line.says && it.whom == line.whom).collect();
            for (answer, sum) in [(Answer::Match, line.matching), (Answer::MayMatch, line.may_match)] {
                let these: Vec<&Fact> = own.iter().copied().filter(|it| it.answer == answer).collect();
                let mut expect = add(&these, &verdicts);
                if !adds && expect.0 > 1 {
                    expect = (0, 0, None, None);
                }
                assert_eq!(numbers(&sum), expect, "{answer:?} {line:#?} in {name}\n{corpus:#?}");
            }
        }
        // Each figure stands in one line, the rows of tables in their line's sum.
        let in_rows: u32 = lines.iter().map(|line| line.rows.0.figures + line.rows.1.figures).sum();
        let in_parts: u32 = lines
            .iter()
            .flat_map(|line| &line.parts)
            .map(|part| part.matching.figures + part.may_match.figures)
            .sum();
        let once = seen.len();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), once, "{name}");
        assert_eq!(
            once as u32 + in_rows + in_parts,
            facts.len() as u32,
            "{measure:?} in {name}\n{corpus:#?}"
        );
    }
}

#[test]
fn lines_are_what_the_slow_loop_says() {
    for seed in 0..CORPORA {
        let mut random = Random(seed.wrapping_mul(77) + 5);
        crate::words::forget();
        let engine = Engine::new(corpus(&mut random));
        for turn in 0..3 {
            // The engine keeps sums from one selection to the next.
            let selection = random::selection(&mut random, engine.corpus());
            check(&engine, &selection, &format!("seed {seed}, selection {turn}: {selection:#?}"));
        }
        check(&engine, &Selection::default(), &format!("seed {seed}, all"));
    }
}

/// No two figures in a total may count the same people, and whatever is not in it is named.
#[test]
fn a_total_counts_nobody_twice_and_names_the_rest() {
    let mut joined = 0;
    for seed in 0..CORPORA {
        let mut random = Random(seed.wrapping_mul(91) + 7);
        crate::words::forget();
        let engine = Engine::new(corpus(&mut random));
        let some = random::selection(&mut random, engine.corpus());
        for selection in [some, Selection::default()] {
            joined += nobody_twice(&engine, &selection, seed);
        }
    }
    assert!(joined >= 10, "the cases are worth their time: {joined}");
}

/// Checks a selection's totals; how many terms are several accounts of one event.
fn nobody_twice(engine: &Engine, selection: &Selection, seed: u64) -> usize {
    let mut joined = 0;
    let figures = engine.figures(selection);
    for section in &figures.sections {
        let Some(total) = section.total(engine) else {
            assert_eq!(section.measure, Measure::Residents);
            continue;
        };
        let facts = facts(engine.corpus(), selection, section.measure);
        let find = |held: &Held| facts.iter().find(|it| it.position == held.position).unwrap();
        for (at, term) in total.terms.iter().enumerate() {
            joined += usize::from(term.figures.len() > 1);
            for other in &total.terms[..at] {
                let pairs = term.figures.iter().flat_map(|a| other.figures.iter().map(move |b| (a, b)));
                for (a, b) in pairs {
                    assert!(!may_meet(engine.corpus(), find(a), find(b)), "{a:?} {b:?} in seed {seed}");
                }
            }
        }
        let in_terms: usize = total.terms.iter().map(|term| term.figures.len()).sum();
        let left = total.left_out.iter().filter(|it| it.figure.is_some()).count();
        let entries: usize = section.lines.iter().map(|line| line.entries.len()).sum();
        assert!(
            in_terms + left >= section.outside.len() && in_terms + left <= entries + section.outside.len()
        );
        let (mut low, mut count) = (0, 0);
        for term in &total.terms {
            low += term.matching.low() + term.may_match.low();
            count += term.matching.figures + term.may_match.figures;
        }
        assert_eq!(low, total.matching.low() + total.may_match.low());
        assert_eq!(count, total.matching.figures + total.may_match.figures);
    }
    joined
}
