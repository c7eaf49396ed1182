//! What comes out: mentions, and all that is said about them.

use index::Day;
use std::sync::Arc;

/// A text's annotation.
#[derive(Clone, Debug, Default)]
pub struct Annotation {
    /// The report's own date.
    pub published: Published,
    /// It reads as English. Of other texts only the dates are read.
    pub english: bool,
    /// What is mentioned, by position.
    pub mentions: Vec<Mention>,
    /// What is stated.
    pub statements: Vec<Statement>,
    /// Bytes that are furniture of the page rather than its content.
    pub boilerplate: Vec<(usize, usize)>,
}

/// The report's own date, and how it is known.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// The day, where it is known.
    pub day: Option<Day>,
    /// `given`, `dateline`, `caption`, `weekday` or `unknown`.
    pub how: &'static str,
    /// In a sentence, from what.
    pub why: String,
    /// The weekday, where no more than that is known.
    pub weekday: Option<index::date::Weekday>,
}

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MentionKind {
    /// A time.
    Date,
    /// Who.
    Actor,
    /// Where.
    Place,
    /// How many.
    Figure,
    /// Who says so.
    Attribution,
}

/// A stretch of the text that names something.
#[derive(Clone, Debug)]
pub struct Mention {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What it names.
    pub value: Value,
    /// Why it is read so.
    pub why: Why,
}

/// The value of a mention. What a text names again is shared, by its mentions and by statements.
#[derive(Clone, Debug)]
pub enum Value {
    /// A time.
    Date(Box<DateValue>),
    /// Who.
    Actor(Arc<ActorValue>),
    /// Where.
    Place(Arc<PlaceValue>),
    /// How many.
    Figure(Arc<FigureValue>),
    /// Who says so.
    Attribution(Box<AttributionValue>),
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureValue {
    /// First byte of its mention.
    pub start: usize,
    /// Its words.
    pub words: String,
    /// killed, injured, displaced, detained, missing, refugees or other.
    pub measure: &'static str,
    /// Of whom, as the text says it; may be empty.
    pub whom: String,
    /// The least.
    pub low: Option<u64>,
    /// The number given.
    pub best: Option<u64>,
    /// The most.
    pub high: Option<u64>,
    /// `at least`, `at most`, `nearly`, `about`, or nothing.
    pub bound: &'static str,
    /// Computed from a fraction rather than given.
    pub computed: bool,
    /// First byte of the figure that it is part of.
    pub part_of: Option<usize>,
    /// The days that it covers, as EDTF, where the sentence says so.
    pub period: Option<String>,
}

/// Who says so.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributionValue {
    /// The source as written.
    pub source: String,
    /// Bytes of the verb or phrase.
    pub cue: (usize, usize),
    /// Id of the actor that the source is, where it names one.
    pub speaker: Option<String>,
}

/// An actor.
#[derive(Clone, Debug, PartialEq)]
pub struct ActorValue {
    /// Stable id: that of the authority file, or one made of the name.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// person, organisation, nationality, state, government, force, group or media.
    pub kind: &'static str,
    /// ISO 3166 alpha-2, where it belongs to one country.
    pub country: Option<String>,
    /// Id of what it is part of, or empty.
    pub parent: String,
    /// It stands in the authority file.
    pub listed: bool,
    /// A person named with an office or title, and so no private person.
    pub office: bool,
    /// Further names that the authority file has.
    pub names: Arc<[String]>,
}

/// A place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceValue {
    /// Stable id, made of country, division and name.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// country, region, admin1, admin2, town or other; `unknown` where no gazetteer has it.
    pub level: &'static str,
    /// Degrees, where it is known.
    pub point: Option<(f32, f32)>,
    /// ISO 3166 alpha-2.
    pub country: Option<String>,
    /// Names of what it lies in, the country first.
    pub path: Vec<String>,
    /// The points of what it lies in.
    pub path_points: Vec<(f32, f32)>,
    /// Words before it that narrow or widen it: "north-western", "east of the city of".
    pub modifier: String,
}

/// A time.
#[derive(Clone, Debug)]
pub struct DateValue {
    /// EDTF; nothing where it has no place on the calendar.
    pub edtf: Option<String>,
    /// TIMEX3's value.
    pub timex3: String,
    /// DATE, TIME, DURATION or SET.
    pub kind: &'static str,
    /// The date rule (see [`index::date::Rule`]) where the value moves with the publication date.
    pub moves: String,
    /// `since`, `until`, `first` or `last` of a range, or nothing.
    pub open: &'static str,
}

/// One thing that a text says happened or was said.
#[derive(Clone, Debug)]
pub struct Statement {
    /// First byte of its clause.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// The bytes of its sentence.
    pub sentence: (usize, usize),
    /// PLOVER's category, or nothing.
    pub kind: &'static str,
    /// When.
    pub date: Option<StatementDate>,
    /// `stated`, `resolved`, `carried` or nothing.
    pub date_how: &'static str,
    /// Who: role (initiator, affected or mentioned) and actor.
    pub actors: Vec<(&'static str, Arc<ActorValue>)>,
    /// Something was done, and the clause does not say by whom.
    pub unnamed: bool,
    /// Where.
    pub places: Vec<Arc<PlaceValue>>,
    /// `stated`, `sentence`, `carried` or nothing.
    pub place_how: &'static str,
    /// How many.
    pub figures: Vec<Arc<FigureValue>>,
    /// Who says so.
    pub speaker: Option<Arc<ActorValue>>,
    /// `said`, `quotation goes on` or nothing.
    pub speaker_how: &'static str,
    /// Media that pass on what the speaker says.
    pub relays: Vec<Arc<ActorValue>>,
}

/// When something happened.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementDate {
    /// EDTF; empty where only the rule is known.
    pub edtf: String,
    /// The date rule where it moves with the publication date.
    pub moves: String,
    /// The text's words.
    pub words: String,
    /// `since`, `until` and so on.
    pub open: &'static str,
}

/// Why a value is what it is.
#[derive(Clone, Debug, Default)]
pub struct Why {
    /// The rule, a stable word.
    pub rule: &'static str,
    /// The rule in a sentence.
    pub says: &'static str,
    /// What it counts from, if anything.
    pub anchor: String,
    /// What else it may mean.
    pub alternatives: Arc<[String]>,
}

impl Mention {
    /// What it names.
    pub fn kind(&self) -> MentionKind {
        match self.value {
            Value::Date(_) => MentionKind::Date,
            Value::Actor(_) => MentionKind::Actor,
            Value::Place(_) => MentionKind::Place,
            Value::Figure(_) => MentionKind::Figure,
            Value::Attribution(_) => MentionKind::Attribution,
        }
    }
}
