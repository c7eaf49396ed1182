//! Built-in entries that nothing uses are taken out again: a row that was left out may have asked for them,
//! and nothing of such a row enters the corpus.

use index::NONE;

/// Keeps the entries that are `needed`, with those above them; gives them, and where each went ([`NONE`] for
/// those taken out). Parents stand before children and are changed by `parent`.
pub(crate) fn keep_needed<T>(
    items: Vec<T>,
    needed: impl Fn(usize, &T) -> bool,
    parent: impl Fn(&mut T) -> Option<&mut u32>,
) -> (Vec<T>, Vec<u32>) {
    let mut items = items;
    let mut keep: Vec<bool> = items.iter().enumerate().map(|(at, item)| needed(at, item)).collect();
    for at in (0..items.len()).rev().filter(|&at| keep.get(at) == Some(&true)).collect::<Vec<_>>() {
        let mut above = items.get_mut(at).and_then(&parent).map_or(NONE, |parent| *parent);
        while let Some(kept) = keep.get_mut(above as usize) {
            *kept = true;
            above = items.get_mut(above as usize).and_then(&parent).map_or(NONE, |parent| *parent);
        }
    }
    let mut moved = Vec::with_capacity(items.len());
    let mut kept = Vec::with_capacity(items.len());
    for (mut item, keep) in items.into_iter().zip(keep) {
        if !keep {
            moved.push(NONE);
            continue;
        }
        if let Some(parent) = parent(&mut item) {
            *parent = moved.get(*parent as usize).copied().unwrap_or(NONE);
        }
        moved.push(kept.len() as u32);
        kept.push(item);
    }
    (kept, moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_needed_stays_with_all_above_it() {
        let check = |parents: &[u32], needed: &[usize], expect: &[(usize, u32)]| {
            let items: Vec<(usize, u32)> = parents.iter().copied().enumerate().collect();
            let (kept, _) = keep_needed(items, |at, _| needed.contains(&at), |item| Some(&mut item.1));
            assert_eq!(kept, expect);
        };
        check(&[NONE, 0, 1, 0, NONE], &[2], &[(0, NONE), (1, 0), (2, 1)]);
        check(&[NONE, 0, 1, 0, NONE], &[3, 4], &[(0, NONE), (3, 0), (4, NONE)]);
        check(&[NONE, 0], &[], &[]);
    }
}
