//! What was missed, a line each: for looking at, on the half that is for looking.
//!
//! A line says the kind of miss, what the gold has, what was found, and the words around it.

use index::Day;

use super::gold::{Document, Item};
use super::interval::{interval, jaccard};
use super::measure::{kilometers, of, pairs};

/// How many bytes of the text stand on each side of a miss.
const AROUND: usize = 70;

/// The misses of a document.
pub(super) fn misses(document: &Document, found: &[Item]) -> Vec<String> {
    let mut all = Vec::new();
    for kind in ["date", "actor", "place", "figure", "source", "cue"] {
        if document.gold.iter().any(|item| item.kind == kind) || kind == "date" && document.has_dates {
            of_kind(kind, document, found, &mut all);
        }
    }
    all.extend(incidents(document, found));
    all
}

fn of_kind(kind: &str, document: &Document, found: &[Item], all: &mut Vec<String>) {
    let named =
        |item: &&Item| !matches!(kind, "actor" | "place") || item.text.chars().any(char::is_uppercase);
    let gold: Vec<&Item> = of(&document.gold, kind).into_iter().filter(named).collect();
    let own: Vec<&Item> = of(found, kind).into_iter().filter(named).collect();
    let (need, extra): (Vec<&Item>, Vec<&Item>) = gold.into_iter().partition(|item| !item.optional);
    let matched = pairs(&need, &own, false);
    let twin = |item: &Item| {
        found.iter().any(|other| other.kind != kind && other.start < item.end && item.start < other.end)
    };
    for item in &need {
        let Some((_, hit)) = matched.iter().find(|(g, _)| std::ptr::eq(*g, *item)) else {
            let other = if twin(item) { " (other kind)" } else { "" };
            all.push(line(document, kind, "missed", &format!("{}{other}", shown(item)), "", item));
            continue;
        };
        if (item.start, item.end) != (hit.start, hit.end) {
            all.push(line(document, kind, "extent", &shown(item), &shown(hit), item));
        }
        if kind == "date" && !item.value.is_empty() && item.value != hit.value {
            let days = interval(&item.value).zip(interval(&hit.value));
            let what = if days.is_some_and(|(a, b)| jaccard(a, b) >= 0.5) { "value" } else { "days" };
            all.push(line(document, kind, what, &shown(item), &shown(hit), item));
        }
        let far = item.point.zip(hit.point).map(|(a, b)| kilometers(a, b));
        if item.point.is_some() && far.is_none_or(|far| far > 161.0) {
            let gold = format!("{} {:?}", shown(item), item.point.unwrap_or_default());
            all.push(line(
                document,
                kind,
                "far",
                &gold,
                &format!("{} {:?}", hit.names.join("|"), hit.point),
                item,
            ));
        }
        if kind == "actor" && item.class != hit.class {
            all.push(line(document, kind, "class", &shown(item), &shown(hit), item));
        }
    }
    for item in &own {
        let used = matched.iter().any(|(_, p)| std::ptr::eq(*p, *item));
        let neutral = extra.iter().any(|g| g.start < item.end && item.start < g.end);
        if !used && !neutral {
            all.push(line(document, kind, "spurious", "", &shown(item), item));
        }
    }
}

fn incidents(document: &Document, found: &[Item]) -> Vec<String> {
    let mut all = Vec::new();
    let dates: Vec<&Item> = found.iter().filter(|item| item.kind == "date").collect();
    for incident in &document.incidents {
        if incident["optional"].as_bool().unwrap_or(false) {
            continue;
        }
        let list = incident["date_values"].as_array().cloned().unwrap_or_default();
        let days: Vec<(i32, i32)> =
            list.iter().filter_map(|value| value.as_str()).filter_map(interval).collect();
        if !list.is_empty()
            && !dates.iter().filter_map(|item| interval(&item.value)).any(|own| days.contains(&own))
        {
            let own: Vec<String> = dates.iter().map(|item| format!("{}={}", item.text, item.value)).collect();
            all.push(format!(
                "incident date\t{}\tpublished {}\t{list:?}\t{}\t{}",
                document.id,
                document.published.map_or(String::new(), |day: Day| day.to_string()),
                incident["date"],
                own.join("; ")
            ));
        }
    }
    all
}

fn shown(item: &Item) -> String {
    format!("[{}] {} {}", item.text, item.class, item.value)
}

fn line(document: &Document, kind: &str, what: &str, gold: &str, own: &str, at: &Item) -> String {
    let mut from = at.start.saturating_sub(AROUND);
    let mut to = (at.end + AROUND).min(document.text.len());
    while !document.text.is_char_boundary(from) {
        from -= 1;
    }
    while !document.text.is_char_boundary(to) {
        to += 1;
    }
    let around = document.text.get(from..to).unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ");
    let published = document.published.map_or(String::new(), |day| day.to_string());
    format!("{kind} {what}\t{gold}\t{own}\t…{around}…\t{published} {}", document.id)
}
