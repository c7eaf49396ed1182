//! Compression with bytes that depend on nothing but the input: no time, no
//! name, no machine in the header.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

/// Above this many bytes brotli works at the level for haste, which takes
/// seconds where the best would take minutes.
const BEST_BROTLI: usize = 4 << 20;

/// Brotli's best level, and the one for haste: a tenth more bytes in a
/// twentieth of the time.
const BEST: u32 = 11;
const HASTE: u32 = 9;

/// The bytes as gzip, best level, with an empty header.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing into a vector has no way to fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// The bytes as brotli; level 11 up to 4 MiB.
pub fn brotli_best(bytes: &[u8]) -> Vec<u8> {
    brotli_at(bytes, if bytes.len() > BEST_BROTLI { HASTE } else { BEST })
}

/// The bytes as brotli, in haste.
pub(crate) fn brotli_quick(bytes: &[u8]) -> Vec<u8> {
    brotli_at(bytes, HASTE)
}

fn brotli_at(bytes: &[u8], quality: u32) -> Vec<u8> {
    let mut out = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, quality, 22);
        let _ = writer.write_all(bytes);
    }
    out
}

/// What the gzip holds, refused past `limit` bytes of output.
pub(crate) fn gunzip(bytes: &[u8], limit: usize) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let mut reader = GzDecoder::new(bytes).take(limit as u64 + 1);
    reader.read_to_end(&mut out).map_err(|e| e.to_string())?;
    if out.len() > limit {
        return Err(format!("it unpacks to more than {limit} bytes"));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn gzip_is_undone(bytes in vec(any::<u8>(), 0..2000)) {
            let packed = gzip(&bytes);
            prop_assert_eq!(&packed, &gzip(&bytes));
            prop_assert_eq!(gunzip(&packed, bytes.len()).unwrap(), bytes);
        }

        #[test]
        fn cut_gzip_is_refused(bytes in vec(any::<u8>(), 0..500), cut in 1_usize..40) {
            let packed = gzip(&bytes);
            let cut = packed.len().saturating_sub(cut);
            prop_assert!(gunzip(&packed[..cut], 1000).is_err());
        }

        #[test]
        fn brotli_is_undone(bytes in vec(any::<u8>(), 0..2000)) {
            let mut out = Vec::new();
            brotli::Decompressor::new(&brotli_best(&bytes)[..], 4096).read_to_end(&mut out).unwrap();
            prop_assert_eq!(out, bytes);
        }
    }

    #[test]
    fn a_bomb_is_stopped_at_the_limit() {
        let bomb = gzip(&vec![0; 1 << 20]);
        assert!(gunzip(&bomb, 1 << 16).unwrap_err().contains("more than"));
    }
}
