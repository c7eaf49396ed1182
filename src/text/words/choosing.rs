//! Texts of the panels in which a reader chooses: header, sentence, facets, bottom bar.

use crate::text::plural::Forms;

/// Texts of the header.
pub struct HeaderWords {
    /// Placeholder of the search box, with the number of statements in it: "Search {}".
    pub search_hint: &'static str,
    /// Opens the search box on a phone.
    pub open_search: &'static str,
    /// What the fieldbook holds, read out before the numbers.
    pub holds: &'static str,
    /// Name of the phone's bottom bar.
    pub bar: &'static str,
}

/// Texts of the sentence and what stands under it.
///
/// The clauses are joined by hand: each text has one `{}` for its values.
pub struct SentenceWords {
    /// Name of the panel.
    pub title: &'static str,
    /// Stands between two clauses.
    pub comma: &'static str,
    /// Stands between two values of one clause.
    pub or: &'static str,
    /// "in {}", of places.
    pub place: &'static str,
    /// "not in {}", of excluded places.
    pub not_place: &'static str,
    /// "about {}", of actors.
    pub actor: &'static str,
    /// "not about {}", of excluded actors.
    pub not_actor: &'static str,
    /// "as {}", of the actors' roles.
    pub role: &'static str,
    /// "said by {}".
    pub speaker: &'static str,
    /// "not said by {}".
    pub not_speaker: &'static str,
    /// "of kind {}".
    pub kind: &'static str,
    /// "not of kind {}".
    pub not_kind: &'static str,
    /// "from source {}".
    pub source: &'static str,
    /// "not from source {}".
    pub not_source: &'static str,
    /// "with the words {}".
    pub words: &'static str,
    /// Quotation marks around search words: "“{}”".
    pub quoted: &'static str,
    /// What was understood of the search words: "Understood as {}".
    pub understood: &'static str,
    /// Between two things that are both asked for.
    pub and: &'static str,
    /// Something that must not be there.
    pub without_words: &'static str,
    /// "{} in the text", by where the words must stand: text, title, actors, speakers, places, kinds, sources.
    pub in_field: [&'static str; 7],
    /// The rules of the search: beginnings, spellings, names, typos.
    pub rules: [&'static str; 4],
    /// Before the rules.
    pub found_by: &'static str,
    /// "Nowhere here: {}", of words.
    pub nowhere: &'static str,
    /// There were more words than are read.
    pub cut: &'static str,
    /// "“{}” for “{}” ({})": what stands there, what was asked for, and the rule.
    pub hit: &'static str,
    /// "between {}", of two dates.
    pub between: &'static str,
    /// "{} and {}": two dates.
    pub both_dates: &'static str,
    /// "on {}", of one day.
    pub on_day: &'static str,
    /// "in {}", of a month or a year.
    pub in_period: &'static str,
    /// "from {} on".
    pub from_on: &'static str,
    /// "until {}".
    pub until: &'static str,
    /// Of undated statements only: "without {}".
    pub without: &'static str,
    /// "a date", after [`SentenceWords::without`].
    pub a_date: &'static str,
    /// "a date or until {}", after [`SentenceWords::without`].
    pub a_date_or_until: &'static str,
    /// That what only may match is hidden: a clause of its own.
    pub matches_only: &'static str,
    /// "from {} of {} reports", by the second number.
    pub reports: Forms,
    /// Accessible name of the button that takes a value away: "Remove {}".
    pub remove: &'static str,
    /// Takes everything away.
    pub clear_all: &'static str,
    /// Brings back what was cleared.
    pub undo: &'static str,
    /// Before the ledger's numbers.
    pub not_shown: &'static str,
    /// Before the notes on what is shown.
    pub among_shown: &'static str,
    /// "{} outside" the selection.
    pub outside: Forms,
    /// "{} undated".
    pub undated: Forms,
    /// "{} without a place".
    pub unplaced: Forms,
    /// "{} without an actor".
    pub without_actor: Forms,
    /// "{} without coordinates".
    pub without_coordinates: Forms,
    /// "Showing {} outside the selection"; `{}` is the number with its unit.
    pub showing_outside: &'static str,
    /// Likewise, of undated ones.
    pub showing_undated: &'static str,
    /// Likewise, of those without a place.
    pub showing_unplaced: &'static str,
    /// Likewise, of those without an actor.
    pub showing_without_actor: &'static str,
    /// Likewise, of those without coordinates.
    pub showing_without_coordinates: &'static str,
    /// Ends the listing of a part of the ledger.
    pub back: &'static str,
    /// Name of the two ways in which clauses hold together.
    pub scope: &'static str,
    /// All clauses in one statement.
    pub scope_statement: &'static str,
    /// Each clause somewhere in the same report.
    pub scope_report: &'static str,
    /// Where nothing fits: what to do.
    pub nothing: &'static str,
    /// Where nothing fits and no single clause is to blame.
    pub nothing_at_all: &'static str,
    /// "without the places: {}"; first the dimension, then the count.
    pub loosen: &'static str,
    /// Names of the dimensions inside a text, in their order.
    pub clauses: [&'static str; 7],
    /// Of matches only: "with what may match: {}".
    pub loosen_matches_only: &'static str,
    /// Heads what was ignored in the address.
    pub complaints: &'static str,
    /// Says that search words are ignored, since the part of the page that searches could not be loaded.
    pub no_search: &'static str,
    /// The address was too long.
    pub too_long: &'static str,
    /// "“{}” is not known here".
    pub unknown_key: &'static str,
    /// "“{}” cannot be “{}”: {}", the last being what is expected.
    pub bad_value: &'static str,
    /// "this fieldbook has no “{}” for “{}”": the id, then the key.
    pub unknown_id: &'static str,
    /// Expected: a date.
    pub expect_date: &'static str,
    /// Expected: "one of {}".
    pub expect_one_of: &'static str,
    /// Expected: a number.
    pub expect_number: &'static str,
    /// Expected: an id, at most 200.
    pub expect_id: &'static str,
    /// "Trying {} as the publication date of {}".
    pub trial: &'static str,
    /// Ends the trial.
    pub stop_trial: &'static str,
}

/// Texts of the facets.
pub struct FacetWords {
    /// Name of the panel.
    pub title: &'static str,
    /// Label of the roles.
    pub role: &'static str,
    /// Any role.
    pub any_role: &'static str,
    /// The roles in the order of the address's ids: initiator, affected, speaker, mentioned, relay.
    pub roles: [&'static str; 5],
    /// The roles with what they mean, as options.
    pub role_options: [&'static str; 5],
    /// Excludes a value.
    pub exclude: &'static str,
    /// Accessible name of that button: "Exclude {}".
    pub exclude_value: &'static str,
    /// Search inside a group; `{}` is its name.
    pub find_in: &'static str,
    /// Nothing in the group has such a name.
    pub none_found: &'static str,
    /// "Show all {}".
    pub show_all: &'static str,
    /// "Show {} more".
    pub show_more: &'static str,
    /// Shows the first dozen again.
    pub show_fewer: &'static str,
    /// Beside a place that is a region.
    pub region: &'static str,
    /// "+": stands between what matches and what may match.
    pub plus: &'static str,
    /// Closes the sheet on a phone: "Show {}"; `{}` is the number with its unit.
    pub show_list: &'static str,
}
