//! Statements taken away from a fieldbook: for spreadsheets, for programs, for maps, and for footnotes.
//!
//! An export holds exactly the statements that are shown, in the order in which they are shown, each with its
//! answer: *match* or *may match*. All three formats write the same cells under the same names (`record.rs`), so
//! they cannot say different things:
//!
//! | format | form |
//! | --- | --- |
//! | [`Format::Csv`] | RFC 4180: commas, CRLF, quoted as needed; lists joined by `; ` |
//! | [`Format::JsonLines`] | one object a line, keys in a fixed order, lists as arrays |
//! | [`Format::GeoJson`] | RFC 7946: one feature a statement; `null` for a statement without a spot of its own |
//!
//! Most cells are for people and for other programs. Those whose names begin with `fieldbook_` hold the same by id
//! and without loss (`notation.rs`), for the compiler to read an export back into the same statements; the
//! notation is written and read here, so that the two cannot drift apart.
//!
//! A statement that stands "somewhere in" a country, a division or a region has no spot, and GeoJSON gives it none:
//! a map would draw the point of a label as if something had happened there. Its point stays among its properties.
//!
//! Exports are written piece by piece ([`Taking`]), so that a million statements need no more memory than they must, and can be stopped between two pieces. Citations of a view are in `cite.rs`.

#![forbid(unsafe_code)]

pub mod cell;
pub mod cite;
mod csv;
pub mod figure;
mod json;
mod names;
pub mod notation;
pub mod notebook;
mod parse;
mod record;
pub mod seen;
mod spot;
mod taking;

pub use cell::Cell;
pub use names::{
    actor_kind_name, answer_name, how_name, level_name, made_name, precision_name, role_name, role_named,
};
pub use record::{FORMAT, HEADER_BEGINS, NO_DATES, dates_shown};
pub use taking::{Format, Options, Taking, hash, short_hash};
