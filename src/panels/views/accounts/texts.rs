//! Accounts in words.

use crate::panels::statements::item;
use crate::panels::views::figures::{amount, opens, passed_on, says};
use crate::panels::views::number::Opens;
use crate::text::{Lang, fill, number::whole, unit};
use query::accounts::{Account, Accounts, Aspect, Clash, Side};
use query::{Answer, Engine, Selection};

/// So many events are drawn.
const MOST: usize = 40;

/// Numbers in words, each with what it opens.
pub type Numbers = Vec<(String, Opens)>;

/// What the panel shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// How often two cannot both be true, differ, and somebody is silent.
    pub sums: Numbers,
    /// Whether nothing contradicts anything.
    pub none_found: bool,
    /// Events, speakers and origins.
    pub counts: Numbers,
    /// The events.
    pub events: Vec<Event>,
    /// Events that are not drawn.
    pub more: Option<(String, Opens)>,
}

/// An event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// When, what and where, of its first statement.
    pub title: String,
    /// Its statements.
    pub sides: Vec<SideText>,
    /// What does not fit together.
    pub clashes: Vec<String>,
    /// Statements, speakers, origins and reports.
    pub counts: Numbers,
}

/// A statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SideText {
    /// Who says so.
    pub says: String,
    /// Whose report passes it on.
    pub passed_on: String,
    /// What.
    pub what: String,
    /// The language of that.
    pub lang: String,
    /// What it is silent on.
    pub silent: String,
    /// Whether it stands outside the selection.
    pub outside: bool,
    /// What its button opens.
    pub opens: Opens,
}

/// The accounts under a selection.
pub fn shown(engine: &Engine, selection: &Selection, lang: Lang) -> Shown {
    let accounts = engine.accounts(selection);
    let words = &lang.words().figuring.accounts;
    let sum = |template: &str, n: usize, part: &str| {
        let text = fill(template, &[&whole(lang, n as u64)]);
        (text, if n == 0 { Opens::Nothing } else { behind(part) })
    };
    let counts = [
        (words.events.with(lang, accounts.events.len() as u64), behind("told")),
        (lang.words().speakers.with(lang, accounts.speakers.into()), behind("told")),
        (words.origins.with(lang, accounts.origins.into()), behind("told")),
        (
            words.told_once.with(lang, accounts.told_once.into()),
            if accounts.told_once == 0 { Opens::Nothing } else { behind("once") },
        ),
    ];
    let more = accounts.events.len().saturating_sub(MOST);
    Shown {
        sums: vec![
            sum(words.cannot, accounts.cannot(), "cannot"),
            sum(words.differ, accounts.differ(), "differ"),
            sum(words.silent, accounts.silent(), "silent"),
        ],
        none_found: is_quiet(&accounts),
        counts: counts.into(),
        events: accounts.events.iter().take(MOST).map(|account| event(engine, account, lang)).collect(),
        more: (more > 0).then(|| (words.more.with(lang, more as u64), behind("told"))),
    }
}

/// A number of the accounts, by the name of what stands behind it.
fn behind(part: &str) -> Opens {
    Opens::Behind(["accounts/", part].concat())
}

/// Whether no two statements contradict each other, though there are some to compare.
fn is_quiet(accounts: &Accounts) -> bool {
    !accounts.events.is_empty() && accounts.cannot() == 0
}

fn event(engine: &Engine, account: &Account, lang: Lang) -> Event {
    let (corpus, words) = (engine.corpus(), &lang.words().figuring.accounts);
    let first = account.sides.first().map(|side| item(corpus, side.row, lang)).unwrap_or_default();
    let title = [first.date, first.kind, first.place];
    let title: Vec<String> = title.into_iter().filter(|text| !text.is_empty()).collect();
    let mut counts = vec![
        unit::counted(lang, &corpus.about.unit, account.sides.len() as u64),
        lang.words().speakers.with(lang, account.speakers.into()),
        words.origins.with(lang, account.origins.into()),
        lang.words().reports.with(lang, account.reports.into()),
    ];
    if account.not_compared > 0 {
        counts.push(words.not_compared.with(lang, account.not_compared.into()));
    }
    let id = corpus.events.get(account.event as usize);
    let all = behind(&["event/", id].concat());
    let counts = counts.into_iter().map(|text| (text, all.clone())).collect();
    let clash = |template: &'static str| move |clash: &Clash| clashes(engine, clash, template, lang);
    let cannot = account.cannot.iter().map(clash(words.clash));
    Event {
        title: title.join(" · "),
        sides: account.sides.iter().map(|it| side(engine, it, lang)).collect(),
        clashes: cannot.chain(account.differ.iter().map(clash(words.differs))).collect(),
        counts,
    }
}

fn side(engine: &Engine, side: &Side, lang: Lang) -> SideText {
    let (corpus, words) = (engine.corpus(), &lang.words().figuring.accounts);
    let item = item(corpus, side.row, lang);
    let outside = side.answer == Answer::No;
    let mut silent: Vec<&str> = side.silent.iter().map(|&it| aspect(it, lang)).collect();
    silent.extend(outside.then_some(words.outside));
    SideText {
        says: says(corpus, &side.says, lang),
        passed_on: passed_on(corpus, &side.says, [side.row].into_iter(), lang),
        what: item.title,
        lang: item.title_lang,
        silent: silent.join(lang.words().reading.statements.comma),
        outside,
        opens: opens(corpus, side.row),
    }
}

fn aspect(aspect: Aspect, lang: Lang) -> &'static str {
    let names = &lang.words().figuring.accounts.aspects;
    match aspect {
        Aspect::Figure => names[0],
        Aspect::Date => names[1],
        Aspect::Place => names[2],
        Aspect::Who => names[3],
    }
}

/// What two statements say where they do not fit: their figures, dates, places or actors.
fn clashes(engine: &Engine, clash: &Clash, template: &str, lang: Lang) -> String {
    let corpus = engine.corpus();
    let said = |row: u32, figure: Option<u32>| {
        let it = item(corpus, row, lang);
        let speaker = says(corpus, &query::figures::says(corpus, row), lang);
        let what = match clash.aspect {
            Aspect::Figure => figure.and_then(|at| engine.figure_at(at)).map(|it| amount(corpus, &it, lang)),
            Aspect::Date => Some(it.date),
            Aspect::Place => Some(it.place),
            Aspect::Who => it.parties.into_iter().next().map(|party| party.names),
        };
        [what.unwrap_or_default(), " (".to_owned(), speaker, ")".to_owned()].concat()
    };
    let (first, second) = clash.figures.unzip();
    fill(template, &[aspect(clash.aspect, lang), &said(clash.first, first), &said(clash.second, second)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panels::statements::sample_corpus;

    #[test]
    fn an_event_told_once_is_no_account() {
        let mut corpus = sample_corpus();
        let rows = corpus.statements.len();
        corpus.events = ["one", "two"].into_iter().collect();
        corpus.statements.events = vec![index::NONE; rows];
        corpus.statements.events[0] = 1;
        let told = shown(&Engine::new(corpus.clone()), &Selection::default(), Lang::En);
        assert!(told.events.is_empty() && !told.none_found);
        corpus.statements.events[1] = 1;
        let told = shown(&Engine::new(corpus), &Selection::default(), Lang::En);
        assert_eq!(told.events.len(), 1);
        assert_eq!(told.events[0].sides.len(), 2);
        assert!(told.counts[0].0.starts_with("1 event told by several"), "{:?}", told.counts);
    }
}
