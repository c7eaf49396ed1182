//! What a collection says of its tables: coverage with totals, coding rules, attributions.
//!
//! The publisher's own words stand first and are never replaced; what a table adds up to is always said,
//! because it is what a reader holds against the table's publisher.

use super::words::{self, ARABIC, ENGLISH};
use crate::totals::{Form, TableTotals};
use index::{About, Name, UnitName};

/// Fills in what the publisher left open, and adds what is to be known of each table.
pub(crate) fn describe(about: &mut About, tables: &[TableTotals], only_tables: bool) {
    let all = |form: Form| tables.iter().all(|table| table.form == form);
    let any = |form: Form| tables.iter().any(|table| table.form == form);
    let lines = words::UCDP_ATTRIBUTIONS.iter().filter(|_| any(Form::Ged));
    for line in lines.chain(words::ACLED_ATTRIBUTIONS.iter().filter(|_| any(Form::Acled))) {
        if !about.attributions.iter().any(|other| other == line) {
            about.attributions.push((*line).to_owned());
        }
    }
    for (lang, words) in [("en", &ENGLISH), ("ar", &ARABIC)] {
        let coverage: Vec<String> = tables.iter().map(|table| words.coverage(table)).collect();
        add(&mut about.coverage, lang, &coverage);
        let rules = words.rules.iter().filter(|(form, _, _)| any(*form));
        let (actors, method): (Vec<&str>, Vec<&str>) =
            rules.map(|(_, actors, method)| (*actors, *method)).unzip();
        add(&mut about.coverage, lang, &actors);
        add(&mut about.method, lang, &method);
        let mapped: Vec<String> = tables.iter().filter_map(|table| words.mapped(table)).collect();
        add(&mut about.method, lang, &mapped);
    }
    if !only_tables {
        return;
    }
    if about.unit.is_empty() && !all(Form::Taken) {
        about.unit = vec![unit("en", "event", "events"), unit("ar", "حدث", "أحداث")];
    }
    if about.title.is_empty() {
        let names: Vec<&str> = tables.iter().map(|table| crate::report::stem(&table.file)).collect();
        about.title = vec![Name { text: names.join(", "), lang: String::new() }];
    }
    if about.licence.is_empty() && all(Form::Ged) {
        about.licence = "CC-BY-4.0".to_owned();
    }
}

/// Adds paragraphs in a language, behind those that are there.
fn add(texts: &mut Vec<Name>, lang: &str, paragraphs: &[impl AsRef<str>]) {
    for paragraph in paragraphs.iter().map(AsRef::as_ref).filter(|paragraph| !paragraph.is_empty()) {
        match texts.iter_mut().find(|name| name.lang == lang) {
            Some(name) => {
                name.text.push_str("\n\n");
                name.text.push_str(paragraph);
            }
            None => texts.push(Name { text: paragraph.to_owned(), lang: lang.to_owned() }),
        }
    }
}

fn unit(lang: &str, one: &str, other: &str) -> UnitName {
    UnitName { lang: lang.to_owned(), one: one.to_owned(), other: other.to_owned() }
}
