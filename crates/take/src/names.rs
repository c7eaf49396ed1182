//! What exports call the answers, roles, levels and other values that are one of a few.

use index::{ActorKind, How, Level, Made, Precision, Report, Role};
use query::Answer;

/// What an answer is called.
pub fn answer_name(answer: Answer) -> &'static str {
    match answer {
        Answer::Match => "match",
        Answer::MayMatch => "may match",
        Answer::No => "not in the selection",
    }
}

/// How a statement came to be.
pub fn made_name(made: Made) -> &'static str {
    match made {
        Made::Hand => "hand",
        Made::Machine => "machine",
        Made::Table => "table",
    }
}

/// How a value is known.
pub fn how_name(how: How) -> &'static str {
    match how {
        How::Stated => "stated",
        How::Resolved => "resolved",
        How::Carried => "carried",
        How::Inferred => "inferred",
        How::Computed => "computed",
        How::Coded => "coded",
        How::Unknown => "unknown",
    }
}

/// The part an actor plays.
pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::Initiator => "initiator",
        Role::Affected => "affected",
        Role::Speaker => "speaker",
        Role::Mentioned => "mentioned",
        Role::Relay => "relay",
    }
}

/// The role of a name; nothing where it is none's.
pub fn role_named(name: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role_name(*role) == name)
}

/// How precisely a place is known.
pub fn precision_name(precision: Precision) -> &'static str {
    match precision {
        Precision::Within => "within",
        Precision::Exact => "exact",
        Precision::Near => "near",
    }
}

/// How far down the tree a place stands.
pub fn level_name(level: Level) -> &'static str {
    match level {
        Level::Other => "other",
        Level::Country => "country",
        Level::Admin1 => "admin1",
        Level::Admin2 => "admin2",
        Level::Admin3 => "admin3",
        Level::Town => "town",
        Level::Site => "site",
        Level::Region => "region",
    }
}

/// Whether a report's words are the original's, a digest's, or a table's.
pub fn form_name(report: &Report) -> &'static str {
    match (report.digest, report.table) {
        (true, _) => "digest",
        (_, true) => "table",
        _ => "text",
    }
}

/// What an actor is.
pub fn actor_kind_name(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Other => "other",
        ActorKind::Person => "person",
        ActorKind::State => "state",
        ActorKind::Government => "government",
        ActorKind::Force => "force",
        ActorKind::Group => "group",
        ActorKind::Organization => "organization",
        ActorKind::Media => "media",
        ActorKind::Population => "population",
        ActorKind::Report => "report",
    }
}
