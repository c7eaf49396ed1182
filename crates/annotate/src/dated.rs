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
    let why = Why { rule: time.rule, says: "", anchor, alternatives };
    Mention { start, end, value: Value::Date(value), why }
}
