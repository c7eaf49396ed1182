//! What the marks lie on: land, borders, and the outlines of divisions.

use super::desk::Desk;
use super::sites::project;
use crate::chart::path::{Path, fine, number};
use crate::chart::projection::{Frame, Projection, View, World};
use index::{Area, AreaClass, Corpus};
use leptos::prelude::*;
use markup::{Markup, view};

/// An outline as path data, in world units. Points that fall together are left out.
pub fn outline(area: &Area, projection: &Projection) -> String {
    let mut path = Path::default();
    for ring in &area.rings {
        let mut last = None;
        for point in &ring.0 {
            let World { x, y } = project(projection, *point);
            let rounded = ((x * 10.0).round() as i64, (y * 10.0).round() as i64);
            match last {
                None => path.move_to(x, y),
                Some(before) if before == rounded => continue,
                Some(_) => path.line_to(x, y),
            }
            last = Some(rounded);
        }
        if last.is_some() {
            path.close();
        }
    }
    path.into_data()
}

/// The frame around all outlines.
fn frame(corpus: &Corpus, projection: &Projection) -> Option<Frame> {
    let points = corpus.basemap.areas.iter().flat_map(|area| &area.rings).flat_map(|ring| &ring.0);
    Frame::around(points.map(|point| project(projection, *point)))
}

/// What moves world units into the window.
pub fn transform(view: &View) -> String {
    let (x, y) = view.to_screen(World::default());
    ["translate(", &number(x), " ", &number(y), ") scale(", &fine(view.scale), ")"].concat()
}

/// Land and borders.
#[component]
pub fn Ground(desk: Desk) -> Markup {
    let paths = desk.sites.with_value(|sites| {
        desk.fieldbook.peek(|corpus| {
            let drawn = |area: &Area| (area.class, outline(area, &sites.projection));
            corpus.basemap.areas.iter().map(drawn).collect::<Vec<_>>()
        })
    });
    let of = |class: AreaClass, name: &'static str| {
        let paths = paths.iter().filter(|(own, _)| *own == class).map(|(_, data)| data.clone());
        paths
            .map(|data| view! { <path class=name d=data vector-effect="non-scaling-stroke" /> })
            .collect::<Markup>()
    };
    let frame = desk.sites.with_value(|sites| desk.fieldbook.peek(|corpus| frame(corpus, &sites.projection)));
    // Outside the outlines there is no sea, but nothing known.
    let sea = frame.map(|Frame { from, to }| {
        let (width, height) = (number(to.x - from.x), number(to.y - from.y));
        view! { <rect class="map__sea" x=number(from.x) y=number(from.y) width=width height=height /> }
    });
    view! {
        <g aria-hidden="true" transform=move || desk.view.with(transform)>
            {sea}
            {of(AreaClass::Country, "map__land")}
            {of(AreaClass::Division, "map__division")}
        </g>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::{Point, Ring};

    #[test]
    fn outlines() {
        let points = [(1.0, 0.0), (1.0, 1.0), (0.999_999, 1.0), (0.0, 1.0)];
        let ring = Ring(points.iter().filter_map(|(lat, lon)| Point::from_degrees(*lat, *lon)).collect());
        let area = Area { rings: vec![ring.clone(), Ring::default(), ring], ..Area::default() };
        let data = outline(&area, &Projection::around(0.0, 0.0));
        assert_eq!(data, "M0 -100L100 -100L100 0ZM0 -100L100 -100L100 0Z");
    }
}
