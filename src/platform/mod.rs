//! The browser's edges: everything that talks to it beyond events.

pub mod after_paint;
pub mod alone;
pub mod corpus;
pub mod download;
pub mod focus;
pub mod forget;
pub mod frame;
pub mod history;
pub mod keys;
pub mod late;
pub mod picture;
pub mod promises;
pub mod reader;
pub mod recovery;
pub mod saver;
pub mod size;
