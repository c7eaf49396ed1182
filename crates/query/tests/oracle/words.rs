//! The oracle of search: every text of a statement read word by word, nothing indexed.

use index::fold::fold;
use index::*;
use query::search::{Field, Off, Query, Rule, Term, sounds_alike};
use query::*;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

/// Words of one text that belongs to something, and what it is.
type Text = (Part, Vec<String>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Own,
    Title,
    Actor,
    Speaker,
    Place,
    Kind,
    Source,
}

type Asked = (usize, String, Off, Scope, usize);

thread_local! {
    static ANSWERS: RefCell<HashMap<Asked, Answer>> = RefCell::default();
}

/// Forgets what was answered: another corpus may stand at the same address.
pub fn forget() {
    ANSWERS.with_borrow_mut(HashMap::clear);
}

/// The answer of one statement to a selection's words. The slow loop asks for it once for every value of a facet, so
/// that it is remembered until [`forget`].
pub fn answer(corpus: &Corpus, selection: &Selection, row: usize) -> Answer {
    if selection.text.is_empty() {
        return Answer::Match;
    }
    let at = std::ptr::from_ref(corpus) as usize;
    let key = (at, selection.text.clone(), selection.off, selection.scope, row);
    if let Some(known) = ANSWERS.with_borrow(|answers| answers.get(&key).copied()) {
        return known;
    }
    let facts = Facts::new(corpus, selection);
    for row in 0..corpus.statements.len() {
        let answer = read(corpus, selection, &facts, row);
        let key = (key.0, key.1.clone(), key.2, key.3, row);
        ANSWERS.with_borrow_mut(|answers| answers.insert(key, answer));
    }
    ANSWERS.with_borrow(|answers| answers[&key])
}

fn read(corpus: &Corpus, selection: &Selection, facts: &Facts, row: usize) -> Answer {
    let query = Query::read(&selection.text);
    if query.clauses.is_empty() {
        return Answer::Match;
    }
    let own = texts(corpus, row, false);
    let below = texts(corpus, row, true);
    let mut holds = facts.all(&query, &own, &below);
    let report = corpus.reports.get(corpus.statements.reports[row] as usize).filter(|report| !report.table);
    let wanted = query.clauses.iter().flatten().any(|term| !term.not);
    if let Some(report) = report.filter(|_| selection.scope == Scope::Report && wanted) {
        let mut whole = vec![(Part::Title, split(&report.title))];
        let read = report.paragraphs.iter().filter(|paragraph| paragraph.role != ParagraphRole::Furniture);
        whole.extend(read.map(|paragraph| (Part::Own, split(&paragraph.text))));
        holds |= facts.all(&query, &whole, &whole);
    }
    if holds { Answer::Match } else { Answer::No }
}

fn split(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The texts of a statement; with those of what its entries lie in, where a field is asked for.
fn texts(corpus: &Corpus, row: usize, above: bool) -> Vec<Text> {
    let statements = &corpus.statements;
    let mut texts = vec![
        (Part::Own, split(statements.quotes.get(row))),
        (Part::Own, split(statements.summaries.get(row))),
    ];
    let mut add = |kind: Part, mut entry: u32, table: &dyn Fn(usize) -> Option<(Vec<Name>, u32)>| {
        while let Some((names, parent)) = table(entry as usize) {
            texts.extend(names.iter().map(|name| (kind, split(&name.text))));
            if !above {
                break;
            }
            entry = parent;
        }
    };
    let actor = |at: usize| corpus.actors.get(at).map(|it| (it.names.clone(), it.parent));
    let place = |at: usize| corpus.places.get(at).map(|it| (it.names.clone(), it.parent));
    let kind = |at: usize| corpus.kinds.get(at).map(|it| (it.names.clone(), it.parent));
    let source = |at: usize| corpus.sources.get(at).map(|it| (it.names.clone(), it.parent));
    statements.actors.get(row).iter().for_each(|entry| add(Part::Actor, entry.actor, &actor));
    statements.speakers.get(row).iter().for_each(|entry| add(Part::Speaker, entry.actor, &actor));
    statements.places.get(row).iter().for_each(|entry| add(Part::Place, entry.place, &place));
    statements.kinds.get(row).iter().for_each(|&entry| add(Part::Kind, entry, &kind));
    statements.sources.get(row).iter().for_each(|&entry| add(Part::Source, entry, &source));
    if let Some(report) = corpus.reports.get(statements.reports[row] as usize) {
        texts.push((Part::Title, split(&report.title)));
        for span in statements.spans.get(row) {
            let text = &report.paragraphs[span.paragraph as usize].text;
            texts.push((Part::Own, split(&text[span.start as usize..span.end as usize])));
        }
    }
    texts
}

/// What the rules have to know of the corpus as a whole.
struct Facts<'a> {
    selection: &'a Selection,
    /// All its words.
    words: BTreeSet<String>,
    /// Those in names of actors, places and publishers.
    of_names: BTreeSet<String>,
    /// The names of each actor and place.
    listed: Vec<Vec<Vec<String>>>,
}

