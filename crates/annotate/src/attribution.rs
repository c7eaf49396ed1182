//! Attribution: who says so. A source ("the ministry") with its verb or phrase ("said", "according to").

use crate::lexicon::{
    ARTICLE, AUXILIARY, CONJUNCTION, DAY_WORD, PREPOSITION, PRONOUN, REFERENCE, ROLE, SAY, STOP, TITLE,
    WEEKDAY,
};
use crate::mention::{AttributionValue, Mention, Value, Why};
use crate::sentence::Sentence;
use crate::text::{Kind, Text};

/// The attributions of a sentence.
pub(crate) fn attributions(text: &Text, sentence: Sentence, taken: &[bool]) -> Vec<Mention> {
    let mut all = Vec::new();
    let mut at = sentence.from;
    while at < sentence.to {
        let found = according(text, sentence, at)
            .or_else(|| if at == sentence.from { opinion(text, sentence, at) } else { None })
            .or_else(|| verb(text, sentence, at, taken));
        if let Some((source, cue, rule)) = found {
            all.extend(mention(text, source, cue, rule));
        }
        at += 1;
    }
    all
}

type Span = (usize, usize);

fn mention(text: &Text, source: Span, cue: Span, rule: &'static str) -> Option<Mention> {
    let bytes = |(from, to): Span| {
        Some((text.tokens.get(from)?.start as usize, text.tokens.get(to.checked_sub(1)?)?.end as usize))
    };
    let ((start, end), cue) = (bytes(source)?, bytes(cue)?);
    let says = match rule {
        "according-to" => "The source that “according to” names.",
        "said-by" => "The subject behind a verb of saying that follows a quotation.",
        _ => "The subject of a verb of saying.",
    };
    let why = Why { rule, says, ..Why::default() };
    let value = AttributionValue { source: text.raw.get(start..end)?.to_owned(), cue, speaker: None };
    Some(Mention { start, end, value: Value::Attribution(Box::new(value)), why })
}

/// "according to the Observatory".
fn according(text: &Text, sentence: Sentence, at: usize) -> Option<(Span, Span, &'static str)> {
    if !text.begins(at, b'a') || text.word(at) != "according" || text.word(at + 1) != "to" {
        return None;
    }
    let to = phrase_end(text, sentence, at + 2);
    (to > at + 2).then_some(((at + 2, to), (at, at + 2), "according-to"))
}

/// "For Ankara, “the attacks …”": the source of an opinion.
fn opinion(text: &Text, sentence: Sentence, at: usize) -> Option<(Span, Span, &'static str)> {
    let opens = at == sentence.from && text.word(at) == "for" && text.capital(at + 1);
    let comma = (at + 2..(at + 6).min(sentence.to)).find(|at| text.word(*at) == ",")?;
    (opens && matches!(text.word(comma + 1), "“" | "\"" | "``")).then_some((
        (at + 1, comma),
        (at, at + 1),
        "opinion",
    ))
}

/// Verbs that are as often something else: only with "that" or a quotation.
const DOUBTFUL: [&str; 41] = [
    "called",
    "calls",
    "call",
    "report",
    "reports",
    "claim",
    "claims",
    "estimates",
    "estimated",
    "asked",
    "asks",
    "found",
    "finds",
    "shows",
    "showed",
    "thinks",
    "think",
    "thought",
    "believe",
    "believes",
    "believed",
    "notes",
    "demands",
    "state",
    "states",
    "expressed",
    "cited",
    "quoted",
    "described",
    "posted",
    "wrote",
    "informed",
    "agreed",
    "declined",
    "answered",
    "responded",
    "indicated",
    "suggests",
    "predicted",
    "promised",
    "urges",
];

fn verb(text: &Text, sentence: Sentence, at: usize, taken: &[bool]) -> Option<(Span, Span, &'static str)> {
    if !text.has(at, SAY) || text.capital(at) && !text.shouting && at > sentence.from {
        return None;
    }
    let before = at.checked_sub(1).map_or("", |before| text.word(before));
    // "was told", "be reported", "the report", "to say".
    if matches!(
        before,
        "was"
            | "were"
            | "is"
            | "are"
            | "been"
            | "be"
            | "being"
            | "to"
            | "the"
            | "a"
            | "an"
            | "this"
            | "as"
            | "of"
            | "its"
            | "so"
            | "so-called"
    ) && at > sentence.from
    {
        return None;
    }
    // "self-proclaimed", and what "we" ask inside a quotation.
    if before == "-" && text.glued(at) {
        return None;
    }
    let quoted = matches!(before, "”" | "\"" | "''" | "’")
        || before == "," && at > 1 && matches!(text.word(at - 2), "”" | "\"" | "''" | "’");
    if text.word(at) == "spoke" && !(at + 1..at + 7).any(|next| matches!(text.word(next), "of" | "about")) {
        return None;
    }
    let doubtful = DOUBTFUL.contains(&text.word(at));
    let that = (at + 1..at + 5).any(|next| matches!(text.word(next), "that" | "“" | "\"" | "``"))
        || text.word(at + 1) == "for"
        || (at + 1..at + 10).any(|next| text.word(next) == "as" && text.word(next + 1) == "saying");
    if doubtful && !that && !quoted {
        return None;
    }
    // “…,” said the minister.
    let comma = before == "," && !text.has(at + 1, STOP & !ARTICLE & !PRONOUN) && at > sentence.from + 2;
    if quoted
        || comma
            && (text.capital(at + 1) || text.has(at + 1, ARTICLE))
            && subject(text, sentence, at, taken).is_none()
    {
        let to = phrase_end(text, sentence, at + 1);
        if to > at + 1 {
            return Some(((at + 1, to), (at, at + 1), "said-by"));
        }
    }
    let source = subject(text, sentence, at, taken)?;
    if source.1 == source.0 + 1 && matches!(text.word(source.0), "we" | "i" | "you") {
        return None;
    }
    Some((source, (at, at + 1), "says"))
}

