//! From the globe to the screen: equirectangular, with longitudes shortened as at one latitude.
//!
//! *World* units are hundredths of a degree of latitude, counted from the corpus's middle, east and south
//! positive; they keep path data short and survive single precision. A [`View`] maps them to pixels.

use super::path::within;

/// Longitude and latitude to world units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    lat: f64,
    lon: f64,
    shrink: f64,
}

/// World units in a degree of latitude.
const UNITS: f64 = 100.0;

/// A spot in world units.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct World {
    /// To the east.
    pub x: f64,
    /// To the south.
    pub y: f64,
}

/// A rectangle in world units.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Frame {
    /// North-western corner.
    pub from: World,
    /// South-eastern corner.
    pub to: World,
}

/// A window onto the world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// What stands in the window's middle.
    pub center: World,
    /// Pixels in a world unit.
    pub scale: f64,
    /// The window's width in pixels.
    pub width: f64,
    /// The window's height in pixels.
    pub height: f64,
}

/// The closest zoom: a pixel is about 5 m.
const CLOSEST: f64 = 200.0;
/// The widest zoom: the globe is about 500 px.
const WIDEST: f64 = 0.014;

/// A scale between the widest and the closest zoom.
fn within_zoom(scale: f64) -> f64 {
    within(scale, WIDEST, CLOSEST)
}

/// The cosine of an angle of up to 90 degrees, to nine digits: the first terms of its series at half the angle,
/// doubled. The general function, for angles of any size, weighs seven kilobytes.
fn cosine(degrees: f64) -> f64 {
    let square = (degrees.to_radians() / 2.0).powi(2);
    let half = [132.0, 90.0, 56.0, 30.0, 12.0, 2.0].iter().fold(1.0, |sum, term| 1.0 - square / term * sum);
    2.0 * half * half - 1.0
}

impl Projection {
    /// A projection that is true to shape around this spot.
    pub fn around(lat: f64, lon: f64) -> Self {
        Self { lat, lon, shrink: cosine(within(lat, -80.0, 80.0)) }
    }

    /// Where a spot lies.
    pub fn project(&self, lat: f64, lon: f64) -> World {
        World { x: (lon - self.lon) * self.shrink * UNITS, y: (self.lat - lat) * UNITS }
    }

    /// Latitude and longitude of a spot.
    pub fn unproject(&self, spot: World) -> (f64, f64) {
        (self.lat - spot.y / UNITS, self.lon + spot.x / (self.shrink * UNITS))
    }
}

impl Frame {
    /// The smallest frame around spots; nothing for none.
    pub fn around(spots: impl IntoIterator<Item = World>) -> Option<Self> {
        spots.into_iter().fold(None, |frame: Option<Self>, spot| {
            let frame = frame.unwrap_or(Self { from: spot, to: spot });
            Some(Self {
                from: World { x: frame.from.x.min(spot.x), y: frame.from.y.min(spot.y) },
                to: World { x: frame.to.x.max(spot.x), y: frame.to.y.max(spot.y) },
            })
        })
    }

    /// The frame around two frames.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self::around([self.from, self.to, other.from, other.to]).unwrap_or(self)
    }

    /// The frame of the spots without the outermost `part` of them on each of the four sides.
    pub fn around_most(spots: &[World], part: f64) -> Option<Self> {
        let cut = |mut values: Vec<f64>| {
            index::order::sort_by(&mut values, f64::total_cmp);
            let skip = (values.len() as f64 * part) as usize;
            Some((*values.get(skip)?, *values.get(values.len().checked_sub(skip + 1)?)?))
        };
        let (left, right) = cut(spots.iter().map(|spot| spot.x).collect())?;
        let (top, bottom) = cut(spots.iter().map(|spot| spot.y).collect())?;
        Some(Self { from: World { x: left, y: top }, to: World { x: right, y: bottom } })
    }
}

impl View {
    /// A view that shows all of `frame` with `margin` pixels beside it and above and below it, but no closer than
    /// `closest` pixels a world unit.
    pub fn fit(frame: Frame, width: f64, height: f64, margin: (f64, f64), closest: f64) -> Self {
        let room = |size: f64, margin: f64| (size - 2.0 * margin).max(10.0);
        let scale = (room(width, margin.0) / (frame.to.x - frame.from.x).max(1e-6))
            .min(room(height, margin.1) / (frame.to.y - frame.from.y).max(1e-6));
        let center = World { x: (frame.from.x + frame.to.x) / 2.0, y: (frame.from.y + frame.to.y) / 2.0 };
        Self { center, scale: within_zoom(scale.min(closest)), width, height }
    }

    /// Where a spot stands in the window.
    pub fn to_screen(&self, spot: World) -> (f64, f64) {
        (
            (spot.x - self.center.x) * self.scale + self.width / 2.0,
            (spot.y - self.center.y) * self.scale + self.height / 2.0,
        )
    }

