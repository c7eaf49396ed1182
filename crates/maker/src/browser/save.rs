//! Bytes handed to the browser: as a download, or under an address of their own.

use js_sys::{Array, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// An address under which this page can show the bytes; `None` where the browser refuses.
pub fn address_of(bytes: &Uint8Array, mime: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(bytes);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// Gives the memory behind an address back.
pub fn forget(address: &str) {
    let _ = Url::revoke_object_url(address);
}

/// Offers what is at the address as a file of this name.
pub fn save(address: &str, name: &str) -> Result<(), JsValue> {
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(address);
    link.set_download(name);
    // Firefox follows a link only where it is part of the page.
    let body = document().body().ok_or(JsValue::NULL)?;
    body.append_child(&link)?;
    link.click();
    link.remove();
    Ok(())
}
