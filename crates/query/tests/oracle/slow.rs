//! The oracle: section 3 of the design, statement by statement and value by value, with nothing prepared and
//! nothing shared with the engine but the shapes of corpora, selections and answers.

use crate::words;
use index::*;
use query::*;

/// Everything, by asking each question from the start.
pub fn ask(corpus: &Corpus, selection: &Selection) -> Answers {
    let all = rows(corpus);
    let answers: Vec<Answer> = all.iter().map(|&row| answer(corpus, selection, row)).collect();
    let shown = |selection: &Selection, row: usize| answer(corpus, selection, row) != Answer::No;
    let with = |statement: &dyn Fn(usize) -> bool, selection: &Selection| {
        all.iter().filter(|&&row| statement(row) && shown(selection, row)).count() as u32
    };
    let mut turned = selection.clone();
    turned.scope = if selection.scope == Scope::Statement { Scope::Report } else { Scope::Statement };
    Answers {
        total: all.len() as u32,
        counts: counts(corpus, selection),
        other_scope: counts(corpus, &turned),
        undated: with(
            &|row| dates_of(corpus, selection, row).is_empty(),
            &without(selection, Dimension::Date),
        ),
        unplaced: with(
            &|row| corpus.statements.places.get(row).is_empty(),
            &without(selection, Dimension::Place),
        ),
        ledger: ledger(corpus, selection),
        facets: facets(corpus, selection),
        histogram: histogram(corpus, selection),
        rows: (0..).zip(answers).filter(|(_, answer)| *answer != Answer::No).collect(),
    }
}

/// The dates that are asked for: a statement's own, or its report's.
pub fn dates_of(corpus: &Corpus, selection: &Selection, row: usize) -> Vec<Span> {
    let report = corpus.reports.get(corpus.statements.reports[row] as usize);
    match selection.axis {
        DateAxis::Event => corpus.statements.dates.get(row).to_vec(),
        DateAxis::Published => report.and_then(|report| report.published.span).into_iter().collect(),
    }
}

fn rows(corpus: &Corpus) -> Vec<usize> {
    (0..corpus.statements.reports.len()).collect()
}

/// How many statements match, and may match.
pub fn counts(corpus: &Corpus, selection: &Selection) -> Counts {
    let mut counts = Counts::default();
    for row in rows(corpus) {
        match answer(corpus, selection, row) {
            Answer::No => {}
            Answer::MayMatch => counts.may_match += 1,
            Answer::Match => counts.matching += 1,
        }
    }
    counts
}

/// The selection without one dimension's clause.
pub fn without(selection: &Selection, dimension: Dimension) -> Selection {
    let mut selection = selection.clone();
    match dimension {
        Dimension::Date => selection.date = DateClause { from: None, to: None, undated: false },
        Dimension::Actor => selection.actor = ValueClause::default(),
        Dimension::Speaker => selection.speaker = ValueClause::default(),
        Dimension::Place => selection.place = ValueClause::default(),
        Dimension::Kind => selection.kind = ValueClause::default(),
        Dimension::Source => selection.source = ValueClause::default(),
        Dimension::Text => selection.text = String::new(),
    }
    selection
}

/// Between dimensions the worst answer wins; with scope on the report, each takes the best of the report.
pub fn answer(corpus: &Corpus, selection: &Selection, row: usize) -> Answer {
    let siblings = match selection.scope {
        Scope::Statement => vec![row],
        Scope::Report => siblings(corpus, row),
    };
    let mut worst = Answer::Match;
    for dimension in Dimension::ALL {
        let best = siblings.iter().map(|&row| in_dimension(corpus, selection, dimension, row)).max();
        worst = worst.min(best.unwrap());
    }
    if selection.matches_only && worst == Answer::MayMatch { Answer::No } else { worst }
}

fn siblings(corpus: &Corpus, row: usize) -> Vec<usize> {
    let report = corpus.statements.reports[row];
    if report == NONE || corpus.reports[report as usize].table {
        return vec![row];
    }
    rows(corpus).into_iter().filter(|&other| corpus.statements.reports[other] == report).collect()
}

