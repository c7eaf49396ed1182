//! The three browsers, each with the switches that make it fit for tests.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use crate::driver::{Driver, mini_browser};
use crate::failure::{Failure, Result};
use crate::session::Session;

/// Which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Chromium, headless.
    Chromium,
    /// Firefox, headless.
    Firefox,
    /// WebKitGTK's small browser on a virtual screen; stands in for Safari.
    WebKit,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name in test output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }
}

/// A running browser with one session. Dropping it ends both.
pub struct Browser {
    /// Which one it is.
    pub kind: Kind,
    /// Its session, which ends before its driver does.
    pub session: Session,
    _driver: Driver,
    _profile: Option<Profile>,
}

impl Browser {
    /// Starts a browser with a fresh profile.
    ///
    /// # Errors
    /// When it is not installed or does not start.
    pub fn start(kind: Kind) -> Result<Self> {
        Self::start_with(kind, true)
    }

    /// Starts Chromium or Firefox with WebAssembly switched off.
    ///
    /// # Errors
    /// As [`Browser::start`].
    pub fn start_without_wasm(kind: Kind) -> Result<Self> {
        Self::start_with(kind, false)
    }

    fn start_with(kind: Kind, wasm: bool) -> Result<Self> {
        let profile = if kind == Kind::Firefox { Some(Profile::new()?) } else { None };
        let folder = profile.as_ref().map(|profile| profile.0.as_path());
        let (driver, capabilities) = match kind {
            Kind::Chromium => (Driver::chromium()?, chromium(wasm)),
            Kind::Firefox => (Driver::firefox()?, firefox(wasm, folder)),
            Kind::WebKit => (Driver::webkit()?, webkit()?),
        };
        let session = Session::new(driver.port, &capabilities)?;
        Ok(Self { kind, session, _driver: driver, _profile: profile })
    }
}

fn chromium(wasm: bool) -> Value {
    let mut args = vec![
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-color-profile=srgb",
        "--lang=en-US",
    ];
    if !wasm {
        args.push("--js-flags=--jitless");
    }
    json!({
        "goog:chromeOptions": { "args": args },
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

/// Lets a window of Firefox become as narrow as a phone.
const NARROW: &str = "* { min-width: 0 !important; }";

/// Drivers of Firefox weaken its policy for files; without this preference a
/// page that is broken from disk passes its tests.
fn firefox(wasm: bool, profile: Option<&Path>) -> Value {
    json!({
        "moz:firefoxOptions": {
            "args": ["-headless", "-profile", profile],
            "prefs": {
                "security.fileuri.strict_origin_policy": true,
                "intl.accept_languages": "en-US",
                "ui.prefersReducedMotion": 0,
                "javascript.options.wasm": wasm,
                "toolkit.legacyUserProfileCustomizations.stylesheets": true,
            },
        },
    })
}

/// A fresh profile of Firefox; dropping it removes it.
struct Profile(PathBuf);

impl Profile {
    fn new() -> Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("fieldbook-firefox-{}-{count}", std::process::id());
        let profile = Self(std::env::temp_dir().join(name));
        let chrome = profile.0.join("chrome");
        std::fs::create_dir_all(&chrome)
            .and_then(|()| std::fs::write(chrome.join("userChrome.css"), NARROW))
            .map_err(|e| Failure::because("cannot make a profile for Firefox", e))?;
        Ok(profile)
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn webkit() -> Result<Value> {
    let binary = mini_browser().ok_or_else(|| {
        Failure("WebKit's MiniBrowser is not there; `cargo xtask setup --tests` installs it".into())
    })?;
    Ok(json!({ "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation"] } }))
}
