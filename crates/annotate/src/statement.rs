//! Statements: one thing that a text says happened or was said, made of the mentions of its clause.
//!
//! A clause makes a statement where it tells of an event, gives a figure, or says who says so. Date and place come
//! from the clause, else from the rest of the sentence, else (for events and counts) the place is carried over from
//! the sentence before, and the reason is kept.

use crate::clause::{Clause, clauses};
use crate::event::Events;
use crate::mention::{
    ActorValue, AttributionValue, FigureValue, Mention, PlaceValue, Statement, StatementDate, Value,
};
use crate::relay::Said;
use crate::sentence::Sentence;
use crate::text::{Kind, Text};
use std::sync::Arc;

/// Makes the statements of a text.
pub(crate) struct Maker<'a> {
    /// The text.
    pub text: &'a Text<'a>,
    /// All mentions, sorted.
    pub mentions: &'a [Mention],
    /// The words of events.
    pub events: &'a Events,
    /// Tokens of dates.
    pub taken: &'a [bool],
}

/// How many mentions back a short form such as "the ministry" may reach.
const REACH: usize = 300;

/// What later statements may take over.
#[derive(Default)]
struct Carried {
    places: Vec<Arc<PlaceValue>>,
    speaker: Option<Arc<ActorValue>>,
    open_quote: bool,
    age: usize,
}

