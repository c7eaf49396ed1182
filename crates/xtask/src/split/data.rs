//! Data that move with the second module.

use super::read::Whole;
use super::texts::SHORTEST;
use std::collections::BTreeSet;
use std::ops::{Bound, Range};

/// Where in memory these texts stand, without overlaps, in order.
pub(super) fn moved(whole: &Whole, texts: &BTreeSet<String>) -> Vec<Range<u32>> {
    let mut found: Vec<Range<u32>> = Vec::new();
    for (start, bytes) in &whole.memory {
        // One pass for all: by the first bytes, as many as every text has.
        for at in 0..bytes.len() {
            let rest = &bytes[at..];
            let Some(head) =
                rest.get(..SHORTEST).and_then(|head| std::str::from_utf8(until_boundary(head)).ok())
            else {
                continue;
            };
            let from = texts
                .range::<str, _>((Bound::Included(head), Bound::Unbounded))
                .take_while(|text| text.starts_with(head));
            let longest = from.filter(|text| rest.starts_with(text.as_bytes())).map(String::len).max();
            if let Some(length) = longest {
                let here = start + at as u32;
                found.push(here..here + length as u32);
            }
        }
    }
    join(found)
}

/// The bytes without an unfinished character at the end.
fn until_boundary(bytes: &[u8]) -> &[u8] {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => &bytes[..error.valid_up_to()],
        _ => bytes,
    }
}

/// Ranges in order, those that overlap as one.
fn join(mut ranges: Vec<Range<u32>>) -> Vec<Range<u32>> {
    ranges.sort_by_key(|range| range.start);
    let mut joined: Vec<Range<u32>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

/// The bytes of a stretch of memory that begins at `start`, with zeros where they move.
pub(super) fn without(start: u32, bytes: &[u8], moved: &[Range<u32>]) -> Vec<u8> {
    let mut left = bytes.to_vec();
    for range in moved {
        let (from, to) = (range.start.max(start), range.end.min(start + bytes.len() as u32));
        if from < to {
            left[(from - start) as usize..(to - start) as usize].fill(0);
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_wherever_they_stand_and_nothing_else() {
        let bytes = "xxBir metin daha--Bir metin\u{0}\u{0}قالت الحكومةzz".as_bytes();
        let whole = Whole { memory: vec![(100, bytes)], ..Whole::default() };
        let texts = ["Bir metin", "Bir metin daha", "metin daha--B", "قالت الحكومة", "not there"];
        let ranges = moved(&whole, &texts.map(str::to_owned).into());
        let at = |text: &str| {
            100 + bytes.windows(text.len()).position(|it| it == text.as_bytes()).unwrap_or(0) as u32
        };
        let second = at("Bir metin\u{0}");
        let arabic = at("قالت الحكومة");
        assert_eq!(ranges, [102..second + 9, arabic..arabic + "قالت الحكومة".len() as u32]);
        let left = without(100, bytes, &ranges);
        assert_eq!(left.iter().filter(|byte| **byte != 0).count(), 4, "xx and zz");
    }
}
