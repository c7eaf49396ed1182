//! Getting a corpus back out of what carries it.

use crate::compress::gunzip;
use crate::section::{is_module, section};
use crate::single::packed_part;
use crate::{CORPUS_LIMIT, PackError};

/// The largest module that is unpacked in search of a corpus, in bytes.
const MODULE_LIMIT: usize = 64 << 20;

/// The corpus that these bytes carry: a single-file fieldbook or a module with
/// the section. `None` for everything else, a site's `index.html` included (its
/// corpus is in its `.wasm`, or is its `.corpus` file as it stands).
///
/// # Errors
/// When the bytes are a fieldbook's, but damaged or cut short.
pub fn corpus_in(bytes: &[u8]) -> Result<Option<Vec<u8>>, PackError> {
    if is_module(bytes) {
        return Ok(section(bytes)?.map(<[u8]>::to_vec));
    }
    let Ok(html) = std::str::from_utf8(bytes) else {
        return Ok(None);
    };
    if let Some(corpus) = part(html, "corpus", CORPUS_LIMIT)? {
        return Ok(Some(corpus));
    }
    match part(html, "wasm", MODULE_LIMIT)? {
        Some(module) => Ok(section(&module)?.map(<[u8]>::to_vec)),
        None => Ok(None),
    }
}

fn part(html: &str, name: &str, limit: usize) -> Result<Option<Vec<u8>>, PackError> {
    match packed_part(html, name)? {
        Some(packed) => gunzip(&packed, limit).map(Some).map_err(PackError::Blocks),
        None => Ok(None),
    }
}
