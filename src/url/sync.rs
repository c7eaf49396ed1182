//! Ties the address to the browser's history: one effect out, one listener in.

use super::{decode, encode};
use crate::platform::history;
use crate::state::{Choice, Commit};
use leptos::prelude::*;

/// A drag is entered into the history this long after its last movement; WebKit refuses more than a hundred
/// entries in ten seconds.
const DRAG_MS: u32 = 250;

/// Keeps the fragment and the choice the same, as long as the app lives.
pub fn keep_in_step(choice: Choice) {
    let pending = StoredValue::new_local(None::<gloo::timers::callback::Timeout>);
    Effect::new(move |before: Option<String>| {
        let fragment = choice.with(encode);
        if fragment != history::fragment() && before.is_some() {
            // A timer that is dropped is cancelled.
            pending.set_value(None);
            match choice.last_commit() {
                Commit::Step => history::push(&fragment),
                Commit::Drag => {
                    let later = fragment.clone();
                    let timer = gloo::timers::callback::Timeout::new(DRAG_MS, move || history::replace(&later));
                    pending.set_value(Some(timer));
                }
            }
        }
        fragment
    });
    history::on_travel(move || {
        let (address, _) = decode(&history::fragment());
        if choice.peek(|current| encode(current) != encode(&address)) {
            choice.restore(address);
        }
    });
}
