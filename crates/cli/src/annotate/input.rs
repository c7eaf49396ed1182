//! Texts from files: plain text, Markdown with front matter, saved pages, and PDF files with a text layer.

use crate::failure::Failure;
use crate::sources;
use std::path::Path;

/// A text to read, and what its file says of it.
#[derive(Default)]
pub struct Input {
    /// The text.
    pub text: String,
    /// The text is not the file's own, so that offsets count in it.
    pub extracted: bool,
    /// The date of publication that the file's front matter gives.
    pub published: Option<String>,
    /// The page's title, site, author, language and address, where it is a page that names them.
    pub title: String,
    /// The site's name.
    pub publisher: String,
    /// Who wrote it.
    pub author: String,
    /// Its language.
    pub language: String,
    /// Where it was found.
    pub url: String,
}

/// Reads a file.
///
/// # Errors
/// Where it cannot be read, or holds no text.
pub fn read(file: &Path) -> Result<Input, Failure> {
    of(file, &sources::bytes(file)?)
}

/// Reads a file's bytes, by its ending.
///
/// # Errors
/// Where they hold no text.
pub fn of(file: &Path, bytes: &[u8]) -> Result<Input, Failure> {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "pdf" => pdf(file, bytes),
        "html" | "htm" => Ok(page(&decoded(bytes))),
        _ => Ok(plain(decoded(bytes))),
    }
}

/// UTF-8, or else Latin letters of Windows; a byte order mark becomes blanks, so that offsets stay.
fn decoded(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.replacen('\u{feff}', "   ", usize::from(text.starts_with('\u{feff}'))),
        Err(_) => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Front matter is blanked out, so that offsets into the file stay what they are.
fn plain(text: String) -> Input {
    let fence = ["+++", "---"].into_iter().find(|fence| text.trim_start().starts_with(fence));
    let end = fence.and_then(|fence| {
        let open = text.find(fence)? + fence.len();
        text.get(open..)?.find(&format!("\n{fence}")).map(|at| open + at + 1 + fence.len())
    });
    let Some((front, rest)) = end.and_then(|end| text.split_at_checked(end)) else {
        return Input { text, ..Input::default() };
    };
    let value = |line: &str| {
        line.split_once(['=', ':']).map(|(_, value)| value.trim().trim_matches(['"', '\'']).to_owned())
    };
    let published = front
        .lines()
        .find(|line| line.trim_start().starts_with("published") && !line.contains("published_"))
        .and_then(value);
    let blank: String = front.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
    Input { text: blank + rest, published, ..Input::default() }
}

/// The article of a saved page, without what stands around it.
fn page(html: &str) -> Input {
    let config = dom_smoothie::Config { text_mode: dom_smoothie::TextMode::Formatted, ..Default::default() };
    let article =
        dom_smoothie::Readability::new(html, None, Some(config)).and_then(|mut reader| reader.parse());
    match article {
        Ok(article) => Input {
            text: format!("{}\n\n{}", article.title, article.text_content),
            extracted: true,
            published: article.published_time.and_then(|time| time.get(..10).map(str::to_owned)),
            publisher: article.site_name.unwrap_or_default(),
            author: article.byline.unwrap_or_default(),
            language: article.lang.unwrap_or_default(),
            url: article.url.unwrap_or_default(),
            title: article.title,
        },
        Err(_) => plain(html.to_owned()),
    }
}

fn pdf(file: &Path, bytes: &[u8]) -> Result<Input, Failure> {
    let failed = |why: &str| Failure::usage(format!("{}: {why}", file.display()));
    // The crate may panic on damaged files; a panic is a fault of the file, not of the command.
    let text = std::panic::catch_unwind(|| pdf_extract::extract_text_from_mem(bytes));
    match text {
        Ok(Ok(text)) if text.trim().is_empty() => {
            Err(failed("it has no text layer: it is a scan. Run text recognition (OCR) on it first."))
        }
        Ok(Ok(text)) => Ok(Input { text, extracted: true, ..Input::default() }),
        _ => Err(failed("it cannot be read as a PDF. Save it again, or copy its text into a .txt file.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_blanked_and_read() {
        let input = plain("+++\ntitle = \"T\"\npublished = \"2020-02-28\"\n+++\nText.".to_owned());
        assert_eq!(input.published.as_deref(), Some("2020-02-28"));
        assert_eq!(input.text.len(), "+++\ntitle = \"T\"\npublished = \"2020-02-28\"\n+++\nText.".len());
        assert_eq!(input.text.trim(), "Text.");
    }

    #[test]
    fn a_page_gives_its_article() {
        let words = "Troops fired on a crowd in the town on Friday, a monitor said, and many people fled. "
            .repeat(12);
        let html = format!(
            "<html><head><title>News</title></head><body><nav><a href='/'>Home</a> <a href='/x'>World</a></nav><article><h1>News</h1><p>{words}</p><p>{words}</p></article><footer>Donate</footer></body></html>"
        );
        let input = page(&html);
        assert!(
            input.extracted && input.text.contains("Troops fired") && !input.text.contains("Donate"),
            "{}",
            input.text
        );
    }

    #[test]
    fn other_bytes_are_no_pdf() {
        let failure = pdf(Path::new("x.pdf"), b"no pdf").err();
        assert!(failure.is_some_and(|failure| failure.message.contains("cannot be read as a PDF")));
    }
}