fn in_dimension(corpus: &Corpus, selection: &Selection, dimension: Dimension, row: usize) -> Answer {
    let clause = match dimension {
        Dimension::Date => return date(&dates_of(corpus, selection, row), &selection.date),
        Dimension::Text => return words::answer(corpus, selection, row),
        Dimension::Actor => &selection.actor,
        Dimension::Speaker => &selection.speaker,
        Dimension::Place => &selection.place,
        Dimension::Kind => &selection.kind,
        Dimension::Source => &selection.source,
    };
    let mut answer = Answer::Match;
    if !clause.chosen.is_empty() {
        let chosen = clause.chosen.iter().map(|&v| one(corpus, selection, dimension, row, v)).max();
        answer = answer.min(chosen.unwrap());
    }
    for &excluded in &clause.excluded {
        let turned = match one(corpus, selection, dimension, row, excluded) {
            Answer::Match => Answer::No,
            Answer::MayMatch => Answer::MayMatch,
            Answer::No if excluded != Value::Missing && unsaid(corpus, selection, dimension, row) => {
                Answer::MayMatch
            }
            Answer::No => Answer::Match,
        };
        answer = answer.min(turned);
    }
    answer
}

/// The answer to one chosen value.
fn one(corpus: &Corpus, selection: &Selection, dimension: Dimension, row: usize, value: Value) -> Answer {
    let Value::Entry(wanted) = value else {
        let missing = is_missing(corpus, selection, dimension, row);
        return if missing { Answer::Match } else { Answer::No };
    };
    let mut groups: Vec<(u16, Vec<Answer>)> = Vec::new();
    let mut put = |group: u16, answer: Answer| match groups.iter_mut().find(|(number, _)| *number == group) {
        Some((_, answers)) => answers.push(answer),
        None => groups.push((group, vec![answer])),
    };
    let sure = |fits: bool| if fits { Answer::Match } else { Answer::No };
    let statements = &corpus.statements;
    let actor = |entry: u32| entry != NONE && below(entry, wanted, &|e| corpus.actors[e as usize].parent);
    match dimension {
        Dimension::Actor => {
            for entry in statements.actors.get(row) {
                put(entry.group, sure(actor(entry.actor) && in_role(selection, entry.role)));
            }
        }
        Dimension::Speaker => {
            for entry in statements.speakers.get(row) {
                put(entry.group, sure(actor(entry.actor)));
            }
        }
        Dimension::Place => {
            for entry in statements.places.get(row) {
                put(entry.group, place(corpus, entry.place, wanted));
            }
        }
        Dimension::Kind => {
            for (&kind, group) in statements.kinds.get(row).iter().zip(0..) {
                put(group, sure(below(kind, wanted, &|e| corpus.kinds[e as usize].parent)));
            }
        }
        Dimension::Source => {
            for (&source, group) in statements.sources.get(row).iter().zip(0..) {
                put(group, sure(below(source, wanted, &|e| corpus.sources[e as usize].parent)));
            }
        }
        Dimension::Date | Dimension::Text => unreachable!(),
    }
    let open = |answers: &Vec<Answer>| {
        if answers.iter().all(|&a| a == Answer::Match) {
            Answer::Match
        } else if answers.iter().any(|&a| a != Answer::No) {
            Answer::MayMatch
        } else {
            Answer::No
        }
    };
    groups.iter().map(|(_, answers)| open(answers)).max().unwrap_or(Answer::No)
}

fn in_role(selection: &Selection, role: Role) -> bool {
    selection.roles.is_empty() || selection.roles.contains(&role)
}

/// Whether `entry` is `wanted` or below it.
fn below(entry: u32, wanted: u32, parent: &dyn Fn(u32) -> u32) -> bool {
    entry == wanted || (entry != NONE && below(parent(entry), wanted, parent)) && wanted != NONE
}

fn place(corpus: &Corpus, place: u32, wanted: u32) -> Answer {
    let is_below = |low: u32, high: u32| below(low, high, &|e| corpus.places[e as usize].parent);
    let Some(chosen) = corpus.places.get(wanted as usize) else { return Answer::No };
    let covered = chosen.covers.iter().any(|c| c.coverage == Coverage::Covers && is_below(place, c.place));
    if is_below(place, wanted) || covered {
        return Answer::Match;
    }
    let reaches = |cover: &Cover| is_below(wanted, cover.place) || is_below(cover.place, wanted);
    if is_below(wanted, place) || corpus.places[place as usize].covers.iter().any(reaches) {
        return Answer::MayMatch;
    }
    Answer::No
}

