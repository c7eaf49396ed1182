//! A table's row as a record: everything we hold of it, label by label.

use crate::panels::statements::{
    FigureText, Speakers, in_role, item, joined, kinds, place_path, quoted, source, speakers, when,
};
use crate::text::{Lang, fill};
use index::{Corpus, Role};

/// The labels and values of a row; what is not held is left out.
pub fn record(corpus: &Corpus, row: u32, lang: Lang) -> Vec<(&'static str, String)> {
    let words = &lang.words().reading.reader.record_rows;
    let at = row as usize;
    let places = corpus.statements.places.get(at).into_iter();
    let places = joined(places.map(|entry| (entry.group, place_path(corpus, entry.place, lang))), lang);
    let sources =
        corpus.statements.sources.get(at).into_iter().filter_map(|index| source(corpus, index, lang));
    let says = match speakers(corpus, row, lang) {
        Speakers::Named(names) => names,
        Speakers::Unnamed => lang.words().reading.statements.unnamed.to_owned(),
        Speakers::Report => lang.words().reading.reader.report_itself.to_owned(),
        Speakers::NotKnown => String::new(),
    };
    let headline = Some(corpus.statements.quotes.get(at)).filter(|quote| !quote.is_empty());
    let headline = headline.map(|quote| quoted(quote, lang)).unwrap_or_default();
    let rows = [
        (words.date, when(corpus, row, lang)),
        (words.initiator, in_role(corpus, row, Role::Initiator, lang)),
        (words.affected, in_role(corpus, row, Role::Affected, lang)),
        (words.mentioned, in_role(corpus, row, Role::Mentioned, lang)),
        (words.speaker, says),
        (words.relay, in_role(corpus, row, Role::Relay, lang)),
        (words.place, places),
        (words.kind, kinds(corpus, row, lang)),
        (words.figures, figure_lines(&item(corpus, row, lang).figures, lang)),
        (words.headline, headline),
        (words.source, sources.collect::<Vec<_>>().join(lang.words().reading.statements.comma)),
        (words.made, words.in_table.to_owned()),
        (words.id, corpus.statements.ids.get(at).to_owned()),
    ];
    rows.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// Figures on one line, parts after their whole.
fn figure_lines(figures: &[FigureText], lang: Lang) -> String {
    let words = &lang.words().reading;
    let line = |figure: &FigureText| {
        let parts: Vec<&str> = figure.parts.iter().map(|part| part.text.as_str()).collect();
        match parts.is_empty() {
            true => figure.text.clone(),
            false => {
                let of_them = fill(words.figures.of_them, &[&parts.join(words.statements.comma)]);
                [figure.text.as_str(), &of_them].join(words.statements.comma)
            }
        }
    };
    figures.iter().map(line).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panels::statements::sample_corpus;

    #[test]
    fn what_is_held() {
        let rows = record(&sample_corpus(), 1, Lang::En);
        let value =
            |label: &str| rows.iter().find(|(known, _)| *known == label).map(|(_, value)| value.as_str());
        assert_eq!(value("Said by"), Some("the Kremlin"));
        assert_eq!(value("Place"), Some("Idlib governorate › Idlib (city) or Idlib governorate"));
        assert_eq!(value("Figures"), None);
        assert_eq!(value("Id"), Some("001-readout"));
    }
}
