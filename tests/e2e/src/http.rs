//! The little HTTP that talking to a driver on this machine takes.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;

use crate::failure::{Failure, Result};

/// The longest that any one command may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// Sends a command and returns the `value` of the answer.
pub(crate) fn ask(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
    let text = body.map(Value::to_string).unwrap_or_default();
    let answer = exchange(port, method, path, &text)
        .map_err(|e| Failure::because(format!("the driver at port {port} did not answer"), e))?;
    let mut answer: Value = serde_json::from_slice(&answer)
        .map_err(|e| Failure::because(format!("{method} {path}: the answer is no JSON"), e))?;
    let value = answer["value"].take();
    match value["error"].as_str() {
        Some(error) if value.get("stacktrace").is_some() => {
            Err(Failure(format!("{error}: {}", value["message"].as_str().unwrap_or_default())))
        }
        _ => Ok(value),
    }
}

fn exchange(port: u16, method: &str, path: &str, body: &str) -> std::io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let length = body.len();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json; charset=utf-8\r\nContent-Length: {length}\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())?;
    read_answer(&mut stream)
}

/// Reads until the announced length is there or the driver hangs up.
fn read_answer(stream: &mut TcpStream) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut chunk = vec![0; 1 << 16];
    loop {
        if let Some(body) = complete(&bytes) {
            return Ok(body);
        }
        match stream.read(&mut chunk)? {
            0 => return Ok(body_of(&bytes).map(|(_, body)| body.to_vec()).unwrap_or_default()),
            n => bytes.extend_from_slice(chunk.get(..n).unwrap_or_default()),
        }
    }
}

/// The body, once all of it is there.
fn complete(bytes: &[u8]) -> Option<Vec<u8>> {
    let (head, body) = body_of(bytes)?;
    let lower = head.to_ascii_lowercase();
    let (_, after) = lower.split_once("content-length:")?;
    let length: usize = after.lines().next()?.trim().parse().ok()?;
    body.get(..length).map(<[u8]>::to_vec)
}

fn body_of(bytes: &[u8]) -> Option<(String, &[u8])> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let (head, body) = bytes.split_at_checked(end + 4)?;
    Some((String::from_utf8_lossy(head).into_owned(), body))
}
