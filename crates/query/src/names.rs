//! Finding table entries by name.
