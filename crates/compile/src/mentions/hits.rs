//! Words in a text: finding them on word borders, and choosing among those that overlap.

use index::{Mention, MentionKind, NONE};

/// Words to look for.
pub(super) struct Needle {
    words: String,
    kind: MentionKind,
    target: u32,
    any_case: bool,
}

/// Words found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// Where, and what they mean; the paragraph is not filled in.
    pub mention: Mention,
    /// How well the meaning fits; less is better.
    pub rank: (bool, bool),
}

impl Needle {
    /// A name; its case counts unless it is all in lower case.
    pub fn name(words: String, kind: MentionKind, target: u32) -> Self {
        let any_case = !words.chars().any(char::is_uppercase);
        Self { words, kind, target, any_case }
    }

    /// A phrase, in whatever case.
    pub fn phrase(words: String, kind: MentionKind) -> Self {
        Self { words, kind, target: NONE, any_case: true }
    }

    /// Where the words stand in `text`, on word borders.
    pub fn hits(&self, text: &str) -> Vec<Hit> {
        // Letters beyond ASCII keep their case, so that offsets stay what they are.
        let fold = |text: &str| if self.any_case { text.to_ascii_lowercase() } else { text.to_owned() };
        let (text, words) = (fold(text), fold(self.words.trim()));
        if words.chars().nth(1).is_none() && !words.chars().all(|c| c.is_ascii_digit()) || words.is_empty() {
            return Vec::new();
        }
        let spans = text.match_indices(&words).map(|(start, part)| (start, start + part.len()));
        spans.filter(|&(start, end)| is_whole(&text, start, end)).map(|span| self.hit(span)).collect()
    }

    fn hit(&self, (start, end): (usize, usize)) -> Hit {
        let (start, end) = (start as u32, end as u32);
        let mention = Mention { paragraph: 0, start, end, kind: self.kind, target: self.target };
        Hit { mention, rank: (false, false) }
    }
}

/// Whether the stretch is no part of a longer word or number.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).unwrap_or("").chars();
    let after = text.get(end..).unwrap_or("").chars();
    let inside = text.get(start..end).unwrap_or("");
    let starts_number = inside.starts_with(|c: char| c.is_ascii_digit());
    let ends_number = inside.ends_with(|c: char| c.is_ascii_digit());
    !goes_on(before.rev(), starts_number) && !goes_on(after, ends_number)
}

/// Whether a word goes on over its border; a number goes on over a separator, too.
fn goes_on(mut beyond: impl Iterator<Item = char>, number: bool) -> bool {
    match (beyond.next(), beyond.next()) {
        (Some(c), _) if c.is_alphanumeric() => true,
        (Some('.' | ','), Some(c)) => number && c.is_ascii_digit(),
        _ => false,
    }
}

/// The longest hits that do not overlap, by position.
pub(super) fn choose(mut hits: Vec<Hit>) -> Vec<Hit> {
    let length = |hit: &Hit| hit.mention.end - hit.mention.start;
    let order = |hit: &Hit| {
        let mention = hit.mention;
        (std::cmp::Reverse(length(hit)), mention.start, hit.rank, kind_rank(mention.kind), mention.target)
    };
    hits.sort_by_key(order);
    let mut chosen: Vec<Hit> = Vec::new();
    for hit in hits {
        let apart =
            |other: &Hit| hit.mention.end <= other.mention.start || other.mention.end <= hit.mention.start;
        if chosen.iter().all(apart) {
            chosen.push(hit);
        }
    }
    chosen.sort_by_key(|hit| hit.mention.start);
    chosen
}

/// Which meaning comes first where the same words have several.
fn kind_rank(kind: MentionKind) -> u8 {
    match kind {
        MentionKind::Date => 0,
        MentionKind::Figure => 1,
        MentionKind::Attribution => 2,
        MentionKind::Actor => 3,
        MentionKind::Place => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(words: &[&str], text: &str, expect: &str) {
        let needles = words.iter().map(|&words| Needle::name(words.to_owned(), MentionKind::Actor, 0));
        let hits = needles.flat_map(|needle| needle.hits(text)).collect();
        let part = |hit: &Hit| text.get(hit.mention.start as usize..hit.mention.end as usize).unwrap_or("?");
        let found: Vec<&str> = choose(hits).iter().map(part).collect();
        assert_eq!(found.join(" | "), expect, "{words:?} in {text}");
    }

    #[test]
    fn names_in_text() {
        check(&["Syria", "Syrian army"], "The Syrian army left Syria, says Assyria.", "Syrian army | Syria");
        check(&["rebels"], "Rebels and rebels", "Rebels | rebels");
        check(&["Home"], "home", "");
        check(&["Turkey"], "Turkey’s border", "Turkey");
        check(&["32"], "32 of 1,032 and 32,000 or 32.", "32 | 32");
        check(&["إدلب"], "في إدلب.", "إدلب");
        check(&["a", ""], "a a", "");
    }

    proptest! {
        #[test]
        fn mentions_do_not_overlap_and_stand_on_letters(text in "[abA é1,.]{0,40}", words in proptest::collection::vec("[abA é1]{0,4}", 0..5)) {
            let needles = words.iter().map(|words| Needle::name(words.clone(), MentionKind::Actor, 0));
            let chosen = choose(needles.flat_map(|needle| needle.hits(&text)).collect());
            for pair in chosen.windows(2) {
                prop_assert!(pair[0].mention.end <= pair[1].mention.start);
            }
            for hit in chosen {
                prop_assert!(text.get(hit.mention.start as usize..hit.mention.end as usize).is_some());
            }
        }
    }
}
