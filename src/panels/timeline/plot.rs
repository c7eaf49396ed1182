//! The histogram with its brush.

use super::cells::{self, Drawing, label, page, precision};
use crate::app::{use_lang, use_words};
use crate::chart::axis::{Axis, Slot, Stretch};
use crate::chart::brush::{self, Drag, End, Key, Range};
use crate::chart::hatch::{Hatch, HatchPattern};
use crate::chart::path::{Path, number};
use crate::chart::ticks::{Precision, Tick, ticks};
use crate::engine::use_fieldbook;
use crate::platform::{frame::PerFrame, size};
use crate::state::{Choice, Commit, use_choice, use_results};
use crate::text::fill;
use index::Day;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, Memo, effect, memo, view};
use query::{Cell, Dimension, Unit};

/// Heights, in pixels: the whole drawing, its floor, and the room for bars.
const HEIGHT: f64 = 76.0;
const FLOOR: f64 = 58.0;
const ROOM: f64 = 52.0;
/// A break narrower than this has no words.
const ROOM_FOR_WORDS: f64 = 100.0;

/// What the plot's parts share.
#[derive(Clone, Copy)]
struct Plot {
    axis: Memo<Axis>,
    range: Memo<Range>,
    unit: Memo<Unit>,
    stage: NodeRef<html::Div>,
    choice: Choice,
    drag: StoredValue<Option<Drag>>,
    /// Whether a movement has changed the dates and has not been ended yet.
    moving: StoredValue<bool>,
    moves: PerFrame<Range>,
}

/// The plot.
#[component]
pub fn PlotArea() -> Markup {
    let results = use_results();
    let histogram = memo(move || {
        results.answers.with(|answers| (answers.histogram.unit, answers.histogram.cells.clone()))
    });
    let width = RwSignal::new(960.0);
    let plot = Plot::new(histogram, width);
    let stage = plot.stage;
    effect(move || {
        if let Some(stage) = stage.get() {
            size::watch(&stage, move |wide, _| {
                if wide > 0.0 && (wide - width.get_untracked()).abs() > 0.5 {
                    width.set(wide);
                }
            });
        }
    });
    view! {
        // Time runs from left to right in every language; see chart/axis.rs.
        <div class="timeline__stage" dir="ltr" node_ref=stage
            on:pointerdown=move |event| plot.begin(&event, None)
            on:pointermove=move |event| plot.go_on(&event)
            on:pointerup=move |event| plot.end(&event)
            on:pointercancel=move |_| plot.drop()
            on:dblclick=move |_| plot.clear()>
            <Picture plot histogram width />
            <QuietWords plot />
            <Handle plot end=End::From />
            <Handle plot end=End::To />
        </div>
    }
}

impl Plot {
    fn new(histogram: Memo<(Unit, Vec<Cell>)>, width: RwSignal<f64>) -> Self {
        let (fieldbook, results, choice) = (use_fieldbook(), use_results(), use_choice());
        let stretches: Memo<Vec<Stretch>> =
            memo(move || histogram.with(|(_, cells)| cells::stretches(cells)));
        let busy = memo(move || stretches.with(|cells| fieldbook.with(|corpus| cells::busy(corpus, cells))));
        let axis = memo(move || busy.with(|busy| Axis::new(stretches.get(), busy, width.get())));
        let range = memo(move || {
            let date = results.selection.with(|selection| selection.date);
            Range { from: date.from.map(|day| day.0), to: date.to.map(|day| day.0) }
        });
        let moving = StoredValue::new(false);
        let moves = PerFrame::new(move |next: Range| {
            if next != range.get_untracked() {
                moving.set_value(true);
                set(choice, next, Commit::Drag);
            }
        });
        let unit = memo(move || histogram.with(|(unit, _)| *unit));
        Self { axis, range, unit, stage: NodeRef::new(), choice, drag: StoredValue::new(None), moving, moves }
    }

    fn x(self, event: &PointerEvent) -> f64 {
        self.stage.get_untracked().map_or(0.0, |stage| size::within(&stage, event).0)
    }

    fn begin(self, event: &PointerEvent, end: Option<End>) {
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        event.stop_propagation();
        if let Some(stage) = self.stage.get_untracked() {
            let _ = stage.set_pointer_capture(event.pointer_id());
        }
        let (x, range) = (self.x(event), self.range.get_untracked());
        let drag = self.axis.with_untracked(|axis| match end {
            Some(end) => brush::start_end(axis, range, end, x),
            None => brush::start(axis, range, x),
        });
        self.finish();
        self.drag.set_value(drag);
    }

