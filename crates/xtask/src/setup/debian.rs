//! Browsers, their drivers and fonts, from Debian.

use std::path::Path;
use std::process::Command;

use crate::command::{Result, Stop, execute, output, say, succeeds};
use crate::paths::find_program;

/// What shows that a package is there.
enum Sign {
    Program(&'static str),
    File(&'static str),
}

/// Every package the tests need. The fonts let screenshots show Arabic.
const PACKAGES: [(&str, Sign); 7] = [
    ("chromium", Sign::Program("chromium")),
    ("chromium-driver", Sign::Program("chromedriver")),
    ("firefox-esr", Sign::Program("firefox-esr")),
    ("webkit2gtk-driver", Sign::Program("WebKitWebDriver")),
    ("xvfb", Sign::Program("Xvfb")),
    ("fonts-dejavu-core", Sign::File("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")),
    ("fonts-hosny-amiri", Sign::File("/usr/share/fonts/opentype/fonts-hosny-amiri")),
];

/// Installs the packages that are not there.
///
/// # Errors
/// When apt is not there, this is not root, or apt fails.
pub fn browsers() -> Result {
    let missing: Vec<_> = PACKAGES.iter().filter(|(_, sign)| !present(sign)).map(|(name, _)| *name).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    let by_hand = format!("sudo apt-get install --no-install-recommends {names}");
    if !is_root() || !succeeds(Command::new("apt-get").arg("--version")) {
        return Err(Stop(format!("the browser tests need {names}; install them: {by_hand}")));
    }
    say(format!("installing {names} (apt-get)"));
    install(&missing).map_err(|Stop(why)| Stop(format!("{why}; by hand: {by_hand}")))
}

fn install(packages: &[&str]) -> Result {
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
        apt
    };
    execute(apt().arg("update"))?;
    execute(apt().args(["install", "-y", "--no-install-recommends"]).args(packages))
}

fn present(sign: &Sign) -> bool {
    match sign {
        Sign::Program(name) => find_program(name).is_some(),
        Sign::File(path) => Path::new(path).exists(),
    }
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
