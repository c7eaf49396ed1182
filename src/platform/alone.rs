//! A panel that covers the page: nothing beneath it takes the focus or is read out.

use gloo::events::EventListener;
use leptos::prelude::*;
use leptos::web_sys::{Element, MediaQueryList};
use markup::Signal;

/// The page as narrow as a phone, as `style/layout.css` has it.
const PHONE: &str = "(max-width: 700px)";

/// Whether the page is as narrow as a phone; follows the window until the component that asked goes away.
pub fn on_phone() -> Signal<bool> {
    let list: Option<MediaQueryList> = window().match_media(PHONE).ok().flatten();
    let narrow = Signal::new(list.as_ref().is_some_and(MediaQueryList::matches));
    if let Some(list) = list {
        let now = list.clone();
        let listener = EventListener::new(list.as_ref(), "change", move |_| {
            narrow.try_set(now.matches());
        });
        let held = StoredValue::new_local(Some((list, listener)));
        on_cleanup(move || drop(held.try_update_value(Option::take)));
    }
    narrow
}

/// Makes everything but an element and what it stands in inert, or live again.
pub fn leave_alone(element: &Element, alone: bool) {
    let mut at = element.clone();
    while let Some(parent) = at.parent_element().filter(|_| at.id() != "app") {
        let children = parent.children();
        for sibling in (0..children.length()).filter_map(|i| children.item(i)) {
            if sibling != at {
                let _ = sibling.toggle_attribute_with_force("inert", alone);
            }
        }
        at = parent;
    }
}