fn is_missing(corpus: &Corpus, selection: &Selection, dimension: Dimension, row: usize) -> bool {
    let statements = &corpus.statements;
    match dimension {
        Dimension::Actor => {
            !statements.actors.get(row).iter().any(|e| e.actor != NONE && in_role(selection, e.role))
        }
        Dimension::Speaker => !statements.speakers.get(row).iter().any(|e| e.actor != NONE),
        Dimension::Place => statements.places.get(row).is_empty(),
        Dimension::Kind => statements.kinds.get(row).is_empty(),
        Dimension::Source => statements.sources.get(row).is_empty(),
        Dimension::Date | Dimension::Text => unreachable!(),
    }
}

/// Whether an excluded value may hold although it is not said: nothing is said, or somebody is not named.
fn unsaid(corpus: &Corpus, selection: &Selection, dimension: Dimension, row: usize) -> bool {
    let statements = &corpus.statements;
    let unnamed = match dimension {
        Dimension::Actor => {
            statements.actors.get(row).iter().any(|e| e.actor == NONE && in_role(selection, e.role))
        }
        Dimension::Speaker => statements.speakers.get(row).iter().any(|e| e.actor == NONE),
        _ => false,
    };
    unnamed || is_missing(corpus, selection, dimension, row)
}

fn date(spans: &[Span], clause: &DateClause) -> Answer {
    let range = clause.from.is_some() || clause.to.is_some();
    if !range && !clause.undated {
        return Answer::Match;
    }
    if spans.is_empty() {
        return if clause.undated { Answer::Match } else { Answer::No };
    }
    if !range || matches!((clause.from, clause.to), (Some(from), Some(to)) if from > to) {
        return Answer::No;
    }
    let inside = |span: &Span| {
        let begins = clause.from.is_none_or(|from| span.from.is_some_and(|day| day >= from));
        let ends = clause.to.is_none_or(|to| span.to.is_some_and(|day| day <= to));
        begins && ends
    };
    let apart = |span: &Span| {
        let too_late = matches!((span.from, clause.to), (Some(day), Some(to)) if day > to);
        let too_early = matches!((span.to, clause.from), (Some(day), Some(from)) if day < from);
        too_late || too_early
    };
    if spans.iter().all(|span| inside(span) && !span.qualified) {
        Answer::Match
    } else if spans.iter().all(apart) {
        Answer::No
    } else {
        Answer::MayMatch
    }
}

fn ledger(corpus: &Corpus, selection: &Selection) -> Ledger {
    let mut ledger = Ledger::default();
    for row in rows(corpus) {
        match ledger_part(corpus, selection, row) {
            Some(LedgerPart::Outside) => ledger.outside += 1,
            Some(LedgerPart::Undated) => ledger.undated += 1,
            Some(LedgerPart::Unplaced) => ledger.unplaced += 1,
            Some(LedgerPart::WithoutActor) => ledger.without_actor += 1,
            Some(LedgerPart::WithoutCoordinates) => ledger.without_coordinates += 1,
            None => {}
        }
    }
    ledger
}

/// Where a statement is counted in the ledger.
pub fn ledger_part(corpus: &Corpus, selection: &Selection, row: usize) -> Option<LedgerPart> {
    let places = corpus.statements.places.get(row);
    if answer(corpus, selection, row) != Answer::No {
        let drawn = places.iter().any(|entry| {
            let place = &corpus.places[entry.place as usize];
            place.point.is_some() || place.area != NONE
        });
        return (!places.is_empty() && !drawn).then_some(LedgerPart::WithoutCoordinates);
    }
    // The dimensions whose clause alone hides the statement.
    let failing: Vec<Dimension> = Dimension::ALL
        .into_iter()
        .filter(|&dimension| {
            let others = Dimension::ALL.into_iter().filter(|&other| other != dimension);
            answer(corpus, &others.fold(selection.clone(), |s, other| without(&s, other)), row) == Answer::No
        })
        .collect();
    Some(match failing[..] {
        [Dimension::Date] if dates_of(corpus, selection, row).is_empty() => LedgerPart::Undated,
        [Dimension::Place] if places.is_empty() => LedgerPart::Unplaced,
        [Dimension::Actor] if is_missing(corpus, selection, Dimension::Actor, row) => {
            LedgerPart::WithoutActor
        }
        _ => LedgerPart::Outside,
    })
}

