//! Ties the address to the browser's history: one effect out, one listener in.
//!
//! A step enters the history at once. A movement, such as dragging a brush or typing a word, is one step as a
//! whole: its first change enters the history, those after it change that entry, and a step which changes
//! nothing more ends it.

use super::{Complaint, decode, encode};
use crate::platform::after_paint::AfterPaint;
use crate::platform::history;
use crate::state::{Choice, Commit};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use markup::effect;

/// A movement's entry is brought up to date this long after its last change; WebKit refuses more than a
/// hundred changes in ten seconds.
const DRAG_MS: u32 = 250;

/// What to do with a change of the fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Entry {
    /// Nothing: the history has it.
    None,
    /// Enter a step.
    Push,
    /// Change the current entry, in a while.
    ReplaceLater,
    /// Bring the movement's entry up to date, then enter a step.
    FinishAndPush(String),
    /// Bring the movement's entry up to date.
    Finish,
}

/// What a change of the fragment means. `moved` is the fragment of the movement that goes on, if any; `entered`
/// is what the history has.
fn entry(commit: Commit, fragment: &str, moved: Option<&str>, entered: &str) -> Entry {
    match (commit, moved) {
        _ if fragment == entered => Entry::None,
        (Commit::Drag, Some(_)) => Entry::ReplaceLater,
        (Commit::Drag, None) | (Commit::Step, None) => Entry::Push,
        (Commit::Step, Some(moved)) if moved == fragment => Entry::Finish,
        (Commit::Step, Some(moved)) => Entry::FinishAndPush(moved.to_owned()),
    }
}

/// Keeps the fragment and the choice the same, as long as the app lives. What has to be ignored in a fragment
/// that the reader wrote or travelled to is complained about in `complaints`.
pub fn keep_in_step(choice: Choice, complaints: RwSignal<Vec<Complaint>>) {
    let pending = StoredValue::new_local(None::<Timeout>);
    let moved = StoredValue::new_local(None::<String>);
    let waiting = StoredValue::new(None::<String>);
    // Entering a step takes the browser some milliseconds, which the picture need not wait for.
    let entering = AfterPaint::new(move || {
        if let Some(Some(fragment)) = waiting.try_update_value(Option::take) {
            history::push(&fragment);
        }
    });
    let push = move |fragment: &str| {
        waiting.set_value(Some(fragment.to_owned()));
        entering.ask();
    };
    let mut before = false;
    effect(move || {
        let fragment = choice.with(encode);
        entering.act();
        if std::mem::replace(&mut before, true) {
            // A timer that is dropped is cancelled.
            pending.set_value(None);
            let commit = choice.last_commit();
            match entry(commit, &fragment, moved.get_value().as_deref(), &history::fragment()) {
                Entry::None => {}
                Entry::Push => push(&fragment),
                Entry::Finish => history::replace(&fragment),
                Entry::FinishAndPush(moved) => {
                    history::replace(&moved);
                    push(&fragment);
                }
                Entry::ReplaceLater => {
                    let later = fragment.clone();
                    pending.set_value(Some(Timeout::new(DRAG_MS, move || history::replace(&later))));
                }
            }
            moved.set_value((commit == Commit::Drag).then_some(fragment));
        }
    });
    history::on_travel(move || {
        let (address, ignored) = decode(&history::fragment());
        complaints.set(ignored);
        if choice.peek(|current| encode(current) != encode(&address)) {
            pending.set_value(None);
            waiting.set_value(None);
            moved.set_value(None);
            choice.restore(address);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_movement_is_one_step() {
        let check = |commit, fragment, moved, entered, expect| {
            assert_eq!(entry(commit, fragment, moved, entered), expect, "{fragment} over {entered}");
        };
        check(Commit::Drag, "q=s", None, "", Entry::Push);
        check(Commit::Drag, "q=sm", Some("q=s"), "q=s", Entry::ReplaceLater);
        check(Commit::Step, "q=smoke", Some("q=smoke"), "q=sm", Entry::Finish);
        check(Commit::Step, "q=smoke", Some("q=smoke"), "q=smoke", Entry::None);
        check(
            Commit::Step,
            "q=smoke&kind=a",
            Some("q=smoke"),
            "q=sm",
            Entry::FinishAndPush("q=smoke".into()),
        );
        check(Commit::Step, "kind=a", None, "", Entry::Push);
        check(Commit::Step, "kind=a", None, "kind=a", Entry::None);
    }
}
