//! Amounts: "three", "twenty-three", "1,746", "5.2 million", "a couple of", "several".

use crate::lexicon::{FEW, NUMBER};
use crate::text::{Kind, Text};

/// An amount in the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Amount {
    /// Token after the last.
    pub to: usize,
    /// How many; nothing where only words like "several" are given.
    pub value: Option<f64>,
    /// It is "a" or "an".
    pub article: bool,
}

/// The amount that begins at a token.
pub(crate) fn amount(text: &Text, at: usize) -> Option<Amount> {
    let plain = |to, value| Some(Amount { to, value, article: false });
    if text.is(at, Kind::Number) {
        let value: f64 = text.word(at).replace(',', "").parse().ok()?;
        let (to, factor) = scale(text, at + 1);
        return plain(to, Some(value * factor));
    }
    if text.has(at, NUMBER) {
        return words(text, at);
    }
    match text.word(at) {
        "a" | "an" => match text.word(at + 1) {
            "couple" => plain(at + if text.word(at + 2) == "of" { 3 } else { 2 }, Some(2.0)),
            "few" => plain(at + 2, None),
            "number" if text.word(at + 2) == "of" => plain(at + 3, None),
            "dozen" | "hundred" | "thousand" | "million" | "billion" => words(text, at + 1),
            "half" if text.word(at + 2) == "-" => None,
            _ => Some(Amount { to: at + 1, value: Some(1.0), article: true }),
        },
        "couple" => plain(at + if text.word(at + 1) == "of" { 2 } else { 1 }, Some(2.0)),
        _ if text.has(at, FEW) => plain(at + 1, None),
        _ => None,
    }
}

/// "million" and the like behind digits.
fn scale(text: &Text, at: usize) -> (usize, f64) {
    let factor = match text.word(at) {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" | "m" => 1e6,
        "billion" | "bn" => 1e9,
        "trillion" => 1e12,
        _ => return (at, 1.0),
    };
    (at + 1, factor)
}

/// "twenty-three", "one hundred and five", "three million".
fn words(text: &Text, at: usize) -> Option<Amount> {
    let (mut total, mut part, mut to, mut any) = (0.0, 0.0, at, false);
    let mut next = at;
    loop {
        let word = text.word(next);
        if let Some(small) = small(word) {
            // "nineteen ninety" is no sum; two small numbers in a row end it, unless "twenty three".
            let fits = part == 0.0
                || (part % 100.0 == 0.0)
                || (part % 10.0 == 0.0 && small < 10.0 && part % 100.0 >= 20.0);
            if !fits {
                break;
            }
            part += small;
        } else {
            match word {
                "dozen" => part = part.max(1.0) * 12.0,
                "hundred" => part = part.max(1.0) * 100.0,
                "thousand" => (total, part) = (total + part.max(1.0) * 1e3, 0.0),
                "million" => (total, part) = (total + part.max(1.0) * 1e6, 0.0),
                "billion" => (total, part) = (total + part.max(1.0) * 1e9, 0.0),
                "trillion" => (total, part) = (total + part.max(1.0) * 1e12, 0.0),
                _ => break,
            }
        }
        any = true;
        next += 1;
        to = next;
        if matches!(text.word(next), "-" | "and") && small(text.word(next + 1)).is_some() {
            // "twenty-three" and "hundred and five", not "two and three" or "1990-three".
            let sum = text.word(next) == "-" && part % 10.0 == 0.0 && part % 100.0 >= 20.0
                || part % 100.0 == 0.0 && part > 0.0
                || total > 0.0 && part == 0.0;
            if !sum {
                break;
            }
            next += 1;
        }
    }
    let vague = matches!(text.word(at), "hundreds" | "thousands" | "millions" | "dozens" | "scores");
    if vague {
        return Some(Amount { to: at + 1, value: None, article: false });
    }
    any.then_some(Amount { to, value: Some(total + part), article: false })
}

fn small(word: &str) -> Option<f64> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let small = SMALL.iter().position(|known| *known == word).map(|n| n as f64);
    small.or_else(|| TENS.iter().position(|known| *known == word).map(|n| (n as f64 + 2.0) * 10.0))
}

/// "third", "3rd", "twenty-first": the number.
pub(crate) fn ordinal(word: &str) -> Option<u32> {
    const WORDS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    if let Some(at) = WORDS.iter().position(|known| *known == word) {
        return Some(at as u32 + 1);
    }
    let digits =
        word.strip_suffix("st").or_else(|| word.strip_suffix("nd")).or_else(|| word.strip_suffix("rd"));
    digits.or_else(|| word.strip_suffix("th"))?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn check(raw: &str, expect: Option<f64>, rest: &str) {
        let lexicon = Lexicon::shared();
        let text = Text::new(raw, lexicon);
        let found = amount(&text, 0);
        assert_eq!(found.and_then(|a| a.value), expect, "{raw}");
        let to = found.map_or(0, |a| a.to);
        assert_eq!(text.between(to, text.tokens.len()), rest, "{raw}");
    }

    #[test]
    fn amounts_in_words_and_digits() {
        check("1,746 civilians", Some(1746.0), "civilians");
        check("5.2 million people", Some(5_200_000.0), "people");
        check("twenty-three men", Some(23.0), "men");
        check("one hundred and five men", Some(105.0), "men");
        check("three million refugees", Some(3_000_000.0), "refugees");
        check("two hundred thousand", Some(200_000.0), "");
        check("a couple of years", Some(2.0), "years");
        check("a dozen men", Some(12.0), "men");
        check("several days", None, "days");
        check("nineteen ninety-seven", Some(19.0), "ninety-seven");
        check("hello", None, "hello");
    }

    #[test]
    fn ordinals() {
        for (word, expect) in [("third", Some(3)), ("21st", Some(21)), ("2nd", Some(2)), ("last", None)] {
            assert_eq!(ordinal(word), expect);
        }
    }
}
