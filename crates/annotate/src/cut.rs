//! Cutting a text into tokens, and looking up their words.

use crate::lexicon::{COMMON, Flags, Lexicon, MONTH, STOP, WEEKDAY, hash};
use crate::text::{Kind, Shape, Text, Token};

/// Cuts a text whose tokens are not known yet.
pub(crate) fn cut(text: &mut Text, lexicon: &Lexicon) {
    let raw = text.raw;
    let bytes = raw.as_bytes();
    let (mut at, mut spaced, mut broken) = (0, true, true);
    while let Some(&byte) = bytes.get(at) {
        // Nearly all letters and blanks are plain.
        if byte == b' ' {
            (at, spaced) = (at + 1, true);
            continue;
        }
        let (end, kind, shape) = match plain(bytes, at) {
            Some((end, shape)) => (end, Kind::Word, shape),
            None => {
                let Some(first) = raw.get(at..).and_then(|rest| rest.chars().next()) else { break };
                if first.is_whitespace() || first.is_control() {
                    spaced = true;
                    broken |= first == '\n' || first == '\r';
                    at += first.len_utf8();
                    continue;
                }
                let (end, kind) = if first.is_ascii_digit() {
                    number(raw, at)
                } else if first.is_alphabetic() {
                    (word(raw, at), Kind::Word)
                } else if (first == '\'' || first == '’') && suffix(bytes, at, first.len_utf8()) {
                    (at + first.len_utf8() + 1, Kind::Word)
                } else {
                    (at + first.len_utf8(), Kind::Mark)
                };
                let word = kind == Kind::Word;
                let shape = if word { shape(raw.get(at..end).unwrap_or("")) } else { Shape::Lower };
                (end, kind, shape)
            }
        };
        // The flags are looked up below, all at once: the processor then waits for many at a time.
        let flags = match kind {
            Kind::Word => hash(text.lower.get(at..end).unwrap_or("")),
            _ => 0,
        };
        text.tokens.push(Token {
            start: at as u32,
            end: end as u32,
            kind,
            shape,
            spaced,
            broken,
            flags,
            first: byte.to_ascii_lowercase(),
        });
        (at, spaced, broken) = (end, false, false);
    }
    for token in text.tokens.iter_mut().filter(|token| token.kind == Kind::Word) {
        token.flags = lexicon.flags(token.flags);
    }
    // In a text of capitals a common word counts as written small.
    let common = |flags: Flags| flags & (COMMON | STOP) != 0 && flags & (MONTH | WEEKDAY) == 0;
    for token in text.tokens.iter_mut().filter(|token| text.shouting && common(token.flags)) {
        token.shape = Shape::Lower;
    }
}

/// What a byte of a plain word is: a small letter, a large one, a digit; or none of them.
const SMALL: u8 = 1;
const LARGE: u8 = 2;
const DIGIT: u8 = 4;
const CLASSES: [u8; 256] = {
    let mut all = [0; 256];
    let mut byte = 0u8;
    while byte < 128 {
        all[byte as usize] = match byte {
            b'a'..=b'z' => SMALL,
            b'A'..=b'Z' => LARGE,
            b'0'..=b'9' => DIGIT,
            _ => 0,
        };
        byte += 1;
    }
    all
};

/// The end and the shape of a word of ASCII letters; nothing where marks or other letters may belong to it.
fn plain(bytes: &[u8], start: usize) -> Option<(usize, Shape)> {
    let class = |byte: u8| CLASSES[usize::from(byte)];
    let first = class(*bytes.get(start)?);
    if first & (SMALL | LARGE) == 0 {
        return None;
    }
    let (mut seen, mut length) = (0, 1);
    let next = loop {
        let Some(&byte) = bytes.get(start + length) else { break b' ' };
        let class = class(byte);
        if class == 0 {
            break byte;
        }
        seen |= class;
        length += 1;
    };
    if next >= 128 || matches!(next, b'\'' | b'`') || next == b'.' && length == 1 {
        return None;
    }
    let shape = match (first, seen) {
        (SMALL, _) => Shape::Lower,
        // "AK47": only the letters tell.
        (_, seen) if seen & (SMALL | LARGE) == LARGE => Shape::Upper,
        _ => Shape::Capital,
    };
    Some((start + length, shape))
}

/// Whether an apostrophe begins "'s" behind a word.
fn suffix(bytes: &[u8], at: usize, width: usize) -> bool {
    let letter = bytes.get(at + width).is_some_and(|b| b.eq_ignore_ascii_case(&b's'));
    let ends = !bytes.get(at + width + 1).is_some_and(|b| b.is_ascii_alphanumeric());
    let behind = at > 0 && bytes.get(at - 1).is_some_and(|b| !b.is_ascii_whitespace());
    letter && ends && behind
}

fn shape(word: &str) -> Shape {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        Some(first) if first.is_uppercase() => {
            let mut more = false;
            let all = letters.all(|c| {
                more = true;
                c.is_uppercase()
            });
            if all && more { Shape::Upper } else { Shape::Capital }
        }
        _ => Shape::Lower,
    }
}

/// Where a number ends; letters glued to it ("1990s", "21st", "10am") make it a word.
fn number(raw: &str, start: usize) -> (usize, Kind) {
    let bytes = raw.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = start;
    while digit(at) || (matches!(bytes.get(at), Some(b',' | b'.')) && digit(at + 1) && digit(at - 1)) {
        at += 1;
    }
    let letters = raw.get(at..).unwrap_or("");
    let glued = letters.bytes().take_while(u8::is_ascii_alphabetic).count();
    if glued == 0 { (at, Kind::Number) } else { (at + glued, Kind::Word) }
}

fn word(raw: &str, start: usize) -> usize {
    let rest = raw.get(start..).unwrap_or("");
    let dotted = initials(rest);
    if dotted > 0 {
        return start + dotted;
    }
    let mut end = start;
    for (at, c) in rest.char_indices() {
        let next = || rest.get(at + c.len_utf8()..).and_then(|after| after.chars().next());
        let inside = c.is_alphanumeric()
            || is_joiner(c)
            // "Ma'arrat", "O'Brien", "don't", but not "Turkey's".
            || (matches!(c, '\'' | '’' | '‘' | 'ʿ' | 'ʾ' | '`') && at > 0 && joins(rest, at, c) && next().is_some_and(char::is_alphabetic));
        if !inside {
            break;
        }
        end = start + at + c.len_utf8();
    }
    end
}

/// Marks that belong to a letter: combining accents, the soft hyphen and the zero-width joiners.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

fn joins(rest: &str, at: usize, c: char) -> bool {
    let after = rest.get(at + c.len_utf8()..).unwrap_or("");
    let mut letters = after.chars();
    let possessive = letters.next().is_some_and(|c| c.eq_ignore_ascii_case(&'s'))
        && !letters.next().is_some_and(char::is_alphanumeric);
    !possessive
}

/// The length of "U.S.", "p.m." or "J.", dots included; a single letter needs a capital and a blank after it.
fn initials(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) && bytes.get(at + 1) == Some(&b'.') {
        at += 2;
        if bytes.get(at).is_some_and(u8::is_ascii_alphabetic) && bytes.get(at + 1) != Some(&b'.') {
            // "a.m" or "U.S" without the last dot.
            let ends = !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
            return if ends { at + 1 } else { 0 };
        }
    }
    match at {
        2 if !bytes.first().is_some_and(u8::is_ascii_uppercase) => 0,
        2 if !matches!(bytes.get(2), Some(b' ' | b'\n' | b'\r' | 0xc2)) => 0,
        _ => at,
    }
}
