//! What the worker is asked for: to read the files, to compile them, to pack what came of it.

use super::bench::{Bench, Stopped, fault_words};
use crate::browser::{self, Chosen, Fault, Worker};
use crate::limits::{FILE_LIMIT, FILE_SECONDS, FILES_LIMIT, STEP_SECONDS};
use crate::preview::Preview;
use crate::text::words;
use app::text::{fill, number};
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};

impl Bench {
    /// The worker with all files on its desk; a fresh one where there is none. Nothing where that fails.
    pub(super) async fn ready(self, deed: u32) -> Result<Option<Rc<Worker>>, Stopped> {
        if let Some(worker) = self.worker.get_value() {
            return Ok(Some(worker));
        }
        let chosen = self.chosen.get_value();
        self.count.set(chosen.len() as u32);
        'anew: loop {
            let Some(worker) = self.fresh(deed).await? else { return Ok(None) };
            let asked = self.readable(&chosen);
            for (at, file) in asked.iter().enumerate() {
                let lang = self.lang.get_untracked();
                let steps = [at as u32 + 1, asked.len() as u32];
                let [n, of] = steps.map(|n| number::whole(lang, n.into()));
                self.does(&fill(words(lang).reading, &[&file.path, &n, &of]), steps);
                match self.lay(&worker, file).await {
                    Ok(None) => self.counts(deed)?,
                    Ok(Some(why)) => {
                        self.counts(deed)?;
                        self.refuse(&file.path, why);
                    }
                    Err(Fault::Ended) => return Err(Stopped),
                    Err(fault) => {
                        self.counts(deed)?;
                        self.refuse(&file.path, fault_words(&fault, lang, FILE_SECONDS));
                        continue 'anew;
                    }
                }
            }
            self.worker.set_value(Some(Rc::clone(&worker)));
            return Ok(Some(worker));
        }
    }

    /// The chosen files without those that were refused.
    fn readable(self, chosen: &[Chosen]) -> Vec<Chosen> {
        let refused = self.refused.get_untracked();
        let is_refused = |file: &Chosen| refused.iter().any(|refusal| refusal.file == file.path);
        chosen.iter().filter(|file| !is_refused(file)).take(FILES_LIMIT + 1).cloned().collect()
    }

    async fn fresh(self, deed: u32) -> Result<Option<Rc<Worker>>, Stopped> {
        self.does(words(self.lang.get_untracked()).starting, [0, 0]);
        match Worker::start(STEP_SECONDS).await {
            Ok(worker) => {
                self.counts(deed)?;
                // From here on a cancellation finds it.
                let worker = Rc::new(worker);
                Ok(Some(worker))
            }
            Err(fault) => self.answer(deed, Err(fault)).map(|_| None),
        }
    }

    /// Lays one file on the worker's desk; why it is refused, or nothing.
    async fn lay(self, worker: &Worker, file: &Chosen) -> Result<Option<String>, Fault> {
        let size = file.file.size();
        if size > FILE_LIMIT as f64 {
            return Ok(Some(format!("It holds {size} bytes, more than {FILE_LIMIT}")));
        }
        let bytes = match file.bytes().await {
            Ok(bytes) => bytes,
            Err(error) => return Ok(Some(format!("The browser cannot read it ({error:?})"))),
        };
        let moved = Array::of1(&bytes);
        let arguments = [("path", file.path.as_str().into()), ("bytes", bytes.into())];
        let answer = worker.order("take", &arguments, &moved, FILE_SECONDS).await?;
        Ok(answer.as_string())
    }

    pub(super) async fn compile(self, deed: u32) -> Result<(), Stopped> {
        let Some(worker) = self.ready(deed).await? else { return Ok(()) };
        self.does(words(self.lang.get_untracked()).compiling, [0, 0]);
        match self.checked(&worker).await {
            Err(Fault::Died(why)) => {
                self.counts(deed)?;
                self.end_worker();
                self.find_culprits(deed, &why).await
            }
            answer => {
                if let Some(preview) = self.answer(deed, answer)? {
                    self.show(&preview);
                }
                Ok(())
            }
        }
    }

    async fn checked(self, worker: &Worker) -> Result<JsValue, Fault> {
        let edits = serde_json::to_string(&self.edits.get_untracked()).unwrap_or_default();
        worker.order("check", &[("edits", edits.into())], &Array::new(), STEP_SECONDS).await
    }

    fn show(self, preview: &JsValue) {
        let text = preview.as_string().unwrap_or_default();
        match serde_json::from_str::<Preview>(&text) {
            Ok(preview) => self.preview.set(Some(Arc::new(preview))),
            Err(error) => self.said.set(error.to_string()),
        }
    }

    /// The compiler died over all files together: each is compiled alone to find those that kill it, and the
    /// others are compiled without them.
    async fn find_culprits(self, deed: u32, why: &str) -> Result<(), Stopped> {
        let files = self.readable(&self.chosen.get_value());
        let before = self.refused.with_untracked(Vec::len);
        for (at, file) in files.iter().enumerate() {
            let lang = self.lang.get_untracked();
            let steps = [at as u32 + 1, files.len() as u32];
            let Some(worker) = self.fresh(deed).await? else { return Ok(()) };
            let [n, of] = steps.map(|n| number::whole(lang, n.into()));
            self.does(&fill(words(lang).searching, &[&n, &of]), steps);
            let laid = self.lay(&worker, file).await;
            let outcome = match laid {
                Ok(_) => self.checked(&worker).await.map(|_| ()),
                Err(fault) => Err(fault),
            };
            self.counts(deed)?;
            if let Err(fault) = outcome {
                self.refuse(&file.path, fault_words(&fault, lang, FILE_SECONDS));
            }
        }
        if self.refused.with_untracked(Vec::len) == before {
            // None alone does it: memory, most likely.
            let lang = self.lang.get_untracked();
            self.said.set(fill(words(lang).failed, &[why]));
            return Ok(());
        }
        let Some(worker) = self.ready(deed).await? else { return Ok(()) };
        self.does(words(self.lang.get_untracked()).compiling, [0, 0]);
        let answer = self.checked(&worker).await;
        if let Some(preview) = self.answer(deed, answer)? {
            self.show(&preview);
        }
        Ok(())
    }

    /// The fieldbook's bytes; nothing where that fails.
    pub(super) async fn pack(self, deed: u32) -> Result<Option<Uint8Array>, Stopped> {
        if self.worker.with_value(Option::is_none) {
            // After a cancellation the desk is empty.
            self.compile(deed).await?;
        }
        let Some(worker) = self.ready(deed).await? else { return Ok(None) };
        self.does(words(self.lang.get_untracked()).packing, [0, 0]);
        let answer = worker.order("pack", &[], &Array::new(), STEP_SECONDS).await;
        Ok(self.answer(deed, answer)?.and_then(|bytes| bytes.dyn_into().ok()))
    }

    pub(super) async fn packed(self, deed: u32) -> Result<Option<String>, Stopped> {
        let html = self.pack(deed).await?;
        Ok(html.and_then(|html| browser::address_of(&html, "text/html;charset=utf-8")))
    }
}
