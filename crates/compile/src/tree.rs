//! Trees: parents by id become positions, with every parent before its children.
//!
//! A parent that is not there, or that lies below its own child, is reported and dropped. The order is the
//! tree's: each node is followed by its children, siblings sorted by id, so that it does not depend on the
//! order in which files or rows came.

use crate::diagnostic::{Diagnostics, Origin};
use crate::table::shown;
use index::NONE;
use std::collections::{BTreeMap, BTreeSet};

/// A node as its source gives it.
pub(crate) struct Node<'a> {
    /// Its id, unique in the tree.
    pub id: &'a str,
    /// Its parent's id; empty for none.
    pub parent: &'a str,
    /// Where it was written.
    pub origin: &'a Origin,
}

/// Where each node goes.
#[derive(Debug, Default)]
pub(crate) struct Arrangement {
    /// The nodes' old positions, in their new order.
    pub order: Vec<u32>,
    /// The new parent of each node, in the new order.
    pub parents: Vec<u32>,
    /// The new position of each old one.
    pub moved: Vec<u32>,
}

/// Arranges `nodes`; `what` names them in diagnostics ("actor").
pub(crate) fn arrange(nodes: &[Node], what: &str, diagnostics: &mut Diagnostics) -> Arrangement {
    let mut parents = resolve(nodes, what, diagnostics);
    cut_loops(nodes, &mut parents, what, diagnostics);
    let mut children: BTreeMap<u32, BTreeSet<(&str, u32)>> = BTreeMap::new();
    for (at, (node, &parent)) in nodes.iter().zip(&parents).enumerate() {
        children.entry(parent).or_default().insert((node.id, at as u32));
    }
    let mut arranged = Arrangement { moved: vec![NONE; nodes.len()], ..Arrangement::default() };
    let mut open: Vec<u32> = below(&children, NONE);
    while let Some(at) = open.pop() {
        let parent = parents.get(at as usize).copied().unwrap_or(NONE);
        let new_parent = arranged.moved.get(parent as usize).copied().unwrap_or(NONE);
        if let Some(slot) = arranged.moved.get_mut(at as usize) {
            *slot = arranged.order.len() as u32;
        }
        arranged.order.push(at);
        arranged.parents.push(new_parent);
        open.extend(below(&children, at));
    }
    arranged
}

/// The children of a node, the first last, as a stack wants them.
fn below(children: &BTreeMap<u32, BTreeSet<(&str, u32)>>, node: u32) -> Vec<u32> {
    children.get(&node).into_iter().flatten().rev().map(|&(_, at)| at).collect()
}

fn resolve(nodes: &[Node], what: &str, diagnostics: &mut Diagnostics) -> Vec<u32> {
    let by_id: BTreeMap<&str, u32> = nodes.iter().zip(0..).map(|(node, at)| (node.id, at)).collect();
    let parent = |node: &Node| {
        let known = by_id.get(node.parent).copied();
        if known.is_none() && !node.parent.is_empty() {
            let found = format!(
                "The {what} “{}” has the parent “{}”, which is not there; it is kept without a parent",
                shown(node.id),
                shown(node.parent)
            );
            diagnostics.error(
                node.origin,
                found,
                format!("Add the parent with this id, or name another {what}"),
            );
        }
        known.unwrap_or(NONE)
    };
    nodes.iter().map(parent).collect()
}

/// Takes the parent from one node of every loop: the one whose id comes first.
fn cut_loops(nodes: &[Node], parents: &mut [u32], what: &str, diagnostics: &mut Diagnostics) {
    // 0: not seen, otherwise the walk that saw it.
    let mut seen = vec![0u32; nodes.len()];
    for start in 0..nodes.len() {
        let walk = start as u32 + 1;
        let mut at = start;
        while let Some(mark) = seen.get_mut(at).filter(|mark| **mark == 0) {
            *mark = walk;
            at = parents.get(at).copied().unwrap_or(NONE) as usize;
        }
        if seen.get(at) == Some(&walk) {
            cut(nodes, parents, at, what, diagnostics);
        }
    }
}

fn cut(nodes: &[Node], parents: &mut [u32], inside: usize, what: &str, diagnostics: &mut Diagnostics) {
    let next = |at: usize| parents.get(at).copied().unwrap_or(NONE) as usize;
    let mut members = vec![inside];
    let mut at = next(inside);
    while at != inside && at < nodes.len() {
        members.push(at);
        at = next(at);
    }
    let Some((at, node)) =
        members.iter().filter_map(|&at| Some((at, nodes.get(at)?))).min_by_key(|(_, n)| n.id)
    else {
        return;
    };
    let found = format!("The {what} “{}” is part of itself; it is kept without a parent", shown(node.id));
    diagnostics.error(node.origin, found, "Name a parent that does not lie below it");
    if let Some(slot) = parents.get_mut(at) {
        *slot = NONE;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn arranged(pairs: &[(&str, &str)]) -> (String, usize) {
        let origin = Origin::whole(&"t.csv".into());
        let nodes: Vec<Node> =
            pairs.iter().map(|(id, parent)| Node { id, parent, origin: &origin }).collect();
        let mut diagnostics = Diagnostics::default();
        let tree = arrange(&nodes, "actor", &mut diagnostics);
        let mut words = Vec::new();
        for (at, &parent) in tree.order.iter().zip(&tree.parents) {
            let above = tree.order.get(parent as usize).map_or("-", |&at| pairs[at as usize].0);
            words.push(format!("{}<{above}", pairs[*at as usize].0));
        }
        (words.join(" "), diagnostics.sorted().len())
    }

    #[test]
    fn parents_stand_before_children() {
        let check = |pairs: &[(&str, &str)], expect: &str, faults| {
            assert_eq!(arranged(pairs), (expect.to_owned(), faults));
        };
        check(&[("c", "b"), ("b", "a"), ("a", ""), ("d", "a")], "a<- b<a c<b d<a", 0);
        check(&[("b", "x"), ("a", "b")], "b<- a<b", 1);
        check(&[("b", "a"), ("a", "b"), ("c", "b")], "a<- b<a c<b", 1);
        check(&[("a", "a")], "a<-", 1);
    }

    proptest! {
        #[test]
        fn every_node_is_there_once_and_after_its_parent(parents in proptest::collection::vec(0usize..12, 0..10)) {
            let ids: Vec<String> = (0..parents.len()).map(|at| format!("n{at}")).collect();
            let names: Vec<String> = parents.iter().map(|at| format!("n{at}")).collect();
            let origin = Origin::whole(&"t.csv".into());
            let nodes: Vec<Node> = ids.iter().zip(&names).map(|(id, parent)| Node { id, parent, origin: &origin }).collect();
            let tree = arrange(&nodes, "place", &mut Diagnostics::default());
            let mut order = tree.order.clone();
            order.sort_unstable();
            prop_assert_eq!(order, (0..parents.len() as u32).collect::<Vec<_>>());
            for (at, &parent) in tree.parents.iter().enumerate() {
                prop_assert!(parent == NONE || (parent as usize) < at);
            }
        }
    }
}
