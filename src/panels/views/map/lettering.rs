//! What is written on the map: names of marks, of places without a spot, and of countries, as far as they fit.

use super::countries::{self, Country};
use super::desk::Desk;
use super::marks::radius;
use super::naming;
use super::sites::{Shape, Site};
use crate::app::use_lang;
use crate::chart::labels::{Anchor, Rect, Wanted, place};
use crate::chart::path::number;
use crate::components::counts::short;
use crate::text::Lang;
use index::NONE;
use leptos::prelude::*;
use markup::{Markup, memo, view};

/// What a text is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// A circle or an area.
    Mark,
    /// A place without a spot.
    Tag,
    /// A country, for orientation.
    Ground,
}

/// A text that fits.
#[derive(Clone, Debug, PartialEq)]
struct Text {
    sort: Sort,
    text: String,
    site: u32,
    at: Rect,
}

/// No more names than this are tried.
const MOST: usize = 30;
/// Height of a line.
const LINE: f64 = 16.0;

/// The texts.
#[component]
pub fn Lettering(desk: Desk) -> Markup {
    let lang = use_lang();
    // Where a country is seen is looked up once per rough view, not on every frame of a drag.
    let rough = memo(move || desk.view.with(countries::rough));
    let projection = desk.sites.with_value(|sites| sites.projection);
    let countries = memo(move || {
        rough.with(|view| desk.fieldbook.peek(|corpus| countries::names(corpus, &projection, view, lang)))
    });
    let texts = memo(move || countries.with(|countries| fitting(desk, countries, lang)));
    let draw = move |text: Text| {
        let Rect { left, top, right, bottom } = text.at;
        let class = match text.sort {
            Sort::Mark => "map__name",
            Sort::Tag => "map__name map__name--tag",
            Sort::Ground => "map__name map__name--ground",
        };
        let frame = (text.sort == Sort::Tag).then(|| {
            let size = (number(right - left), number(bottom - top));
            let press = move |_| {
                if !desk.dragged.get_value() {
                    desk.toggle(desk.sites.with_value(|sites| sites.list.get(text.site as usize).map_or(NONE, |it| it.place)));
                }
            };
            view! {
                <rect class="map__tag" x=number(left) y=number(top) width=size.0 height=size.1 rx="3" on:click=press />
            }
        });
        view! {
            {frame}
            <text class=class x=number((left + right) / 2.0) y=number(bottom - 4.5)>{text.text}</text>
        }
    };
    // The list beside the map says the same to those who do not see it.
    view! { <g aria-hidden="true">{move || texts.get().into_iter().map(draw).collect::<Markup>()}</g> }
}

/// The texts that fit into the window: circles first, the largest before the small, then areas, then tags, then
/// countries.
fn fitting(desk: Desk, countries: &[Country], lang: Lang) -> Vec<Text> {
    let (mut wanted, marks) = circles(desk, lang);
    wanted.extend(areas_and_tags(desk, lang));
    let view = desk.view.get();
    wanted.extend(countries.iter().map(|country| {
        let middles = country.middles.iter().map(|spot| view.to_screen(*spot)).collect();
        (NONE, Sort::Ground, country.name.clone(), label(&country.name, 7.8, Anchor::At(middles)))
    }));
    let labels: Vec<Wanted> = wanted.iter().map(|it| it.3.clone()).collect();
    let rects = place(&labels, &marks, &corners(view.width, lang), (view.width, view.height));
    let texts = wanted.into_iter().zip(rects);
    texts.filter_map(|((site, sort, text, _), at)| Some(Text { sort, text, site, at: at? })).collect()
}

/// A text that wants a place: its site, sort, wording and room.
type Candidate = (u32, Sort, String, Wanted);

fn label(text: &str, letter: f64, anchor: Anchor) -> Wanted {
    let arabic = text.chars().any(|letter| ('\u{600}'..'\u{700}').contains(&letter));
    let letter = if arabic { letter * 0.8 } else { letter };
    Wanted { anchor, width: text.chars().count() as f64 * letter + 8.0, height: LINE }
}

/// Where the map's buttons are: "Only places in view" in the first corner of a line, the zoom in the last.
fn corners(width: f64, lang: Lang) -> [Rect; 2] {
    let (first, last) = ((0.0, 190.0, 56.0), (width - 60.0, width, 160.0));
    let corner = |(left, right, bottom): (f64, f64, f64)| match lang.dir() {
        "rtl" => Rect { left: width - right, top: 0.0, right: width - left, bottom },
        _ => Rect { left, top: 0.0, right, bottom },
    };
    [corner(first), corner(last)]
}

/// The names of circles, and all circles as they cover the map.
fn circles(desk: Desk, lang: Lang) -> (Vec<Candidate>, Vec<(f64, f64, f64)>) {
    let (view, most, sites) = (desk.view.get(), desk.most.get(), desk.sites.get_value());
    let mut order: Vec<(u32, u32)> =
        desk.circles.get().into_iter().map(|at| (at, desk.tally(at).counts().shown())).collect();
    index::order::sort_by_key(&mut order, |(_, shown)| std::cmp::Reverse(*shown));
    let members = desk.members_of_all();
    let (mut wanted, mut marks) = (Vec::new(), Vec::new());
    for (at, shown) in order {
        let Some((own, spot)) = sites.list.get(at as usize).and_then(|site| Some((site.place, site.spot?)))
        else {
            continue;
        };
        let (middle, radius) = (view.to_screen(spot), radius(shown, most));
        marks.push((middle.0, middle.1, radius));
        if wanted.len() < MOST {
            let members = members.get(at as usize).copied().unwrap_or_default();
            let name = desk.fieldbook.peek(|corpus| naming::short_label(corpus, own, members, lang));
            let room = label(&name, 6.7, Anchor::Beside(middle, radius));
            wanted.push((at, Sort::Mark, name, room));
        }
    }
    (wanted, marks)
}

/// The names of areas and of places without a spot, with their counts.
fn areas_and_tags(desk: Desk, lang: Lang) -> Vec<Candidate> {
    let (view, sites) = (desk.view.get(), desk.sites.get_value());
    let mut wanted = Vec::new();
    for (at, site) in sites.list.iter().enumerate() {
        let at = u32::try_from(at).unwrap_or(NONE);
        let counts = desk.tally(at).counts();
        let (Some(sort), Some(spot)) = (sort_of(site), site.spot) else { continue };
        if counts.shown() == 0 || !view.shows(spot, 0.0) {
            continue;
        }
        let name = desk.fieldbook.peek(|corpus| naming::place(corpus, site.place, lang));
        let text = [&name, " ", &short(lang, counts.into())].concat();
        let (x, y) = view.to_screen(spot);
        // What covers an area is written anywhere near its middle.
        let middles = [0.0, -22.0, 22.0, -44.0, 44.0, -66.0, 66.0].map(|down| (x, y + down));
        let tried = if sort == Sort::Mark { middles.len() } else { 3 };
        let room = label(&text, 6.7, Anchor::At(middles.into_iter().take(tried).collect()));
        wanted.push((at, sort, text, room));
    }
    index::order::sort_by_key(&mut wanted, |it| it.1 == Sort::Tag);
    wanted
}

/// Names of areas stand like those of marks; circles have theirs beside them.
fn sort_of(site: &Site) -> Option<Sort> {
    match site.shape {
        Shape::Spot => None,
        Shape::Area(_) => Some(Sort::Mark),
        Shape::Tag => Some(Sort::Tag),
    }
}
