//! `cargo xtask dist`: the shell, then the maker, the site and the single file
//! around a corpus. Steps whose inputs have not changed are skipped.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{Result, Stop, cargo, execute, say};
use crate::paths;
use crate::{maker, setup, split, stamp, styles, trunk};

/// Builds; without a folder, the corpus that ships.
///
/// # Errors
/// When a step fails; the line says which.
pub fn build(corpus: Option<&Path>) -> Result {
    shell()?;
    maker::build()?;
    pack(corpus)?;
    say("dist/site/, dist/fieldbook.html and dist/maker.html are ready");
    Ok(())
}

/// The chore: sets up what is missing first.
///
/// # Errors
/// As [`build`].
pub fn run(args: &[String]) -> Result {
    let corpus = match args {
        [] => None,
        [flag, folder] if flag == "--corpus" => Some(PathBuf::from(folder)),
        _ => return Err(Stop("dist takes nothing, or --corpus DIR".into())),
    };
    setup::for_build()?;
    build(corpus.as_deref())
}

/// Makes `shell.bin` out of the sources of the app.
fn shell() -> Result {
    let inputs = inputs();
    let mark = stamp::of(&inputs)?;
    if stamp::fresh("shell", &mark, &[paths::shell()]) {
        return Ok(());
    }
    trunk::build()?;
    let (wasm, glue) = bound("bound", &trunk::compiled(), &["-g"])?;
    let (wasm, late) = parted(&paths::read(&wasm)?)?;
    let shell = pack::Shell {
        wasm,
        glue: minified("js", &detached(&paths::read_text(&glue)?)?)?,
        boot: minified("js", pack::BOOT_SCRIPT)?,
        boot_css: minified("css", pack::BOOT_STYLE)?,
        css: minified("css", &styles::of_the_page()?)?,
        icon: paths::read_text(&paths::root().join("style/icon.svg"))?,
        late_packed: smallest(&late)?,
        late,
        plain: minified("js", pack::PLAIN_SCRIPT)?,
        plain_css: minified("css", pack::PLAIN_STYLE)?,
        saver: minified("js", &paths::read_text(&paths::root().join("crates/saver/src/worker.js"))?)?,
    };
    paths::write_if_changed(&paths::shell(), &shell.to_bytes())?;
    stamp::keep("shell", &mark)
}

/// What of the program no first picture needs, by the beginnings of its functions' paths.
const LATER: [&str; 20] = [
    "fieldbook_app::panels::about::facts",
    "fieldbook_app::panels::about::inside",
    "fieldbook_app::panels::reader",
    "fieldbook_app::panels::save::choices",
    "fieldbook_app::panels::take::citing",
    "fieldbook_app::panels::take::file",
    "fieldbook_app::panels::take::inside",
    "fieldbook_app::panels::take::kept",
    "fieldbook_app::panels::take::note",
    "fieldbook_app::panels::take::pictures",
    "fieldbook_app::panels::take::writing",
    "fieldbook_app::panels::views::accounts",
    "fieldbook_app::panels::views::compare",
    "fieldbook_app::panels::views::figures",
    "fieldbook_app::panels::views::map",
    "fieldbook_app::panels::views::matrix",
    "fieldbook_app::panels::views::number",
    "fieldbook_app::panels::views::table",
    "fieldbook_app::state::versus",
    "fieldbook_saver::",
];

/// The same, where the first half calls it once the rest is there. Each is `#[inline(never)]` where it would otherwise
/// be copied into the first half.
const DOORS: [&str; 30] = [
    "fieldbook_app::panels::about::inside::inside",
    "fieldbook_app::panels::jumps::lead",
    "fieldbook_app::panels::reader::close",
    "fieldbook_app::panels::reader::inside",
    "fieldbook_app::panels::save::choices::choices",
    "fieldbook_app::panels::take::citing::printed",
    "fieldbook_app::panels::take::inside::inside",
    "fieldbook_app::panels::veil::notice",
    "fieldbook_app::panels::veil::passages",
    "fieldbook_app::panels::views::accounts::inside",
    "fieldbook_app::panels::views::compare::inside",
    "fieldbook_app::panels::views::figures::inside",
    "fieldbook_app::panels::views::map::inside",
    "fieldbook_app::panels::views::matrix::inside",
    "fieldbook_app::panels::views::table::inside",
    "fieldbook_app::state::versus::behind",
    "fieldbook_query::retime::retime",
    "fieldbook_query::search::alike::",
    "fieldbook_query::search::answers::",
    "fieldbook_query::search::dictionary::",
    "fieldbook_query::search::documents::",
    "fieldbook_query::search::hits::",
    "fieldbook_query::search::index::",
    "fieldbook_query::search::language::Query>::read",
    "fieldbook_query::search::rank::",
    "fieldbook_query::search::sounds::",
    "fieldbook_query::search::typo::",
    "fieldbook_query::search::Search>::",
    "fieldbook_saver::given",
    "fieldbook_saver::part::Part>::file",
];

/// Bytes as the smallest gzip there is, which takes seconds.
fn smallest(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)
        .map_err(|error| Stop(format!("cannot pack the later half: {error}")))?;
    Ok(packed)
}