    fn go_on(self, event: &PointerEvent) {
        let x = self.x(event);
        let moved = |drag: &mut Option<Drag>| self.axis.with_untracked(|axis| drag.as_mut()?.moved(axis, x));
        if let Some(Some(range)) = self.drag.try_update_value(moved) {
            self.moves.push(range);
        }
    }

    fn end(self, event: &PointerEvent) {
        let x = self.x(event);
        let drag = self.drag.try_update_value(Option::take).flatten();
        if let Some(mut drag) = drag
            && let Some(range) = self.axis.with_untracked(|axis| drag.ended(axis, x))
        {
            self.moves.push(range);
            self.moves.flush();
        }
        self.finish();
    }

    fn drop(self) {
        self.drag.set_value(None);
        self.finish();
    }

    /// Ends a movement: all of it is one step in the history.
    fn finish(self) {
        if self.moving.try_update_value(std::mem::take) == Some(true) {
            set(self.choice, self.range.get_untracked(), Commit::Step);
        }
    }

    fn clear(self) {
        self.drop();
        if !self.range.get_untracked().is_open() {
            self.choice.loosen(Dimension::Date);
        }
    }

    fn press(self, event: &KeyboardEvent, end: End) {
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let page = page(self.unit.get_untracked());
        let key = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => Key::Cells(-1),
            "ArrowRight" | "ArrowUp" => Key::Cells(1),
            "PageDown" => Key::Cells(-page),
            "PageUp" => Key::Cells(page),
            "Home" => Key::First,
            "End" => Key::Last,
            "Escape" => return self.clear(),
            _ => return,
        };
        event.prevent_default();
        let before = self.range.get_untracked();
        if let Some(range) = self.axis.with_untracked(|axis| brush::press(axis, before, end, key)) {
            self.moves.push(range);
            self.moves.flush();
        }
    }
}

fn set(choice: Choice, range: Range, commit: Commit) {
    let text = |day: Option<i32>| day.map(|day| Day(day).to_string()).unwrap_or_default();
    choice.set_dates(&text(range.from), &text(range.to), commit);
}

/// The drawing itself; its table twin speaks for it.
#[component]
fn Picture(plot: Plot, histogram: Memo<(Unit, Vec<Cell>)>, width: RwSignal<f64>) -> Markup {
    let results = use_results();
    let restricted = memo(move || results.selection.with(|selection| !selection.date.is_empty()));
    let drawing = memo(move || {
        let draw = |axis: &Axis| {
            let draw =
                |cells: &[Cell]| cells::draw(axis, cells, plot.range.get(), restricted.get(), ROOM, FLOOR);
            histogram.with(|(_, cells)| draw(cells))
        };
        plot.axis.with(draw)
    });
    let edges = memo(move || plot.axis.with(|axis| brush::edges(axis, plot.range.get())));
    let path = move |part: fn(&Drawing) -> &String| move || drawing.with(|drawing| part(drawing).clone());
    let brush_width = move || {
        let (from, to) = edges.get();
        number(if plot.range.get().is_open() { 0.0 } else { to - from })
    };
    view! {
        <svg class="timeline__plot" aria-hidden="true" height=number(HEIGHT) width=move || number(width.get())>
            <defs>
                <HatchPattern id="timeline-hatch" hatch=Hatch::Mark />
                <HatchPattern id="timeline-hatch-other" hatch=Hatch::Other />
            </defs>
            <rect class="timeline__brush" y="0" height=number(FLOOR) x=move || number(edges.get().0) width=brush_width />
            <path class="timeline__bars timeline__bars--other" d=path(|it| &it.other_solid) />
            <path class="timeline__bars" fill="url(#timeline-hatch-other)" d=path(|it| &it.other_hatched) />
            <path class="timeline__bars timeline__bars--match" d=path(|it| &it.solid) />
            <path class="timeline__bars" fill="url(#timeline-hatch)" d=path(|it| &it.hatched) />
            <path class="timeline__cut" d=move || plot.axis.with(cuts) />
            <path class="timeline__base" d=move || plot.axis.with(baseline) />
            <Labels plot />
        </svg>
    }
}

/// The floor that the bars stand on, with a zigzag for every break.
fn baseline(axis: &Axis) -> String {
    let mut path = Path::default();
    path.move_to(0.0, FLOOR + 0.5);
    for middle in break_middles(axis) {
        zigzag(&mut path, middle, FLOOR + 0.5);
    }
    path.line_to(axis.width(), FLOOR + 0.5);
    path.into_data()
}

