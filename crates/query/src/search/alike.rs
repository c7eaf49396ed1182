//! Whether two rows of sounds have a common reading: the same name, spelled in two ways.
//!
//! Sound by sound, each pair must share one. Between a script that writes all vowels and one that does not, a short
//! vowel inside a word may have nothing beside it. What is written
//! in both scripts is never passed over, so that Mali is not Malawi and Niger is not Nigeria.

use super::sounds::{ABJAD, LONG, MAX_SOUNDS, MUST, QUALITIES, SILENT, SOUNDS, Sound, VOWEL};

/// Whether two spellings have a common reading. No spelling is like an empty one, or like a single sound.
pub fn alike(a: &[Sound], b: &[Sound]) -> bool {
    if a.len().min(b.len()) < 2 || a.len().max(b.len()) > MAX_SOUNDS {
        return false;
    }
    // Of two scripts, the one without short vowels second.
    let (a, b) = if is_abjad(a) { (b, a) } else { (a, b) };
    // Bit j of `now`: the sounds of `a` up to i can be read as those of `b` up to j.
    let mut now = 1u64;
    for i in 0..=a.len() {
        let mut next = 0;
        for j in 0..=b.len() {
            if now >> j & 1 == 0 {
                continue;
            }
            let (x, y) = (a.get(i).copied(), b.get(j).copied());
            if let (Some(x), Some(y)) = (x, y)
                && meet(x, y)
            {
                next |= 1 << (j + 1);
            }
            // A diphthong beside two long vowels.
            if let (Some(x), Some(y), Some(&z)) = (x, y, b.get(j + 1))
                && x & LONG != 0
                && is_long(y)
                && is_long(z)
                && meet(x, y | z)
            {
                next |= 1 << (j + 2);
            }
            if x.is_some_and(|x| may_be_silent(x, i, a, b)) {
                next |= 1 << j;
            }
            if y.is_some_and(|y| may_be_silent(y, j, b, a)) {
                now |= 1 << (j + 1);
            }
        }
        if i == a.len() {
            break;
        }
        now = next;
    }
    now >> b.len() & 1 == 1
}

/// Qualities of vowels: u, what e and i share, and the long i.
const CLOSE: Sound = 1 << 29;
const LIKE_E: Sound = 1 << 31;
const LONG_I: Sound = 1 << 28;

/// Whether two sounds share one; vowels that both scripts write, or that no script leaves out, also what each must
/// have.
fn meet(x: Sound, y: Sound) -> bool {
    let lacks = |x: Sound, y: Sound| {
        let must = x >> MUST & QUALITIES;
        let long = x & LONG != 0 && y & ABJAD != 0;
        // What Arabic writes of a diphthong is its end.
        let end = (must & CLOSE) | if must & LIKE_E != 0 { LONG_I } else { 0 };
        (if long { end } else { must }) & !y != 0
    };
    let written = x & y & VOWEL != 0 && (x | y) & (ABJAD | LONG) != ABJAD;
    x & y & SOUNDS != 0 && !(written && (lacks(x, y) || lacks(y, x)))
}

/// Whether a sound is a long vowel of a script without short ones.
fn is_long(sound: Sound) -> bool {
    sound & (ABJAD | VOWEL | SILENT) == ABJAD | VOWEL
}

fn is_abjad(sounds: &[Sound]) -> bool {
    sounds.iter().any(|sound| sound & ABJAD != 0)
}

/// Whether a sound may have nothing beside it in the other spelling.
fn may_be_silent(sound: Sound, at: usize, own: &[Sound], other: &[Sound]) -> bool {
    let inside = at > 0 && at + 1 < own.len();
    sound & SILENT != 0
        || (sound & VOWEL != 0 && sound & (ABJAD | LONG) == 0 && inside && is_abjad(other) && !is_abjad(own))
}

#[cfg(test)]
mod tests {
    use super::super::sounds::{Letters, skeleton};
    use super::*;
    use index::fold::fold;

    fn heard(a: &str, b: &str) -> bool {
        let letters = Letters::new();
        let (mut x, mut y) = (Vec::new(), Vec::new());
        letters.read(&fold(a), &mut x);
        letters.read(&fold(b), &mut y);
        let like = alike(&x, &y);
        assert_eq!(like, alike(&y, &x), "{a} {b}: one way only");
        let shared =
            [true, false].iter().any(|&g| [true, false].iter().any(|&h| skeleton(&x, g) == skeleton(&y, h)));
        assert!(!like || shared, "{a} {b}: alike, but of other bones");
        like
    }

    #[test]
    fn spellings_of_one_name() {
        for names in [
            "Idlib Idleb إدلب İdlib Идлиб",
            "Erdoğan Erdogan أردوغان Эрдоган",
            "Keceli Keçeli",
            "Ali علي Али",
            "Hussein Husayn Hüseyin حسين Хусейн",
            "Muhammad Mohamed محمد Мухаммад",
            "Hama Hamah حماة Хама",
            "Manbij Menbiç منبج",
            "Iran إيران Иран",
            "Malawi ملاوي Малави",
            "Mali مالي Мали",
            "Raqqa الرقة Rakka Ракка",
        ] {
            for a in names.split(' ') {
                for b in names.split(' ') {
                    assert!(heard(a, b), "{a} / {b}");
                }
            }
        }
    }

    #[test]
    fn other_names() {
        for pair in [
            "Mali Malawi",
            "Niger Nigeria",
            "Iran Iraq",
            "Ali Wali",
            "Hama Homs",
            "مالي Malawi",
            "نيجيريا Niger",
            "والي Ali",
            "Basra Bosra",
        ] {
            let (a, b) = pair.split_once(' ').unwrap_or_default();
            assert!(!heard(a, b), "{a} / {b}");
        }
    }
}
