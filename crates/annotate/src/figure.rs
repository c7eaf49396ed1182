//! Figures: how many of whom were killed, injured, displaced and so on.
//!
//! A figure is an amount with the noun that it counts. What is measured comes from the verb nearest to it; a count
//! behind "including" is part of the count before; "at least" and "nearly" make bounds; a fraction of a number is
//! computed and says so.

use crate::lexicon::{
    ARTICLE, AUXILIARY, COMMON, DETAINED, DISPLACED, FEW, INJURED, KILLED, MISSING, MONTH, NUMBER, ORDINAL,
    PEOPLE, PREPOSITION, PRONOUN, SAY, THING, UNIT,
};
use crate::mention::{FigureValue, Mention, Value, Why};
use crate::number::{fraction, of_told_before, plain, vague};
use crate::sentence::Sentence;
use crate::text::{Kind, Text};
use std::sync::Arc;

/// Words that a figure's noun may have before it.
const REACH: usize = 5;

/// The figures of a sentence; `taken` are tokens of dates.
pub(crate) fn figures(text: &Text, sentence: Sentence, taken: &[bool]) -> Vec<Mention> {
    let mut all: Vec<(usize, Mention)> = Vec::new();
    let mut at = sentence.from;
    while at < sentence.to {
        match figure(text, sentence, at, taken) {
            Some((to, mention)) => {
                let part = all.last().filter(|(end, whole)| {
                    let listed = text.word(*end) == "and"
                        && if let Value::Figure(value) = &whole.value {
                            value.part_of.is_none()
                        } else {
                            true
                        };
                    includes(text, *end, at)
                        && !listed
                        && (larger(whole, &mention) || text.word(*end) == "and")
                });
                let part = part.map(|(_, whole)| whole.start);
                let mut mention = mention;
                if let (Value::Figure(value), Some(whole)) = (&mut mention.value, part) {
                    Arc::make_mut(value).part_of = Some(whole);
                }
                all.push((to, mention));
                at = to;
            }
            None => at += 1,
        }
    }
    inherit(&mut all);
    all.into_iter().map(|(_, mention)| mention).collect()
}

/// "including", "among them", "of them" between two counts.
fn includes(text: &Text, from: usize, to: usize) -> bool {
    let words = || (from..to).map(|at| text.word(at));
    words().any(|word| matches!(word, "including" | "among" | "includes"))
        || words().count() == 1 && words().any(|word| word == "and")
}

fn larger(whole: &Mention, part: &Mention) -> bool {
    let best = |mention: &Mention| {
        if let Value::Figure(value) = &mention.value { value.best.or(value.low) } else { None }
    };
    best(whole) > best(part)
}

/// A part measures what its whole measures; a second part of one list is part of the same whole.
fn inherit(all: &mut [(usize, Mention)]) {
    for at in 1..all.len() {
        let Some((before, rest)) = all.split_at_mut_checked(at) else { continue };
        let (Some((_, earlier)), Some((_, this))) = (before.last(), rest.first_mut()) else { continue };
        let (Value::Figure(whole), Value::Figure(value)) = (&earlier.value, &mut this.value) else {
            continue;
        };
        let value = Arc::make_mut(value);
        if value.part_of == Some(earlier.start) {
            value.measure = whole.measure;
            // "513 children and 338 women": both belong to what stands before.
            if whole.part_of.is_some() {
                value.part_of = whole.part_of;
            }
        } else if value.measure == "other" && value.whom.is_empty() {
            value.measure = whole.measure;
        }
    }
}

