//! Who passes on what somebody said.

use crate::panels::statements::{actor, source};
use crate::text::{Lang, fill};
use index::{Corpus, Role};
use query::figures::Says;

/// Who passes on some statements of one speaker, in words: the agencies that the reports quote, then the publishers of
/// the reports. Empty where a report or a table speaks for itself.
pub fn passed_on(corpus: &Corpus, says: &Says, rows: impl Iterator<Item = u32>, lang: Lang) -> String {
    if !matches!(says, Says::Speakers(_)) {
        return String::new();
    }
    let words = lang.words();
    let (mut names, mut publishers): (Vec<String>, Vec<String>) = Default::default();
    let once = |names: &mut Vec<String>, name: String| {
        if !names.contains(&name) {
            names.push(name);
        }
    };
    for row in rows {
        let entries = corpus.statements.actors.get(row as usize).into_iter();
        let relays = entries.filter(|entry| entry.role == Role::Relay);
        relays.filter_map(|entry| actor(corpus, entry.actor, lang)).for_each(|name| once(&mut names, name));
        let report = corpus.statements.reports.get(row as usize);
        let report = report.and_then(|&report| corpus.reports.get(report as usize));
        let name = report.and_then(|report| source(corpus, report.source, lang));
        once(&mut publishers, name.unwrap_or_else(|| words.figuring.unnamed_report.to_owned()));
    }
    names.extend(publishers);
    match names.is_empty() {
        true => String::new(),
        false => fill(words.figuring.passed_on, &[&names.join(words.reading.statements.comma)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panels::statements::sample_corpus;

    #[test]
    fn each_publisher_once_and_none_for_a_voice_of_its_own() {
        let corpus = sample_corpus();
        let said = Says::Speakers(vec![(0, 0)]);
        let text = passed_on(&corpus, &said, [0, 0].into_iter(), Lang::En);
        assert!(text.starts_with("passed on by ") && !text.contains(','), "{text}");
        assert_eq!(passed_on(&corpus, &Says::Report(0), [0].into_iter(), Lang::En), "");
        assert_eq!(passed_on(&corpus, &said, [].into_iter(), Lang::En), "");
    }
}
