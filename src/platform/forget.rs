//! "Forget everything": the boot script takes out of the browser what a page can take out.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Takes away copies and choice, and ends the page in a card that says so.
    #[wasm_bindgen(catch, js_namespace = fieldbookBoot, js_name = forget)]
    fn forget() -> Result<JsValue, JsValue>;
}

/// Takes away copies and choice, and ends the page in a card that says so.
pub fn everything() {
    let _ = forget();
}
