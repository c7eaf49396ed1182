//! The app: thin views over the engine.
//!
//! In reading order: [`app`] opens the corpus and places the panels; [`engine`] is the one file that asks
//! queries; [`state`] holds what the reader chose and what follows; [`url`] ties that to the address;
//! [`panels`] are the areas of the screen; [`components`] are small parts that know nothing of the corpus;
//! [`chart`] is pure geometry; [`text`] has every word; [`platform`] talks to the browser.

pub mod app;
pub mod chart;
pub mod components;
pub mod engine;
pub mod panels;
pub mod platform;
pub mod state;
pub mod text;
pub mod url;
