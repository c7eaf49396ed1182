//! What happens: files come in, the worker reads and compiles them, what it makes goes out.
//!
//! The page keeps handles of files, never their bytes. A worker that dies, takes too long or is canceled is
//! replaced by a fresh one, which is given all files again but those that stopped it.

use crate::browser::{self, Chosen, Fault, Worker};
use crate::edits::Edits;
use crate::limits::STEP_SECONDS;
use crate::preview::Preview;
use crate::text::words;
use app::text::{Lang, fill, number};
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use markup::Signal;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// Work that goes on: what, and how far it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Doing {
    /// In words.
    pub what: String,
    /// Done and all; all is 0 where that is not known.
    pub steps: [u32; 2],
}

/// A file that is not read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Its path; empty where no file is to blame.
    pub file: String,
    /// Why, in words.
    pub why: String,
}

/// Everything that the page holds.
#[derive(Clone, Copy)]
pub struct Bench {
    /// The reader's language.
    pub lang: Signal<Lang>,
    /// Whether something hovers over the page.
    pub over: Signal<bool>,
    /// How many files were chosen.
    pub count: Signal<u32>,
    /// What is going on.
    pub doing: Signal<Option<Doing>>,
    /// What was made.
    pub preview: Signal<Option<Arc<Preview>>>,
    /// What is corrected.
    pub edits: Signal<Edits>,
    /// Files that are not read.
    pub refused: Signal<Vec<Refusal>>,
    /// What is to be said of the last deed.
    pub said: Signal<String>,
    /// The address of the fieldbook that is shown.
    pub shown: Signal<Option<String>>,
    pub(super) chosen: StoredValue<Vec<Chosen>, LocalStorage>,
    pub(super) worker: StoredValue<Option<Rc<Worker>>, LocalStorage>,
    /// The number of the deed that counts; an older one that comes back late is forgotten.
    deed: StoredValue<u32>,
}

/// The bench, from anywhere below the root.
pub fn use_bench() -> Bench {
    expect_context()
}

/// Why a deed ended early: a newer one has begun, or it was told to.
pub(super) struct Stopped;

impl Bench {
    /// An empty bench, for the components below.
    pub fn provide(lang: Lang) -> Self {
        let bench = Self {
            lang: Signal::new(lang),
            over: Signal::new(false),
            count: Signal::new(0),
            doing: Signal::new(None),
            preview: Signal::new(None),
            edits: Signal::new(Edits::default()),
            refused: Signal::new(Vec::new()),
            said: Signal::new(String::new()),
            shown: Signal::new(None),
            chosen: StoredValue::new_local(Vec::new()),
            worker: StoredValue::new_local(None),
            deed: StoredValue::new(0),
        };
        provide_context(bench);
        bench
    }

    /// Takes what is dropped on the page.
    pub fn listen_for_drops(self) {
        let take = move |transfer| {
            let dropped = browser::dropped_in(&transfer);
            spawn_local(async move { self.add(dropped.await) });
        };
        browser::listen_for_drops(take, move |over| {
            if self.over.get_untracked() != over {
                self.over.set(over);
            }
        });
    }

    /// Adds files, and reads all of them.
    pub fn add(self, files: Vec<Chosen>) {
        if files.is_empty() {
            return;
        }
        self.chosen.update_value(|chosen| {
            for file in files {
                // The same path once more is the newer file.
                chosen.retain(|other| other.path != file.path);
                chosen.push(file);
            }
            chosen.sort_by(|a, b| a.path.cmp(&b.path));
        });
        self.end_worker();
        self.refused.set(Vec::new());
        self.make();
    }

    /// Forgets everything.
    pub fn start_over(self) {
        self.next_deed();
        self.end_worker();
        self.chosen.set_value(Vec::new());
        self.count.set(0);
        self.doing.set(None);
        self.preview.set(None);
        self.edits.set(Edits::default());
        self.refused.set(Vec::new());
        self.said.set(String::new());
        self.close();
    }

    /// Ends what is going on.
    pub fn cancel(self) {
        self.next_deed();
        self.end_worker();
        self.doing.set(None);
        self.said.set(words(self.lang.get_untracked()).canceled.to_owned());
    }

    /// Changes a correction, and compiles anew.
    pub fn correct(self, change: impl FnOnce(&mut Edits)) {
        let before = self.edits.get_untracked();
        self.edits.update(change);
        if self.edits.get_untracked() != before {
            self.make();
        }
    }

    /// Shows the fieldbook.
    pub fn open(self) {
        self.begin(move |deed| async move {
            let Some(address) = self.packed(deed).await? else { return Ok(()) };
            self.close();
            self.shown.set(Some(address));
            Ok(())
        });
    }

