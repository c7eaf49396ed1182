//! One HTML file that opens from disk: everything inline, every script allowed
//! by its hash, the module and a large corpus as data blocks.
//!
//! Data blocks are elements that no engine runs; the program and its styles are gzip in the text of `dense.rs`, a large
//! corpus is gzip in base64, which browsers read by themselves. Each holds at most 256 KiB of
//! base64: one long inline text takes WebKit nearly a minute to parse, many
//! short ones a third of a second.
//!
//! Every part says which it is (`data-part`), so that a page can make a fieldbook
//! of a part of its corpus out of itself (`crates/saver`).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::compress::gzip;
use crate::dense;
use crate::html::{Parts, allow, document, inline, lean, lean_css};
use crate::section::{with_section, without_section};
use crate::{CORPUS_LIMIT, PackError, Page, SECTION_LIMIT, Shell};

/// How much base64 one block holds, in bytes.
const BLOCK: usize = 256 << 10;

/// The fieldbook as one HTML file.
///
/// # Errors
/// When the shell's module is damaged or the corpus over [`CORPUS_LIMIT`].
pub fn single_file(shell: &Shell, page: &Page, corpus: &[u8]) -> Result<String, PackError> {
    let parts = single_file_parts(shell, corpus)?;
    let pack = |part: &str, bytes: &[u8]| if part == "late" { shell.late_gzip() } else { gzip(bytes) };
    let packed: Vec<_> = parts.iter().map(|(part, bytes)| (*part, pack(part, bytes))).collect();
    Ok(single_file_of(shell, page, &packed))
}

/// The parts that a single file carries as data blocks, with their names, before gzip.
///
/// # Errors
/// As [`single_file`].
pub fn single_file_parts(shell: &Shell, corpus: &[u8]) -> Result<Vec<(&'static str, Vec<u8>)>, PackError> {
    if corpus.len() > CORPUS_LIMIT {
        return Err(PackError::TooLarge { size: corpus.len(), limit: CORPUS_LIMIT });
    }
    let beside = corpus.len() > SECTION_LIMIT;
    let wasm = if beside { without_section(&shell.wasm)? } else { with_section(&shell.wasm, corpus)? };
    let mut parts = vec![("wasm", wasm)];
    if !shell.css.is_empty() {
        parts.push(("style", shell.css.clone().into_bytes()));
    }
    if beside {
        parts.push(("corpus", corpus.to_vec()));
    }
    if !shell.late.is_empty() {
        parts.push(("late", shell.late.clone()));
    }
    Ok(parts)
}

/// The file around parts that are gzip already: who has no packer of their own lets the browser pack.
pub fn single_file_of(shell: &Shell, page: &Page, packed: &[(&str, Vec<u8>)]) -> String {
    let mut data = String::new();
    for (part, bytes) in packed {
        blocks_of(part, bytes, *part == "corpus", &mut data);
    }
    if !shell.late.is_empty() {
        let script = inline(&lean(&shell.saver));
        data.push_str(&format!("<script type=\"text/plain\" data-part=\"saver\">{script}</script>\n"));
    }
    let boot = inline(&lean(&shell.boot));
    let glue = inline(&lean(&shell.glue));
    let css = inline(&shell.boot_css);
    let plain = inline(&lean(&shell.plain));
    let plain_css = inline(&lean_css(&shell.plain_css));
    let parts = Parts {
        policy: policy(&[&glue, &boot, &plain], &[&css, &plain_css]),
        style: format!("<style data-part=\"boot-style\">{css}</style>"),
        plain_style: format!("<style data-part=\"plain-style\">{plain_css}</style>"),
        boot: format!("<script data-part=\"boot\">{boot}</script>"),
        data,
        glue: format!(
            "<script data-part=\"glue\">{glue}</script>\n<script data-part=\"plain\">{plain}</script>"
        ),
    };
    document(shell, page, &parts)
}

fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let all = |codes: &[&str]| codes.iter().map(|code| allow(code)).collect::<Vec<_>>().join(" ");
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; font-src data:; worker-src blob:; connect-src 'none'; manifest-src 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
        all(scripts),
        all(styles)
    )
}

/// Writes bytes as data blocks of a part, in base64.
pub(crate) fn blocks(part: &str, bytes: &[u8], out: &mut String) {
    blocks_of(part, &gzip(bytes), true, out);
}

fn blocks_of(part: &str, packed: &[u8], base64: bool, out: &mut String) {
    let text = if base64 { STANDARD.encode(packed) } else { dense::encode(packed) };
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (block, tail) = rest.split_at(rest.floor_char_boundary(BLOCK));
        out.push_str("<script type=\"text/plain\" data-part=\"");
        out.push_str(part);
        out.push_str(if base64 { "\">" } else { "\" data-dense>" });
        out.push_str(block);
        out.push_str("</script>\n");
        rest = tail;
    }
}

/// The bytes of a part that a single file carries in its blocks, still packed;
/// `None` when it has no such block.
pub(crate) fn packed_part(html: &str, part: &str) -> Result<Option<Vec<u8>>, PackError> {
    let start = format!("<script type=\"text/plain\" data-part=\"{part}\"");
    let base64 = !html.contains(&format!("{start} data-dense>"));
    let open = if base64 { start + ">" } else { start + " data-dense>" };
    let mut text = String::new();
    let mut rest = html;
    let mut found = false;
    while let Some((_, after)) = rest.split_once(&open) {
        let (block, tail) =
            after.split_once("</script>").ok_or_else(|| PackError::Blocks("the file is cut short".into()))?;
        found = true;
        text.push_str(block);
        rest = tail;
    }
    if !found {
        return Ok(None);
    }
    if base64 {
        let bytes = STANDARD.decode(text.as_bytes());
        return bytes.map(Some).map_err(|e| PackError::Blocks(format!("a data block is not base64: {e}")));
    }
    match dense::decode(&text) {
        Some(bytes) => Ok(Some(bytes)),
        None => Err(PackError::Blocks("a data block holds characters that are never written".into())),
    }
}
