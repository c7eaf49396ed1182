//! The one place that reads figures out of a corpus.

use index::{Bound, Corpus, Figure, NONE, Span};

/// Calls `each` for every figure: its position among all, its statement, and itself.
pub fn each(corpus: &Corpus, mut each: impl FnMut(u32, u32, &Figure)) {
    let mut position = 0;
    for row in 0..corpus.statements.len() {
        for figure in corpus.statements.figures.get(row) {
            each(position, row as u32, &figure);
            position += 1;
        }
    }
}

/// Least, best and most, where a single number bounds the sides that its bound leaves no room on.
pub fn range(figure: &Figure) -> (Option<u64>, Option<u64>, Option<u64>) {
    let (mut low, best, mut high) = (figure.low, figure.best, figure.high);
    if low.is_none() && high.is_none() {
        if matches!(figure.bound, Bound::Exact | Bound::AtLeast) {
            low = best;
        }
        if matches!(figure.bound, Bound::Exact | Bound::AtMost | Bound::Nearly) {
            high = best;
        }
    }
    (low, best, high)
}

/// The period that a figure covers: its own, else that of its statement; nothing where it is not decided.
pub fn period(figure: &Figure, dates: &[Span]) -> Option<Span> {
    let whole = match figure.period {
        Some(period) => period,
        None => dates.iter().copied().reduce(hull)?,
    };
    (whole.from.is_some() && whole.to.is_some() && whole.low() <= whole.high() && !whole.qualified)
        .then_some(whole)
}

fn hull(a: Span, b: Span) -> Span {
    let (from, to) = (a.from.zip(b.from), a.to.zip(b.to));
    Span {
        from: from.map(|(a, b)| a.min(b)),
        to: to.map(|(a, b)| a.max(b)),
        qualified: a.qualified || b.qualified,
    }
}

/// The figure that one is part of, where that stands before or after it but is not itself.
pub fn whole(figure: &Figure, position: u32) -> u32 {
    if figure.part_of == position { NONE } else { figure.part_of }
}

/// The statements of whose figures others' are parts, upward.
pub fn wholes_elsewhere(corpus: &Corpus) -> Vec<u32> {
    let figures = &corpus.statements.figures;
    let row_of = |position: u32| figures.row_of(position as usize).map_or(NONE, |row| row as u32);
    let mut rows = Vec::new();
    each(corpus, |_, row, figure| {
        if figure.part_of != NONE && row_of(figure.part_of) != row {
            rows.push(row_of(figure.part_of));
        }
    });
    index::order::sort(&mut rows);
    rows.dedup();
    rows
}

/// The source's words for a figure.
pub fn words(corpus: &Corpus, position: u32) -> String {
    corpus.statements.figures.at(position as usize).map(|figure| figure.words).unwrap_or_default()
}