/// The noun phrase before a verb.
fn subject(text: &Text, sentence: Sentence, verb: usize, taken: &[bool]) -> Option<Span> {
    let mut end = verb;
    // Adverbs, auxiliaries and days may stand between.
    while end > sentence.from {
        let word = text.word(end - 1);
        let skip = taken.get(end - 1).copied().unwrap_or(false)
            || word == "," && taken.get(end.wrapping_sub(2)).copied().unwrap_or(false)
            || text.has(end - 1, AUXILIARY | DAY_WORD | WEEKDAY | REFERENCE)
            || word.ends_with("ly") && word.len() > 4 && !text.capital(end - 1)
            || matches!(
                word,
                "also"
                    | "not"
                    | "then"
                    | "later"
                    | "again"
                    | "and"
                    | "on"
                    | "repeatedly"
                    | "once"
                    | "further"
                    | "never"
                    | "who"
            ) && end < verb + 1
                && word != "and"
                && (word != "on" || end < verb);
        if !skip {
            break;
        }
        end -= 1;
    }
    let mark = text.word(end.wrapping_sub(1));
    if matches!(mark, "," | "–" | "—") && end > sentence.from + 1 {
        // "X, the head of Y, said": back to the comma before.
        let floor = sentence.from.max(end.saturating_sub(16));
        let open = (floor..end - 1).rev().find(|at| text.word(*at) == mark)?;
        // "The head of the group, X, said": the name is the source.
        let name = end - 1 - (open + 1) <= 4 && text.capital(open + 1) && text.capital(end - 2);
        end = if name { end - 1 } else { open };
    }
    let from = phrase_begin(text, sentence, end);
    (from < end).then_some((from, end))
}

/// Where the noun phrase that ends before a token begins.
fn phrase_begin(text: &Text, sentence: Sentence, end: usize) -> usize {
    let mut from = end;
    while from > sentence.from && from + 14 > end {
        let at = from - 1;
        let word = text.word(at);
        if text.has(at, PRONOUN) && text.is(at, Kind::Word) {
            // A pronoun is a phrase by itself; "his" and "their" begin one.
            let possessive = matches!(
                word,
                "his" | "her" | "its" | "their" | "our" | "my" | "these" | "those" | "this" | "that"
            );
            if from == end && !possessive && matches!(word, "he" | "she" | "they" | "it" | "we" | "i" | "who")
            {
                return at;
            }
            return if possessive && from < end && !matches!(word, "that") { at } else { from };
        }
        let joins = matches!(
            word,
            "of" | "for"
                | "in"
                | "'s"
                | "’s"
                | "-"
                | "at"
                | "de"
                | "del"
                | "al"
                | "and"
                | "to"
                | "the"
                | "a"
                | "an"
        );
        let mark = text.is(at, Kind::Mark) && !matches!(word, "-" | "." | "&" | "/" | "’" | "'");
        let dot = word == "." && !text.glued(at);
        // "the report" is a noun.
        let verbal = text.has(at, SAY | AUXILIARY)
            && !text.has(at, ROLE | TITLE)
            && !(text.has(at, SAY) && text.has(at.wrapping_sub(1), ARTICLE));
        let stop = text.has(at, PREPOSITION | CONJUNCTION) && !joins;
        if mark || dot || verbal || stop {
            break;
        }
        // "and" joins two names, not two clauses.
        if word == "and" && !(text.capital(at + 1) && text.capital(at.wrapping_sub(1))) {
            break;
        }
        if word == "to" && !text.capital(at + 1) {
            break;
        }
        if matches!(word, "in" | "at" | "for" | "of") && from == end {
            break;
        }
        from = at;
        if text.has(at, ARTICLE) && !matches!(text.word(at.wrapping_sub(1)), "of" | "for" | "in" | "at") {
            break;
        }
    }
    // Nothing begins with a preposition.
    while from < end
        && (text.has(from, PREPOSITION | CONJUNCTION) && !text.has(from, ARTICLE)
            || text.is(from, Kind::Mark))
    {
        from += 1;
    }
    from
}

/// Where the noun phrase that begins at a token ends.
fn phrase_end(text: &Text, sentence: Sentence, from: usize) -> usize {
    let mut to = from;
    while to < sentence.to && to < from + 14 {
        let word = text.word(to);
        if text.has(to, PRONOUN)
            && to == from
            && matches!(word, "he" | "she" | "they" | "it" | "him" | "her" | "them" | "we" | "i")
        {
            return to + 1;
        }
        let joins = matches!(
            word,
            "of" | "for"
                | "'s"
                | "’s"
                | "-"
                | "the"
                | "a"
                | "an"
                | "de"
                | "del"
                | "al"
                | "his"
                | "her"
                | "its"
                | "their"
        ) || word == "in" && text.capital(to + 1);
        let mark = text.is(to, Kind::Mark)
            && !(matches!(word, "-" | "&" | "/")
                || word == "."
                    && text.glued(to)
                    && text.has(to.wrapping_sub(1), crate::lexicon::ABBREVIATION));
        let stop = text.has(to, PREPOSITION | CONJUNCTION | AUXILIARY | SAY | DAY_WORD | WEEKDAY | PRONOUN)
            && !joins
            && !text.has(to, ROLE | TITLE);
        if mark || stop {
            break;
        }
        to += 1;
    }
    while to > from && matches!(text.word(to - 1), "of" | "for" | "the" | "a" | "in" | "'s") {
        to -= 1;
    }
    to
}
