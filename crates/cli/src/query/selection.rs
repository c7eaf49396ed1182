//! The options of `fieldbook query` as a selection.

use crate::failure::Failure;
use crate::terminal;
use ::query::search::{Off, Rule};
use ::query::{DateClause, Dimension, Engine, Selection, Value, ValueClause};
use index::date::parse_bounds;
use index::fold::fold;
use index::{Corpus, Name, Role};

/// What is asked for, as given.
#[derive(Debug, clap::Args)]
pub struct Asked {
    /// First day: EDTF, of which the earliest day is taken.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    from: Option<String>,
    /// Last day: EDTF, of which the latest day is taken.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    to: Option<String>,
    /// An actor; several are joined by or.
    #[arg(long, value_name = "NAME")]
    actor: Vec<String>,
    /// An actor to exclude.
    #[arg(long, value_name = "NAME")]
    not_actor: Vec<String>,
    /// A role that actors must have: initiator, affected, speaker, mentioned or relay (passes on what another says).
    #[arg(long, value_name = "ROLE")]
    role: Vec<RoleName>,
    /// Who says so.
    #[arg(long, value_name = "NAME")]
    speaker: Vec<String>,
    /// Who does not say so.
    #[arg(long, value_name = "NAME")]
    not_speaker: Vec<String>,
    /// A place, or a path such as "Syria > Idlib".
    #[arg(long, value_name = "NAME")]
    place: Vec<String>,
    /// A place to exclude.
    #[arg(long, value_name = "NAME")]
    not_place: Vec<String>,
    /// A kind of happening.
    #[arg(long, value_name = "KIND")]
    kind: Vec<String>,
    /// A kind to exclude.
    #[arg(long, value_name = "KIND")]
    not_kind: Vec<String>,
    /// A publisher.
    #[arg(long, value_name = "SOURCE")]
    source: Vec<String>,
    /// A publisher to exclude.
    #[arg(long, value_name = "SOURCE")]
    not_source: Vec<String>,
    /// Words that one statement must hold: words, "phrases", begin*, -not, OR, place:word.
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    /// A rule by which words find no more than themselves: beginnings, spellings, names or typos.
    #[arg(long, value_name = "RULE")]
    text_without: Vec<RuleName>,
    /// Leave out what only may match.
    #[arg(long)]
    matches_only: bool,
}

/// A role's name.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum RoleName {
    Initiator,
    Affected,
    Speaker,
    Mentioned,
    Relay,
}

impl Asked {
    /// The stretch of time.
    ///
    /// # Errors
    /// Where a date is none, or the last day lies before the first.
    pub fn dates(&self) -> Result<DateClause, Failure> {
        let from = bound(self.from.as_deref(), "--from")?.and_then(|span| span.from);
        let to = bound(self.to.as_deref(), "--to")?.and_then(|span| span.to);
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            let message = format!("--from {from} lies after --to {to}. Exchange the two.");
            return Err(Failure::usage(message));
        }
        Ok(DateClause { from, to, undated: false })
    }

    /// The selection; a name that nothing bears is said so on standard error.
    pub fn selection(&self, date: DateClause, engine: &Engine) -> Selection {
        let clause = |dimension, chosen: &[String], excluded: &[String]| ValueClause {
            chosen: values(engine, dimension, chosen),
            excluded: values(engine, dimension, excluded),
        };
        Selection {
            date,
            actor: clause(Dimension::Actor, &self.actor, &self.not_actor),
            roles: self.role.iter().map(|&role| role.into()).collect(),
            speaker: clause(Dimension::Speaker, &self.speaker, &self.not_speaker),
            place: clause(Dimension::Place, &self.place, &self.not_place),
            kind: clause(Dimension::Kind, &self.kind, &self.not_kind),
            source: clause(Dimension::Source, &self.source, &self.not_source),
            text: self.text.clone().unwrap_or_default(),
            off: self.text_without.iter().fold(Off::default(), |off, &rule| off.with(rule.into())),
            matches_only: self.matches_only,
            ..Selection::default()
        }
    }
}

/// A rule's name.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum RuleName {
    Beginnings,
    Spellings,
    Names,
    Typos,
}

