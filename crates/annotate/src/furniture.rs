//! Furniture: what stands on a page and is not its content. Navigation, share lines, newsletter and donation
//! paragraphs, and captions that repeat another line are set aside; a caption's first copy stays.

use crate::lexicon::WordHasher;
use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// Phrases of which one makes a short paragraph furniture.
const SHORT: [&str; 30] = [
    "share this",
    "read more",
    "for more, read",
    "sign up",
    "subscribe",
    "newsletter",
    "follow us",
    "related articles",
    "related stories",
    "advertisement",
    "all rights reserved",
    "copyright",
    "click here",
    "cookie",
    "privacy policy",
    "terms of use",
    "log in",
    "sign in",
    "skip to",
    "print this",
    "email this",
    "comments",
    "image caption",
    "photo credit",
    "buy photo",
    "more from",
    "most read",
    "recommended",
    "back to top",
    "become a member",
];

/// Phrases that ask for support; a paragraph with one of them is furniture, and so are its neighbours that speak of "our journalism".
const APPEAL: [&str; 16] = [
    "support our",
    "donate:",
    "your contribution",
    "every contribution",
    "our journalism",
    "our mission",
    "become a member",
    "our newsletter",
    "support the new",
    "journalism that you can trust",
    "we’re working with contributors",
    "we're working with contributors",
    "we are continuing our reporting",
    "more involved in our community",
    "bring you the truth",
    "make a donation",
];

/// Where a phrase stands in a text.
struct Hit {
    at: usize,
    phrase: usize,
}

/// How many first letters of a phrase are looked for; none is shorter.
const LEAST: usize = 6;

/// How many slots tell three letters apart.
const SLOTS: usize = 4096;

/// Finds the phrases in a text whose ASCII letters are small. Phrases from [`SHORT`]'s length on are [`APPEAL`]'s.
///
/// Three letters tell how far the next phrase that has them in its beginning can end, so most of a text is skipped.
pub(crate) struct Phrases {
    steps: [u8; SLOTS],
}

impl Phrases {
    /// Prepares the search.
    pub fn new() -> Self {
        let mut steps = [(LEAST - 2) as u8; SLOTS];
        for phrase in SHORT.iter().chain(&APPEAL) {
            let first = phrase.as_bytes().get(..LEAST).unwrap_or(&[]);
            for (at, three) in first.array_windows().enumerate() {
                let step = &mut steps[Self::slot(three)];
                *step = (*step).min((LEAST - 3 - at) as u8);
            }
        }
        Self { steps }
    }

    fn slot([a, b, c]: &[u8; 3]) -> usize {
        let three = u32::from(*a) << 16 | u32::from(*b) << 8 | u32::from(*c);
        (three.wrapping_mul(0x9e37_79b1) >> 20) as usize
    }

    fn of(&self, lower: &str) -> Vec<Hit> {
        let bytes = lower.as_bytes();
        let mut all = Vec::new();
        let mut at = 0;
        while let Some(three) = bytes.get(at + LEAST - 3..).and_then(<[u8]>::first_chunk) {
            let step = self.steps[Self::slot(three)];
            if step > 0 {
                at += usize::from(step);
                continue;
            }
            let rest = bytes.get(at..).unwrap_or(&[]);
            let begins = |(phrase, words): (usize, &&str)| {
                rest.starts_with(words.as_bytes()).then_some(Hit { at, phrase })
            };
            all.extend(SHORT.iter().chain(&APPEAL).enumerate().filter_map(begins));
            at += 1;
        }
        all
    }
}

/// A paragraph: where it stands, its words, and the phrases in it.
#[derive(Clone, Copy)]
struct Paragraph<'a> {
    from: usize,
    to: usize,
    words: &'a str,
    lower: &'a str,
    hits: &'a [Hit],
}

impl Paragraph<'_> {
    /// How many of the phrases that ask for support it has, from the `first` on.
    fn appeals(&self, first: usize) -> usize {
        let asks = |hit: &Hit| hit.phrase >= SHORT.len() + first && hit.at < self.to;
        let mut found: Vec<usize> = self.hits.iter().filter(|hit| asks(hit)).map(|hit| hit.phrase).collect();
        found.sort_unstable();
        found.dedup();
        found.len()
    }
}

/// The bytes of a text that are furniture, as stretches of whole paragraphs; `lower` is the text with its ASCII letters in lower case.
pub(crate) fn furniture(raw: &str, lower: &str, phrases: &Phrases) -> Vec<(usize, usize)> {
    let hits = phrases.of(lower);
    let paragraphs = paragraphs(raw, lower, &hits);
    // Only of paragraphs that have as many letters the words are looked at.
    let long = |paragraph: &&Paragraph| paragraph.words.len() > 60;
    let mut alike: Vec<(u32, u32)> = paragraphs.iter().filter(long).map(|one| sums(one.lower)).collect();
    alike.sort_unstable();
    let mut before = None;
    alike.retain(|sums| before.replace(*sums) == Some(*sums));
    let mut seen: HashSet<u64, BuildHasherDefault<WordHasher>> = HashSet::default();
    let mut marks: Vec<bool> = Vec::with_capacity(paragraphs.len());
    let mut before = "";
    for paragraph in &paragraphs {
        let words = paragraph.words;
        let furniture = is_furniture(paragraph)
            || repeats(words, before)
            || long(&paragraph)
                && alike.binary_search(&sums(paragraph.lower)).is_ok()
                && !seen.insert(squeezed(paragraph.lower));
        marks.push(furniture);
        before = words;
    }
    close_gaps(&paragraphs, &mut marks);
    paragraphs.iter().zip(marks).filter(|(_, mark)| *mark).map(|(one, _)| (one.from, one.to)).collect()
}

