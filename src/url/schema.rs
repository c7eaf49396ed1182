//! The keys of the fragment and what each holds.

/// What the reader chose, in the corpus's stable ids: the page's whole restorable state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Earliest day (EDTF as typed), `none` for undated statements only, or empty.
    pub from: String,
    /// Latest day (EDTF as typed), or empty.
    pub to: String,
    /// Which date the two ask for: `published`, when the report was; empty: when it happened.
    pub axis: String,
    /// Actors.
    pub actor: Values,
    /// Roles in which the actors count; empty: any.
    pub role: Vec<String>,
    /// Who says so.
    pub speaker: Values,
    /// Places.
    pub place: Values,
    /// Kinds.
    pub kind: Values,
    /// Publishers.
    pub source: Values,
    /// Search words, in the language of `query::search`.
    pub q: String,
    /// Rules of the search that are switched off: `beginnings`, `spellings`, `names`, `typos`.
    pub off: Vec<String>,
    /// Hides what only may match.
    pub matches_only: bool,
    /// `report` lets clauses be met anywhere in the same report; empty: in one statement.
    pub scope: String,
    /// The ledger part shown instead of the selection: `outside`, `undated`, `unplaced`, `without-actor`.
    pub show: String,
    /// What is listed instead of the selection: the statements behind a number, by the name that its panel gives it;
    /// empty: the selection.
    pub behind: String,
    /// The one measure whose figures are shown; empty: all.
    pub measure: String,
    /// By what figures are grouped: `actor`, `place`, `kind`, `year`; empty: by who says so alone.
    pub by: String,
    /// Columns of the matrix: `place`; empty: those to whom it was done.
    pub across: String,
    /// The selection compared with, as a fragment of its own; empty: none yet.
    pub versus: String,
    /// The open tab: `map`, `table`, `matrix`, `figures`, `accounts`, `compare`; empty: the default.
    pub view: String,
    /// How the list is sorted: `date`, `place`, `kind`, `relevance`; empty: by date.
    pub sort: String,
    /// Page of the list, from 1; 0 and 1 are the first.
    pub page: u32,
    /// The open report.
    pub report: String,
    /// The open statement.
    pub statement: String,
    /// Interface language; empty: the browser's.
    pub lang: String,
    /// Of a link: the hash of the corpus that it was made on, as many digits as it gives; else empty.
    pub corpus: String,
    /// Of a link: what it showed there, "match.may match"; else empty.
    pub n: String,
}

/// Chosen and excluded values of one dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    /// Chosen ids, `none` for a missing value.
    pub chosen: Vec<String>,
    /// Excluded ids.
    pub excluded: Vec<String>,
}

impl Values {
    /// Whether nothing is chosen and nothing excluded.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty() && self.excluded.is_empty()
    }
}

/// A key of the fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// See [`Address::from`].
    From,
    /// See [`Address::to`].
    To,
    /// See [`Address::axis`].
    Axis,
    /// See [`Address::actor`].
    Actor,
    /// See [`Address::actor`].
    NotActor,
    /// See [`Address::role`].
    Role,
    /// See [`Address::speaker`].
    Speaker,
    /// See [`Address::speaker`].
    NotSpeaker,
    /// See [`Address::place`].
    Place,
    /// See [`Address::place`].
    NotPlace,
    /// See [`Address::kind`].
    Kind,
    /// See [`Address::kind`].
    NotKind,
    /// See [`Address::source`].
    Source,
    /// See [`Address::source`].
    NotSource,
    /// See [`Address::q`].
    Q,
    /// See [`Address::off`].
    Off,
    /// See [`Address::matches_only`].
    MatchesOnly,
    /// See [`Address::scope`].
    Scope,
    /// See [`Address::show`].
    Show,
    /// See [`Address::behind`].
    Behind,
    /// See [`Address::measure`].
    Measure,
    /// See [`Address::by`].
    By,
    /// See [`Address::across`].
    Across,
    /// See [`Address::versus`].
    Versus,
    /// See [`Address::view`].
    View,
    /// See [`Address::sort`].
    Sort,
    /// See [`Address::page`].
    Page,
    /// See [`Address::report`].
    Report,
    /// See [`Address::statement`].
    Statement,
    /// See [`Address::lang`].
    Lang,
    /// See [`Address::corpus`].
    Corpus,
    /// See [`Address::n`].
    N,
}

impl Key {
    /// Every key with its name, in the order in which a fragment lists them.
    pub const ALL: [(Self, &'static str); 32] = [
        (Self::From, "from"),
        (Self::To, "to"),
        (Self::Axis, "axis"),
        (Self::Actor, "actor"),
        (Self::NotActor, "not-actor"),
        (Self::Role, "role"),
        (Self::Speaker, "speaker"),
        (Self::NotSpeaker, "not-speaker"),
        (Self::Place, "place"),
        (Self::NotPlace, "not-place"),
        (Self::Kind, "kind"),
        (Self::NotKind, "not-kind"),
        (Self::Source, "source"),
        (Self::NotSource, "not-source"),
        (Self::Q, "q"),
        (Self::Off, "off"),
        (Self::MatchesOnly, "matches-only"),
        (Self::Scope, "scope"),
        (Self::Show, "show"),
        (Self::Behind, "behind"),
        (Self::Measure, "measure"),
        (Self::By, "by"),
        (Self::Across, "across"),
        (Self::Versus, "versus"),
        (Self::View, "view"),
        (Self::Sort, "sort"),
        (Self::Page, "page"),
        (Self::Report, "report"),
        (Self::Statement, "statement"),
        (Self::Lang, "lang"),
        (Self::Corpus, "corpus"),
        (Self::N, "n"),
    ];
}
