//! Tables as RFC 4180, without columns that nothing fills.

/// A table in the making.
pub(super) struct Csv {
    header: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Csv {
    /// A table with these columns.
    pub fn new(header: &[&'static str]) -> Self {
        Self { header: header.to_vec(), rows: Vec::new() }
    }

    /// Adds a row, its cells in the header's order.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// The table; the first `needed` columns stay even where they are empty.
    pub fn text(&self, needed: usize) -> String {
        let filled = |at: usize| self.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()));
        let kept: Vec<usize> = (0..self.header.len()).filter(|&at| at < needed || filled(at)).collect();
        let mut out = String::new();
        let header: Vec<&str> = kept.iter().filter_map(|&at| self.header.get(at).copied()).collect();
        out.push_str(&header.join(","));
        out.push('\n');
        for row in &self.rows {
            for (place, &at) in kept.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                cell(row.get(at).map_or("", String::as_str), &mut out);
            }
            out.push('\n');
        }
        out
    }
}

/// Quoted where a reader would take it for something else.
fn cell(text: &str, out: &mut String) {
    let special = text.contains(['"', ',', '\n', '\r']) || text.starts_with('#') || text.trim() != text;
    if !special {
        return out.push_str(text);
    }
    out.push('"');
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}
