//! A site that was visited once opens with its server stopped; a new version waits for the reader; a broken
//! one never replaces a good one; and the kill switch takes every copy away.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use e2e::browser::Kind;
use e2e::failure::{Failure, Result, ensure, equal};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::Story;
use e2e::wait;
use serde_json::{Value, json};
use xtask::paths;
use xtask::server::Server;

pub const STORY: Story = Story { name: "offline", tell, places: &[Place::SubPath], browsers: &Kind::ALL };

const FRAGMENT: &str = "#from=2020-02-27&to=2020-02-27";

fn tell(page: &Page) -> Result {
    let host = Host::new(page.browser.kind)?;
    server_stopped(page, &host)?;
    new_version(page, &host)?;
    broken_version(page, &host)?;
    kill_switch(page, &host)
}

/// A host of its own, whose files change.
struct Host {
    folder: PathBuf,
}

impl Host {
    fn new(kind: Kind) -> Result<Self> {
        let name = format!("fieldbook-e2e-host-{}-{}", std::process::id(), kind.name());
        let host = Self { folder: std::env::temp_dir().join(name) };
        host.publish(&[], |_| {})?;
        Ok(host)
    }

    fn site(&self) -> PathBuf {
        self.folder.join("site")
    }

    /// Builds the sources, changed, and puts them in the place of what was there.
    fn publish(&self, options: &[&str], change: impl Fn(&mut String)) -> Result {
        let sources = self.folder.join("sources");
        let from = paths::root().join("corpus/idlib");
        for file in paths::files_under(&from) {
            let inside = file.strip_prefix(&from).map_err(|e| Failure::because(file.display(), e))?;
            copy(&file, &sources.join(inside))?;
        }
        let settings = sources.join("fieldbook.toml");
        let mut text = fs::read_to_string(&settings).map_err(|e| Failure::because(settings.display(), e))?;
        change(&mut text);
        fs::write(&settings, text).map_err(|e| Failure::because(settings.display(), e))?;
        let status = Command::new(paths::target().join("release/fieldbook"))
            .args([Path::new("build"), &sources, Path::new("-o"), &self.site()])
            .args(options)
            .output()
            .map_err(|e| Failure::because("cannot run the command", e))?;
        ensure(status.status.success(), || String::from_utf8_lossy(&status.stderr).into_owned())
    }

