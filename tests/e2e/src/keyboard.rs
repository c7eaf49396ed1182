//! A reader with a keyboard and nothing else, whose steps are counted.

use std::cell::Cell;

use serde_json::json;

use crate::actions;
use crate::element::Element;
use crate::failure::{Failure, Result, ensure};
use crate::page::Page;
use crate::wait;

/// More presses of one key in a row than anybody should need to get somewhere.
const MOST: u32 = 40;

/// Whether something has the focus, two frames later: what is drawn anew must not lose it.
const KEPT: &str = "
const done = arguments[arguments.length - 1];
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() =>
  done(document.activeElement !== document.body && document.activeElement?.isConnected), 30)));";

/// The keyboard. A step is one press of a key, or one word or sentence typed.
pub struct Keyboard<'a> {
    page: &'a Page<'a>,
    steps: Cell<u32>,
}

impl<'a> Keyboard<'a> {
    /// Nothing was pressed yet.
    pub fn new(page: &'a Page<'a>) -> Self {
        Self { page, steps: Cell::new(0) }
    }

    /// How many steps were taken.
    pub fn steps(&self) -> u32 {
        self.steps.get()
    }

    fn step(&self) {
        self.steps.set(self.steps.get() + 1);
    }

    /// Presses a key, and fails where the focus is lost by it.
    ///
    /// # Errors
    /// When no key is called so, or nothing has the focus afterwards.
    pub fn press(&self, keys: &str) -> Result {
        self.step();
        self.page.press(keys)?;
        let kept = self.page.session().run_async(KEPT, &[])?;
        ensure(kept == json!(true), || format!("{keys}: nothing has the focus"))
    }

    /// Types a text where the focus is.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn write(&self, text: &str) -> Result {
        self.step();
        actions::write(self.page.session(), text)
    }

    /// Presses Tab until the element of a role and a name has the focus.
    ///
    /// # Errors
    /// When that takes too many steps.
    pub fn tab_to(&self, role: &str, name: &str) -> Result<Element<'a>> {
        self.go("Tab", &self.page.find(role, name)?, name)
    }

    /// The same backward.
    ///
    /// # Errors
    /// When that takes too many steps.
    pub fn back_to(&self, role: &str, name: &str) -> Result<Element<'a>> {
        self.go("Shift+Tab", &self.page.find(role, name)?, name)
    }

    /// Presses Tab until an element has the focus.
    ///
    /// # Errors
    /// When that takes too many steps.
    pub fn tab_into(&self, element: &Element<'a>, name: &str) -> Result<Element<'a>> {
        self.go("Tab", element, name)
    }

    /// Chooses a file in a field that has the focus: one step, as in the system's own window.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn choose(&self, field: &Element, file: &str) -> Result {
        self.step();
        field.type_text(file)
    }

    /// Waits until an element has the focus without a step.
    ///
    /// # Errors
    /// When it does not come.
    pub fn comes_back_to(&self, element: &Element, name: &str) -> Result {
        wait::until(&format!("the way back to {name}"), || Ok(has_focus(element)?.then_some(())))
    }

    fn go(&self, keys: &str, element: &Element<'a>, name: &str) -> Result<Element<'a>> {
        let mut passed = Vec::new();
        for _ in 0..MOST {
            self.step();
            self.page.press(keys)?;
            if has_focus(element)? {
                return Ok(element.clone());
            }
            passed.push(self.page.run(
                "const it = document.activeElement;
                 return it.tagName + ' ' + (it.getAttribute('aria-label') ?? it.textContent ?? '').trim().slice(0, 30)",
            )?);
        }
        Err(Failure(format!("{name} is more than {MOST} steps away, past {passed:?}")))
    }
}

fn has_focus(element: &Element) -> Result<bool> {
    Ok(element.run("return document.activeElement === arguments[0]")? == json!(true))
}
