//! What the list says of one statement: everything as words, nothing yet as elements.

use super::figures::{FigureText, figures};
use super::naming;
use crate::text::{Lang, date, fill};
use index::{ActorKind, Corpus, Derivation, Field, How, Made, NONE, Role};

/// A statement as the list shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// Id of its report.
    pub report: String,
    /// When, such as `27 Feb 2020`.
    pub date: String,
    /// The source's words for the date, in quotation marks, where the date is not simply stated; else empty.
    pub date_words: String,
    /// What it says.
    pub title: String,
    /// Language of the title, BCP 47; may be empty.
    pub title_lang: String,
    /// The title is taken from a digest.
    pub digest: bool,
    /// How many.
    pub figures: Vec<FigureText>,
    /// What kind; may be empty.
    pub kind: String,
    /// Who did it, and to whom.
    pub parties: Vec<Party>,
    /// Where; may be empty.
    pub place: String,
    /// Why there, in sentences, where the place is not simply stated; else empty.
    pub place_why: Vec<String>,
    /// Who says so; may be empty.
    pub says: String,
    /// How it came to be.
    pub made: Made,
}

/// Those who play a part in a statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// Such as `affected:`; empty for a named initiator.
    pub label: &'static str,
    /// Their names.
    pub names: String,
    /// Nobody is named.
    pub unnamed: bool,
}

/// The statement at `row`.
pub fn item(corpus: &Corpus, row: u32, lang: Lang) -> Item {
    let at = row as usize;
    let column = &corpus.statements;
    let report = column.reports.get(at).and_then(|&report| corpus.reports.get(report as usize));
    let (title, from_source) = title(corpus, row, lang);
    let own_language = || corpus.about.language.clone();
    Item {
        id: column.ids.get(at).to_owned(),
        report: report.map(|report| report.id.clone()).unwrap_or_default(),
        date: when(corpus, row, lang),
        date_words: date_words(corpus, row, lang),
        title,
        title_lang: match (from_source, report) {
            (true, Some(report)) => report.language.clone(),
            (true, None) => String::new(),
            (false, _) => own_language(),
        },
        digest: from_source && report.is_some_and(|report| report.digest),
        figures: figures(corpus, row, lang),
        kind: kinds(corpus, row, lang),
        parties: parties(corpus, row, lang),
        place: places(corpus, row, lang),
        place_why: place_why(corpus, row, lang),
        says: says(corpus, row, lang),
        made: column.made.get(at).copied().unwrap_or_default(),
    }
}

/// When: the statement's dates, or that it has none.
pub fn when(corpus: &Corpus, row: u32, lang: Lang) -> String {
    let spans = corpus.statements.dates.get(row as usize);
    if spans.is_empty() {
        return lang.words().undated.to_owned();
    }
    let spans: Vec<String> = spans.iter().map(|span| date::span(lang, span)).collect();
    spans.join(lang.words().reading.statements.comma)
}

/// The derivations of a statement's values.
pub fn derivations(corpus: &Corpus, row: u32) -> &[Derivation] {
    let start = corpus.derivations.partition_point(|note| note.statement < row);
    let end = corpus.derivations.partition_point(|note| note.statement <= row);
    corpus.derivations.get(start..end).unwrap_or_default()
}

fn date_words(corpus: &Corpus, row: u32, lang: Lang) -> String {
    let undated = corpus.statements.dates.get(row as usize).is_empty();
    let note =
        derivations(corpus, row).iter().find(|note| note.field == Field::Date && !note.words.is_empty());
    let note = note.filter(|note| undated || note.how != How::Stated);
    note.map(|note| quoted(&note.words, lang)).unwrap_or_default()
}

/// A source's words in quotation marks.
pub fn quoted(words: &str, lang: Lang) -> String {
    fill(lang.words().reading.statements.quoted, &[&naming::isolated(lang, words)])
}

/// The title, and whether it is in the source's words.
fn title(corpus: &Corpus, row: u32, lang: Lang) -> (String, bool) {
    let at = row as usize;
    let summary = corpus.statements.summaries.get(at);
    if !summary.is_empty() {
        return (summary.to_owned(), false);
    }
    let quote = corpus.statements.quotes.get(at);
    if !quote.is_empty() {
        return (quoted(quote, lang), true);
    }
    (composed(corpus, row, lang), false)
}

