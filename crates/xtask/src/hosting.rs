//! `cargo xtask hosting`: the nginx configuration of `docs/`, run over the built site and asked what a browser
//! would ask. Needs nginx (Debian: `apt-get install nginx-light`).

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::command::{Result, Stop, say};
use crate::paths;

/// The configuration, with gaps for root, port and a folder for temporary files.
const CONFIGURATION: &str = "docs/nginx.conf";

/// How long nginx may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running nginx; dropping it ends it.
struct Nginx(Child);

impl Drop for Nginx {
    fn drop(&mut self) {
        // The master process takes its worker along when asked to end.
        let _ = Command::new("kill").args(["-QUIT", &self.0.id().to_string()]).status();
        let _ = self.0.wait();
    }
}

/// The chore.
///
/// # Errors
/// When nginx is missing, the site is not built, or an answer is not as it should be.
pub fn run() -> Result {
    let site = paths::dist().join("site");
    let nginx = ["/usr/sbin/nginx", "/usr/bin/nginx"].into_iter().find(|path| Path::new(path).is_file());
    let nginx =
        nginx.ok_or_else(|| Stop("nginx is not installed; try apt-get install nginx-light".into()))?;
    let temporary = paths::target().join("xtask/nginx");
    std::fs::create_dir_all(&temporary).map_err(|e| Stop::because(temporary.display(), e))?;
    let port = free_port()?;
    let text = paths::read_text(&paths::root().join(CONFIGURATION))?
        .replace("ROOT", &site.display().to_string())
        .replace("PORT", &port.to_string())
        .replace("TEMP", &temporary.display().to_string());
    let file = temporary.join("nginx.conf");
    paths::write_if_changed(&file, text.as_bytes())?;
    let child = Command::new(nginx).arg("-c").arg(&file).stdin(Stdio::null()).spawn();
    let _running = Nginx(child.map_err(|e| Stop::because("cannot start nginx", e))?);
    for prefix in ["/", "/a/sub-path/"] {
        let mut asked = 0;
        for name in names(&site)? {
            check(port, prefix, &name, &site)?;
            asked += 1;
        }
        say(format!("{prefix}: {asked} files with type, headers and twin as they should be"));
    }
    Ok(())
}

/// The names of the files that a browser may ask for; `index.html` is asked for as the folder.
fn names(site: &Path) -> Result<Vec<String>> {
    let twin = |name: &str| name.ends_with(".gz") || name.ends_with(".br");
    let files = paths::files_under(site);
    let names = files.iter().filter_map(|file| file.file_name()?.to_str().map(str::to_owned));
    let names: Vec<String> = names.filter(|name| !twin(name) && !name.starts_with('.')).collect();
    if names.is_empty() {
        Err(Stop("there is no site; run `cargo xtask dist` first".into()))
    } else {
        Ok(names)
    }
}

fn check(port: u16, prefix: &str, name: &str, site: &Path) -> Result {
    let asked = if name == "index.html" { "" } else { name };
    let head = answer(port, &format!("{prefix}{asked}"))?.to_lowercase();
    let mut wanted = vec![
        "http/1.1 200 ok".to_owned(),
        format!("content-type: {}", kind(name)),
        format!(
            "cache-control: {}",
            if hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" }
        ),
        "x-content-type-options: nosniff".to_owned(),
        "referrer-policy: no-referrer".to_owned(),
        "cross-origin-opener-policy: same-origin".to_owned(),
        "content-security-policy: frame-ancestors 'none'".to_owned(),
    ];
    if site.join(format!("{name}.gz")).is_file() {
        wanted.push("content-encoding: gzip".to_owned());
    }
    match wanted.iter().find(|line| !head.contains(line.as_str())) {
        None => Ok(()),
        Some(line) => Err(Stop(format!("{prefix}{name}: there is no `{line}` in\n{head}"))),
    }
}

/// Whether a name carries a hash of the file's bytes.
fn hashed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() == 8 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html",
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

/// The head of the answer to a GET.
fn answer(port: u16, target: &str) -> Result<String> {
    let begun = Instant::now();
    loop {
        match exchange(port, target) {
            Ok(head) => return Ok(head),
            Err(error) if begun.elapsed() > PATIENCE => return Err(Stop::because(target, error)),
            Err(_) => std::thread::sleep(Duration::from_millis(50)),
        }
    }
}

fn exchange(port: u16, target: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    let request = format!(
        "GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: gzip\r\n\r\n"
    );
    stream.write_all(request.as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Ok(text.split("\r\n\r\n").next().unwrap_or_default().to_owned())
}

fn free_port() -> Result<u16> {
    let address = TcpListener::bind(("127.0.0.1", 0)).and_then(|socket| socket.local_addr());
    address.map(|address| address.port()).map_err(|e| Stop::because("no free port", e))
}
