//! Moving the map: drag, pinch, wheel with Ctrl, and keys.

use super::desk::Desk;
use crate::chart::compass::Heading;
use crate::chart::path::{distance, within};
use crate::platform::size;
use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use leptos::prelude::*;
use leptos::web_sys::Element;

/// How far a pointer goes before it drags.
const SLOP: f64 = 4.0;
/// How far an arrow key moves the map, in pixels.
const KEY_STEP: f64 = 60.0;
/// How much a press of plus zooms in.
pub const ZOOM_STEP: f64 = std::f64::consts::SQRT_2;

/// The pointers on the map.
#[derive(Clone, Copy)]
pub struct Gestures {
    desk: Desk,
    pointers: StoredValue<Vec<Pointer>>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Pointer {
    id: i32,
    from: (f64, f64),
    at: (f64, f64),
}

/// What a movement of the pointers does to the map.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Movement {
    pan: (f64, f64),
    zoom: f64,
    around: (f64, f64),
}

impl Gestures {
    /// Follows pointers for a desk.
    pub fn new(desk: Desk) -> Self {
        Self { desk, pointers: StoredValue::new(Vec::new()) }
    }

    /// A pointer is down.
    pub fn down(self, map: &Element, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        let at = size::within(map, event);
        self.desk.dragged.set_value(false);
        self.pointers.update_value(|pointers| {
            pointers.retain(|pointer| pointer.id != event.pointer_id());
            pointers.push(Pointer { id: event.pointer_id(), from: at, at });
        });
    }

    /// A pointer moves.
    pub fn go(self, map: &Element, event: &PointerEvent) {
        let at = size::within(map, event);
        let id = event.pointer_id();
        let moved = self.pointers.try_update_value(|pointers| {
            let before = pointers.clone();
            let pointer = pointers.iter_mut().find(|pointer| pointer.id == id)?;
            pointer.at = at;
            let far = distance(at, pointer.from) > SLOP;
            Some((far, movement(&before, pointers)))
        });
        let Some(Some((far, movement))) = moved else { return };
        if !self.desk.dragged.get_value() {
            if !far {
                return;
            }
            // Only now: a captured pointer would take the press away from the mark under it.
            let _ = map.set_pointer_capture(id);
            self.desk.dragged.set_value(true);
        }
        self.desk.change(|view| {
            view.panned(movement.pan.0, movement.pan.1).zoomed(
                movement.zoom,
                movement.around.0,
                movement.around.1,
            )
        });
    }

    /// A pointer is up or gone.
    pub fn up(self, event: &PointerEvent) {
        self.pointers.update_value(|pointers| pointers.retain(|pointer| pointer.id != event.pointer_id()));
    }

    /// The wheel turns: with Ctrl (which is also how browsers report a pinch on a touchpad) it zooms, without it
    /// scrolls the page.
    pub fn wheel(self, map: &Element, event: &WheelEvent) {
        if !event.ctrl_key() {
            return;
        }
        event.prevent_default();
        let (x, y) = size::within(map, event);
        let factor = js_sys::Math::pow(2.0, -within(event.delta_y(), -60.0, 60.0) / 100.0);
        self.desk.change(|view| view.zoomed(factor, x, y));
    }

    /// A key is pressed on the map itself. Whether it was one of the map's.
    pub fn key(self, event: &KeyboardEvent) -> bool {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return false;
        }
        let key = event.key();
        match key.as_str() {
            "+" | "=" => self.desk.zoom(ZOOM_STEP),
            "-" => self.desk.zoom(1.0 / ZOOM_STEP),
            "0" => self.desk.reset(),
            _ => {
                let Some(heading) = Heading::of_key(&key) else { return false };
                let (x, y) = heading.step();
                self.desk.change(|view| view.panned(-x * KEY_STEP, -y * KEY_STEP));
            }
        }
        event.prevent_default();
        true
    }
}

/// What happened between two states of the same pointers: one drags, two pinch.
fn movement(before: &[Pointer], after: &[Pointer]) -> Movement {
    let middle = |pointers: &[Pointer]| {
        let count = pointers.len().max(1) as f64;
        let sum = |axis: fn(&Pointer) -> f64| pointers.iter().map(axis).sum::<f64>() / count;
        (sum(|pointer| pointer.at.0), sum(|pointer| pointer.at.1))
    };
    let spread = |pointers: &[Pointer]| match pointers {
        [a, b, ..] => distance(a.at, b.at).max(1.0),
        _ => 1.0,
    };
    let (from, to) = (middle(before), middle(after));
    Movement { pan: (to.0 - from.0, to.1 - from.1), zoom: spread(after) / spread(before), around: to }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointers(at: &[(f64, f64)]) -> Vec<Pointer> {
        at.iter().enumerate().map(|(id, at)| Pointer { id: id as i32, from: *at, at: *at }).collect()
    }

    #[test]
    fn one_drags_and_two_pinch() {
        let check = |before: &[(f64, f64)], after: &[(f64, f64)], pan, zoom, around| {
            assert_eq!(movement(&pointers(before), &pointers(after)), Movement { pan, zoom, around });
        };
        check(&[(1.0, 1.0)], &[(4.0, 5.0)], (3.0, 4.0), 1.0, (4.0, 5.0));
        check(&[(0.0, 0.0), (10.0, 0.0)], &[(0.0, 0.0), (20.0, 0.0)], (5.0, 0.0), 2.0, (10.0, 0.0));
    }
}
