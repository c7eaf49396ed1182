//! What every statement answers to every value of the filter's menus, asked of the engine and written down.

use crate::MENU_LIMIT;
use index::{Actor, Place, name_in};
use query::{Answer, Dimension, Engine, Selection, Value, ValueClause, Wants};

/// The dimensions that have a menu.
pub(crate) const MENUS: [Dimension; 3] = [Dimension::Actor, Dimension::Place, Dimension::Speaker];

/// A menu of the filter.
#[derive(Clone, Debug, Default)]
pub(crate) struct Menu {
    /// The names offered; a value's number is its position.
    pub names: Vec<String>,
    /// Whether there are more values than it offers.
    pub cut: bool,
}

/// The answers of a statement to one menu: the numbers of values, and whether they only may match.
pub(crate) type Row = [Vec<(u32, bool)>; MENUS.len()];

/// The menus, and the answers of every statement.
pub(crate) fn answers(engine: &Engine) -> (Vec<Menu>, Vec<Row>) {
    let mut rows: Vec<Row> = vec![Row::default(); engine.corpus().statements.len()];
    let all = engine.ask(&Selection::default(), Wants { facets: true, ..Wants::COUNTS }).facets;
    let mut menus = Vec::new();
    for (at, dimension) in MENUS.into_iter().enumerate() {
        let (values, cut) = offered(engine, dimension, all.of(dimension));
        for (number, &entry) in (0u32..).zip(&values) {
            let mut selection = Selection::default();
            if let Some(clause) = selection.clause_mut(dimension) {
                *clause = ValueClause::of([Value::Entry(entry)]);
            }
            let shown = engine.ask(&selection, Wants { rows: true, ..Wants::COUNTS }).rows;
            for (row, answer) in shown.iter() {
                if let Some(cell) = rows.get_mut(row as usize).and_then(|row| row.get_mut(at)) {
                    cell.push((number, answer == Answer::MayMatch));
                }
            }
        }
        let names = values.iter().map(|&entry| name(engine, dimension, entry)).collect();
        menus.push(Menu { names, cut });
    }
    (menus, rows)
}

/// The entries that some statement has, in the table's order, without private persons; the commonest ones
/// where there are too many.
fn offered(engine: &Engine, dimension: Dimension, rows: &[query::FacetRow]) -> (Vec<u32>, bool) {
    let private = |entry: u32| {
        let actors = matches!(dimension, Dimension::Actor | Dimension::Speaker);
        actors && engine.corpus().actors.get(entry as usize).is_some_and(|actor| actor.private)
    };
    let mut found: Vec<(u32, u32)> = rows
        .iter()
        .filter_map(|row| match row.value {
            Value::Entry(entry) if row.counts.shown() > 0 && !private(entry) => {
                Some((entry, row.counts.shown()))
            }
            _ => None,
        })
        .collect();
    let cut = found.len() > MENU_LIMIT;
    found.sort_by_key(|&(entry, count)| (std::cmp::Reverse(count), entry));
    found.truncate(MENU_LIMIT);
    let mut entries: Vec<u32> = found.into_iter().map(|(entry, _)| entry).collect();
    entries.sort_unstable();
    (entries, cut)
}

/// The name of a menu's entry, indented below what it is part of.
fn name(engine: &Engine, dimension: Dimension, entry: u32) -> String {
    let corpus = engine.corpus();
    let lang = &corpus.about.language;
    match dimension {
        Dimension::Place => {
            nested(&corpus.places, entry, |place: &Place| (name_in(&place.names, lang), place.parent))
        }
        _ => nested(&corpus.actors, entry, |actor: &Actor| (name_in(&actor.names, lang), actor.parent)),
    }
}

fn nested<'a, T>(table: &'a [T], entry: u32, read: impl Fn(&'a T) -> (&'a str, u32)) -> String {
    let Some((name, mut parent)) = table.get(entry as usize).map(&read) else { return String::new() };
    let mut out = String::new();
    while let Some((_, above)) = table.get(parent as usize).map(&read) {
        out.push('\u{2003}');
        parent = above;
    }
    out.push_str(name);
    out
}
