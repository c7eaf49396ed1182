//! Precision, recall and F1 by kind; distances of places; shares of coded facts.

use std::collections::BTreeMap;

use super::gold::{Document, Item};
use super::incidents;
use super::interval::{interval, jaccard};

/// Hits, what should have been found, what was found.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    pub hits: usize,
    pub gold: usize,
    pub found: usize,
}

/// The measures of a set.
#[derive(Default)]
pub(super) struct Measures {
    /// The set has dates.
    pub dated: bool,
    all: BTreeMap<String, (Tally, bool)>,
}

impl Measures {
    /// Nothing measured yet; `dated` says whether the set has dates.
    pub fn of(dated: bool) -> Self {
        Self { dated, ..Self::default() }
    }

    /// Adds to a measure of precision and recall.
    fn tally(&mut self, name: &str, hits: usize, gold: usize, found: usize) {
        let (tally, _) = self.all.entry(name.to_owned()).or_default();
        (tally.hits, tally.gold, tally.found) = (tally.hits + hits, tally.gold + gold, tally.found + found);
    }

    /// Adds to a share.
    pub fn share(&mut self, name: &str, hit: bool) {
        let (tally, share) = self.all.entry(name.to_owned()).or_default();
        (tally.hits, tally.gold, *share) = (tally.hits + usize::from(hit), tally.gold + 1, true);
    }

    /// Adds a document.
    pub fn add(&mut self, document: &Document, found: &[Item]) {
        let has = |kind: &str| document.gold.iter().any(|item| item.kind == kind);
        if self.dated {
            self.dates(document, found);
        }
        for (kind, other) in [("actor", "place"), ("place", "actor")] {
            if has(kind) {
                self.names(kind, other, document, found);
            }
        }
        if has("figure") {
            let (gold, own) = (of(&document.gold, "figure"), of(found, "figure"));
            self.tally("figures.overlap", pairs(&gold, &own, false).len(), gold.len(), own.len());
        }
        incidents::add(self, document, found);
    }

    /// Adds the spans of a kind: any overlap, and the same span.
    pub fn spans(&mut self, kind: &str, document: &Document, found: &[Item]) {
        let (gold, own) = (of(&document.gold, kind), of(found, kind));
        for (mode, strict) in [("overlap", false), ("strict", true)] {
            let hits = pairs(&gold, &own, strict).len();
            self.tally(&format!("attribution.{kind}.{mode}"), hits, gold.len(), own.len());
        }
    }

    fn dates(&mut self, document: &Document, found: &[Item]) {
        let (gold, own) = (of(&document.gold, "date"), of(found, "date"));
        let matched = pairs(&gold, &own, false);
        let (n, m) = (gold.len(), own.len());
        self.tally("dates.relaxed", matched.len(), n, m);
        self.tally(
            "dates.strict",
            matched.iter().filter(|(g, p)| (g.start, g.end) == (p.start, p.end)).count(),
            n,
            m,
        );
        if gold.iter().all(|item| item.value.is_empty()) && !gold.is_empty() {
            return;
        }
        self.tally("dates.value", matched.iter().filter(|(g, p)| g.value == p.value).count(), n, m);
        let days =
            |item: &Item| interval(&item.value).filter(|_| matches!(item.class.as_str(), "DATE" | "TIME"));
        let hits = matched
            .iter()
            .filter(|(g, p)| days(g).zip(interval(&p.value)).is_some_and(|(a, b)| jaccard(a, b) >= 0.5))
            .count();
        let neutral =
            matched.iter().filter(|(g, p)| days(g).is_none() && interval(&p.value).is_some()).count();
        let dated = own.iter().filter(|item| interval(&item.value).is_some()).count();
        self.tally(
            "dates.interval",
            hits,
            gold.iter().filter(|item| days(item).is_some()).count(),
            dated - neutral,
        );
    }

