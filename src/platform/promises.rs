//! What the page can show of its promises: the policy in force, and the requests it has made.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};

/// The content security policy that the page states; nothing where it states none.
pub fn policy() -> Option<String> {
    let tag = document().query_selector("meta[http-equiv='Content-Security-Policy']").ok().flatten()?;
    tag.get_attribute("content")
}

/// Whether the page came from a host, which holds more than this page.
pub fn hosted() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol.starts_with("http"))
}

/// Milliseconds since the page began to load; what [`requests_since`] counts from.
pub fn now() -> f64 {
    call("now", &[]).and_then(|now| now.as_f64()).unwrap_or_default()
}

/// How many requests the page has begun since then, as the browser noted them; nothing where it notes none.
pub fn requests_since(moment: f64) -> Option<u32> {
    let entries: Array = call("getEntriesByType", &[JsValue::from_str("resource")])?.dyn_into().ok()?;
    let start = |entry: &JsValue| Reflect::get(entry, &JsValue::from_str("startTime")).ok()?.as_f64();
    let later = entries.iter().filter(|entry| start(entry).is_some_and(|start| start > moment));
    let later = later.filter(|entry| !is_manifest(entry));
    u32::try_from(later.count()).ok()
}

/// Whether it is the manifest, an icon of it or the service worker, which browsers ask for by themselves to offer
/// installing the page.
fn is_manifest(entry: &JsValue) -> bool {
    let name = Reflect::get(entry, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
    name.is_some_and(|name| {
        name.ends_with(".webmanifest") || name.ends_with("/sw.js") || name.contains("/icon-")
    })
}

/// Calls a method of the browser's clock and record of requests.
fn call(method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let performance = Reflect::get(&window(), &JsValue::from_str("performance")).ok()?;
    let method: Function = Reflect::get(&performance, &JsValue::from_str(method)).ok()?.dyn_into().ok()?;
    let arguments: Array = arguments.iter().collect();
    method.apply(&performance, &arguments).ok()
}
