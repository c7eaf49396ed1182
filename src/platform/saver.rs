//! "Save this selection": a worker in which this same program runs once more, without a page, makes a fieldbook of a
//! part of this one. The boot script, which knows where each part of the page stands, gives it its order.

use js_sys::{Promise, Reflect, Uint8Array};
use leptos::prelude::document;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// Makes a fieldbook of the statements at these positions, and offers it under a name.
    #[wasm_bindgen(catch, js_namespace = fieldbookBoot, js_name = save)]
    fn order(rows: &[u32], quoted: bool, title: &str, name: &str) -> Result<Promise, JsValue>;

    /// Gives up what is being made.
    #[wasm_bindgen(catch, js_namespace = fieldbookBoot, js_name = cancel)]
    fn give_up() -> Result<(), JsValue>;
}

/// Whether the page can save parts of itself.
pub fn is_here() -> bool {
    document().query_selector("[data-part=saver],[data-saver]").is_ok_and(|found| found.is_some())
}

/// Gives up what is being made: [`save`] then fails without a word.
pub fn cancel() {
    let _ = give_up();
}

/// Makes a fieldbook of the statements at these positions, and offers it under a name.
///
/// # Errors
/// What went wrong, in the browser's or the saver's words; nothing after [`cancel`].
pub async fn save(rows: &[u32], quoted: bool, title: &str, name: &str) -> Result<(), String> {
    let done = match order(rows, quoted, title, name) {
        Ok(promise) => JsFuture::from(promise).await.map(|_| ()),
        Err(error) => Err(error),
    };
    done.map_err(|error| {
        let message = Reflect::get(&error, &"message".into()).ok().and_then(|it| it.as_string());
        message.or_else(|| error.as_string()).unwrap_or_default()
    })
}

/// In the worker: nothing happens until [`save_part`] and [`saved_file`] are called; a panic is told to the worker's script.
pub fn wait() {
    #[cfg(target_arch = "wasm32")]
    std::panic::set_hook(Box::new(|info| wasm_bindgen::throw_str(&info.to_string())));
}

thread_local! {
    /// The part between its making and its packing.
    static PART: RefCell<Option<::saver::Part>> = const { RefCell::new(None) };
}

/// In the worker: makes a part, and gives what of it the browser is to pack as gzip. `parts` are module, corpus (empty
/// where the module carries it) and the program's later half; `texts` are boot script, glue, the
/// loading state's styles, all others, icon, the worker's script, and script and styles of the plain list.
///
/// # Errors
/// When a part is damaged or missing.
#[wasm_bindgen]
pub fn save_part(
    parts: Vec<Uint8Array>,
    texts: Vec<String>,
    rows: &[u32],
    quoted: bool,
    title: &str,
) -> Result<Vec<Uint8Array>, JsError> {
    let parts = parts.into_iter().map(|part| part.to_vec()).collect();
    let choice = ::saver::Choice { rows, quoted, title };
    let part = ::saver::given(parts, texts, &choice).map_err(|error| JsError::new(&error))?;
    let blocks = part.blocks().map(Uint8Array::from).collect();
    PART.set(Some(part));
    Ok(blocks)
}

/// In the worker: the file around what was packed.
///
/// # Errors
/// Without a part that was made before.
#[wasm_bindgen]
pub fn saved_file(packed: Vec<Uint8Array>) -> Result<Vec<u8>, JsError> {
    let part = PART.take().ok_or_else(|| JsError::new("no part was made"))?;
    Ok(part.file(packed.into_iter().map(|block| block.to_vec()).collect()).into_bytes())
}
