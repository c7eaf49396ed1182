//! The selection as parts of a sentence: words, and values that can be changed or taken away.

use crate::panels::facets::role_name;
use crate::state::dimension_values;
use crate::text::{Lang, date, fill};
use crate::url::{Address, Values};
use index::Span;
use index::date::parse_bounds;
use query::Dimension;

/// A part of the sentence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Words between the values.
    Words(String),
    /// A value.
    Value(String, Target),
}

/// What a value of the sentence stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// The dates.
    Dates,
    /// A facet's value: dimension, id, and whether it is excluded.
    Value(Dimension, String, bool),
    /// The actors' roles.
    Roles,
    /// The search words.
    Text,
    /// That what may match is hidden.
    MatchesOnly,
}

/// The dimensions with a facet, in the order in which the sentence names them after the dates.
const AFTER_DATES: [Dimension; 4] =
    [Dimension::Actor, Dimension::Speaker, Dimension::Kind, Dimension::Source];

/// The clauses of an address as a sentence that follows "17 statements (13 match, 4 may match)". `name` gives
/// a value's name, or nothing for an id that the corpus does not have.
pub fn parts(lang: Lang, address: &Address, name: impl Fn(Dimension, &str) -> Option<String>) -> Vec<Part> {
    let mut sentence = Sentence { lang, parts: Vec::new(), empty: true };
    sentence.facet(address, Dimension::Place, &name);
    sentence.dates(address);
    for dimension in AFTER_DATES {
        sentence.facet(address, dimension, &name);
    }
    sentence.text(address);
    if address.matches_only {
        let words = lang.words().sentence.matches_only.to_owned();
        sentence.clause(", ", "{}", vec![(words, Target::MatchesOnly)]);
    }
    sentence.parts
}

/// The sentence in one line.
pub fn line(parts: Vec<Part>) -> String {
    let text = |part| match part {
        Part::Words(text) | Part::Value(text, _) => text,
    };
    parts.into_iter().map(text).collect()
}

struct Sentence {
    lang: Lang,
    parts: Vec<Part>,
    empty: bool,
}

impl Sentence {
    /// Adds words, joining them to those before.
    fn say(&mut self, words: &str) {
        match self.parts.last_mut() {
            Some(Part::Words(before)) => before.push_str(words),
            _ if words.is_empty() => {}
            _ => self.parts.push(Part::Words(words.to_owned())),
        }
    }

    /// Adds a clause: `template` around `values`. `joint` is a blank, or anything else for a comma.
    fn clause(&mut self, joint: &str, template: &str, values: Vec<(String, Target)>) {
        if values.is_empty() {
            return;
        }
        let texts = &self.lang.words().sentence;
        let joint = if self.empty || joint == " " { " " } else { texts.comma };
        self.empty = false;
        self.say(joint);
        let (before, after) = template.split_once("{}").unwrap_or((template, ""));
        self.say(before);
        for (at, (label, target)) in values.into_iter().enumerate() {
            if at > 0 {
                self.say(texts.or);
            }
            self.parts.push(Part::Value(label, target));
        }
        self.say(after);
    }

    fn facet(
        &mut self,
        address: &Address,
        dimension: Dimension,
        name: &impl Fn(Dimension, &str) -> Option<String>,
    ) {
        let Some((_, Values { chosen, excluded })) = dimension_values(address, dimension) else { return };
        let named = |ids: &[String], out: bool| -> Vec<(String, Target)> {
            let value = |id: &String| Some((name(dimension, id)?, Target::Value(dimension, id.clone(), out)));
            ids.iter().filter_map(value).collect()
        };
        let (with, without) = templates(self.lang, dimension);
        let (chosen, excluded) = (named(chosen, false), named(excluded, true));
        let any = !chosen.is_empty() || !excluded.is_empty();
        self.clause(",", with, chosen);
        self.clause(",", without, excluded);
        if dimension == Dimension::Actor && any {
            self.roles(&address.role);
        }
    }

    fn roles(&mut self, ids: &[String]) {
        let words = self.lang.words();
        let names: Vec<&str> = ids.iter().filter_map(|id| role_name(&words.facets.roles, id)).collect();
        if !names.is_empty() {
            self.clause(" ", words.sentence.role, vec![(names.join(words.sentence.or), Target::Roles)]);
        }
    }

    fn dates(&mut self, address: &Address) {
        if let Some((template, label)) = dates(self.lang, &address.from, &address.to) {
            let published = self.lang.words().figuring.published;
            let told =
                if address.axis == "published" { fill(published, &[template]) } else { template.to_owned() };
            self.clause(" ", &told, vec![(label, Target::Dates)]);
        }
    }

