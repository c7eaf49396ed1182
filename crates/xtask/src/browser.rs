//! The browser of whoever sits at the desk.

use std::process::{Command, Stdio};

/// Opens an address in the desktop's browser. Returns whether one was found.
pub fn open(url: &str) -> bool {
    let openers: &[&str] = match std::env::consts::OS {
        "macos" => &["open"],
        "windows" => &["explorer"],
        _ if has_desktop() => &["xdg-open", "gio", "firefox", "chromium"],
        _ => &[],
    };
    openers.iter().any(|opener| start(opener, url))
}

fn has_desktop() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some())
}

fn start(opener: &str, url: &str) -> bool {
    let mut command = Command::new(opener);
    if opener == "gio" {
        command.arg("open");
    }
    command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().is_ok()
}
