//! Figures in words: how many of whom, as bounded as the source has it, parts named as parts and never added.

use super::naming::isolated;
use crate::text::{Lang, date, fill, number::whole};
use index::{Bound, Corpus, Figure, Measure, NONE, name_in};

/// A figure in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureText {
    /// Such as `≥ 1,746 killed`.
    pub text: String,
    /// Computed by us rather than stated.
    pub computed: bool,
    /// Its parts within the same statement, such as `513 children`.
    pub parts: Vec<Self>,
    /// Of whom, over which period, in which words: what does not fit in a line.
    pub details: Vec<String>,
}

/// The figures of a statement: wholes with their parts.
pub fn figures(corpus: &Corpus, row: u32, lang: Lang) -> Vec<FigureText> {
    let range = corpus.statements.figures.range(row as usize);
    let here = corpus.statements.figures.get(row as usize);
    let inside = |figure: &Figure| range.contains(&(figure.part_of as usize));
    let wholes = here.iter().enumerate().filter(|(_, figure)| !inside(figure));
    wholes
        .map(|(at, figure)| {
            let own = u32::try_from(range.start + at).unwrap_or(NONE);
            let parts = here.iter().filter(|part| part.part_of == own && inside(part));
            FigureText {
                parts: parts.map(|part| part_text(corpus, part, figure, lang)).collect(),
                ..whole_text(corpus, figure, lang)
            }
        })
        .collect()
}

/// A figure by itself; of a part of a figure elsewhere, the whole is named.
fn whole_text(corpus: &Corpus, figure: &Figure, lang: Lang) -> FigureText {
    let words = &lang.words().reading.figures;
    let mut text = measured(figure, lang);
    if let Some(whole) = corpus.statements.figures.at(figure.part_of as usize) {
        text =
            text + lang.words().reading.statements.comma + &fill(words.part_of, &[&measured(&whole, lang)]);
    }
    FigureText { text, computed: figure.computed, parts: Vec::new(), details: details(corpus, figure, lang) }
}

/// A part beside its whole: by whom it counts where that tells them apart, else by its measure.
fn part_text(corpus: &Corpus, part: &Figure, of: &Figure, lang: Lang) -> FigureText {
    let words = &lang.words().reading.figures;
    let own = whole_text(corpus, &Figure { part_of: NONE, ..part.clone() }, lang);
    let shared = details(corpus, of, lang);
    let apart = |details: &[String], whom: &str| -> Vec<String> {
        details.iter().filter(|detail| !shared.contains(detail) && *detail != whom).cloned().collect()
    };
    let whom =
        population(corpus, part.whom, lang).filter(|_| part.measure == of.measure && part.whom != of.whom);
    match (amount(part, lang), whom) {
        (Some(amount), Some(whom)) => {
            let (first, second) =
                if words.part_population_first { (&whom, &amount) } else { (&amount, &whom) };
            let text = fill(words.part, &[first, second]);
            FigureText { text, details: apart(&own.details, &whom), ..own }
        }
        _ => own,
    }
}

/// Number and measure, or the source's words where it gives no number.
fn measured(figure: &Figure, lang: Lang) -> String {
    let words = &lang.words().reading;
    let in_words = || fill(words.statements.quoted, &[&isolated(lang, &figure.words)]);
    match amount(figure, lang) {
        None if figure.words.is_empty() => words.why.unknown.to_owned(),
        None => in_words(),
        Some(_) if figure.measure == Measure::Other && !figure.words.is_empty() => in_words(),
        Some(amount) => fill(measure(figure.measure, lang), &[&amount]),
    }
}

fn measure(measure: Measure, lang: Lang) -> &'static str {
    let words = &lang.words().reading.figures;
    match measure {
        Measure::Killed => words.killed,
        Measure::Injured => words.injured,
        Measure::Displaced => words.displaced,
        Measure::Refugees => words.refugees,
        Measure::Residents => words.residents,
        Measure::Detained => words.detained,
        Measure::Missing => words.missing,
        Measure::Other => words.other,
    }
}

/// The number with its bounds; nothing where there is none.
fn amount(figure: &Figure, lang: Lang) -> Option<String> {
    let words = &lang.words().reading.figures;
    let write = |n: u64| whole(lang, n);
    let (low, best, high) = (figure.low, figure.best, figure.high);
    match (low, best, high) {
        (Some(low), best, Some(high)) if low != high => Some(match best {
            Some(best) if best != low || best != high => {
                fill(words.best_in_range, &[&write(best), &write(low), &write(high)])
            }
            _ => fill(words.range, &[&write(low), &write(high)]),
        }),
        _ => {
            let single = write(best.or(low).or(high)?);
            Some(match figure.bound {
                Bound::AtLeast => fill(words.at_least, &[&single]),
                Bound::AtMost => fill(words.at_most, &[&single]),
                Bound::About => fill(words.about, &[&single]),
                Bound::Nearly => fill(words.nearly, &[&single]),
                Bound::Exact if best.is_none() && high.is_none() => fill(words.at_least, &[&single]),
                Bound::Exact if best.is_none() && low.is_none() => fill(words.at_most, &[&single]),
                Bound::Exact => single,
            })
        }
    }
}

