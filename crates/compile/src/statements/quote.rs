//! Finding a quote in its report, with white space folded.

use index::{Report, TextSpan};

/// Where a quote was found, and whether that is the only place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// Nowhere.
    Nowhere,
    /// Here and nowhere else.
    Once(TextSpan),
    /// First here, but elsewhere too.
    Several(TextSpan),
}

/// The stretch that a cell such as `3:120-188` gives: paragraph, counted from 1, and bytes in it. Nothing where
/// other words stand there than the quote's, because the text was changed since.
pub(crate) fn at(report: Option<&Report>, cell: &str, quote: &str) -> Option<TextSpan> {
    let (paragraph, bytes) = cell.split_once(':')?;
    let (start, end) = bytes.split_once('-')?;
    let paragraph = paragraph.parse::<u32>().ok()?.checked_sub(1)?;
    let span = TextSpan { paragraph, start: start.parse().ok()?, end: end.parse().ok()? };
    let text = &report?.paragraphs.get(paragraph as usize)?.text;
    let found = text.get(span.start as usize..span.end as usize)?;
    (found.split_whitespace().eq(quote.split_whitespace()) && !found.is_empty()).then_some(span)
}

/// Finds `quote` in the paragraphs of `report`, or in those with the number `paragraph` only.
///
/// Paragraphs are carried with their white space folded, so the quote's is folded likewise.
pub(crate) fn find(report: &Report, quote: &str, paragraph: Option<u32>) -> Found {
    let quote = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    if quote.is_empty() {
        return Found::Nowhere;
    }
    let numbered = |number: u32| paragraph.is_none_or(|wanted| wanted == number);
    let mut spans = report.paragraphs.iter().zip(0..).filter(|(text, _)| numbered(text.original)).flat_map(
        |(text, paragraph)| {
            let span = |(start, part): (usize, &str)| TextSpan {
                paragraph,
                start: start as u32,
                end: (start + part.len()) as u32,
            };
            text.text.match_indices(&quote).map(span).collect::<Vec<_>>()
        },
    );
    match (spans.next(), spans.next()) {
        (None, _) => Found::Nowhere,
        (Some(first), Some(_)) if paragraph.is_none() => Found::Several(first),
        (Some(first), _) => Found::Once(first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::Paragraph;

    fn check(quote: &str, paragraph: Option<u32>, expect: &str) {
        let text =
            |original, text: &str| Paragraph { original, text: text.to_owned(), ..Paragraph::default() };
        let paragraphs = vec![text(1, "Talks “began” on Friday."), text(4, "قال on Friday")];
        let got = match find(&Report { paragraphs, ..Report::default() }, quote, paragraph) {
            Found::Nowhere => "nowhere".to_owned(),
            Found::Once(at) => format!("once {}:{}-{}", at.paragraph, at.start, at.end),
            Found::Several(at) => format!("several {}:{}-{}", at.paragraph, at.start, at.end),
        };
        assert_eq!(got, expect, "{quote}");
    }

    #[test]
    fn quotes_are_found() {
        check(" began”\n on  Friday", None, "once 0:9-27");
        check("on Friday", None, "several 0:18-27");
        check("on Friday", Some(4), "once 1:7-16");
        check("on Friday", Some(3), "nowhere");
        check("\"began\"", None, "nowhere");
        check(" ", None, "nowhere");
    }
}
