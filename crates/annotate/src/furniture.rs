//! Furniture: what stands on a page and is not its content. Navigation, share lines, newsletter and donation
//! paragraphs, and captions that repeat another line are set aside; a caption's first copy stays.

use std::collections::HashSet;

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

/// The bytes of a text that are furniture, as stretches of whole paragraphs.
pub(crate) fn furniture(raw: &str) -> Vec<(usize, usize)> {
    let paragraphs = paragraphs(raw);
    let mut seen: HashSet<String> = HashSet::new();
    let mut marks: Vec<bool> = Vec::with_capacity(paragraphs.len());
    for (at, &(from, to)) in paragraphs.iter().enumerate() {
        let words = raw.get(from..to).unwrap_or("");
        let before = at
            .checked_sub(1)
            .and_then(|at| paragraphs.get(at))
            .and_then(|&(from, to)| raw.get(from..to))
            .unwrap_or("");
        marks.push(
            is_furniture(words) || repeats(words, before) || long(words) && !seen.insert(squeezed(words)),
        );
    }
    close_gaps(raw, &paragraphs, &mut marks);
    paragraphs.into_iter().zip(marks).filter(|(_, mark)| *mark).map(|(span, _)| span).collect()
}

/// Lines that are not empty. A text of wrapped lines has no furniture by line.
fn paragraphs(raw: &str) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    let mut at = 0;
    for line in raw.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let from = at + line.find(trimmed).unwrap_or(0);
            all.push((from, from + trimmed.len()));
        }
        at += line.len();
    }
    all
}

fn squeezed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn long(words: &str) -> bool {
    words.len() > 60
}

fn is_furniture(words: &str) -> bool {
    let lower = words.to_lowercase();
    if lower.len() < 110
        && SHORT.iter().any(|phrase| lower.contains(phrase))
        && !lower.contains('“')
        && !lower.contains('"')
    {
        return true;
    }
    // "1. Home", "2. Middle East and North Africa": a trail of links.
    let numbered = lower.split_once(". ").is_some_and(|(number, rest)| {
        number.len() <= 2
            && number.bytes().all(|b| b.is_ascii_digit())
            && rest.len() < 40
            && !rest.ends_with('.')
    });
    let appeals = APPEAL.iter().filter(|phrase| lower.contains(*phrase)).count();
    numbered
        || matches!(lower.as_str(), "home" | "menu" | "search" | "share")
        || appeals > 1
        || appeals == 1 && lower.len() < 200
        || APPEAL.iter().skip(9).any(|phrase| lower.contains(phrase))
}

/// A line that says what the line before said, with a credit: "…. (Umit Bektas/Reuters)".
fn repeats(words: &str, before: &str) -> bool {
    let plain =
        |words: &str| words.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let (this, earlier) = (plain(words), plain(before));
    earlier.len() > 40
        && this.len() < earlier.len() + 60
        && this.starts_with(earlier.get(..earlier.len() - 1).unwrap_or("?"))
}

/// After the first appeal, a paragraph between two pieces of furniture at the end of the text is furniture as well.
fn close_gaps(raw: &str, paragraphs: &[(usize, usize)], marks: &mut [bool]) {
    let Some(first) = paragraphs.iter().position(|&(from, to)| {
        let lower = raw.get(from..to).unwrap_or("").to_lowercase();
        APPEAL.iter().any(|phrase| lower.contains(phrase))
    }) else {
        return;
    };
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

    #[test]
    fn the_page_around_an_article_is_set_aside() {
        let raw = "1. Home\n2. World\n\nTitle of the story\n\nTroops fired on a crowd in the town of Ain Dara on Friday, a monitor said.\n\n\
                   Share this article\n\nWe are continuing our reporting on crises from Haiti to Myanmar.\n\nDonate: every contribution will go to our mission.\n";
        let left: Vec<&str> = furniture(raw).into_iter().filter_map(|(from, to)| raw.get(from..to)).collect();
        assert_eq!(left.len(), 5, "{left:?}");
        assert!(!left.iter().any(|words| words.contains("Troops") || words.contains("Title")));
    }

    #[test]
    fn a_caption_stays_once() {
        let raw = "Smoke rises after a strike in Ain Dara in the north, on 3 March 2019.\nSmoke rises after a strike in Ain Dara in the north, on 3 March 2019. (A B/C)\n\nText.";
        assert_eq!(furniture(raw).len(), 1);
    }

    #[test]
    fn an_article_about_donations_stays() {
        let raw = "The Red Cross asked people to donate blood after the blast, which killed twelve in the city on Friday, officials said, and more help came from abroad.\n\nSecond paragraph with facts.\n\nThird.";
        assert!(furniture(raw).is_empty(), "{:?}", furniture(raw));
    }
}
