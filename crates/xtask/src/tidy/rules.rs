//! The rules, each a function from a file to what is wrong in it.

use super::Finding;
use super::source::Source;

/// How many lines a file may have, its test module apart.
const CEILING: usize = 400;

/// Types of the browser that views need in handlers and node references.
const VIEW_TYPES: [&str; 2] = ["Event", "Element"];

fn find(source: &Source, wrong: impl Fn(&str) -> Option<String>) -> Vec<Finding> {
    let finding = |(line, text)| wrong(text).map(|remedy| Finding { line, remedy });
    source.lines().filter_map(finding).collect()
}

/// Every Rust file begins by saying what it is.
pub(super) fn module_docs(source: &Source) -> Vec<Finding> {
    if !source.is_rust() || source.text.starts_with("//!") {
        return Vec::new();
    }
    vec![Finding { line: 1, remedy: "begin with a module comment (//!) that says what this is".into() }]
}

/// Files stay short enough to hold in mind.
pub(super) fn length(source: &Source) -> Vec<Finding> {
    let lines = source.lines().count();
    if source.is_test() || lines <= CEILING {
        return Vec::new();
    }
    vec![Finding { line: CEILING + 1, remedy: format!("{lines} lines; split the file below {CEILING}") }]
}

/// What is left to do stands in issues.
pub(super) fn banned_words(source: &Source) -> Vec<Finding> {
    let banned = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
    find(source, |line| {
        let word =
            banned.iter().find(|word| line.split(|c: char| !c.is_alphanumeric()).any(|w| w == **word))?;
        Some(format!("`{word}`: do it, or write an issue"))
    })
}

/// Text from a corpus only ever becomes text.
pub(super) fn data_stays_text(source: &Source) -> Vec<Finding> {
    let names = [
        concat!("inner", "_html"),
        concat!("inner", "HTML"),
        concat!("outer", "HTML"),
        concat!("insertAdjacent", "HTML"),
    ];
    find(source, |line| {
        let name = names.iter().find(|name| line.contains(**name))?;
        Some(format!("`{name}` lets data become markup; make text nodes"))
    })
}

/// Only `src/platform/` talks to the browser, beyond events and elements.
pub(super) fn browser_at_the_edge(source: &Source) -> Vec<Finding> {
    if !source.path.starts_with("src/") || source.path.starts_with("src/platform/") {
        return Vec::new();
    }
    find(source, |line| {
        let (_, after) = line.split_once("web_sys::")?;
        let names = after.split([';', ')', '>']).next().unwrap_or(after);
        let plain = |name: &str| VIEW_TYPES.iter().any(|kind| name.contains(kind));
        let mut names = names.split([',', '{', '}', ' ']).filter(|name| !name.is_empty());
        let name = names.find(|name| name.starts_with(char::is_uppercase) && !plain(name))?;
        Some(format!("`web_sys::{name}` belongs behind a function in src/platform/"))
    })
}

/// Colors have one home.
pub(super) fn colors_are_tokens(source: &Source) -> Vec<Finding> {
    if !source.is_style() || source.path == "style/tokens.css" {
        return Vec::new();
    }
    find(source, |line| {
        let (_, value) = line.split_once(':')?;
        let color = color_literal(value)?;
        Some(format!("`{color}`: name this color in style/tokens.css and use the name"))
    })
}

/// A color written out in a declaration's value.
fn color_literal(value: &str) -> Option<String> {
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "oklab(", "lab(", "lch(", "hwb("];
    if let Some(function) = functions.iter().find(|function| value.contains(**function)) {
        return Some((*function).to_string());
    }
    let (_, after) = value.split_once('#')?;
    let digits: String = after.chars().take_while(char::is_ascii_hexdigit).collect();
    let whole = after.chars().nth(digits.len()).is_none_or(|c| !c.is_alphanumeric() && c != '-');
    (whole && [3, 4, 6, 8].contains(&digits.len())).then(|| format!("#{digits}"))
}

#[cfg(test)]
mod tests {
    use super::super::Rule;
    use super::*;

    fn check(rule: Rule, path: &str, text: &str, expect: &[usize]) {
        let source = Source { path: path.into(), text: text.into() };
        let lines: Vec<_> = rule(&source).into_iter().map(|finding| finding.line).collect();
        assert_eq!(lines, expect, "{path}: {text}");
    }

    #[test]
    fn rust_files_begin_with_what_they_are() {
        check(module_docs, "src/a.rs", "//! A.\n", &[]);
        check(module_docs, "src/a.rs", "use b;\n", &[1]);
        check(module_docs, "style/a.css", "a {}\n", &[]);
    }

    #[test]
    fn long_files_are_found_and_their_tests_do_not_count() {
        check(length, "src/a.rs", &"a\n".repeat(401), &[401]);
        check(length, "src/a.rs", &format!("a\n#[cfg(test)]\n{}", "b\n".repeat(500)), &[]);
        check(length, "tests/a.rs", &"a\n".repeat(500), &[]);
    }

    #[test]
    fn words_for_later_are_found() {
        check(banned_words, "src/a.rs", concat!("// TO", "DO: x\nfine\n"), &[1]);
        check(banned_words, "src/a.rs", concat!("let TO", "DOS = 1;\n"), &[]);
    }

    #[test]
    fn the_browser_is_met_at_the_edge() {
        check(browser_at_the_edge, "src/panels/a.rs", "use web_sys::Window;\n", &[1]);
        check(browser_at_the_edge, "src/panels/a.rs", "use web_sys::{Event, Storage};\n", &[1]);
        check(
            browser_at_the_edge,
            "src/panels/a.rs",
            "use web_sys::{HtmlInputElement, PointerEvent};\n",
            &[],
        );
        check(browser_at_the_edge, "src/platform/a.rs", "use web_sys::Window;\n", &[]);
    }

    #[test]
    fn colors_outside_tokens_are_found() {
        check(colors_are_tokens, "style/a.css", "a {\n  color: #fff;\n}\n", &[2]);
        check(colors_are_tokens, "style/a.css", "  fill: rgb(1 2 3);\n", &[1]);
        check(colors_are_tokens, "style/a.css", "  fill: url(#hatch);\n  color: var(--ink);\n", &[]);
        check(colors_are_tokens, "style/tokens.css", "  --ink: #123456;\n", &[]);
    }

    #[test]
    fn markup_from_data_is_found() {
        check(data_stays_text, "src/a.rs", concat!("x.set_inner", "_html(y)\n"), &[1]);
    }
}
