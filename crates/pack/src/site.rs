//! A folder for any static host, at a domain's root or under any sub-path.
//!
//! Every file but `index.html` and `sw.js` carries a hash of its bytes in its
//! name, so a host may let browsers keep it for ever. Addresses are relative. Beside each
//! file over a kilobyte stand its brotli and gzip twins for hosts that serve
//! them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::compress::{brotli_best, brotli_quick, gzip};
use crate::html::{Parts, document, escape, hash8, lean, lean_css};
use crate::section::{with_section, without_section};
use crate::{CORPUS_LIMIT, PackError, Page, SECTION_LIMIT, Shell, icon, offline};

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

/// How much base64 one disk script holds, in bytes: few enough files for a corpus at the limit, and a step of
/// progress every half second.
const DISK_BLOCK: usize = 8 << 20;

/// Sizes of the icon as PNG, in pixels: iOS's home screen, Android's, and its splash screen.
const ICONS: [u32; 3] = [180, 192, 512];

/// How a site is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Site {
    /// Whether visitors may keep it and install it. Where not, `sw.js` takes an earlier copy away.
    pub offline: bool,
    /// Whether brotli twins are made as small as they get, which takes seconds.
    pub smallest: bool,
}

impl Default for Site {
    fn default() -> Self {
        Self { offline: true, smallest: false }
    }
}

