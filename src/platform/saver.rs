//! The second module that the page carries, which makes a fieldbook of a part of this one (`crates/saver`). The boot
//! script, which knows where each part of the page stands, gives it its order.

use js_sys::{Promise, Reflect};
use leptos::prelude::document;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// Makes a fieldbook of the statements at these positions, and offers it under a name.
    #[wasm_bindgen(catch, js_namespace = fieldbookBoot, js_name = save)]
    fn order(rows: &[u32], quoted: bool, title: &str, name: &str) -> Result<Promise, JsValue>;
}

/// Whether the page carries the saver.
pub fn is_here() -> bool {
    document().query_selector("[data-part=saver],[data-saver]").is_ok_and(|found| found.is_some())
}

/// Makes a fieldbook of the statements at these positions, and offers it under a name.
///
/// # Errors
/// What went wrong, in the browser's or the saver's words.
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
