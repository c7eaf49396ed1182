//! "Save this selection as a fieldbook": some statements of an open fieldbook as a fieldbook of their own, in one
//! file.
//!
//! The page runs its own program once more, in a worker, and gives it the parts that the page was opened from. This
//! crate makes of them what [`pack::single_file`] makes of a shell: so what is saved is a fieldbook like any other,
//! and can save parts of itself again. It belongs to the program's later half, so that no reader waits for it.

mod part;

pub use part::{Choice, Given, Part, part};

/// As [`part`], of parts as the page hands them over: module, corpus (empty where the module carries it) and the
/// program's later half; boot script, glue, the loading state's styles, all others, icon, the worker's script, and
/// script and styles of the plain list.
///
/// # Errors
/// When a part is damaged or missing.
#[inline(never)]
pub fn given(parts: Vec<Vec<u8>>, texts: Vec<String>, choice: &Choice) -> Result<Part, String> {
    let mut parts = parts.into_iter();
    let mut next = || parts.next().unwrap_or_default();
    let mut texts = texts.into_iter();
    let mut text = || texts.next().unwrap_or_default();
    let (wasm, corpus, late) = (next(), next(), next());
    let mut shell = pack::Shell {
        wasm,
        late,
        late_packed: Vec::new(),
        boot: text(),
        glue: text(),
        boot_css: text(),
        css: text(),
        icon: text(),
        saver: text(),
        plain: text(),
        plain_css: text(),
    };
    if shell.boot_css.is_empty() {
        // A site has all styles in one sheet.
        std::mem::swap(&mut shell.boot_css, &mut shell.css);
    }
    part(Given { shell, corpus }, choice)
}
