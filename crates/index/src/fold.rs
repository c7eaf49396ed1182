//! Folding: one form for all spellings that a reader takes for the same letters.
//!
//! Search and names compare folded text: without case, diacritics, Arabic vowel signs and letter variants,
//! tatweel, and apostrophes; any run of other signs is one blank. The same folding serves when a corpus is
//! compiled and when it is asked, so that a name found in one place is found in the other.

use crate::bases::{base, is_mark};
use crate::small::small;
use std::ops::Range;

/// `text` folded, without a blank at either end.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends `text` folded to `out`.
pub fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        // Nothing to take apart: the same letters, an order of magnitude sooner.
        letters_into(text.chars().map(|c| c.to_ascii_lowercase()), out);
    } else {
        let bare = text.chars().map(base).filter(|&c| !is_mark(c));
        // Some capitals become small letters with a mark.
        letters_into(bare.map(small).map(base).filter(|&c| !is_mark(c)), out);
    }
}

/// Hands out the words of a text one by one: the bytes where each stands, and the word folded. Joined by blanks they
/// are the text folded. `word` is room to fold in.
pub fn each_word(text: &str, word: &mut String, found: &mut dyn FnMut(Range<usize>, &str)) {
    word.clear();
    let (mut range, mut at) = (0..0, 0);
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if let Some(end) = plain_word(text.as_bytes(), at).filter(|_| word.is_empty()) {
            let plain = text.get(at..end).unwrap_or_default();
            match plain.bytes().any(|byte| byte.is_ascii_uppercase()) {
                false => found(at..end, plain),
                true => {
                    word.push_str(plain);
                    word.make_ascii_lowercase();
                    found(at..end, word);
                    word.clear();
                }
            }
            at = end;
            continue;
        }
        let start = at;
        at += c.len_utf8();
        let bare = if c.is_ascii() { c.to_ascii_lowercase() } else { base(small(base(c))) };
        if is_mark(c) || is_mark(bare) {
            continue;
        }
        let before = word.len();
        match letter(bare) {
            Folded::Letter(c) | Folded::Digit(c) => word.push(c),
            Folded::Pair(pair) => word.push_str(pair),
            Folded::Nothing => {}
            Folded::Gap if before > 0 => {
                found(range.clone(), word);
                word.clear();
            }
            Folded::Gap => {}
        }
        if word.len() > before {
            range = (if before == 0 { start } else { range.start })..at;
        }
    }
    if !word.is_empty() {
        found(range, word);
    }
}

/// Where a word of plain letters and digits ends that begins here, and that nothing can prolong.
fn plain_word(bytes: &[u8], start: usize) -> Option<usize> {
    let rest = bytes.get(start..)?;
    let length = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let apart = |byte: &u8| byte.is_ascii() && !matches!(byte, b'\'' | b'`');
    (length > 0 && rest.get(length).is_none_or(apart)).then_some(start + length)
}

/// Appends small letters without marks, with one blank for each run of other signs between them.
fn letters_into(text: impl Iterator<Item = char>, out: &mut String) {
    let start = out.len();
    let mut gap = false;
    for c in text {
        match letter(c) {
            Folded::Letter(c) | Folded::Digit(c) => {
                if gap && out.len() > start {
                    out.push(' ');
                }
                gap = false;
                out.push(c);
            }
            Folded::Pair(pair) => {
                if gap && out.len() > start {
                    out.push(' ');
                }
                gap = false;
                out.push_str(pair);
            }
            Folded::Nothing => {}
            Folded::Gap => gap = true,
        }
    }
}

enum Folded {
    Letter(char),
    Digit(char),
    Pair(&'static str),
    Nothing,
    Gap,
}

fn letter(c: char) -> Folded {
    match c {
        'a'..='z' | '0'..='9' => Folded::Letter(c),
        'ı' => Folded::Letter('i'),
        'ø' => Folded::Letter('o'),
        'đ' | 'ð' => Folded::Letter('d'),
        'ł' => Folded::Letter('l'),
        'ß' => Folded::Pair("ss"),
        'æ' => Folded::Pair("ae"),
        'œ' => Folded::Pair("oe"),
        'þ' => Folded::Pair("th"),
        'ة' => Folded::Letter('ه'),
        'ى' | 'ی' => Folded::Letter('ي'),
        'ک' => Folded::Letter('ك'),
        'ٱ' => Folded::Letter('ا'),
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        // Apostrophes, ayn and hamza signs of transliteration, soft hyphen, zero-width signs, tatweel.
        '\''
        | '’'
        | '‘'
        | 'ʼ'
        | 'ʻ'
        | 'ʿ'
        | 'ʾ'
        | '`'
        | '´'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}'
        | 'ـ' => Folded::Nothing,
        _ if c.is_alphanumeric() => Folded::Letter(c),
        '\u{964}' | '\u{965}' | '\u{e4f}' | '\u{104a}' | '\u{104b}' => Folded::Gap,
        // In the scripts of South and Southeast Asia marks are part of the spelling.
        '\u{900}'..='\u{109f}' => Folded::Letter(c),
        _ => Folded::Gap,
    }
}

fn digit(c: char, zero: char) -> Folded {
    let value = u32::from(c) - u32::from(zero);
    char::from_digit(value, 10).map_or(Folded::Gap, Folded::Digit)
}

#[cfg(test)]
mod tests {
    use super::{each_word, fold};
    use proptest::prelude::*;

    #[test]
    fn spellings_meet() {
        let check = |a: &str, b: &str| assert_eq!(fold(a), fold(b), "{a} / {b}");
        check("Erdoğan", "ERDOGAN");
        check("İdlib", "idlib");
        check("Ma‘arrat an-Nu‘mān", "Maarrat an Numan");
        check("إدلب", "ادلب");
        check("حماة", "حماه");
        check("مُحَمَّد", "محمد");
        check("  al-Assad,  ", "al assad");
        check("٢٠٢٠", "2020");
        check("Straße", "strasse");
        check("Алеппо", "алеппо");
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in ".{0,80}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn words_joined_are_the_text_folded(text in "[a-zÀ-ɏ'’ـإدلب.\\- \u{301}\u{600}-\u{6ff}]{0,60}|.{0,60}") {
            let (mut words, mut room) = (Vec::new(), String::new());
            each_word(&text, &mut room, &mut |range, word| {
                assert_eq!(fold(&text[range]), word);
                words.push(word.to_owned());
            });
            prop_assert_eq!(words.join(" "), fold(&text));
        }

        /// A mark at the end folds away, but sends the text down the longer path.
        #[test]
        fn plain_text_folds_alike_on_both_paths(text in "[ -~\t]{0,80}") {
            prop_assert_eq!(fold(&text), fold(&format!("{text}\u{301}")));
        }
    }
}
