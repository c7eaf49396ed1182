//! The texts of the panels that are read: the list of statements, the report, and "About this fieldbook".
//!
//! As in [`super::words`], `{}` is filled in by [`super::fill`].

use super::plural::Forms;

/// Texts of the list, the report and the page about the fieldbook.
pub struct Reading {
    /// The list of statements.
    pub statements: StatementsWords,
    /// Figures.
    pub figures: FigureWords,
    /// Why a statement only may match.
    pub reasons: ReasonWords,
    /// The report.
    pub reader: ReaderWords,
    /// How a value was made.
    pub why: WhyWords,
    /// Date rules.
    pub rules: RuleWords,
    /// Trying another publication date.
    pub trial: TrialWords,
    /// "About this fieldbook".
    pub about: AboutWords,
}

/// Texts of the list of statements.
pub struct StatementsWords {
    /// Accessible name of the list.
    pub list: &'static str,
    /// Label of the sort control.
    pub sort: &'static str,
    /// Sorted by date.
    pub by_date: &'static str,
    /// Sorted by place.
    pub by_place: &'static str,
    /// Sorted by kind.
    pub by_kind: &'static str,
    /// Accessible name of the pager.
    pub pages: &'static str,
    /// Turns to the page before.
    pub previous: &'static str,
    /// Turns to the next page.
    pub next: &'static str,
    /// "page {} of {}".
    pub page: &'static str,
    /// Shown where the list is empty.
    pub empty: &'static str,
    /// Between alternatives: "{} or {}".
    pub or: &'static str,
    /// Between values stated together.
    pub comma: &'static str,
    /// "initiator unnamed", the label.
    pub initiator: &'static str,
    /// The emphasized word after the label: nobody is named.
    pub unnamed: &'static str,
    /// Before those to whom something was done.
    pub affected: &'static str,
    /// "says {}", the speaker.
    pub says: &'static str,
    /// Where the report speaks in its own voice.
    pub says_report: &'static str,
    /// Where the report names no speaker.
    pub says_unnamed: &'static str,
    /// Marks a statement read by machine.
    pub machine: &'static str,
    /// Marks words taken from a digest.
    pub digest: &'static str,
    /// Quotation marks around the source's words.
    pub quoted: &'static str,
    /// A place within others: "{}, {}", the narrower first.
    pub within: &'static str,
    /// A statement that has neither words nor actors.
    pub no_words: &'static str,
}

/// Texts for figures; each measure takes the number.
pub struct FigureWords {
    /// "{} killed".
    pub killed: &'static str,
    /// "{} injured".
    pub injured: &'static str,
    /// "{} displaced".
    pub displaced: &'static str,
    /// "{} refugees".
    pub refugees: &'static str,
    /// "{} residents".
    pub residents: &'static str,
    /// "{} detained".
    pub detained: &'static str,
    /// "{} missing".
    pub missing: &'static str,
    /// Another measure, which the source's words name: "{}".
    pub other: &'static str,
    /// The least it can be.
    pub at_least: &'static str,
    /// The most it can be.
    pub at_most: &'static str,
    /// Rounded by the source.
    pub about: &'static str,
    /// A little under.
    pub nearly: &'static str,
    /// A range: "{}–{}".
    pub range: &'static str,
    /// The best estimate and its range: "{} ({}–{})".
    pub best_in_range: &'static str,
    /// Before parts: "of them {}".
    pub of_them: &'static str,
    /// A part of a whole in another statement: "part of {}".
    pub part_of: &'static str,
    /// Marks a figure computed by us.
    pub computed: &'static str,
    /// A part by whom it counts: number and population, or population and number.
    pub part: &'static str,
    /// Whether the population comes first in [`FigureWords::part`].
    pub part_population_first: bool,
    /// The period covered: "over {}".
    pub over: &'static str,
    /// Marks a figure as given by the source.
    pub stated: &'static str,
}

