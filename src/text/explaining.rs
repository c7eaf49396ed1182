//! The texts that explain: how a value was made, what another date would change, what the fieldbook is.
//!
//! As in [`super::words`], `{}` is filled in by [`super::fill`].

use super::plural::Forms;

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
    /// Label of the switch for keys without Ctrl, Alt or the like.
    pub single_keys: &'static str,
    /// Heading and button: takes away what the browser keeps of the page.
    pub forget: &'static str,
    /// What that takes away, and what not.
    pub forget_is: &'static str,
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
    /// Link to the maker beside a hosted fieldbook.
    pub maker: &'static str,
    /// What following it costs.
    pub maker_is: &'static str,
    /// Keys and what they do.
    pub keys: &'static [(&'static str, &'static str)],
}
