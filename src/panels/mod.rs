//! The areas of the screen: one folder each, with one public component.

mod about;
mod bottom_bar;
mod facets;
mod header;
pub mod jumps;
mod reader;
mod report;
mod save;
mod sentence;
mod statements;
mod take;
mod timeline;
mod veil;
mod views;

pub use about::About;
pub use bottom_bar::BottomBar;
pub use facets::Facets;
pub use header::Header;
pub use report::Report;
pub use save::Save;
pub use sentence::Sentence;
pub use statements::Statements;
pub use take::{Colophon, Take};
pub use timeline::Timeline;
pub use views::Views;