    /// Closes the fieldbook that is shown.
    pub fn close(self) {
        if let Some(address) = self.shown.get_untracked() {
            browser::forget(&address);
            self.shown.set(None);
        }
    }

    /// Offers the fieldbook as a file.
    pub fn save(self) {
        self.begin(move |deed| async move {
            let Some(html) = self.pack(deed).await? else { return Ok(()) };
            let title =
                self.preview.with_untracked(|it| it.as_ref().map(|it| it.title.clone()).unwrap_or_default());
            let name = [&file_name(&title), ".html"].concat();
            let lang = self.lang.get_untracked();
            if let Some(address) = browser::address_of(&html, "text/html;charset=utf-8") {
                let _ = browser::save(&address, &name);
                let size = number::whole(lang, html.length().into());
                self.said.set(fill(words(lang).saved, &[&name, &size]));
            }
            Ok(())
        });
    }

    /// Offers the settings as a file.
    pub fn save_settings(self) {
        self.begin(move |deed| async move {
            let Some(worker) = self.ready(deed).await? else { return Ok(()) };
            let text = worker.order("settings", &[], &Array::new(), STEP_SECONDS).await;
            if let Some(text) = self.answer(deed, text)?.and_then(|text| text.as_string()) {
                let bytes = Uint8Array::from(text.as_bytes());
                if let Some(address) = browser::address_of(&bytes, "application/toml") {
                    let _ = browser::save(&address, "fieldbook.toml");
                }
            }
            Ok(())
        });
    }

    fn make(self) {
        self.begin(move |deed| async move {
            self.ready(deed).await?;
            self.compile(deed).await
        });
    }

    /// Begins a deed, which ends the one before.
    fn begin<F: Future<Output = Result<(), Stopped>> + 'static>(self, deed: impl FnOnce(u32) -> F + 'static) {
        let number = self.next_deed();
        if self.doing.with_untracked(Option::is_some) {
            self.end_worker();
        }
        self.said.set(String::new());
        spawn_local(async move {
            if deed(number).await.is_ok() && self.counts(number).is_ok() {
                self.doing.set(None);
            }
        });
    }

    fn next_deed(self) -> u32 {
        self.deed.update_value(|deed| *deed += 1);
        self.deed.get_value()
    }

    pub(super) fn counts(self, deed: u32) -> Result<(), Stopped> {
        if self.deed.get_value() == deed { Ok(()) } else { Err(Stopped) }
    }

    pub(super) fn end_worker(self) {
        let worker = self.worker.try_update_value(Option::take).flatten();
        if let Some(worker) = worker {
            worker.end();
        }
    }

    pub(super) fn does(self, what: &str, steps: [u32; 2]) {
        self.doing.set(Some(Doing { what: what.to_owned(), steps }));
    }

    pub(super) fn refuse(self, file: &str, why: String) {
        let refusal = Refusal { file: file.to_owned(), why };
        self.refused.update(|refused| {
            if !refused.contains(&refusal) {
                refused.push(refusal);
            }
        });
    }

    /// What an answer holds; a fault that is not the reader's doing is said.
    pub(super) fn answer(
        self,
        deed: u32,
        answer: Result<JsValue, Fault>,
    ) -> Result<Option<JsValue>, Stopped> {
        self.counts(deed)?;
        match answer {
            Ok(answer) => Ok(Some(answer)),
            Err(Fault::Ended) => Err(Stopped),
            Err(fault) => {
                self.end_worker();
                let lang = self.lang.get_untracked();
                let why = match &fault {
                    Fault::Died(why) => why.clone(),
                    fault => fault_words(fault, lang, STEP_SECONDS),
                };
                self.said.set(fill(words(lang).failed, &[&why]));
                Ok(None)
            }
        }
    }
}

pub(super) fn fault_words(fault: &Fault, lang: Lang, seconds: u32) -> String {
    let words = words(lang);
    match fault {
        Fault::Died(why) => [words.killed, " (", why, ")"].concat(),
        Fault::TooLong => fill(words.too_long, &[&number::whole(lang, seconds.into())]),
        Fault::Ended => words.canceled.to_owned(),
    }
}

/// A file's name from a title: letters and digits of any script, the rest as hyphens.
fn file_name(title: &str) -> String {
    const LONGEST: usize = 60;
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.collect::<Vec<_>>().join("-").chars().take(LONGEST).collect();
    if name.is_empty() { "fieldbook".to_owned() } else { name.to_lowercase() }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn names_of_files() {
        assert_eq!(file_name("My “own” title: 2020"), "my-own-title-2020");
        assert_eq!(file_name("إدلب / ٢٠٢٠"), "إدلب-٢٠٢٠");
        assert_eq!(file_name("…"), "fieldbook");
        assert_eq!(file_name(&"a".repeat(99)).len(), 60);
    }
}