fn figure(text: &Text, sentence: Sentence, at: usize, taken: &[bool]) -> Option<(usize, Mention)> {
    let token = text.tokens.get(at)?;
    let article =
        token.flags & ARTICLE != 0 && text.has(at + 1, NUMBER | FEW | ORDINAL | UNIT | PEOPLE | THING);
    if token.kind != Kind::Number
        && token.flags & (NUMBER | FEW) == 0
        && !article
        && !(token.first == b't' && text.word(at) == "tens")
    {
        return None;
    }
    if taken.get(at).copied().unwrap_or(false) || text.word(at) == "one" && text.word(at + 1) == "of" {
        return None;
    }
    if of_told_before(text, at) {
        return None;
    }
    let number = fraction(text, at).or_else(|| vague(text, at)).or_else(|| plain(text, at))?;
    let from = qualifier(text, sentence.from, at);
    let (bound, _) = from;
    if number.article && leads_noun(text, number.to) {
        return None;
    }
    let noun = noun(text, sentence, number.to).or_else(|| people_named(text, number.to, taken));
    // ", two witnesses said": who speaks, not who was counted.
    if text.word(at.wrapping_sub(1)) == "," && speaks(text, number.to) {
        return None;
    }
    let measure = measure(text, sentence, at, noun.map_or(number.to, |(_, to)| to), noun.map(|(at, _)| at));
    // Only people are killed, injured or displaced: "two bombs", "more than 100 wounded when shells struck".
    let things = noun.is_some_and(|(_, to)| text.has(to - 1, THING) && !text.has(to - 1, PEOPLE));
    let measure = if things { "other" } else { measure };
    let (noun_at, to) = match noun {
        Some(found) => found,
        // "killed 12", "32 more", "the toll rose to 255".
        None if measure != "other" && counts_alone(text, at, number.to, measure) => (number.to, number.to),
        None => return None,
    };
    if number.article && measure == "other" {
        return None;
    }
    let whom = if to > noun_at { text.word(to - 1).to_owned() } else { String::new() };
    let start = from.1;
    let (first, last) = (text.tokens.get(start)?, text.tokens.get(to.max(number.to) - 1)?);
    let whole = |value: f64| (0.0..1e13).contains(&value).then_some(value.round() as u64);
    let best = number.value.and_then(whole);
    let words = text
        .raw
        .get(first.start as usize..last.end as usize)?
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let value = FigureValue {
        start: first.start as usize,
        words,
        measure,
        whom,
        low: if bound == "at least" { best } else { number.low.and_then(whole) },
        best,
        high: if matches!(bound, "at most" | "nearly") { best } else { number.high.and_then(whole) },
        bound,
        computed: number.computed,
        part_of: None,
        period: None,
    };
    let says = match (number.computed, number.value) {
        (true, _) => "Computed from a fraction and the number that it is of.",
        (_, None) => "Given in words only.",
        _ => "A number with the noun that it counts; the nearest verb says what is measured.",
    };
    let why = Why { rule: if number.computed { "fraction" } else { "count" }, says, ..Why::default() };
    Some((
        to.max(number.to),
        Mention {
            start: first.start as usize,
            end: last.end as usize,
            value: Value::Figure(Arc::new(value)),
            why,
        },
    ))
}

/// "at least", "nearly", "about" before a number: the bound, and the token where it begins.
fn qualifier<'a>(text: &Text, least: usize, at: usize) -> (&'a str, usize) {
    let back = |n: usize| at.checked_sub(n).filter(|at| *at >= least).map_or("", |at| text.word(at));
    match (back(2), back(1)) {
        ("at", "least") => ("at least", at - 2),
        ("more", "than") => ("at least", at - 2),
        ("up", "to") => ("at most", at - 2),
        ("as", "many") => ("at most", at - 2),
        ("fewer" | "less", "than") => ("at most", at - 2),
        (_, "over") => ("at least", at - 1),
        (_, "nearly" | "almost") => ("nearly", at - 1),
        (_, "about" | "around" | "approximately" | "some" | "roughly" | "estimated") => ("about", at - 1),
        _ => ("", at),
    }
}

/// The noun that is counted: its first word and the token after its last.
fn noun(text: &Text, sentence: Sentence, from: usize) -> Option<(usize, usize)> {
    let end = sentence.to.min(from + REACH);
    let of = matches!(text.word(from), "of") as usize;
    for at in from + of..end {
        if text.has(at, PEOPLE | THING) {
            return Some((from, at + 1));
        }
        let stops = text.has(at, PRONOUN)
            || text.has(from - 1, FEW) && at > from + 1
            || text.is(at, Kind::Mark) && text.word(at) != "-"
            || text.has(at, PREPOSITION | AUXILIARY) && text.word(at) != "of"
            || matches!(text.word(at), "when" | "while" | "because")
            || text.is(at, Kind::Number);
        let modifier =
            matches!(text.word(at), "killed" | "wounded" | "injured" | "armed" | "unarmed" | "displaced");
        if stops || !modifier && text.has(at, KILLED | INJURED) {
            return None;
        }
    }
    None
}

/// "a police convoy", "an aid worker's car": no police, and no aid, is counted.
fn leads_noun(text: &Text, at: usize) -> bool {
    let next = text.tokens.get(at + 1).filter(|token| token.kind == Kind::Word && token.spaced);
    matches!(
        text.word(at),
        "police" | "military" | "crew" | "aid" | "staff" | "personnel" | "family" | "people"
    ) && next.is_some_and(|token| token.flags & (AUXILIARY | PREPOSITION | KILLED | INJURED | SAY) == 0)
}

/// "29 Palestinians", "12 Yazidis": the name of a people directly behind the number.
fn people_named(text: &Text, at: usize, taken: &[bool]) -> Option<(usize, usize)> {
    let word = text.word(at);
    let many = word.ends_with("ans") || word.ends_with("is") || word.ends_with("ese") || word.ends_with("ds");
    let many = many || word.ends_with("ks") || word.ends_with("bs") || word.ends_with("as");
    let free = text.capital(at) && !text.has(at, UNIT | MONTH) && !taken.get(at).copied().unwrap_or(false);
    (free && many && word.len() > 4 && !text.capital(at + 1)).then_some((at, at + 1))
}

