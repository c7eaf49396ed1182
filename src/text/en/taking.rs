//! English of what a reader takes away.

use crate::text::plural::Forms;
use crate::text::words::TakeWords;
use take::cite::CiteWords;

/// The texts.
pub const TAKE: TakeWords = TakeWords {
    export: "Export",
    holds: "{}, in the order shown",
    nothing: "Nothing is shown, so there is nothing to export. Loosen a clause first.",
    trial: "You are trying another publication date. Stop that first, so that the file says what the sources say.",
    format: "Form",
    guard: "Put an apostrophe before texts that a spreadsheet would take for formulas; numbers stay as they are",
    mark: "Begin with a byte order mark, which Excel needs",
    save: "Save file",
    cancel: "Cancel",
    progress: "{} of {} written",
    saved: "Saved as {}",
    cancelled: "Cancelled; nothing was saved",
    cite: "Cite this view",
    copy: "Copy citation",
    copied: "Citation copied",
    pictures: "Pictures and paper",
    no_picture: "This picture is not on the screen; open its tab first",
    print: "Print",
    notebook: "Your views and notes",
    notebook_hint: "They live in this page only, until you save them to a file.",
    view_name: "Name of this view",
    too_many: "This view shows more than 20,000 statements; narrow it before you keep it",
    keep: "Keep this view",
    open_view: "Open {}",
    remove: "Remove {}",
    view_note: "Note on {}",
    statement_note: "Note on the open statement",
    save_notebook: "Save views and notes",
    open_notebook: "Open views and notes",
    then_now: "Kept with {}; now {}",
    same: "Unchanged since it was kept",
    seen_other: "This link was made on another version of this fieldbook, where it showed {}. Here it shows {}.",
    seen_same: "This link says that it showed {}, but on this same version it shows {}. It may have been altered.",
    formats: ["CSV, for spreadsheets", "JSON Lines, for programs", "GeoJSON, for maps"],
    styles: ["Plain", "BibTeX", "RIS"],
    picture_names: ["Timeline as SVG", "Timeline as PNG", "Map as SVG", "Map as PNG"],
    faults: [
        "The file is too large to be a notebook",
        "The file is no notebook of views and notes",
        "The file was written by a later version of this page",
        "The file was damaged or altered after it was saved",
    ],
    digests: Forms::two(
        "{} of them quotes a digest, and is marked so",
        "{} of them quote a digest, and are marked so",
    ),
    added: Forms::two("{} added", "{} added"),
    removed: Forms::two("{} removed", "{} removed"),
    changed: Forms::two("{} changed", "{} changed"),
    citation: CiteWords::ENGLISH,
};
