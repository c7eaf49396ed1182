//! Driver processes: started on free ports, ended when dropped, with every
//! process they started.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use xtask::paths::find_program;
use xtask::setup::GECKODRIVER;

use crate::failure::{Failure, Result};
use crate::http::ask;
use crate::wait;

/// A process with all its children; dropping it ends them.
struct Process(Child);

impl Process {
    fn start(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        // A group of its own, so that browsers go when their driver goes.
        command.process_group(0).stdin(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().map_err(|e| {
            Failure(format!("cannot start {name} ({e}); `cargo xtask setup --tests` installs it"))
        })?;
        Ok(Self(child))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
    }
}

/// A WebDriver process that answers on a port of this machine.
pub struct Driver {
    /// Where it answers.
    pub port: u16,
    _process: Process,
    _display: Option<Process>,
}

impl Driver {
    /// The driver of Chromium.
    ///
    /// # Errors
    /// When it is not installed or does not start.
    pub fn chromium() -> Result<Self> {
        let port = free_port()?;
        let mut command = Command::new("chromedriver");
        command.arg(format!("--port={port}")).stdout(Stdio::null());
        Self::ready(port, Process::start(&mut command)?, None)
    }

    /// The driver of Firefox.
    ///
    /// # Errors
    /// When it is not installed or does not start.
    pub fn firefox() -> Result<Self> {
        let port = free_port()?;
        let on_path = find_program("geckodriver");
        let ours = GECKODRIVER.program();
        let program = if ours.is_file() { ours } else { on_path.unwrap_or(ours) };
        let mut command = Command::new(program);
        command
            .arg(format!("--port={port}"))
            .arg(format!("--websocket-port={}", free_port()?))
            .stdout(Stdio::null());
        Self::ready(port, Process::start(&mut command)?, None)
    }

    /// The driver of WebKit, on a display of its own.
    ///
    /// # Errors
    /// When it or the display is not installed or does not start.
    pub fn webkit() -> Result<Self> {
        let port = free_port()?;
        let (display, number) = display()?;
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .env("DISPLAY", number)
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
            .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .stdout(Stdio::null());
        Self::ready(port, Process::start(&mut command)?, Some(display))
    }

    fn ready(port: u16, process: Process, display: Option<Process>) -> Result<Self> {
        wait::until("a driver to be ready", || {
            let status = ask(port, "GET", "/status", None)?;
            Ok(status["ready"].as_bool().filter(|ready| *ready))
        })?;
        Ok(Self { port, _process: process, _display: display })
    }
}

/// A virtual screen and its name. The server picks a free number and says it.
fn display() -> Result<(Process, String)> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
    let mut process = Process::start(command.stdout(Stdio::piped()))?;
    let mut line = String::new();
    if let Some(output) = process.0.stdout.take() {
        let _ = BufReader::new(output).read_line(&mut line);
    }
    let number = line.trim();
    if number.is_empty() {
        return Err(Failure("Xvfb did not start".into()));
    }
    let name = format!(":{number}");
    Ok((process, name))
}

fn free_port() -> Result<u16> {
    let address = TcpListener::bind(("127.0.0.1", 0)).and_then(|socket| socket.local_addr());
    address.map(|address| address.port()).map_err(|e| Failure::because("no free port", e))
}

/// Where Debian keeps WebKit's small browser.
pub fn mini_browser() -> Option<String> {
    let folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/libexec", "/usr/lib"];
    let versions = ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"];
    let all =
        folders.iter().flat_map(|folder| versions.map(|version| format!("{folder}/{version}/MiniBrowser")));
    all.into_iter().find(|path| Path::new(path).is_file())
}
