//! What a corpus holds and what it lacks, counted.

use crate::text::{Lang, date, fill, number::whole, unit};
use index::{Corpus, Made, Span};

/// The counts, label by label; what there is nothing to say of is left out.
pub fn facts(corpus: &Corpus, lang: Lang) -> Vec<(&'static str, String)> {
    let words = &lang.words().reading.about;
    let column = &corpus.statements;
    let write = |n: usize| whole(lang, n as u64);
    let empty = |lists: &mut dyn Iterator<Item = bool>| lists.filter(|&empty| empty).count();
    let undated = empty(&mut column.dates.iter().map(|spans| spans.is_empty()));
    let unplaced = empty(&mut column.places.iter().map(|places| places.is_empty()));
    let about = &corpus.about;
    let rows = [
        (words.statements, unit::counted(lang, &about.unit, column.len() as u64)),
        (words.reports, lang.words().reports.with(lang, corpus.reports.len() as u64)),
        (words.by, origins(corpus, lang)),
        (words.coders, about.coders.clone()),
        (words.period, period(corpus).map(|span| date::span(lang, &span)).unwrap_or_default()),
        (words.places, write(used_places(corpus))),
        (words.languages, languages(corpus).join(lang.words().reading.statements.comma)),
        (words.undated, write(undated)),
        (words.unplaced, write(unplaced)),
        (words.left_out, write(about.left_out as usize)),
    ];
    rows.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// How many statements were coded by hand, read by machine, taken from a table.
fn origins(corpus: &Corpus, lang: Lang) -> String {
    let words = &lang.words().reading.about;
    let of = |made: Made| corpus.statements.made.iter().filter(|&&known| known == made).count() as u64;
    let origins = [
        (words.by_hand, of(Made::Hand)),
        (words.by_machine, of(Made::Machine)),
        (words.by_table, of(Made::Table)),
    ];
    let told = origins.into_iter().filter(|&(_, n)| n > 0).map(|(text, n)| fill(text, &[&whole(lang, n)]));
    told.collect::<Vec<_>>().join(lang.words().reading.statements.comma)
}

/// From the first day to the last that any statement names.
fn period(corpus: &Corpus) -> Option<Span> {
    let spans = || corpus.statements.dates.values();
    let from = spans().filter_map(|span| span.from).min()?;
    let to = spans().filter_map(|span| span.to).max()?;
    Some(Span::days(from, to.max(from)))
}

/// Places that some statement names.
fn used_places(corpus: &Corpus) -> usize {
    let mut used = vec![false; corpus.places.len()];
    for entry in corpus.statements.places.values() {
        if let Some(used) = used.get_mut(entry.place as usize) {
            *used = true;
        }
    }
    used.into_iter().filter(|&used| used).count()
}

/// Languages of the reports as carried, each once, by the name that it has for itself where we know it.
fn languages(corpus: &Corpus) -> Vec<String> {
    let mut languages: Vec<String> = Vec::new();
    for code in corpus.reports.iter().map(|report| &report.language).filter(|code| !code.is_empty()) {
        let name = Lang::from_code(code).map_or(code.clone(), |lang| lang.own_name().to_owned());
        if !languages.contains(&name) {
            languages.push(name);
        }
    }
    languages
}

/// A hash as hexadecimal digits in groups of eight.
pub fn grouped_hex(hash: &[u8; 32]) -> String {
    let digits = b"0123456789abcdef";
    let digit = |value: u8| digits.get(usize::from(value)).map_or('0', |&digit| char::from(digit));
    let mut text = String::with_capacity(72);
    for (at, byte) in hash.iter().enumerate() {
        if at > 0 && at % 4 == 0 {
            text.push(' ');
        }
        text.extend([digit(byte >> 4), digit(byte & 15)]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panels::statements::sample_corpus;

    #[test]
    fn counts() {
        let facts = facts(&sample_corpus(), Lang::En);
        let value =
            |label: &str| facts.iter().find(|(known, _)| *known == label).map(|(_, value)| value.as_str());
        assert_eq!(value("Statements"), Some("3 statements"));
        assert_eq!(value("How they came to be"), Some("3 coded by hand"));
        assert_eq!(value("Period covered"), Some("27 Feb 2020 – 28 Feb 2020"));
        assert_eq!(value("Places"), Some("2"));
        assert_eq!(value("Undated"), Some("1"));
        assert_eq!(value("Without a place"), Some("1"));
        assert_eq!(value("Languages of the reports"), Some("English"));
        assert_eq!(value("Coded by"), None);
    }

    #[test]
    fn hashes_are_read_in_groups() {
        let mut hash = [0; 32];
        hash[0] = 0xab;
        hash[31] = 0x0f;
        let text = grouped_hex(&hash);
        assert!(text.starts_with("ab000000 0000"));
        assert!(text.ends_with("0000000f"));
        assert_eq!(text.len(), 64 + 7);
    }
}
