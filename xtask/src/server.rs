//! Serves `dist` on this machine only, as a static host would.

use std::fs::File;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tiny_http::{Header, Method, Request, Response};

use crate::{Outcome, Stop};

const FIRST_PORT: u16 = 8040;
const PORTS_TRIED: u16 = 100;
const THREADS: usize = 4;

/// A running server; it ends with the process.
pub struct Server {
    port: u16,
    threads: Vec<JoinHandle<()>>,
}

impl Server {
    /// Starts on `port` (0: any free one), or without one on the first free port from 8040.
    pub fn start(folder: &Path, port: Option<u16>) -> Outcome<Server> {
        if !folder.join("index.html").is_file() {
            return Err(Stop::Usage(format!(
                "{} holds no index.html: please run `cargo xtask build`.",
                folder.display()
            )));
        }
        let server = Arc::new(listen(port)?);
        let port = server
            .server_addr()
            .to_ip()
            .map_or(0, |address| address.port());
        let threads = (0..THREADS).map(|_| {
            let (server, folder) = (Arc::clone(&server), folder.to_path_buf());
            thread::spawn(move || {
                server
                    .incoming_requests()
                    .for_each(|request| answer(&folder, request))
            })
        });
        Ok(Server {
            port,
            threads: threads.collect(),
        })
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Serves until the process is stopped.
    pub fn wait(self) -> Outcome {
        self.threads
            .into_iter()
            .try_for_each(JoinHandle::join)
            .map_err(|_| Stop::Failed("serve failed".to_owned()))
    }
}

fn listen(port: Option<u16>) -> Outcome<tiny_http::Server> {
    let ports = port.map_or(FIRST_PORT..=FIRST_PORT + PORTS_TRIED, |port| port..=port);
    let message = format!("serve: port {} is taken.", port.unwrap_or(FIRST_PORT));
    ports
        .into_iter()
        .find_map(|port| tiny_http::Server::http(("127.0.0.1", port)).ok())
        .ok_or(Stop::Failed(message))
}

/// Answers one request. The reader may be gone before the answer is: that is no error of ours.
fn answer(folder: &Path, request: Request) {
    if !matches!(request.method(), Method::Get | Method::Head) {
        let response = Response::from_string("405: only GET and HEAD\n").with_status_code(405);
        let _ = request.respond(response.with_header(header("allow", "GET, HEAD")));
        return;
    }
    let _ = match locate(folder, request.url()).and_then(|path| open(&path)) {
        Some(response) => request.respond(response),
        None => request.respond(Response::from_string("404: not found\n").with_status_code(404)),
    };
}

/// The path below `folder` that an address means; `None` for one that would lead out of it.
fn locate(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = decode(url.split(['?', '#']).next()?.strip_prefix('/')?)?;
    let relative = Path::new(if path.is_empty() { "index.html" } else { &path });
    let plain = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
        && !path.contains(['\\', '\0']);
    plain.then(|| folder.join(relative))
}

/// Undoes percent-encoding.
fn decode(text: &str) -> Option<String> {
    let mut pieces = text.split('%');
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(piece.get(..2)?, 16).ok()?);
        bytes.extend_from_slice(piece.get(2..)?.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

fn open(path: &Path) -> Option<Response<File>> {
    let file = path
        .is_file()
        .then(|| File::open(path))
        .and_then(io::Result::ok)?;
    let name = path.file_name()?.to_str()?;
    let response = Response::from_file(file)
        .with_chunked_threshold(usize::MAX)
        .with_header(header("content-type", content_type(name)))
        .with_header(header(
            "cache-control",
            if is_hashed(name) {
                "public, max-age=31536000, immutable"
            } else {
                "no-cache"
            },
        ))
        .with_header(header("x-content-type-options", "nosniff"));
    Some(response)
}

fn header(name: &'static str, value: &'static str) -> Header {
    Header::from_bytes(name, value).expect("our header names and values are ASCII")
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// Whether the build put a hash of its contents into the name: `main-0123456789abcdef.css`.
fn is_hashed(name: &str) -> bool {
    let hash = name
        .rsplit_once('.')
        .and_then(|(stem, _)| stem.rsplit_once('-'))
        .map_or("", |(_, hash)| hash);
    hash.len() == 16
        && hash
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_inside_the_folder() {
        let located = |url| locate(Path::new("dist"), url);
        assert_eq!(located("/"), Some(PathBuf::from("dist/index.html")));
        assert_eq!(
            located("/a%20b/c.js?x=../y"),
            Some(PathBuf::from("dist/a b/c.js"))
        );
        for url in [
            "/../Cargo.toml",
            "/a/../../b",
            "/%2e%2e/b",
            "//etc/passwd",
            "/a\\..\\b",
            "/%00",
            "/%zz",
            "/%f",
            "*",
            "",
        ] {
            assert_eq!(located(url), None, "{url}");
        }
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(is_hashed("industry2040_bg-6795d7e9339bd7ec.wasm"));
        for name in [
            "index.html",
            "licences.txt",
            "a-6795d7e9339bd7e.js",
            "a-6795D7E9339BD7EC.js",
            "6795d7e9339bd7ec",
        ] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
