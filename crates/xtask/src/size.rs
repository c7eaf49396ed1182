//! `cargo xtask size`: what the shell and the single file weigh, and whether
//! that is within their limits.

use crate::command::{Result, Stop};
use crate::paths;

/// What the shell may weigh in bytes: module, glue, styles and boot script, each as brotli. The program's later half
/// follows the first picture and is not part of it.
const SHELL: usize = 250_000;

/// What the single file that ships may weigh, in bytes, with both halves.
const SINGLE_FILE: usize = 700_000;

/// The chore.
///
/// # Errors
/// Past a limit, or when nothing was built yet.
pub fn run() -> Result {
    let archive = paths::read(&paths::shell())
        .map_err(|Stop(why)| Stop(format!("{why}; run `cargo xtask dist` first")))?;
    let shell = pack::Shell::from_bytes(&archive).map_err(|e| Stop(e.to_string()))?;
    println!("{:<12} {:>10} {:>10} {:>10}", "", "raw", "gzip", "brotli");
    let css = [shell.boot_css.as_str(), &shell.css].concat();
    let parts = [
        ("module", shell.wasm.as_slice()),
        ("glue", shell.glue.as_bytes()),
        ("styles", css.as_bytes()),
        ("boot", shell.boot.as_bytes()),
    ];
    let mut total = [0; 3];
    for (name, bytes) in parts {
        let sizes = [bytes.len(), pack::gzip(bytes).len(), pack::brotli_best(bytes).len()];
        total.iter_mut().zip(sizes).for_each(|(sum, size)| *sum += size);
        row(name, sizes);
    }
    row("shell", total);
    let late = [shell.late.as_slice(), shell.saver.as_bytes()].concat();
    row("later half", [late.len(), pack::gzip(&late).len(), pack::brotli_best(&late).len()]);
    let single = paths::read(&paths::dist().join("fieldbook.html"))?;
    let sizes = [single.len(), pack::gzip(&single).len(), pack::brotli_best(&single).len()];
    row("single file", sizes);
    let maker = paths::read(&paths::maker())?;
    row("maker", [maker.len(), pack::gzip(&maker).len(), pack::brotli_best(&maker).len()]);
    holds("the shell (brotli)", total[2], SHELL)?;
    holds("dist/fieldbook.html", single.len(), SINGLE_FILE)
}

fn row(name: &str, [raw, gzip, brotli]: [usize; 3]) {
    println!("{name:<12} {raw:>10} {gzip:>10} {brotli:>10}");
}

fn holds(what: &str, size: usize, most: usize) -> Result {
    if size > most {
        return Err(Stop(format!("{what} holds {size} B, over its limit of {most} B")));
    }
    println!("{what}: {size} B, {} % of {most} B", size * 100 / most);
    Ok(())
}
