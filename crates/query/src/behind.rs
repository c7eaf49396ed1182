//! What stands behind something that a panel shows: the statements, by a name that holds in every version of the
//! corpus.
//!
//! | name | what |
//! | --- | --- |
//! | `all` | the whole selection |
//! | `value/DIMENSION/ID` | statements of the selection that have a value, as a comparison counts them |
//! | `figures/MEASURE/WHO/WHOM` | a line of figures; `…/part/WHOM`: what a table's rows say of a part of those |
//! | `total/MEASURE` | what a total adds |
//! | `of/DIMENSION/ID/…`, `of/year/YEAR/…` | the same within a group of figures |
//! | `accounts/PART` | see [`Engine::accounts_named`] |
//! | `done-to/WHO/WHOM`, `done-in/WHO/WHERE` | a cell of the matrix |

use crate::figures::{By, Figures, GroupValue, Line, measure_id};
use crate::matrix::Across;
use crate::{Answer, Dimension, Engine, Selection, Value};
use index::Measure;

/// Statements with their answers.
type Rows = Vec<(u32, Answer)>;

impl Engine {
    /// The statements behind something that a panel shows; nothing where there is no such thing.
    #[inline(never)]
    pub fn behind(&self, selection: &Selection, name: &str) -> Option<Rows> {
        if name == "all" {
            return Some(self.rows_shown(selection).iter().collect());
        }
        match name.split_once('/')? {
            ("figures", _) => self.line_named(selection, name),
            ("total", measure) => self.total_named(selection, measure),
            ("of", group) => self.group_named(selection, group),
            ("value", value) => {
                let (dimension, id) = value.split_once('/')?;
                let dimension = dimension_named(dimension)?;
                Some(self.behind_value(selection, dimension, self.value_named(dimension, id)?))
            }
            ("accounts", part) => self.accounts_named(selection, part),
            ("done-to", pair) => self.cell_named(selection, Across::Affected, pair),
            ("done-in", pair) => self.cell_named(selection, Across::Place, pair),
            _ => None,
        }
    }

    /// The name of a matrix's cell.
    pub fn cell_name(&self, across: Across, row: Value, column: Value) -> String {
        let (kind, dimension) = match across {
            Across::Affected => ("done-to", Dimension::Actor),
            Across::Place => ("done-in", Dimension::Place),
        };
        [kind, &self.id_of(Dimension::Actor, row), &self.id_of(dimension, column)].join("/")
    }

    /// The name of the statements of a selection that have a value.
    pub fn value_name(&self, dimension: Dimension, value: Value) -> String {
        ["value", name_of(dimension), &self.id_of(dimension, value)].join("/")
    }

    /// What the names of a group's lines and totals begin with.
    pub fn group_name(&self, by: By, value: GroupValue) -> String {
        match (by, value) {
            (By::Value(dimension), GroupValue::Value(value)) => {
                ["of/", name_of(dimension), "/", &self.id_of(dimension, value), "/"].concat()
            }
            (_, GroupValue::Year(first, _)) => ["of/year/", &first.ymd().0.to_string(), "/"].concat(),
            (By::Year, GroupValue::Value(_)) => String::new(),
        }
    }

    fn id_of(&self, dimension: Dimension, value: Value) -> String {
        let Value::Entry(entry) = value else { return "none".to_owned() };
        let (corpus, at) = (self.corpus(), entry as usize);
        let id = match dimension {
            Dimension::Place => corpus.places.get(at).map(|place| &place.id),
            Dimension::Kind => corpus.kinds.get(at).map(|kind| &kind.id),
            Dimension::Source => corpus.sources.get(at).map(|source| &source.id),
            _ => corpus.actors.get(at).map(|actor| &actor.id),
        };
        id.cloned().unwrap_or_default()
    }

    /// The value of a dimension with this id, `none` for the missing one.
    pub fn value_named(&self, dimension: Dimension, id: &str) -> Option<Value> {
        if id == "none" { Some(Value::Missing) } else { self.entry(dimension, id).map(Value::Entry) }
    }

