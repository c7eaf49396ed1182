//! The three browsers, each with the switches that make it fit for tests.

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
        let (driver, capabilities) = match kind {
            Kind::Chromium => (Driver::chromium()?, chromium(wasm)),
            Kind::Firefox => (Driver::firefox()?, firefox(wasm)),
            Kind::WebKit => (Driver::webkit()?, webkit()?),
        };
        let session = Session::new(driver.port, &capabilities)?;
        Ok(Self { kind, session, _driver: driver })
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

/// Drivers of Firefox weaken its policy for files; without this preference a
/// page that is broken from disk passes its tests.
fn firefox(wasm: bool) -> Value {
    json!({
        "moz:firefoxOptions": {
            "args": ["-headless"],
            "prefs": {
                "security.fileuri.strict_origin_policy": true,
                "intl.accept_languages": "en-US",
                "ui.prefersReducedMotion": 0,
                "javascript.options.wasm": wasm,
            },
        },
    })
}

fn webkit() -> Result<Value> {
    let binary = mini_browser().ok_or_else(|| {
        Failure("WebKit's MiniBrowser is not there; `cargo xtask setup --tests` installs it".into())
    })?;
    Ok(json!({ "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation"] } }))
}
