//! Bytes as text that is an eighth longer than they are, where base64 is a third.
//!
//! Seven bits a character: of the 128 characters that UTF-8 writes in one byte all but four stand for themselves. Those
//! four (NUL, line feed, carriage return, `<`) would not come out of an HTML parser as they went in; one of them and
//! the seven bits behind it are one character of two bytes, so that nothing is lost by it. The idea is base-122's (Kevin
//! Albertson, 2016).
//!
//! ```text
//! seven bits, none of the four            U+0000 + bits
//! the i-th of the four, then seven bits   U+0080 * i + bits        i from 1
//! the i-th of the four, at the end        U+0080 * (i + 4)
//! ```

/// The characters that may not stand for themselves.
const FOUR: [u8; 4] = [0, b'\n', b'\r', b'<'];

/// Writes bytes as text.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 8 / 7 + 8);
    let mut put = |unit: u32| out.extend(char::from_u32(unit));
    let mut waiting = None;
    let mut unit = |bits: u8| match (waiting.take(), FOUR.iter().position(|it| *it == bits)) {
        (Some(before), _) => put(before * 0x80 + u32::from(bits)),
        (None, Some(at)) => waiting = Some(at as u32 + 1),
        (None, None) => put(u32::from(bits)),
    };
    let (mut held, mut count) = (0_u32, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        count += 8;
        while count >= 7 {
            count -= 7;
            unit((held >> count) as u8 & 0x7f);
        }
        held &= (1 << count) - 1;
    }
    if count > 0 {
        unit((held << (7 - count)) as u8 & 0x7f);
    }
    if let Some(before) = waiting {
        put((before + 4) * 0x80);
    }
    out
}

/// Reads the text of [`encode`]; nothing where it holds a character that it never writes.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len());
    let (mut held, mut count) = (0_u32, 0);
    let mut put = |bits: u8| {
        held = held << 7 | u32::from(bits);
        count += 7;
        if count >= 8 {
            count -= 8;
            out.push((held >> count) as u8);
            held &= (1 << count) - 1;
        }
    };
    for c in text.chars() {
        let unit = c as u32;
        match unit >> 7 {
            0 => put(unit as u8),
            at @ 1..=8 => {
                put(*FOUR.get((at as usize - 1) % 4)?);
                if at <= 4 {
                    put(unit as u8 & 0x7f);
                }
            }
            _ => return None,
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(bytes in vec(any::<u8>(), 0..600)) {
            let text = encode(&bytes);
            prop_assert_eq!(decode(&text), Some(bytes));
            prop_assert!(!text.contains(['\0', '\n', '\r', '<']));
        }

        #[test]
        fn the_four_are_written_too(bytes in vec(prop::sample::select(vec![0_u8, 0x0a, 0x14, 0x1a, 0x34, 0x3c, 0x78, 0xff]), 0..99)) {
            prop_assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }

        #[test]
        fn any_text_is_read_or_refused(text: String) {
            let _ = decode(&text);
        }
    }

    #[test]
    fn it_is_an_eighth_longer() {
        let bytes: Vec<u8> = (0..70_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let length = encode(&bytes).len();
        assert!((80_000..80_200).contains(&length), "{length}");
    }
}
