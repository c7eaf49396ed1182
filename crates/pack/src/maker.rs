//! "Make a fieldbook" as one file: the maker's own program, the program of its worker, and the shell around
//! which it packs what it makes.
//!
//! A fieldbook that was made is shown in a frame before it is saved. A frame with a `blob:` address stands under
//! the policy of the page that made it as well as under its own, so the maker's policy allows the reader's
//! scripts and styles, by their hashes, beside the maker's.

use crate::html::{Parts, allow, document, inline, lean};
use crate::single::{blocks, single_file};
use crate::{PackError, Page, Shell};

/// The maker: `maker` is its own program, `worker` the script with which its worker waits for orders (the glue is
/// put before it), `reader` the shell of the fieldbooks it makes.
///
/// # Errors
/// When the reader's module is damaged.
pub fn maker_file(maker: &Shell, worker: &str, reader: &Shell, page: &Page) -> Result<String, PackError> {
    let boot = inline(&lean(&maker.boot));
    let glue = inline(&lean(&maker.glue));
    let css = inline(&maker.css);
    // A fieldbook's policy does not depend on its corpus.
    let made = single_file(reader, page, &[])?;
    let mut scripts = vec![allow(&glue), allow(&boot)];
    scripts.extend(allowed(&made, "script-src"));
    let mut styles = vec![allow(&css)];
    styles.extend(allowed(&made, "style-src"));
    let (scripts, styles) = (without_doubles(scripts), without_doubles(styles));
    let policy = format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; img-src data: blob:; font-src data:; worker-src blob:; frame-src blob:; connect-src 'none'; manifest-src 'none'; base-uri 'none'; form-action 'none'; object-src 'none'"
    );
    let mut data = String::new();
    blocks("wasm", &maker.wasm, &mut data);
    blocks("shell", &reader.to_bytes(), &mut data);
    blocks("worker", [&lean(&maker.glue), "\n", worker].concat().as_bytes(), &mut data);
    let parts = Parts {
        policy,
        style: format!("<style>{css}</style>"),
        plain_style: String::new(),
        boot: format!("<script>{boot}</script>"),
        data,
        glue: format!("<script>{glue}</script>"),
    };
    Ok(document(maker, page, &parts))
}

/// The hashes that a page's policy allows for a sort of source.
fn allowed(html: &str, directive: &str) -> Vec<String> {
    let policy = html.split_once("Content-Security-Policy\" content=\"").map_or("", |(_, rest)| rest);
    let policy = policy.split_once('"').map_or("", |(policy, _)| policy);
    let sources = policy.split(';').find_map(|part| part.trim().strip_prefix(directive)).unwrap_or_default();
    sources.split_whitespace().filter(|source| source.starts_with("'sha256-")).map(str::to_owned).collect()
}

fn without_doubles(mut sources: Vec<String>) -> String {
    let mut seen = Vec::new();
    sources.retain(|source| {
        let new = !seen.contains(source);
        seen.push(source.clone());
        new
    });
    sources.join(" ")
}
