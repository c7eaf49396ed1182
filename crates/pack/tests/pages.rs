//! What the packer writes: the same bytes each time, a corpus that can be taken
//! out again, and a page that its own policy allows to run.
#![allow(clippy::unwrap_used)]

use std::io::Read;

use fieldbook_pack::{Page, SECTION_LIMIT, Shell, Site, corpus_in, maker_file, single_file, site};
use proptest::collection::vec;
use proptest::prelude::*;

const MODULE: &[u8] = b"\0asm\x01\0\0\0";

fn shell() -> Shell {
    Shell {
        wasm: MODULE.to_vec(),
        glue: "let wasm_bindgen = '</script><!--';\r\n/** a comment */\nf();".into(),
        boot: "// a comment\n\"use strict\";\n".into(),
        css: "a { content: '</style>' }".into(),
        boot_css: "b { content: '</style>' }".into(),
        late: MODULE.to_vec(),
        late_packed: Vec::new(),
        saver: "f();".into(),
        plain: "f();".into(),
        plain_css: "p { margin: 0 }".into(),
        icon: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".into(),
    }
}

fn page() -> Page {
    Page {
        title: "A <b>\"title\"</b> & more".into(),
        description: "\"><script>alert(1)</script>".into(),
        lang: "en".into(),
        dir: "ltr".into(),
        edition: "2026-11-22".into(),
        plain: vec!["<p>plain</p>".into(), "<ol></ol>".into()],
    }
}

/// Bytes that do not compress, so that they fill several blocks.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    (0..length).map(|_| next()).collect()
}

/// What stands between two marks, for each time they occur.
fn between<'a>(html: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    html.split(open).skip(1).map(|rest| rest.split(close).next().unwrap()).collect()
}

fn sha256(text: &str) -> String {
    use base64::Engine;
    use sha2::{Digest, Sha256};
    base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text))
}

#[test]
fn a_small_corpus_is_in_the_module_and_a_large_one_beside_it() {
    for (length, blocks) in [(0, false), (1000, false), (SECTION_LIMIT, false), (SECTION_LIMIT + 1, true)] {
        let corpus = noise(length);
        let html = single_file(&shell(), &page(), &corpus).unwrap();
        assert_eq!(html.contains("data-part=\"corpus\""), blocks, "{length}");
        assert_eq!(corpus_in(html.as_bytes()).unwrap(), Some(corpus), "{length}");
    }
}

#[test]
fn a_site_carries_its_corpus_in_the_module_or_in_a_file() {
    for length in [0, 1000, SECTION_LIMIT + 1] {
        let corpus = noise(length);
        let files = site(&shell(), &page(), &corpus, Site::default()).unwrap();
        let ending = |ending: &str| files.iter().find(|file| file.path.ends_with(ending));
        let module = corpus_in(&ending(".wasm").unwrap().bytes).unwrap();
        let beside = ending(".corpus").map(|file| file.bytes.clone());
        assert_eq!(module.xor(beside), Some(corpus), "{length}");
    }
}

#[test]
fn a_shell_that_already_carries_a_corpus_gets_the_new_one() {
    let old = site(&shell(), &page(), b"old", Site::default()).unwrap();
    let wasm = old.iter().find(|file| file.path.ends_with(".wasm")).unwrap().bytes.clone();
    let used = Shell { wasm, ..shell() };
    for corpus in [b"new".to_vec(), noise(SECTION_LIMIT + 1)] {
        let page = page();
        assert_eq!(single_file(&used, &page, &corpus), single_file(&shell(), &page, &corpus));
    }
}

