//! Chores of the project, one module a chore. The command is `cargo xtask`;
//! the static server is a library, because the browser tests use it too.
#![allow(clippy::print_stdout, reason = "a command line tool talks on standard output")]

pub mod basemap;
pub mod bench;
pub mod browser;
pub mod command;
pub mod dictionaries;
pub mod dist;
pub mod hosting;
pub mod maker;
pub mod paths;
pub mod quality;
pub mod screens;
pub mod serve;
pub mod server;
pub mod setup;
pub mod size;
pub mod split;
pub mod stamp;
pub mod styles;
pub mod test;
pub mod tidy;
pub mod trunk;
