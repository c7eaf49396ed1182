//! What an element listens to.

use std::marker::PhantomData;
use wasm_bindgen::JsCast;
use web_sys::{
    Event, FocusEvent, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent, SubmitEvent, WheelEvent,
};

/// An event's name, and what to do.
pub struct Handler {
    pub(crate) event: &'static str,
    pub(crate) run: Box<dyn Hear>,
}

/// A closure behind a pointer that an event is given to; see [`Describe`](crate::markup::Describe).
pub trait Hear {
    /// Takes the event.
    fn hear(&mut self, event: Event);
}

struct Typed<F, E>(F, PhantomData<fn(E)>);

impl<F: FnMut(E), E: JsCast> Hear for Typed<F, E> {
    fn hear(&mut self, event: Event) {
        (self.0)(event.unchecked_into());
    }
}

macro_rules! events {
    ($($name:ident: $event:ty),* $(,)?) => {$(
        #[doc = concat!("Listens to `", stringify!($name), "`.")]
        pub fn $name(run: impl FnMut($event) + 'static) -> Handler {
            Handler { event: stringify!($name), run: Box::new(Typed(run, PhantomData)) }
        }
    )*};
}

events! {
    blur: FocusEvent,
    change: Event,
    click: MouseEvent,
    close: Event,
    dblclick: MouseEvent,
    focus: FocusEvent,
    focusin: FocusEvent,
    focusout: FocusEvent,
    input: Event,
    keydown: KeyboardEvent,
    pointercancel: PointerEvent,
    pointerdown: PointerEvent,
    pointerleave: PointerEvent,
    pointermove: PointerEvent,
    pointerup: PointerEvent,
    submit: SubmitEvent,
    toggle: Event,
    wheel: WheelEvent,
}

/// What stands in the field that an event came from; empty where it came from none.
pub fn value_of(event: &Event) -> String {
    // Every kind of field has a `value`; the cast only names the getter.
    event.target().map(|field| field.unchecked_into::<HtmlInputElement>().value()).unwrap_or_default()
}