/// Why a statement only may match.
pub struct ReasonWords {
    /// Begins before the dates chosen.
    pub before: &'static str,
    /// Ends after the dates chosen.
    pub after: &'static str,
    /// Begins before and ends after them.
    pub both: &'static str,
    /// The source doubts or rounds the date.
    pub qualified: &'static str,
    /// "{} is wider than the place chosen".
    pub wider: &'static str,
    /// "{} is a region that reaches beyond the place chosen".
    pub region: &'static str,
    /// The source leaves open who it was.
    pub who: &'static str,
    /// The source leaves open who says so.
    pub who_says: &'static str,
    /// The source leaves open where.
    pub place: &'static str,
    /// The source leaves it open between alternatives.
    pub alternatives: &'static str,
    /// Nobody is named, so the excluded actor cannot be ruled out.
    pub unnamed: &'static str,
    /// There is no value, so the excluded one cannot be ruled out.
    pub missing: &'static str,
    /// The excluded value cannot be ruled out: "{}" is why.
    pub excluded: &'static str,
    /// Joins two reasons: "{}, and {}".
    pub and: &'static str,
    /// The first words: "may match: {}" has this between mark and reasons.
    pub because: &'static str,
}

/// Texts of the report panel.
pub struct ReaderWords {
    /// Accessible name of the region, and its small heading.
    pub report: &'static str,
    /// Small heading where a table's row is open.
    pub record: &'static str,
    /// Shown where nothing is open.
    pub empty: &'static str,
    /// Above the list of reports where nothing is open.
    pub reports: &'static str,
    /// Where the publisher is not known.
    pub no_publisher: &'static str,
    /// Where the publication date is not known.
    pub no_date: &'static str,
    /// A weekday and no more: "a {}".
    pub a_weekday: &'static str,
    /// A day or the days just after: "{} or just after".
    pub or_just_after: &'static str,
    /// Marks the text as a digest.
    pub digest: &'static str,
    /// What a digest is.
    pub not_original: &'static str,
    /// Read out before a paragraph's number.
    pub paragraph: &'static str,
    /// Says that a paragraph is a caption.
    pub caption: &'static str,
    /// "mention {} of {}".
    pub mention_of: &'static str,
    /// "statement {} of {}".
    pub statement_of: &'static str,
    /// Steps back.
    pub previous: &'static str,
    /// Steps on.
    pub next: &'static str,
    /// Draws or silences the underlines.
    pub underlines: &'static str,
    /// What each underline stands for, in the order date, actor, place, figure, attribution.
    pub kinds: [&'static str; 5],
    /// Copies the address of this statement.
    pub copy_link: &'static str,
    /// Copies the quoted words with their source.
    pub copy_quote: &'static str,
    /// Said after copying a quote.
    pub quote_copied: &'static str,
    /// Above the reports' fields: author.
    pub author: &'static str,
    /// The original's address.
    pub original: &'static str,
    /// An archived copy.
    pub archive: &'static str,
    /// Licence of the original.
    pub licence: &'static str,
    /// SHA-256 of the original.
    pub sha256: &'static str,
    /// How to cite.
    pub citation: &'static str,
    /// When the copy was made.
    pub captured: &'static str,
    /// Opens the source's particulars.
    pub source: &'static str,
    /// Other statements of the same event.
    pub siblings: Forms,
    /// Says who did it.
    pub did_it: &'static str,
    /// Says who says so.
    pub says_so: &'static str,
    /// Says who reports it.
    pub reports_it: &'static str,
    /// Nobody did it: something was said or is so.
    pub nobody: &'static str,
    /// The report speaks in its own voice.
    pub report_itself: &'static str,
    /// Where the speaker is not known.
    pub not_known: &'static str,
    /// Labels of a record's rows.
    pub record_rows: RecordWords,
}

/// Labels of the rows of a table's record.
pub struct RecordWords {
    /// When.
    pub date: &'static str,
    /// Who did it.
    pub initiator: &'static str,
    /// To whom.
    pub affected: &'static str,
    /// Who is named besides.
    pub mentioned: &'static str,
    /// Who says so.
    pub speaker: &'static str,
    /// Where.
    pub place: &'static str,
    /// What kind.
    pub kind: &'static str,
    /// How many.
    pub figures: &'static str,
    /// Publishers.
    pub source: &'static str,
    /// The source's own words.
    pub headline: &'static str,
    /// How it was made.
    pub made: &'static str,
    /// Coded in a table.
    pub in_table: &'static str,
    /// The row's id.
    pub id: &'static str,
}

/// How a value was made.
pub struct WhyWords {
    /// "Why {}?".
    pub why: &'static str,
    /// "Why these actors?".
    pub actor: &'static str,
    /// "Why this speaker?".
    pub speaker: &'static str,
    /// "Why this kind?".
    pub kind: &'static str,
    /// "Why these figures?".
    pub figure: &'static str,
    /// "Why no date?".
    pub no_date: &'static str,
    /// "Why no place?".
    pub no_place: &'static str,
    /// Stated.
    pub stated: &'static str,
    /// Resolved.
    pub resolved: &'static str,
    /// Carried over.
    pub carried: &'static str,
    /// Inferred.
    pub inferred: &'static str,
    /// Computed.
    pub computed: &'static str,
    /// Coded in a table.
    pub coded: &'static str,
    /// Not known.
    pub unknown: &'static str,
    /// The words and how they were taken: "“{}”: {}".
    pub words_are: &'static str,
}

/// Date rules in words.
pub struct RuleWords {
    /// The publication day.
    pub published: &'static str,
    /// The day that relative words count from.
    pub anchor: &'static str,
    /// "the last {} before {}".
    pub weekday_before: &'static str,
    /// "the last {} on or before {}".
    pub weekday_on: &'static str,
    /// The day before: "{}".
    pub day_before: &'static str,
    /// The day after: "{}".
    pub day_after: &'static str,
    /// Some days before: number, then "{}".
    pub days_before: Forms,
    /// Some days after.
    pub days_after: Forms,
    /// "from {} to {}".
    pub from_to: &'static str,
    /// A value in brackets: "{} ({})".
    pub valued: &'static str,
    /// "{}, {}": a weekday and its date.
    pub weekday_date: &'static str,
    /// The rule as a sentence: "That is {}".
    pub that_is: &'static str,
    /// What relative words count from: "The report counts from {}".
    pub counts_from: &'static str,
    /// Weekdays, Monday first.
    pub weekdays: [&'static str; 7],
    /// Where what it counts from is not known.
    pub not_known: &'static str,
}

/// Trying another publication date.
pub struct TrialWords {
    /// Opens the form.
    pub open: &'static str,
    /// The field's label.
    pub label: &'static str,
    /// What may be typed.
    pub hint: &'static str,
    /// Tries the date.
    pub submit: &'static str,
    /// Puts the real date back.
    pub stop: &'static str,
    /// Beside the field where the text is no date.
    pub wrong: &'static str,
    /// Marks a date that is being tried.
    pub tried: &'static str,
    /// How many dates move.
    pub moves: Forms,
    /// Where none moves.
    pub none: &'static str,
    /// "{} instead of {}", new and old.
    pub instead: &'static str,
}

/// "About this fieldbook".
pub struct AboutWords {
    /// Heading.
    pub title: &'static str,
    /// Heading: what it holds.
    pub holds: &'static str,
    /// Heading: how values were made.
    pub made: &'static str,
    /// Heading: reading match and may match.
    pub matching: &'static str,
    /// What *match* means.
    pub matching_is: &'static str,
    /// What *may match* means.
    pub may_match_is: &'static str,
    /// What the ledger does.
    pub ledger_is: &'static str,
    /// Heading: licences.
    pub licences: &'static str,
    /// Heading: this page.
    pub page: &'static str,
    /// Heading: keyboard.
    pub keyboard: &'static str,
    /// Period covered.
    pub period: &'static str,
    /// Places.
    pub places: &'static str,
    /// Languages of the reports.
    pub languages: &'static str,
    /// Undated.
    pub undated: &'static str,
    /// Without a place.
    pub unplaced: &'static str,
    /// Reports.
    pub reports: &'static str,
    /// Statements.
    pub statements: &'static str,
    /// How they were made.
    pub by: &'static str,
    /// Coded by hand.
    pub by_hand: &'static str,
    /// Read by machine.
    pub by_machine: &'static str,
    /// Rows of a table.
    pub by_table: &'static str,
    /// Who coded.
    pub coders: &'static str,
    /// Rows left out.
    pub left_out: &'static str,
    /// Opens the diagnostics.
    pub diagnostics: Forms,
    /// Licence.
    pub licence: &'static str,
    /// Attribution of the map.
    pub map: &'static str,
    /// Border policy.
    pub borders: &'static str,
    /// Hash of the corpus.
    pub hash: &'static str,
    /// Edition.
    pub edition: &'static str,
    /// Policy in force.
    pub policy: &'static str,
    /// Where the page states no policy.
    pub no_policy: &'static str,
    /// Requests made since it was loaded.
    pub requests: &'static str,
    /// What that number means.
    pub requests_is: &'static str,
    /// Keys and what they do.
    pub keys: &'static [(&'static str, &'static str)],
}
