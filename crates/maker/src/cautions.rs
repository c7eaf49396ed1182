//! What to think of before a fieldbook is passed on: terms that forbid it, and people who did not ask to be named.

use crate::limits::LISTED;
use compile::{Compiled, Form};
use index::{ParagraphRole, Report, name_in};
use serde::{Deserialize, Serialize};

/// From how many words on a text counts as a whole article rather than a passage quoted from one.
const ARTICLE_WORDS: usize = 120;

/// Beginnings of licences that allow passing on, in lower case.
const OPEN_LICENCES: [&str; 12] = [
    "cc0",
    "cc-by",
    "cc by",
    "creative commons",
    "public domain",
    "pddl",
    "odc",
    "odbl",
    "ogl",
    "mit",
    "apache",
    "us-gov",
];

/// Columns that only ACLED's tables have; one is enough, since exports are often cut down.
const ACLED_COLUMNS: [&str; 3] = ["event_id_cnty", "assoc_actor_1", "sub_event_type"];

/// What was found; at most [`LISTED`] of each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cautions {
    /// Tables of ACLED, whose terms forbid passing rows on.
    pub acled: Vec<String>,
    /// Titles of reports that carry a whole text without a licence that allows passing it on.
    pub texts: Vec<String>,
    /// Names of private persons that the machine found.
    pub persons: Vec<String>,
}

impl Cautions {
    /// Whether there is nothing to think of.
    pub fn is_empty(&self) -> bool {
        self.acled.is_empty() && self.texts.is_empty() && self.persons.is_empty()
    }
}

/// What is to be thought of in what was compiled.
pub fn cautions(compiled: &Compiled) -> Cautions {
    let corpus = &compiled.corpus;
    let own = |columns: &[String]| ACLED_COLUMNS.iter().any(|name| columns.iter().any(|it| it == name));
    let tables =
        compiled.totals.tables.iter().filter(|table| table.form == Form::Acled || own(&table.columns));
    let texts = corpus.reports.iter().filter(|report| is_closed_text(report));
    let persons = corpus.actors.iter().filter(|actor| actor.private);
    Cautions {
        acled: tables.take(LISTED).map(|table| table.file.clone()).collect(),
        texts: texts.take(LISTED).map(|report| report.title.clone()).collect(),
        persons: persons.take(LISTED).map(|actor| name_in(&actor.names, "en").to_owned()).collect(),
    }
}

/// Whether a report carries a whole text, and nothing says that it may be passed on.
fn is_closed_text(report: &Report) -> bool {
    if report.table || report.digest || is_open(&report.licence) {
        return false;
    }
    let read = report.paragraphs.iter().filter(|it| it.role != ParagraphRole::Furniture);
    read.map(|it| it.text.split_whitespace().count()).sum::<usize>() >= ARTICLE_WORDS
}

fn is_open(licence: &str) -> bool {
    let licence = licence.trim().to_lowercase();
    OPEN_LICENCES.iter().any(|open| licence.starts_with(open))
}

#[cfg(test)]
mod tests {
    use super::*;
    use compile::{Options, SourceFile, compile};

    fn of(path: &str, text: &str) -> Cautions {
        let file = SourceFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
        cautions(&compile(&[file], &Options::default()))
    }

    #[test]
    fn tables_of_acled_are_known_even_when_cut_down() {
        assert_eq!(of("a.csv", "event_id_cnty,date,place\nSYR1,2020-02-01,Idlib\n").acled, ["a.csv"]);
        assert!(of("a.csv", "id,date,place\n1,2020-02-01,Idlib\n").acled.is_empty());
    }

    #[test]
    fn whole_texts_need_a_licence() {
        let text = "Troops moved on Friday, and people fled from the town to the border. ".repeat(20);
        assert_eq!(of("a.md", &text).texts, ["a"]);
        assert!(of("a.md", &format!("+++\nlicence = \"CC-BY-4.0\"\n+++\n{text}")).texts.is_empty());
        assert!(of("a.md", &format!("+++\ndigest = true\n+++\n{text}")).texts.is_empty());
        assert!(of("a.md", "Troops moved on Friday.").texts.is_empty());
    }
}
