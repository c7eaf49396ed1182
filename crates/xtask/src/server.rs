//! A static server on the loopback address, for `serve` and for the tests.
//!
//! It answers GET and HEAD below a prefix, with the types and the headers that
//! a well-kept host would send, hands out gzip twins to those who accept them,
//! and keeps a log of what was asked.

use std::io::{BufRead, BufReader, Result, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A running server. It stops answering when it is told to or the process ends.
pub struct Server {
    address: SocketAddr,
    prefix: String,
    log: Arc<Mutex<Vec<String>>>,
    stopped: Arc<AtomicBool>,
}

struct Files {
    folder: PathBuf,
    prefix: String,
    log: Arc<Mutex<Vec<String>>>,
    stopped: Arc<AtomicBool>,
}

impl Server {
    /// Serves a folder under a prefix such as `/` or `/some/path/`. Port 0
    /// takes a free one.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(folder: &Path, prefix: &str, port: u16) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        let log = Arc::new(Mutex::new(Vec::new()));
        let stopped = Arc::new(AtomicBool::new(false));
        let files = Arc::new(Files {
            folder: folder.to_path_buf(),
            prefix: prefix.to_string(),
            log: Arc::clone(&log),
            stopped: Arc::clone(&stopped),
        });
        let server = Self { address: listener.local_addr()?, prefix: prefix.to_string(), log, stopped };
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if files.stopped.load(Ordering::Relaxed) {
                    return;
                }
                let files = Arc::clone(&files);
                std::thread::spawn(move || converse(&stream, &files));
            }
        });
        Ok(server)
    }

    /// Stops: connections are refused, and open ones end without an answer.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
        // Wakes the listener, which then goes.
        let _ = TcpStream::connect(self.address);
    }

    /// The address of the served folder.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.prefix)
    }

    /// The targets of all requests so far, in order.
    pub fn log(&self) -> Vec<String> {
        self.log.lock().map(|log| log.clone()).unwrap_or_default()
    }
}

/// Answers requests on one connection until either side has had enough.
fn converse(stream: &TcpStream, files: &Files) -> Option<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    let mut reader = BufReader::new(stream);
    let mut writer = stream;
    loop {
        let request = Request::read(&mut reader)?;
        if files.stopped.load(Ordering::Relaxed) {
            return None;
        }
        if let Ok(mut log) = files.log.lock() {
            log.push(request.target.clone());
        }
        writer.write_all(&files.answer(&request)).ok()?;
    }
}

struct Request {
    method: String,
    target: String,
    gzip: bool,
}

impl Request {
    fn read(reader: &mut impl BufRead) -> Option<Self> {
        let first = line(reader)?;
        let mut words = first.split(' ');
        let (method, target) = (words.next()?.to_string(), words.next()?.to_string());
        let mut gzip = false;
        loop {
            let header = line(reader)?.to_ascii_lowercase();
            if header.is_empty() {
                return Some(Self { method, target, gzip });
            }
            gzip |= header.starts_with("accept-encoding:") && header.contains("gzip");
        }
    }
}

/// One line without its end, refused past 8 KiB; `None` at the end.
fn line(reader: &mut impl BufRead) -> Option<String> {
    let mut line = Vec::new();
    let mut limited = std::io::Read::take(reader, 8 << 10);
    limited.read_until(b'\n', &mut line).ok()?;
    line.strip_suffix(b"\n").map(|line| String::from_utf8_lossy(line).trim_end().to_string())
}

impl Files {
    fn answer(&self, request: &Request) -> Vec<u8> {
        let (status, kind, encoding, body) = match self.find(request) {
            Some((file, bytes, gzip)) => {
                let encoding = if gzip { "Content-Encoding: gzip\r\n" } else { "" };
                ("200 OK", kind(&file), encoding, bytes)
            }
            None => ("404 Not Found", "text/plain; charset=utf-8", "", b"Not found\n".to_vec()),
        };
        let mut out = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{encoding}\
             Cache-Control: no-cache\r\nVary: Accept-Encoding\r\nX-Content-Type-Options: nosniff\r\n\
             Referrer-Policy: no-referrer\r\nCross-Origin-Opener-Policy: same-origin\r\n\r\n",
            body.len()
        )
        .into_bytes();
        if request.method != "HEAD" {
            out.extend_from_slice(&body);
        }
        out
    }

    /// The file asked for, its bytes, and whether they are its gzip twin's.
    fn find(&self, request: &Request) -> Option<(PathBuf, Vec<u8>, bool)> {
        if request.method != "GET" && request.method != "HEAD" {
            return None;
        }
        let path = request.target.split(['?', '#']).next()?;
        let file = resolve(&self.folder, path.strip_prefix(&self.prefix)?)?;
        let mut twin = file.clone().into_os_string();
        twin.push(".gz");
        match std::fs::read(twin) {
            Ok(bytes) if request.gzip => Some((file, bytes, true)),
            _ => std::fs::read(&file).ok().map(|bytes| (file, bytes, false)),
        }
    }
}

/// The file in the folder that a path names; `None` for any path that could
/// lead out of it. Names of a site are plain, so nothing is decoded.
fn resolve(folder: &Path, path: &str) -> Option<PathBuf> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    let parts: Vec<_> = path.split('/').filter(|part| !part.is_empty()).collect();
    if !path.chars().all(plain) || parts.iter().any(|part| part.starts_with("..")) {
        return None;
    }
    let mut file = folder.to_path_buf();
    file.extend(parts);
    if path.is_empty() || path.ends_with('/') {
        file.push("index.html");
    }
    Some(file)
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn no_path_leads_out_of_the_folder() {
        fn check(path: &str, expect: Option<&str>) {
            assert_eq!(resolve(Path::new("/f"), path), expect.map(PathBuf::from), "{path}");
        }
        check("", Some("/f/index.html"));
        check("a/", Some("/f/a/index.html"));
        check("a/b.wasm", Some("/f/a/b.wasm"));
        check("//etc/passwd", Some("/f/etc/passwd"));
        check("../x", None);
        check("a/../../x", None);
        check("a/%2e%2e/x", None);
        check("a\\..\\x", None);
    }

    #[test]
    fn files_come_with_their_type_below_the_prefix_only() {
        let folder = std::env::temp_dir().join(format!("xtask-server-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("a.wasm"), b"\0asm").unwrap();
        let files = Files {
            folder: folder.clone(),
            prefix: "/sub/".into(),
            log: Arc::default(),
            stopped: Arc::default(),
        };
        let ask = |target: &str| {
            let request = Request { method: "GET".into(), target: target.into(), gzip: true };
            String::from_utf8(files.answer(&request)).unwrap()
        };
        assert!(ask("/sub/a.wasm").contains("200 OK\r\nContent-Type: application/wasm\r\n"));
        assert!(ask("/sub/a.wasm").ends_with("\r\n\r\n\0asm"));
        assert!(ask("/a.wasm").contains("404"));
        std::fs::write(folder.join("a.wasm.gz"), b"twin").unwrap();
        assert!(ask("/sub/a.wasm").contains("Content-Encoding: gzip"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