#[test]
fn the_policy_allows_what_the_file_holds_and_nothing_else() {
    let html = single_file(&shell(), &page(), b"corpus").unwrap();
    let policy = between(&html, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\">")[0];
    let inline =
        |part: &str| between(&html, &format!("<script data-part=\"{part}\">"), "</script>")[0].to_owned();
    for script in [inline("boot"), inline("glue")].iter().map(String::as_str) {
        assert!(policy.contains(&format!("'sha256-{}'", sha256(script))), "{script}");
    }
    for style in between(&html, "<style data-part=\"boot-style\">", "</style>") {
        assert!(policy.contains(&format!("'sha256-{}'", sha256(style))), "{style}");
    }
    assert_eq!(policy.matches("'sha256-").count(), 5);
    assert!(!policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"));
    assert!(!html.contains("integrity=") && !html.contains("crossorigin"));
}

#[test]
fn the_maker_may_run_itself_and_what_it_makes() {
    let maker = Shell { glue: "let own;".into(), css: "b {}".into(), ..shell() };
    let html = maker_file(&maker, "wait();", &shell(), &page()).unwrap();
    let policy = between(&html, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\">")[0];
    let mut codes = between(&html, "<script>", "</script>");
    codes.extend(between(&html, "<style>", "</style>"));
    assert_eq!(codes.len(), 3, "boot script, glue and styles");
    for code in codes {
        assert!(policy.contains(&format!("'sha256-{}'", sha256(code))), "{code}");
    }
    let made = single_file(&shell(), &page(), b"corpus").unwrap();
    for hash in between(&made, "'sha256-", "'") {
        assert!(policy.contains(hash), "{hash}");
    }
    assert!(policy.contains("frame-src blob:") && policy.contains("connect-src 'none'"));
    for part in ["wasm", "shell", "worker"] {
        assert!(html.contains(&format!("data-part=\"{part}\"")), "{part}");
    }
    assert_eq!(corpus_in(html.as_bytes()), Ok(None));
}

#[test]
fn the_policy_stands_before_everything_it_governs() {
    let files = site(&shell(), &page(), b"corpus", Site::default()).unwrap();
    let index = files.iter().find(|file| file.path == "index.html").unwrap();
    let index = String::from_utf8(index.bytes.clone()).unwrap();
    let single = single_file(&shell(), &page(), b"corpus").unwrap();
    for html in [index, single] {
        let policy = html.find("<meta http-equiv=\"Content-Security-Policy\"").unwrap();
        let governed = ["<script", "<style", "<link"].iter().filter_map(|tag| html.find(tag));
        assert!(governed.min().unwrap() > policy);
        assert!(html.contains("<meta name=\"referrer\" content=\"no-referrer\">"));
    }
}

#[test]
fn text_of_the_page_stays_text() {
    let html = single_file(&shell(), &page(), b"corpus").unwrap();
    assert!(html.contains("<title>A &lt;b&gt;&quot;title&quot;&lt;/b&gt; &amp; more</title>"));
    assert!(!html.contains("<script>alert(1)"));
}

#[test]
fn blocks_are_short_enough_for_webkit() {
    let html = single_file(&shell(), &page(), &noise(1 << 20)).unwrap();
    let blocks = between(&html, "<script type=\"text/plain\" data-part=\"wasm\" data-dense>", "</script>");
    assert!(blocks.len() > 4);
    assert!(blocks.iter().all(|block| block.len() <= 256 << 10));
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    let corpus = noise(3000);
    let (shell, page) = (shell(), page());
    assert_eq!(single_file(&shell, &page, &corpus), single_file(&shell, &page, &corpus));
    assert_eq!(site(&shell, &page, &corpus, Site::default()), site(&shell, &page, &corpus, Site::default()));
}

#[test]
fn a_site_names_only_files_it_has_and_works_at_any_path() {
    for corpus in [noise(2000), noise(SECTION_LIMIT + 1)] {
        let files = site(&shell(), &page(), &corpus, Site::default()).unwrap();
        let index = files.iter().find(|file| file.path == "index.html").unwrap();
        let index = String::from_utf8(index.bytes.clone()).unwrap();
        let mut named = Vec::new();
        for attribute in [
            " src=\"",
            " href=\"",
            " data-wasm=\"",
            " data-corpus=\"",
            " data-late=\"",
            " data-saver=\"",
            " data-plain=\"",
            " data-manifest=\"",
        ] {
            named.extend(between(&index, attribute, "\""));
        }
        for attribute in [" data-disk=\"", " data-disk-late=\"", " data-disk-texts=\""] {
            named.extend(between(&index, attribute, "\"")[0].split(' '));
        }
        named.retain(|name| !name.starts_with("data:"));
        assert!(named.len() >= 4);
        for name in named {
            assert!(files.iter().any(|file| file.path == name), "{name}");
        }
    }
}

#[test]
fn the_worker_keeps_every_file_of_the_page_and_none_of_the_folder_on_disk() {
    use sha2::{Digest, Sha256};
    let files = site(&shell(), &page(), &noise(SECTION_LIMIT + 1), Site::default()).unwrap();
    let text = |name: &str| {
        let file = files.iter().find(|file| file.path == name).unwrap();
        String::from_utf8(file.bytes.clone()).unwrap()
    };
    let worker = text("sw.js");
    let list = between(&worker, "const FILES = [\n", "\n];")[0];
    let twin = |path: &str| path.ends_with(".gz") || path.ends_with(".br");
    let mut kept = 0;
    for file in &files {
        let hash: String = Sha256::digest(&file.bytes).iter().map(|b| format!("{b:02x}")).collect();
        let name = if file.path == "index.html" { "./" } else { &file.path };
        let listed = list.contains(&format!("[\"{name}\", \"{hash}\"]"));
        let apart = twin(&file.path) || file.path.contains("disk") || ["sw.js", ".nojekyll"].contains(&name);
        assert_eq!(listed, !apart, "{}", file.path);
        kept += usize::from(listed);
    }
    assert_eq!(list.lines().count(), kept);
    assert!(worker.contains("const EDITION = \"2026-11-22\""));
}

#[test]
fn a_site_that_may_not_be_kept_takes_copies_away() {
    let files = site(&shell(), &page(), b"corpus", Site { offline: false, ..Site::default() }).unwrap();
    let worker = files.iter().find(|file| file.path == "sw.js").unwrap();
    assert!(String::from_utf8(worker.bytes.clone()).unwrap().contains("unregister()"));
    assert!(
        files.iter().all(|file| !file.path.starts_with("offline-") && !file.path.starts_with("manifest-"))
    );
}

#[test]
fn the_folder_on_disk_carries_the_module_and_the_corpus() {
    use base64::Engine;
    for corpus in [noise(1000), noise(SECTION_LIMIT + 1)] {
        let files = site(&shell(), &page(), &corpus, Site::default()).unwrap();
        let carried = |part: &str| {
            let mark = format!("fieldbookBoot.carry(\"{part}\",\"");
            let scripts = files.iter().filter(|file| file.path.starts_with("disk-"));
            let texts = scripts.map(|file| String::from_utf8(file.bytes.clone()).unwrap());
            let parts: String = texts
                .filter_map(|text| {
                    Some(text.strip_prefix(&mark)?.trim_end().strip_suffix("\");")?.to_owned())
                })
                .collect();
            let packed = base64::engine::general_purpose::STANDARD.decode(parts).unwrap();
            let mut bytes = Vec::new();
            flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut bytes).map(|_| bytes).ok()
        };
        let module = corpus_in(&carried("wasm").unwrap()).unwrap();
        assert_eq!(module.or_else(|| carried("corpus")), Some(corpus));
    }
}

