//! Waiting until the browser has painted.

use leptos::prelude::*;
use std::time::Duration;

/// Later than any frame of a page that is seen.
const AT_LATEST: Duration = Duration::from_millis(200);

/// Does something once the next picture is on the screen, as long as the component that asked lives.
#[derive(Clone, Copy)]
pub struct AfterPaint {
    asked: StoredValue<bool>,
    act: StoredValue<Box<dyn Fn() + Send + Sync>>,
}

impl AfterPaint {
    /// What is to be done.
    pub fn new(act: impl Fn() + Send + Sync + 'static) -> Self {
        Self { asked: StoredValue::new(false), act: StoredValue::new(Box::new(act)) }
    }

    /// Asks for it; asking again before it is done adds nothing.
    pub fn ask(self) {
        if self.asked.try_update_value(|asked| std::mem::replace(asked, true)) == Some(false) {
            // A frame's callbacks run before it is painted, a task that they post runs after.
            request_animation_frame(move || set_timeout(move || self.act(), Duration::ZERO));
            // A page in the background has no frames.
            set_timeout(move || self.act(), AT_LATEST);
        }
    }

    /// Does at once what was asked for and not done yet.
    pub fn act(self) {
        if self.asked.try_update_value(std::mem::take) == Some(true) {
            let _ = self.act.try_with_value(|act| act());
        }
    }
}
