//! What a page says without its program.
//!
//! Some browsers run no WebAssembly (Tor's "Safer", Lockdown Mode), some no scripts at all (a messenger's
//! preview, a reader that only shows HTML). They still get the statements: [`page`] writes, beside title and
//! description, a *plain list* into the HTML itself. It stands in `noscript` elements, so that it costs a
//! browser that runs the program neither layout nor memory beyond its bytes, and the packer puts them behind
//! the root that the program mounts in. Where scripts run and WebAssembly does not, `pack`'s plain script
//! takes the list out of them and adds a filter.
//!
//! The filter answers as the engine does, because the engine wrote its answers down: every statement carries,
//! for each value of the three menus, whether it matches or only may. Days are compared by the script.
//!
//! A list without end would keep a phone busy, so it holds the first [`LIST_LIMIT`] statements and says so.
//! All text is escaped, and text of the corpus is isolated (`bdi`), so that no direction leaks out of it.

#![forbid(unsafe_code)]

mod about;
mod answers;
mod first;
mod head;
mod item;
mod markup;
mod words;

use index::{About, Corpus, name_in};
use pack::Page;
use query::Engine;
use words::Words;

/// How many statements the plain list holds at most: the first ones by date.
pub const LIST_LIMIT: usize = 2000;

/// How many values a menu of the plain list's filter offers at most: those that most statements have.
pub const MENU_LIMIT: usize = 400;

/// How many characters of a text the plain list shows before it is cut off with an ellipsis.
pub const TEXT_LIMIT: usize = 2000;

/// How many statements stand in one `noscript` element: WebKit is slow with one long text.
const PART: usize = 250;

/// Languages written from right to left.
const RIGHT_TO_LEFT: [&str; 10] = ["ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi", "dv"];

/// The page around a corpus: head and plain list.
pub fn page(corpus: &Corpus) -> Page {
    let about = &corpus.about;
    let language = about.language.as_str();
    let direction = if RIGHT_TO_LEFT.contains(&primary(language)) { "rtl" } else { "ltr" };
    Page {
        title: name_in(&about.title, language).to_owned(),
        description: name_in(&about.description, language).to_owned(),
        lang: language.to_owned(),
        dir: direction.to_owned(),
        edition: about.edition.clone(),
        plain: list(corpus),
    }
}

fn primary(language: &str) -> &str {
    language.split('-').next().unwrap_or("")
}

/// The language of the list's own words: the corpus's where there are texts for it, else English.
fn words_of(about: &About) -> &'static Words {
    if primary(&about.language) == "ar" { &words::ARABIC } else { &words::ENGLISH }
}

/// The plain list, in parts that are whole by themselves.
fn list(corpus: &Corpus) -> Vec<String> {
    let words = words_of(&corpus.about);
    let engine = Engine::new(first::first(corpus, LIST_LIMIT));
    let (menus, answers) = answers::answers(&engine);
    let held = engine.corpus();
    let mut parts = vec![head::head(corpus, held.statements.len(), &menus, words)];
    let rows: Vec<usize> = (0..held.statements.len()).collect();
    for rows in rows.chunks(PART) {
        let start = rows.first().map_or(1, |first| first + 1);
        let mut part = format!("<ol class=\"plain-list\" start=\"{start}\">");
        for &row in rows {
            item::item(
                held,
                row,
                answers.get(row).map(|row| row.as_slice()).unwrap_or_default(),
                words,
                &mut part,
            );
        }
        part.push_str("</ol>");
        parts.push(part);
    }
    parts.push(about::about(corpus, words));
    parts
}
