//! Where the corpus's bytes come from: the module's own section, or what the boot script put beside it.

use js_sys::{Array, ArrayBuffer, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};

/// Name of the module's custom section, and stem of the global that stands in for it.
const SECTION: &str = "fieldbook";
const GLOBAL: &str = "fieldbookCorpus";

/// The corpus that this page carries; nothing for a shell without one.
pub fn carried() -> Option<Vec<u8>> {
    in_module().or_else(beside)
}

fn in_module() -> Option<Vec<u8>> {
    let module: WebAssembly::Module = wasm_bindgen::module().dyn_into().ok()?;
    let sections: Array = WebAssembly::Module::custom_sections(&module, SECTION);
    let section: ArrayBuffer = sections.get(0).dyn_into().ok()?;
    Some(Uint8Array::new(&section).to_vec())
}

fn beside() -> Option<Vec<u8>> {
    let global = Reflect::get(&js_sys::global(), &JsValue::from_str(GLOBAL)).ok()?;
    let bytes: Uint8Array = global.dyn_into().ok()?;
    Some(bytes.to_vec())
}