/// Whether a verb of saying follows within a few words, before any mark or other number.
fn speaks(text: &Text, from: usize) -> bool {
    (from..from + 4)
        .take_while(|at| {
            !text.is(*at, Kind::Mark) && !text.is(*at, Kind::Number) && !text.has(*at, AUXILIARY)
        })
        .any(|at| text.has(at, SAY))
}

/// What is measured: the nearest word of killing, injuring and so on in the clause.
fn measure(text: &Text, sentence: Sentence, at: usize, to: usize, noun: Option<usize>) -> &'static str {
    let of = |at: usize| {
        let checks = [
            (KILLED, "killed"),
            (INJURED, "injured"),
            (DISPLACED, "displaced"),
            (DETAINED, "detained"),
            (MISSING, "missing"),
        ];
        checks.into_iter().find(|(class, _)| text.has(at, *class)).map(|(_, measure)| measure)
    };
    // The noun itself: "12 dead", "3 million refugees".
    if let Some(found) = noun.and_then(|noun| (noun..to).find_map(of)) {
        return found;
    }
    if (to.saturating_sub(1)..to).any(|at| matches!(text.word(at), "refugees")) {
        return "refugees";
    }
    let ahead = (to..sentence.to.min(to + 16))
        .take_while(|at| !matches!(text.word(*at), "." | ";" | "that"))
        .position(|at| of(at).is_some());
    let behind = (sentence.from.max(at.saturating_sub(8))..at)
        .rev()
        .take_while(|at| !matches!(text.word(*at), ";" | "while"))
        .position(|at| of(at).is_some());
    let found = match (ahead, behind) {
        (Some(a), Some(b)) if a <= b && passive(text, to, a) => of(to + a),
        (_, Some(b)) => of(at - 1 - b),
        (Some(a), None) => of(to + a),
        (None, None) => None,
    };
    found.unwrap_or("other")
}

/// "were killed", "have been displaced" ahead, or the verb at once: "12 killed".
fn passive(text: &Text, to: usize, distance: usize) -> bool {
    let led = |at: usize| {
        text.has(at, AUXILIARY)
            || matches!(
                text.word(at),
                "taken" | "held" | "left" | "found" | "feared" | "presumed" | "reported"
            )
    };
    distance == 0 || (to..to + distance).any(led)
}

/// A number without a noun that still counts: "killed 12", "injuring 32 more", "12 dead".
fn counts_alone(text: &Text, at: usize, to: usize, measure: &str) -> bool {
    let _ = measure;
    let near = |at: usize| text.has(at, KILLED | INJURED | DISPLACED | DETAINED | MISSING);
    let before = at > 0 && near(at - 1)
        || at > 1 && near(at - 2) && !text.is(at - 1, Kind::Mark)
        || at > 3 && near(at - 4) && text.word(at - 1) == "least";
    let after = near(to)
        || matches!(text.word(to), "others" | "other" | "more")
        || text.has(to, AUXILIARY) && near(to + 1);
    (before || after) && !text.has(to, COMMON & FEW) && !text.has(at, FEW)
}

/// "This includes at least 465 …": the count is part of the count of the sentence before.
pub(crate) fn link_sentences(text: &Text, sentences: &[Sentence], mentions: &mut [Mention]) {
    for pair in sentences.windows(2) {
        let [before, this] = pair else { continue };
        let opens = (text.word(this.from), text.word(this.from + 1));
        if !matches!(
            opens,
            ("this", "includes") | ("these", "include") | ("among" | "of", "them" | "these" | "those")
        ) {
            continue;
        }
        let byte = |at: usize| text.tokens.get(at).map_or(usize::MAX, |token| token.start as usize);
        let (from, to, end) = (byte(before.from), byte(this.from), byte(this.to));
        let top =
            |mention: &&Mention| matches!(&mention.value, Value::Figure(figure) if figure.part_of.is_none());
        let whole = mentions
            .iter()
            .filter(|mention| (from..to).contains(&mention.start))
            .find(top)
            .map(|mention| (mention.start, mention.clone()));
        let Some((start, whole)) = whole else { continue };
        let part = mentions
            .iter_mut()
            .filter(|mention| (to..end).contains(&mention.start))
            .find(|mention| top(&&**mention));
        if let Some(part) = part.filter(|part| larger(&whole, part))
            && let Value::Figure(figure) = &mut part.value
        {
            Arc::make_mut(figure).part_of = Some(start);
        }
    }
}
