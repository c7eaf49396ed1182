//! The page around the program: its head, its policy and its loading state,
//! shared by the site and the single file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::{Page, Shell};

/// What stands in the body before anything runs. With scripting on the boot
/// script fills the status; with scripting off the sentence says why nothing
/// happens.
const NO_SCRIPT: &str = "This fieldbook is a program, and scripts are switched off here. Allow scripts for this page, then open it again. It makes no request once it is open.";

/// The parts in which the site and the single file differ.
pub(crate) struct Parts {
    /// The content security policy.
    pub policy: String,
    /// The styles: a `style` or a `link` element.
    pub style: String,
    /// The styles of the plain list.
    pub plain_style: String,
    /// The boot script's element.
    pub boot: String,
    /// Data blocks, or nothing.
    pub data: String,
    /// The glue's element, and those behind it.
    pub glue: String,
}

/// The whole page.
pub(crate) fn document(shell: &Shell, page: &Page, parts: &Parts) -> String {
    let title = escape(&page.title);
    let description = escape(&page.description);
    let lang = escape(&page.lang);
    let dir = match page.dir.as_str() {
        "ltr" => "ltr",
        "rtl" => "rtl",
        _ => "auto",
    };
    let icon = STANDARD.encode(shell.icon.as_bytes());
    let plain = plain(&page.plain, &parts.plain_style);
    let Parts { policy, style, boot, data, glue, .. } = parts;
    format!(
        "<!doctype html>
<html lang=\"{lang}\" dir=\"{dir}\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">
<meta name=\"referrer\" content=\"no-referrer\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
<meta name=\"description\" content=\"{description}\">
<title>{title}</title>
<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">
{boot}
{style}
</head>
<body>
<div id=\"app\"><main class=\"boot\"><h1>{title}</h1><p class=\"boot-status\" role=\"status\"></p></main></div>
{plain}{data}{glue}
</body>
</html>
"
    )
}

/// The plain list, for browsers without scripts and, through the plain script, for those without WebAssembly.
/// It stays behind the program's root as text that a browser with scripts never parses.
fn plain(parts: &[String], style: &str) -> String {
    if parts.is_empty() {
        return format!("<noscript><p>{NO_SCRIPT}</p></noscript>\n");
    }
    let mut out = String::new();
    for (at, part) in parts.iter().enumerate() {
        let style = if at == 0 { style } else { "" };
        out.push_str(&format!("<noscript>{style}{part}</noscript>\n"));
    }
    out
}

/// Text made safe inside an element or a double-quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\0' => {}
            c => out.push(c),
        }
    }
    out
}

/// A script or style as it can stand inside its element: nothing in it closes
/// the element or opens a comment, and line ends are as a parser would make
/// them, so that the policy's hash fits.
pub(crate) fn inline(code: &str) -> String {
    code.replace("\r\n", "\n").replace('\r', "\n").replace("</", "<\\/").replace("<!--", "<\\!--")
}

/// A script without its whole-line comments.
pub(crate) fn lean(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut inside = false;
    for line in script.lines() {
        let code = line.trim_start();
        if !inside && code.starts_with("/*") {
            inside = true;
        }
        let comment = inside || code.starts_with("//");
        if inside && code.trim_end().ends_with("*/") {
            inside = false;
        }
        if !comment {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    out
}

/// Styles without comments and indentation.
pub(crate) fn lean_css(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The source expression by which a policy allows exactly this code.
pub(crate) fn allow(code: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(code.as_bytes())))
}

/// Eight hexadecimal digits that name these bytes.
pub(crate) fn hash8(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(4).map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_code_cannot_leave_its_element() {
        let code = inline("a=\"</script><!-- \";\r\nb");
        assert_eq!(code, "a=\"<\\/script><\\!-- \";\nb");
    }

    #[test]
    fn attributes_cannot_be_left() {
        assert_eq!(escape("\"><b>&\0"), "&quot;&gt;&lt;b&gt;&amp;");
    }

    #[test]
    fn only_whole_line_comments_go() {
        fn check(input: &str, expect: &str) {
            assert_eq!(lean(input), expect);
        }
        check("// a\nb // c\n", "b // c\n");
        check("/**\n * a\n */\nb\n", "b\n");
        check("/* a */\nb\n", "b\n");
        check("a = '/*';\nb\n", "a = '/*';\nb\n");
    }

    #[test]
    fn the_hash_is_the_one_browsers_compute() {
        // echo -n "alert(1)" | openssl dgst -sha256 -binary | base64
        assert_eq!(allow("alert(1)"), "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
    }
}