    fn serve(&self, port: u16) -> Result<Server> {
        Server::start(&self.site(), "/a/sub-path/", port).map_err(|e| Failure::because("cannot serve", e))
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn copy(from: &Path, to: &Path) -> Result {
    let made = to.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::copy(from, to)).map(drop).map_err(|e| Failure::because(from.display(), e))
}

/// Waits until a worker holds the site, and says what it came to otherwise.
fn kept(page: &Page) -> Result {
    wait::until("the site to be kept", || {
        let state = page.run("return String(fieldbookBoot.record.offline ?? '')")?;
        match state.as_str() {
            Some("ready") => {
                Ok(page.session().run_async(HELD, &[])?.as_bool().filter(|held| *held).map(drop))
            }
            Some("") => Ok(None),
            other => Err(Failure(format!("the worker came to {other:?}"))),
        }
    })
}

/// Whether the browser itself says that a worker is in place.
const HELD: &str = "
const done = arguments[arguments.length - 1];
navigator.serviceWorker.ready.then((registration) => setTimeout(() => done(registration.active.state === 'activated'), 500));";

/// Loads the page again as a reader would. Firefox's driver reloads past workers and caches.
fn reloaded(page: &Page) -> Result {
    page.run("fieldbookBoot.old = true; location.reload()")?;
    wait::until("a fresh page", || {
        Ok((page.run(
            "return globalThis.fieldbookBoot?.old === undefined && Boolean(globalThis.fieldbookBoot)",
        )? == json!(true))
        .then_some(()))
    })?;
    page.ready()
}

fn server_stopped(page: &Page, host: &Host) -> Result {
    let server = host.serve(0)?;
    let url = server.url();
    page.go(&url)?;
    page.ready()?;
    kept(page)?;
    server.stop();
    let before = server.log().len();
    // A deep link, a reload, and the page under its other name.
    for address in [format!("{url}{FRAGMENT}"), format!("{url}index.html"), url] {
        page.go(&address)?;
        page.ready()?;
    }
    page.go(&format!("{}{FRAGMENT}", server.url()))?;
    page.ready()?;
    reloaded(page)?;
    equal("the fragment", page.fragment()?.as_str(), FRAGMENT)?;
    page.find("list", "Statements")?;
    equal("requests to the server that was stopped", server.log().len(), before)
}

fn title(page: &Page) -> Result<String> {
    Ok(page.run("return document.querySelector('h1').textContent")?.as_str().unwrap_or_default().to_owned())
}

fn renamed(text: &mut String) {
    *text = text
        .replacen("en = \"Idlib, two turning points\"", "en = \"Idlib, the second edition\"", 1)
        .replacen("edition = \"2026-11-22\"", "edition = \"2026-12-01\"", 1);
}

/// A new version is announced, waits, and comes when the reader asks for it.
fn new_version(page: &Page, host: &Host) -> Result {
    let server = host.serve(0)?;
    page.go(&server.url())?;
    page.ready()?;
    kept(page)?;
    host.publish(&[], renamed)?;
    reloaded(page)?;
    page.sees("There is a new version of this fieldbook")?;
    page.sees("2026-12-01")?;
    ensure(title(page)?.contains("two turning points"), || "the new version did not wait".into())?;
    reloaded(page)?;
    ensure(title(page)?.contains("two turning points"), || "a reload brought the new version".into())?;
    page.find("button", "Show it")?.click()?;
    wait::until("the new version", || Ok(title(page)?.contains("second edition").then_some(())))?;
    page.ready()?;
    let caches = page.session().run_async(CACHES, &[])?;
    equal("caches of this site", caches, json!(1))?;
    server.stop();
    reloaded(page)?;
    ensure(title(page)?.contains("second edition"), || "the new version is not kept".into())
}

/// How many caches there are below this path.
const CACHES: &str = "
const done = arguments[arguments.length - 1];
caches.keys().then((names) => done(names.filter((name) => name.includes(location.pathname)).length));";

/// A version of which one file is damaged never takes over.
fn broken_version(page: &Page, host: &Host) -> Result {
    let server = host.serve(0)?;
    page.go(&server.url())?;
    page.ready()?;
    kept(page)?;
    let shown = title(page)?;
    host.publish(&[], |_| {})?;
    let worker = host.site().join("sw.js");
    let text = fs::read_to_string(&worker).map_err(|e| Failure::because(worker.display(), e))?;
    let spoilt = text.replacen("\"plain-", "\"missing-", 1);
    ensure(spoilt != text, || "the worker was not spoilt".into())?;
    fs::write(&worker, spoilt).map_err(|e| Failure::because(worker.display(), e))?;
    // The server would hand out the twin, which is not spoilt.
    fs::remove_file(host.site().join("sw.js.gz")).map_err(|e| Failure::because("sw.js.gz", e))?;
    reloaded(page)?;
    wait::until("the new worker to fail", || {
        let state = page.run("return String(fieldbookBoot.record.offline ?? '')")?;
        Ok((state == json!("failed")).then_some(()))
    })?;
    reloaded(page)?;
    equal("the page", title(page)?, shown)?;
    equal("an announcement", page.run("return document.querySelectorAll('.boot-news').length")?, json!(0))
}

/// Every copy and the worker itself are gone, and the page still opens.
fn kill_switch(page: &Page, host: &Host) -> Result {
    host.publish(&[], |_| {})?;
    let server = host.serve(0)?;
    page.go(&server.url())?;
    page.ready()?;
    kept(page)?;
    host.publish(&["--no-offline"], |_| {})?;
    reloaded(page)?;
    wait::until("every copy to be gone", || {
        let left: Value = page.session().run_async(LEFT, &[])?;
        Ok((left == json!(0)).then_some(()))
    })?;
    reloaded(page)?;
    equal("a worker", page.session().run_async(LEFT, &[])?, json!(0))
}

/// How many workers and caches are left for this page.
const LEFT: &str = "
const done = arguments[arguments.length - 1];
(async () => {
  const worker = await navigator.serviceWorker.getRegistration();
  const names = (await caches.keys()).filter((name) => name.includes(location.pathname));
  done(names.length + (worker ? 1 : 0));
})();";
