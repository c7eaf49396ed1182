//! Which entries of a table are kept, and where they then stand.

use crate::NONE;
use crate::columns::Texts;

/// For each old position the new one, or [`NONE`].
pub(super) struct Kept(Vec<u32>);

impl Kept {
    /// Keeps the entries that are named, and all above them; the order stays, so parents stay before children.
    pub fn of(len: usize, named: impl Iterator<Item = u32>, above: impl Fn(u32) -> u32) -> Self {
        let mut wanted = vec![false; len];
        for mut at in named {
            while let Some(slot) = wanted.get_mut(at as usize) {
                if std::mem::replace(slot, true) {
                    break;
                }
                at = above(at);
            }
        }
        let mut next = 0;
        let moved = wanted.into_iter().map(|wanted| {
            if !wanted {
                return NONE;
            }
            next += 1;
            next - 1
        });
        Self(moved.collect())
    }

    /// Whether an entry is kept, or is none of the table.
    pub fn has(&self, at: u32) -> bool {
        self.0.get(at as usize) != Some(&NONE)
    }

    /// The entries that are kept.
    pub fn taken<T: Clone>(&self, table: &[T]) -> Vec<T> {
        let kept = table.iter().zip(&self.0).filter(|(_, moved)| **moved != NONE);
        kept.map(|(entry, _)| entry.clone()).collect()
    }

    /// The texts that are kept.
    pub fn taken_texts(&self, table: &Texts) -> Texts {
        table.iter().zip(&self.0).filter(|(_, moved)| **moved != NONE).map(|(text, _)| text).collect()
    }

    /// Where an entry now stands; nowhere where it is gone.
    pub fn pointed(&self, at: u32) -> u32 {
        self.0.get(at as usize).copied().unwrap_or(NONE)
    }

    /// Points to where an entry now stands; to nothing where it is gone.
    pub fn point(&self, at: &mut u32) {
        *at = self.pointed(*at);
    }

    /// [`Kept::point`] for many.
    pub fn point_all(&self, all: &mut [u32]) {
        all.iter_mut().for_each(|at| self.point(at));
    }
}
