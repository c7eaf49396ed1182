//! The parts that the page carries in its data blocks: base64 of gzip, as `pack` writes them.

use leptos::prelude::document;

/// The text of a part's blocks, joined; empty where the page carries none.
pub fn part(name: &str) -> String {
    let selector = ["script[data-part=", name, "]"].concat();
    let Ok(blocks) = document().query_selector_all(&selector) else { return String::new() };
    let texts = (0..blocks.length()).filter_map(|at| blocks.item(at)?.text_content());
    texts.collect()
}
