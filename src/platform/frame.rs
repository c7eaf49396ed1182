//! Waiting for the next frame, so that a stream of events changes the page once a frame.

use leptos::prelude::*;

/// Keeps the last of many values until the next frame, then hands it on.
#[derive(Clone, Copy)]
pub struct PerFrame<T: 'static> {
    waiting: StoredValue<Option<T>>,
    hand_on: StoredValue<Box<dyn Fn(T) + Send + Sync>>,
}

impl<T: Send + Sync + 'static> PerFrame<T> {
    /// Hands values on to `hand_on`, as long as the component that asked for it lives.
    pub fn new(hand_on: impl Fn(T) + Send + Sync + 'static) -> Self {
        Self { waiting: StoredValue::new(None), hand_on: StoredValue::new(Box::new(hand_on)) }
    }

    /// Takes a value; of those taken within a frame only the last is handed on.
    pub fn push(self, value: T) {
        let idle = self.waiting.try_update_value(|waiting| waiting.replace(value).is_none());
        if idle == Some(true) {
            request_animation_frame(move || self.flush());
        }
    }

    /// Hands on what waits, at once.
    pub fn flush(self) {
        if let Some(Some(value)) = self.waiting.try_update_value(Option::take) {
            let _ = self.hand_on.try_with_value(|hand_on| hand_on(value));
        }
    }
}
