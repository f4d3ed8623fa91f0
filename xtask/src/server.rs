//! Serves `dist` on this machine only, as a static host would.
//!
//! A thread for each connection, over the standard library: what a browser asks of a folder is little, and a pool of
//! threads would let idle connections, which browsers open in advance, keep others waiting.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use crate::files::{cache_control, content_type, locate};
use crate::{Outcome, Stop};

const FIRST_PORT: u16 = 8040;
const PORTS_TRIED: u16 = 100;
/// A longer request line or header section is refused.
const HEAD_LIMIT: u64 = 32 * 1024;

/// A running server; it ends with the process.
pub struct Server {
    port: u16,
    thread: JoinHandle<()>,
}

impl Server {
    /// Starts on `port` (0: any free one), or without one on the first free port from 8040.
    pub fn start(folder: &Path, port: Option<u16>) -> Outcome<Server> {
        if !folder.join("index.html").is_file() {
            let message = format!(
                "{} holds no index.html: please run `cargo xtask build`.",
                folder.display()
            );
            return Err(Stop::Usage(message));
        }
        let listener = listen(port)?;
        let address = listener.local_addr();
        let port = address
            .map_err(|error| Stop::Failed(format!("serve: {error}")))?
            .port();
        let folder: Arc<Path> = folder.into();
        let thread = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let folder = Arc::clone(&folder);
                // The reader may be gone before the answer is: that is no error of ours.
                thread::spawn(move || converse(&folder, &stream).ok());
            }
        });
        Ok(Server { port, thread })
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Serves until the process is stopped.
    pub fn wait(self) -> Outcome {
        self.thread
            .join()
            .map_err(|_| Stop::Failed("serve failed".to_owned()))
    }
}

fn listen(port: Option<u16>) -> Outcome<TcpListener> {
    let ports = port.map_or(FIRST_PORT..=FIRST_PORT + PORTS_TRIED, |port| port..=port);
    let message = format!("serve: port {} is taken.", port.unwrap_or(FIRST_PORT));
    let mut listeners =
        ports.filter_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok());
    listeners.next().ok_or(Stop::Failed(message))
}

/// Answers the requests of one connection until the browser closes it.
fn converse(folder: &Path, mut stream: &TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = read_head(&mut reader)? {
        let (answer, stays_open) = answer(folder, &request);
        stream.write_all(&answer)?;
        if !stays_open {
            break;
        }
    }
    Ok(())
}

/// The request line, once the whole head has arrived; `None` at the end of the connection.
fn read_head(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut head = reader.take(HEAD_LIMIT);
    let mut request = String::new();
    head.read_line(&mut request)?;
    let mut line = String::from(" ");
    while !line.trim_end_matches(['\r', '\n']).is_empty() {
        line.clear();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
    }
    Ok(Some(request))
}

/// The bytes to send, and whether the connection can go on.
fn answer(folder: &Path, request: &str) -> (Vec<u8>, bool) {
    let mut words = request.split_whitespace();
    let (method, address) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    if !matches!(method, "GET" | "HEAD") {
        // Whatever body follows is left unread, so nothing after it could be understood.
        let headers = [("allow", "GET, HEAD"), ("connection", "close")];
        return (
            response(
                "405 Method Not Allowed",
                &headers,
                b"405: only GET and HEAD\n",
                true,
            ),
            false,
        );
    }
    let with_body = method == "GET";
    let file = locate(folder, address).and_then(|path| Some((fs::read(&path).ok()?, path)));
    let Some((body, path)) = file else {
        let headers = [
            ("content-type", content_type("404.txt")),
            ("cache-control", "no-cache"),
        ];
        return (
            response("404 Not Found", &headers, b"404: not found\n", with_body),
            true,
        );
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let headers = [
        ("content-type", content_type(&name)),
        ("cache-control", cache_control(&name)),
        ("x-content-type-options", "nosniff"),
    ];
    (response("200 OK", &headers, &body, with_body), true)
}

fn response(status: &str, headers: &[(&str, &str)], body: &[u8], with_body: bool) -> Vec<u8> {
    let headers: String = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    let head = format!(
        "HTTP/1.1 {status}\r\n{headers}content-length: {}\r\n\r\n",
        body.len()
    );
    let mut bytes = head.into_bytes();
    if with_body {
        bytes.extend_from_slice(body);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served(request: &str) -> (String, bool) {
        let (bytes, stays_open) = answer(Path::new(env!("CARGO_MANIFEST_DIR")), request);
        (String::from_utf8_lossy(&bytes).into_owned(), stays_open)
    }

    #[test]
    fn a_head_request_gets_the_headers_alone() {
        let (get, _) = served("GET /Cargo.toml HTTP/1.1\r\n");
        let (head, _) = served("HEAD /Cargo.toml HTTP/1.1\r\n");
        assert!(get.starts_with("HTTP/1.1 200 OK\r\n") && get.contains("name = \"xtask\""));
        assert_eq!(
            get.split_once("\r\n\r\n").map(|(head, _)| head),
            head.strip_suffix("\r\n\r\n")
        );
    }

    #[test]
    fn what_is_not_there_and_what_is_not_asked_for_reading_are_refused() {
        for address in ["/nothing", "/src", "/../Cargo.toml"] {
            assert!(
                served(&format!("GET {address} HTTP/1.1\r\n"))
                    .0
                    .starts_with("HTTP/1.1 404 "),
                "{address}"
            );
        }
        let (post, stays_open) = served("POST / HTTP/1.1\r\n");
        assert!(post.starts_with("HTTP/1.1 405 ") && !stays_open);
    }

    #[test]
    fn many_connections_at_once_are_all_answered_while_others_stay_idle() {
        let server = Server::start(&web_folder(), Some(0)).expect("a free port");
        let connect =
            |_| TcpStream::connect((Ipv4Addr::LOCALHOST, server.port())).expect("it listens");
        let idle: Vec<TcpStream> = (0..32).map(connect).collect();
        for mut stream in (0..32).map(connect) {
            stream
                .write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n")
                .expect("it reads");
            let mut line = String::new();
            BufReader::new(stream)
                .read_line(&mut line)
                .expect("it answers");
            assert_eq!(line, "HTTP/1.1 200 OK\r\n");
        }
        drop(idle);
    }

    /// A folder with an index.html: the workspace's own.
    fn web_folder() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
    }
}
