//! What stands above the list: what it is, what it holds, and the filter that waits for a script.

use crate::answers::Menu;
use crate::markup::{attribute, element, grouped, isolated, paragraphs, text};
use crate::words::{Words, fill};
use crate::{MENU_LIMIT, primary};
use index::{Corpus, NONE, Statements, name_in};

/// Names of the menus' fields, which the script reads, in the order of `answers::MENUS`.
const FIELDS: [&str; 3] = ["actor", "place", "speaker"];

/// The head of the list.
pub(crate) fn head(corpus: &Corpus, listed: usize, menus: &[Menu], words: &Words) -> String {
    let about = &corpus.about;
    let mut out = String::from("<section class=\"plain\">");
    element("p", words.notice, &mut out);
    paragraphs(name_in(&about.description, &about.language), primary(&about.language), &mut out);
    ledger(corpus, listed, words, &mut out);
    form(menus, words, &mut out);
    element("h2", words.list, &mut out);
    out.push_str("</section>");
    out
}

/// What is held, and what of it is not listed or lacks a value.
fn ledger(corpus: &Corpus, listed: usize, words: &Words, out: &mut String) {
    let number = |count: usize| grouped(count as u64, words.thousands);
    let statements = &corpus.statements;
    let total = statements.len();
    let mut parts = vec![fill(words.holds, &[&number(total)])];
    if listed < total {
        parts.push(fill(words.first, &[&number(listed), &number(total)]));
    }
    let counts = [
        (words.undated, statements.dates.iter().filter(|dates| dates.is_empty()).count()),
        (words.unplaced, statements.places.iter().filter(|places| places.is_empty()).count()),
        (words.without_actor, without_actor(statements)),
        (words.left_out, corpus.about.left_out as usize),
    ];
    let counted = counts.into_iter().filter(|(_, count)| *count > 0);
    parts.extend(counted.map(|(label, count)| fill(label, &[&number(count)])));
    out.push_str("<ul class=\"plain-ledger\">");
    parts.iter().for_each(|part| element("li", part, out));
    out.push_str("</ul>");
}

fn without_actor(statements: &Statements) -> usize {
    statements.actors.iter().filter(|entries| entries.iter().all(|entry| entry.actor == NONE)).count()
}

/// The filter. It is hidden until the script that makes it work shows it.
fn form(menus: &[Menu], words: &Words, out: &mut String) {
    out.push_str("<form class=\"plain-filter\" hidden");
    attribute("aria-label", words.filter, out);
    attribute("data-may", words.may_match, out);
    out.push('>');
    field(words.search, "<input name=\"q\" type=\"search\" autocomplete=\"off\">", out);
    field(words.from, "<input name=\"from\" type=\"date\">", out);
    field(words.to, "<input name=\"to\" type=\"date\">", out);
    for ((menu, label), name) in menus.iter().zip(words.menus).zip(FIELDS) {
        let label = match menu.cut {
            true => format!("{label} {}", fill(words.menu_cut, &[&MENU_LIMIT.to_string()])),
            false => label.to_owned(),
        };
        field(&label, &select(name, menu, words), out);
    }
    out.push_str("<label class=\"plain-check\"><input name=\"sure\" type=\"checkbox\"> ");
    text(words.matches_only, out);
    out.push_str("</label><button type=\"reset\">");
    text(words.clear, out);
    out.push_str("</button><p role=\"status\"");
    attribute("data-result", words.result, out);
    out.push_str("></p></form>");
}

fn field(label: &str, control: &str, out: &mut String) {
    out.push_str("<label>");
    element("span", label, out);
    out.push_str(control);
    out.push_str("</label>");
}

fn select(name: &str, menu: &Menu, words: &Words) -> String {
    let mut out = format!("<select name=\"{name}\"><option value=\"\">");
    text(words.any, &mut out);
    for (number, name) in menu.names.iter().enumerate() {
        out.push_str(&format!("<option value=\"{number}\" dir=\"auto\">"));
        text(name, &mut out);
    }
    out.push_str("</select>");
    out
}

/// One line of a description list, its value being text of the corpus.
pub(crate) fn line(label: &str, value: &str, lang: &str, out: &mut String) {
    if value.is_empty() {
        return;
    }
    element("dt", label, out);
    out.push_str("<dd>");
    isolated(value, lang, out);
    out.push_str("</dd>");
}
