//! What the map's parts share: the window onto the world, and what follows from it.

use super::sites::{self, Shape, Sites, Tally};
use crate::chart::cluster;
use crate::chart::projection::{Frame, View};
use crate::engine::{Fieldbook, use_fieldbook};
use crate::platform::frame::PerFrame;
use crate::state::{Choice, use_choice, use_results};
use index::{Corpus, NONE};
use leptos::prelude::*;
use markup::{Memo, Signal, memo};
use query::{Dimension, Selection, Value};
use std::sync::Arc;

/// Circles whose middles are nearer than so many pixels are drawn as one.
const REACH: f64 = 14.0;
/// Space beside what is shown first, where the buttons are, and above and below it, in pixels.
const MARGIN: (f64, f64) = (64.0, 32.0);
/// The first view is no closer than this, in pixels per world unit.
const CLOSEST_FIRST: f64 = 4.0;
/// Circles that stand so far outside are not drawn, in pixels.
const OUTSIDE: f64 = 30.0;

/// The map's desk.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The open fieldbook.
    pub fieldbook: Fieldbook,
    /// The reader's choice.
    pub choice: Choice,
    /// The places that are drawn.
    pub sites: StoredValue<Arc<Sites>>,
    /// The window.
    pub view: Signal<View>,
    /// For every site the one that stands for it at this zoom.
    pub leaders: Memo<Arc<Vec<u32>>>,
    /// How many statements every site stands for.
    pub tallies: Memo<Arc<Vec<Tally>>>,
    /// The same for every site by itself, as the table twin lists them. Computed when it is looked at.
    pub own_tallies: Memo<Arc<Vec<Tally>>>,
    /// The most statements that one circle stands for.
    pub most: Memo<u32>,
    /// The circles in view, as positions in the sites.
    pub circles: Memo<Vec<u32>>,
    /// The mark that was reached last.
    pub active: Signal<Option<u32>>,
    /// The mark in the order of the Tab key: the one reached last, or the first where that one is gone.
    pub tab_stop: Memo<Option<u32>>,
    /// Whether the last press of the pointer moved the map, and so pressed nothing.
    pub dragged: StoredValue<bool>,
    selection: Memo<Selection>,
    untouched: StoredValue<bool>,
    target: StoredValue<View>,
    frames: PerFrame<View>,
}

impl Desk {
    /// Sets the desk up.
    pub fn new() -> Self {
        let (fieldbook, results) = (use_fieldbook(), use_results());
        let sites = StoredValue::new(Arc::new(fieldbook.peek(Sites::of)));
        let view = Signal::new(View::default());
        let step = memo(move || view.with(|view| cluster::step(view.scale)));
        let leaders = memo(move || {
            let reach = REACH / cluster::scale_of(step.get());
            Arc::new(sites.with_value(|sites| sites.leaders(reach)))
        });
        let count = move |leaders: &[u32]| {
            let sites = sites.get_value();
            let rows = |corpus: &Corpus| {
                results.answers.with(|answers| sites::tally(corpus, answers.rows.iter(), &sites, leaders))
            };
            Arc::new(fieldbook.peek(rows))
        };
        let tallies = memo(move || count(&leaders.get()));
        let own_tallies = memo(move || count(&sites.with_value(|sites| sites.leaders(0.0))));
        let most = memo(move || {
            let sites = sites.get_value();
            let circle = |(at, tally): (usize, &Tally)| {
                sites.list.get(at).filter(|site| site.shape == Shape::Spot).map(|_| tally.counts().shown())
            };
            tallies.with(|tallies| tallies.iter().enumerate().filter_map(circle).max().unwrap_or(0))
        });
        let circles: Memo<Vec<u32>> = memo(move || {
            let (leaders, sites, view) = (leaders.get(), sites.get_value(), view.get());
            let shown = |at: &u32| {
                let site = sites.list.get(*at as usize).filter(|site| site.shape == Shape::Spot);
                site.and_then(|site| site.spot).is_some_and(|spot| view.shows(spot, OUTSIDE))
            };
            let own = leaders.iter().enumerate().filter(|(at, leader)| **leader as usize == *at);
            own.map(|(_, leader)| *leader).filter(shown).collect()
        });
        let active = Signal::new(None);
        let tab_stop = memo(move || {
            let areas = sites.with_value(|sites| sites.areas());
            let drawn = |site: &u32| areas.contains(site) || circles.with(|circles| circles.contains(site));
            let first = || circles.with(|circles| circles.first().copied()).or(areas.first().copied());
            active.get().filter(drawn).or_else(first)
        });
        Self {
            fieldbook,
            choice: use_choice(),
            sites,
            view,
            leaders,
            tallies,
            own_tallies,
            most,
            circles,
            active,
            tab_stop,
            dragged: StoredValue::new(false),
            selection: results.selection,
            untouched: StoredValue::new(true),
            target: StoredValue::new(View::default()),
            frames: PerFrame::new(move |next| view.set(next)),
        }
    }