impl<'a> Facts<'a> {
    fn new(corpus: &Corpus, selection: &'a Selection) -> Self {
        let names =
            |names: &[Name]| -> Vec<Vec<String>> { names.iter().map(|name| split(&name.text)).collect() };
        let listed: Vec<_> = (corpus.actors.iter().map(|actor| names(&actor.names)))
            .chain(corpus.places.iter().map(|place| names(&place.names)))
            .collect();
        let sources = corpus.sources.iter().flat_map(|source| names(&source.names));
        let of_names: BTreeSet<String> = listed.iter().flatten().cloned().chain(sources).flatten().collect();
        let mut words = of_names.clone();
        words.extend(corpus.kinds.iter().flat_map(|kind| names(&kind.names)).flatten());
        for report in &corpus.reports {
            words.extend(split(&report.title));
            let read =
                report.paragraphs.iter().filter(|p| !report.table && p.role != ParagraphRole::Furniture);
            words.extend(read.flat_map(|paragraph| split(&paragraph.text)));
        }
        for row in 0..corpus.statements.len() {
            words.extend(texts(corpus, row, false).into_iter().flat_map(|(_, words)| words));
        }
        Self { selection, words, of_names, listed }
    }

    fn all(&self, query: &Query, own: &[Text], below: &[Text]) -> bool {
        let term = |term: &Term| {
            let texts = if term.field.is_some() { below } else { own };
            let texts: Vec<&Text> = texts.iter().filter(|(kind, _)| is_in(*kind, term.field)).collect();
            self.holds(term, &texts) != term.not
        };
        query.clauses.iter().all(|clause| clause.iter().any(term))
    }

    fn holds(&self, term: &Term, texts: &[&Text]) -> bool {
        let last = term.words.len() - 1;
        if term.phrase {
            let fits = |at: usize, word: &str| match at == last && term.open {
                true => word.starts_with(&term.words[at]),
                false => word == term.words[at],
            };
            let run = |window: &[String]| window.iter().enumerate().all(|(at, word)| fits(at, word));
            return texts.iter().any(|(_, words)| words.windows(term.words.len()).any(run));
        }
        let has = |name: &Vec<String>| {
            texts.iter().any(|(_, words)| words.windows(name.len()).any(|window| window == &name[..]))
        };
        let found = |(at, word): (usize, &String)| {
            let open = term.open && at == last;
            texts.iter().any(|(_, words)| words.iter().any(|other| self.fits(word, other, open)))
        };
        if term.words.iter().enumerate().all(found) {
            return true;
        }
        // The other names of what a single word is the whole name of.
        if term.words.len() > 1 || term.open || self.selection.off.has(Rule::Name) {
            return false;
        }
        let is_it = |name: &Vec<String>| {
            name.len() == 1
                && (name[0] == term.words[0]
                    || (self.surely(&term.words[0], &name[0]) && self.spelled(&term.words[0], &name[0])))
        };
        let bearers = self.listed.iter().filter(|names| names.iter().any(is_it));
        bearers.flatten().any(|name| !name.is_empty() && has(name))
    }