fn population(corpus: &Corpus, whom: u32, lang: Lang) -> Option<String> {
    let population = corpus.populations.get(whom as usize).filter(|_| whom != NONE)?;
    Some(isolated(lang, name_in(&population.names, lang.code())))
}

fn details(corpus: &Corpus, figure: &Figure, lang: Lang) -> Vec<String> {
    let words = &lang.words().reading;
    let period = figure.period.map(|period| fill(words.figures.over, &[&date::span(lang, &period)]));
    let origin = if figure.computed { words.figures.computed } else { words.figures.stated };
    let quoted = (!figure.words.is_empty() && amount(figure, lang).is_some())
        .then(|| fill(words.statements.quoted, &[&isolated(lang, &figure.words)]));
    let whom = population(corpus, figure.whom, lang);
    whom.into_iter().chain(period).chain([origin.to_owned()]).chain(quoted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::{Name, Population};

    fn killed(best: u64) -> Figure {
        Figure { measure: Measure::Killed, best: Some(best), whom: NONE, part_of: NONE, ..Figure::default() }
    }

    fn named(id: &str) -> Population {
        let name = Name { text: id.into(), lang: "en".into() };
        Population { id: id.into(), names: vec![name], ..Population::default() }
    }

    fn corpus(rows: Vec<Vec<Figure>>) -> Corpus {
        let mut corpus =
            Corpus { populations: vec![named("civilians"), named("children")], ..Corpus::default() };
        rows.into_iter().for_each(|row| corpus.statements.figures.push(row));
        corpus
    }

    #[test]
    fn a_part_repeats_nothing_of_its_whole() {
        let period = Some(index::Span::day(index::Day(0)));
        let toll = Figure { whom: 0, period, ..killed(9) };
        let children = Figure { whom: 1, part_of: 0, period, words: "two children".into(), ..killed(2) };
        let figures = figures(&corpus(vec![vec![toll, children]]), 0, Lang::En);
        assert_eq!(figures[0].details, ["civilians", "over 1 Jan 1970", "stated"]);
        assert_eq!(figures[0].parts[0].details, ["“two children”"]);
    }

    fn line(figure: &FigureText) -> String {
        let parts: Vec<String> = figure.parts.iter().map(line).collect();
        format!("{}{}[{}]", figure.text, if figure.computed { "*" } else { "" }, parts.join("; "))
    }

    fn check(rows: Vec<Vec<Figure>>, row: u32, expect: &[&str]) {
        let got: Vec<String> = figures(&corpus(rows), row, Lang::En).iter().map(line).collect();
        assert_eq!(got, expect);
    }

    #[test]
    fn bounds() {
        let with = |low, best, high, bound| vec![vec![Figure { low, best, high, bound, ..killed(0) }]];
        check(with(None, Some(33), None, Bound::Exact), 0, &["33 killed[]"]);
        check(with(Some(1746), Some(1746), None, Bound::AtLeast), 0, &["≥ 1,746 killed[]"]);
        check(with(Some(1746), None, None, Bound::Exact), 0, &["≥ 1,746 killed[]"]);
        check(with(None, None, Some(7), Bound::Exact), 0, &["≤ 7 killed[]"]);
        check(with(None, Some(7), None, Bound::Nearly), 0, &["nearly 7 killed[]"]);
        check(with(Some(3), Some(5), Some(9), Bound::Exact), 0, &["5 (3–9) killed[]"]);
        check(with(Some(3), None, Some(9), Bound::Nearly), 0, &["3–9 killed[]"]);
        check(with(Some(4), Some(4), Some(4), Bound::Exact), 0, &["4 killed[]"]);
        check(with(None, None, None, Bound::Exact), 0, &["not known[]"]);
    }

    #[test]
    fn parts_stay_parts() {
        let toll = Figure { whom: 0, bound: Bound::AtLeast, ..killed(1746) };
        let children = Figure { whom: 1, part_of: 0, ..killed(513) };
        let since = Figure { whom: 0, part_of: 0, bound: Bound::AtLeast, ..killed(465) };
        let rows = vec![vec![toll, children], vec![since]];
        check(rows.clone(), 0, &["≥ 1,746 killed[513 children[]]"]);
        check(rows, 1, &["≥ 465 killed, part of ≥ 1,746 killed[]"]);
    }

    #[test]
    fn another_measure_and_words_alone() {
        let residents = Figure { measure: Measure::Residents, ..killed(3_000_000) };
        let displaced = Figure {
            measure: Measure::Displaced,
            best: None,
            low: Some(900_000),
            high: Some(1_000_000),
            computed: true,
            part_of: 0,
            ..killed(0)
        };
        check(vec![vec![residents, displaced]], 0, &["3,000,000 residents[900,000–1,000,000 displaced*[]]"]);
        let words = Figure { best: None, words: "many casualties".into(), ..killed(0) };
        check(vec![vec![words]], 0, &["“many casualties”[]"]);
        let zones = Figure { measure: Measure::Other, words: "four zones".into(), ..killed(4) };
        check(vec![vec![zones]], 0, &["“four zones”[]"]);
    }
}
