//! How large an element is on the screen.

use leptos::prelude::*;
use leptos::web_sys::{DomRect, Element, ResizeObserver};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// Tells width and height of an element, in pixels, now and whenever they change, until the component that
/// asked goes away.
pub fn watch(element: &Element, tell: impl Fn(f64, f64) + 'static) {
    let watched = element.clone();
    let tell = move || {
        let size = watched.get_bounding_client_rect();
        tell(size.width(), size.height());
    };
    tell();
    let observed = Closure::<dyn Fn()>::new(tell);
    let Ok(observer) = ResizeObserver::new(observed.as_ref().unchecked_ref()) else { return };
    observer.observe(element);
    let held = StoredValue::new_local(Some((observer, observed)));
    on_cleanup(move || {
        if let Some(Some((observer, _))) = held.try_update_value(Option::take) {
            observer.disconnect();
        }
    });
}

/// Where a pointer is within an element, in pixels from its top left corner.
pub fn within(element: &Element, event: &leptos::web_sys::MouseEvent) -> (f64, f64) {
    let frame: DomRect = element.get_bounding_client_rect();
    (f64::from(event.client_x()) - frame.left(), f64::from(event.client_y()) - frame.top())
}