/// The module in two: what the first picture needs, and the rest.
fn parted(module: &[u8]) -> Result<(Vec<u8>, Vec<u8>)> {
    let texts = split::texts::of_other_languages()?;
    let later = split::Later { paths: &LATER, doors: &DOORS, texts: &texts };
    let halves = split::halves(module, &later)?;
    Ok((halves.first, halves.late))
}

/// The glue without its own address, which it never needs: the boot script hands it the module. Where the page has
/// none that others could be relative to, as in a frame over a blob, asking for it would end the glue.
pub(crate) fn detached(glue: &str) -> Result<String> {
    const ADDRESS: &str = "new URL(document.currentScript.src, location.href).toString()";
    match glue.split_once(ADDRESS) {
        Some((before, after)) => Ok([before, "document.currentScript.src", after].concat()),
        None => Err(Stop("wasm-bindgen writes another glue than before; look at dist::detached".into())),
    }
}

/// Compiles a program of ours for browsers, and says where it then is.
pub(crate) fn wasm_of(package: &str, profile: &str) -> Result<PathBuf> {
    const TARGET: &str = "wasm32-unknown-unknown";
    say(format!("compiling {package}"));
    execute(
        cargo()
            .current_dir(paths::root())
            .args(["build", "--quiet", "--locked", "--profile", profile, "--target", TARGET])
            .args(["-p", package, "--bin", package])
            .env(trunk::FLAGS, trunk::flags()),
    )?;
    Ok(paths::target().join(TARGET).join(profile).join(format!("{package}.wasm")))
}

/// A script or a style sheet without what only people need. Names at the top of a script stay, since the boot
/// script calls the glue by them.
pub(crate) fn minified(sort: &str, text: &str) -> Result<String> {
    let from = paths::target().join("xtask").join(format!("whole.{sort}"));
    let to = from.with_file_name(format!("minified.{sort}"));
    paths::write_if_changed(&from, text.as_bytes())?;
    execute(
        Command::new(paths::npm_program("esbuild"))
            .args(["--minify", "--charset=utf8", "--log-level=warning", "--allow-overwrite"])
            .arg(&from)
            .arg(format!("--outfile={}", to.display())),
    )?;
    paths::read_text(&to)
}

/// Every file that the shell is made of, and some more: a crate too many costs a
/// look at what cargo already knows.
pub(crate) fn inputs() -> Vec<PathBuf> {
    let root = paths::root();
    let mut files = paths::files_under(&root.join("src"));
    for folder in paths::files_in(&root.join("crates")) {
        if !folder.ends_with("cli") && !folder.ends_with("maker") {
            files.extend(paths::files_under(&folder));
        }
    }
    files.extend(styles::files());
    let more = [
        "style/icon.svg",
        "index.html",
        "Trunk.toml",
        "build.rs",
        "Cargo.toml",
        "Cargo.lock",
        "package-lock.json",
    ];
    files.extend(more.map(|name| root.join(name)));
    files.retain(|file| file.is_file());
    files
}

/// The module and the glue that ship, made from what Trunk compiled: scripts
/// that are no ES modules work from disk, and the abort handler is what lets a
/// page recover.
/// `more` is for wasm-opt.
pub(crate) fn bound(name: &str, compiled: &Path, more: &[&str]) -> Result<(PathBuf, PathBuf)> {
    let out = paths::target().join("xtask").join(name);
    let (wasm, glue) = (out.join("small.wasm"), out.join("fieldbook.js"));
    let mark = stamp::of(&[compiled.to_path_buf()])?;
    if stamp::fresh(name, &mark, &[wasm.clone(), glue.clone()]) {
        return Ok((wasm, glue));
    }
    say("binding and shrinking the module (wasm-bindgen, wasm-opt)");
    execute(
        Command::new(setup::BINDGEN.program())
            .args(["--target", "no-modules", "--no-typescript", "--force-enable-abort-handler"])
            .args(["--out-name", "fieldbook", "--out-dir"])
            .args([out.as_path(), compiled]),
    )?;
    let whole = out.join("fieldbook_bg.wasm");
    // Optimized for speed, then shrunk, and nothing inlined for being called once: what compresses best.
    execute(
        Command::new(paths::npm_program("wasm-opt"))
            .args(["-O2", "-s", "2", "-ocimfs", "0", "--enable-exception-handling"])
            .args(more)
            .args([&whole, Path::new("-o"), &wasm]),
    )?;
    stamp::keep(name, &mark)?;
    Ok((wasm, glue))
}

/// Lets the command put the corpus in.
fn pack(corpus: Option<&Path>) -> Result {
    let root = paths::root();
    let default = root.join("corpus/idlib");
    let corpus = corpus.unwrap_or(&default);
    say(format!("building the fieldbook from {}", corpus.display()));
    execute(cargo().current_dir(&root).args([
        "build",
        "--quiet",
        "--release",
        "--locked",
        "-p",
        "fieldbook-cli",
    ]))?;
    let site = paths::dist().join("site");
    if site.exists() {
        std::fs::remove_dir_all(&site)
            .map_err(|e| Stop::because(format!("cannot empty {}", site.display()), e))?;
    }
    execute(
        Command::new(paths::target().join("release/fieldbook"))
            .arg("build")
            .args([corpus, Path::new("-o"), &site])
            .arg("--smallest")
            .arg("--single-file")
            .arg(paths::dist().join("fieldbook.html")),
    )
}
