//! Dates as mentions: every expression of every sentence, resolved in order, each able to count from the ones
//! before it.

use crate::date::{Context, Grain, Meaning, OpenEnd, Phrase, Time, TimeKind, open_ends, resolve, tense};
use crate::mention::{DateValue, Mention, Value, Why};
use crate::sentence::Sentence;
use crate::text::Text;
use index::Day;

/// The dates of a text, of whose sentences the expressions are known.
pub(crate) fn dates(
    text: &Text,
    sentences: &[Sentence],
    phrases: &[Vec<Phrase>],
    published: Option<Day>,
) -> (Vec<Mention>, Vec<bool>) {
    let mut taken = vec![false; text.tokens.len()];
    let mut context = Context { published, ..Context::default() };
    let mut all = Vec::new();
    for (sentence, phrases) in sentences.iter().zip(phrases).filter(|(_, phrases)| !phrases.is_empty()) {
        let ends = open_ends(text, phrases);
        for (phrase, end) in phrases.iter().zip(ends) {
            (context.tense, context.near) = tense(text, *sentence, phrase.from, phrase.to);
            let time = resolve(&phrase.meaning, &context);
            remember(&mut context, &phrase.meaning, &time);
            let (Some(first), Some(last)) = (text.tokens.get(phrase.from), text.tokens.get(phrase.to - 1))
            else {
                continue;
            };
            taken.iter_mut().take(phrase.to).skip(phrase.from).for_each(|slot| *slot = true);
            all.push(mention(
                first.start as usize,
                last.end as usize,
                &time,
                end,
                text.word(phrase.from.wrapping_sub(1)) == "of" && time.grain == Some(Grain::Year),
            ));
        }
    }
    (all, taken)
}

/// The rules in words.
fn says(rule: &str) -> &'static str {
    match rule {
        "calendar" => "The words give the date.",
        "year-by-report" => {
            "A day or month without its year: the year that lies nearest to the report's date, on the side to which the verb looks."
        }
        "month-by-turn" => "“Last”, “this” or “next” before a month, counted from the report's date.",
        "weekday-last" => "“Last” before a weekday: the one before the day of the report.",
        "weekday-next" => "“Next” before a weekday: the one after the day of the report.",
        "weekday-this" => "“This” before a weekday: the one of the days from the report on.",
        "weekday-ahead" => "A weekday beside a verb that looks ahead: the next one after the report's date.",
        "weekday-same" => "The weekday on which the report appeared: that very day.",
        "weekday-back" => {
            "A weekday beside a verb that looks back, or none: the last one before the report's date."
        }
        "weekday-unknown" => "A weekday; which one depends on the report's date, which is not known.",
        "day-word" => "“Today”, “yesterday” or “tomorrow”, counted from the report's date.",
        "day-unknown" => "A day counted from the report's date, which is not known.",
        "unit" => "A week, month, year or the like, counted from the date that stands beside it here.",
        "unit-unknown" => "A week, month or year counted from the report's date, which is not known.",
        "shift" => "So many days, weeks, months or years from the date that stands beside it here.",
        "shift-unknown" => "A stretch of time counted from a date that is not known.",
        "same-period" => "The period told of before, in the year that the words name.",
        "season" => "A season; its year is given, or the one that fits the report's date.",
        "quarter" => {
            "A quarter or half of a year; its year is given, or the one that fits the report's date."
        }
        "decade" => "The words give the decade.",
        "century" => "The words give the century.",
        "holiday" => "A holiday whose day changes from year to year, by its rule.",
        "duration" => "How long something took; it has no place on the calendar.",
        "set" => "How often something happens; it has no place on the calendar.",
        "reference" => "Now, before or later, without a date.",
        "year-unknown" => "A day or month without its year, and the report's date is not known.",
        "impossible" => "There is no such day.",
        _ => "",
    }
}

/// Later expressions may count from this one.
fn remember(context: &mut Context, meaning: &Meaning, time: &Time) {
    let Some(first) = time.span.and_then(|span| span.from) else { return };
    if let Some(grain) = time.grain.filter(|grain| *grain <= Grain::Year) {
        context.mentioned = Some((first, grain.max(Grain::Day)));
    }
    if let Meaning::Quarter(n, _, _, false) = meaning {
        // The quarter of a year ago is only compared with.
        context.quarter = context.quarter.max(Some((first.ymd().0, *n)));
    }
}

fn mention(start: usize, end: usize, time: &Time, open: OpenEnd, bare_of: bool) -> Mention {
    let kind = match time.kind {
        TimeKind::Date => "DATE",
        TimeKind::Time => "TIME",
        TimeKind::Duration => "DURATION",
        TimeKind::Set => "SET",
    };
    let edtf = time.span.map(|span| span.to_string());
    let edtf = edtf.map(|edtf| match open {
        OpenEnd::Since => format!("{}/..", edtf.split('/').next().unwrap_or("")),
        OpenEnd::Until => format!("../{}", edtf.rsplit('/').next().unwrap_or("")),
        _ => edtf,
    });
    let value = DateValue {
        edtf,
        timex3: time.timex.clone(),
        kind,
        moves: time.moves.clone(),
        open: if bare_of { "of" } else { open.name() },
    };
    let anchor = time.anchor_day.map_or(String::new(), |day| format!("{} {day}", time.anchor));
    let alternatives = time.alternative.iter().map(Day::to_string).collect();
    let why = Why { rule: time.rule, says: says(time.rule), anchor, alternatives };
    Mention { start, end, value: Value::Date(Box::new(value)), why }
}
