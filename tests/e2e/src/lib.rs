//! Stories in real browsers.
