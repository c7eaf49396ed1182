//! English.

mod choosing;
mod figuring;
mod pictures;

mod reading;
mod saving;
mod taking;

use super::plural::Forms;
use super::words::{DimensionWords, Shell, Words};

/// The texts.
pub const WORDS: Words = Words {
    since: "since {}",
    until: "until {}",
    about_date: "about {}",
    undated: "undated",
    none: "(none)",
    statements: Forms::two("{} statement", "{} statements"),
    reports: Forms::two("{} report", "{} reports"),
    speakers: Forms::two("{} speaker", "{} speakers"),
    match_counts: "({} match, {} may match)",
    matches: "match",
    may_match: "may match",
    counts_spoken: "{} match, {} may match",
    why: "Why?",
    close: "Close",
    unreviewed: "",
    shell: Shell {
        skip: "Skip to the list",
        skip_filters: "Skip to the filters",
        skip_views: "Skip to the views",
        language: "Language",
        copy_link: "Copy link",
        copied: "Link copied",
        copy_failed: "The browser does not allow copying; copy the address instead",
        about: "About",
        list: "List",
        filters: "Filters",
        filters_with: "Filters · {}",
        map: "Map",
        table: "Table",
        more: "More",
        cannot_open: "This fieldbook cannot be opened",
        no_corpus: "This page carries no corpus. Build one with “fieldbook build”.",
        coming: "Loading…",
        missing: "This part of the page could not be loaded. What you see beside it is complete.",
        again: "Try again",
        period: "Period covered",
        edition: "edition of {}",
    },
    dimension: DimensionWords {
        date: "Dates",
        actor: "Actors",
        speaker: "Said by",
        place: "Places",
        kind: "Kinds",
        source: "Sources",
        text: "Search",
    },
    header: choosing::HEADER,
    sentence: choosing::SENTENCE,
    facets: choosing::FACETS,
    take: taking::TAKE,
    reading: reading::WORDS,
    pictures: pictures::WORDS,
    saving: saving::SAVING,
    figuring: figuring::WORDS,
};
