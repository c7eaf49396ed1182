//! Pure geometry: scales, ticks, bars, brush, projection, labels. Knows nothing of the corpus or the browser.
//!
//! Positions are in pixels from the start of a drawing, days are counted as [`index::Day`] counts them, but as
//! plain numbers.

pub mod axis;
pub mod bars;
pub mod brush;
pub mod cluster;
pub mod compass;
pub mod dot;
pub mod hatch;
pub mod labels;
pub mod path;
pub mod projection;
pub mod ticks;
