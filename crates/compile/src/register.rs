//! Registers: which entry an id or a name means.

use crate::table::shown;
use index::Name;
use index::fold::fold;
use std::collections::BTreeMap;

/// Ids and names of one table's entries.
#[derive(Debug, Default)]
pub(crate) struct Register {
    by_id: BTreeMap<String, u32>,
    by_name: BTreeMap<String, Vec<u32>>,
    ids: Vec<String>,
}

impl Register {
    /// Adds the next entry; false where its id is taken already (then nothing is added).
    pub fn add(&mut self, id: &str, names: &[Name]) -> bool {
        if self.by_id.contains_key(id) {
            return false;
        }
        let at = self.ids.len() as u32;
        self.by_id.insert(id.to_owned(), at);
        self.ids.push(id.to_owned());
        for name in names {
            let entries = self.by_name.entry(fold(&name.text)).or_default();
            if !entries.contains(&at) {
                entries.push(at);
            }
        }
        true
    }

    /// The entry with this id.
    pub fn by_id(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    /// The entries that bear this name, folded.
    pub fn bearers(&self, name: &str) -> &[u32] {
        self.by_name.get(&fold(name)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The entry with this id or name.
    ///
    /// # Errors
    /// What is wrong, and what to do: there is no such entry, or there are several. `what` names the entries
    /// ("actor"), `file` the table they stand in.
    pub fn find(&self, text: &str, what: &str, file: &str) -> Result<u32, (String, String)> {
        if let Some(at) = self.by_id(text) {
            return Ok(at);
        }
        match self.by_name.get(&fold(text)).map(Vec::as_slice) {
            Some(&[at]) => Ok(at),
            Some(candidates) if !fold(text).is_empty() => {
                let ids: Vec<&str> =
                    candidates.iter().filter_map(|&at| Some(self.ids.get(at as usize)?.as_str())).collect();
                let found = format!("The {what} “{}” may be any of {}", shown(text), ids.join(", "));
                Err((found, "Write the id of the one that is meant".to_owned()))
            }
            _ => {
                let found = format!("The {what} “{}” is not known", shown(text));
                Err((found, format!("Add it to {file}, or write an id or a name that stands there")))
            }
        }
    }
}
