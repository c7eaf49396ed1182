//! The second module that the page carries, which makes a fieldbook of a part of this one (`crates/saver`). It
//! runs in a worker that is told where each part of the page stands: in it, as text, or at an address.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint32Array};
use leptos::prelude::document;
use leptos::web_sys::{Blob, Element, HtmlAnchorElement, MessageEvent, Url, Worker};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The boot script's attributes that name files of a site.
const BOOT: &str = "[data-part=boot]";

/// Whether the page carries the saver.
pub fn is_here() -> bool {
    first("[data-part=saver],[data-saver]").is_some()
}

/// Makes a fieldbook of the statements at these positions, and offers it under a name.
///
/// # Errors
/// What went wrong, in the browser's or the saver's words.
pub async fn save(rows: &[u32], quoted: bool, title: &str, name: &str) -> Result<(), String> {
    saved(rows, quoted, title, name).await.map_err(|error| {
        let message = Reflect::get(&error, &"message".into()).ok().and_then(|it| it.as_string());
        message.or_else(|| error.as_string()).unwrap_or_default()
    })
}

async fn saved(rows: &[u32], quoted: bool, title: &str, name: &str) -> Result<(), JsValue> {
    let order = Object::new();
    let set = |name: &str, value: JsValue| Reflect::set(&order, &name.into(), &value);
    for (name, kept) in
        [("wasm", "wasm"), ("corpus", "corpus"), ("saver", "saver"), ("script", "saver-script")]
    {
        set(name, place(joined(kept), file(kept))?)?;
    }
    for name in ["boot", "glue", "style"] {
        let part = first(&["[data-part=", name, "]"].concat());
        let address =
            part.as_ref().and_then(|it| it.get_attribute("src").or_else(|| it.get_attribute("href")));
        set(name, place(part.and_then(|it| it.text_content()).unwrap_or_default(), address)?)?;
    }
    let icon = first("link[rel=icon]").and_then(|it| it.get_attribute("href")).unwrap_or_default();
    let icon = icon.split_once(',').map(|(_, icon)| leptos::prelude::window().atob(icon)).transpose()?;
    set("icon", place(icon.unwrap_or_default(), None)?)?;
    set("rows", Uint32Array::from(rows).into())?;
    set("quoted", quoted.into())?;
    set("title", title.into())?;
    let html = made(&order).await?;
    let address = Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence(&Array::of1(&html))?)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    // Firefox follows a link only where it is part of the page.
    document().body().ok_or(JsValue::NULL)?.append_child(&link)?;
    link.click();
    link.remove();
    Ok(())
}

/// What the worker makes of an order.
async fn made(order: &Object) -> Result<JsValue, JsValue> {
    let worker = match file("saver-script") {
        Some(address) => Worker::new(&absolute(&address)?)?,
        None => {
            let script = Array::of1(&joined("saver-script").into());
            Worker::new(&Url::create_object_url_with_blob(&Blob::new_with_str_sequence(&script)?)?)?
        }
    };
    let answer = Promise::new(&mut |resolve: Function, reject: Function| {
        let refuse = reject.clone();
        let heard = Closure::once_into_js(move |event: MessageEvent| {
            let data = event.data();
            let get = |name: &str| Reflect::get(&data, &name.into()).unwrap_or_default();
            let done = get("done");
            let _ = match done.is_undefined() {
                true => refuse.call1(&JsValue::NULL, &get("failed")),
                false => resolve.call1(&JsValue::NULL, &done),
            };
        });
        worker.set_onmessage(heard.dyn_ref());
        worker.set_onerror(Some(&reject));
        let _ = worker.post_message(order);
    });
    let answer = JsFuture::from(answer).await;
    worker.terminate();
    answer
}

fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// The text of the blocks of a part.
fn joined(part: &str) -> String {
    let Ok(blocks) = document().query_selector_all(&["script[data-part=", part, "]"].concat()) else {
        return String::new();
    };
    (0..blocks.length()).filter_map(|at| blocks.item(at)?.text_content()).collect()
}

/// The name of a file of the site that holds a part.
fn file(part: &str) -> Option<String> {
    first(BOOT)?.get_attribute(&["data-", part].concat())
}

/// Where a part stands, as the worker takes it.
fn place(text: String, address: Option<String>) -> Result<JsValue, JsValue> {
    let place = Object::new();
    Reflect::set(&place, &"text".into(), &text.into())?;
    if let Some(address) = address {
        Reflect::set(&place, &"address".into(), &absolute(&address)?.into())?;
    }
    Ok(place.into())
}

fn absolute(address: &str) -> Result<String, JsValue> {
    let base = document().base_uri()?.unwrap_or_default();
    Url::new_with_base(address, &base).map(|url| url.href())
}
