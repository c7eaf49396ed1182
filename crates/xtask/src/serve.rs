//! `cargo xtask serve`: set up, build, serve, and open the reader's browser.

use std::path::PathBuf;

use crate::command::{Result, Stop, say};
use crate::server::Server;
use crate::{browser, dist, paths, setup};

/// The port asked for when none is given.
const PORT: u16 = 8080;

struct Options {
    open: bool,
    port: Option<u16>,
    corpus: Option<PathBuf>,
}

/// The chore.
///
/// # Errors
/// When a step fails or the port is taken; the line says which.
pub fn run(args: &[String]) -> Result {
    let options = options(args)?;
    setup::for_build()?;
    dist::build(options.corpus.as_deref())?;
    let server = start(options.port)?;
    say(format!("serving dist/site/ at {} (Ctrl+C ends it)", server.url()));
    if options.open && !browser::open(&server.url()) {
        say("no browser found to open; visit the address above");
    }
    loop {
        std::thread::park();
    }
}

fn options(args: &[String]) -> Result<Options> {
    let mut options = Options { open: true, port: None, corpus: None };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match (arg.as_str(), args.as_slice().first()) {
            ("--no-open", _) => options.open = false,
            ("--port", Some(port)) => {
                let port = port.parse().map_err(|e| Stop::because(format!("--port {port}"), e))?;
                options.port = Some(port);
                args.next();
            }
            ("--corpus", Some(folder)) => {
                options.corpus = Some(folder.into());
                args.next();
            }
            _ => return Err(Stop(format!("serve: {arg}? It takes --no-open, --port N, --corpus DIR"))),
        }
    }
    Ok(options)
}

/// On the port asked for; without one, on the usual port or any free one.
fn start(port: Option<u16>) -> Result<Server> {
    let folder = paths::dist().join("site");
    let try_port = |port| Server::start(&folder, "/", port);
    match port {
        Some(port) => try_port(port),
        None => try_port(PORT).or_else(|_| try_port(0)),
    }
    .map_err(|e| Stop::because(format!("cannot serve at port {}", port.unwrap_or(PORT)), e))
}
