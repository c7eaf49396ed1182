//! The report's own date: given from outside, or read from a dateline, a line that is a date, or a caption.

use crate::date::{Context, Grain, Meaning, Phrase, resolve};
use crate::mention::Published;
use crate::sentence::Sentence;
use crate::text::Text;
use index::Day;
use index::date::Weekday;

/// How many sentences a date may stand behind and still be the report's.
const LINES: usize = 4;

/// The report's date.
pub(crate) fn published(
    text: &Text,
    sentences: &[Sentence],
    phrases: &[Vec<Phrase>],
    given: Option<Day>,
) -> Published {
    if let Some(day) = given {
        return Published {
            day: Some(day),
            how: "given",
            why: "The date was given from outside.".to_owned(),
            weekday: None,
        };
    }
    let all = || sentences.iter().zip(phrases);
    let found = all().take(LINES).find_map(|(sentence, phrases)| line(text, *sentence, phrases));
    found.or_else(|| caption(phrases)).unwrap_or_else(|| unknown(text, sentences))
}

/// A dateline ("SAN SALVADOR, 3 JAN 90 --", "WASHINGTON, August 11 (Xinhua) --") or a line that is nothing but a date.
fn line(text: &Text, sentence: Sentence, phrases: &[Phrase]) -> Option<Published> {
    let phrase = phrases.first()?;
    let time = resolve(&phrase.meaning, &Context::default());
    let day = time.span.filter(|span| span.from == span.to && time.grain == Some(Grain::Day))?.from?;
    let alone = phrase.to - phrase.from + 2 >= sentence.to - sentence.from;
    let ahead = phrase.from - sentence.from <= 6
        && (sentence.from..phrase.from).all(|at| {
            text.capital(at)
                || matches!(text.word(at), "," | "." | "-" | "updated" | "published" | ":" | "on" | "posted")
        });
    let behind =
        (phrase.to..sentence.to.min(phrase.to + 8)).any(|at| matches!(text.word(at), "-" | "–" | "—" | "_"));
    let words = text.between(phrase.from, phrase.to);
    let (how, why) = match () {
        () if alone => ("line", format!("The line “{words}” is a date by itself.")),
        () if ahead && behind => ("dateline", format!("The dateline says “{words}”.")),
        () => return None,
    };
    Some(Published { day: Some(day), how, why, weekday: None })
}

/// A full date in a caption or the body that a weekday of the text agrees with: the report is of that day or later.
fn caption(phrases: &[Vec<Phrase>]) -> Option<Published> {
    let mut weekdays = Vec::new();
    let mut days = Vec::new();
    for phrase in phrases.iter().flatten() {
        match &phrase.meaning {
            Meaning::Weekday(day, None) => weekdays.push(*day),
            Meaning::Calendar(partial, _) if partial.year.is_some() && partial.day.is_some() => {
                days.extend(resolve(&phrase.meaning, &Context::default()).span.and_then(|span| span.to));
            }
            _ => {}
        }
    }
    let last = days.iter().copied().max()?;
    let agrees = weekdays.contains(&last.weekday());
    agrees.then(|| Published {
        day: Some(last),
        how: "caption",
        why: format!("The latest full date in the text is {last}, a {}, and the text speaks of that weekday; it was published then or soon after.", name(last.weekday())),
        weekday: None,
    })
}

/// "yesterday, Thursday" tells the weekday, and no more.
fn unknown(text: &Text, sentences: &[Sentence]) -> Published {
    for sentence in sentences {
        for at in (sentence.from..sentence.to).filter(|at| text.begins(*at, b'y') || text.begins(*at, b't')) {
            let shift = match text.word(at) {
                "yesterday" => 1,
                "today" => 0,
                _ => continue,
            };
            let named = (text.word(at + 1) == ",")
                .then(|| Weekday::ALL.into_iter().find(|day| day.name() == text.word(at + 2)))
                .flatten();
            if let Some(named) = named {
                let own = Weekday::ALL.into_iter().cycle().nth(named as usize + shift);
                let why = own.map_or(String::new(), |own| {
                    format!("“{}” says that it is from a {}.", text.between(at, at + 3), name(own))
                });
                return Published { day: None, how: "weekday", why, weekday: own };
            }
        }
    }
    Published {
        day: None,
        how: "unknown",
        why: "The text does not say when it was published.".to_owned(),
        weekday: None,
    }
}

fn name(day: Weekday) -> String {
    let mut letters = day.name().chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
