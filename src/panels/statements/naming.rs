//! Names of what statements speak of, as a reader's language writes them.
//!
//! Alternatives of which the source leaves open which holds are joined by "or", values stated together by a comma.

use crate::text::{Lang, fill};
use index::{Corpus, Level, NONE, Name, name_in};

/// A name that keeps its own direction inside a text of the other one.
pub fn isolated(lang: Lang, name: &str) -> String {
    let foreign = lang.dir() == "rtl" && name.chars().any(|c| c.is_ascii_alphabetic());
    if foreign { ["\u{2068}", name, "\u{2069}"].concat() } else { name.to_owned() }
}

/// A sentence of ours that may begin with foreign words: it keeps the interface's direction.
pub fn ours(lang: Lang, sentence: String) -> String {
    if lang.dir() == "rtl" { ["\u{200f}", &sentence].concat() } else { sentence }
}

/// An actor's name; nothing for one said to be unnamed.
pub fn actor(corpus: &Corpus, actor: u32, lang: Lang) -> Option<String> {
    let entry = corpus.actors.get(actor as usize).filter(|_| actor != NONE)?;
    Some(isolated(lang, name_in(&entry.names, lang.code())))
}

/// A place's name.
pub fn place(corpus: &Corpus, place: u32, lang: Lang) -> String {
    let names: &[Name] = corpus.places.get(place as usize).map_or(&[], |place| &place.names);
    isolated(lang, name_in(names, lang.code()))
}

/// A place's name and that of the division it lies in, for a town that its own name does not place.
pub fn place_in_division(corpus: &Corpus, index: u32, lang: Lang) -> String {
    let own = place(corpus, index, lang);
    match division(corpus, index) {
        Some(division) => {
            fill(lang.words().reading.statements.within, &[&own, &place(corpus, division, lang)])
        }
        None => own,
    }
}

/// A place's path, outermost first.
pub fn place_path(corpus: &Corpus, index: u32, lang: Lang) -> String {
    let mut path = vec![place(corpus, index, lang)];
    path.extend(above(corpus, index).map(|above| place(corpus, above, lang)));
    path.reverse();
    path.join(" › ")
}

/// The first-order division that a town, district or site lies in.
fn division(corpus: &Corpus, index: u32) -> Option<u32> {
    let level = |index: u32| corpus.places.get(index as usize).map(|place| place.level);
    let narrow = matches!(level(index)?, Level::Admin2 | Level::Admin3 | Level::Town | Level::Site);
    above(corpus, index).find(|&above| narrow && level(above) == Some(Level::Admin1))
}

/// Everything that a place lies in, innermost first. A parent stands before its child, so this ends.
fn above(corpus: &Corpus, index: u32) -> impl Iterator<Item = u32> {
    let parent = |index: u32| corpus.places.get(index as usize).map(|place| place.parent);
    std::iter::successors(Some(index), move |&index| parent(index).filter(|&parent| parent < index)).skip(1)
}

/// A kind's name.
pub fn kind(corpus: &Corpus, kind: u32, lang: Lang) -> String {
    let names: &[Name] = corpus.kinds.get(kind as usize).map_or(&[], |kind| &kind.names);
    isolated(lang, name_in(names, lang.code()))
}

/// A publisher's name; nothing where it is not known.
pub fn source(corpus: &Corpus, source: u32, lang: Lang) -> Option<String> {
    corpus.sources.get(source as usize).map(|source| isolated(lang, name_in(&source.names, lang.code())))
}

/// Names joined: those of one group are alternatives. Empty where there is none.
pub fn joined(entries: impl IntoIterator<Item = (u16, String)>, lang: Lang) -> String {
    let words = &lang.words().reading.statements;
    let mut groups: Vec<(u16, String)> = Vec::new();
    for (group, name) in entries {
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, names)) => *names = fill(words.or, &[names, &name]),
            None => groups.push((group, name)),
        }
    }
    let names: Vec<String> = groups.into_iter().map(|(_, names)| names).collect();
    names.join(words.comma)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternatives_and_lists() {
        let check = |entries: &[(u16, &str)], expect: &str| {
            let entries = entries.iter().map(|&(group, name)| (group, name.to_owned()));
            assert_eq!(joined(entries, Lang::En), expect);
        };
        check(&[], "");
        check(&[(0, "Russia")], "Russia");
        check(&[(0, "Russia"), (1, "Syria")], "Russia, Syria");
        check(&[(0, "Russia"), (0, "Syria"), (1, "Iran")], "Russia or Syria, Iran");
        check(&[(0, "Russia"), (1, "Iran"), (0, "Syria")], "Russia or Syria, Iran");
    }

    #[test]
    fn latin_names_stand_by_themselves_in_arabic() {
        assert_eq!(isolated(Lang::Ar, "AFP"), "\u{2068}AFP\u{2069}");
        assert_eq!(isolated(Lang::Ar, "إدلب"), "إدلب");
        assert_eq!(isolated(Lang::En, "إدلب"), "إدلب");
        assert_eq!(ours(Lang::Ar, "AFP".into()), "\u{200f}AFP");
        assert_eq!(ours(Lang::En, "AFP".into()), "AFP");
    }
}
