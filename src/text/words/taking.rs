//! Texts of what a reader takes away: exports, citations, pictures, views and notes.

use crate::text::plural::Forms;
use take::cite::CiteWords;

/// Texts of "Export".
pub struct TakeWords {
    /// The button, and the dialog's heading.
    pub export: &'static str,
    /// "{}, in the order shown"; `{}` is the number with its counts.
    pub holds: &'static str,
    /// Where nothing is shown.
    pub nothing: &'static str,
    /// Where another publication date is being tried.
    pub trial: &'static str,
    /// Heads the forms of a file.
    pub format: &'static str,
    /// CSV: guards texts against formulas.
    pub guard: &'static str,
    /// CSV: begins with a byte order mark.
    pub mark: &'static str,
    /// Saves the file.
    pub save: &'static str,
    /// Stops an export.
    pub cancel: &'static str,
    /// "{} of {} written".
    pub progress: &'static str,
    /// After saving: "Saved as {}".
    pub saved: &'static str,
    /// After stopping.
    pub cancelled: &'static str,
    /// Where the browser does not let the page save.
    pub refused: &'static str,
    /// Heads the citation.
    pub cite: &'static str,
    /// Copies the citation.
    pub copy: &'static str,
    /// Said after copying the citation.
    pub copied: &'static str,
    /// Heads the pictures.
    pub pictures: &'static str,
    /// Where a picture is not on the screen.
    pub no_picture: &'static str,
    /// Prints the report.
    pub print: &'static str,
    /// Heads the reader's views and notes.
    pub notebook: &'static str,
    /// Where they are kept.
    pub notebook_hint: &'static str,
    /// Label of a new view's name.
    pub view_name: &'static str,
    /// Where a view shows more statements than a notebook keeps.
    pub too_many: &'static str,
    /// Keeps the view.
    pub keep: &'static str,
    /// Opens a kept view: "Open {}".
    pub open_view: &'static str,
    /// Removes a kept view: "Remove {}".
    pub remove: &'static str,
    /// Label of the note on a view: "Note on {}".
    pub view_note: &'static str,
    /// Label of the note on the open statement.
    pub statement_note: &'static str,
    /// Beside a statement: "Your note: {}".
    pub your_note: &'static str,
    /// Saves views and notes.
    pub save_notebook: &'static str,
    /// Label of the field that opens a file of views and notes.
    pub open_notebook: &'static str,
    /// "Kept with {}; now {}".
    pub then_now: &'static str,
    /// Where nothing has changed since.
    pub same: &'static str,
    /// A link of another version of the corpus: "… showed {}. Here it shows {}".
    pub seen_other: &'static str,
    /// A link whose numbers differ on the same corpus.
    pub seen_same: &'static str,
    /// The forms, in the order of [`take::Format::ALL`].
    pub formats: [&'static str; 3],
    /// The styles of citations, in the order of [`take::cite::Style::ALL`].
    pub styles: [&'static str; 3],
    /// Saves a picture: the timeline and the map, each as SVG and as PNG.
    pub picture_names: [&'static str; 4],
    /// Why a file is no notebook: too large, something else, of a later version, damaged.
    pub faults: [&'static str; 4],
    /// "{} of them quote a digest".
    pub digests: Forms,
    /// "{} added".
    pub added: Forms,
    /// "{} removed".
    pub removed: Forms,
    /// "{} changed".
    pub changed: Forms,
    /// Words of citations.
    pub citation: CiteWords,
}