/// The fieldbook as the files of a static site, sorted by path.
///
/// # Errors
/// When the shell's module is damaged or the corpus over [`CORPUS_LIMIT`].
pub fn site(shell: &Shell, page: &Page, corpus: &[u8], how: Site) -> Result<Vec<File>, PackError> {
    if corpus.len() > CORPUS_LIMIT {
        return Err(PackError::TooLarge { size: corpus.len(), limit: CORPUS_LIMIT });
    }
    let mut made = Made::of(shell, corpus)?;
    let mut tail = String::new();
    if how.offline {
        let manifest = made.installable(shell, page);
        let script = named("offline", "js", lean(offline::SCRIPT).into_bytes());
        // The script names the manifest: a page opened from disk may not ask for it.
        tail = format!("\n<script defer src=\"{}\" data-manifest=\"{manifest}\"></script>", script.path);
        made.kept.push(script);
    }
    let parts = Parts {
        policy: escape(POLICY),
        style: format!("<link rel=\"stylesheet\" data-part=\"style\" href=\"{}\">", made.css),
        plain_style: format!(
            "<link rel=\"stylesheet\" data-part=\"plain-style\" href=\"{}\">",
            made.plain_css
        ),
        boot: format!("<script data-part=\"boot\" src=\"{}\"{}></script>", made.boot, made.data),
        data: String::new(),
        glue: format!("<script data-part=\"glue\" src=\"{}\"></script>{tail}", made.glue),
    };
    let index = File { path: "index.html".into(), bytes: document(shell, page, &parts).into_bytes() };
    let worker = match how.offline {
        true => offline::worker(&page.edition, &index, &made.kept),
        false => offline::farewell(),
    };
    let worker = File { path: offline::WORKER_NAME.into(), bytes: worker };
    let mut files = with_twins([index, worker].into_iter().chain(made.kept).collect(), how);
    files.extend(made.disk);
    // GitHub Pages leaves files alone when this one is there.
    files.push(File { path: ".nojekyll".into(), bytes: Vec::new() });
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// The files of a site but the page, and what the page says of them.
struct Made {
    /// Files that the service worker keeps.
    kept: Vec<File>,
    /// Files for the folder opened from disk.
    disk: Vec<File>,
    boot: String,
    glue: String,
    css: String,
    plain_css: String,
    /// Attributes of the boot script's element.
    data: String,
}

impl Made {
    fn of(shell: &Shell, corpus: &[u8]) -> Result<Self, PackError> {
        let beside = corpus.len() > SECTION_LIMIT;
        let wasm = if beside { without_section(&shell.wasm)? } else { with_section(&shell.wasm, corpus)? };
        let mut disk = Vec::new();
        disk_scripts("wasm", &wasm, &mut disk);
        if beside {
            disk_scripts("corpus", corpus, &mut disk);
        }
        let wasm = named("fieldbook", "wasm", wasm);
        let boot = named("boot", "js", lean(&shell.boot).into_bytes());
        let glue = named("fieldbook", "js", lean(&shell.glue).into_bytes());
        let css = named("fieldbook", "css", [shell.boot_css.as_str(), &shell.css].concat().into_bytes());
        let plain = named("plain", "js", lean(&shell.plain).into_bytes());
        let plain_css = named("plain", "css", lean_css(&shell.plain_css).into_bytes());
        let corpus = beside.then(|| named("fieldbook", "corpus", corpus.to_vec()));
        let names: Vec<&str> = disk.iter().map(|file| file.path.as_str()).collect();
        let mut data = format!(
            " data-wasm=\"{}\" data-plain=\"{}\" data-disk=\"{}\"",
            wasm.path,
            plain.path,
            names.join(" ")
        );
        if let Some(file) = &corpus {
            data.push_str(&format!(" data-corpus=\"{}\" data-size=\"{}\"", file.path, file.bytes.len()));
        }
        let later = (!shell.late.is_empty()).then(|| {
            let mut scripts = |part: &str, bytes: &[u8]| {
                let before = disk.len();
                disk_scripts(part, bytes, &mut disk);
                disk[before..].iter().map(|file| file.path.as_str()).collect::<Vec<_>>().join(" ")
            };
            let (late, texts) = (scripts("late", &shell.late), scripts("texts", texts(shell).as_bytes()));
            let files = [
                named("later", "wasm", shell.late.clone()),
                named("saver", "js", lean(&shell.saver).into_bytes()),
            ];
            let [module, script] = &files;
            data.push_str(&format!(
                " data-late=\"{}\" data-saver=\"{}\" data-disk-late=\"{late}\" data-disk-texts=\"{texts}\"",
                module.path, script.path
            ));
            files
        });
        let path = |file: &File| file.path.clone();
        let (boot_at, glue_at, css_at, plain_at) = (path(&boot), path(&glue), path(&css), path(&plain_css));
        let mut kept = vec![wasm, boot, glue, css, plain, plain_css];
        kept.extend(corpus);
        kept.extend(later.into_iter().flatten());
        Ok(Self { kept, disk, boot: boot_at, glue: glue_at, css: css_at, plain_css: plain_at, data })
    }

    /// Adds manifest and icons; gives the manifest's name.
    fn installable(&mut self, shell: &Shell, page: &Page) -> String {
        let svg = named("icon", "svg", shell.icon.clone().into_bytes());
        let mut icons = vec![(svg.path.clone(), "any".to_owned(), "image/svg+xml")];
        self.kept.push(svg);
        for size in ICONS {
            let file = named("icon", "png", icon::png(size));
            icons.push((file.path.clone(), format!("{size}x{size}"), "image/png"));
            self.kept.push(file);
        }
        let manifest = named("manifest", "webmanifest", offline::manifest(page, &icons));
        let name = manifest.path.clone();
        self.kept.push(manifest);
        name
    }
}

/// Scripts and styles as they stand in the site, a NUL between them: a page opened from disk may not read its
/// neighbors, and needs their texts to save a part of itself. The order is that of `save.js`.
fn texts(shell: &Shell) -> String {
    let texts = [
        lean(&shell.boot),
        lean(&shell.glue),
        shell.boot_css.clone(),
        shell.css.clone(),
        shell.icon.clone(),
        lean(&shell.saver),
        lean(&shell.plain),
        lean_css(&shell.plain_css),
    ];
    texts.join("\0")
}

/// Classic scripts that hand the bytes to the boot script, packed like a single file's blocks.
fn disk_scripts(part: &str, bytes: &[u8], files: &mut Vec<File>) {
    let text = STANDARD.encode(gzip(bytes));
    let mut rest = text.as_str();
    while !rest.is_empty() {
        // Base64 is ASCII, so every position is a boundary.
        let (block, tail) = rest.split_at(rest.len().min(DISK_BLOCK));
        let script = format!("fieldbookBoot.carry(\"{part}\",\"{block}\");\n");
        files.push(named("disk", "js", script.into_bytes()));
        rest = tail;
    }
}

fn named(stem: &str, ending: &str, bytes: Vec<u8>) -> File {
    File { path: format!("{stem}-{}.{ending}", hash8(&bytes)), bytes }
}

fn with_twins(mut files: Vec<File>, how: Site) -> Vec<File> {
    for i in 0..files.len() {
        let file = &files[i];
        if file.bytes.len() >= TWIN_FROM && !file.path.ends_with(".png") {
            let gz = File { path: format!("{}.gz", file.path), bytes: gzip(&file.bytes) };
            let br = File {
                path: format!("{}.br", file.path),
                bytes: if how.smallest { brotli_best(&file.bytes) } else { brotli_quick(&file.bytes) },
            };
            files.extend([gz, br]);
        }
    }
    files
}
