//! Figures in the notation: `killed|1746..1746..|at least|civilians=civilians|civilian|2019-04-29/2020-02-24||a1#0|words`.
//!
//! The fields are measure, low..best..high (one number where all are the same, `?` where none is given), bound,
//! of whom, their class, the period, `computed` where it is so, the figure that it is part of (statement and
//! position), and the words for it. Empty fields at the end are left out.

use crate::notation::{push_escaped, push_step, split, step, unescaped};
use index::{Bound, Corpus, Figure, Measure, NONE, Population, PopulationClass};

/// Measures by their names.
pub const MEASURES: [(&str, Measure); 8] = [
    ("other", Measure::Other),
    ("killed", Measure::Killed),
    ("injured", Measure::Injured),
    ("displaced", Measure::Displaced),
    ("refugees", Measure::Refugees),
    ("residents", Measure::Residents),
    ("detained", Measure::Detained),
    ("missing", Measure::Missing),
];

const BOUNDS: [(&str, Bound); 5] = [
    ("", Bound::Exact),
    ("at least", Bound::AtLeast),
    ("at most", Bound::AtMost),
    ("about", Bound::About),
    ("nearly", Bound::Nearly),
];

const CLASSES: [(&str, PopulationClass); 3] = [
    ("", PopulationClass::NotStated),
    ("civilian", PopulationClass::Civilian),
    ("combatant", PopulationClass::Combatant),
];

/// A figure as it was read; what it refers to is not yet looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadFigure {
    /// The figure; `whom` and `part_of` are [`NONE`].
    pub figure: Figure,
    /// Of whom: id, name and class.
    pub whom: Option<(String, String, PopulationClass)>,
    /// The period, in EDTF.
    pub period: String,
    /// The figure that it is part of: [`label`].
    pub part_of: String,
}

/// What other figures call the figure at `own` of a statement.
pub fn label(statement: &str, own: usize) -> String {
    [statement, "#", &own.to_string()].concat()
}

/// The figure at a position of all figures.
pub fn written(corpus: &Corpus, at: usize) -> String {
    let Some(figure) = corpus.statements.figures.at(at) else { return String::new() };
    let whom = corpus.populations.get(figure.whom as usize);
    let mut fields = vec![String::new(); 9];
    let mut put = |field: usize, text: &str| {
        if let Some(out) = fields.get_mut(field) {
            push_escaped(out, text);
        }
    };
    put(0, name_of(&MEASURES, figure.measure));
    put(1, &numbers(&figure));
    put(2, name_of(&BOUNDS, figure.bound));
    if let Some(period) = figure.period {
        put(5, &period.to_string());
    }
    put(6, if figure.computed { "computed" } else { "" });
    put(7, &whole(corpus, figure.part_of));
    put(8, &figure.words);
    put(4, whom.map_or("", |whom| name_of(&CLASSES, whom.class)));
    if let (Some(whom), Some(out)) = (whom, fields.get_mut(3)) {
        push_step(out, "", &whom.id, shown(whom, corpus));
    }
    while fields.last().is_some_and(String::is_empty) {
        fields.pop();
    }
    fields.join("|")
}

fn shown<'c>(whom: &'c Population, corpus: &Corpus) -> &'c str {
    index::name_in(&whom.names, &corpus.about.language)
}

fn numbers(figure: &Figure) -> String {
    let text = |number: Option<u64>| number.map_or(String::new(), |number| number.to_string());
    let (low, best, high) = (text(figure.low), text(figure.best), text(figure.high));
    match (low.is_empty() && best.is_empty() && high.is_empty(), low == best && best == high) {
        (true, _) => "?".to_owned(),
        (false, true) => best,
        _ => [&*low, "..", &best, "..", &high].concat(),
    }
}

/// The label of the whole, or nothing.
fn whole(corpus: &Corpus, part_of: u32) -> String {
    let figures = &corpus.statements.figures;
    let Some(row) = figures.row_of(part_of as usize).filter(|_| part_of != NONE) else {
        return String::new();
    };
    let own = part_of as usize - figures.range(row).start;
    label(corpus.statements.ids.get(row), own)
}

/// Reads a figure.
///
/// # Errors
/// Which field cannot be read.
pub fn read(text: &str) -> Result<ReadFigure, String> {
    let raw = split(text, '|');
    let field = |at: usize| raw.get(at).map_or(String::new(), |text| unescaped(text));
    let measure = value_of(&MEASURES, &field(0))?;
    let [low, best, high] = counts(&field(1))?;
    let bound = value_of(&BOUNDS, &field(2))?;
    let class = value_of(&CLASSES, &field(4))?;
    let whom = step(raw.get(3).copied().unwrap_or(""));
    let whom = (!whom.id.is_empty()).then_some((whom.id, whom.name, class));
    let computed = field(6) == "computed";
    let figure = Figure {
        measure,
        whom: NONE,
        low,
        best,
        high,
        bound,
        computed,
        part_of: NONE,
        words: field(8),
        ..Figure::default()
    };
    Ok(ReadFigure { figure, whom, period: field(5), part_of: field(7) })
}

fn counts(text: &str) -> Result<[Option<u64>; 3], String> {
    if text == "?" {
        return Ok([None; 3]);
    }
    let number = |text: &str| match text {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| text.to_owned()),
    };
    let parts: Vec<&str> = text.split("..").collect();
    match parts.as_slice() {
        [one] if !one.is_empty() => number(one).map(|one| [one; 3]),
        [low, best, high] => Ok([number(low)?, number(best)?, number(high)?]),
        _ => Err(text.to_owned()),
    }
}

fn name_of<T: PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    names.iter().find(|(_, known)| *known == value).map_or("", |(name, _)| name)
}

fn value_of<T: Copy>(names: &[(&'static str, T)], text: &str) -> Result<T, String> {
    names.iter().find(|(name, _)| *name == text).map(|(_, value)| *value).ok_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_of_every_shape() {
        let check = |low, best, high, expect: &str| {
            let figure = Figure { low, best, high, ..Figure::default() };
            assert_eq!(numbers(&figure), expect);
            assert_eq!(counts(expect), Ok([low, best, high]));
        };
        check(Some(33), Some(33), Some(33), "33");
        check(Some(1746), Some(1746), None, "1746..1746..");
        check(None, None, Some(5), "....5");
        check(None, Some(7), None, "..7..");
        check(None, None, None, "?");
        assert_eq!(counts(""), Err(String::new()));
        assert_eq!(counts("1..2"), Err("1..2".into()));
        assert_eq!(counts("-1"), Err("-1".into()));
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in ".{0,60}|[a-z0-9|.#/=]{0,40}") {
            let _ = read(&text);
        }
    }
}
