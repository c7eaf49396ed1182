//! What a collection that is made of UCDP tables alone says of itself.

use crate::totals::TableTotals;
use index::{About, Name, UnitName};

/// The citations that the dataset asks for.
pub(crate) const ATTRIBUTIONS: [&str; 2] = [
    "UCDP: Sundberg, Ralph, and Erik Melander, 2013, “Introducing the UCDP Georeferenced Event Dataset”, \
     Journal of Peace Research 50(4). CC BY 4.0.",
    "UCDP: Davies, Shawn, Therése Pettersson and Magnus Öberg, “Organized violence”, Journal of Peace Research, \
     in the issue of the release's year.",
];

/// Fills in what the publisher left open.
pub(crate) fn describe(about: &mut About, tables: &[TableTotals], only_tables: bool) {
    for line in ATTRIBUTIONS {
        if !about.attributions.iter().any(|other| other == line) {
            about.attributions.push(line.to_owned());
        }
    }
    if !only_tables {
        return;
    }
    if about.unit.is_empty() {
        about.unit = vec![unit("en", "event", "events"), unit("ar", "حدث", "أحداث")];
    }
    if about.title.is_empty() {
        let names: Vec<&str> = tables.iter().map(|table| crate::report::stem(&table.file)).collect();
        about.title = vec![Name { text: names.join(", "), lang: String::new() }];
    }
    if about.coverage.is_empty() {
        about.coverage = vec![name("en", &coverage(tables)), name("ar", COVERAGE_ARABIC)];
    }
    if about.method.is_empty() {
        about.method = vec![name("en", METHOD), name("ar", METHOD_ARABIC)];
    }
    if about.licence.is_empty() {
        about.licence = "CC-BY-4.0".to_owned();
    }
}

fn coverage(tables: &[TableTotals]) -> String {
    let table = |table: &TableTotals| {
        let day = |day: Option<index::Day>| day.map_or("an unknown day".to_owned(), |day| day.to_string());
        format!(
            "The table {} holds {} events of organized violence from {} to {}, as published by the Uppsala \
             Conflict Data Program (UCDP).",
            crate::report::stem(&table.file),
            table.rows,
            day(table.first),
            day(table.last)
        )
    };
    let mut paragraphs: Vec<String> = tables.iter().map(table).collect();
    paragraphs.push(SIDES.to_owned());
    paragraphs.join("\n\n")
}

const SIDES: &str = "Actors as coded by UCDP: each event names the two sides of the conflict that it belongs to. \
A state that fights beside another is not named apart: Russia's part in Syria, for example, stands under the \
Government of Syria. An actor that is missing here may therefore have taken part.";

const COVERAGE_ARABIC: &str = "الأطراف كما رمّزها برنامج أوبسالا لبيانات النزاعات (UCDP): يسمّي كل حدث طرفَي النزاع \
الذي ينتمي إليه. والدولة التي تقاتل إلى جانب دولة أخرى لا تُذكر وحدها: فدور روسيا في سوريا مثلاً يندرج تحت حكومة سوريا.";

const METHOD: &str = "Dates are UCDP's date_start and date_end: the event lies on some day between them, or on \
several. Places are UCDP's country, divisions and named place, as deep as its where_prec allows. Deaths are UCDP's \
low, best and high estimates, with its count of civilians as a part.";

const METHOD_ARABIC: &str = "التواريخ هي date_start وdate_end لدى UCDP: يقع الحدث في يوم بينهما أو في عدة أيام. \
والأماكن هي البلد والتقسيمات والمكان المسمّى لدى UCDP، بالعمق الذي يسمح به where_prec. وأعداد القتلى هي تقديرات \
UCDP الدنيا والفضلى والعليا، وعدد المدنيين جزء منها.";

fn name(lang: &str, text: &str) -> Name {
    Name { text: text.to_owned(), lang: lang.to_owned() }
}

fn unit(lang: &str, one: &str, other: &str) -> UnitName {
    UnitName { lang: lang.to_owned(), one: one.to_owned(), other: other.to_owned() }
}
