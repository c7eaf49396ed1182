//! How the values of a statement were made: what *Why?* shows.

use super::published::counts_from;
use super::rule_words::rule_words;
use crate::panels::statements::{Speakers, derivations, in_role, item, ours, reason, source, speakers, when};
use crate::text::{Lang, fill};
use index::date::{Anchors, Rule};
use index::{Corpus, Derivation, Field, NONE, Report, Role};

/// One value and how it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Such as "Why 27 Feb 2020?".
    pub question: String,
    /// The answer, in sentences.
    pub sentences: Vec<String>,
    /// The value moves with the report's publication date.
    pub moves: bool,
}

/// Who did it, who says so, who passes it on, who reports it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// The initiators.
    pub did_it: String,
    /// The speakers.
    pub says_so: String,
    /// Those who pass it on between speaker and report; empty where the report names none.
    pub passed_on: String,
    /// The publisher.
    pub reports_it: String,
}

/// Another statement on the same happening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sibling {
    /// Its position.
    pub row: u32,
    /// Its id.
    pub id: String,
    /// Id of its report.
    pub report: String,
    /// What it says.
    pub title: String,
}

/// How each value of a statement was made.
pub fn explained(corpus: &Corpus, row: u32, lang: Lang) -> Vec<Explained> {
    let report = report_of(corpus, row);
    derivations(corpus, row).iter().map(|note| one(corpus, row, note, report, lang)).collect()
}

fn one(corpus: &Corpus, row: u32, note: &Derivation, report: Option<&Report>, lang: Lang) -> Explained {
    let mut sentences = reason(note, lang);
    if let Some(report) = report {
        sentences.extend(by_rule(&note.rule, report, lang));
    }
    let moves = Rule::parse(&note.rule).is_some_and(|rule| rule.depends_on_publication());
    Explained { question: question(corpus, row, note.field, lang), sentences, moves }
}

/// The rule in words, and what it counts from.
fn by_rule(rule: &str, report: &Report, lang: Lang) -> Vec<String> {
    let anchors = Anchors::of(report.published.span, &report.anchor);
    let Some(words) = rule_words(rule, &anchors, lang) else { return Vec::new() };
    let that_is = ours(lang, fill(lang.words().reading.rules.that_is, &[&words]));
    let from = rule.contains("anchor").then(|| counts_from(report, lang)).flatten();
    let inferred = Some(report.published.why.clone()).filter(|why| !why.is_empty());
    [that_is].into_iter().chain(from).chain(inferred).collect()
}

fn question(corpus: &Corpus, row: u32, field: Field, lang: Lang) -> String {
    let words = &lang.words().reading.why;
    let at = row as usize;
    match field {
        Field::Date if corpus.statements.dates.get(at).is_empty() => words.no_date.to_owned(),
        Field::Date => fill(words.why, &[&when(corpus, row, lang)]),
        Field::Place if corpus.statements.places.get(at).is_empty() => words.no_place.to_owned(),
        Field::Place => fill(words.why, &[&item(corpus, row, lang).place]),
        Field::Actor => words.actor.to_owned(),
        Field::Speaker => words.speaker.to_owned(),
        Field::Kind => words.kind.to_owned(),
        Field::Figure => words.figure.to_owned(),
    }
}

/// Who did it, who says so, who passes it on, who reports it.
pub fn chain(corpus: &Corpus, row: u32, lang: Lang) -> Chain {
    let words = &lang.words().reading.reader;
    let did_it = in_role(corpus, row, Role::Initiator, lang);
    let publisher = report_of(corpus, row).and_then(|report| source(corpus, report.source, lang));
    Chain {
        did_it: if did_it.is_empty() { words.nobody.to_owned() } else { did_it },
        says_so: match speakers(corpus, row, lang) {
            Speakers::NotKnown => words.not_known.to_owned(),
            Speakers::Report => words.report_itself.to_owned(),
            Speakers::Unnamed => lang.words().reading.statements.unnamed.to_owned(),
            Speakers::Named(names) => names,
        },
        passed_on: in_role(corpus, row, Role::Relay, lang),
        reports_it: publisher.unwrap_or_else(|| words.no_publisher.to_owned()),
    }
}

/// The other statements on the same happening, in the corpus's order.
pub fn siblings(corpus: &Corpus, row: u32, lang: Lang) -> Vec<Sibling> {
    let events = &corpus.statements.events;
    let Some(&event) = events.get(row as usize).filter(|&&event| event != NONE) else { return Vec::new() };
    let others = (0u32..).zip(events).filter(|&(other, &of)| of == event && other != row);
    let sibling = |(row, _)| {
        let item = item(corpus, row, lang);
        Sibling { row, id: item.id, report: item.report, title: item.title }
    };
    others.map(sibling).collect()
}

fn report_of(corpus: &Corpus, row: u32) -> Option<&Report> {
    corpus.statements.reports.get(row as usize).and_then(|&report| corpus.reports.get(report as usize))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panels::statements::sample_corpus;

    #[test]
    fn the_thursday_and_the_place() {
        let got = explained(&sample_corpus(), 0, Lang::En);
        let date = &got[0];
        assert_eq!(date.question, "Why 27 Feb 2020?");
        assert!(date.moves);
        assert_eq!(
            date.sentences,
            [
                "“on Thursday”: worked out from relative words.",
                "That is the last Thursday before the day the report counts from (Friday, 28 Feb 2020).",
                "The report counts from the last Friday on or before the day of publication (28 Feb 2020 – 5 Mar 2020).",
                "The caption.",
            ]
        );
        let place = &got[1];
        assert_eq!(place.question, "Why Idlib governorate?");
        assert!(!place.moves);
        assert_eq!(
            place.sentences,
            ["“in Idlib province”: carried over from what comes before.", "See before."]
        );
    }

    #[test]
    fn no_date_is_explained_too() {
        assert_eq!(explained(&sample_corpus(), 2, Lang::En)[0].question, "Why no date?");
    }

    #[test]
    fn attribution() {
        let chain = chain(&sample_corpus(), 0, Lang::En);
        assert_eq!(chain.did_it, "unnamed");
        assert_eq!(chain.says_so, "the report itself");
        assert_eq!(chain.reports_it, "publisher not named");
    }

    #[test]
    fn one_happening() {
        let corpus = sample_corpus();
        let rows =
            |row| siblings(&corpus, row, Lang::En).into_iter().map(|sibling| sibling.row).collect::<Vec<_>>();
        assert_eq!(rows(0), [2]);
        assert_eq!(rows(1), [] as [u32; 0]);
    }
}
