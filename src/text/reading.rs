//! The texts of the panels that are read: the list of statements, the report, and "About this fieldbook".
//!
//! As in [`super::words`], `{}` is filled in by [`super::fill`].

use super::explaining::{AboutWords, RuleWords, TrialWords, WhyWords};
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
    /// Sorted by how well the search words fit.
    pub by_relevance: &'static str,
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
    /// Before those who are only mentioned.
    pub mentioned: &'static str,
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
    /// In place of a passage that the publisher veils.
    pub veiled: &'static str,
    /// Says that graphic passages are veiled.
    pub veil_note: &'static str,
    /// Shows them.
    pub unveil: &'static str,
    /// Veils them again.
    pub veil: &'static str,
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
    /// Who passes on what the speaker says.
    pub relay: &'static str,
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
