//! The query language. Every text is a query: what cannot be meant is passed over, and [`Query`] says what was
//! understood.
//!
//! ```text
//! smoke convoy        both words          "air strike"    the words in a row, as they are written
//! smoke OR convoy     either              strik*          words that begin so
//! -smoke              not this one        place:idlib     in the names of places alone (with what lies below)
//! ```
//!
//! *Or* binds tighter than *and*: `smoke convoy OR column` asks for smoke, and for a convoy or a column. A quotation
//! mark that is never closed reaches to the end. Fields are `text`, `title`, `actor`, `speaker`, `place`, `kind` and
//! `source`; any other word before a colon is a word. What a hyphen joins are words of their own, all of which must
//! be there; an article that it joins (al-, el-, ez-) is left out, since every spelling has its own, and so is a lone
//! al or el before a word.

use index::fold::{each_word, fold};

/// No query asks for more than this many things.
pub const MAX_TERMS: usize = 64;

/// What a text asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// All of these must hold.
    pub clauses: Vec<Vec<Term>>,
    /// There was more than [`MAX_TERMS`], and the rest was not read.
    pub cut: bool,
}

/// One thing that is asked for. Terms of one clause are joined by *or*.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// It must not be there.
    pub not: bool,
    /// Where it must stand; nothing: anywhere but in the names of sources.
    pub field: Option<Field>,
    /// The words, folded.
    pub words: Vec<String>,
    /// The words stand in a row, as they are written: no rule applies to them.
    pub phrase: bool,
    /// The last word may go on.
    pub open: bool,
}

/// A part of what belongs to a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Its own words, and the paragraphs of its report where the whole report may answer.
    Text,
    /// The title of its report.
    Title,
    /// Names of those who do, suffer or are named, and of those that they belong to.
    Actor,
    /// Names of those who say so, and of those that they belong to.
    Speaker,
    /// Names of its places, and of those in which they lie.
    Place,
    /// Names of its kinds and their groups.
    Kind,
    /// Names of its publishers.
    Source,
}

impl Field {
    /// Every field with its name.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Text, "text"),
        (Self::Title, "title"),
        (Self::Actor, "actor"),
        (Self::Speaker, "speaker"),
        (Self::Place, "place"),
        (Self::Kind, "kind"),
        (Self::Source, "source"),
    ];
}

impl Query {
    /// Reads a text.
    pub fn read(text: &str) -> Self {
        let mut query = Self::default();
        let (mut rest, mut or, mut count) = (text, false, 0);
        while let Some((term, after)) = next(&mut rest) {
            match term {
                Piece::Or => or = !query.clauses.is_empty(),
                Piece::Nothing => {}
                Piece::Term(_) if count == MAX_TERMS => {
                    query.cut = true;
                    break;
                }
                Piece::Term(term) => {
                    count += 1;
                    match query.clauses.last_mut().filter(|_| or) {
                        Some(clause) => clause.push(term),
                        None => query.clauses.push(vec![term]),
                    }
                    or = false;
                }
            }
            rest = after;
        }
        query
    }

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// What is asked for rather than ruled out.
    pub(super) fn wanted(&self) -> impl Iterator<Item = &Term> {
        self.clauses.iter().flatten().filter(|term| !term.not)
    }
}

enum Piece {
    Nothing,
    Or,
    Term(Term),
}

/// The next piece of a text, and what follows it; nothing at its end.
fn next<'a>(rest: &mut &'a str) -> Option<(Piece, &'a str)> {
    let text = rest.trim_start_matches(apart);
    if text.is_empty() {
        return None;
    }
    let mut term = Term::default();
    let bare = text.trim_start_matches('-');
    term.not = bare.len() < text.len();
    let bare = field(bare, &mut term);
    let quoted = bare.strip_prefix(quote);
    term.phrase = quoted.is_some();
    let end = |text: &str, stop: &dyn Fn(char) -> bool| text.find(stop).unwrap_or(text.len());
    let (chunk, after) = match quoted {
        Some(inner) => {
            let (chunk, after) = inner.split_at(end(inner, &quote));
            (chunk, after.strip_prefix(quote).unwrap_or(after))
        }
        None => bare.split_at(end(bare, &|c| apart(c) || quote(c))),
    };
    if matches!(chunk, "OR" | "AND") && !term.phrase && !term.not && term.field.is_none() {
        return Some((if chunk == "OR" { Piece::Or } else { Piece::Nothing }, after));
    }
    let (chunk, after) = match after.strip_prefix('*').filter(|_| term.phrase) {
        Some(after) => {
            term.open = true;
            (chunk, after)
        }
        None => (chunk, after),
    };
    term.open |= chunk.trim_end().ends_with('*');
    words(chunk, &mut term);
    // An article that stands alone before another word.
    if !term.phrase
        && matches!(chunk, "al" | "Al" | "el" | "El")
        && after.trim_start().starts_with(char::is_alphabetic)
    {
        term.words.clear();
    }
    Some((if term.words.is_empty() { Piece::Nothing } else { Piece::Term(term) }, after))
}

/// What stands between two things that are asked for.
fn apart(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | '|' | '،' | '؛')
}

fn quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// Takes a field's name off the beginning, where something follows it.
fn field<'a>(text: &'a str, term: &mut Term) -> &'a str {
    let Some((name, after)) = text.split_once(':') else { return text };
    let follows = after.chars().next().is_some_and(|c| !apart(c));
    let known = Field::ALL.iter().find(|(_, known)| name.eq_ignore_ascii_case(known));
    match known.filter(|_| follows) {
        Some((field, _)) => {
            term.field = Some(*field);
            after
        }
        None => text,
    }
}

fn words(chunk: &str, term: &mut Term) {
    let mut room = String::new();
    each_word(chunk, &mut room, &mut |range, word| {
        let joins =
            chunk.get(range.end..).is_some_and(|after| after.starts_with(['-', '\u{2010}', '\u{2011}']));
        let goes_on = chunk.get(range.end..).is_some_and(|after| !fold(after).is_empty());
        if term.phrase || !(joins && goes_on && is_article(word)) {
            term.words.push(word.to_owned());
        }
    });
}

/// The Arabic article as other letters write it, with the sounds that it takes on.
fn is_article(word: &str) -> bool {
    const ARTICLES: &str = " al el ul il ad ed an en ar er as es ash esh at et az ez аль эль ад эд ан эн ар эр ас эс аш эш \
        ат эт аз эз ";
    let mut room = String::from(" ");
    room.push_str(word);
    room.push(' ');
    ARTICLES.contains(&room)
}