    fn names(&mut self, kind: &str, other: &str, document: &Document, found: &[Item]) {
        let named = |item: &&Item| item.text.chars().any(char::is_uppercase);
        let all: Vec<&Item> = of(&document.gold, kind).into_iter().filter(named).collect();
        let (need, extra): (Vec<&Item>, Vec<&Item>) = all.into_iter().partition(|item| !item.optional);
        let own: Vec<&Item> = of(found, kind).into_iter().filter(named).collect();
        let twins = of(&document.gold, other);
        let others = of(found, other);
        for (mode, strict) in [("strict", true), ("overlap", false)] {
            let matched = pairs(&need, &own, strict);
            let hit = |item: &Item| matched.iter().any(|(g, _)| std::ptr::eq(*g, item));
            let used = |item: &Item| matched.iter().any(|(_, p)| std::ptr::eq(*p, item));
            let same = |a: &Item, b: &Item| {
                if strict { (a.start, a.end) == (b.start, b.end) } else { overlap(a, b) > 0 }
            };
            let excused = need
                .iter()
                .filter(|g| {
                    !hit(g)
                        && twins.iter().any(|t| (t.start, t.end) == (g.start, g.end))
                        && others.iter().any(|p| same(p, g))
                })
                .count();
            let neutral = own.iter().filter(|p| !used(p) && extra.iter().any(|g| overlap(p, g) > 0)).count();
            self.tally(&format!("{kind}s.{mode}"), matched.len(), need.len() - excused, own.len() - neutral);
        }
        if kind == "actor" {
            for class in ["Person", "Organisation", "Nationality"] {
                let pick = |items: &[&'_ Item]| -> Vec<usize> {
                    (0..items.len())
                        .filter(|at| items.get(*at).is_some_and(|item| item.class == class))
                        .collect()
                };
                let gold: Vec<&Item> =
                    pick(&need).into_iter().filter_map(|at| need.get(at).copied()).collect();
                let own: Vec<&Item> = pick(&own).into_iter().filter_map(|at| own.get(at).copied()).collect();
                self.tally(
                    &format!("actors.overlap.{class}"),
                    pairs(&gold, &own, false).len(),
                    gold.len(),
                    own.len(),
                );
            }
        }
        let located: Vec<&Item> =
            of(&document.gold, "place").into_iter().filter(|item| item.point.is_some()).collect();
        if kind == "place" && !located.is_empty() {
            self.distances(&located, &of(found, "place"));
        }
    }

    fn distances(&mut self, gold: &[&Item], own: &[&Item]) {
        let matched = pairs(gold, own, false);
        for item in gold {
            let point = matched.iter().find(|(g, _)| std::ptr::eq(*g, *item)).and_then(|(_, p)| p.point);
            let near = item.point.zip(point).map(|(a, b)| kilometers(a, b) <= 161.0);
            if let Some(near) = near {
                self.share("places.acc161.covered", near);
            }
            self.share("places.acc161.all", near.unwrap_or(false));
        }
    }

    /// The measures as lines.
    pub fn lines(&self) -> Vec<String> {
        let share = |hits: usize, of: usize| if of == 0 { 0.0 } else { hits as f64 / of as f64 };
        let line = |(name, (tally, is_share)): (&String, &(Tally, bool))| {
            let Tally { hits, gold, found } = *tally;
            if *is_share {
                return format!("  {name:32} {:.3}  {hits} of {gold}", share(hits, gold));
            }
            let (p, r, f) = (share(hits, found), share(hits, gold), share(2 * hits, gold + found));
            format!("  {name:32} P {p:.3}  R {r:.3}  F1 {f:.3}  {hits} hits, {gold} gold, {found} found")
        };
        self.all.iter().map(line).collect()
    }
}

/// The items of a kind, in the text's order.
pub(super) fn of<'a>(items: &'a [Item], kind: &str) -> Vec<&'a Item> {
    let mut own: Vec<&Item> = items.iter().filter(|item| item.kind == kind).collect();
    own.sort_by_key(|item| (item.start, item.end));
    own
}

fn overlap(a: &Item, b: &Item) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// Pairs of gold and found, one to one, greedily in text order, the largest overlap first.
pub(super) fn pairs<'a>(gold: &[&'a Item], own: &[&'a Item], strict: bool) -> Vec<(&'a Item, &'a Item)> {
    let mut free: Vec<&Item> = own.to_vec();
    let mut all = Vec::new();
    for item in gold {
        let mut best: Option<usize> = None;
        for (at, candidate) in free.iter().enumerate() {
            let fits = overlap(item, candidate) > 0
                && (!strict || (item.start, item.end) == (candidate.start, candidate.end));
            let better = best
                .and_then(|best| free.get(best))
                .is_none_or(|best| overlap(item, candidate) > overlap(item, best));
            if fits && better {
                best = Some(at);
            }
        }
        if let Some(at) = best {
            all.push((*item, free.remove(at)));
        }
    }
    all
}

/// The way between two points in kilometers.
pub(super) fn kilometers(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (la, lo, lb, lp) = (a.0.to_radians(), a.1.to_radians(), b.0.to_radians(), b.1.to_radians());
    let x = ((lb - la) / 2.0).sin().powi(2) + la.cos() * lb.cos() * ((lp - lo) / 2.0).sin().powi(2);
    12_742.0 * x.min(1.0).sqrt().asin()
}
