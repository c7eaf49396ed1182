//! `cargo xtask size`: what the shell and the single file weigh, and whether
//! that is within their limits.

use crate::command::{Result, Stop};
use crate::paths;

/// What the shell may weigh in bytes: module, glue, styles and boot script, each as brotli. It is over its goal since
/// search, figures, accounts and exports are in it; until it is back, it may not grow.
const SHELL: Limit = Limit { goal: 250_000, most: 366_000 };

/// What the single file that ships may weigh, in bytes; over its goal with the shell, and by the saver that it carries.
const SINGLE_FILE: Limit = Limit { goal: 700_000, most: 990_000 };

/// What is wanted, and what fails.
struct Limit {
    goal: usize,
    most: usize,
}

/// The chore.
///
/// # Errors
/// Past a limit, or when nothing was built yet.
pub fn run() -> Result {
    let archive = paths::read(&paths::shell())
        .map_err(|Stop(why)| Stop(format!("{why}; run `cargo xtask dist` first")))?;
    let shell = pack::Shell::from_bytes(&archive).map_err(|e| Stop(e.to_string()))?;
    println!("{:<12} {:>10} {:>10} {:>10}", "", "raw", "gzip", "brotli");
    let parts = [
        ("module", shell.wasm.as_slice()),
        ("glue", shell.glue.as_bytes()),
        ("styles", shell.css.as_bytes()),
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
    SHELL.holds("the shell (brotli)", total[2])?;
    SINGLE_FILE.holds("dist/fieldbook.html", single.len())
}

fn row(name: &str, [raw, gzip, brotli]: [usize; 3]) {
    println!("{name:<12} {raw:>10} {gzip:>10} {brotli:>10}");
}

impl Limit {
    fn holds(&self, what: &str, size: usize) -> Result {
        let Self { goal, most } = *self;
        if size > most {
            return Err(Stop(format!("{what} holds {size} B, over its limit of {most} B")));
        }
        let over = if size > goal { "; OVER ITS GOAL" } else { "" };
        println!("{what}: {size} B, goal {goal} B ({} %){over}", size * 100 / goal);
        Ok(())
    }
}
