//! "Make a fieldbook" as one file: the maker's own program, the program of its worker, and the shell around
//! which it packs what it makes.
//!
//! A fieldbook that was made is shown in a frame before it is saved. A frame with a `blob:` address stands under
//! the policy of the page that made it as well as under its own, so the maker's policy allows the reader's
//! scripts and styles, by their hashes, beside the maker's.

use crate::html::{Parts, allow, document, inline, lean};
use crate::single::blocks;
use crate::{Page, Shell};

/// The maker: `maker` is its own program, `worker` the script with which its worker waits for orders (the glue is
/// put before it), `reader` the shell of the fieldbooks it makes.
pub fn maker_file(maker: &Shell, worker: &str, reader: &Shell, page: &Page) -> String {
    let boot = inline(&lean(&maker.boot));
    let glue = inline(&lean(&maker.glue));
    let css = inline(&maker.css);
    let read = [inline(&lean(&reader.boot)), inline(&lean(&reader.glue))];
    let policy = format!(
        "default-src 'none'; script-src {} {} {} {} 'wasm-unsafe-eval'; style-src {} {}; img-src data: blob:; font-src data:; worker-src blob:; frame-src blob:; connect-src 'none'; manifest-src 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
        allow(&glue),
        allow(&boot),
        allow(&read[0]),
        allow(&read[1]),
        allow(&css),
        allow(&inline(&reader.css)),
    );
    let mut data = String::new();
    blocks("wasm", &maker.wasm, &mut data);
    blocks("shell", &reader.to_bytes(), &mut data);
    blocks("worker", [&lean(&maker.glue), "\n", worker].concat().as_bytes(), &mut data);
    let parts = Parts {
        policy,
        style: format!("<style>{css}</style>"),
        boot: format!("<script>{boot}</script>"),
        data,
        glue: format!("<script>{glue}</script>"),
    };
    document(maker, page, &parts)
}
