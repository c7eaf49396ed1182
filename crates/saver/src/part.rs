//! The part itself: statements chosen, the collection's own words adjusted, everything packed.

use index::{Corpus, Name, Reports, subset};
use pack::{Page, Shell, corpus_of_module, single_file_of, single_file_parts};

/// What the page was opened from.
pub struct Given {
    /// The program; its module may carry the corpus.
    pub shell: Shell,
    /// The corpus, where it travels beside the module; else empty.
    pub corpus: Vec<u8>,
}

/// What is wanted.
pub struct Choice<'a> {
    /// Positions of the statements.
    pub rows: &'a [u32],
    /// Of the reports, the passages that the statements quote, and nothing else.
    pub quoted: bool,
    /// The title of the part; empty: as it is. With another title the description goes, too, since it says what
    /// the title no longer does.
    pub title: &'a str,
}

/// What a part says of itself, in the languages of the interface.
const SAID: [(&str, &str); 3] = [
    (
        "en",
        "This is a selection: {} of {} statements of a larger collection. What follows is said of the whole.",
    ),
    (
        "tr",
        "Bu bir seçimdir: {} ifade; bütün derleme {} ifade içerir. Aşağıdakiler bütünü için söylenmiştir.",
    ),
    ("ar", "هذه مختارات: {} من {} إفادة من مجموعة أكبر. ما يلي قيل عن المجموعة كلها."),
];

/// A part, made but not packed yet: the page has no packer, and lets the browser do it.
pub struct Part {
    shell: Shell,
    page: Page,
    blocks: Vec<(&'static str, Vec<u8>)>,
}

/// Makes the part.
///
/// # Errors
/// In a sentence, when something is damaged or missing.
pub fn part(given: Given, choice: &Choice) -> Result<Part, String> {
    let Given { shell, corpus } = given;
    let bytes = match corpus.is_empty() {
        true => corpus_of_module(&shell.wasm).map_err(|error| error.to_string())?.map(<[u8]>::to_vec),
        false => Some(corpus),
    };
    let bytes = bytes.ok_or("this page carries no corpus")?;
    let whole = index::open(&bytes).map_err(|error| error.to_string())?;
    let reports = if choice.quoted { Reports::Quoted } else { Reports::Whole };
    let mut part = subset(&whole, choice.rows, reports);
    describe(&mut part, &whole, choice.title.trim());
    let bytes = index::write(&mut part);
    let blocks = single_file_parts(&shell, &bytes).map_err(|error| error.to_string())?;
    Ok(Part { page: plain::page(&part), shell, blocks })
}

impl Part {
    /// What is to be packed as gzip, in order.
    pub fn blocks(&self) -> impl Iterator<Item = &[u8]> {
        self.blocks.iter().map(|(_, bytes)| bytes.as_slice())
    }

    /// The part as one file, around its packed blocks in the order of [`Part::blocks`].
    #[inline(never)]
    pub fn file(self, packed: Vec<Vec<u8>>) -> String {
        let names = self.blocks.iter().map(|(name, _)| *name);
        single_file_of(&self.shell, &self.page, &names.zip(packed).collect::<Vec<_>>())
    }
}

fn describe(part: &mut Corpus, whole: &Corpus, title: &str) {
    let counts = [part.statements.len(), whole.statements.len()].map(|count| count.to_string());
    let about = &mut part.about;
    if !title.is_empty() {
        about.title = vec![Name { text: title.to_owned(), lang: String::new() }];
        about.description.clear();
    }
    // The view that the publisher chose for the whole may hide all of a part.
    about.default_view.clear();
    for (lang, text) in SAID {
        let text = counts.iter().fold(text.to_owned(), |text, count| text.replacen("{}", count, 1));
        match about.coverage.iter_mut().find(|name| name.lang == lang) {
            Some(name) => name.text = [&text, "\n\n", &name.text].concat(),
            None => about.coverage.push(Name { text, lang: lang.to_owned() }),
        }
    }
}
