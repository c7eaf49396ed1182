//! Files that a person chose or dropped, folders with all that lies in them.

use crate::limits::{DEPTH_LIMIT, FILES_LIMIT};
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, ArrayBuffer, Function, Promise, Reflect};
use leptos::prelude::document;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, DragEvent, Event, File, HtmlInputElement};

/// A file, and its path in the folder that was chosen; its name alone where none was.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// With `/` between parts.
    pub path: String,
    /// The browser's handle.
    pub file: File,
}

impl Chosen {
    /// The file's bytes, read now.
    ///
    /// # Errors
    /// When the file is gone or may not be read.
    pub async fn bytes(&self) -> Result<ArrayBuffer, JsValue> {
        JsFuture::from(self.file.array_buffer()).await?.dyn_into()
    }
}

/// The files of an input.
pub fn chosen_in(event: &Event) -> Vec<Chosen> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files =
        input.files().map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect::<Vec<_>>());
    let chosen: Vec<Chosen> = files.unwrap_or_default().into_iter().map(named).collect();
    // The same files may be chosen once more.
    input.set_value("");
    chosen
}

fn named(file: File) -> Chosen {
    let relative = Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
    // The folder that was chosen is the root.
    let inside = relative.and_then(|path| path.split_once('/').map(|(_, inside)| inside.to_owned()));
    Chosen { path: inside.unwrap_or_else(|| file.name()), file }
}

/// Calls `take` with whatever is dropped anywhere on the page, and `over` with whether something hovers there.
pub fn listen_for_drops(take: impl Fn(DataTransfer) + 'static, over: impl Fn(bool) + Clone + 'static) {
    let document = document();
    let active = EventListenerOptions::enable_prevent_default();
    let entered = over.clone();
    EventListener::new_with_options(&document, "dragover", active, move |event| {
        event.prevent_default();
        entered(true);
    })
    .forget();
    let left = over.clone();
    EventListener::new(&document, "dragleave", move |_| left(false)).forget();
    EventListener::new_with_options(&document, "drop", active, move |event| {
        event.prevent_default();
        over(false);
        if let Some(transfer) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) {
            take(transfer);
        }
    })
    .forget();
}

/// Everything that was dropped. What is not asked for within the event is gone, so entries are taken at once and
/// read later.
pub fn dropped_in(transfer: &DataTransfer) -> impl Future<Output = Vec<Chosen>> + use<> {
    let items = Reflect::get(transfer, &"items".into()).unwrap_or_default();
    let items: Vec<JsValue> = Array::from(&items).iter().collect();
    let entries: Vec<JsValue> =
        items.iter().filter_map(|item| call(item, "webkitGetAsEntry", &[]).ok()).collect();
    let files = transfer.files();
    async move {
        let mut all = Vec::new();
        let single = entries.len() == 1;
        for entry in entries.iter().filter(|entry| entry.is_object()) {
            // One folder that was dropped is the root.
            let inside = if single && is(entry, "isDirectory") { "" } else { &name(entry) };
            walk(entry.clone(), inside.to_owned(), 0, &mut all).await;
        }
        if all.is_empty()
            && let Some(files) = files
        {
            all.extend((0..files.length()).filter_map(|at| files.get(at)).map(named));
        }
        all
    }
}

async fn walk(entry: JsValue, path: String, depth: usize, all: &mut Vec<Chosen>) {
    let mut folders = vec![(entry, path, depth)];
    while let Some((entry, path, depth)) = folders.pop() {
        if all.len() > FILES_LIMIT {
            return;
        }
        if is(&entry, "isFile") {
            if let Ok(file) = answer(&entry, "file").await {
                all.push(Chosen { path, file: file.unchecked_into() });
            }
        } else if depth < DEPTH_LIMIT {
            let Ok(reader) = call(&entry, "createReader", &[]) else { continue };
            // A reader hands out a hundred at a time, and none at the end.
            while let Ok(some) = answer(&reader, "readEntries").await {
                let some = Array::from(&some);
                if some.length() == 0 {
                    break;
                }
                for entry in some.iter() {
                    let name = name(&entry);
                    let inside = if path.is_empty() { name } else { [&path, "/", &name].concat() };
                    folders.push((entry, inside, depth + 1));
                }
            }
        }
    }
}

fn is(entry: &JsValue, property: &str) -> bool {
    Reflect::get(entry, &property.into()).is_ok_and(|value| value.is_truthy())
}

fn name(entry: &JsValue) -> String {
    Reflect::get(entry, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}

fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    method.apply(object, &arguments.iter().collect())
}

/// What a method hands to its first function; its second takes the failure.
async fn answer(object: &JsValue, method: &str) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        if call(object, method, &[resolve.into(), reject.clone().into()]).is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(promise).await
}
