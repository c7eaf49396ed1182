//! What stands behind something that a panel shows: the statements, by a name that holds in every version of the
//! corpus.

use crate::figures::Figures;
use crate::matrix::Across;
use crate::{Answer, Dimension, Engine, Selection, Value};

impl Engine {
    /// The statements behind a line of figures or a cell of the matrix; nothing where there is no such thing.
    #[inline(never)]
    pub fn behind(&self, selection: &Selection, name: &str) -> Option<Vec<(u32, Answer)>> {
        match name.split_once('/')? {
            ("figures", _) => {
                let Figures { sections } = self.figures(selection);
                let mut lines =
                    sections.iter().flat_map(|it| it.lines.iter().map(move |line| (it.measure, line)));
                let (measure, line) =
                    lines.find(|(measure, line)| line.id(self.corpus(), *measure) == name)?;
                Some(self.behind_figures(selection, measure, line))
            }
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

    fn id_of(&self, dimension: Dimension, value: Value) -> String {
        let Value::Entry(entry) = value else { return "none".to_owned() };
        let (corpus, at) = (self.corpus(), entry as usize);
        let id = match dimension {
            Dimension::Place => corpus.places.get(at).map(|place| &place.id),
            _ => corpus.actors.get(at).map(|actor| &actor.id),
        };
        id.cloned().unwrap_or_default()
    }

    /// A cell by its name. An id may hold the sign that joins the two, so every place to part them is tried.
    fn cell_named(&self, selection: &Selection, across: Across, pair: &str) -> Option<Vec<(u32, Answer)>> {
        let dimension = if across == Across::Place { Dimension::Place } else { Dimension::Actor };
        let parted = pair.match_indices('/').find_map(|(at, _)| {
            let row = self.entry(Dimension::Actor, pair.get(..at)?)?;
            Some((row, self.entry(dimension, pair.get(at + 1..)?)?))
        });
        let (row, column) = parted?;
        Some(self.behind_cell(selection, across, Value::Entry(row), Value::Entry(column)))
    }
}
