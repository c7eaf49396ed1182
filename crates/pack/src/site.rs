//! A folder for any static host, at a domain's root or under any sub-path.
//!
//! Every file but `index.html` carries a hash of its bytes in its name, so a
//! host may let browsers keep it for ever. Addresses are relative. Beside each
//! file over a kilobyte stand its brotli and gzip twins for hosts that serve
//! them.

use crate::compress::{brotli_best, gzip};
use crate::html::{Parts, document, escape, hash8, lean};
use crate::section::{with_section, without_section};
use crate::{CORPUS_LIMIT, PackError, Page, SECTION_LIMIT, Shell};

/// The policy of a hosted page. It may ask its own origin while it loads.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src data:; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";

/// From how many bytes on a file gets compressed twins.
const TWIN_FROM: usize = 1000;

/// One file of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Where it goes, relative to the site's folder, with `/` between parts.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The fieldbook as the files of a static site, sorted by path.
///
/// # Errors
/// When the shell's module is damaged or the corpus over [`CORPUS_LIMIT`].
pub fn site(shell: &Shell, page: &Page, corpus: &[u8]) -> Result<Vec<File>, PackError> {
    if corpus.len() > CORPUS_LIMIT {
        return Err(PackError::TooLarge { size: corpus.len(), limit: CORPUS_LIMIT });
    }
    let beside = corpus.len() > SECTION_LIMIT;
    let wasm = if beside { without_section(&shell.wasm)? } else { with_section(&shell.wasm, corpus)? };
    let wasm = named("fieldbook", "wasm", wasm);
    let boot = named("boot", "js", lean(&shell.boot).into_bytes());
    let glue = named("fieldbook", "js", lean(&shell.glue).into_bytes());
    let css = named("fieldbook", "css", shell.css.clone().into_bytes());
    let mut data = format!(" data-wasm=\"{}\"", wasm.path);
    let saver = (!shell.saver.is_empty()).then(|| {
        let script = lean(&shell.saver_script).into_bytes();
        [named("saver", "wasm", shell.saver.clone()), named("saver", "js", script)]
    });
    if let Some([module, script]) = &saver {
        data.push_str(&format!(" data-saver=\"{}\" data-saver-script=\"{}\"", module.path, script.path));
    }
    let corpus = beside.then(|| named("fieldbook", "corpus", corpus.to_vec()));
    if let Some(file) = &corpus {
        data.push_str(&format!(" data-corpus=\"{}\" data-size=\"{}\"", file.path, file.bytes.len()));
    }
    let parts = Parts {
        policy: escape(POLICY),
        style: format!("<link rel=\"stylesheet\" data-part=\"style\" href=\"{}\">", css.path),
        boot: format!("<script data-part=\"boot\" src=\"{}\"{data}></script>", boot.path),
        data: String::new(),
        glue: format!("<script data-part=\"glue\" src=\"{}\"></script>", glue.path),
    };
    let index = File { path: "index.html".into(), bytes: document(shell, page, &parts).into_bytes() };
    let mut files = vec![index, wasm, boot, glue, css];
    files.extend(corpus);
    files.extend(saver.into_iter().flatten());
    Ok(with_twins(files))
}

fn named(stem: &str, ending: &str, bytes: Vec<u8>) -> File {
    File { path: format!("{stem}-{}.{ending}", hash8(&bytes)), bytes }
}

fn with_twins(mut files: Vec<File>) -> Vec<File> {
    for i in 0..files.len() {
        let file = &files[i];
        if file.bytes.len() >= TWIN_FROM {
            let gz = File { path: format!("{}.gz", file.path), bytes: gzip(&file.bytes) };
            let br = File { path: format!("{}.br", file.path), bytes: brotli_best(&file.bytes) };
            files.extend([gz, br]);
        }
    }
    // GitHub Pages leaves files alone when this one is there.
    files.push(File { path: ".nojekyll".into(), bytes: Vec::new() });
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}
