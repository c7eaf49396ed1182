//! Splits a paragraph at the borders of everything drawn in it: the open statement, mentions, search words.

use index::MentionKind;
use std::ops::Range;

/// What is drawn under or around a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// A mention, by its kind.
    Mention(MentionKind),
    /// A search word.
    Word,
    /// The publisher's veil: its text is not shown.
    Veil,
}

/// A stretch to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the paragraph.
    pub range: Range<usize>,
    /// How.
    pub drawn: Drawn,
    /// It is the one that the reader has stepped to.
    pub current: bool,
}

/// A stretch of text that is drawn alike throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// It belongs to the open statement.
    pub lit: bool,
    /// What is drawn: the veil over everything, else of overlapping marks the shortest.
    pub mark: Option<(Drawn, bool)>,
}

/// The pieces of a paragraph; joined, their texts are the paragraph. Borders that fall inside a letter or outside
/// the text are moved to where a letter begins.
pub fn pieces(text: &str, lit: &[Range<usize>], marks: &[Mark]) -> Vec<Piece> {
    let lit: Vec<Range<usize>> = lit.iter().map(|range| on_letters(text, range)).collect();
    let marks: Vec<Mark> =
        marks.iter().map(|mark| Mark { range: on_letters(text, &mark.range), ..mark.clone() }).collect();
    let ranges = lit.iter().chain(marks.iter().map(|mark| &mark.range));
    let mut borders: Vec<usize> = ranges.flat_map(|range| [range.start, range.end]).collect();
    borders.extend([0, text.len()]);
    index::order::sort(&mut borders);
    borders.dedup();
    let stretches = borders.iter().zip(borders.iter().skip(1));
    let piece = |(&start, &end): (&usize, &usize)| {
        let covers = |range: &Range<usize>| range.start <= start && end <= range.end;
        let over = marks.iter().filter(|mark| covers(&mark.range));
        let shortest = over.min_by_key(|mark| (mark.drawn != Drawn::Veil, mark.range.len()));
        Piece {
            text: text.get(start..end).unwrap_or_default().to_owned(),
            lit: lit.iter().any(covers),
            mark: shortest.map(|mark| (mark.drawn, mark.current)),
        }
    };
    stretches.map(piece).fold(Vec::new(), joined)
}

/// Adds a piece, or lengthens the last one where both are drawn alike and nothing is marked.
fn joined(mut pieces: Vec<Piece>, piece: Piece) -> Vec<Piece> {
    match pieces.last_mut() {
        Some(last) if last.mark.is_none() && piece.mark.is_none() && last.lit == piece.lit => {
            last.text.push_str(&piece.text);
        }
        Some(Piece { text, lit, mark: Some((Drawn::Veil, _)) })
            if matches!(piece.mark, Some((Drawn::Veil, _))) =>
        {
            text.push_str(&piece.text);
            *lit |= piece.lit;
        }
        _ => pieces.push(piece),
    }
    pieces
}

fn on_letters(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start);
    start..text.floor_char_boundary(range.end).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mark(range: Range<usize>, drawn: Drawn) -> Mark {
        Mark { range, drawn, current: false }
    }

    fn check(text: &str, lit: &[Range<usize>], marks: &[Mark], expect: &str) {
        let shown = |piece: Piece| {
            let text = if piece.lit { format!("[{}]", piece.text) } else { piece.text };
            match piece.mark {
                Some((Drawn::Mention(kind), _)) => format!("{}({text})", kind as u8),
                Some((Drawn::Word, _)) => format!("w({text})"),
                Some((Drawn::Veil, _)) => format!("v({text})"),
                None => text,
            }
        };
        let got: String = pieces(text, lit, marks).into_iter().map(shown).collect();
        assert_eq!(got, expect);
    }

    #[test]
    #[allow(clippy::single_range_in_vec_init, reason = "one lit stretch is meant")]
    fn nesting_and_overlap() {
        let (date, actor) = (Drawn::Mention(MentionKind::Date), Drawn::Mention(MentionKind::Actor));
        check("on Friday", &[], &[], "on Friday");
        check("on Friday", &[], &[mark(3..9, date)], "on 0(Friday)");
        check("on Friday it", &[3..12], &[mark(3..9, date)], "on 0([Friday])[ it]");
        check("on Friday it", &[5..12], &[mark(3..9, date)], "on 0(Fr)0([iday])[ it]");
        check("the UN says", &[], &[mark(0..11, Drawn::Word), mark(4..6, actor)], "w(the )1(UN)w( says)");
        check(
            "A. B is C. D",
            &[5..9],
            &[mark(0..12, date), mark(3..9, Drawn::Veil), mark(5..7, actor)],
            "0(A. )v([B is C])0(. D)",
        );
        check("abcdef", &[0..2, 2..4], &[], "[abcd]ef");
        check("", &[0..4], &[mark(0..9, date)], "");
    }

    #[test]
    #[allow(clippy::single_range_in_vec_init, reason = "one lit stretch is meant")]
    fn letters_stay_whole() {
        check("إدلب", &[1..3], &[], "[إ]دلب");
        check("é", &[1..9], &[], "[é]");
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "[a-zéإ ]{0,30}", lit in proptest::collection::vec((0usize..50, 0usize..50), 0..4),
            marks in proptest::collection::vec((0usize..50, 0usize..50), 0..5)) {
            let lit: Vec<_> = lit.into_iter().map(|(a, b)| a..b).collect();
            let marks: Vec<_> = marks.into_iter().map(|(a, b)| mark(a..b, Drawn::Word)).collect();
            let pieces = pieces(&text, &lit, &marks);
            let all: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            prop_assert_eq!(all, text);
            prop_assert!(pieces.iter().all(|piece| !piece.text.is_empty()));
        }
    }
}
