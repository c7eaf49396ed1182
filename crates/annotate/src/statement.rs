//! Statements: one thing that a text says happened or was said, made of the mentions of its clause.
//!
//! A clause makes a statement where it tells of an event, gives a figure, or says who says so. Date and place come
//! from the clause, else from the rest of the sentence, else (for events and counts) the place is carried over from
//! the sentence before, and the reason is kept.

use crate::clause::{Clause, clauses};
use crate::dateline::dateline_end;
use crate::event::Events;
use crate::mention::{
    ActorValue, AttributionValue, FigureValue, Mention, PlaceValue, Statement, StatementDate, Value,
};
use crate::relay::Said;
use crate::scene::place_of;
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
pub(crate) struct Carried {
    pub places: Vec<Arc<PlaceValue>>,
    speaker: Option<Arc<ActorValue>>,
    /// Sentences since somebody was said to say something.
    since_said: usize,
    open_quote: bool,
    pub age: usize,
}

impl Maker<'_> {
    /// The statements, in order.
    pub fn statements(&self, sentences: &[Sentence]) -> Vec<Statement> {
        let mut all: Vec<Statement> = Vec::new();
        let mut carried = Carried::default();
        for sentence in sentences {
            carried.age += 1;
            carried.since_said += 1;
            let found = self.events.of(self.text, *sentence, self.taken);
            let clauses = clauses(self.text, *sentence, &found);
            let told = dateline_end(self.text, *sentence, self.taken).unwrap_or(sentence.from);
            if told > sentence.from {
                carried.places =
                    self.within(sentence.from, told).iter().filter_map(place_of).take(1).collect();
                carried.age = 0;
            }
            let whole = self.within(told, sentence.to);
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
            for clause in clauses.iter().filter(|clause| clause.to > told) {
                let own = self.own_speaker(*clause, whole);
                let speaker = match &own {
                    Some(own) => own,
                    None if self.outside_claim(*sentence, *clause, whole) => &None,
                    None => &speaker,
                };
                let clause = Clause { from: clause.from.max(told), ..*clause };
                all.extend(self.statement(*sentence, clause, whole, speaker, &carried));
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

    /// Who says a clause, where another says the one before: "Iran condemned the strikes, while Oman denounced them".
    fn own_speaker(&self, clause: Clause, whole: &[Mention]) -> Option<Option<Said>> {
        let start = self.text.tokens.get(clause.from)?.start as usize;
        let end = self.text.tokens.get(clause.to.checked_sub(1)?)?.end as usize;
        let mut sources = whole.iter().filter(|mention| matches!(mention.value, Value::Attribution(_)));
        let first = sources.next().filter(|first| first.start < start)?;
        let own =
            sources.find(|mention| mention.start > first.start && (start..end).contains(&mention.start));
        let Some((own, Value::Attribution(said))) = own.map(|own| (own, &own.value)) else {
            // A word of one's own, by somebody whom no rule finds.
            let other = matches!(self.text.word(clause.from), "while" | "whereas" | "but");
            let speaks =
                clause.event.is_some_and(|event| matches!(event.kind, "accuse" | "reject" | "request"));
            return (other && speaks).then_some(None);
        };
        if matches!(said.source.as_str(), "he" | "she" | "it" | "they" | "who" | "which") {
            return None;
        }
        Some(self.source(own, said).map(|actor| Said::by(actor, "said")))
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
            Value::Attribution(said) => {
                let same = carried.since_said <= 2 && names_again(&said.source, carried.speaker.as_deref());
                Some(if same { carried.speaker.clone() } else { self.source(mention, said) })
            }
            _ => None,
        });
        if let Some(first) = sources.next() {
            let said = first.map(|first| self.parted(sentence, mentions, first, sources.flatten().collect()));
            (carried.speaker, carried.since_said) = (said.as_ref().map(|said| said.speaker.clone()), 0);
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
        let told = clause.event.is_some_and(|event| event.kind == "assault") || !figures.is_empty();
        let (date, date_how) = self.date(clause, own, whole, told);
        if clause.event.is_none() && figures.is_empty() && !(speaker.is_some() || date.is_some()) {
            return None;
        }
        let kind = clause.event.map_or("", |event| event.kind);
        let happened = kind == "assault" || kind == "coerce" || !figures.is_empty();
        // A count since some day is not of the place told of last.
        let carries = happened && date.as_ref().is_none_or(|date| date.open != "since");
        let (places, place_how) = self.places(own, whole, carried, carries);
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
        told: bool,
    ) -> (Option<StatementDate>, &'static str) {
        let of = |mentions: &[Mention]| {
            let mut found: Option<StatementDate> = None;
            for mention in mentions {
                let Value::Date(date) = &mention.value else { continue };
                if date.open == "of" || self.aside(clause, mention) || told && self.of_saying(mention) {
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

    /// Whether a day is that of the saying, not of what is told: "said on Monday that".
    fn of_saying(&self, mention: &Mention) -> bool {
        let at = self.text.token_from(mention.start);
        let end = self.text.token_from(mention.end);
        let verb =
            if self.text.word(at.wrapping_sub(1)) == "on" { at.wrapping_sub(2) } else { at.wrapping_sub(1) };
        let said = |at: usize| self.text.has(at, crate::lexicon::SAY);
        let ends = matches!(
            self.text.word(end),
            "." | "that" | "," | "it" | "they" | "he" | "she" | "" | "”" | "\""
        );
        let ends = ends || self.text.is(end, Kind::Mark) || self.text.capital(end);
        said(verb) && ends && !matches!(self.text.word(end), "'s" | "’s")
    }

    /// Whether a mention stands in ", which …," while the event does not.
    pub fn aside(&self, clause: Clause, mention: &Mention) -> bool {
        let at = self.text.token_from(mention.start);
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
}

/// Whether a source is a pronoun that the last speaker fits.
fn names_again(source: &str, speaker: Option<&ActorValue>) -> bool {
    let person = speaker.is_some_and(|speaker| speaker.kind == "person");
    match source {
        "he" | "He" | "she" | "She" => person,
        "it" | "It" => speaker.is_some() && !person,
        _ => false,
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