/// A line made of kind and actors, for a table's row without words of ours.
pub fn composed(corpus: &Corpus, row: u32, lang: Lang) -> String {
    let kind = kinds(corpus, row, lang);
    let parties = parties(corpus, row, lang);
    let named = parties.iter().filter(|party| !party.unnamed).map(|party| party.names.clone());
    let names = named.collect::<Vec<_>>().join(" – ");
    match (kind.is_empty(), names.is_empty()) {
        (false, false) => [kind, names].join(": "),
        (false, true) => kind,
        (true, false) => names,
        (true, true) => lang.words().reading.statements.no_words.to_owned(),
    }
}

/// The kinds, joined.
pub fn kinds(corpus: &Corpus, row: u32, lang: Lang) -> String {
    let kinds =
        corpus.statements.kinds.get(row as usize).into_iter().map(|kind| naming::kind(corpus, kind, lang));
    kinds.collect::<Vec<_>>().join(lang.words().reading.statements.comma)
}

/// Names of the actors in a role, alternatives joined by "or"; unnamed ones are said to be unnamed.
pub fn in_role(corpus: &Corpus, row: u32, role: Role, lang: Lang) -> String {
    let entries = corpus.statements.actors.get(row as usize).into_iter().filter(|entry| entry.role == role);
    let unnamed = lang.words().reading.statements.unnamed;
    let name = |actor| naming::actor(corpus, actor, lang).unwrap_or_else(|| unnamed.to_owned());
    naming::joined(entries.map(|entry| (entry.group, name(entry.actor))), lang)
}

fn parties(corpus: &Corpus, row: u32, lang: Lang) -> Vec<Party> {
    let words = &lang.words().reading.statements;
    let party = |role: Role, named: &'static str, unnamed: &'static str| {
        let names = in_role(corpus, row, role, lang);
        let mut entries =
            corpus.statements.actors.get(row as usize).into_iter().filter(|entry| entry.role == role);
        let nobody = entries.all(|entry| entry.actor == NONE);
        let label = if nobody { unnamed } else { named };
        (!names.is_empty()).then_some(Party { label, names, unnamed: nobody })
    };
    let mentioned = party(Role::Mentioned, words.mentioned, words.mentioned);
    let affected = party(Role::Affected, words.affected, words.affected);
    let initiator = party(Role::Initiator, "", words.initiator);
    // Who did it comes first, that nobody is named last.
    let mut parties: Vec<Party> = initiator.into_iter().chain(affected).collect();
    index::order::sort_by_key(&mut parties, |party| party.unnamed);
    // A table that knows no roles only mentions those whom it names.
    if parties.is_empty() {
        let table = corpus.statements.made.get(row as usize) == Some(&Made::Table);
        parties.extend(mentioned.map(|party| Party { label: if table { "" } else { party.label }, ..party }));
    }
    parties
}

fn places(corpus: &Corpus, row: u32, lang: Lang) -> String {
    let table = corpus.statements.made.get(row as usize) == Some(&Made::Table);
    let name = |place| match table {
        true => naming::place_in_division(corpus, place, lang),
        false => naming::place(corpus, place, lang),
    };
    let entries = corpus.statements.places.get(row as usize).into_iter();
    naming::joined(entries.map(|entry| (entry.group, name(entry.place))), lang)
}

fn place_why(corpus: &Corpus, row: u32, lang: Lang) -> Vec<String> {
    let note = derivations(corpus, row).iter().find(|note| note.field == Field::Place);
    let derived = |note: &&Derivation| !matches!(note.how, How::Stated | How::Coded);
    note.filter(derived).map(|note| reason(note, lang)).unwrap_or_default()
}

/// A derivation as sentences: the words and how they were taken, then why.
pub fn reason(note: &Derivation, lang: Lang) -> Vec<String> {
    let words = &lang.words().reading.why;
    let how = how(note.how, lang);
    let first = match note.words.is_empty() {
        true => capitalized(how),
        false => fill(words.words_are, &[&naming::isolated(lang, &note.words), how]),
    };
    let why = Some(note.why.clone()).filter(|why| !why.is_empty());
    [naming::ours(lang, first + ".")].into_iter().chain(why).collect()
}

