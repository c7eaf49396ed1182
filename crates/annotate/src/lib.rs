//! Text in, mentions and statements out: dates, actors, places, figures, attribution, each with its reason.
//!
//! [`annotate`] reads plain English news text by rules and dictionaries. It cuts the text into tokens and
//! sentences, sets aside what is furniture of the page, finds what each sentence mentions, and makes statements
//! of it. Nothing is learned and nothing is guessed in secret: each value carries the rule that made it and what
//! else it may mean.
//!
//! The crate is pure: no I/O, no clock, no randomness. The same text gives the same answer everywhere.

#![forbid(unsafe_code)]

mod actor;
mod attribution;
mod bound;
mod clause;
mod covered;
mod cut;
mod date;
mod dated;
mod dateline;
mod event;
mod fighters;
mod figure;
mod furniture;
mod language;
mod lexicon;
mod mention;
mod metonym;
mod name;
mod named;
mod number;
mod placed;
mod pronoun;
mod published;
mod relay;
mod role;
mod scene;
mod sentence;
mod statement;
mod table;
mod text;

pub use mention::{
    ActorValue, Annotation, AttributionValue, DateValue, FigureValue, Mention, MentionKind, PlaceValue,
    Published, Statement, StatementDate, Value, Why,
};

use index::Day;
use lexicon::Lexicon;

/// What is known about a text before it is read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// When it was published, where that is known from outside.
    pub published: Option<Day>,
    /// Read the furniture of the page, too.
    pub keep_furniture: bool,
}

/// The rules' words and the dictionaries; load once, use for many texts.
pub struct Annotator {
    lexicon: Lexicon,
    names: name::Names,
    events: event::Events,
    furniture: furniture::Phrases,
}

impl Default for Annotator {
    fn default() -> Self {
        Self::new()
    }
}

impl Annotator {
    /// Loads the dictionaries.
    pub fn new() -> Self {
        Self {
            lexicon: Lexicon::new(),
            names: name::Names::new(),
            events: event::Events::new(),
            furniture: furniture::Phrases::new(),
        }
    }

    /// The annotator of this process, loaded when it is first asked for.
    pub fn shared() -> &'static Self {
        static SHARED: std::sync::OnceLock<Annotator> = std::sync::OnceLock::new();
        SHARED.get_or_init(Self::new)
    }

    /// Reads a text.
    pub fn annotate(&self, raw: &str, options: &Options) -> Annotation {
        let text = text::Text::new(raw, &self.lexicon);
        let boilerplate = if options.keep_furniture {
            Vec::new()
        } else {
            furniture::furniture(raw, &text.lower, &self.furniture)
        };
        let sentences: Vec<_> = sentence::sentences(&text)
            .into_iter()
            .filter(|sentence| !within(&text, *sentence, &boilerplate))
            .collect();
        let phrases: Vec<_> = sentences.iter().map(|sentence| date::phrases(&text, *sentence)).collect();
        let published = published::published(&text, &sentences, &phrases, options.published);
        let (mut mentions, taken) = dated::dates(&text, &sentences, &phrases, published.day);
        if !language::is_english(&text) {
            return Annotation { published, english: false, mentions, statements: Vec::new(), boilerplate };
        }
        mentions.extend(named::names(&text, &sentences, &taken, &self.names));
        mentions.sort_by_key(|mention| (mention.start, mention.end, mention.kind()));
        let mut plain = Vec::new();
        for sentence in &sentences {
            plain.extend(fighters::fighters(&text, *sentence, &mentions));
        }
        mentions.extend(plain);
        for sentence in &sentences {
            mentions.extend(figure::figures(&text, *sentence, &taken));
            mentions.extend(attribution::attributions(&text, *sentence, &taken));
        }
        mentions.sort_by_key(|mention| (mention.start, mention.end, mention.kind()));
        figure::link_sentences(&text, &sentences, &mut mentions);
        covered::periods(&text, &sentences, &published, &mut mentions);
        let pronouns = pronoun::pronouns(&text, &mentions);
        mentions.extend(pronouns);
        mentions.sort_by_key(|mention| (mention.start, mention.end, mention.kind()));
        let maker =
            statement::Maker { text: &text, mentions: &mentions, events: &self.events, taken: &taken };
        let statements = maker.statements(&sentences);
        mentions.extend(bound::bound(&text, &sentences, &phrases, &published, &mentions));
        mentions.sort_by_key(|mention| (mention.start, mention.end, mention.kind()));
        Annotation { published, english: true, mentions, statements, boilerplate }
    }
}

/// Whether a sentence lies in one of the stretches.
fn within(text: &text::Text, sentence: sentence::Sentence, stretches: &[(usize, usize)]) -> bool {
    let start = text.tokens.get(sentence.from).map_or(0, |token| token.start as usize);
    let at = stretches.partition_point(|(_, to)| *to <= start);
    stretches.get(at).is_some_and(|(from, _)| *from <= start)
}