#[test]
fn the_plain_list_is_in_the_page_and_small() {
    let html = single_file(&shell(), &page(), b"corpus").unwrap();
    let parts = between(&html, "<noscript>", "</noscript>");
    assert!(parts[0].ends_with("<p>plain</p>") && parts[1] == "<ol></ol>");
    assert!(fieldbook_pack::PLAIN_SCRIPT.len() <= 15_000);
}

#[test]
fn twins_hold_what_they_stand_beside() {
    let files = site(&shell(), &page(), &noise(3000), Site::default()).unwrap();
    let named = |path: &str| files.iter().find(|file| file.path == path);
    let mut twins = 0;
    for file in files.iter().filter(|file| file.bytes.len() >= 1000) {
        let Some(gz) = named(&format!("{}.gz", file.path)) else { continue };
        let br = named(&format!("{}.br", file.path)).unwrap();
        let (mut from_gz, mut from_br) = (Vec::new(), Vec::new());
        flate2::read::GzDecoder::new(&gz.bytes[..]).read_to_end(&mut from_gz).unwrap();
        brotli::Decompressor::new(&br.bytes[..], 4096).read_to_end(&mut from_br).unwrap();
        assert!(from_gz == file.bytes && from_br == file.bytes, "{}", file.path);
        twins += 1;
    }
    assert!(twins >= 4, "the module, the page, the plain list, the worker");
}

#[test]
fn a_page_that_is_no_fieldbook_carries_nothing() {
    for bytes in [&b"<!doctype html><title>a</title>"[..], b"", b"\xff\xfe", MODULE] {
        assert_eq!(corpus_in(bytes), Ok(None));
    }
}

proptest! {
    #[test]
    fn a_cut_file_never_gives_a_wrong_corpus(corpus in vec(any::<u8>(), 0..500), cut in 0.0..1.0_f64) {
        let html = single_file(&shell(), &page(), &corpus).unwrap();
        let end = (html.len() as f64 * cut) as usize;
        let found = corpus_in(&html.as_bytes()[..end]);
        prop_assert!(matches!(&found, Err(_) | Ok(None)) || found == Ok(Some(corpus)));
    }

    #[test]
    fn a_changed_file_never_gives_a_wrong_corpus(corpus in vec(any::<u8>(), 0..500), at in any::<prop::sample::Index>(), byte: u8) {
        let mut html = single_file(&shell(), &page(), &corpus).unwrap().into_bytes();
        let at = at.index(html.len());
        html[at] = byte;
        let found = corpus_in(&html);
        prop_assert!(matches!(&found, Err(_) | Ok(None)) || found == Ok(Some(corpus)));
    }

    #[test]
    fn any_bytes_are_answered(bytes in vec(any::<u8>(), 0..500), text: String) {
        let _ = corpus_in(&bytes);
        let _ = corpus_in(text.as_bytes());
        let block = format!("<script type=\"text/plain\" data-part=\"wasm\" data-dense>{text}</script>");
        let _ = corpus_in(block.as_bytes());
    }
}