/// The zigzags alone, to be cut out of the floor and of what passes through a break.
fn cuts(axis: &Axis) -> String {
    let mut path = Path::default();
    for middle in break_middles(axis) {
        path.move_to(middle - 12.0, FLOOR + 0.5);
        zigzag(&mut path, middle, FLOOR + 0.5);
        path.move_to(middle, 0.0);
        path.line_to(middle, FLOOR);
    }
    path.into_data()
}

fn break_middles(axis: &Axis) -> impl Iterator<Item = f64> {
    axis.slots().iter().filter(|slot| slot.broken).map(|slot| slot.x + slot.width / 2.0)
}

fn zigzag(path: &mut Path, middle: f64, floor: f64) {
    for (x, y) in [(-12.0, 0.0), (-4.0, -7.0), (4.0, 7.0), (12.0, 0.0)] {
        path.line_to(middle + x, floor + y);
    }
}

#[component]
fn Labels(plot: Plot) -> Markup {
    let lang = use_lang();
    let room = |precision| match precision {
        Precision::Day => 96.0,
        Precision::Month => 76.0,
        Precision::Year => 46.0,
    };
    let shown = memo(move || plot.axis.with(|axis| ticks(axis, precision(plot.unit.get()), room)));
    let text = move |tick: Tick| {
        view! {
            <line class="timeline__tick" x1=number(tick.x) x2=number(tick.x) y1=number(FLOOR) y2=number(FLOOR + 4.0) />
            <text class="timeline__label" x=number(tick.label) y=number(HEIGHT - 4.0)>
                {label(lang, tick.day, tick.precision)}
            </text>
        }
    };
    (move || shown.get().into_iter().map(text).collect::<Markup>()).into_markup()
}

/// What the breaks mean.
#[component]
fn QuietWords(plot: Plot) -> Markup {
    let words = &use_words().pictures.timeline;
    let lang = use_lang();
    let breaks = memo(move || {
        plot.axis.with(|axis| {
            let wide = |slot: &&Slot| slot.broken && slot.width >= ROOM_FOR_WORDS;
            // The cell after a break is quiet, too.
            let until =
                |slot: &Slot| axis.cells().get(slot.last + 2).map(|cell| (slot.x, slot.width, cell.from));
            axis.slots().iter().filter(wide).filter_map(until).collect::<Vec<_>>()
        })
    });
    let note = move |(x, width, until): (f64, f64, i32)| {
        // A date stays on one line.
        let until = label(lang, Day(until), precision(plot.unit.get_untracked())).replace(' ', "\u{a0}");
        view! {
            <p class="timeline__quiet" dir=lang.dir() style:left=number(x) + "px" style:width=number(width) + "px">
                {fill(words.quiet_until, &[&until])}
            </p>
        }
    };
    (move || breaks.get().into_iter().map(note).collect::<Markup>()).into_markup()
}

/// One end of the brush.
#[component]
fn Handle(plot: Plot, end: End) -> Markup {
    let words = &use_words().pictures.timeline;
    let lang = use_lang();
    let day = memo(move || match end {
        End::From => plot.range.get().from,
        End::To => plot.range.get().to,
    });
    let x = memo(move || {
        let (from, to) = plot.axis.with(|axis| brush::edges(axis, plot.range.get()));
        if end == End::From { from } else { to }
    });
    let cell = move || {
        plot.axis.with(|axis| {
            let last = axis.cells().len().saturating_sub(1);
            let open = if end == End::From { 0 } else { last };
            day.get().and_then(|day| axis.cell_of(day)).unwrap_or(open).to_string()
        })
    };
    let last = move || plot.axis.with(|axis| axis.cells().len().saturating_sub(1)).to_string();
    let text = move || {
        let (stated, open) = match end {
            End::From => (words.from_day, words.from_open),
            End::To => (words.to_day, words.to_open),
        };
        day.get().map_or(open.to_owned(), |day| fill(stated, &[&crate::text::date::day(lang, Day(day))]))
    };
    let (class, name) = match end {
        End::From => ("timeline__handle timeline__handle--from", words.first_handle),
        End::To => ("timeline__handle timeline__handle--to", words.last_handle),
    };
    view! {
        <div class=class class:timeline__handle--open=move || day.get().is_none()
            role="slider" tabindex="0" aria-label=name aria-orientation="horizontal"
            aria-valuemin="0" aria-valuemax=last aria-valuenow=cell aria-valuetext=text
            style:left=move || number(x.get()) + "px"
            on:blur=move |_| plot.finish()
            on:keydown=move |event| plot.press(&event, end)
            on:pointerdown=move |event| plot.begin(&event, Some(end))></div>
    }
}