    /// A cell by its name. An id may hold the sign that joins the two, so every place to part them is tried.
    fn cell_named(&self, selection: &Selection, across: Across, pair: &str) -> Option<Rows> {
        let dimension = if across == Across::Place { Dimension::Place } else { Dimension::Actor };
        let parted = pair.match_indices('/').find_map(|(at, _)| {
            let row = self.entry(Dimension::Actor, pair.get(..at)?)?;
            Some((row, self.entry(dimension, pair.get(at + 1..)?)?))
        });
        let (row, column) = parted?;
        Some(self.behind_cell(selection, across, Value::Entry(row), Value::Entry(column)))
    }

    /// A line of figures by its name, or a part of a table's line.
    fn line_named(&self, selection: &Selection, name: &str) -> Option<Rows> {
        let Figures { sections } = self.figures(selection);
        let mut lines = sections.iter().flat_map(|it| it.lines.iter().map(move |line| (it.measure, line)));
        lines.find_map(|(measure, line)| {
            let rest = name.strip_prefix(&line.id(self.corpus(), measure))?;
            if rest.is_empty() {
                return Some(self.behind_figures(selection, measure, line));
            }
            let whom = rest.strip_prefix("/part/")?;
            let part = line.parts.iter().find(|part| self.population_id(part.whom) == whom)?;
            Some(self.behind_rows(selection, measure, line, Some(part.whom)))
        })
    }

    /// The name of what a table's rows say of a part of those whom its line counts.
    pub fn part_name(&self, measure: Measure, line: &Line, whom: u32) -> String {
        [&line.id(self.corpus(), measure), "/part/", self.population_id(whom)].concat()
    }

    fn population_id(&self, whom: u32) -> &str {
        self.corpus().populations.get(whom as usize).map_or("none", |population| population.id.as_str())
    }

    /// What a total adds: the statements of its terms.
    fn total_named(&self, selection: &Selection, measure: &str) -> Option<Rows> {
        let Figures { sections } = self.figures(selection);
        let section = sections.iter().find(|section| measure_id(section.measure) == measure)?;
        let mut rows = Rows::new();
        for term in section.total(self)?.terms {
            let Some(line) = section.lines.get(term.line) else { continue };
            if term.figures.is_empty() {
                rows.extend(self.behind_rows(selection, section.measure, line, None));
            }
            for figure in &term.figures {
                let entry = line.entries.iter().find(|entry| entry.figure.position == figure.position);
                rows.push((figure.row, entry.map_or(term.answer, |entry| entry.answer)));
            }
        }
        // A statement of several terms stands there once, with its best answer.
        index::order::sort_by_key(&mut rows, |&(row, answer)| (row, std::cmp::Reverse(answer)));
        rows.dedup_by_key(|row| row.0);
        Some(rows)
    }

    /// Something in a group of figures: the selection and one value more, then its name. An id may hold the sign that
    /// ends it.
    fn group_named(&self, selection: &Selection, group: &str) -> Option<Rows> {
        let (kind, rest) = group.split_once('/')?;
        rest.match_indices('/').find_map(|(at, _)| {
            let (id, inner) = (rest.get(..at)?, rest.get(at + 1..)?);
            let narrowed = match dimension_named(kind) {
                Some(dimension) => selection.with_only(dimension, self.value_named(dimension, id)?),
                None if kind == "year" => self.in_year(selection, id.parse().ok()?)?,
                None => return None,
            };
            let is_figure = inner.starts_with("figures/") || inner.starts_with("total/");
            is_figure.then(|| self.behind(&narrowed, inner))?
        })
    }
}

/// A facet dimension's name in names.
fn name_of(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Actor => "actor",
        Dimension::Speaker => "speaker",
        Dimension::Place => "place",
        Dimension::Kind => "kind",
        Dimension::Source => "source",
        Dimension::Date | Dimension::Text => "",
    }
}

fn dimension_named(name: &str) -> Option<Dimension> {
    Dimension::FACETS.into_iter().find(|&dimension| name_of(dimension) == name)
}
