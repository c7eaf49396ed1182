//! Open ends and ranges: "since April", "until Friday", "between 3 and 5 May", "from June to August".

use super::Phrase;
use crate::text::Text;

/// How an expression is meant by the words before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum OpenEnd {
    /// As it stands.
    #[default]
    None,
    /// It is the first end; the last is the report's date.
    Since,
    /// It is the last end; the first is not known.
    Until,
    /// With the next expression it makes a range.
    First,
    /// It is the last end of a range that began with the expression before.
    Last,
}

impl OpenEnd {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Since => "since",
            Self::Until => "until",
            Self::First => "first",
            Self::Last => "last",
        }
    }
}

/// How each of a sentence's expressions is meant.
pub(crate) fn open_ends(text: &Text, phrases: &[Phrase]) -> Vec<OpenEnd> {
    let mut all = vec![OpenEnd::None; phrases.len()];
    for (at, phrase) in phrases.iter().enumerate() {
        let before = phrase.from.checked_sub(1).map_or("", |before| text.word(before));
        let joined = at.checked_sub(1).and_then(|previous| phrases.get(previous));
        let link = joined.map(|previous| link(text, previous.to, phrase.from)).unwrap_or_default();
        let first = at.checked_sub(1).and_then(|previous| Some((previous, *all.get(previous)?)));
        let found = match (before, first) {
            ("and", Some((previous, OpenEnd::First))) if link => {
                debug_assert!(previous < at);
                OpenEnd::Last
            }
            ("to" | "until" | "through" | "till" | "-" | "–" | "and", Some((_, OpenEnd::First))) => {
                OpenEnd::Last
            }
            ("since", _) => OpenEnd::Since,
            ("until" | "till", _) => OpenEnd::Until,
            ("between" | "from", _) if leads(text, phrases, at) => OpenEnd::First,
            ("of" | "in", _) if since_edge(text, phrase.from) => OpenEnd::Since,
            ("on" | "in", _) if since_began(text, phrase.from - 1) => OpenEnd::Since,
            _ => OpenEnd::None,
        };
        if let Some(slot) = all.get_mut(at) {
            *slot = found;
        }
    }
    all
}

/// Whether only "and", "to" and the like, or a short aside, stand between two expressions.
fn link(text: &Text, from: usize, to: usize) -> bool {
    // "between 29 April 2019 – shortly after the ceasefire collapsed – and 24 February 2020".
    to >= from && to - from <= 14 && (from..to).all(|at| !matches!(text.word(at), "." | ";" | "?"))
}

/// Whether another expression follows as the last end.
fn leads(text: &Text, phrases: &[Phrase], at: usize) -> bool {
    let (Some(this), Some(next)) = (phrases.get(at), phrases.get(at + 1)) else { return false };
    let before = next.from.checked_sub(1).map_or("", |before| text.word(before));
    matches!(before, "and" | "to" | "until" | "through" | "till" | "-" | "–")
        && link(text, this.to, next.from)
}

/// "since the invasion began on 24 February"; `to` is the word behind the verb.
fn since_began(text: &Text, to: usize) -> bool {
    let Some(verb) = to.checked_sub(1) else { return false };
    matches!(text.word(verb), "began" | "started" | "erupted" | "begun")
        && (verb.saturating_sub(8)..verb)
            .rev()
            .take_while(|at| !matches!(text.word(*at), "," | "." | ";"))
            .any(|at| text.word(at) == "since")
}

/// "since early in 2019".
fn since_edge(text: &Text, from: usize) -> bool {
    from >= 3 && text.word(from - 3) == "since"
}