impl Maker<'_> {
    /// The statements, in order.
    pub fn statements(&self, sentences: &[Sentence]) -> Vec<Statement> {
        let mut all: Vec<Statement> = Vec::new();
        let mut carried = Carried::default();
        for sentence in sentences {
            carried.age += 1;
            let found = self.events.of(self.text, *sentence, self.taken);
            let clauses = clauses(self.text, *sentence, &found);
            let whole = self.within(sentence.from, sentence.to);
            let speaker = self.speaker(whole, &mut carried, *sentence);
            let before = all.len();
            if self.closes_quotation(*sentence)
                && let (Some(said), Some(last)) = (
                    &speaker,
                    all.last_mut().filter(|last| {
                        last.speaker.is_none() && last.end + 3 >= whole_start(self.text, *sentence)
                    }),
                )
            {
                (last.speaker, last.speaker_how) = (Some(said.speaker.clone()), "quotation goes on");
                last.relays.clone_from(&said.relays);
            }
            for clause in &clauses {
                let speaker = if self.outside_claim(*sentence, *clause, whole) { &None } else { &speaker };
                all.extend(self.statement(*sentence, *clause, whole, speaker, &carried));
            }
            if let Some(statement) = all.get(before..).and_then(|new| {
                new.iter()
                    .rev()
                    .find(|statement| !statement.places.is_empty() && statement.place_how != "carried")
            }) {
                carried.places = statement.places.clone();
                carried.age = 0;
            }
        }
        all
    }

    /// Whether a clause such as "After …," stands before the words of who says something, and is not said by them.
    fn outside_claim(&self, sentence: Sentence, clause: Clause, whole: &[Mention]) -> bool {
        let opened = matches!(
            self.text.word(clause.from),
            "after" | "as" | "when" | "while" | "following" | "although"
        );
        let end = self.text.tokens.get(clause.to).map_or(usize::MAX, |token| token.start as usize);
        opened
            && clause.from == sentence.from
            && whole
                .iter()
                .any(|mention| matches!(mention.value, Value::Attribution(_)) && mention.start >= end)
    }

    /// Whether a sentence ends a quotation that it did not begin.
    fn closes_quotation(&self, sentence: Sentence) -> bool {
        let first = (sentence.from..sentence.to).find_map(|at| self.quotation_mark(at));
        first == Some(false)
    }

    /// Whether a token is a quotation mark that opens, or one that closes; nothing where it is another one.
    fn quotation_mark(&self, at: usize) -> Option<bool> {
        let mark = self.text.is(at, Kind::Mark).then(|| self.text.written(at));
        match mark {
            Some("“") => Some(true),
            Some("”") => Some(false),
            _ => None,
        }
    }

    /// The mentions between two tokens.
    fn within(&self, from: usize, to: usize) -> &[Mention] {
        let start = self.text.tokens.get(from).map_or(usize::MAX, |token| token.start as usize);
        let end =
            to.checked_sub(1).and_then(|at| self.text.tokens.get(at)).map_or(0, |token| token.end as usize);
        let first = self.mentions.partition_point(|mention| mention.start < start);
        let last = self.mentions.partition_point(|mention| mention.start < end);
        self.mentions.get(first..last.max(first)).unwrap_or(&[])
    }

    /// Who says a sentence: its attribution, or the speaker of a quotation that goes on.
    fn speaker(&self, mentions: &[Mention], carried: &mut Carried, sentence: Sentence) -> Option<Said> {
        let goes_on = carried.open_quote;
        let (mut opened, mut closed) = (0, 0);
        for opens in (sentence.from..sentence.to).filter_map(|at| self.quotation_mark(at)) {
            *(if opens { &mut opened } else { &mut closed }) += 1;
        }
        carried.open_quote = if opened == closed { goes_on && closed == 0 } else { opened > closed };
        if matches!(
            (self.text.word(sentence.from), self.text.word(sentence.from + 1)),
            ("this", "includes") | ("these", "include") | ("among" | "of", "them" | "these" | "those")
        ) && let Some(actor) = carried.speaker.clone()
        {
            return Some(Said::by(actor, "the count goes on"));
        }
        let mut sources = mentions.iter().filter_map(|mention| match &mention.value {
            Value::Attribution(said) => Some(self.source(mention, said)),
            _ => None,
        });
        if let Some(first) = sources.next() {
            let said = first.map(|first| self.parted(sentence, mentions, first, sources.flatten().collect()));
            carried.speaker = said.as_ref().map(|said| said.speaker.clone());
            return said;
        }
        let speaker = carried.speaker.clone().filter(|_| goes_on);
        speaker.map(|speaker| Said::by(speaker, "quotation goes on"))
    }

    /// The actor that a source names.
    fn source(&self, mention: &Mention, said: &AttributionValue) -> Option<Arc<ActorValue>> {
        let inside =
            self.mentions.iter().skip(self.mentions.partition_point(|other| other.start < mention.start));
        let named = inside
            .take_while(|other| other.start < mention.end)
            .filter_map(actor_of)
            .filter(|actor| actor.kind != "nationality");
        let named: Vec<&Arc<ActorValue>> = named.collect();
        let person = named.iter().rev().find(|actor| actor.kind == "person").or(named.last());
        person.map(|actor| Arc::clone(actor)).or_else(|| self.short_form(mention, &said.source))
    }

    /// "the ministry", "the Observatory", "the NGO", "he": the last body or person named before that fits.
    fn short_form(&self, mention: &Mention, source: &str) -> Option<Arc<ActorValue>> {
        let head = source.split_whitespace().last()?.to_lowercase();
        let before =
            self.mentions.get(..self.mentions.partition_point(|other| other.start < mention.start))?;
        let actors = || before.iter().rev().take(REACH).filter_map(actor_of);
        match head.as_str() {
            "he" | "she" => actors().find(|actor| actor.kind == "person").cloned(),
            "it" | "they" | "ngo" | "group" | "organization" | "organisation" | "agency" | "body"
            | "monitor" => actors()
                .find(|actor| matches!(actor.kind, "organisation" | "group" | "media" | "government"))
                .cloned(),
            _ => actors()
                .find(|actor| {
                    !actor.id.is_empty()
                        && actor.kind != "person"
                        && actor.name.split(' ').any(|word| same_word(word, &head))
                })
                .cloned(),
        }
    }

    fn statement(
        &self,
        sentence: Sentence,
        clause: Clause,
        whole: &[Mention],
        speaker: &Option<Said>,
        carried: &Carried,
    ) -> Option<Statement> {
        let own = self.within(clause.from, clause.to);
        let figures: Vec<Arc<FigureValue>> =
            own.iter()
                .filter_map(|mention| {
                    if let Value::Figure(figure) = &mention.value { Some(figure.clone()) } else { None }
                })
                .filter(|figure| figure.measure != "other")
                .collect();
        let (date, date_how) = self.date(clause, own, whole);
        if clause.event.is_none() && figures.is_empty() && !(speaker.is_some() || date.is_some()) {
            return None;
        }
        let kind = clause.event.map_or("", |event| event.kind);
        let happened = kind == "assault" || kind == "coerce" || !figures.is_empty();
        let (places, place_how) = self.places(own, whole, carried, happened);
        if places.is_empty()
            && date.is_none()
            && figures.is_empty()
            && speaker.is_none()
            && own.iter().all(|mention| actor_of(mention).is_none())
        {
            return None;
        }
        let actors = self.roles(clause, own, happened);
        let tokens = (self.text.tokens.get(clause.from)?, self.text.tokens.get(clause.to.checked_sub(1)?)?);
        let sentence_of =
            (self.text.tokens.get(sentence.from)?, self.text.tokens.get(sentence.to.checked_sub(1)?)?);
        Some(Statement {
            start: tokens.0.start as usize,
            end: tokens.1.end as usize,
            sentence: (sentence_of.0.start as usize, sentence_of.1.end as usize),
            kind,
            date,
            date_how,
            unnamed: happened && !kind.is_empty() && !actors.iter().any(|(role, _)| *role == "initiator"),
            actors,
            places,
            place_how,
            figures,
            speaker: speaker.as_ref().map(|said| said.speaker.clone()),
            speaker_how: speaker.as_ref().map_or("", |said| said.how),
            relays: speaker.as_ref().map(|said| said.relays.clone()).unwrap_or_default(),
        })
    }

    /// The dates of a clause, joined: two ends of a range make one, several days their whole stretch.
    fn date(
        &self,
        clause: Clause,
        own: &[Mention],
        whole: &[Mention],
    ) -> (Option<StatementDate>, &'static str) {
        let of = |mentions: &[Mention]| {
            let mut found: Option<StatementDate> = None;
            for mention in mentions {
                let Value::Date(date) = &mention.value else { continue };
                if date.open == "of" || self.aside(clause, mention) {
                    continue;
                }
                let Some(edtf) = date.edtf.clone().or_else(|| (!date.moves.is_empty()).then(String::new))
                else {
                    continue;
                };
                match &mut found {
                    None => {
                        found = Some(StatementDate {
                            edtf,
                            moves: date.moves.clone(),
                            words: self.words(mention),
                            open: date.open,
                        })
                    }
                    Some(first) if date.open == "last" => {
                        let (from, to) = (
                            first.edtf.split('/').next().unwrap_or(""),
                            edtf.rsplit('/').next().unwrap_or(""),
                        );
                        first.edtf = format!("{from}/{to}");
                        first.words = format!("{} … {}", first.words, self.words(mention));
                        first.moves.clear();
                    }
                    Some(_) => {}
                }
            }
            found
        };
        if let Some(date) = of(own) {
            let how = if date.moves.is_empty() { "stated" } else { "resolved" };
            return (Some(date), how);
        }
        // What came before an event is not of its day.
        if matches!(self.text.word(clause.from), "after" | "following" | "since" | "before") {
            return (None, "");
        }
        match of(whole).filter(|date| date.open != "since") {
            Some(date) if own.len() < whole.len() => (Some(date), "carried"),
            _ => (None, ""),
        }
    }

    /// Whether a mention stands in ", which …," while the event does not.
    pub fn aside(&self, clause: Clause, mention: &Mention) -> bool {
        let at = self.text.tokens.partition_point(|token| (token.start as usize) < mention.start);
        let Some(event) = clause.event else { return false };
        let open = (clause.from + 1..at).rev().find(|at| {
            matches!(self.text.word(*at), "which" | "who") && matches!(self.text.word(at - 1), "," | "–")
        });
        let close = (at..clause.to).find(|at| matches!(self.text.word(*at), "," | "–"));
        open.zip(close).is_some_and(|(open, close)| event.at < open || event.at > close)
    }

    fn words(&self, mention: &Mention) -> String {
        self.text
            .raw
            .get(mention.start..mention.end)
            .unwrap_or("")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The places of a clause, else of the sentence, else (for what happened) of the sentence before.
    fn places(
        &self,
        own: &[Mention],
        whole: &[Mention],
        carried: &Carried,
        happened: bool,
    ) -> (Vec<Arc<PlaceValue>>, &'static str) {
        let of = |mentions: &[Mention]| -> Vec<Arc<PlaceValue>> {
            let mut all: Vec<Arc<PlaceValue>> = Vec::new();
            for mention in mentions {
                let Value::Place(place) = &mention.value else { continue };
                if matches!(mention.why.rule, "in-name" | "country-as-adjective") {
                    continue;
                }
                if !all.iter().any(|other| other.id == place.id) && self.is_scene(mention) {
                    all.push(place.clone());
                }
            }
            // "Saraqeb in Idlib province, Syria" is one place: what lies above another is left out.
            let wide = |place: &PlaceValue| matches!(place.level, "country" | "admin1");
            let above = |place: &PlaceValue| {
                wide(place)
                    && all.iter().any(|other| other.id != place.id && other.path.contains(&place.name))
            };
            let mut stays: Vec<bool> = Vec::new();
            if all.len() > 1 {
                stays.extend(all.iter().map(|place| !above(place)));
            }
            let mut stays = stays.into_iter();
            all.retain(|_| stays.next().unwrap_or(true));
            all
        };
        let found = of(own);
        if !found.is_empty() {
            return (found, "stated");
        }
        let found = of(whole);
        if !found.is_empty() {
            return (found, "sentence");
        }
        if happened && carried.age <= 1 && !carried.places.is_empty() {
            return (carried.places.clone(), "carried");
        }
        (Vec::new(), "")
    }

    /// A country that is the subject, or that somebody is close to, is no scene.
    fn is_scene(&self, mention: &Mention) -> bool {
        let at = self.text.tokens.partition_point(|token| (token.start as usize) < mention.start);
        let before = self.text.word(at.wrapping_sub(1));
        let country = matches!(&mention.value, Value::Place(place) if place.level == "country");
        !country
            || matches!(
                before,
                "in" | "across" | "inside" | "throughout" | "into" | "," | "from" | "near" | "("
            )
            || before.ends_with("ern")
            || self.text.word(at.wrapping_sub(2)) == "in"
    }
}

/// Whether a word is another one in lower case.
fn same_word(word: &str, lower: &str) -> bool {
    if word.is_ascii() { word.eq_ignore_ascii_case(lower) } else { word.to_lowercase() == lower }
}

fn whole_start(text: &Text, sentence: Sentence) -> usize {
    text.tokens.get(sentence.from).map_or(0, |token| token.start as usize)
}

pub(crate) fn actor_of(mention: &Mention) -> Option<&Arc<ActorValue>> {
    if let Value::Actor(actor) = &mention.value { Some(actor) } else { None }
}
