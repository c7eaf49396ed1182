//! Tools from crates.io, each in a folder of its own.

use std::path::PathBuf;
use std::time::Instant;

use crate::command::{Result, Stop, cargo, execute, say};
use crate::paths;

/// A program that is installed from crates.io at one version.
pub struct Tool {
    krate: &'static str,
    version: &'static str,
    /// The folder's name before the version.
    folder: &'static str,
    program: &'static str,
    extra: &'static [&'static str],
}

/// Compiles the app and serves it to people who work on it.
pub const TRUNK: Tool = Tool {
    krate: "trunk",
    version: "0.21.14",
    folder: "trunk",
    program: "trunk",
    extra: &["--no-default-features", "--features", "rustls"],
};

/// wasm-bindgen's command; its version is that of the crate in `Cargo.toml`.
pub const BINDGEN: Tool = Tool {
    krate: "wasm-bindgen-cli",
    version: "0.2.126",
    folder: "wasm-bindgen",
    program: "wasm-bindgen",
    extra: &[],
};

/// Drives Firefox.
pub const GECKODRIVER: Tool = Tool {
    krate: "geckodriver",
    version: "0.37.1",
    folder: "geckodriver",
    program: "geckodriver",
    extra: &[],
};

impl Tool {
    /// The folder that holds its programs.
    pub fn bin(&self) -> PathBuf {
        self.home().join("bin")
    }

    /// The program itself.
    pub fn program(&self) -> PathBuf {
        self.bin().join(self.program)
    }

    fn home(&self) -> PathBuf {
        paths::tools().join(format!("{}-{}", self.folder, self.version))
    }

    /// Installs it unless it is there.
    ///
    /// # Errors
    /// When cargo fails.
    pub fn install(&self) -> Result {
        if self.program().is_file() {
            return Ok(());
        }
        let Self { krate, version, .. } = self;
        say(format!("installing {krate} {version} into {} (some minutes)", self.home().display()));
        let begun = Instant::now();
        let work = std::env::temp_dir().join(format!("fieldbook-{krate}-{}", std::process::id()));
        let done = execute(
            cargo()
                .args(["install", krate, "--version", version, "--locked", "--quiet", "--root"])
                .arg(self.home())
                .args(self.extra)
                .env("CARGO_TARGET_DIR", &work)
                // A tool that runs for seconds need not take minutes to optimize.
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env("CARGO_PROFILE_RELEASE_DEBUG", "false"),
        );
        let _ = std::fs::remove_dir_all(&work);
        done.map_err(|Stop(why)| {
            Stop(format!(
                "{why}; by hand: cargo install {krate} --version {version} --locked --root {}",
                self.home().display()
            ))
        })?;
        say(format!("{krate} took {} s", begun.elapsed().as_secs()));
        Ok(())
    }
}
