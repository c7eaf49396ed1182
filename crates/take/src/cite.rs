//! Citations of a view: plain, for BibTeX, and for reference managers (RIS).
//!
//! A citation says what was asked, in a sentence; what came out, in numbers; of which corpus, by its hash; and when
//! it was looked at. With the same corpus in hand anybody can ask again and hold the numbers against each other.

/// What is cited. Every text is in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The fieldbook's title.
    pub title: String,
    /// Day of the edition (ISO 8601), or empty.
    pub edition: String,
    /// The selection with its counts: "12 statements (9 match, 3 may match) in Idlib".
    pub selection: String,
    /// What the selection leaves out, in numbers; may be empty.
    pub left_out: String,
    /// Where the view can be opened, or the address's fragment alone.
    pub address: String,
    /// The corpus's hash, hexadecimal.
    pub hash: String,
    /// Day on which the view was looked at (ISO 8601).
    pub accessed: String,
}

/// Words between the parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CiteWords {
    /// "Edition of {}".
    pub edition: &'static str,
    /// "Corpus SHA-256 {}".
    pub corpus: &'static str,
    /// "Accessed {}".
    pub accessed: &'static str,
    /// "Not shown: {}".
    pub left_out: &'static str,
}

impl CiteWords {
    /// The words in English.
    pub const ENGLISH: Self = Self {
        edition: "Edition of {}",
        corpus: "Corpus SHA-256 {}",
        accessed: "Accessed {}",
        left_out: "Not shown: {}",
    };
}

/// The form of a citation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Style {
    /// A line for a footnote.
    #[default]
    Plain,
    /// An entry for BibTeX and biblatex.
    BibTex,
    /// A record for reference managers.
    Ris,
}

impl Style {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Plain, Self::BibTex, Self::Ris];
}

/// The citation.
pub fn cite(view: &View, words: &CiteWords, style: Style) -> String {
    let fill = |pattern: &str, text: &str| pattern.replace("{}", text);
    let mut notes = vec![one_line(&view.selection)];
    if !view.left_out.is_empty() {
        notes.push(fill(words.left_out, &one_line(&view.left_out)));
    }
    if style != Style::Plain && !view.edition.is_empty() {
        notes.push(fill(words.edition, &view.edition));
    }
    notes.push(fill(words.corpus, &view.hash));
    match style {
        Style::Plain => {
            let mut parts = vec![one_line(&view.title)];
            if !view.edition.is_empty() {
                parts.push(fill(words.edition, &view.edition));
            }
            parts.append(&mut notes);
            parts.push(fill(words.accessed, &view.accessed));
            let mut line = String::new();
            for part in &parts {
                line.push_str(part.trim_end_matches(['.', ' ']));
                line.push_str(". ");
            }
            line.push_str(&view.address);
            line.trim_end().to_owned()
        }
        Style::BibTex => bibtex(view, &notes),
        Style::Ris => ris(view, &notes),
    }
}

fn bibtex(view: &View, notes: &[String]) -> String {
    let key: String = view.hash.chars().take(8).collect();
    let mut out = ["@misc{fieldbook-", &key, ",\n"].concat();
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(&["  ", name, " = {", value, "},\n"].concat());
        }
    };
    // Doubled braces keep capitals as they are.
    field("title", &["{", &escaped(&one_line(&view.title)), "}"].concat());
    field("year", year(&view.edition));
    field("note", &escaped(&notes.join(". ")));
    field("url", &url(&view.address));
    field("urldate", &view.accessed);
    out.push_str("}\n");
    out
}

fn ris(view: &View, notes: &[String]) -> String {
    let mut out = String::new();
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(&[name, "  - ", value, "\r\n"].concat());
        }
    };
    field("TY", "DATA");
    field("TI", &one_line(&view.title));
    field("PY", year(&view.edition));
    notes.iter().for_each(|note| field("N1", note));
    field("UR", &one_line(&view.address));
    field("Y2", &view.accessed.replace('-', "/"));
    out.push_str("ER  - \r\n");
    out
}

fn year(edition: &str) -> &str {
    edition.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or("")
}

/// Without line breaks and other controls, which would end a field.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.trim().to_owned()
}

/// A text in which TeX finds nothing to do.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '#' | '$' | '%' | '&' | '_' => {
                out.push('\\');
                out.push(letter);
            }
            letter => out.push(letter),
        }
    }
    out
}

/// An address, which BibTeX takes as it is as long as its braces are escaped.
fn url(text: &str) -> String {
    one_line(text).replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").replace(' ', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn view() -> View {
        View {
            title: "Idlib & the border".into(),
            edition: "2026-11-22".into(),
            selection: "3 statements (2 match, 1 may match) in Idlib, 100 %".into(),
            left_out: "59 outside".into(),
            address: "https://example.org/#place=sy-idlib&n=2.1".into(),
            hash: "0123456789abcdef".into(),
            accessed: "2026-11-26".into(),
        }
    }

    fn check(style: Style, expect: &str) {
        assert_eq!(cite(&view(), &CiteWords::ENGLISH, style), expect);
    }

    #[test]
    fn the_three_styles() {
        check(
            Style::Plain,
            "Idlib & the border. Edition of 2026-11-22. 3 statements (2 match, 1 may match) in Idlib, 100 %. \
             Not shown: 59 outside. Corpus SHA-256 0123456789abcdef. Accessed 2026-11-26. \
             https://example.org/#place=sy-idlib&n=2.1",
        );
        check(
            Style::BibTex,
            "@misc{fieldbook-01234567,\n  title = {{Idlib \\& the border}},\n  year = {2026},\n  \
             note = {3 statements (2 match, 1 may match) in Idlib, 100 \\%. Not shown: 59 outside. \
             Edition of 2026-11-22. Corpus SHA-256 0123456789abcdef},\n  \
             url = {https://example.org/#place=sy-idlib&n=2.1},\n  urldate = {2026-11-26},\n}\n",
        );
        check(
            Style::Ris,
            "TY  - DATA\r\nTI  - Idlib & the border\r\nPY  - 2026\r\n\
             N1  - 3 statements (2 match, 1 may match) in Idlib, 100 %\r\nN1  - Not shown: 59 outside\r\n\
             N1  - Edition of 2026-11-22\r\nN1  - Corpus SHA-256 0123456789abcdef\r\n\
             UR  - https://example.org/#place=sy-idlib&n=2.1\r\nY2  - 2026/11/26\r\nER  - \r\n",
        );
    }

    proptest! {
        #[test]
        fn hostile_titles_stay_in_their_fields(title in ".{0,40}|[{}\\\\%#\n\r~^&_a]{0,20}", selection in ".{0,40}") {
            let view = View { title, selection, ..view() };
            let entry = cite(&view, &CiteWords::ENGLISH, Style::BibTex);
            let (mut depth, mut escape) = (0i32, false);
            for letter in entry.chars() {
                match letter {
                    '{' if !escape => depth += 1,
                    '}' if !escape => depth -= 1,
                    _ => {}
                }
                escape = letter == '\\' && !escape;
                prop_assert!(depth >= 0);
            }
            prop_assert_eq!(depth, 0);
            prop_assert_eq!(entry.lines().count(), 7);
            let record = cite(&view, &CiteWords::ENGLISH, Style::Ris);
            prop_assert!(record.split_terminator("\r\n").all(|line| line.get(2..6) == Some("  - ")));
        }
    }
}
