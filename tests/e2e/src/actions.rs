//! Keys and pointers as the browser gets them from real devices.

use serde_json::{Value, json};

use crate::element::Element;
use crate::failure::{Failure, Result};
use crate::session::Session;

/// What points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse.
    Mouse,
    /// A finger.
    Touch,
}

/// The code point that the standard gives to a key's name; a single character
/// is itself.
fn key(name: &str) -> Result<String> {
    let code = match name {
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Delete" => '\u{e017}',
        other if other.chars().count() == 1 => return Ok(other.into()),
        other => return Err(Failure(format!("no key is called {other}"))),
    };
    Ok(code.into())
}

/// Presses a key, or several together such as `Shift+ArrowRight`.
pub(crate) fn press(session: &Session, keys: &str) -> Result {
    let names: Vec<_> = if keys == "+" { vec!["+"] } else { keys.split('+').collect() };
    let mut steps = Vec::new();
    for name in &names {
        steps.push(json!({ "type": "keyDown", "value": key(name)? }));
    }
    for name in names.iter().rev() {
        steps.push(json!({ "type": "keyUp", "value": key(name)? }));
    }
    perform(session, &json!({ "type": "key", "id": "keyboard", "actions": steps }))
}

/// Types a text, letter by letter, where the focus is.
pub(crate) fn write(session: &Session, text: &str) -> Result {
    let steps: Vec<_> = text
        .chars()
        .flat_map(|letter| {
            ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": letter.to_string() }))
        })
        .collect();
    perform(session, &json!({ "type": "key", "id": "keyboard", "actions": steps }))
}

/// Goes to the first point, presses, moves through the others and releases.
/// Points are CSS pixels in the viewport.
pub(crate) fn drag(session: &Session, pointer: Pointer, points: &[(f64, f64)]) -> Result {
    let kind = if pointer == Pointer::Mouse { "mouse" } else { "touch" };
    let moved = |(x, y): &(f64, f64), duration: u32| {
        let (x, y) = (x.round() as i64, y.round() as i64);
        json!({ "type": "pointerMove", "duration": duration, "x": x, "y": y, "origin": "viewport" })
    };
    let Some((first, others)) = points.split_first() else {
        return Ok(());
    };
    let mut steps = vec![moved(first, 0), json!({ "type": "pointerDown", "button": 0 })];
    steps.extend(others.iter().map(|point| moved(point, 20)));
    steps.push(json!({ "type": "pointerUp", "button": 0 }));
    let source = json!({
        "type": "pointer",
        "id": kind,
        "parameters": { "pointerType": kind },
        "actions": steps,
    });
    perform(session, &source)
}

fn perform(session: &Session, source: &Value) -> Result {
    session.post("actions", &json!({ "actions": [source] }))?;
    session.delete("actions").map(drop)
}

/// A point of an element, given as fractions of its width and height.
///
/// # Errors
/// When it is gone.
pub fn point_in(element: &Element, across: f64, down: f64) -> Result<(f64, f64)> {
    let rect = element.run(
        "arguments[0].scrollIntoView({ block: 'nearest' });
         const r = arguments[0].getBoundingClientRect(); return [r.left, r.top, r.width, r.height];",
    )?;
    let number = |i: usize| rect[i].as_f64().unwrap_or_default();
    Ok((number(0) + number(2) * across, number(1) + number(3) * down))
}
