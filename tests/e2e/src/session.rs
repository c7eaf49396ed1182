//! A WebDriver session: the commands of the standard that stories use.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::failure::{Failure, Result};
use crate::http::ask;

/// The name that the standard gives to element references.
pub(crate) const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// One session with one window. Dropping it closes the browser.
pub struct Session {
    port: u16,
    path: String,
}

impl Session {
    /// Starts a session.
    ///
    /// # Errors
    /// When the browser does not start.
    pub fn new(port: u16, capabilities: &Value) -> Result<Self> {
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let made = ask(port, "POST", "/session", Some(&body))?;
        let id = made["sessionId"].as_str();
        let id = id.ok_or_else(|| Failure(format!("no session in {made}")))?;
        let session = Self { port, path: format!("/session/{id}") };
        session.post("timeouts", &json!({ "script": 60000, "pageLoad": 60000, "implicit": 0 }))?;
        Ok(session)
    }

    /// Sends a command without a body.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn get(&self, command: &str) -> Result<Value> {
        ask(self.port, "GET", &format!("{}/{command}", self.path), None)
    }

    /// Sends a command with a body.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn post(&self, command: &str, body: &Value) -> Result<Value> {
        ask(self.port, "POST", &format!("{}/{command}", self.path), Some(body))
    }

    /// Ends a command's lasting effect, such as pressed keys.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn delete(&self, command: &str) -> Result<Value> {
        ask(self.port, "DELETE", &format!("{}/{command}", self.path), None)
    }

    /// Goes to an address and waits for its load event.
    ///
    /// # Errors
    /// When it cannot be loaded.
    pub fn goto(&self, url: &str) -> Result {
        self.post("url", &json!({ "url": url })).map(drop)
    }

    /// Runs a function body in the page and returns what it returns.
    ///
    /// # Errors
    /// When it throws.
    pub fn run(&self, script: &str, args: &[Value]) -> Result<Value> {
        self.post("execute/sync", &json!({ "script": script, "args": args }))
    }

    /// Runs a function body whose last argument is called with the result.
    ///
    /// # Errors
    /// When it throws.
    pub fn run_async(&self, script: &str, args: &[Value]) -> Result<Value> {
        self.post("execute/async", &json!({ "script": script, "args": args }))
    }

    /// A picture of the viewport, as PNG.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn screenshot(&self) -> Result<Vec<u8>> {
        decode(&self.get("screenshot")?)
    }

    /// The page on A4 paper, as PDF.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn print(&self) -> Result<Vec<u8>> {
        let page = json!({ "page": { "width": 21.0, "height": 29.7 }, "background": false });
        decode(&self.post("print", &page)?)
    }

    /// Sets the window's outer size, in CSS pixels.
    ///
    /// # Errors
    /// With what the driver says.
    pub fn set_window(&self, width: u32, height: u32) -> Result {
        self.post("window/rect", &json!({ "width": width, "height": height })).map(drop)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = ask(self.port, "DELETE", &self.path, None);
    }
}

fn decode(value: &Value) -> Result<Vec<u8>> {
    let text = value.as_str().unwrap_or_default();
    STANDARD.decode(text).map_err(|e| Failure::because("the picture is no base64", e))
}
