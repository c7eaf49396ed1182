//! `dist/maker.html`: the maker's program, compiled for speed, and the reader's
//! shell in it.

use crate::command::{Result, Stop};
use crate::{dist, paths, stamp, styles};

/// The script with which the maker's worker waits for orders.
const WORKER: &str = "crates/maker/src/worker.js";

/// What the page says of itself before its program runs.
const TITLE: &str = "Make a fieldbook";
const DESCRIPTION: &str = "Event tables and articles in, one HTML file out that anyone can open, filter and cite. Nothing is uploaded.";

/// Makes the file; the shell must be there.
///
/// # Errors
/// When a step fails; the line says which.
pub fn build() -> Result {
    let mut inputs = dist::inputs();
    inputs.extend(paths::files_under(&paths::root().join("crates/maker")));
    inputs.push(paths::shell());
    let mark = stamp::of(&inputs)?;
    if stamp::fresh("maker", &mark, &[paths::maker()]) {
        return Ok(());
    }
    let compiled = dist::wasm_of("fieldbook-maker", "maker")?;
    let (wasm, glue) = dist::bound("bound-maker", &compiled, &[])?;
    let damaged = |e| Stop::because("the shell", e);
    let reader = pack::Shell::from_bytes(&paths::read(&paths::shell())?).map_err(damaged)?;
    let maker = pack::Shell {
        wasm: paths::read(&wasm)?,
        glue: dist::minified("js", &dist::detached(&paths::read_text(&glue)?)?)?,
        boot: reader.boot.clone(),
        css: dist::minified("css", &styles::of_the_maker()?)?,
        icon: reader.icon.clone(),
        ..pack::Shell::default()
    };
    let worker = dist::minified("js", &paths::read_text(&paths::root().join(WORKER))?)?;
    let page = pack::Page {
        title: TITLE.to_owned(),
        description: DESCRIPTION.to_owned(),
        lang: "en".to_owned(),
        dir: "ltr".to_owned(),
        ..pack::Page::default()
    };
    let html = pack::maker_file(&maker, &worker, &reader, &page).map_err(damaged)?;
    paths::write_if_changed(&paths::maker(), html.as_bytes())?;
    // The command carries it, so that every site that it builds has one.
    paths::write_if_changed(&paths::shell().with_file_name("maker.html.gz"), &pack::gzip(html.as_bytes()))?;
    stamp::keep("maker", &mark)
}
