//! Search by name and by rule: names in four scripts, names that must be kept apart, and the query language.
#![allow(clippy::unwrap_used, clippy::expect_used)]

extern crate fieldbook_query as query;

mod found;
mod language;
mod names;