    fn text(&mut self, address: &Address) {
        let texts = &self.lang.words().sentence;
        let words = address.q.trim();
        if !index::fold::fold(words).is_empty() {
            self.clause(",", texts.words, vec![(fill(texts.quoted, &[words]), Target::Text)]);
        }
    }
}

fn templates(lang: Lang, dimension: Dimension) -> (&'static str, &'static str) {
    let texts = &lang.words().sentence;
    match dimension {
        Dimension::Actor => (texts.actor, texts.not_actor),
        Dimension::Speaker => (texts.speaker, texts.not_speaker),
        Dimension::Place => (texts.place, texts.not_place),
        Dimension::Kind => (texts.kind, texts.not_kind),
        Dimension::Source => (texts.source, texts.not_source),
        Dimension::Date | Dimension::Text => ("{}", "{}"),
    }
}

/// The dates' template and label; each date is as precise as it was typed.
fn dates(lang: Lang, from: &str, to: &str) -> Option<(&'static str, String)> {
    let texts = &lang.words().sentence;
    let typed = |edtf: &str| parse_bounds(edtf).ok().filter(|span| *span != Span::default());
    let plain = |span: &Span| date::span(lang, &Span { qualified: false, ..*span });
    if from == "none" {
        let label = typed(to).map(|to| fill(texts.a_date_or_until, &[&plain(&to)]));
        return Some((texts.without, label.unwrap_or_else(|| texts.a_date.to_owned())));
    }
    match (typed(from), typed(to)) {
        (None, None) => None,
        (Some(from), None) => Some((texts.from_on, plain(&from))),
        (None, Some(to)) => Some((texts.until, plain(&to))),
        (Some(from), Some(to)) if from == to && from.is_day() => Some((texts.on_day, plain(&from))),
        (Some(from), Some(to)) if from == to => Some((texts.in_period, plain(&from))),
        (Some(from), Some(to)) => {
            Some((texts.between, fill(texts.both_dates, &[&plain(&from), &plain(&to)])))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sentence in one line, its values in brackets.
    fn line(lang: Lang, fragment: &str) -> String {
        let (address, _) = crate::url::decode(fragment);
        let name = |_: Dimension, id: &str| (id != "mars").then(|| id.to_ascii_uppercase());
        let shown = parts(lang, &address, name).into_iter().map(|part| match part {
            Part::Words(words) => words,
            Part::Value(label, _) => ["[", &label, "]"].concat(),
        });
        shown.collect()
    }

    fn check(fragment: &str, expect: &str) {
        assert_eq!(line(Lang::En, fragment), expect, "{fragment}");
    }

    #[test]
    fn sentences() {
        check("", "");
        check("place=idlib&from=2019-12-01&to=2020-03-01", " in [IDLIB] between [1 Dec 2019 and 1 Mar 2020]");
        check("place=a&place=b&not-place=c", " in [A] or [B], not in [C]");
        check("actor=russia&role=initiator", " about [RUSSIA] as [initiator]");
        check(
            "not-actor=russia&role=initiator&role=affected",
            " not about [RUSSIA] as [initiator or affected]",
        );
        check("role=initiator", "");
        check(
            "speaker=un&kind=x&source=tnh&q=smoke",
            " said by [UN], of kind [X], from source [TNH], with the words [“smoke”]",
        );
        check("from=2020&actor=russia", " from [2020] on, about [RUSSIA]");
        check("actor=mars&kind=x", " of kind [X]");
        check("matches-only=yes&q=a%20b", " with the words [“a b”], [matches only]");
    }

    #[test]
    fn dates_are_as_precise_as_typed() {
        check("from=2020-02-27&to=2020-02-27", " on [27 Feb 2020]");
        check("from=2020-02&to=2020-02", " in [Feb 2020]");
        check("from=2019&to=2020-03", " between [2019 and Mar 2020]");
        check("from=2019&to=2020-03&axis=published", " published between [2019 and Mar 2020]");
        check("to=2020", " until [2020]");
        check("from=none", " without [a date]");
        check("from=none&to=2020", " without [a date or until 2020]");
    }

    #[test]
    fn arabic() {
        let line = line(Lang::Ar, "place=idlib&not-actor=russia&from=2020-02-27&to=2020-02-27");
        assert_eq!(line, " في [IDLIB] يوم [٢٧ فبراير ٢٠٢٠]، ليس عن [RUSSIA]");
    }
}
