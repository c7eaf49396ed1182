//! `populations.csv` and the built-in populations: whom figures count.

use crate::diagnostic::Diagnostics;
use crate::register::Register;
use crate::roster::Head;
use crate::table::{Row, Table, shown};
use index::{Population, PopulationClass};

/// The table's name, as remedies give it.
pub(crate) const FILE: &str = "populations.csv";

const COLUMNS: [&str; 5] = ["id", "name", "name_lang", "names", "class"];
const BUILT_IN: &str = include_str!("../data/populations.csv");

/// The populations in use, and those that may be taken from the built-in ones.
pub(crate) struct Populations {
    /// The populations in use.
    pub items: Vec<Population>,
    /// How many of them the publisher lists; the built-in ones follow.
    pub listed: usize,
    names: Register,
    built_in: Vec<Population>,
    built_in_names: Register,
}

impl Populations {
    /// No populations yet, but the built-in ones at hand.
    pub fn new() -> Self {
        let mut built_in = Vec::new();
        let mut built_in_names = Register::default();
        let table = Table::new(&FILE.into(), BUILT_IN, true);
        table.rows(&mut Diagnostics::default(), |row, diagnostics| {
            if let Some(head) = Head::of(row, "en", diagnostics) {
                built_in_names.add(&head.id, &head.names);
                built_in.push(population(head, row, diagnostics));
            }
        });
        Self { items: Vec::new(), listed: 0, names: Register::default(), built_in, built_in_names }
    }

    /// Reads the publisher's populations.
    pub fn read(&mut self, table: &Table, language: &str, diagnostics: &mut Diagnostics) {
        table.check_columns(&COLUMNS, &["id", "name"], diagnostics);
        table.rows(diagnostics, |row, diagnostics| {
            let Some(head) = Head::of(row, language, diagnostics) else { return };
            if self.names.add(&head.id, &head.names) {
                self.items.push(population(head, row, diagnostics));
                self.listed = self.items.len();
            } else {
                let what =
                    format!("The id “{}” is taken by an earlier row; this row is left out", shown(&head.id));
                diagnostics.left_out(&row.origin, what, "Give one of the two another id");
            }
        });
    }

    /// The population with this id or name.
    ///
    /// # Errors
    /// What is wrong, and what to do.
    pub fn find(&mut self, text: &str) -> Result<u32, (String, String)> {
        let listed = self.names.find(text, "population", FILE);
        if listed.is_ok() {
            return listed;
        }
        let at = self.built_in_names.find(text, "population", FILE)?;
        let Some(population) = self.built_in.get(at as usize).cloned() else { return listed };
        match self.names.by_id(&population.id) {
            Some(at) => Ok(at),
            None => {
                self.names.add(&population.id, &population.names);
                self.items.push(population);
                Ok(self.items.len() as u32 - 1)
            }
        }
    }

    /// The population of this id, added with its name and class where it is new.
    pub fn with_id(&mut self, id: &str, name: &str, class: PopulationClass) -> u32 {
        if let Some(at) = self.names.by_id(id) {
            return at;
        }
        if self.built_in_names.by_id(id).is_some() {
            return self.find(id).unwrap_or(index::NONE);
        }
        let names = vec![index::Name { text: name.to_owned(), lang: String::new() }];
        self.names.add(id, &names);
        self.items.push(Population { id: id.to_owned(), names, class });
        self.items.len() as u32 - 1
    }
}

fn population(head: Head, row: &Row, diagnostics: &mut Diagnostics) -> Population {
    let class = match row.get("class").to_lowercase().as_str() {
        "civilian" => PopulationClass::Civilian,
        "combatant" => PopulationClass::Combatant,
        "not-stated" | "" => PopulationClass::NotStated,
        unknown => {
            let what = format!("The class “{}” is not known and is taken as not-stated", shown(unknown));
            diagnostics.error(&row.origin, what, "Write civilian, combatant or not-stated");
            PopulationClass::NotStated
        }
    };
    Population { id: head.id, names: head.names, class }
}
