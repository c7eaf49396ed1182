//! From how many of the reports the statements shown come.

use index::Corpus;
use query::Answer;

/// How many readable reports the rows come from, and how many there are; nothing where there are fewer than
/// two, because then it says nothing.
pub fn reports_shown(corpus: &Corpus, rows: impl Iterator<Item = (u32, Answer)>) -> Option<(u64, u64)> {
    if corpus.reports.iter().filter(|report| !report.table).count() < 2 {
        return None;
    }
    let mut seen: Vec<bool> = vec![false; corpus.reports.len()];
    for (row, _) in rows {
        let report = corpus.statements.reports.get(row as usize);
        if let Some(cell) = report.and_then(|&report| seen.get_mut(report as usize)) {
            *cell = true;
        }
    }
    let readable = || corpus.reports.iter().zip(&seen).filter(|(report, _)| !report.table);
    let total = readable().count() as u64;
    let shown = readable().filter(|(_, seen)| **seen).count() as u64;
    Some((shown, total))
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::{Report, Statements};

    #[test]
    fn tables_are_no_reports_to_read() {
        let report = |table| Report { table, ..Report::default() };
        let corpus = Corpus {
            reports: vec![report(false), report(true), report(false)],
            statements: Statements { reports: vec![0, 0, 1, 2], ..Statements::default() },
            ..Corpus::default()
        };
        let rows = |rows: &'static [u32]| rows.iter().map(|&row| (row, Answer::Match));
        assert_eq!(reports_shown(&corpus, rows(&[0, 1, 2])), Some((1, 2)));
        assert_eq!(reports_shown(&corpus, rows(&[1, 3])), Some((2, 2)));
        assert_eq!(reports_shown(&Corpus::default(), rows(&[])), None);
    }
}
