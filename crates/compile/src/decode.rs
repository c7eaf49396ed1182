//! Bytes to text: gzip is unpacked, a byte order mark is dropped, and what is not UTF-8 is reported and
//! replaced, so that the rest of the file can still be read.

use crate::diagnostic::{Diagnostics, Origin};
use crate::input::{Options, SourceFile};
use flate2::bufread::MultiGzDecoder;
use std::borrow::Cow;
use std::io::Read;
use std::rc::Rc;

/// How a gzip file begins.
const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];

/// How many bad stretches are reported one by one.
const BAD_BYTES_SHOWN: usize = 10;

/// The text of a file; nothing where it cannot be unpacked.
pub(crate) fn text_of<'a>(
    file: &'a SourceFile,
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Option<Cow<'a, str>> {
    let name: Rc<str> = file.path.as_str().into();
    if !file.bytes.starts_with(&GZIP_MAGIC) {
        return Some(utf8(&file.bytes, &name, diagnostics));
    }
    match unpack(&file.bytes, options.unpacked_limit) {
        Ok(bytes) => Some(Cow::Owned(utf8(&bytes, &name, diagnostics).into_owned())),
        Err(what) => {
            diagnostics.error(&Origin::whole(&name), what, "Pack the table again, or give it unpacked");
            None
        }
    }
}

fn unpack(packed: &[u8], limit: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut reader = MultiGzDecoder::new(packed).take(limit.saturating_add(1));
    reader.read_to_end(&mut bytes).map_err(|error| format!("It cannot be unpacked ({error})"))?;
    if bytes.len() as u64 > limit {
        return Err(format!("It unpacks to more than {limit} bytes"));
    }
    Ok(bytes)
}

fn utf8<'a>(bytes: &'a [u8], file: &Rc<str>, diagnostics: &mut Diagnostics) -> Cow<'a, str> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    report_bad_bytes(bytes, file, diagnostics);
    String::from_utf8_lossy(bytes)
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