impl From<RuleName> for Rule {
    fn from(name: RuleName) -> Self {
        match name {
            RuleName::Beginnings => Self::Beginning,
            RuleName::Spellings => Self::Spelling,
            RuleName::Names => Self::Name,
            RuleName::Typos => Self::Typo,
        }
    }
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Initiator => Self::Initiator,
            RoleName::Affected => Self::Affected,
            RoleName::Speaker => Self::Speaker,
            RoleName::Mentioned => Self::Mentioned,
            RoleName::Relay => Self::Relay,
        }
    }
}

fn bound(text: Option<&str>, option: &str) -> Result<Option<index::Span>, Failure> {
    let Some(text) = text else { return Ok(None) };
    parse_bounds(text).map(Some).map_err(|error| {
        Failure::usage(format!("{option}: {error}. Write EDTF, such as 2020-02-27, 2020-02 or 2020."))
    })
}

fn values(engine: &Engine, dimension: Dimension, names: &[String]) -> Vec<Value> {
    names.iter().flat_map(|name| value(engine, dimension, name)).collect()
}

/// All entries of a name; `none` is the missing value unless something is called so. Where some entry bears
/// the name with its very signs, those that differ in more than case and diacritics are left aside: “Ayn al-Bayda”
/// is not “Ayn al Bayda” where both are there.
fn value(engine: &Engine, dimension: Dimension, name: &str) -> Vec<Value> {
    let found = engine.find(dimension, name);
    if !found.is_empty() {
        let wanted = plain(name);
        let same =
            |entry: &&u32| names_of(engine.corpus(), dimension, **entry).any(|other| plain(other) == wanted);
        let strict: Vec<u32> = found.iter().filter(same).copied().collect();
        let found = if strict.is_empty() { found } else { strict };
        return found.into_iter().map(Value::Entry).collect();
    }
    if name == "none" || name == "(none)" {
        return vec![Value::Missing];
    }
    let what = match dimension {
        Dimension::Actor => "actor",
        Dimension::Speaker => "speaker",
        Dimension::Place => "place",
        Dimension::Kind => "kind",
        _ => "source",
    };
    terminal::note(&format!("No {what} is called “{name}”, so nothing can be found by it."));
    vec![Value::UNKNOWN]
}

/// The id and the names of an entry.
fn names_of(corpus: &Corpus, dimension: Dimension, entry: u32) -> impl Iterator<Item = &str> {
    let at = entry as usize;
    let found: Option<(&String, &[Name])> = match dimension {
        Dimension::Actor | Dimension::Speaker => {
            corpus.actors.get(at).map(|actor| (&actor.id, &*actor.names))
        }
        Dimension::Place => corpus.places.get(at).map(|place| (&place.id, &*place.names)),
        Dimension::Kind => corpus.kinds.get(at).map(|kind| (&kind.id, &*kind.names)),
        _ => corpus.sources.get(at).map(|source| (&source.id, &*source.names)),
    };
    found.into_iter().flat_map(|(id, names)| names.iter().map(|name| name.text.as_str()).chain([id.as_str()]))
}

/// Without case and diacritics, but with hyphens, full stops and apostrophes.
fn plain(name: &str) -> String {
    let is_sign =
        |c: char| c.is_ascii_punctuation() || c.is_whitespace() || matches!(c, '\u{2010}'..='\u{2027}');
    let mut plain = String::with_capacity(name.len());
    for part in name.split_inclusive(is_sign) {
        plain.push_str(&fold(part));
        plain.extend(part.chars().next_back().filter(|c| is_sign(*c)));
    }
    plain.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn signs_count_where_letters_agree() {
        let check = |a: &str, b: &str, same: bool| assert_eq!(plain(a) == plain(b), same, "{a} / {b}");
        check("Río Bravo town", "rio bravo TOWN", true);
        check("Şemdinli", "semdinli", true);
        check("Ayn al-Bayda village", "Ayn al Bayda village", false);
        check("Francisco I. Madero", "Francisco I Madero", false);
        check("Pioners'ke", "Pionerske", false);
    }
}
