//! The marks: hatched areas below, circles above, each a button. One of them is in the Tab order; the arrow
//! keys go from mark to mark.

use super::desk::Desk;
use super::ground::{outline, transform};
use super::naming;
use super::sites::{Shape, Tally};
use crate::app::use_lang;
use crate::chart::compass::{self, Heading};
use crate::chart::dot::{Dot, Parts, dot};
use crate::chart::path::number;
use crate::chart::projection::{Frame, World};
use crate::platform::focus::focus_drawn;
use crate::text::Lang;
use index::{Corpus, NONE};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use markup::{Markup, each_anew, memo, view};
use query::Counts;

/// Radius of a mark outside the selection.
const OUTSIDE: f64 = 4.0;
/// Least and largest radius of a mark.
const RADII: (f64, f64) = (5.0, 20.0);
/// How far the ground that a mark brings along reaches beyond it.
const HALO: f64 = 1.5;
/// Radius of what can be pressed.
const PRESS: f64 = 12.0;

/// How large a mark of so many statements is where the largest stands for `most`: its area is proportional.
pub fn radius(shown: u32, most: u32) -> f64 {
    if shown == 0 {
        return OUTSIDE;
    }
    let (least, largest) = RADII;
    let full = (least * f64::from(most.max(1)).sqrt()).min(largest);
    (full * (f64::from(shown) / f64::from(most.max(1))).sqrt()).max(least)
}

/// The id of a site's mark in the page.
pub fn mark_id(site: u32) -> String {
    ["map-mark-", &site.to_string()].concat()
}

/// All marks.
#[component]
pub fn Marks(desk: Desk) -> Markup {
    let areas = desk.sites.with_value(|sites| sites.areas());
    let lang = use_lang();
    let circles =
        each_anew(move || circles(desk, lang), |circle| circle.site, move |circle| circle_mark(desk, circle));
    view! {
        <g class="map__areas" transform=move || desk.view.with(transform)>
            {areas.into_iter().map(|site| view! { <AreaMark desk site /> }).collect::<Markup>()}
        </g>
        <g class="map__circles">
            {circles}
        </g>
    }
}

/// The middles of the marks in view that the keys can reach, in the order of the Tab key.
fn reachable(desk: Desk) -> Vec<(u32, (f64, f64))> {
    let view = desk.view.get_untracked();
    let circles = desk.circles.get_untracked();
    desk.sites.with_value(|sites| {
        let all = sites.list.iter().enumerate();
        let areas =
            all.filter(|(_, site)| matches!(site.shape, Shape::Area(_)) && desk_has(desk, site.place));
        let areas = areas.filter_map(|(at, site)| Some((u32::try_from(at).ok()?, site.spot?)));
        let circles = circles.iter().filter_map(|&at| Some((at, sites.list.get(at as usize)?.spot?)));
        let seen = |spot: &(u32, World)| view.shows(spot.1, 0.0);
        areas.chain(circles).filter(seen).map(|(at, spot)| (at, view.to_screen(spot))).collect()
    })
}

fn desk_has(desk: Desk, place: u32) -> bool {
    desk.sites.with_value(|sites| {
        let site = sites.of_place.get(place as usize).copied().unwrap_or(NONE);
        desk.tallies
            .with_untracked(|tallies| tallies.get(site as usize).is_some_and(|it| it.counts().shown() > 0))
    })
}

/// What every mark does with keys and presses.
#[derive(Clone, Copy)]
struct Press {
    desk: Desk,
    site: u32,
    place: u32,
}

impl Press {
    fn key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let key = event.key();
        if key == "Enter" || key == " " {
            event.prevent_default();
            return self.choose();
        }
        let Some(next) = self.next(&key) else { return };
        event.prevent_default();
        event.stop_propagation();
        self.desk.active.set(Some(next));
        focus_drawn(&mark_id(next));
    }

    fn next(self, key: &str) -> Option<u32> {
        let marks = reachable(self.desk);
        let own = marks.iter().find(|(site, _)| *site == self.site)?;
        let at = match key {
            "Home" => 0,
            "End" => marks.len().checked_sub(1)?,
            key => {
                let spots: Vec<(f64, f64)> = marks.iter().map(|(_, spot)| *spot).collect();
                compass::nearest(&spots, own.1, Heading::of_key(key)?).or_else(|| {
                    // A key of the marks never moves the map from under them.
                    marks.iter().position(|(site, _)| *site == self.site)
                })?
            }
        };
        marks.get(at).map(|(site, _)| *site)
    }

    fn click(self) {
        if !self.desk.dragged.get_value() {
            self.choose();
        }
    }

    fn choose(self) {
        self.desk.active.set(Some(self.site));
        let members = self.desk.members(self.site);
        if members.len() < 2 {
            return self.desk.toggle(self.place);
        }
        let spots = self.desk.sites.with_value(|sites| {
            let spot = |site: &u32| sites.list.get(*site as usize).and_then(|site| site.spot);
            Frame::around(members.iter().filter_map(spot))
        });
        match spots {
            Some(frame) if frame.from != frame.to => self.desk.show(frame),
            // Places at one and the same spot: no zoom parts them.
            _ => self.desk.toggle(self.place),
        }
    }
}

/// Only one mark is in the order of the Tab key.
fn tab_index(in_tab_order: bool) -> &'static str {
    if in_tab_order { "0" } else { "-1" }
}

