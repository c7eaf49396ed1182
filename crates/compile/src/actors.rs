//! `actors.csv`: who.

use crate::diagnostic::Diagnostics;
use crate::roster::{Head, Roster};
use crate::table::{Row, Table, shown};
use index::{Actor, ActorKind, NONE};

/// The table's name, as remedies give it.
pub(crate) const FILE: &str = "actors.csv";

const COLUMNS: [&str; 10] =
    ["id", "name", "name_lang", "names", "kind", "parent", "from", "to", "private", "note"];

/// Reads the table into the roster.
pub(crate) fn read(table: &Table, language: &str, roster: &mut Roster<Actor>, diagnostics: &mut Diagnostics) {
    table.check_columns(&COLUMNS, &["id", "name"], diagnostics);
    table.rows(diagnostics, |row, diagnostics| {
        let Some(head) = Head::of(row, language, diagnostics) else { return };
        let actor = Actor {
            id: head.id.clone(),
            names: head.names.clone(),
            kind: kind(row, diagnostics),
            parent: NONE,
            from_year: year(row, "from", diagnostics),
            to_year: year(row, "to", diagnostics),
            private: row.get("private").eq_ignore_ascii_case("yes"),
            note: row.get("note").to_owned(),
        };
        roster.list(head, actor, diagnostics);
    });
}

fn kind(row: &Row, diagnostics: &mut Diagnostics) -> ActorKind {
    match row.get("kind").to_lowercase().as_str() {
        "person" => ActorKind::Person,
        "state" => ActorKind::State,
        "government" => ActorKind::Government,
        "force" => ActorKind::Force,
        "group" => ActorKind::Group,
        "organization" | "organisation" => ActorKind::Organization,
        "media" => ActorKind::Media,
        "population" => ActorKind::Population,
        "report" => ActorKind::Report,
        "other" | "" => ActorKind::Other,
        unknown => {
            let what = format!("The kind “{}” is not known and is taken as other", shown(unknown));
            let remedy =
                "Write person, state, government, force, group, organization, media, population or other";
            diagnostics.error(&row.origin, what, remedy);
            ActorKind::Other
        }
    }
}

fn year(row: &Row, column: &str, diagnostics: &mut Diagnostics) -> Option<i32> {
    let text = row.get(column);
    let year = text.parse().ok().filter(|year| (-9999..=9999).contains(year));
    if year.is_none() && !text.is_empty() {
        let what = format!("“{}” in the column {column} is not a year, and is ignored", shown(text));
        diagnostics.error(&row.origin, what, "Write a year, such as 2012, or nothing");
    }
    year
}
