//! The site while it is written: built in memory, served on this machine, built again at every change.
//!
//! One thread (`workshop`) makes pages, by the same model and rendering as a build; it learns of changes from
//! `watch`, and of wishes for pages from `http`, which serves what lies on the `shelf`. Whether a change concerns a page is
//! found out, and the page made, when it is asked for, or else when there is time; it is never served as it was before.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, mpsc};
use std::{fmt, io, thread};

use chrono::NaiveDate;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, broadcast, oneshot};

use crate::pipeline::Request;

mod client;
mod connections;
mod headers;
mod http;
mod limits;
pub mod request;
mod shelf;
mod watch;
mod workshop;

pub use limits::Limits;
use shelf::Shelf;

/// What is asked of the server.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address to listen at; only this machine can reach a loopback address.
    pub host: IpAddr,
    /// The port; without one the first free of a few.
    pub port: Option<u16>,
    /// What clients can take.
    pub limits: Limits,
    /// The newest day that anything recorded can be of, asked for anew whenever the site is read; without it, that of the
    /// request.
    pub today: Option<fn() -> NaiveDate>,
}

/// The ports that are tried where none is asked for.
const PORTS: std::ops::Range<u16> = 4000..4020;

/// Why there is no server.
#[derive(Debug)]
pub enum ServeError {
    /// No port to listen at.
    Listen(SocketAddr, io::Error),
    /// Changes cannot be watched.
    Watch(String),
    /// The server itself.
    Server(io::Error),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ServeError::Listen(address, error) => write!(f, "cannot listen at {address}: {error}"),
            ServeError::Watch(reason) => write!(f, "cannot watch the site for changes: {reason}"),
            ServeError::Server(error) => write!(f, "the server stopped: {error}"),
        }
    }
}

impl std::error::Error for ServeError {}

/// What happens, for the terminal.
#[derive(Clone, Debug)]
pub enum Event {
    /// The server is ready at this address.
    Ready(String),
    /// The port that would have come first is taken; the next is tried.
    Taken(u16),
    /// Something has changed; pages are made again.
    Changed,
    /// All pages are there, of which so many had to be made; what was found is shown to a person.
    Made(String, usize),
    /// There are errors, shown to a person; the last good site stays.
    Failed(String),
}

/// What browsers are told.
#[derive(Clone, Debug, PartialEq, Eq)]
enum News {
    /// Pages may have changed.
    Changed,
    /// Only style sheets have: from what address to what.
    Styles(Vec<(String, String)>),
    /// There are errors, or (empty) none any more.
    Findings(String),
}

/// What the workshop is asked for.
#[derive(Debug)]
enum Wish {
    /// Look whether something has changed.
    Look,
    /// Make a page now, by its path; the answer says that it was tried.
    Page(String, Asker),
}

/// Whoever waits for a page, and its place among those who may wait.
#[derive(Debug)]
struct Asker {
    made: oneshot::Sender<()>,
    #[expect(dead_code, reason = "it is given back when the wish is dropped")]
    place: OwnedSemaphorePermit,
}

impl Asker {
    /// Says that the page was tried.
    fn tell(self) {
        // Whoever asked may have gone.
        let _ = self.made.send(());
    }
}

/// Serves a site until the process ends.
///
/// # Errors
/// [`ServeError`] where the machine does not let it.
pub fn serve(
    request: &Request<'_>,
    settings: &Settings,
    now: fn() -> i64,
    tell: &(dyn Fn(Event) + Sync),
) -> Result<Infallible, ServeError> {
    let listener = listen(settings, tell)?;
    let address = listener.local_addr().map_err(ServeError::Server)?;
    let (wishes, wished) = mpsc::channel();
    let (news, _) = broadcast::channel(64);
    let shelf = Arc::new(Shelf::default());
    let watch = Mutex::new(watch::Watch::of(request.root, wishes.clone())?);
    let places = Arc::new(Semaphore::new(http::MOST_WISHES));
    let app = http::App { shelf: Arc::clone(&shelf), wishes, news: news.clone(), places };
    thread::scope(|scope| {
        let workshop = workshop::Workshop {
            request,
            now,
            today: settings.today,
            shelf: &shelf,
            wished,
            watch,
            // Nobody may be listening, which is no fault.
            news: Box::new(move |item| drop(news.send(item))),
            tell,
            ready: Box::new(move |base| tell(Event::Ready(format!("http://{address}{base}/")))),
        };
        scope.spawn(move || workshop.work());
        http::run(listener, app, settings.limits)
    })
}

/// A socket at the port that was asked for, or at the first free one.
fn listen(settings: &Settings, tell: &dyn Fn(Event)) -> Result<TcpListener, ServeError> {
    let bind = |port: u16| {
        let address = SocketAddr::new(settings.host, port);
        let listener = TcpListener::bind(address).and_then(|listener| {
            listener.set_nonblocking(true)?;
            Ok(listener)
        });
        listener.map_err(|error| ServeError::Listen(address, error))
    };
    if let Some(port) = settings.port {
        return bind(port);
    }
    for port in PORTS {
        match bind(port) {
            Err(ServeError::Listen(_, error)) if error.kind() == io::ErrorKind::AddrInUse => tell(Event::Taken(port)),
            outcome => return outcome,
        }
    }
    bind(0)
}