/// A division of which something is said, without a spot.
#[component]
fn AreaMark(desk: Desk, site: u32) -> Markup {
    let lang = use_lang();
    let (place, data) = desk.sites.with_value(|sites| {
        let own = sites.list.get(site as usize).copied();
        let data = desk.fieldbook.peek(|corpus| match own.map(|own| own.shape) {
            Some(Shape::Area(area)) => {
                corpus.basemap.areas.get(area as usize).map(|area| outline(area, &sites.projection))
            }
            _ => None,
        });
        (own.map_or(NONE, |own| own.place), data.unwrap_or_default())
    });
    let tally = memo(move || desk.tally(site));
    let name = move || desk.fieldbook.peek(|corpus| naming::mark(corpus, place, 1, tally.get(), lang));
    let strength = move || {
        let share = f64::from(tally.get().counts().shown()) / f64::from(desk.most.get().max(1));
        number(0.3 + 0.6 * share.min(1.0))
    };
    let fill = move || match tally.get().counts() {
        Counts { matching: 0, may_match: 0 } => "transparent",
        Counts { matching: 0, .. } => "url(#map-hatch-sparse)",
        _ => "url(#map-hatch)",
    };
    let press = Press { desk, site, place };
    let tabindex = move || tab_index(desk.tab_stop.get() == Some(site));
    view! {
        <path class="map__area" id=mark_id(site) d=data role="button" vector-effect="non-scaling-stroke"
            class:map__area--none=move || tally.get().counts().shown() == 0
            class:map__area--chosen=move || desk.is_chosen(place)
            tabindex=tabindex aria-label=name
            aria-pressed=move || desk.is_chosen(place).to_string()
            fill=fill fill-opacity=strength
            on:click=move |_| press.click()
            on:keydown=move |event| press.key(&event)
            on:focus=move |_| desk.active.set(Some(site)) />
    }
}

/// A mark for one or several places with a spot of their own, as it is to be drawn.
struct Circle {
    site: u32,
    place: u32,
    /// For how many places it stands.
    members: usize,
    tally: Tally,
    /// Its radius.
    size: f64,
    /// Where it stands in the window.
    at: (f64, f64),
    chosen: bool,
    in_tab_order: bool,
    name: String,
}

/// All circles under the selection and the window.
fn circles(desk: Desk, lang: Lang) -> Vec<Circle> {
    let (view, most, sites, tab_stop) =
        (desk.view.get(), desk.most.get(), desk.sites.get_value(), desk.tab_stop.get());
    let (members, tallies) = (desk.members_of_all(), desk.tallies.get());
    let circle = |corpus: &Corpus, site: u32| {
        let own = sites.list.get(site as usize)?;
        let tally = tallies.get(site as usize).copied().unwrap_or_default();
        let members = members.get(site as usize).copied().unwrap_or_default();
        Some(Circle {
            site,
            place: own.place,
            members,
            tally,
            size: radius(tally.counts().shown(), most),
            at: view.to_screen(own.spot?),
            chosen: desk.is_chosen(own.place),
            in_tab_order: tab_stop == Some(site),
            name: naming::mark(corpus, own.place, members, tally, lang),
        })
    };
    let shown = desk.circles.get();
    desk.fieldbook.peek(|corpus| shown.into_iter().filter_map(|site| circle(corpus, site)).collect())
}

fn circle_mark(desk: Desk, circle: Circle) -> Markup {
    let Circle { site, place, members, tally, size, at, chosen, in_tab_order, name } = circle;
    let press = Press { desk, site, place };
    let counts = tally.counts();
    let none = counts.shown() == 0;
    let halo = size + HALO;
    let Dot { solid, hatched } = dot(parts(tally), size);
    view! {
        <g class="map__mark" id=mark_id(site) role="button"
            transform=["translate(", &number(at.0), " ", &number(at.1), ")"].concat()
            class:map__mark--none=none
            class:map__mark--chosen=chosen
            tabindex=tab_index(in_tab_order) aria-label=name
            aria-pressed=(members < 2).then(|| chosen.to_string())
            on:click=move |_| press.click()
            on:keydown=move |event| press.key(&event)
            on:focus=move |_| desk.active.set(Some(site))>
            // A clear line around it makes small marks large enough to press.
            <circle class="map__halo" r=number(halo) stroke-width=number(2.0 * (PRESS - halo).max(0.0)) />
            <path class="map__dot" d=solid />
            {(!hatched.is_empty()).then(|| view! { <path d=hatched fill="url(#map-hatch-fine)" /> })}
        </g>
    }
}

/// What a mark shows; one outside the selection is as if all of it matched, and grey.
fn parts(tally: Tally) -> Parts {
    let share = |counts: Counts| f64::from(counts.matching) / f64::from(counts.shown().max(1));
    let counts = tally.counts();
    if counts.shown() == 0 {
        return Parts { matching: 1.0, exact: 1.0, exact_matching: 1.0 };
    }
    Parts {
        matching: share(counts),
        exact: f64::from(tally.exact.shown()) / f64::from(counts.shown()),
        exact_matching: share(tally.exact),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_of_marks_are_proportional() {
        assert_eq!(radius(0, 9), OUTSIDE);
        assert_eq!(radius(1, 1), 5.0);
        assert_eq!(radius(4, 4), 10.0);
        assert_eq!(radius(1, 4), 5.0);
        assert_eq!(radius(100, 100), 20.0);
        assert_eq!(radius(25, 100), 10.0);
        assert_eq!(radius(1, 10_000), 5.0);
    }

    #[test]
    fn what_marks_show() {
        let counts = |matching, may_match| Counts { matching, may_match };
        let shown = parts(Tally { exact: counts(1, 1), within: counts(1, 5) });
        assert_eq!(shown, Parts { matching: 0.25, exact: 0.25, exact_matching: 0.5 });
        let none = parts(Tally { exact: counts(0, 0), within: counts(0, 0) });
        assert_eq!(none, Parts { matching: 1.0, exact: 1.0, exact_matching: 1.0 });
    }
}
