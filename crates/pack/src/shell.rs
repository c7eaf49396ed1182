//! The shell: the program without a corpus, and the small archive it travels in.
//!
//! The archive is a magic word with a version, then gzip over the parts in
//! a fixed order, each with its length before it as four bytes, low byte first.

use crate::PackError;
use crate::compress::{gunzip, gzip};

const MAGIC: &[u8; 8] = b"FBSHELL4";

/// The largest shell, unpacked, in bytes.
const LIMIT: usize = 64 << 20;

/// The program without a corpus: what `cargo xtask dist` makes and the
/// `fieldbook` command carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shell {
    /// The module, after wasm-bindgen and wasm-opt.
    pub wasm: Vec<u8>,
    /// wasm-bindgen's JavaScript, made with `--target no-modules`.
    pub glue: String,
    /// The boot script.
    pub boot: String,
    /// The styles of the loading state and the rescue card.
    pub boot_css: String,
    /// Every other style of the page, in order.
    pub css: String,
    /// The icon, as SVG.
    pub icon: String,
    /// The later half of the program, which fills its functions into the module's table; empty where there is none.
    pub late: Vec<u8>,
    /// The same as gzip, packed with more patience than a page or a command has; empty where nobody did.
    pub late_packed: Vec<u8>,
    /// The script of the worker in which the program saves a part of a fieldbook; the glue goes before it.
    pub saver: String,
    /// The plain list's script, for browsers without WebAssembly.
    pub plain: String,
    /// The plain list's styles.
    pub plain_css: String,
}

impl Shell {
    /// The shell as an archive; the same shell gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let late = self.late_gzip();
        let mut parts = Vec::new();
        for part in [
            self.wasm.as_slice(),
            self.glue.as_bytes(),
            self.boot.as_bytes(),
            self.boot_css.as_bytes(),
            self.css.as_bytes(),
            self.icon.as_bytes(),
            late.as_slice(),
            self.saver.as_bytes(),
            self.plain.as_bytes(),
            self.plain_css.as_bytes(),
        ] {
            parts.extend_from_slice(&(part.len() as u32).to_le_bytes());
            parts.extend_from_slice(part);
        }
        let mut out = MAGIC.to_vec();
        out.extend_from_slice(&gzip(&parts));
        out
    }

    /// The later half as gzip.
    pub(crate) fn late_gzip(&self) -> Vec<u8> {
        if self.late_packed.is_empty() { gzip(&self.late) } else { self.late_packed.clone() }
    }

    /// Reads an archive.
    ///
    /// # Errors
    /// When the bytes are not an archive of this version, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackError> {
        let packed = bytes
            .strip_prefix(MAGIC)
            .ok_or_else(|| PackError::Shell("it is not a shell of this version".into()))?;
        let parts = gunzip(packed, LIMIT).map_err(PackError::Shell)?;
        let mut rest = parts.as_slice();
        let mut shell = Self {
            wasm: next(&mut rest)?.to_vec(),
            glue: text(&mut rest)?,
            boot: text(&mut rest)?,
            boot_css: text(&mut rest)?,
            css: text(&mut rest)?,
            icon: text(&mut rest)?,
            late: Vec::new(),
            late_packed: next(&mut rest)?.to_vec(),
            saver: text(&mut rest)?,
            plain: text(&mut rest)?,
            plain_css: text(&mut rest)?,
        };
        shell.late = gunzip(&shell.late_packed, LIMIT).map_err(PackError::Shell)?;
        if rest.is_empty() { Ok(shell) } else { Err(PackError::Shell("it has a tail".into())) }
    }
}

fn next<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8], PackError> {
    take(rest).ok_or_else(|| PackError::Shell("it is cut short".into()))
}

fn take<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, tail) = rest.split_first_chunk::<4>()?;
    let (part, tail) = tail.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *rest = tail;
    Some(part)
}

fn text(rest: &mut &[u8]) -> Result<String, PackError> {
    String::from_utf8(next(rest)?.to_vec())
        .map_err(|_| PackError::Shell("a script or style is not UTF-8".into()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_shell_survives_its_archive(wasm in vec(any::<u8>(), 0..300), glue: String, boot: String, boot_css: String, css: String, icon: String, saver: String, plain: String, plain_css: String) {
            let shell = Shell { late: wasm.clone(), late_packed: gzip(&wasm), wasm, glue, boot, boot_css, css, icon, saver, plain, plain_css };
            let bytes = shell.to_bytes();
            prop_assert_eq!(&bytes, &shell.to_bytes());
            prop_assert_eq!(Shell::from_bytes(&bytes).unwrap(), shell);
        }

        #[test]
        fn cut_or_random_archives_are_refused(bytes in vec(any::<u8>(), 0..300), cut in 1_usize..60) {
            let shell = Shell { wasm: bytes.clone(), ..Shell::default() };
            let whole = shell.to_bytes();
            let cut = whole.len().saturating_sub(cut);
            prop_assert!(Shell::from_bytes(&whole[..cut]).is_err());
            let mut random = MAGIC.to_vec();
            random.extend_from_slice(&bytes);
            prop_assert!(Shell::from_bytes(&random).is_err());
            let mut parts = MAGIC.to_vec();
            parts.extend_from_slice(&gzip(&bytes));
            let _ = Shell::from_bytes(&parts);
        }
    }
}