    /// Which spot stands at a position in the window.
    pub fn to_world(&self, x: f64, y: f64) -> World {
        World {
            x: (x - self.width / 2.0) / self.scale + self.center.x,
            y: (y - self.height / 2.0) / self.scale + self.center.y,
        }
    }

    /// The view after what is in it was dragged by so many pixels.
    #[must_use]
    pub fn panned(self, dx: f64, dy: f64) -> Self {
        let center = World { x: self.center.x - dx / self.scale, y: self.center.y - dy / self.scale };
        Self { center, ..self }
    }

    /// The view zoomed in by `factor`, with the spot at a position in the window staying there.
    #[must_use]
    pub fn zoomed(self, factor: f64, x: f64, y: f64) -> Self {
        let held = self.to_world(x, y);
        let zoomed = Self { scale: within_zoom(self.scale * factor), ..self };
        let (now_x, now_y) = zoomed.to_screen(held);
        zoomed.panned(x - now_x, y - now_y)
    }

    /// The same middle and scale in a window of another size.
    #[must_use]
    pub fn resized(self, width: f64, height: f64) -> Self {
        Self { width, height, ..self }
    }

    /// What is seen.
    pub fn frame(&self) -> Frame {
        Frame { from: self.to_world(0.0, 0.0), to: self.to_world(self.width, self.height) }
    }

    /// Whether a spot is seen, or would be within `margin` pixels.
    pub fn shows(&self, spot: World, margin: f64) -> bool {
        let (x, y) = self.to_screen(spot);
        x >= -margin && x <= self.width + margin && y >= -margin && y <= self.height + margin
    }

    /// Whether all of a frame is seen.
    pub fn holds(&self, frame: Frame) -> bool {
        self.shows(frame.from, 0.0) && self.shows(frame.to, 0.0)
    }
}

impl Default for View {
    fn default() -> Self {
        Self { center: World::default(), scale: 1.0, width: 600.0, height: 300.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_cosine_of_every_latitude() {
        for degrees in -80..=80 {
            let degrees = f64::from(degrees);
            assert!((cosine(degrees) - degrees.to_radians().cos()).abs() < 1e-9, "{degrees}");
        }
    }

    #[test]
    fn shapes_are_true_in_the_middle() {
        let projection = Projection::around(60.0, 10.0);
        assert_eq!(projection.project(60.0, 10.0), World::default());
        let spot = projection.project(59.0, 12.0);
        assert!((spot.x - 100.0).abs() < 1e-9 && (spot.y - 100.0).abs() < 1e-9, "{spot:?}");
        let (lat, lon) = projection.unproject(spot);
        assert!((lat - 59.0).abs() < 1e-9 && (lon - 12.0).abs() < 1e-9);
    }

    #[test]
    fn a_fit_shows_everything() {
        let frame = Frame { from: World { x: -50.0, y: -10.0 }, to: World { x: 150.0, y: 40.0 } };
        let view = View::fit(frame, 500.0, 300.0, (20.0, 20.0), 100.0);
        assert!(view.holds(frame));
        assert!((view.scale - 2.3).abs() < 1e-9);
        let point = Frame { from: World::default(), to: World::default() };
        assert_eq!(View::fit(point, 500.0, 300.0, (20.0, 20.0), 4.0).scale, 4.0);
    }

    #[test]
    fn outliers_do_not_decide_the_view() {
        let mut spots: Vec<World> = (0..98).map(|i| World { x: f64::from(i), y: f64::from(i) }).collect();
        spots.push(World { x: 9000.0, y: 9000.0 });
        spots.push(World { x: -9000.0, y: -9000.0 });
        let frame = Frame::around_most(&spots, 0.02).unwrap_or_default();
        assert!(frame.from.x >= 0.0 && frame.to.x <= 98.0);
        assert_eq!(Frame::around_most(&[], 0.02), None);
        assert_eq!(Frame::around(spots).map(|frame| frame.to.x), Some(9000.0));
    }

    proptest! {
        #[test]
        fn what_is_under_the_pointer_stays_there(
            x in 0.0f64..600.0, y in 0.0f64..300.0, factor in 0.1f64..10.0, scale in 0.02f64..150.0,
        ) {
            let view = View { scale, ..View::default() };
            let zoomed = view.zoomed(factor, x, y);
            let (before, after) = (view.to_world(x, y), zoomed.to_world(x, y));
            prop_assert!((before.x - after.x).abs() < 1e-6 && (before.y - after.y).abs() < 1e-6);
            let (back_x, back_y) = view.to_screen(before);
            prop_assert!((back_x - x).abs() < 1e-6 && (back_y - y).abs() < 1e-6);
        }
    }
}
