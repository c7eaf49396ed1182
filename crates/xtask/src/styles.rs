//! One style sheet out of many, in a fixed order: tokens first, print last.

use std::path::PathBuf;

use crate::command::Result;
use crate::paths;

/// Sheets that come before all others, in this order, where they exist.
const FIRST: [&str; 4] = ["tokens.css", "reset.css", "base.css", "layout.css"];

/// The sheet that comes after all others.
const LAST: &str = "print.css";

/// The joined sheet that `trunk serve` uses; made, not written by hand.
pub const JOINED: &str = "style/fieldbook.css";

/// Every style sheet in the order in which they apply.
pub fn files() -> Vec<PathBuf> {
    let style = paths::root().join("style");
    let css = |file: &PathBuf| file.extension().is_some_and(|ending| ending == "css");
    let mut files: Vec<_> = FIRST.iter().map(|name| style.join(name)).collect();
    let mut others: Vec<_> = std::fs::read_dir(&style)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|file| css(file) && !files.contains(file))
        .filter(|file| !file.ends_with(LAST) && !file.ends_with("fieldbook.css"))
        .collect();
    others.sort();
    files.extend(others);
    files.extend(paths::files_under(&style.join("components")).into_iter().filter(css));
    files.extend(paths::files_under(&style.join("panels")).into_iter().filter(css));
    files.push(style.join(LAST));
    files.retain(|file| file.is_file());
    files
}

/// The boot's styles and every sheet, joined.
///
/// # Errors
/// When a sheet cannot be read.
pub fn joined() -> Result<String> {
    Ok(lean(pack::BOOT_STYLE) + "\n" + &of_the_page()?)
}

/// Every sheet but the boot's styles, joined.
///
/// # Errors
/// When a sheet cannot be read.
pub fn of_the_page() -> Result<String> {
    together(&files())
}

/// The boot's styles, the reader's colors, sizes and elements, and the maker's own sheet, joined.
///
/// # Errors
/// When a sheet cannot be read.
pub fn of_the_maker() -> Result<String> {
    let files = ["style/tokens.css", "style/base.css", "crates/maker/style/maker.css"];
    let own = together(&files.map(|file| paths::root().join(file)))?;
    Ok(lean(pack::BOOT_STYLE) + "\n" + &own)
}

fn together(files: &[PathBuf]) -> Result<String> {
    let texts = files.iter().map(|file| paths::read_text(file)).collect::<Result<Vec<_>>>()?;
    Ok(lean(&texts.join("\n")))
}

/// Styles without comments and indentation.
fn lean(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let lines: Vec<_> = out.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        fn check(input: &str, expect: &str) {
            assert_eq!(lean(input), expect);
        }
        check("/* a\n b */\na {\n  b: c;\n}\n", "a {\nb: c;\n}");
        check("a/* x */b", "ab");
        check("a /* open", "a");
    }
}
