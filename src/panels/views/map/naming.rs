//! What marks are called.

use super::sites::Tally;
use crate::components::counts::spoken;
use crate::text::pictures::LevelWords;
use crate::text::{Lang, fill, number};
use index::{Corpus, Level, name_in};

/// Letters of a name that are written on the map.
const LONG: usize = 24;

/// A place's name.
pub fn place(corpus: &Corpus, place: u32, lang: Lang) -> String {
    corpus.places.get(place as usize).map_or("", |place| name_in(&place.names, lang.code())).to_owned()
}

/// What a place is.
pub fn level(corpus: &Corpus, place: u32, lang: Lang) -> &'static str {
    let words: &LevelWords = &lang.words().pictures.levels;
    match corpus.places.get(place as usize).map_or(Level::Other, |place| place.level) {
        Level::Other => words.other,
        Level::Country => words.country,
        Level::Admin1 => words.division,
        Level::Admin2 => words.district,
        Level::Admin3 => words.subdistrict,
        Level::Town => words.town,
        Level::Site => words.site,
        Level::Region => words.region,
    }
}

/// A place's name, or that of a cluster of so many places.
pub fn label(corpus: &Corpus, own: u32, members: usize, lang: Lang) -> String {
    let name = place(corpus, own, lang);
    match members {
        0 | 1 => name,
        _ => fill(lang.words().pictures.map.cluster, &[&name, &number::whole(lang, members as u64 - 1)]),
    }
}

/// The same for the eye, where there is little room: "Saraqeb +3". Long names are cut.
pub fn short_label(corpus: &Corpus, own: u32, members: usize, lang: Lang) -> String {
    let name = place(corpus, own, lang);
    let mut text: String = name.chars().take(LONG).collect();
    if text.len() < name.len() {
        text.push('…');
    }
    if members > 1 {
        text.push_str(" +");
        text.push_str(&number::whole(lang, members as u64 - 1));
    }
    text
}

/// A mark's accessible name: "Saraqeb, town: 1 match, 14 may match".
pub fn mark(corpus: &Corpus, own: u32, members: usize, tally: Tally, lang: Lang) -> String {
    let words = &lang.words().pictures.map;
    let name = label(corpus, own, members, lang);
    let level = if members > 1 { words.zooms } else { level(corpus, own, lang) };
    match tally.counts().shown() {
        0 => fill(words.mark_outside, &[&name, level]),
        _ => fill(words.mark, &[&name, level, &spoken(lang, tally.counts().into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::{Name, Place};
    use query::Counts;

    #[test]
    fn names() {
        let name = |text: &str, lang: &str| Name { text: text.into(), lang: lang.into() };
        let names = vec![name("Saraqeb", "en"), name("سراقب", "ar")];
        let places = vec![Place { names, level: Level::Town, ..Place::default() }];
        let corpus = Corpus { places, ..Corpus::default() };
        let tally = Tally {
            exact: Counts { matching: 1, may_match: 0 },
            within: Counts { matching: 0, may_match: 14 },
        };
        assert_eq!(mark(&corpus, 0, 1, tally, Lang::En), "Saraqeb, town: 1 match, 14 may match");
        assert_eq!(
            mark(&corpus, 0, 4, tally, Lang::En),
            "Saraqeb and 3 more, zooms in: 1 match, 14 may match"
        );
        assert_eq!(mark(&corpus, 0, 1, Tally::default(), Lang::En), "Saraqeb, town: outside the selection");
        assert_eq!(label(&corpus, 0, 1, Lang::Ar), "سراقب");
        assert_eq!(short_label(&corpus, 0, 1, Lang::En), "Saraqeb");
        assert_eq!(short_label(&corpus, 0, 4, Lang::En), "Saraqeb +3");
        assert_eq!(short_label(&corpus, 0, 4, Lang::Ar), "سراقب +٣");
    }
}
