//! Every word of the maker, per language: one field each, so that a language which lacks one does not compile.
//! Numbers, plural forms and the languages themselves are the reader's own ([`app::text`]).
//!
//! Diagnostics come from the compiler and are in English; so does the command.

mod ar;
mod en;
mod tr;

use app::text::Lang;
use app::text::plural::Forms;

/// All texts. `{}` is filled in by [`app::text::fill`].
pub struct Words {
    /// The page's title.
    pub title: &'static str,
    /// What the page does, and that nothing leaves the device.
    pub lead: &'static str,
    /// Language menu.
    pub language: &'static str,
    /// Says that no native speaker has reviewed the translation.
    pub unreviewed: &'static str,
    /// Heading: files.
    pub files: &'static str,
    /// Over the drop zone.
    pub drop: &'static str,
    /// Button: choose files.
    pub choose_files: &'static str,
    /// Button: choose a folder.
    pub choose_folder: &'static str,
    /// What files may be.
    pub kinds: &'static str,
    /// "{} file(s) chosen".
    pub chosen: Forms,
    /// Button: begin anew.
    pub start_over: &'static str,
    /// "Reading {} ({} of {})".
    pub reading: &'static str,
    /// While the worker starts.
    pub starting: &'static str,
    /// While compiling.
    pub compiling: &'static str,
    /// While packing.
    pub packing: &'static str,
    /// While looking for the file that stopped the compiler.
    pub searching: &'static str,
    /// Button: cancel.
    pub cancel: &'static str,
    /// After a cancellation.
    pub canceled: &'static str,
    /// Heading: files that were refused.
    pub refused: &'static str,
    /// A file stopped its reader: "(…)".
    pub killed: &'static str,
    /// A file took longer than "{}" seconds.
    pub too_long: &'static str,
    /// Something else went wrong: "{}".
    pub failed: &'static str,
    /// Heading: what was recognized.
    pub found: &'static str,
    /// "{} statement(s)".
    pub statements: Forms,
    /// "from {} report(s)".
    pub reports: Forms,
    /// "{} left out".
    pub left_out: Forms,
    /// "{} to {}".
    pub period: &'static str,
    /// Label of the title's field.
    pub name: &'static str,
    /// Where settings give the title.
    pub titled: &'static str,
    /// Heading: tables.
    pub tables: &'static str,
    /// Heads of the list of tables.
    pub table_heads: [&'static str; 6],
    /// How a table's columns are known.
    pub forms: FormWords,
    /// "{} – {} – {}": low, best, high deaths.
    pub deaths: &'static str,
    /// Opens the mapping of a table: "Columns of {}".
    pub mapping: &'static str,
    /// What the mapping is for.
    pub mapping_is: &'static str,
    /// The option for no column.
    pub no_column: &'static str,
    /// The names of the fields of [`crate::mapping::FIELDS`].
    pub fields: [&'static str; 21],
    /// Label of the mapping as text.
    pub mapping_text: &'static str,
    /// Button: save the settings.
    pub save_settings: &'static str,
    /// Heading: reports.
    pub texts: &'static str,
    /// Heads of the list of reports.
    pub text_heads: [&'static str; 4],
    /// Label: publisher of "{}".
    pub publisher_of: &'static str,
    /// Label: day of publication of "{}".
    pub published_of: &'static str,
    /// Where no day is known.
    pub undated: &'static str,
    /// "and {} more".
    pub more: Forms,
    /// Paragraphs left out of reading.
    pub furniture: Forms,
    /// Heading: diagnostics, "{} error(s)" and so on.
    pub findings: &'static str,
    /// Errors.
    pub errors: Forms,
    /// Warnings.
    pub warnings: Forms,
    /// Notes.
    pub notes: Forms,
    /// The three severities, one by one.
    pub severities: [&'static str; 3],
    /// "line {}".
    pub line: &'static str,
    /// Nothing is wrong.
    pub sound: &'static str,
    /// Heads the care for people named.
    pub care: &'static str,
    /// Switch: private persons are left out.
    pub care_private: &'static str,
    /// Switch: graphic passages are veiled.
    pub care_veil: &'static str,
    /// Menu: how fine coordinates may be.
    pub care_coordinates: &'static str,
    /// Its choices, the finest first.
    pub care_levels: [&'static str; 4],
    /// Heading: before you pass it on.
    pub cautions: &'static str,
    /// ACLED.
    pub acled: &'static str,
    /// Full texts.
    pub closed_texts: Forms,
    /// Private persons.
    pub persons: Forms,
    /// Label: I have considered this.
    pub considered: &'static str,
    /// Button: open.
    pub open: &'static str,
    /// Button: save.
    pub save: &'static str,
    /// Name of the frame that shows the fieldbook.
    pub frame: &'static str,
    /// Button: back from the frame.
    pub back: &'static str,
    /// After saving: "{}" and its size.
    pub saved: &'static str,
    /// Heading of the limits.
    pub limits: &'static str,
    /// The limits: size of a file, of all, count, unpacked, seconds.
    pub limits_are: &'static str,
}

/// How a table's columns are known.
pub struct FormWords {
    /// UCDP GED.
    pub ged: &'static str,
    /// ACLED.
    pub acled: &'static str,
    /// HXL.
    pub hxl: &'static str,
    /// A mapping.
    pub mapped: &'static str,
    /// A guess.
    pub guessed: &'static str,
    /// An export of a fieldbook.
    pub taken: &'static str,
    /// Not read.
    pub unread: &'static str,
}

/// The texts of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &en::WORDS,
        Lang::Ar => &ar::WORDS,
        Lang::Tr => &tr::WORDS,
    }
}
