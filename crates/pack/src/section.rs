//! Custom sections of a Wasm module: where a small corpus lives.
//!
//! A module is eight bytes of header and then sections, each an id, a length
//! in LEB128 and its content; a custom section has the id 0 and begins with its
//! name. Engines ignore sections they do not know, so one can be appended or
//! replaced without a toolchain.

use std::ops::Range;

use crate::{PackError, SECTION};

const HEADER: &[u8] = b"\0asm\x01\0\0\0";

/// One section of a module.
struct Part<'a> {
    /// Where the whole section stands in the module.
    span: Range<usize>,
    /// The content after the name, if this is the corpus section.
    corpus: Option<&'a [u8]>,
}

/// Whether the bytes begin as a Wasm module does.
pub(crate) fn is_module(bytes: &[u8]) -> bool {
    bytes.starts_with(HEADER)
}

/// Puts the corpus into the module as its custom section, replacing one that is
/// already there.
///
/// # Errors
/// When the module's sections cannot be walked, or the corpus is over 4 GiB.
pub fn with_section(module: &[u8], corpus: &[u8]) -> Result<Vec<u8>, PackError> {
    let length = SECTION.len() + 1 + corpus.len();
    let length = u32::try_from(length)
        .map_err(|_| PackError::TooLarge { size: corpus.len(), limit: u32::MAX as usize })?;
    let mut out = without_section(module)?;
    out.reserve(corpus.len() + SECTION.len() + 8);
    out.push(0);
    write_leb(length, &mut out);
    write_leb(SECTION.len() as u32, &mut out);
    out.extend_from_slice(SECTION.as_bytes());
    out.extend_from_slice(corpus);
    Ok(out)
}

/// The module without its corpus.
pub(crate) fn without_section(module: &[u8]) -> Result<Vec<u8>, PackError> {
    let mut out = HEADER.to_vec();
    for part in parts(module)? {
        if part.corpus.is_none() {
            out.extend_from_slice(&module[part.span]);
        }
    }
    Ok(out)
}

/// The corpus that the module carries, if it carries one.
///
/// # Errors
/// When the module's sections cannot be walked.
pub fn section(module: &[u8]) -> Result<Option<&[u8]>, PackError> {
    Ok(parts(module)?.into_iter().find_map(|part| part.corpus))
}

fn parts(module: &[u8]) -> Result<Vec<Part<'_>>, PackError> {
    if !is_module(module) {
        return Err(PackError::Module("it does not begin as version 1 modules do".into()));
    }
    let mut parts = Vec::new();
    let mut at = HEADER.len();
    while at < module.len() {
        let part = part_at(module, at)
            .ok_or_else(|| PackError::Module(format!("the section at byte {at} is cut short")))?;
        at = part.span.end;
        parts.push(part);
    }
    Ok(parts)
}

fn part_at(module: &[u8], at: usize) -> Option<Part<'_>> {
    let (&id, rest) = module.get(at..)?.split_first()?;
    let (length, rest) = read_leb(rest)?;
    let content = rest.get(..length as usize)?;
    let end = module.len() - rest.len() + content.len();
    let corpus = if id == 0 { named(content, SECTION) } else { None };
    Some(Part { span: at..end, corpus })
}

/// What follows the name, when a custom section has that name.
fn named<'a>(content: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let (length, rest) = read_leb(content)?;
    let (found, rest) = rest.split_at_checked(length as usize)?;
    (found == name.as_bytes()).then_some(rest)
}

fn read_leb(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let mut value = 0_u64;
    for (i, &byte) in bytes.iter().enumerate().take(5) {
        value |= u64::from(byte & 0x7f) << (7 * i);
        if byte & 0x80 == 0 {
            return Some((u32::try_from(value).ok()?, bytes.get(i + 1..)?));
        }
    }
    None
}

fn write_leb(mut value: u32, out: &mut Vec<u8>) {
    loop {
        let byte = (value & 0x7f) as u8;
        value >>= 7;
        if value == 0 {
            out.push(byte);
            return;
        }
        out.push(byte | 0x80);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn module(sections: &[(u8, Vec<u8>)]) -> Vec<u8> {
        let mut out = HEADER.to_vec();
        for (id, content) in sections {
            out.push(*id);
            write_leb(content.len() as u32, &mut out);
            out.extend_from_slice(content);
        }
        out
    }

    proptest! {
        #[test]
        fn a_section_is_read_back_and_replaced(
            sections in vec((1_u8..12, vec(any::<u8>(), 0..300)), 0..6),
            first in vec(any::<u8>(), 0..400),
            second in vec(any::<u8>(), 0..400),
        ) {
            let bare = module(&sections);
            let once = with_section(&bare, &first).unwrap();
            prop_assert_eq!(section(&bare).unwrap(), None);
            prop_assert_eq!(section(&once).unwrap(), Some(&first[..]));
            let twice = with_section(&once, &second).unwrap();
            prop_assert_eq!(&twice, &with_section(&bare, &second).unwrap());
            prop_assert_eq!(without_section(&twice).unwrap(), bare);
        }

        #[test]
        fn damaged_modules_are_refused_or_read(mut bytes in vec(any::<u8>(), 0..200), whole in any::<bool>()) {
            if whole {
                bytes.splice(0..0, HEADER.iter().copied());
            }
            let _ = section(&bytes);
            let _ = with_section(&bytes, b"x");
        }

        #[test]
        fn a_cut_module_is_never_taken_for_whole(corpus in vec(any::<u8>(), 1..300), cut in 1_usize..200) {
            let whole = with_section(HEADER, &corpus).unwrap();
            let cut = whole.len().saturating_sub(cut).max(HEADER.len() + 1);
            prop_assert!(section(&whole[..cut]).is_err());
        }

        #[test]
        fn lengths_survive(value in any::<u32>()) {
            let mut out = Vec::new();
            write_leb(value, &mut out);
            prop_assert_eq!(read_leb(&out), Some((value, &[][..])));
        }
    }

    #[test]
    fn other_custom_sections_stay() {
        let bare = module(&[(0, b"\x04name\x01\x02".to_vec())]);
        let with = with_section(&bare, b"corpus").unwrap();
        assert!(with.starts_with(&bare));
        assert_eq!(without_section(&with).unwrap(), bare);
    }
}
