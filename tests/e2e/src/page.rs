//! The fieldbook, open in a browser at a place: what stories talk to.

use serde_json::{Value, json};

use crate::actions::{self, Pointer};
use crate::axe;
use crate::browser::{Browser, Kind};
use crate::element::{self, Element, collapsed};
use crate::failure::{Failure, Result, ensure, equal};
use crate::place::{Place, Places};
use crate::session::Session;
use crate::wait;

/// Everything the page asked the network for so far, and what went wrong.
const RECORD: &str = "
const requests = performance.getEntriesByType('resource').map((entry) => entry.name);
const { errors, violations } = globalThis.fieldbookBoot?.record ?? { errors: [], violations: [] };
return { requests, errors, violations };";

/// What the browser asks for by itself to know whether and how the page can be installed.
pub fn is_for_installing(address: &str) -> bool {
    let name = address.rsplit('/').next().unwrap_or(address);
    name.ends_with(".webmanifest") || name.starts_with("icon-") || name == "sw.js"
}

/// The page under test.
pub struct Page<'a> {
    /// The browser it is open in.
    pub browser: &'a Browser,
    /// Where it was opened from.
    pub place: Place,
    /// Everything that was built.
    pub places: &'a Places,
}

impl<'a> Page<'a> {
    /// Prints what was seen to hold, where `FIELDBOOK_LOG` asks for a log.
    pub fn note(&self, seen: &str) {
        if std::env::var_os("FIELDBOOK_LOG").is_some() {
            println!("{} {}: {seen}", self.browser.kind.name(), self.place.name());
        }
    }

