//! Writing an export in pieces, so that the page stays awake and the reader can stop it.

use crate::engine::Fieldbook;
use crate::platform::download::Parts;
use crate::state::{Answered, Listed};
use leptos::prelude::*;
use markup::Signal;
use std::time::Duration;
use take::{Options, Taking};

/// How many statements are written before the page may do something else.
const PIECE: usize = 1000;

/// How far an export is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    /// None was begun.
    #[default]
    Idle,
    /// So many statements are written.
    Writing(usize),
    /// The file was offered under this name.
    Saved(String),
    /// The reader stopped it.
    Cancelled,
    /// The browser refused to save it.
    Refused,
}

/// An export under way.
struct Task {
    taking: Taking,
    rows: Answered<Listed>,
    at: usize,
    parts: Parts,
    name: String,
    media_type: &'static str,
}

/// The desk on which at most one export is written. It goes with the dialog, and the export with it.
#[derive(Clone, Copy)]
pub struct Desk {
    fieldbook: Fieldbook,
    task: StoredValue<Option<Task>, LocalStorage>,
    /// How far it is.
    pub progress: Signal<Progress>,
}

impl Desk {
    /// A desk without an export.
    pub fn new(fieldbook: Fieldbook) -> Self {
        Self { fieldbook, task: StoredValue::new_local(None), progress: Signal::new(Progress::Idle) }
    }

    /// Begins an export of these statements.
    pub fn begin(self, options: Options, rows: Answered<Listed>, name: String) {
        let media_type = options.format.media_type();
        let (parts, mut out) = (Parts::default(), String::new());
        let taking = self.fieldbook.peek(|corpus| Taking::begin(options, corpus, &mut out));
        parts.push(&out);
        self.task.set_value(Some(Task { taking, rows, at: 0, parts, name, media_type }));
        self.progress.set(Progress::Writing(0));
        self.later();
    }

    /// Stops the export and forgets what was written.
    pub fn cancel(self) {
        self.task.set_value(None);
        self.progress.set(Progress::Cancelled);
    }

    fn later(self) {
        set_timeout(move || self.step(), Duration::ZERO);
    }

    /// Writes a piece, if the export still goes on.
    fn step(self) {
        let Some(Some(mut task)) = self.task.try_update_value(Option::take) else { return };
        let end = (task.at + PIECE).min(task.rows.len());
        let mut out = String::new();
        self.fieldbook.peek(|corpus| {
            task.taking.write(corpus, &task.rows.part(task.at..end), &mut out);
        });
        task.at = end;
        if end < task.rows.len() {
            task.parts.push(&out);
            self.task.try_set_value(Some(task));
            self.progress.try_set(Progress::Writing(end));
            return self.later();
        }
        task.taking.end(&mut out);
        task.parts.push(&out);
        let saved = task.parts.save(&task.name, task.media_type);
        self.progress.try_set(if saved { Progress::Saved(task.name) } else { Progress::Refused });
    }
}
