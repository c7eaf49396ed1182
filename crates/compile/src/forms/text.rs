//! Bytes to text.
//!
//! Sources that people write are UTF-8: what is not is reported and replaced, so that the rest can still be
//! read. Tables come from elsewhere: UTF-16 is known by its mark, and other bytes that are not UTF-8 are
//! taken for the legacy encoding that they most look like, which is said.

use crate::diagnostic::{Diagnostics, Origin};
use crate::input::{Options, SourceFile};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;
use std::borrow::Cow;
use std::rc::Rc;

/// How many bad stretches are reported one by one.
const BAD_BYTES_SHOWN: usize = 10;

/// The text of a source file; nothing where it cannot be unpacked.
pub(crate) fn text_of<'a>(
    file: &'a SourceFile,
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Option<Cow<'a, str>> {
    let name: Rc<str> = file.path.as_str().into();
    match super::packed::unpacked(&file.bytes, options) {
        Ok(bytes) => Some(utf8_of(bytes, &name, diagnostics)),
        Err((what, remedy)) => {
            diagnostics.error(&Origin::whole(&name), what, remedy);
            None
        }
    }
}

/// The text of bytes that should be UTF-8.
fn utf8_of<'a>(bytes: Cow<'a, [u8]>, file: &Rc<str>, diagnostics: &mut Diagnostics) -> Cow<'a, str> {
    match valid(bytes) {
        Ok(text) => text,
        Err(bytes) => {
            report_bad_bytes(&bytes, file, diagnostics);
            Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
        }
    }
}

/// The text of a table from elsewhere.
pub(super) fn guessed<'a>(
    bytes: Cow<'a, [u8]>,
    file: &Rc<str>,
    diagnostics: &mut Diagnostics,
) -> Cow<'a, str> {
    let bytes = match valid(bytes) {
        Ok(text) => return text,
        Err(bytes) => bytes,
    };
    if is_damaged_utf8(&bytes) {
        return utf8_of(bytes, file, diagnostics);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let what = format!("The table is not UTF-8; it is read as {}", encoding.name());
    diagnostics.warning(&Origin::whole(file), what, "Save it as UTF-8 if letters look wrong");
    Cow::Owned(encoding.decode(&bytes).0.into_owned())
}

/// The text of bytes that are UTF-8, or UTF-16 with a mark; else the bytes without their mark.
fn valid(bytes: Cow<[u8]>) -> Result<Cow<str>, Cow<[u8]>> {
    if let Some((encoding, _)) = wide(&bytes) {
        return Ok(Cow::Owned(encoding.decode(&bytes).0.into_owned()));
    }
    match without_mark(bytes) {
        Cow::Borrowed(bytes) => {
            std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| Cow::Borrowed(bytes))
        }
        Cow::Owned(bytes) => {
            String::from_utf8(bytes).map(Cow::Owned).map_err(|error| Cow::Owned(error.into_bytes()))
        }
    }
}

/// UTF-16, by its mark.
fn wide(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != encoding_rs::UTF_8)
}

/// Whether the bytes hold more letters of UTF-8 than bytes that are none.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

fn without_mark(bytes: Cow<[u8]>) -> Cow<[u8]> {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    match bytes {
        Cow::Borrowed(bytes) => Cow::Borrowed(bytes.strip_prefix(MARK).unwrap_or(bytes)),
        Cow::Owned(mut bytes) => {
            if bytes.starts_with(MARK) {
                bytes.drain(..MARK.len());
            }
            Cow::Owned(bytes)
        }
    }
}

fn report_bad_bytes(bytes: &[u8], file: &Rc<str>, diagnostics: &mut Diagnostics) {
    let (mut offset, mut line, mut count) = (0, 1, 0);
    for chunk in bytes.utf8_chunks() {
        line += chunk.valid().matches('\n').count() as u32;
        offset += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            count += 1;
            if count <= BAD_BYTES_SHOWN {
                let what = format!("The bytes at offset {offset} are not UTF-8");
                diagnostics.error(&Origin::at(file, line), what, "Save the file as UTF-8");
            }
        }
        offset += chunk.invalid().len();
    }
    if count > BAD_BYTES_SHOWN {
        let what = format!("{} more stretches are not UTF-8", count - BAD_BYTES_SHOWN);
        diagnostics.error(&Origin::whole(file), what, "Save the file as UTF-8");
    }
}
