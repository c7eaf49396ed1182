//! The order in which statements are listed.

/// By what a list of statements is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// By earliest day, then latest; undated last.
    #[default]
    Date,
    /// By the first place, as the tree stands with siblings by name; statements without one last.
    Place,
    /// By the first kind, likewise.
    Kind,
}
