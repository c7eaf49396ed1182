//! A text cut into tokens.
//!
//! A token is a word, a number or a mark. "U.S." and "p.m." are one word, "Turkey's" is a word and "'s",
//! "ten-day" is three tokens, "1,746" and "5.2" are one number. Every word is looked up once in the
//! [`crate::lexicon`], and rules ask for its flags instead of comparing words.

use crate::cut::cut;
use crate::lexicon::{
    CLOCK, DAY_WORD, DECADE, Flags, HOLIDAY, Lexicon, MONTH, NUMBER, PART_OF_DAY, REFERENCE, SEASON, SET,
    UNIT, UNITS, WEEKDAY, ZONE,
};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with digits perhaps ("1990s", "21st").
    Word,
    /// Digits with separators.
    Number,
    /// Anything else, one character.
    Mark,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// No capital letter at the beginning.
    Lower,
    /// A capital letter at the beginning.
    Capital,
    /// Two or more letters, all capital.
    Upper,
}

/// A stretch of the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// What it is.
    pub kind: Kind,
    /// How it is written.
    pub shape: Shape,
    /// White space, or the text's beginning, stands before it.
    pub spaced: bool,
    /// A line break stands before it.
    pub broken: bool,
    /// The lexicon's flags.
    pub flags: Flags,
    /// Its first byte, in lower case.
    pub first: u8,
}

/// A text with its tokens.
pub(crate) struct Text<'a> {
    /// The text as it is.
    pub raw: &'a str,
    /// The same with ASCII letters in lower case and curly apostrophes kept, byte for byte as long.
    pub lower: String,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Most letters are capital, so case says nothing.
    pub shouting: bool,
    /// For each token the next that may be a time, itself included.
    temporal: Vec<u32>,
}

impl<'a> Text<'a> {
    /// Cuts a text.
    pub fn new(raw: &'a str, lexicon: &Lexicon) -> Self {
        let lower = raw.to_ascii_lowercase();
        let mut text = Self {
            raw,
            lower,
            tokens: Vec::with_capacity(raw.len() / 5),
            shouting: shouts(raw),
            temporal: Vec::new(),
        };
        cut(&mut text, lexicon);
        text.temporal = temporal(&text.tokens);
        text
    }

    /// The token in lower case; empty beyond the end.
    #[inline]
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).and_then(|t| self.lower.get(t.start as usize..t.end as usize)).unwrap_or("")
    }

    /// The token as written; empty beyond the end.
    #[inline]
    pub fn written(&self, at: usize) -> &'a str {
        self.tokens.get(at).and_then(|t| self.raw.get(t.start as usize..t.end as usize)).unwrap_or("")
    }

    /// The words from one token to before another, as written.
    pub fn between(&self, from: usize, to: usize) -> &'a str {
        let (Some(first), Some(last)) =
            (self.tokens.get(from), to.checked_sub(1).and_then(|at| self.tokens.get(at)))
        else {
            return "";
        };
        self.raw.get(first.start as usize..last.end as usize).unwrap_or("")
    }

    /// The first token that begins at a byte or behind it.
    pub fn token_from(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| (token.start as usize) < byte)
    }

    /// Whether the token has any of the flags.
    #[inline]
    pub fn has(&self, at: usize, flags: Flags) -> bool {
        self.tokens.get(at).is_some_and(|token| token.flags & flags != 0)
    }

    /// Whether the token begins with the letter or mark, given in lower case; quicker than comparing words.
    #[inline]
    pub fn begins(&self, at: usize, first: u8) -> bool {
        self.tokens.get(at).is_some_and(|token| token.first == first)
    }

    /// Whether the token is this kind.
    #[inline]
    pub fn is(&self, at: usize, kind: Kind) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == kind)
    }

    /// Whether the token begins with a capital letter (or nothing can be told from capitals).
    #[inline]
    pub fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.kind == Kind::Word && t.shape != Shape::Lower)
    }

    /// Whether one of the next tokens may be a time.
    #[inline]
    pub fn near_time(&self, at: usize) -> bool {
        self.temporal.get(at).is_some_and(|next| (*next as usize) < at + 8)
    }

    /// Whether the word stands directly behind the one before it, without white space.
    #[inline]
    pub fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.spaced)
    }
}

/// Words that make an expression a time; others only stand around them.
const TIMES: Flags = MONTH
    | WEEKDAY
    | UNIT
    | UNITS
    | SEASON
    | PART_OF_DAY
    | CLOCK
    | DAY_WORD
    | DECADE
    | SET
    | HOLIDAY
    | REFERENCE
    | ZONE;

fn temporal(tokens: &[Token]) -> Vec<u32> {
    let mut all = vec![u32::MAX; tokens.len()];
    let mut next = u32::MAX;
    for (at, token) in tokens.iter().enumerate().rev() {
        let length = token.end - token.start;
        // Years, clock times, "1990s"; other numbers need a unit beside them.
        let digits = token.kind == Kind::Number && matches!(length, 1 | 2 | 4 | 10)
            || token.kind == Kind::Word
                && token.flags == 0
                && length > 2
                && length < 8
                && token.shape == Shape::Lower
                && token.first.is_ascii_digit();
        // "nineteen ninety-seven".
        let spoken =
            token.flags & NUMBER != 0 && tokens.get(at + 1).is_some_and(|next| next.flags & NUMBER != 0);
        if token.flags & TIMES != 0 || digits || spoken {
            next = at as u32;
        }
        if let Some(slot) = all.get_mut(at) {
            *slot = next;
        }
    }
    all
}

fn shouts(raw: &str) -> bool {
    let (mut upper, mut letters) = (0usize, 0usize);
    for byte in raw.bytes().filter(u8::is_ascii_alphabetic).take(20_000) {
        letters += 1;
        upper += usize::from(byte.is_ascii_uppercase());
    }
    letters > 40 && upper * 10 > letters * 7
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(raw: &str, expect: &str) {
        let lexicon = Lexicon::shared();
        let text = Text::new(raw, lexicon);
        let words: Vec<&str> = (0..text.tokens.len()).map(|at| text.written(at)).collect();
        assert_eq!(words.join("|"), expect);
    }

    #[test]
    fn words_numbers_and_marks() {
        check("Turkey’s first", "Turkey|’s|first");
        check("the U.S. Army, 10 p.m. EST", "the|U.S.|Army|,|10|p.m.|EST");
        check("1,746 civilians, 5.2 million.", "1,746|civilians|,|5.2|million|.");
        check("a ten-day 1990s 21st", "a|ten|-|day|1990s|21st");
        check("Ma'arrat an-Nu‘man don't", "Ma'arrat|an|-|Nu‘man|don't");
        check("George W. Bush. A", "George|W.|Bush|.|A");
        check("08:30 12/3/98", "08|:|30|12|/|3|/|98");
        check("القوات التركية", "القوات|التركية");
        check("", "");
    }

    proptest! {
        #[test]
        fn tokens_stand_in_order_and_on_letters(raw in "\\PC{0,60}") {
            let lexicon = Lexicon::shared();
            let text = Text::new(&raw, lexicon);
            let mut end = 0;
            for token in &text.tokens {
                prop_assert!(token.start >= end && token.end > token.start);
                prop_assert!(raw.get(token.start as usize..token.end as usize).is_some());
                end = token.end;
            }
        }
    }
}
