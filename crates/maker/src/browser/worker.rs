//! The worker: the same module, away from the page, started from what the page carries. It does one order at a
//! time; it may die over a file, and may be ended at any time.

use super::blocks::part;
use super::save::{address_of, forget};
use flate2::read::GzDecoder;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use std::io::Read;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageEvent;

/// The largest script that a worker is started from, in bytes.
const SCRIPT_LIMIT: u64 = 4 << 20;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The worker died or could not do it; in its own words.
    Died(String),
    /// It took longer than it may.
    TooLong,
    /// It was ended.
    Ended,
}

/// How an order is answered.
type Answer = Rc<RefCell<Option<(Function, Function)>>>;

/// A running worker. Dropping it ends it.
pub struct Worker {
    worker: web_sys::Worker,
    waiting: Answer,
    _heard: Closure<dyn Fn(MessageEvent)>,
    _failed: Closure<dyn Fn(JsValue)>,
}

impl Worker {
    /// Starts one, and its module in it.
    ///
    /// # Errors
    /// When the browser allows no worker, or the page lacks a part.
    pub async fn start(limit: u32) -> Result<Self, Fault> {
        let script = script().ok_or_else(|| Fault::Died("this page lacks its worker's script".to_owned()))?;
        let address = address_of(&Uint8Array::from(script.as_slice()), "text/javascript");
        let address = address.ok_or_else(|| Fault::Died("the browser gives no address".to_owned()))?;
        let worker = web_sys::Worker::new(&address);
        // The browser has begun to load it.
        let later = address.clone();
        Timeout::new(60_000, move || forget(&later)).forget();
        let worker = worker.map_err(|error| Fault::Died(words(&error)))?;
        let waiting: Answer = Rc::default();
        let heard = heard(&waiting);
        let failed = failed(&waiting);
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        let started = Self { worker, waiting, _heard: heard, _failed: failed };
        let parts = [("wasm", part("wasm").into()), ("reader", part("shell").into())];
        started.order("begin", &parts, &Array::new(), limit).await?;
        Ok(started)
    }

    /// Gives an order and waits for what comes of it, at most `limit` seconds. Buffers in `moved` are handed over.
    ///
    /// # Errors
    /// When it dies, takes too long, or is ended.
    pub async fn order(
        &self,
        order: &str,
        arguments: &[(&str, JsValue)],
        moved: &Array,
        limit: u32,
    ) -> Result<JsValue, Fault> {
        let message = Object::new();
        let set = |name: &str, value: &JsValue| Reflect::set(&message, &name.into(), value).is_ok();
        set("order", &order.into());
        arguments.iter().for_each(|(name, value)| {
            set(name, value);
        });
        let waiting = Rc::clone(&self.waiting);
        let answer = Promise::new(&mut |resolve, reject| {
            waiting.borrow_mut().replace((resolve, reject));
        });
        let sent = self.worker.post_message_with_transfer(&message, moved);
        sent.map_err(|error| Fault::Died(words(&error)))?;
        let late = Rc::clone(&self.waiting);
        let timer = Timeout::new(limit.saturating_mul(1000), move || refuse(&late, &JsValue::UNDEFINED));
        let answer = JsFuture::from(answer).await;
        drop(timer);
        answer.map_err(|error| match error {
            error if error.is_undefined() => Fault::TooLong,
            error if error.is_null() => Fault::Ended,
            error => Fault::Died(words(&error)),
        })
    }

    /// Ends it, whatever it is doing; who waits for it is told.
    pub fn end(&self) {
        self.worker.terminate();
        refuse(&self.waiting, &JsValue::NULL);
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.terminate();
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
    }
}

/// The worker's script, unpacked.
fn script() -> Option<Vec<u8>> {
    let packed = base64(&part("worker"))?;
    let mut script = Vec::new();
    GzDecoder::new(packed.as_slice()).take(SCRIPT_LIMIT).read_to_end(&mut script).ok()?;
    (!script.is_empty()).then_some(script)
}

/// Bytes of base64, decoded by the browser.
fn base64(text: &str) -> Option<Vec<u8>> {
    let letters = leptos::prelude::window().atob(text).ok()?;
    letters.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect()
}

fn heard(waiting: &Answer) -> Closure<dyn Fn(MessageEvent)> {
    let waiting = Rc::clone(waiting);
    Closure::new(move |event: MessageEvent| {
        let data = event.data();
        let get = |name: &str| Reflect::get(&data, &name.into()).unwrap_or_default();
        let failed = get("failed");
        if failed.is_string() {
            refuse(&waiting, &failed);
        } else if let Some((resolve, _)) = waiting.borrow_mut().take() {
            let _ = resolve.call1(&JsValue::NULL, &get("done"));
        }
    })
}

fn failed(waiting: &Answer) -> Closure<dyn Fn(JsValue)> {
    let waiting = Rc::clone(waiting);
    Closure::new(move |event: JsValue| {
        let message = Reflect::get(&event, &"message".into()).ok().filter(JsValue::is_string);
        refuse(&waiting, &message.unwrap_or_else(|| "the worker stopped".into()));
    })
}

fn refuse(waiting: &Answer, why: &JsValue) {
    let answer = waiting.borrow_mut().take();
    if let Some((_, reject)) = answer {
        let _ = reject.call1(&JsValue::NULL, why);
    }
}

fn words(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|it| it.as_string());
    message.or_else(|| error.as_string()).unwrap_or_else(|| "the worker stopped".to_owned())
}