/// With a capital first letter, where the interface's own words begin with one of a to z.
fn capitalized(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// How a value is known.
pub fn how(how: How, lang: Lang) -> &'static str {
    let words = &lang.words().reading.why;
    match how {
        How::Stated => words.stated,
        How::Resolved => words.resolved,
        How::Carried => words.carried,
        How::Inferred => words.inferred,
        How::Computed => words.computed,
        How::Coded => words.coded,
        How::Unknown => words.unknown,
    }
}

fn says(corpus: &Corpus, row: u32, lang: Lang) -> String {
    let words = &lang.words().reading.statements;
    match speakers(corpus, row, lang) {
        Speakers::NotKnown => String::new(),
        Speakers::Report => words.says_report.to_owned(),
        Speakers::Unnamed => words.says_unnamed.to_owned(),
        Speakers::Named(names) => fill(words.says, &[&names]),
    }
}

/// Who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speakers {
    /// Not known.
    NotKnown,
    /// The report itself.
    Report,
    /// Somebody whom the report does not name.
    Unnamed,
    /// These.
    Named(String),
}

/// Who says what a statement says.
pub fn speakers(corpus: &Corpus, row: u32, lang: Lang) -> Speakers {
    let entries = corpus.statements.speakers.get(row as usize);
    let own_voice =
        |actor: u32| corpus.actors.get(actor as usize).is_some_and(|actor| actor.kind == ActorKind::Report);
    match &*entries {
        [] => Speakers::NotKnown,
        entries if entries.iter().all(|entry| own_voice(entry.actor)) => Speakers::Report,
        entries if entries.iter().all(|entry| entry.actor == NONE) => Speakers::Unnamed,
        entries => {
            let name = |actor| speaker_name(corpus, actor, lang);
            Speakers::Named(naming::joined(
                entries.iter().map(|entry| (entry.group, name(entry.actor))),
                lang,
            ))
        }
    }
}

/// A speaker's name as it stands after "says": with its article where a listed name has one ("the Kremlin").
fn speaker_name(corpus: &Corpus, actor: u32, lang: Lang) -> String {
    let Some(name) = naming::actor(corpus, actor, lang) else {
        return lang.words().reading.statements.unnamed.to_owned();
    };
    let names = corpus.actors.get(actor as usize).map_or(&[][..], |actor| &actor.names);
    let with_article = |known: &&index::Name| known.text.strip_prefix("the ") == Some(name.as_str());
    names
        .iter()
        .find(|known| lang == Lang::En && with_article(known))
        .map_or(name.clone(), |known| known.text.clone())
}

#[cfg(test)]
mod tests {
    use super::super::sample::corpus;
    use super::*;

    #[test]
    fn the_soldiers_of_thursday() {
        let item = item(&corpus(), 0, Lang::En);
        assert_eq!(item.date, "27 Feb 2020");
        assert_eq!(item.date_words, "“on Thursday”");
        assert_eq!(item.title, "An air strike killed 33 soldiers.");
        assert_eq!(item.figures[0].text, "33 killed");
        let party = |label, names: &str, unnamed| Party { label, names: names.into(), unnamed };
        assert_eq!(
            item.parties,
            [party("affected:", "Turkish Armed Forces", false), party("initiator", "unnamed", true)]
        );
        assert_eq!(item.place, "Idlib governorate");
        assert_eq!(
            item.place_why,
            ["“in Idlib province”: carried over from what comes before.", "See before."]
        );
        assert_eq!(item.says, "says the report itself");
    }

    #[test]
    fn what_is_stated_needs_no_why() {
        let item = item(&corpus(), 1, Lang::En);
        assert_eq!(item.date_words, "");
        assert_eq!(item.place_why, [] as [&str; 0]);
        assert_eq!(item.says, "says the Kremlin");
        assert_eq!(item.place, "Idlib (city) or Idlib governorate");
    }

    #[test]
    fn a_row_without_words() {
        let item = item(&corpus(), 2, Lang::En);
        assert_eq!(item.date, "undated");
        assert_eq!(item.date_words, "“again and again”");
        assert_eq!(item.title, "Assault: Kremlin");
        assert_eq!(item.says, "");
    }
}
