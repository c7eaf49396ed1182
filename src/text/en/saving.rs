//! English: "Save this selection as a fieldbook".

use crate::text::plural::Forms;
use crate::text::saving::SavingWords;

/// The texts.
pub const SAVING: SavingWords = SavingWords {
    title: "Save this selection as a fieldbook",
    holds: Forms::two(
        "One HTML file with {} statement, matching or possibly matching, and all that it needs.",
        "One HTML file with {} statements, matching or possibly matching, and all that they need.",
    ),
    reports: "Of their reports",
    whole: "the whole text",
    quoted: "only the passages they quote",
    name: "Title",
    name_is: "Another title takes the place of title and description.",
    file: "File name",
    save: "Save",
    saving: "Making the file…",
    saved: "Saved. It opens from disk, without a network.",
    failed: "It could not be saved: {}",
    loads: "This loads the fieldbook’s own files once more from this site.",
};
