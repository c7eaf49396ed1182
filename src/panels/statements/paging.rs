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

/// How many statements are printed at most; paper beyond that wants an export.
pub const PRINTED: usize = 1000;

/// What is printed of a list of `len`: from its first statement on, as many as go.
pub fn printed(len: usize) -> Page {
    let of = u32::try_from(len.div_ceil(PRINTED)).unwrap_or(u32::MAX).max(1);
    Page { number: 1, of, start: 0, end: len.min(PRINTED) }
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
        assert_eq!(printed(PRINTED), Page { number: 1, of: 1, start: 0, end: PRINTED });
        assert_eq!(printed(16_566), Page { number: 1, of: 17, start: 0, end: PRINTED });
        check(0, 0, (1, 1, 0, 0));
        check(40, 1, (1, 1, 0, 40));
        check(50, 2, (1, 1, 0, 50));
        check(51, 2, (2, 2, 50, 51));
        check(16_566, 999, (332, 332, 16_550, 16_566));
    }
}
