//! Clients that are no browsers: what they send is written byte by byte.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use chronicle::chronicle::Drafts;
use chronicle::pipeline::Request;
use chronicle::serve::{Event, Limits, Settings, serve};

use super::{PATIENCE, Server};
use crate::support::Site;

const SENT_WITH_ALL: [&str; 6] = [
    "cross-origin-resource-policy: same-origin",
    "cross-origin-opener-policy: same-origin",
    "referrer-policy: no-referrer",
    "x-content-type-options: nosniff",
    "x-frame-options: SAMEORIGIN",
    "content-security-policy: frame-ancestors 'self'",
];

impl Server {
    fn connect(&self) -> TcpStream {
        connect(self.address.split('/').nth(2).unwrap())
    }

    /// All that is answered to these lines and an empty one.
    fn send(&self, lines: &[&str]) -> String {
        let mut stream = self.connect();
        stream.write_all(format!("{}\r\nConnection: close\r\n\r\n", lines.join("\r\n")).as_bytes()).unwrap();
        all_of(&mut stream)
    }
}

fn connect(address: &str) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream
}

/// What comes until the connection ends, or is torn down.
fn all_of(stream: &mut TcpStream) -> String {
    let (mut bytes, mut part) = (Vec::new(), [0; 4096]);
    loop {
        match stream.read(&mut part) {
            Ok(0) => break,
            Ok(count) => bytes.extend_from_slice(&part[..count]),
            Err(error) => {
                let kind = error.kind();
                assert!(!matches!(kind, std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut), "still open");
                break;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The first line and the headers of an answer whose body has no end.
fn head_of(stream: &mut TcpStream) -> String {
    let (mut bytes, mut byte) = (Vec::new(), [0]);
    while !bytes.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).unwrap();
        bytes.push(byte[0]);
    }
    String::from_utf8(bytes).unwrap()
}

fn status(answer: &str) -> u16 {
    let line = answer.lines().next().unwrap_or_default();
    line.split(' ').nth(1).unwrap_or_else(|| panic!("no answer: {answer:?}")).parse().unwrap()
}

/// A server in this process, whose limits a test can wait for.
fn served(site: Site, limits: Limits) -> String {
    let (tell, told) = channel();
    thread::spawn(move || {
        let request = Request {
            reads_words: true,
            only: None,
            shard: chronicle::plan::Shard::WHOLE,
            root: site.path(),
            output: None,
            base_url: None,
            drafts: Drafts::Leave,
            today: None,
            levels: chronicle::diagnostic::Levels::default(),
            no_cache: false,
            replaces_foreign: false,
            precompresses: false,
            program: 0,
            began: 0,
        };
        let settings = Settings { host: [127, 0, 0, 1].into(), port: Some(0), limits, today: None };
        let tell = std::sync::Mutex::new(tell);
        serve(&request, &settings, || 0, &|event| {
            if let Event::Ready(address) = event {
                tell.lock().unwrap().send(address).unwrap();
            }
        })
    });
    let address = told.recv_timeout(PATIENCE).unwrap();
    address.split('/').nth(2).unwrap().to_owned()
}

fn short(request: u64, answer: u64) -> Limits {
    let (request, answer) = (Duration::from_millis(request), Duration::from_millis(answer));
    Limits { request, answer, ..Limits::default() }
}

#[test]
fn every_answer_says_that_it_is_for_this_site_only() {
    let site = Site::small();
    let server = Server::of(&site, &[]);
    for (wanted, lines) in [
        (200, ["GET /archive/ HTTP/1.1", "Host: localhost"]),
        (200, ["HEAD /archive/ HTTP/1.1", "Host: localhost"]),
        (200, ["GET /archive/atom.xml HTTP/1.0", "Host: localhost"]),
        (200, ["GET /.chronicle/client.js HTTP/1.1", "Host: localhost"]),
        (200, ["GET /.chronicle/page?path=/archive/ HTTP/1.1", "Host: localhost"]),
        (307, ["GET / HTTP/1.1", "Host: localhost"]),
        (308, ["GET /archive/statements HTTP/1.1", "Host: localhost"]),
        (400, ["GET /archive/ HTTP/1.1", "X: no host"]),
        (400, ["GET /archive/ HTTP/1.1", "Host: localhost\r\nHost: evil.example"]),
        (403, ["GET /archive/ HTTP/1.1", "Host: evil.example"]),
        (403, ["GET /.chronicle/client.js HTTP/1.1", "Host: localhost\r\nSec-Fetch-Site: cross-site"]),
        (403, ["GET /.chronicle/page?path=/ HTTP/1.1", "Host: localhost\r\nOrigin: http://localhost:1"]),
        (403, ["GET /.chronicle/events HTTP/1.1", "Host: localhost\r\nOrigin: null"]),
        (404, ["GET /.chronicle/nothing HTTP/1.1", "Host: localhost"]),
        (404, ["GET /archive/nothing HTTP/1.1", "Host: localhost"]),
        (405, ["POST /archive/ HTTP/1.1", "Host: localhost"]),
        (405, ["DELETE /.chronicle/events HTTP/1.1", "Host: localhost"]),
        (405, ["OPTIONS * HTTP/1.1", "Host: localhost"]),
        (403, ["CONNECT localhost:80 HTTP/1.1", "Host: localhost"]),
    ] {
        let answer = server.send(&lines);
        assert_eq!(status(&answer), wanted, "{lines:?}: {answer}");
        for header in SENT_WITH_ALL {
            assert_eq!(answer.matches(&format!("\r\n{header}\r\n")).count(), 1, "{header} of {lines:?}: {answer}");
        }
    }
    // What is no request never comes to the server's own answers.
    let long = "x".repeat(100_000);
    for (wanted, sent) in [
        (400, "GET\r\n\r\n".to_owned()),
        (400, "GET /archive/ HTTP/9.9\r\n\r\n".to_owned()),
        (400, "GET /archive/ HTTP/1.1\r\nHost localhost\r\n\r\n".to_owned()),
        (400, "GET /archive/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n".to_owned()),
        (431, format!("GET /archive/ HTTP/1.1\r\nHost: localhost\r\nX: {long}")),
        (400, "GET /archive/ HTTP/1.1\r\nHost: localhost\r\n\r\nnonsense\r\n\r\n".to_owned()),
    ] {
        let mut stream = server.connect();
        let _ = stream.write_all(sent.as_bytes());
        let all = all_of(&mut stream);
        let answer = &all[all.rfind("HTTP/1.1 ").unwrap_or_else(|| panic!("{wanted}: no answer: {all}"))..];
        assert_eq!(status(answer), wanted, "{answer}");
        for header in SENT_WITH_ALL {
            assert_eq!(answer.matches(&format!("\r\n{header}\r\n")).count(), 1, "{header} of {wanted}: {answer}");
        }
    }
    let mut events = server.connect();
    events.write_all(b"GET /.chronicle/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let head = head_of(&mut events);
    assert!(SENT_WITH_ALL.iter().all(|header| head.contains(&format!("\r\n{header}\r\n"))), "{head}");
}

#[test]
fn the_host_of_the_target_counts_as_well() {
    let site = Site::small();
    let server = Server::of(&site, &["--host", "0.0.0.0"]);
    for (target, host, wanted) in [
        ("http://localhost/archive/", "localhost", 200),
        ("http://evil.example/archive/", "localhost", 403),
        ("http://localhost/archive/", "evil.example", 403),
        ("http://localhost@evil.example/archive/", "localhost", 403),
        // Reached at a loopback address, the other addresses of the machine, and of others, are none of its names.
        ("/archive/", "127.0.0.1:PORT", 200),
        ("/archive/", "127.0.0.1:1", 403),
        ("http://localhost:1/archive/", "localhost", 403),
        ("/archive/", "[::1]", 200),
        ("/archive/", "192.0.2.1", 403),
        ("/archive/", "0.0.0.0", 403),
        ("/archive/", "[2001:db8::1]:4000", 403),
    ] {
        let address = server.address.split('/').nth(2).unwrap().replace("0.0.0.0", "127.0.0.1");
        let host = host.replace("PORT", address.rsplit(':').next().unwrap());
        let mut stream = connect(&address);
        let request = format!("GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        assert_eq!(status(&all_of(&mut stream)), wanted, "{target} at {host}");
    }
}

#[test]
fn redirects_stay_on_the_site() {
    let site = Site::of(&[("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/\"\n")]);
    site.write("content/pages/evil.md", "---\ntitle: Evil\n---\n");
    let server = Server::of(&site, &[]);
    assert_eq!(server.get("/evil").0, 308);
    for path in
        ["/evil", "//evil", "///evil", "/%2fevil", "/\\evil", "/%5cevil", "/%65vil", "/evil?//evil", "//x/../evil"]
    {
        let answer = server.send(&[&format!("GET {path} HTTP/1.1"), "Host: localhost"]);
        let location = answer.lines().find_map(|line| line.strip_prefix("location: "));
        assert!(location.is_none_or(|to| to == "/evil/"), "{path}: {answer}");
    }
}

#[test]
fn bodies_are_not_read_and_large_requests_are_refused() {
    let site = Site::small();
    let server = Server::of(&site, &[]);
    for body in [
        "Content-Length: 9000000000000000000",
        "Content-Length: 10\r\nExpect: 100-continue",
        "Transfer-Encoding: chunked",
    ] {
        for (method, wanted) in [("GET", 200), ("POST", 405)] {
            let mut stream = server.connect();
            // Without `Connection: close`: it is closed all the same.
            stream
                .write_all(format!("{method} /archive/ HTTP/1.1\r\nHost: localhost\r\n{body}\r\n\r\n").as_bytes())
                .unwrap();
            assert_eq!(status(&all_of(&mut stream)), wanted, "{method} with {body}");
        }
    }
    let long = "x".repeat(100_000);
    for (line, header) in
        [(format!("GET /{long} HTTP/1.1"), String::new()), ("GET / HTTP/1.1".into(), format!("X: {long}\r\n"))]
    {
        let mut stream = server.connect();
        // The server may stop reading before all is sent.
        let _ = stream.write_all(format!("{line}\r\nHost: localhost\r\n{header}\r\n").as_bytes());
        let answer = all_of(&mut stream);
        assert!(answer.is_empty() || [414, 431].contains(&status(&answer)), "{answer}");
    }
}

#[test]
fn many_connections_keep_no_reader_out() {
    let site = Site::small();
    site.write("static/large.txt", &"x".repeat(8 << 20));
    let server = Server::of(&site, &[]);
    server.until("/archive/large.txt", |status, _| status == 200);
    for sent in [
        "",
        "GET /archive/ HTTP/1.1\r\nHost: local",
        "GET /archive/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /.chronicle/events HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /archive/large.txt HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /archive/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ] {
        let open: Vec<TcpStream> = (0..300)
            .map(|_| {
                let mut stream = server.connect();
                stream.write_all(sent.as_bytes()).unwrap();
                stream
            })
            .collect();
        assert_eq!(server.get("/archive/").0, 200, "with 300 connections that sent {sent:?}");
        drop(open);
    }
}

#[test]
fn the_oldest_idle_connection_goes_first() {
    let limits = Limits { connections: 4, streams: 2, ..Limits::default() };
    let address = served(Site::small(), limits);
    let listen = || {
        let mut stream = connect(&address);
        stream.write_all(b"GET /.chronicle/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        assert_eq!(status(&head_of(&mut stream)), 200);
        stream
    };
    let ask = |stream: &mut TcpStream| {
        stream.write_all(b"HEAD /archive/ HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        assert_eq!(status(&head_of(stream)), 200);
    };
    let mut first = listen();
    let second = listen();
    // A third that listens ends the first.
    let third = listen();
    assert!(all_of(&mut first).contains("event: hello"));
    let (mut fourth, mut fifth) = (connect(&address), connect(&address));
    ask(&mut fifth);
    ask(&mut fourth);
    // Of the two that are idle, the fifth has been for longer; those that listen stay.
    let mut sixth = connect(&address);
    ask(&mut sixth);
    assert_eq!(all_of(&mut fifth), "");
    ask(&mut fourth);
    for mut stream in [second, third] {
        stream.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
        let mut rest = Vec::new();
        let kind = stream.read_to_end(&mut rest).unwrap_err().kind();
        assert!(matches!(kind, std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut), "{kind}");
    }
}

#[test]
fn a_client_that_sends_or_takes_nothing_is_left() {
    let address = served(Site::small(), short(200, 30_000));
    for sent in ["", "G", "GET /archive/ HTTP/1.1\r\nHost: localhost\r\nX:"] {
        let mut stream = connect(&address);
        stream.write_all(sent.as_bytes()).unwrap();
        let answer = all_of(&mut stream);
        assert!(answer.is_empty() || status(&answer) == 408, "{sent:?}: {answer}");
    }
    // One byte after the other, without end.
    let mut stream = connect(&address);
    stream.write_all(b"GET / HTTP/1.1\r\nX: ").unwrap();
    let mut other = stream.try_clone().unwrap();
    thread::spawn(move || {
        while other.write_all(b"x").is_ok() {
            thread::sleep(Duration::from_millis(20));
        }
    });
    all_of(&mut stream);
    // After an answer. Where the machine is so busy that this client cannot ask in time, it is left as well, and asks again.
    let answer = |_| {
        let mut stream = connect(&address);
        stream.write_all(b"GET /archive/ HTTP/1.1\r\nHost: localhost\r\n\r\n").ok()?;
        Some(all_of(&mut stream)).filter(|answer| !answer.is_empty() && status(answer) != 408)
    };
    assert_eq!(status(&(0..50).find_map(answer).expect("one of them is in time")), 200);

    let site = Site::small();
    site.write("static/large.txt", &"x".repeat(32 << 20));
    let address = served(site, short(30_000, 100));
    let mut stream = connect(&address);
    stream.write_all(b"GET /archive/large.txt HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    thread::sleep(Duration::from_secs(3));
    let taken = all_of(&mut stream).len();
    assert!(taken < 32 << 20, "{taken} bytes were taken");

    // A little again and again, so that it never takes nothing for long.
    let site = Site::small();
    site.write("static/large.txt", &"x".repeat(32 << 20));
    let address = served(site, Limits { whole: Duration::from_millis(1500), ..short(30_000, 30_000) });
    let mut stream = connect(&address);
    stream.write_all(b"GET /archive/large.txt HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let (mut taken, mut part) = (0, vec![0; 256 << 10]);
    while let Ok(count @ 1..) = stream.read(&mut part) {
        taken += count;
        thread::sleep(Duration::from_millis(100));
    }
    assert!(taken < 32 << 20, "{taken} bytes were taken");
}
