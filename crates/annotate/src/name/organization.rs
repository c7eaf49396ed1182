//! Organizations: by their head word ("Ministry of Defence", "Islamic University"), or by an acronym.

use super::find::{Finder, Named, What};
use crate::lexicon::{ARTICLE, COMMON, MONTH, ORG_END, ORG_HEAD, PREPOSITION, STOP, WEEKDAY, ZONE};
use crate::text::{Kind, Shape};

/// "Ministry of Foreign Affairs", "Turkish Foreign Ministry", "General Motors Corp.".
pub(super) fn by_head(finder: &Finder, at: usize, end: usize) -> Option<Named> {
    let text = finder.text;
    if text.shouting {
        return None;
    }
    let mut to = at;
    let mut head = None;
    let mut words = 0;
    while to < end && words < 10 {
        let word = text.word(to);
        let broken = to > at && text.tokens.get(to).is_some_and(|token| token.broken);
        if broken && text.word(to - 1) != "of" {
            break;
        }
        if finder.caps(to) && !(text.has(to, STOP) && !text.has(to, ORG_HEAD) && to == at) {
            if text.has(to, ORG_HEAD) && (to > at || text.word(to + 1) == "of" || text.word(to + 1) == "for")
            {
                head = Some(to + 1);
            }
            words += 1;
            to += 1;
            continue;
        }
        let joins = matches!(word, "of" | "for" | "and" | "&" | "-" | "on" | "the" | "to" | "in" | "against")
            && to > at;
        let next = if matches!(text.word(to + 1), "the") { to + 2 } else { to + 1 };
        // "of" and "for" join only behind a head word; "and" only between parts of a ministry's field.
        let allowed = match word {
            "of" | "for" | "on" | "to" | "in" | "against" => head == Some(to),
            "and" | "&" => text.has(at, ORG_HEAD) && head.is_some() || word == "&",
            "-" => text.glued(to),
            _ => false,
        };
        if joins && allowed && finder.caps(next) && word != "in" {
            to = next;
            continue;
        }
        break;
    }
    let head = head?;
    // Behind "of", all capitals belong to it.
    let reach = if (at..to).any(|part| matches!(text.word(part), "of" | "for")) { to } else { head };
    let dotted = text.word(reach) == "." && text.glued(reach) && text.has(reach - 1, ORG_END);
    let reach = reach + usize::from(dotted);
    let alone = reach == at + 1;
    let plain = (at..reach).all(|part| text.has(part, ARTICLE | PREPOSITION));
    let found = Named { from: at, to: reach, what: What::Organization, rule: "head-word" };
    (!alone && !plain).then_some(found)
}

/// "CJTF", "SRTF": two to six capitals.
pub(super) fn acronym(finder: &Finder, at: usize) -> Option<Named> {
    let text = finder.text;
    let token = text.tokens.get(at)?;
    let length = text.written(at).trim_end_matches('s').len();
    let capitals = token.shape == Shape::Upper
        && token.kind == Kind::Word
        && (2..=7).contains(&length)
        && !text.written(at).contains('.');
    if text.shouting
        || !capitals
        || text.has(at, STOP | MONTH | WEEKDAY | ZONE)
        || text.has(at, COMMON) && length < 4
    {
        return None;
    }
    let quiet = matches!(
        text.written(at),
        "TV" | "ID"
            | "DNA"
            | "RNA"
            | "HIV"
            | "AIDS"
            | "IED"
            | "IEDs"
            | "VBIED"
            | "VBIEDs"
            | "UAV"
            | "UAVs"
            | "GDP"
            | "GNP"
            | "CEO"
            | "CFO"
            | "PM"
            | "AM"
            | "AD"
            | "BC"
            | "OK"
            | "IT"
            | "PR"
            | "HQ"
            | "SUV"
            | "CD"
            | "DVD"
            | "USD"
            | "FM"
            | "AK"
            | "RPG"
            | "GPS"
            | "SMS"
            | "URL"
            | "PDF"
            | "II"
            | "III"
            | "IV"
            | "VI"
            | "VII"
            | "XVI"
            | "ER"
            | "ICU"
            | "PTSD"
            | "NGO"
            | "NGOs"
            | "MP"
            | "MPs"
            | "IDP"
            | "IDPs"
            | "POW"
            | "POWs"
            | "WMD"
            | "ISR"
            | "TNT"
            | "ATM"
            | "COVID"
            | "SARS"
            | "H1N1"
            | "MERS"
            | "BSE"
            | "MRSA"
    );
    // A line of capitals is a heading, not a row of acronyms.
    let heading = [at.wrapping_sub(1), at + 1].into_iter().any(|other| {
        text.tokens
            .get(other)
            .is_some_and(|t| t.shape == Shape::Upper && t.kind == Kind::Word && t.end - t.start > 3)
    });
    (!quiet && !heading)
        .then(|| Some(Named { from: at, to: at + 1, what: What::Organization, rule: "acronym" }))?
}
