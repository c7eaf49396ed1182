//! From the address's ids to the engine's selection.

use crate::url::{Address, Complaint, Values};
use index::date::parse_bounds;
use query::search::Off;
use query::{DateAxis, DateClause, Dimension, Engine, Scope, Selection, ValueClause};

/// The selection that an address asks for, and which of its ids the corpus does not have.
pub fn resolve(address: &Address, engine: &Engine) -> (Selection, Vec<Complaint>) {
    let mut complaints = Vec::new();
    let mut clause = |dimension: Dimension| {
        let Some((key, values)) = dimension_values(address, dimension) else { return ValueClause::default() };
        let mut known = |ids: &[String]| {
            let value = |id: &String| {
                let value = engine.value_named(dimension, id);
                if value.is_none() {
                    complaints.push(Complaint::UnknownId(key.to_owned(), id.clone()));
                }
                value
            };
            ids.iter().filter_map(value).collect()
        };
        ValueClause { chosen: known(&values.chosen), excluded: known(&values.excluded) }
    };
    let selection = Selection {
        date: date(address),
        axis: if address.axis == "published" { DateAxis::Published } else { DateAxis::Event },
        actor: clause(Dimension::Actor),
        roles: address.role.iter().filter_map(|role| take::role_named(role)).collect(),
        speaker: clause(Dimension::Speaker),
        place: clause(Dimension::Place),
        kind: clause(Dimension::Kind),
        source: clause(Dimension::Source),
        text: address.q.clone(),
        off: Off::of(address.off.iter().map(String::as_str)),
        matches_only: address.matches_only,
        scope: if address.scope == "report" { Scope::Report } else { Scope::Statement },
    };
    (selection, complaints)
}

/// The address's key and values of a dimension with a facet.
pub fn dimension_values(address: &Address, dimension: Dimension) -> Option<(&'static str, &Values)> {
    match dimension {
        Dimension::Actor => Some(("actor", &address.actor)),
        Dimension::Speaker => Some(("speaker", &address.speaker)),
        Dimension::Place => Some(("place", &address.place)),
        Dimension::Kind => Some(("kind", &address.kind)),
        Dimension::Source => Some(("source", &address.source)),
        Dimension::Date | Dimension::Text => None,
    }
}

fn date(address: &Address) -> DateClause {
    let bounds = |text: &str| parse_bounds(text).unwrap_or_default();
    DateClause {
        from: bounds(&address.from).from,
        to: bounds(&address.to).to,
        undated: address.from == "none",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::{Actor, Corpus, Day, NONE, Role};
    use query::Value;

    #[test]
    fn ids_become_values_and_unknown_ones_are_named() {
        let actor = Actor { id: "russia".into(), parent: NONE, ..Actor::default() };
        let engine = Engine::new(Corpus { actors: vec![actor], ..Corpus::default() });
        let (address, _) =
            crate::url::decode("actor=russia&actor=mars&not-actor=none&from=2019-12&to=2020&role=affected");
        let (selection, complaints) = resolve(&address, &engine);
        assert_eq!(selection.actor.chosen, [Value::Entry(0)]);
        assert_eq!(selection.actor.excluded, [Value::Missing]);
        assert_eq!(selection.date.from, Day::from_ymd(2019, 12, 1));
        assert_eq!(selection.date.to, Day::from_ymd(2020, 12, 31));
        assert_eq!(selection.roles, [Role::Affected]);
        assert_eq!(complaints, [Complaint::UnknownId("actor".into(), "mars".into())]);
    }
}
