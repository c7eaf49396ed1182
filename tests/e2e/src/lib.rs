//! Real browsers, driven over WebDriver: enough of a client to tell stories
//! about the built page as a reader would live them, by accessible names.
//!
//! A [`browser::Browser`] is a driver process with one session; a
//! [`page::Page`] is the fieldbook open in it at one [`place::Place`]. Finding
//! and waiting poll until a deadline; nothing sleeps for a fixed time and hopes.
#![allow(clippy::print_stdout, reason = "a test runner talks on standard output")]

pub mod actions;
pub mod axe;
pub mod browser;
pub mod driver;
pub mod element;
pub mod event_table;
pub mod failure;
mod http;
pub mod keyboard;
pub mod page;
pub mod payloads;
pub mod place;
pub mod session;
pub mod sources;
pub mod story;
pub mod wait;
