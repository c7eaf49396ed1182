//! What a fieldbook holds, in numbers: the line under its title.

use crate::text::{Lang, date, fill, unit};
use index::date::parse_bounds;
use index::{Corpus, Day, NONE, Span};

/// Statements, reports, speakers, period covered with its last date, and day of the edition; each as far as
/// there is one.
pub fn facts(lang: Lang, corpus: &Corpus) -> Vec<String> {
    let words = lang.words();
    let reports = corpus.reports.iter().filter(|report| !report.table).count() as u64;
    let speakers = speakers(corpus);
    let mut facts = vec![unit::counted(lang, &corpus.about.unit, corpus.statements.len() as u64)];
    facts.extend((reports > 0).then(|| words.reports.with(lang, reports)));
    facts.extend((speakers > 0).then(|| words.speakers.with(lang, speakers)));
    facts.extend(period(corpus).map(|(from, to)| date::span(lang, &Span::days(from, to))));
    facts.extend(edition(lang, &corpus.about.edition));
    facts
}

/// How many different speakers the statements name.
fn speakers(corpus: &Corpus) -> u64 {
    let named = corpus.statements.speakers.values().map(|entry| entry.actor).filter(|&actor| actor != NONE);
    let mut named: Vec<u32> = named.collect();
    index::order::sort(&mut named);
    named.dedup();
    named.len() as u64
}

/// The first and the last day that any statement names.
fn period(corpus: &Corpus) -> Option<(Day, Day)> {
    let days = || corpus.statements.dates.values().flat_map(|span| [span.from, span.to]).flatten();
    Some((days().min()?, days().max()?))
}

fn edition(lang: Lang, edition: &str) -> Option<String> {
    let text = match parse_bounds(edition) {
        Ok(span) if span != Span::default() => date::span(lang, &span),
        _ => edition.to_owned(),
    };
    (!text.is_empty()).then(|| fill(lang.words().shell.edition, &[&text]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::{About, Packed, Report, SpeakerEntry, Statements};

    #[test]
    fn only_what_there_is() {
        assert_eq!(facts(Lang::En, &Corpus::default()), ["0 statements"]);
    }

    #[test]
    fn numbers_and_dates() {
        let day = |month, day| Day::from_ymd(2020, month, day);
        let spans = [
            Span { from: day(2, 27), to: None, qualified: false },
            Span { from: day(2, 28), to: day(3, 1), qualified: false },
        ];
        let speaker = |actor| SpeakerEntry { actor, group: 0 };
        let mut speakers = Packed::default();
        speakers.push([speaker(0), speaker(NONE)]);
        speakers.push([speaker(0)]);
        let mut dates = Packed::default();
        spans.into_iter().for_each(|span| dates.push([span]));
        let corpus = Corpus {
            about: About { edition: "2026-11-22".into(), ..About::default() },
            reports: vec![Report::default(), Report { table: true, ..Report::default() }],
            statements: Statements { reports: vec![0, 0], speakers, dates, ..Statements::default() },
            ..Corpus::default()
        };
        let expect =
            ["2 statements", "1 report", "1 speaker", "27 Feb 2020 – 1 Mar 2020", "edition of 22 Nov 2026"];
        assert_eq!(facts(Lang::En, &corpus), expect);
    }
}
