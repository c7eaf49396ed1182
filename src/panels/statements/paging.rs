//! Which part of a long list is shown.

/// How many statements stand on a page.
pub const PAGE: usize = 50;

/// A page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its number, from 1.
    pub number: u32,
    /// How many there are, at least 1.
    pub of: u32,
    /// Position of its first statement.
    pub start: usize,
    /// Position after its last.
    pub end: usize,
}

/// The page of a list of `len` that a reader asked for; the last one where there is no such page.
pub fn page(len: usize, asked: u32) -> Page {
    let of = u32::try_from(len.div_ceil(PAGE)).unwrap_or(u32::MAX).max(1);
    let number = asked.clamp(1, of);
    let start = (number as usize - 1) * PAGE;
    Page { number, of, start, end: len.min(start + PAGE) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages() {
        let check = |len, asked, expect: (u32, u32, usize, usize)| {
            let page = page(len, asked);
            assert_eq!((page.number, page.of, page.start, page.end), expect, "{asked} of {len}");
        };
        check(0, 0, (1, 1, 0, 0));
        check(40, 1, (1, 1, 0, 40));
        check(50, 2, (1, 1, 0, 50));
        check(51, 2, (2, 2, 50, 51));
        check(16_566, 999, (332, 332, 16_550, 16_566));
    }
}
