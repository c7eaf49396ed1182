//! Text into HTML: escaped, isolated, cut off where it has no end.

use crate::TEXT_LIMIT;
use crate::words::Words;
use index::Corpus;
use index::veil::veiled;

/// Adds text, escaped for an element or a double-quoted attribute. Line ends stay; other control characters
/// become U+FFFD, and NUL goes.
pub(crate) fn text(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\0' => {}
            '\n' | '\t' => out.push(c),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

/// Adds text of the corpus: isolated, in its own direction, cut off at [`TEXT_LIMIT`]; `lang` may be empty.
pub(crate) fn isolated(content: &str, lang: &str, out: &mut String) {
    out.push_str("<bdi dir=\"auto\"");
    if !lang.is_empty() {
        attribute("lang", lang, out);
    }
    out.push('>');
    match content.char_indices().nth(TEXT_LIMIT) {
        Some((end, _)) => {
            text(content.get(..end).unwrap_or(content), out);
            out.push('…');
        }
        None => text(content, out),
    }
    out.push_str("</bdi>");
}

/// Adds text of the corpus as [`isolated`] does; behind a fold where the publisher veils a passage of it.
pub(crate) fn behind_veil(corpus: &Corpus, content: &str, lang: &str, words: &Words, out: &mut String) {
    let shown = unveiled(corpus, content, words);
    if shown == content {
        return isolated(content, lang, out);
    }
    out.push_str("<details>");
    element("summary", shown, out);
    isolated(content, lang, out);
    out.push_str("</details>");
}

/// The text, or the words that stand in its place where the publisher veils a passage of it.
pub(crate) fn unveiled<'a>(corpus: &Corpus, content: &'a str, words: &'a Words) -> &'a str {
    if veiled(content, &corpus.about.veil).is_empty() { content } else { words.veiled }
}

/// Adds an attribute.
pub(crate) fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    text(value, out);
    out.push('"');
}

/// Adds an element around text of ours.
pub(crate) fn element(name: &str, content: &str, out: &mut String) {
    out.push_str(&format!("<{name}>"));
    text(content, out);
    out.push_str(&format!("</{name}>"));
}

/// Adds text as paragraphs, one for each stretch between blank lines.
pub(crate) fn paragraphs(content: &str, lang: &str, out: &mut String) {
    let paragraphs = content.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
    for paragraph in paragraphs {
        out.push_str("<p>");
        isolated(paragraph, lang, out);
        out.push_str("</p>");
    }
}

/// Adds a link for `http` and `https`, and the bare address for everything else. What a link would tell the
/// other site is kept from it.
pub(crate) fn link(address: &str, out: &mut String) {
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    let web = lower.starts_with("http://") || lower.starts_with("https://");
    // An address that names a user could pass one host off as another.
    let host = address.split('/').nth(2).unwrap_or("");
    let plain = !address.contains(char::is_whitespace) && !host.contains('@');
    if web && plain {
        out.push_str("<a rel=\"noopener noreferrer\" referrerpolicy=\"no-referrer\"");
        attribute("href", address, out);
        out.push('>');
        isolated(address, "", out);
        out.push_str("</a>");
    } else {
        isolated(address, "", out);
    }
}

/// `1234567` as `1,234,567`; the separator is the language's.
pub(crate) fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(make: impl Fn(&mut String)) -> String {
        let mut out = String::new();
        make(&mut out);
        out
    }

    #[test]
    fn text_cannot_become_markup() {
        let out = made(|out| isolated("</noscript><script>\"&\0\u{1b}", "\"x", out));
        assert_eq!(
            out,
            "<bdi dir=\"auto\" lang=\"&quot;x\">&lt;/noscript&gt;&lt;script&gt;&quot;&amp;\u{fffd}</bdi>"
        );
    }

    #[test]
    fn long_texts_end() {
        let out = made(|out| isolated(&"ä".repeat(TEXT_LIMIT + 5), "", out));
        assert_eq!(out.matches('ä').count(), TEXT_LIMIT);
        assert!(out.contains('…'));
    }

    #[test]
    fn only_web_addresses_are_links() {
        let check = |address: &str, expect: bool| {
            assert_eq!(made(|out| link(address, out)).contains("href"), expect, "{address}");
        };
        check("https://example.org/a", true);
        check("HTTP://example.org", true);
        check("javascript:alert(1)", false);
        check("https://example.org@evil.example/", false);
        check("https://a\nb", false);
        check("data:text/html,x", false);
        check("ü", false);
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(grouped(0, ','), "0");
        assert_eq!(grouped(1_234_567, ','), "1,234,567");
    }
}
