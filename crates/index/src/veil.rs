//! Graphic passages: the sentences of a text that hold words which the publisher asked to be veiled.
//!
//! Which words those are is the publisher's choice ([`crate::About::veil`]); nothing is judged here. A sentence is
//! taken rather too long than too short, so that nothing of a passage stands before or after its veil.

use crate::fold::each_word;
use std::ops::Range;

/// The sentences of `text` that hold one of `phrases`: bytes, in order, apart from each other.
///
/// A phrase is words as [`crate::fold::fold`] leaves them, joined by one blank; a `*` at its end stands for any end of
/// its last word.
pub fn veiled(text: &str, phrases: &[String]) -> Vec<Range<usize>> {
    if phrases.is_empty() {
        return Vec::new();
    }
    let mut words: Vec<(Range<usize>, String)> = Vec::new();
    each_word(text, &mut String::new(), &mut |range, word| words.push((range, word.to_owned())));
    let begins = |at: usize| {
        let rest = words.get(at..).unwrap_or_default();
        phrases.iter().any(|phrase| is_begun_by(rest, phrase))
    };
    let hits: Vec<usize> = (0..words.len()).filter(|&at| begins(at)).collect();
    let is_hit = |sentence: &Range<usize>| {
        hits.iter().any(|&at| words.get(at).is_some_and(|(word, _)| sentence.contains(&word.start)))
    };
    sentences(text).into_iter().filter(is_hit).collect()
}

fn is_begun_by(words: &[(Range<usize>, String)], phrase: &str) -> bool {
    let (phrase, open) = phrase.strip_suffix('*').map_or((phrase, false), |phrase| (phrase, true));
    let asked: Vec<&str> = phrase.split(' ').collect();
    let Some((last, first)) = asked.split_last().filter(|_| words.len() >= asked.len()) else { return false };
    let same = first.iter().zip(words).all(|(asked, (_, word))| asked == word);
    let end = words.get(first.len()).map_or("", |(_, word)| word);
    same && if open { end.starts_with(last) } else { end == *last }
}

/// The sentences of a text: each ends with its mark, where a blank and no small letter follow, or at a line's end.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut start, mut ended) = (Vec::new(), 0, false);
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        ended = match c {
            '.' | '!' | '?' | '…' | '؟' | '。' => true,
            '”' | '"' | '’' | '\'' | '»' | ')' | ']' => ended,
            _ => false,
        };
        let after = at + c.len_utf8();
        let blank = letters.peek().is_some_and(|(_, next)| next.is_whitespace());
        let rest = text.get(after..).unwrap_or_default().trim_start();
        let goes_on = rest.chars().next().is_some_and(char::is_lowercase);
        if c == '\n' || ended && blank && !goes_on {
            found.push(start..after);
            start = after;
            ended = false;
        }
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found.into_iter().map(|range| trimmed(text, range)).filter(|range| !range.is_empty()).collect()
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inside = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (inside.len() - inside.trim_start().len());
    start..start + inside.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;
    use proptest::prelude::*;

    fn check(text: &str, phrases: &[&str], expect: &[&str]) {
        let phrases: Vec<String> = phrases.iter().map(|&phrase| phrase.to_owned()).collect();
        let got: Vec<&str> = veiled(text, &phrases).into_iter().map(|range| &text[range]).collect();
        assert_eq!(got, expect);
    }

    #[test]
    fn the_sentence_and_no_other() {
        let text = "They came at dawn. Two men were Beheaded, “in public.” The rest fled.";
        check(text, &["beheaded"], &["Two men were Beheaded, “in public.”"]);
        check(text, &["behead*"], &["Two men were Beheaded, “in public.”"]);
        check(text, &["behead"], &[]);
        check(text, &["in public"], &["Two men were Beheaded, “in public.”"]);
        check(text, &["dawn", "fled"], &["They came at dawn.", "The rest fled."]);
        check(text, &[], &[]);
    }

    #[test]
    fn a_sentence_is_taken_rather_too_long() {
        check("At 5 p.m. local time he was burned.", &["burned"], &["At 5 p.m. local time he was burned."]);
        check("He was burned", &["burned"], &["He was burned"]);
        check("A heading\nburned alive", &["burned"], &["burned alive"]);
        check("أُحرق الرجل؟ نعم.", &["احرق"], &["أُحرق الرجل؟"]);
    }

    proptest! {
        #[test]
        fn every_sentence_with_the_word_and_only_those(text in "[a-c .!?\n”é]{0,60}") {
            let found = veiled(&text, &["ab".to_owned()]);
            let mut before = 0;
            for range in &found {
                prop_assert!(before <= range.start && range.end <= text.len());
                let folded = fold(&text[range.clone()]);
                prop_assert!(folded.split(' ').any(|word| word == "ab"));
                before = range.end;
            }
            let mut rest = text.clone();
            for range in found.iter().rev() {
                rest.replace_range(range.clone(), " ");
            }
            prop_assert!(fold(&rest).split(' ').all(|word| word != "ab"), "{rest:?}");
        }
    }
}