    /// Whether a word that another begins with is not already explained by that.
    fn surely(&self, word: &str, other: &str) -> bool {
        self.selection.off.has(Rule::Beginning) || !other.starts_with(word)
    }

    fn fits(&self, word: &str, other: &str, open: bool) -> bool {
        let off = self.selection.off;
        if word == other || ((open || !off.has(Rule::Beginning)) && other.starts_with(word)) {
            return true;
        }
        if open {
            return false;
        }
        let plain = self.words.iter().any(|known| {
            word == known
                || (!off.has(Rule::Beginning) && known.starts_with(word))
                || self.spelled(word, known)
        });
        self.spelled(word, other) || (!plain && !off.has(Rule::Typo) && is_slip(word, other))
    }

    fn spelled(&self, word: &str, other: &str) -> bool {
        let off = self.selection.off;
        let begins = |known: &String| known.starts_with(word) && !off.has(Rule::Beginning);
        let free = !self.words.iter().any(|known| word == known || begins(known));
        !off.has(Rule::Spelling)
            && word != other
            && !word.bytes().any(|byte| byte.is_ascii_digit())
            && (free || self.of_names.contains(word) || self.of_names.contains(other))
            && heard(word, other)
    }
}

/// [`sounds_alike`], remembered: the tests ask it of few words very often.
fn heard(a: &str, b: &str) -> bool {
    thread_local! {
        static HEARD: RefCell<HashMap<(String, String), bool>> = RefCell::default();
    }
    let key = (a.to_owned(), b.to_owned());
    HEARD.with_borrow_mut(|heard| *heard.entry(key).or_insert_with(|| sounds_alike(a, b)))
}

/// One slip in words of four to seven letters (in four, no letter for another), two in longer ones.
fn is_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let most = match a.len() {
        0..=3 => return false,
        4..=7 => 1,
        _ => 2,
    };
    let digit = a.iter().chain(&b).any(char::is_ascii_digit);
    let one_other = a.len() == 4 && b.len() == 4 && a.iter().zip(&b).filter(|(a, b)| a != b).count() == 1;
    a[0] == b[0] && a.last() == b.last() && !digit && !one_other && reach(&a, &b, most)
}

/// Whether the table of distances, with neighbors exchanged, ends at `most` or below.
fn reach(a: &[char], b: &[char], most: usize) -> bool {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            if i == 0 || j == 0 {
                table[i][j] = i + j;
                continue;
            }
            let other = usize::from(a[i - 1] != b[j - 1]);
            table[i][j] = (table[i - 1][j - 1] + other).min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                table[i][j] = table[i][j].min(table[i - 2][j - 2] + 1);
            }
        }
    }
    table[a.len()][b.len()] <= most
}

fn is_in(kind: Part, field: Option<Field>) -> bool {
    match field {
        None => kind != Part::Source,
        Some(Field::Text) => kind == Part::Own,
        Some(Field::Title) => kind == Part::Title,
        Some(Field::Actor) => kind == Part::Actor,
        Some(Field::Speaker) => kind == Part::Speaker,
        Some(Field::Place) => kind == Part::Place,
        Some(Field::Kind) => kind == Part::Kind,
        Some(Field::Source) => kind == Part::Source,
    }
}

#[test]
fn words_find_what_a_plain_scan_finds() {
    for seed in 0..1_500 {
        let mut random = crate::random::Random(seed);
        let engine = Engine::new(crate::random::corpus(&mut random));
        let corpus = engine.corpus();
        forget();
        for _ in 0..3 {
            let asked = crate::random::selection(&mut random, corpus);
            let selection = Selection { text: asked.text, off: asked.off, ..Selection::default() };
            let answers = engine.answers_of(&selection);
            for (row, &got) in answers.iter().enumerate() {
                let expect = answer(corpus, &selection, row);
                let told = || {
                    (texts(corpus, row, true), engine.understand(&selection), &corpus.actors, &corpus.places)
                };
                assert_eq!(
                    got,
                    expect,
                    "seed {seed}, row {row}, “{}” {:?}\n{:#?}",
                    selection.text,
                    selection.off,
                    told()
                );
            }
        }
    }
}