    /// The session, for what this type has no word for.
    pub fn session(&self) -> &'a Session {
        &self.browser.session
    }

    /// Opens the fieldbook anew, with a fragment such as `#from=2020` or none,
    /// and waits until the app has taken over from the boot script and its later half has come, or could not.
    ///
    /// # Errors
    /// When it does not open.
    pub fn open(&self, fragment: &str) -> Result {
        self.go(&format!("{}{fragment}", self.places.url(self.place)))?;
        self.ready()
    }

    /// Goes to any address, as a fresh load.
    ///
    /// # Errors
    /// When it cannot be loaded.
    pub fn go(&self, url: &str) -> Result {
        // A mere change of fragment would not load the page again.
        self.session().goto("about:blank")?;
        self.console()?;
        self.session().goto(url)
    }

    /// Waits until the app is mounted; a rescue card fails at once.
    ///
    /// # Errors
    /// When it does not mount.
    pub fn ready(&self) -> Result {
        let script = "
            const card = document.querySelector('.boot-card');
            if (card) return 'card: ' + card.textContent;
            const app = document.getElementById('app');
            const mounted = app && app.firstElementChild && !app.querySelector('.boot');
            return mounted && (fieldbookBoot.whole() || fieldbookBoot.record.errors.length) ? 'ready' : '';";
        let state = wait::until("the app to be mounted", || {
            let state = self.run(script)?;
            Ok(state.as_str().filter(|state| !state.is_empty()).map(String::from))
        })?;
        equal("the page", state.as_str(), "ready")
    }

    /// Waits for the card that the boot script shows when nothing else helps,
    /// and returns its text.
    ///
    /// # Errors
    /// When none is shown in time.
    pub fn rescue_card(&self) -> Result<String> {
        // Read in one go: the card may be made anew between finding and reading it.
        let script = "return document.querySelector('.boot-card[role=alert] h2') ? document.querySelector('.boot-card').innerText : ''";
        wait::until("a rescue card", || {
            let text = self.run(script)?;
            Ok(text.as_str().filter(|text| !text.is_empty()).map(collapsed))
        })
    }

    /// Loads the page again, fragment and all.
    ///
    /// # Errors
    /// When it does not open.
    pub fn reload(&self) -> Result {
        self.session().post("refresh", &json!({}))?;
        self.ready()
    }

    /// Goes back in the history.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn back(&self) -> Result {
        self.session().post("back", &json!({})).map(drop)
    }

    /// Goes forward in the history.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn forward(&self) -> Result {
        self.session().post("forward", &json!({})).map(drop)
    }

    /// Runs a function body in the page.
    ///
    /// # Errors
    /// When it throws.
    pub fn run(&self, script: &str) -> Result<Value> {
        self.session().run(script, &[])
    }

    /// The fragment of the address, with its `#`, or nothing.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn fragment(&self) -> Result<String> {
        Ok(self.run("return location.hash")?.as_str().unwrap_or_default().to_string())
    }

    /// The element of a role and an accessible name; waits for it.
    ///
    /// # Errors
    /// When there is none in time.
    pub fn find(&self, role: &str, name: &str) -> Result<Element<'a>> {
        element::find(self.session(), None, role, name)
    }

    /// Whether there is an element of a role and name now.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn has(&self, role: &str, name: &str) -> Result<bool> {
        Ok(element::find_now(self.session(), None, role, name)?.is_some())
    }

    /// Waits until no element of a role and name is shown.
    ///
    /// # Errors
    /// When one stays.
    pub fn gone(&self, role: &str, name: &str) -> Result {
        wait::until(&format!("{role} \"{name}\" to go"), || Ok((!self.has(role, name)?).then_some(())))
    }

    /// Every shown element of a role, now.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn all(&self, role: &str) -> Result<Vec<Element<'a>>> {
        element::candidates(self.session(), None, role, None)
    }

    /// The first shown element that a selector names; for what has no role.
    ///
    /// # Errors
    /// When there is none in time.
    pub fn select(&self, css: &str) -> Result<Element<'a>> {
        wait::until(css, || {
            let found = self.session().run("return document.querySelector(arguments[0])", &[json!(css)])?;
            Ok(Element::from(self.session(), &found, css))
        })
    }

    /// The element that a script returned.
    pub fn element(&self, value: &Value, what: &str) -> Option<Element<'a>> {
        Element::from(self.session(), value, what)
    }

    /// Waits until the text of some status fulfils a condition, and returns it.
    ///
    /// # Errors
    /// When none does in time, with the texts there are.
    pub fn status(&self, what: &str, fits: impl Fn(&str) -> bool) -> Result<String> {
        let mut last = Vec::new();
        let found = wait::until(what, || {
            last.clear();
            for element in self.all("status")? {
                last.push(element.text()?);
            }
            Ok(last.iter().find(|text| fits(text)).cloned())
        });
        found.map_err(|Failure(why)| Failure(format!("{why}; there are {last:?}")))
    }

    /// Waits until a text stands somewhere in the page.
    ///
    /// # Errors
    /// When it does not appear in time.
    pub fn sees(&self, text: &str) -> Result {
        wait::until(&format!("the text \"{text}\""), || {
            let all = self.run("return document.body.innerText")?;
            Ok(collapsed(all.as_str().unwrap_or_default()).contains(text).then_some(()))
        })
    }

    /// Types into a field and presses Enter.
    ///
    /// # Errors
    /// When it takes no keys.
    pub fn enter(&self, field: &Element, text: &str) -> Result {
        field.type_text(text)?;
        self.press("Enter")
    }

    /// Presses a key, or several together such as `Shift+ArrowRight`.
    ///
    /// # Errors
    /// When no key is called so.
    pub fn press(&self, keys: &str) -> Result {
        actions::press(self.session(), keys)
    }

    /// Drags a pointer through points of the viewport.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn drag(&self, pointer: Pointer, points: &[(f64, f64)]) -> Result {
        actions::drag(self.session(), pointer, points)
    }

    /// Gives the viewport this size in CSS pixels; WebKit comes as near as its
    /// window lets it.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn resize(&self, width: u32, height: u32) -> Result {
        if self.browser.kind == Kind::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            return self.chrome("Emulation.setDeviceMetricsOverride", &size);
        }
        self.session().set_window(width, height)?;
        let inner = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight]")?;
        let extra = |i: usize| inner[i].as_u64().unwrap_or_default() as u32;
        self.session().set_window(width + extra(0), height + extra(1))?;
        wait::until(&format!("a viewport {width} px wide"), || {
            let found = self.run("return innerWidth")?;
            let near = self.browser.kind == Kind::WebKit;
            if near || found == json!(width) { Ok(Some(())) } else { Err(Failure(format!("{found}"))) }
        })
    }

    /// Fails where what is shown is wider than the window.
    ///
    /// # Errors
    /// With by how much.
    pub fn fits(&self, what: &str) -> Result {
        let extra = self.run("return document.documentElement.scrollWidth - innerWidth")?;
        ensure(extra.as_i64().is_some_and(|extra| extra <= 0), || format!("{what} is {extra} px too wide"))
    }

    /// Emulates a media feature such as `prefers-color-scheme: dark`. Only
    /// Chromium can; elsewhere this does nothing.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn emulate(&self, feature: &str, value: &str) -> Result {
        if self.browser.kind != Kind::Chromium {
            return Ok(());
        }
        // Nothing emulated: what was so far is taken back.
        let features = match value {
            "" => json!({ "features": [] }),
            _ => json!({ "features": [{ "name": feature, "value": value }] }),
        };
        self.chrome("Emulation.setEmulatedMedia", &features)
    }

    /// Lets pages run scripts or not. Only Chromium can be told; elsewhere this does nothing.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn scripting(&self, on: bool) -> Result {
        if self.browser.kind != Kind::Chromium {
            return Ok(());
        }
        self.chrome("Emulation.setScriptExecutionDisabled", &json!({ "value": !on }))
    }

    fn chrome(&self, command: &str, params: &Value) -> Result {
        let body = json!({ "cmd": command, "params": params });
        self.session().post("goog/cdp/execute", &body).map(drop)
    }

    /// Fails when axe finds a violation in the page as it is now.
    ///
    /// # Errors
    /// With every violation.
    pub fn accessible(&self) -> Result {
        axe::check(self.session())
    }

    /// Fails unless the page has done without errors, without policy violations
    /// and without a request but those that load it.
    ///
    /// # Errors
    /// With what was found.
    pub fn quiet(&self) -> Result {
        let record = self.run(RECORD)?;
        equal("errors", &record["errors"], &json!([]))?;
        equal("policy violations", &record["violations"], &json!([]))?;
        let requests = record["requests"].as_array().into_iter().flatten();
        let requests = requests.filter(|name| !name.as_str().is_some_and(is_for_installing)).count();
        // The boot script, the styles, the glue, the module and its later half (from disk as scripts) and the offline
        // script.
        let allowed = if self.place == Place::Disk { 0 } else { 6 };
        ensure(requests <= allowed, || format!("{requests} requests: {}", record["requests"]))?;
        self.console_is_quiet()
    }

    fn console_is_quiet(&self) -> Result {
        let bad = |entry: &Value| entry["level"] == "SEVERE" || entry["source"] == "security";
        let bad: Vec<_> = self.console()?.into_iter().filter(bad).collect();
        ensure(bad.is_empty(), || format!("the console says {bad:?}"))
    }

    /// What Chromium wrote to its console since it was last asked; other
    /// browsers do not tell.
    fn console(&self) -> Result<Vec<Value>> {
        if self.browser.kind != Kind::Chromium {
            return Ok(Vec::new());
        }
        let log = self.session().post("se/log", &json!({ "type": "browser" }))?;
        Ok(log.as_array().cloned().unwrap_or_default())
    }
}