/// Lines that are not empty. A text of wrapped lines has no furniture by line.
fn paragraphs<'a>(raw: &'a str, lower: &'a str, hits: &'a [Hit]) -> Vec<Paragraph<'a>> {
    let mut all = Vec::new();
    let (mut at, mut next) = (0, 0);
    for line in raw.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() {
            let from = at + (line.len() - line.trim_start().len());
            let to = from + words.len();
            while hits.get(next).is_some_and(|hit| hit.at < from) {
                next += 1;
            }
            let first = next;
            while hits.get(next).is_some_and(|hit| hit.at < to) {
                next += 1;
            }
            all.push(Paragraph {
                from,
                to,
                words,
                lower: lower.get(from..to).unwrap_or(""),
                hits: hits.get(first..next).unwrap_or(&[]),
            });
        }
        at += line.len();
    }
    all
}

/// How many bytes of a paragraph are no blanks, and their sum.
fn sums(lower: &str) -> (u32, u32) {
    lower.bytes().fold((0u32, 0u32), |(count, sum), byte| {
        let letter = u32::from(!byte.is_ascii_whitespace());
        (count.wrapping_add(letter), sum.wrapping_add(letter * u32::from(byte)))
    })
}

/// A paragraph's words as a number, the same whatever blanks stand between them.
fn squeezed(lower: &str) -> u64 {
    let mut hasher = WordHasher::default();
    lower.split_ascii_whitespace().for_each(|word| word.hash(&mut hasher));
    hasher.finish()
}

fn is_furniture(paragraph: &Paragraph) -> bool {
    let lower = paragraph.lower;
    if lower.len() < 110
        && paragraph.hits.iter().any(|hit| hit.phrase < SHORT.len())
        && !lower.contains('“')
        && !lower.contains('"')
    {
        return true;
    }
    // "1. Home", "2. Middle East and North Africa": a trail of links.
    let numbered = lower.as_bytes().first().is_some_and(u8::is_ascii_digit)
        && lower.split_once(". ").is_some_and(|(number, rest)| {
            number.len() <= 2
                && number.bytes().all(|b| b.is_ascii_digit())
                && rest.len() < 40
                && !rest.ends_with('.')
        });
    let appeals = if paragraph.hits.is_empty() { 0 } else { paragraph.appeals(0) };
    numbered
        || matches!(lower, "home" | "menu" | "search" | "share")
        || appeals > 1
        || appeals == 1 && (lower.len() < 200 || paragraph.appeals(9) > 0)
}

/// The first letters of a line, fewer than a caption that is repeated has.
fn opening(words: &str) -> impl Iterator<Item = char> {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(8)
}

/// A line that says what the line before said, with a credit: "…. (Umit Bektas/Reuters)".
fn repeats(words: &str, before: &str) -> bool {
    // Nearly all lines begin otherwise than the one before.
    if before.len() <= 40 || !opening(words).eq(opening(before)) {
        return false;
    }
    let plain =
        |words: &str| words.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let (this, earlier) = (plain(words), plain(before));
    earlier.len() > 40
        && this.len() < earlier.len() + 60
        && this.starts_with(earlier.get(..earlier.len() - 1).unwrap_or("?"))
}

/// After the first appeal, a paragraph between two pieces of furniture at the end of the text is furniture as well.
fn close_gaps(paragraphs: &[Paragraph], marks: &mut [bool]) {
    let Some(first) = paragraphs.iter().position(|one| one.appeals(0) > 0) else { return };
    // Only in the last third: an article may speak of donations, too.
    if first * 3 < marks.len() {
        return;
    }
    let count = marks.len();
    for at in first..count {
        let near = marks.get(at.saturating_sub(1)).copied().unwrap_or(false)
            || marks.get(at + 1).copied().unwrap_or(false);
        if let Some(mark) = marks.get_mut(at) {
            *mark |= near;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(raw: &str) -> Vec<(usize, usize)> {
        furniture(raw, &raw.to_ascii_lowercase(), &Phrases::new())
    }

    #[test]
    fn the_page_around_an_article_is_set_aside() {
        let raw = "1. Home\n2. World\n\nTitle of the story\n\nTroops fired on a crowd in the town of Ain Dara on Friday, a monitor said.\n\n\
                   Share this article\n\nWe are continuing our reporting on crises from Haiti to Myanmar.\n\nDonate: every contribution will go to our mission.\n";
        let left: Vec<&str> = found(raw).into_iter().filter_map(|(from, to)| raw.get(from..to)).collect();
        assert_eq!(left.len(), 5, "{left:?}");
        assert!(!left.iter().any(|words| words.contains("Troops") || words.contains("Title")));
    }

    #[test]
    fn a_caption_stays_once() {
        let raw = "Smoke rises after a strike in Ain Dara in the north, on 3 March 2019.\nSmoke rises after a strike in Ain Dara in the north, on 3 March 2019. (A B/C)\n\nText.";
        assert_eq!(found(raw).len(), 1);
    }

    #[test]
    fn an_article_about_donations_stays() {
        let raw = "The Red Cross asked people to donate blood after the blast, which killed twelve in the city on Friday, officials said, and more help came from abroad.\n\nSecond paragraph with facts.\n\nThird.";
        assert!(found(raw).is_empty(), "{:?}", found(raw));
    }
}
