//! Just enough of a browser: one request, and every byte that came back for it.

use std::fmt::Write as _;
use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct Got {
    pub(crate) status: u16,
    /// Names in small letters, in the order they came.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    /// Head, body and what frames it.
    pub(crate) on_the_wire: usize,
}

impl Got {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

pub(crate) fn get(port: u16, path: &str, accept: Option<&str>) -> io::Result<Got> {
    let accept: Vec<(&str, &str)> = accept.map(|accept| ("Accept-Encoding", accept)).into_iter().collect();
    get_with(port, path, &accept)
}

pub(crate) fn get_with(port: u16, path: &str, headers: &[(&str, &str)]) -> io::Result<Got> {
    exchange(port, "GET", path, headers, "")
}

/// A form, as our own page sends it.
pub(crate) fn post(port: u16, path: &str, form: &str) -> io::Result<Got> {
    let length = form.len().to_string();
    let headers = [
        ("Sec-Fetch-Site", "same-origin"),
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("Content-Length", length.as_str()),
    ];
    exchange(port, "POST", path, &headers, form)
}

fn exchange(port: u16, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> io::Result<Got> {
    let mut stream = TcpStream::connect_timeout(&SocketAddr::from(([127, 0, 0, 1], port)), PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut request = format!("{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n");
    for (name, value) in headers {
        let _ = write!(request, "{name}: {value}\r\n");
    }
    let _ = write!(request, "\r\n{body}");
    stream.write_all(request.as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    read(&bytes).ok_or_else(|| io::Error::other(format!("no HTTP answer to {path}")))
}

fn read(bytes: &[u8]) -> Option<Got> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(bytes.get(..end)?).ok()?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let raw = bytes.get(end + 4..)?;
    let chunked = headers.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked");
    let body = if chunked { whole(raw)? } else { raw.to_vec() };
    Some(Got { status, headers, body, on_the_wire: bytes.len() })
}

fn whole(mut raw: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = raw.windows(2).position(|two| two == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(raw.get(..end)?).ok()?, 16).ok()?;
        if length == 0 {
            return Some(body);
        }
        body.extend_from_slice(raw.get(end + 2..end + 2 + length)?);
        raw = raw.get(end + 4 + length..)?;
    }
}
