//! Files out of the page and into it: a download through a blob, and a file that the reader has chosen. Neither is a
//! request to anybody.

use js_sys::{Array, Uint8Array};
use leptos::prelude::{document, set_timeout};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Event, HtmlElement, HtmlInputElement, Url};

/// A blob's address is given back after this long, when the browser has certainly begun to save it.
const KEPT_FOR: Duration = Duration::from_secs(60);

/// A file in pieces, which lie outside the module's memory.
#[derive(Clone, Debug, Default)]
pub struct Parts(Array);

impl Parts {
    /// Adds a piece.
    pub fn push(&self, piece: &str) {
        self.0.push(&Uint8Array::from(piece.as_bytes()));
    }

    /// Offers the file for saving; false where the browser refuses.
    pub fn save(&self, name: &str, media_type: &str) -> bool {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let blob = Blob::new_with_u8_array_sequence_and_options(&self.0, &options);
        let Some(url) = blob.ok().and_then(|blob| Url::create_object_url_with_blob(&blob).ok()) else {
            return false;
        };
        let done = save_from(name, &url);
        set_timeout(
            move || {
                let _ = Url::revoke_object_url(&url);
            },
            KEPT_FOR,
        );
        done
    }
}

/// Offers what lies at a `blob:` or `data:` address for saving; false where the browser refuses.
pub fn save_from(name: &str, url: &str) -> bool {
    let anchor = document().create_element("a").ok().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let (Some(anchor), Some(body)) = (anchor, document().body()) else { return false };
    let set = anchor.set_attribute("href", url).and_then(|()| anchor.set_attribute("download", name));
    // A dialog makes all else inert, and an anchor outside of it would not be pressed everywhere.
    let home = document().query_selector("dialog[open]").ok().flatten().unwrap_or_else(|| body.into());
    let placed = home.append_child(&anchor).is_ok();
    anchor.click();
    anchor.remove();
    set.is_ok() && placed
}

/// The text of the file that a field was given; nothing without one, or where it has more bytes than `most`.
pub async fn chosen(event: Event, most: usize) -> Option<Result<String, ()>> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    // So that the same file can be chosen again.
    field.set_value("");
    if file.size() > most as f64 {
        return Some(Err(()));
    }
    JsFuture::from(file.text()).await.ok()?.as_string().map(Ok)
}
