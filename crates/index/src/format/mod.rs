//! The bytes of a corpus.
//!
//! ```text
//! corpus    := magic "FIELDBK\n" · version u32 · crc u32 · sha256 [32] · body
//! body      := bytes of text u64 · length of plain u64 · plain · digits · decisions
//! decisions := the tables and columns of `Corpus`, in the order of `layout.rs` and `statements.rs`, as
//!              decisions between two under contexts (`wire.rs`), coded by how likely they were (crate `coder`)
//! plain     := the bytes of all texts where there are too many to code
//! digits    := how many columns u8 (0, or 4 where there are many statements) · each: its length u32, and its digits
//!              by chances told beforehand (crate `coder`, `digits.rs`): places, actors, kinds, best estimates
//! ```
//!
//! Fixed numbers are little-endian. The checksum (CRC-32, IEEE) and the hash (SHA-256) cover the body. The
//! checksum is verified at every opening, since it finds damage in microseconds; the hash names the corpus.
//!
//! Nothing is allocated on the word of a length alone: lists grow as their elements are read, and there is a
//! limit to how many elements the bytes may promise.
//!
//! Version history: 1, the first; 2, coded by how likely each value is; 3, the widest columns
//! of many statements as digits; 4, words whose sentences are veiled.

mod crc;
mod dates;
mod figures;
mod layout;
mod rows;
mod statements;
mod texts;
mod validate;
mod wire;

use crate::model::Corpus;
use sha2::{Digest, Sha256};
use std::fmt;
use wire::{Coded, Reader, Writer};

/// The format's version; raised whenever the layout changes.
pub const VERSION: u32 = 4;

const MAGIC: &[u8; 8] = b"FIELDBK\n";
const HEADER_BYTES: usize = 8 + 4 + 4 + 32;

/// Why bytes could not be opened as a corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The bytes are something else.
    NotACorpus,
    /// The bytes were written in another version of the format.
    OtherVersion {
        /// The version found.
        found: u32,
    },
    /// The bytes were changed or cut off after they were written.
    Damaged,
    /// The bytes are whole but say something impossible.
    Invalid {
        /// What is wrong, and where.
        what: String,
    },
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotACorpus => write!(f, "this is not a fieldbook corpus; build one with `fieldbook build`"),
            Self::OtherVersion { found } => write!(
                f,
                "this corpus is in format version {found}, but only version {VERSION} can be opened; \
                 build it again from its sources"
            ),
            Self::Damaged => write!(
                f,
                "the corpus was damaged or cut off on its way; fetch the file again from where you had it"
            ),
            Self::Invalid { what } => {
                write!(f, "the corpus contradicts itself ({what}); build it again from its sources")
            }
        }
    }
}

impl std::error::Error for OpenError {}

/// Writes a corpus and stamps [`Corpus::hash`]; nothing else of `corpus` changes.
pub fn write(corpus: &mut Corpus) -> Vec<u8> {
    let text = text_bytes(corpus);
    let mut writer = Writer::new(text, corpus.statements.len());
    // A writer never refuses.
    let _ = corpus.code(&mut writer, 0);
    let mut body = text.to_le_bytes().to_vec();
    body.extend(writer.finish());
    corpus.hash = Sha256::digest(&body).into();
    let mut bytes = Vec::with_capacity(HEADER_BYTES + body.len());
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    bytes.extend_from_slice(&crc::crc32(&body).to_le_bytes());
    bytes.extend_from_slice(&corpus.hash);
    bytes.extend_from_slice(&body);
    bytes
}

/// Opens a corpus and checks all of it, so that no later access can fail.
///
/// # Errors
/// Where the bytes are no corpus, of another version, damaged, or refer to something they do not hold.
pub fn open(bytes: &[u8]) -> Result<Corpus, OpenError> {
    let header = Header::read(bytes)?;
    let body = bytes.get(HEADER_BYTES..).unwrap_or_default();
    if crc::crc32(body) != header.crc {
        return Err(OpenError::Damaged);
    }
    let (text, coded) = body.split_at_checked(8).ok_or(OpenError::Damaged)?;
    let text = u64::from_le_bytes(text.try_into().unwrap_or_default());
    let mut reader = Reader::new(coded, text).ok_or(OpenError::Damaged)?;
    let mut corpus = Corpus::default();
    corpus.code(&mut reader, 0).map_err(|fault| fault.at(reader.position()))?;
    if !reader.is_whole() {
        return Err(OpenError::Invalid { what: "it ends too early or too late".to_owned() });
    }
    validate::validate(&corpus)?;
    corpus.hash = header.hash;
    Ok(corpus)
}

/// About how many bytes of text a corpus has: what decides how they travel.
fn text_bytes(corpus: &Corpus) -> u64 {
    let statements = &corpus.statements;
    let columns = statements.quotes.buffer.len() + statements.summaries.buffer.len();
    let paragraphs = corpus.reports.iter().flat_map(|report| &report.paragraphs);
    let names = 32 * (corpus.actors.len() + corpus.places.len());
    (columns + names + paragraphs.map(|paragraph| paragraph.text.len()).sum::<usize>()) as u64
}

struct Header {
    crc: u32,
    hash: [u8; 32],
}

impl Header {
    fn read(bytes: &[u8]) -> Result<Self, OpenError> {
        if bytes.get(..8) != Some(MAGIC) {
            return Err(OpenError::NotACorpus);
        }
        let fixed =
            |at: usize| bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes);
        let version = fixed(8).ok_or(OpenError::Damaged)?;
        if version != VERSION {
            return Err(OpenError::OtherVersion { found: version });
        }
        let crc = fixed(12).ok_or(OpenError::Damaged)?;
        let hash =
            bytes.get(16..HEADER_BYTES).and_then(|hash| hash.try_into().ok()).ok_or(OpenError::Damaged)?;
        Ok(Self { crc, hash })
    }
}
