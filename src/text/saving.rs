//! The texts of "Save this selection as a fieldbook".

use super::plural::Forms;

/// Texts of the dialog.
pub struct SavingWords {
    /// Opens the dialog, and its heading.
    pub title: &'static str,
    /// What will be saved: "{} statement(s) …".
    pub holds: Forms,
    /// The choice: how much of the reports.
    pub reports: &'static str,
    /// All of their text.
    pub whole: &'static str,
    /// Only what is quoted.
    pub quoted: &'static str,
    /// Label of the title's field.
    pub name: &'static str,
    /// What another title does.
    pub name_is: &'static str,
    /// Label of the file name's field.
    pub file: &'static str,
    /// Does it.
    pub save: &'static str,
    /// While it is made.
    pub saving: &'static str,
    /// Once it is saved.
    pub saved: &'static str,
    /// "It could not be saved: {}".
    pub failed: &'static str,
    /// On a hosted page: what it loads.
    pub loads: &'static str,
}