fn facets(corpus: &Corpus, selection: &Selection) -> Facets {
    let facet = |dimension: Dimension, entries: usize| {
        let people = matches!(dimension, Dimension::Actor | Dimension::Speaker);
        let listed = (0..entries as u32).filter(|&entry| !people || !corpus.actors[entry as usize].private);
        let values = listed.map(Value::Entry).chain([Value::Missing]);
        let row = |value: Value| {
            let mut alone = without(selection, dimension);
            let clause = ValueClause { chosen: vec![value], excluded: Vec::new() };
            match dimension {
                Dimension::Actor => alone.actor = clause,
                Dimension::Speaker => alone.speaker = clause,
                Dimension::Place => alone.place = clause,
                Dimension::Kind => alone.kind = clause,
                _ => alone.source = clause,
            }
            FacetRow { value, counts: counts(corpus, &alone) }
        };
        values.map(row).collect()
    };
    Facets {
        actors: facet(Dimension::Actor, corpus.actors.len()),
        speakers: facet(Dimension::Speaker, corpus.actors.len()),
        places: facet(Dimension::Place, corpus.places.len()),
        kinds: facet(Dimension::Kind, corpus.kinds.len()),
        sources: facet(Dimension::Source, corpus.sources.len()),
    }
}

fn histogram(corpus: &Corpus, selection: &Selection) -> Histogram {
    let all = rows(corpus).into_iter().flat_map(|row| dates_of(corpus, selection, row));
    let days: Vec<i32> = all.flat_map(|span| [span.from, span.to]).flatten().map(|day| day.0).collect();
    let (Some(&first), Some(&last)) = (days.iter().min(), days.iter().max()) else {
        return Histogram::default();
    };
    let (unit, cells) = cells(first, last);
    let without_date = without(selection, Dimension::Date);
    let others: Vec<Answer> =
        rows(corpus).into_iter().map(|row| answer(corpus, &without_date, row)).collect();
    let count = |(from, to): (i32, i32)| {
        let (from, to) = (Day(from), Day(to));
        let mut counts = Counts::default();
        for row in rows(corpus) {
            let clause = DateClause { from: Some(from), to: Some(to), undated: false };
            let here = date(&dates_of(corpus, selection, row), &clause);
            match here.min(others[row]) {
                Answer::Match => counts.matching += 1,
                Answer::MayMatch if !selection.matches_only => counts.may_match += 1,
                _ => {}
            }
        }
        Cell { from, to, counts }
    };
    Histogram { unit, cells: cells.into_iter().map(count).collect() }
}

/// Walks day by day and starts a new cell wherever day, month or year is another.
fn cells(first: i32, last: i32) -> (Unit, Vec<(i32, i32)>) {
    let mut lists = Vec::new();
    for unit in [Unit::Day, Unit::Month, Unit::Year] {
        let name = |day: i32| {
            let (year, month, date) = Day(day).ymd();
            match unit {
                Unit::Day => (year, month, date),
                Unit::Month => (year, month, 0),
                Unit::Year => (year, 0, 0),
            }
        };
        let mut start = first;
        while name(start - 1) == name(first) {
            start -= 1;
        }
        let mut list: Vec<(i32, i32)> = Vec::new();
        let mut day = start;
        while day <= last || name(day) == name(last) {
            match list.last_mut() {
                Some((begun, end)) if name(*begun) == name(day) => *end = day,
                _ => list.push((day, day)),
            }
            day += 1;
        }
        if list.len() <= 400 {
            return (unit, list);
        }
        lists = list;
    }
    (Unit::Year, lists)
}
