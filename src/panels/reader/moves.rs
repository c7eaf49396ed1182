//! What moves when another publication date is tried.

use crate::panels::statements::{item, when};
use crate::text::Lang;
use index::Corpus;

/// A statement whose date moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Its id.
    pub id: String,
    /// What it says.
    pub title: String,
    /// Its date as the sources have it.
    pub old: String,
    /// Its date under the trial.
    pub new: String,
}

/// The statements of a report whose dates differ, in the order of the sources.
pub fn moves(before: &Corpus, after: &Corpus, report: u32, lang: Lang) -> Vec<Move> {
    let rows = (0u32..).zip(&before.statements.reports).filter(|&(_, &of)| of == report).map(|(row, _)| row);
    let differs =
        |row: &u32| before.statements.dates.get(*row as usize) != after.statements.dates.get(*row as usize);
    rows.filter(differs)
        .map(|row| {
            let item = item(before, row, lang);
            Move { id: item.id, title: item.title, old: item.date, new: when(after, row, lang) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panels::statements::sample_corpus;
    use index::{Day, Packed, Span};

    #[test]
    fn only_what_differs() {
        let (before, mut after) = (sample_corpus(), sample_corpus());
        let mut dates = Packed::default();
        dates.push([Span::day(Day::from_ymd(2020, 3, 5).unwrap_or_default())]);
        dates.push(before.statements.dates.get(1));
        dates.push([]);
        after.statements.dates = dates;
        let moved = moves(&before, &after, 0, Lang::En);
        assert_eq!(moved.len(), 1);
        assert_eq!((moved[0].old.as_str(), moved[0].new.as_str()), ("27 Feb 2020", "5 Mar 2020"));
        assert_eq!(moves(&before, &after, 9, Lang::En), []);
    }
}