    /// Moves the window on the next frame.
    pub fn change(self, change: impl FnOnce(View) -> View) {
        self.untouched.set_value(false);
        self.move_to(change(self.target.get_value()));
    }

    /// Shows what was shown first.
    pub fn reset(self) {
        self.untouched.set_value(true);
        let View { width, height, .. } = self.target.get_value();
        self.resize(width, height);
    }

    /// Takes over the size of the window on the screen.
    pub fn resize(self, width: f64, height: f64) {
        if width < 1.0 || height < 1.0 {
            return;
        }
        let before = self.target.get_value();
        let home = self.home().filter(|_| self.untouched.get_value());
        self.move_to(match home {
            Some(frame) => View::fit(frame, width, height, MARGIN, CLOSEST_FIRST),
            None => before.resized(width, height),
        });
    }

    /// Shows all of a frame.
    pub fn show(self, frame: Frame) {
        self.change(|view| View::fit(frame, view.width, view.height, MARGIN, f64::MAX));
    }

    /// Zooms around the middle.
    pub fn zoom(self, factor: f64) {
        self.change(|view| view.zoomed(factor, view.width / 2.0, view.height / 2.0));
    }

    /// Chooses a place, or takes it back.
    pub fn toggle(self, place: u32) {
        let id =
            self.fieldbook.peek(|corpus| corpus.places.get(place as usize).map(|place| place.id.clone()));
        if let Some(id) = id {
            self.choice.toggle(Dimension::Place, &id);
        }
    }

    /// Whether a place is chosen.
    pub fn is_chosen(self, place: u32) -> bool {
        self.selection.with(|selection| selection.place.chosen.contains(&Value::Entry(place)))
    }

    /// How many statements a site stands for.
    pub fn tally(self, site: u32) -> Tally {
        self.tallies.with(|tallies| tallies.get(site as usize).copied().unwrap_or_default())
    }

    /// For every site, for how many it stands, itself among them.
    pub fn members_of_all(self) -> Vec<usize> {
        self.leaders.with(|leaders| {
            let mut members = vec![0; leaders.len()];
            for &leader in leaders.iter() {
                if let Some(count) = members.get_mut(leader as usize) {
                    *count += 1;
                }
            }
            members
        })
    }

    /// The sites for which one stands, itself among them.
    pub fn members(self, leader: u32) -> Vec<u32> {
        let of = |(at, own): (usize, &u32)| (*own == leader).then(|| u32::try_from(at).unwrap_or(NONE));
        self.leaders.with(|leaders| leaders.iter().enumerate().filter_map(of).collect())
    }

    fn home(self) -> Option<Frame> {
        self.sites.with_value(|sites| self.fieldbook.peek(|corpus| sites.home(corpus)))
    }

    fn move_to(self, view: View) {
        self.target.set_value(view);
        self.frames.push(view);
    }
}
