//! A statement as the cells of a row: everything as words.

use crate::panels::statements::{FigureText, Speakers, in_role, item, speakers};
use crate::text::Lang;
use index::{Corpus, Role};
use query::Answer;

/// A row of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The statement's id.
    pub id: String,
    /// Its report's id.
    pub report_id: String,
    /// What it says.
    pub title: String,
    /// The title's language; may be empty.
    pub title_lang: String,
    /// When.
    pub date: String,
    /// Who did it.
    pub did_it: String,
    /// To whom.
    pub done_to: String,
    /// Who says so.
    pub says_so: String,
    /// Where.
    pub place: String,
    /// What kind.
    pub kind: String,
    /// How many.
    pub figures: String,
    /// The report's title.
    pub report: String,
    /// Match, may match, or outside the selection.
    pub answer: &'static str,
}

/// The statement at `row`.
pub fn record(corpus: &Corpus, row: u32, answer: Answer, lang: Lang) -> Record {
    let words = lang.words();
    let item = item(corpus, row, lang);
    let figure = |figure: &FigureText| {
        let parts = figure.parts.iter().map(|part| part.text.clone());
        std::iter::once(figure.text.clone()).chain(parts).collect::<Vec<_>>().join(" · ")
    };
    let report =
        corpus.statements.reports.get(row as usize).and_then(|&report| corpus.reports.get(report as usize));
    Record {
        figures: item.figures.iter().map(figure).collect::<Vec<_>>().join(words.reading.statements.comma),
        id: item.id,
        report_id: item.report,
        title: item.title,
        title_lang: item.title_lang,
        date: item.date,
        did_it: in_role(corpus, row, Role::Initiator, lang),
        done_to: in_role(corpus, row, Role::Affected, lang),
        says_so: match speakers(corpus, row, lang) {
            Speakers::NotKnown => String::new(),
            Speakers::Report => words.pictures.table.report_itself.to_owned(),
            Speakers::Unnamed => words.reading.statements.unnamed.to_owned(),
            Speakers::Named(names) => names,
        },
        place: item.place,
        kind: item.kind,
        report: report.map(|report| report.title.clone()).unwrap_or_default(),
        answer: match answer {
            Answer::Match => words.matches,
            Answer::MayMatch => words.may_match,
            Answer::No => words.pictures.table.outside,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panels::statements::sample_corpus;

    #[test]
    fn every_row_has_its_cells() {
        let corpus = sample_corpus();
        for row in 0..corpus.statements.len() as u32 {
            let record = record(&corpus, row, Answer::MayMatch, Lang::En);
            assert_eq!(record.id, corpus.statements.ids.get(row as usize));
            assert!(!record.title.is_empty() && !record.date.is_empty());
            assert_eq!(record.answer, "may match");
        }
    }
}
