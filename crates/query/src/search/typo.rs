//! Words that are a slip of the finger apart.
//!
//! One letter too many, too few or wrong, or two neighbors exchanged, in words of four to seven letters; two such
//! slips in longer ones. In words of four letters no letter may be another one: Iran is not Iraq. The first letter
//! and the last must be right (Qatar is not Qatari, and an unfinished word is no slip), digits are never off, and the rule is only asked for a word that stands nowhere.

/// How many slips a word of so many letters allows.
pub fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Whether two words lie within the slips that `a` allows.
pub fn is_near(a: &[char], b: &[char]) -> bool {
    let most = allowed(a.len());
    let digit = |word: &[char]| word.iter().any(char::is_ascii_digit);
    let exchanged =
        |a: &[char], b: &[char]| a.len() == b.len() && a.iter().zip(b).filter(|(a, b)| a != b).count() == 1;
    if most == 0
        || a.len().abs_diff(b.len()) > most
        || a.first() != b.first()
        || a.last() != b.last()
        || digit(a)
        || digit(b)
    {
        return false;
    }
    if a.len() == 4 && exchanged(a, b) {
        return false;
    }
    within(a, b, most)
}

/// Whether `most` slips lead from one word to the other: a path along the diagonal, slip by slip.
fn within(a: &[char], b: &[char], most: usize) -> bool {
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.get(same..).unwrap_or_default(), b.get(same..).unwrap_or_default());
    if a.is_empty() || b.is_empty() || most == 0 {
        return a.len().max(b.len()) <= most;
    }
    let after = |word: &[char], by: usize| -> std::ops::RangeFrom<usize> { by.min(word.len()).. };
    within(&a[after(a, 1)], b, most - 1)
        || within(a, &b[after(b, 1)], most - 1)
        || within(&a[after(a, 1)], &b[after(b, 1)], most - 1)
        || (a.len() > 1 && b.len() > 1 && a[0] == b[1] && a[1] == b[0] && within(&a[2..], &b[2..], most - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(a: &str, b: &str) -> bool {
        is_near(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
    }

    #[test]
    fn slips() {
        for (a, b) in
            [("convooy", "convoy"), ("idlb", "idlib"), ("smkoe", "smoke"), ("governrate", "governorate")]
        {
            assert!(near(a, b), "{a} {b}");
        }
        for (a, b) in
            [("iran", "iraq"), ("qatar", "qatari"), ("hama", "homs"), ("mali", "bali"), ("r123", "r124")]
        {
            assert!(!near(a, b), "{a} {b}");
        }
        assert!(!near("niger", "nigeria"));
    }

    /// The whole table of distances, with neighbors exchanged.
    fn distance(a: &[char], b: &[char]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = match (i, j) {
                    (i, 0) => i,
                    (0, j) => j,
                    _ => {
                        let step = usize::from(a[i - 1] != b[j - 1]);
                        let mut best =
                            (table[i - 1][j - 1] + step).min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                        if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                            best = best.min(table[i - 2][j - 2] + 1);
                        }
                        best
                    }
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn paths_find_what_the_table_finds(a in "[abc]{0,9}", b in "[abc]{0,9}", most in 0usize..3) {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            prop_assert_eq!(within(&a, &b, most), distance(&a, &b) <= most);
        }
    }
}
