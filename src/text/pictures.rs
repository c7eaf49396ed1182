//! The texts of the pictures: the timeline, the map, and the table of statements.
//!
//! As in [`super::words`], `{}` is filled in by [`super::fill`].

use super::plural::Forms;

/// Texts of the pictures.
pub struct Pictures {
    /// The timeline.
    pub timeline: TimelineWords,
    /// The map.
    pub map: MapWords,
    /// Levels of places.
    pub levels: LevelWords,
    /// The table.
    pub table: TableWords,
    /// Accessible name of the tabs.
    pub views: &'static str,
}

/// Texts of the timeline.
pub struct TimelineWords {
    /// Accessible name of the section.
    pub title: &'static str,
    /// Label of the first day's field.
    pub from: &'static str,
    /// Label of the last day's field.
    pub to: &'static str,
    /// Accessible name of the brush's first handle.
    pub first_handle: &'static str,
    /// Accessible name of the brush's last handle.
    pub last_handle: &'static str,
    /// What the first handle stands on: "From {}".
    pub from_day: &'static str,
    /// What the last handle stands on: "To {}".
    pub to_day: &'static str,
    /// What the first handle stands on where nothing is chosen.
    pub from_open: &'static str,
    /// What the last handle stands on where nothing is chosen.
    pub to_open: &'static str,
    /// Accessible name of the publisher's ranges.
    pub presets: &'static str,
    /// Takes the dates away.
    pub all_dates: &'static str,
    /// Hides what only may match.
    pub matches_only: &'static str,
    /// Legend of the solid bars.
    pub solid: &'static str,
    /// Legend of the hatched bars.
    pub hatched: &'static str,
    /// Opens the table twin.
    pub as_table: &'static str,
    /// A row of the table twin: "{}: {}", the cell and its counts.
    pub cell: &'static str,
    /// Where the axis is broken: "no statement begins or ends until {}".
    pub quiet_until: &'static str,
    /// In place of the timeline where no statement has a date.
    pub no_dates: &'static str,
    /// A wrong date.
    pub not_a_date: &'static str,
    /// A date that the calendar does not have.
    pub no_such_day: &'static str,
    /// A year beyond what a corpus may hold.
    pub too_far: &'static str,
    /// An interval that ends before it begins.
    pub backwards: &'static str,
    /// The first day lies after the last.
    pub from_after_to: &'static str,
    /// What dates may be written, with examples.
    pub example: &'static str,
}

/// Texts of the map.
pub struct MapWords {
    /// Accessible name of the map.
    pub title: &'static str,
    /// How to move it by keyboard.
    pub keys: &'static str,
    /// Zooms in.
    pub zoom_in: &'static str,
    /// Zooms out.
    pub zoom_out: &'static str,
    /// Shows what was shown first.
    pub reset: &'static str,
    /// Chooses the places in view.
    pub only_in_view: &'static str,
    /// "{} places in view are too many to choose; zoom in to {} or fewer".
    pub too_many: &'static str,
    /// Said where no place is in view.
    pub none_in_view: &'static str,
    /// Heading of the places that have no spot on the map.
    pub somewhere_in: &'static str,
    /// Legend: at a point.
    pub at_point: &'static str,
    /// Legend: a town, the exact spot unknown.
    pub town: &'static str,
    /// Legend: somewhere in an area.
    pub in_area: &'static str,
    /// Legend: outside the selection.
    pub outside: &'static str,
    /// Opens the table twin.
    pub as_list: &'static str,
    /// "and {} more places; zoom in to see them".
    pub more: Forms,
    /// A cluster's name: "{} and {} more", a place and how many others.
    pub cluster: &'static str,
    /// A mark's name: "{}, {}: {}", place, level and counts.
    pub mark: &'static str,
    /// A mark outside the selection: "{}, {}: not in the selection".
    pub mark_outside: &'static str,
    /// What a cluster does when pressed: appended to its name.
    pub zooms: &'static str,
    /// Column: the place.
    pub place: &'static str,
    /// Column: what it is.
    pub level: &'static str,
    /// Column: how many.
    pub counts: &'static str,
    /// Before the border policy.
    pub borders: &'static str,
    /// Said where no place of the corpus can be drawn.
    pub nothing: &'static str,
}

/// What a place is.
pub struct LevelWords {
    /// Not said.
    pub other: &'static str,
    /// A country.
    pub country: &'static str,
    /// A first-order division.
    pub division: &'static str,
    /// A second-order division.
    pub district: &'static str,
    /// A third-order division.
    pub subdistrict: &'static str,
    /// A city, town or village.
    pub town: &'static str,
    /// A spot.
    pub site: &'static str,
    /// A named stretch of land.
    pub region: &'static str,
}

/// Texts of the table of statements.
pub struct TableWords {
    /// Accessible name of the table.
    pub title: &'static str,
    /// Column: when.
    pub date: &'static str,
    /// Column: the statement.
    pub statement: &'static str,
    /// Column: initiators.
    pub did_it: &'static str,
    /// Column: those affected.
    pub done_to: &'static str,
    /// Column: speakers.
    pub says_so: &'static str,
    /// Column: places.
    pub place: &'static str,
    /// Column: kinds.
    pub kind: &'static str,
    /// Column: figures.
    pub figures: &'static str,
    /// Column: the report.
    pub report: &'static str,
    /// Column: match or may match.
    pub answer: &'static str,
    /// Where the answer is neither: the statement stands outside the selection.
    pub outside: &'static str,
    /// Accessible name of the pager.
    pub pages: &'static str,
    /// "{} to {} of {}".
    pub range: &'static str,
    /// The report speaks in its own voice.
    pub report_itself: &'static str,
}
