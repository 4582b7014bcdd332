//! The development server: builds the site, serves it on this machine, and rebuilds it at every change.
//!
//! One thread (`rebuild`) renders pages, by the same model and rendering as a build. `watch` sends it changes, and `http`
//! sends it requests for pages; `http` serves what is in the `page_store`. A page is revalidated, and rendered if it has to
//! be, when it is requested, or else when the thread is idle; a stale page is never served.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, mpsc};
use std::{fmt, io, thread};

use chrono::NaiveDate;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, broadcast, oneshot};

use crate::output;
use crate::pipeline::Request;

mod client;
mod connections;
mod headers;
mod http;
mod limits;
mod page_store;
mod rebuild;
pub mod request;
mod watch;

pub use limits::Limits;
use page_store::PageStore;

/// The settings of the server.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address to listen at; only this machine can reach a loopback address.
    pub host: IpAddr,
    /// The port; without one the first free of a few.
    pub port: Option<u16>,
    /// How many clients are served, and how long each may take.
    pub limits: Limits,
    /// The newest day that anything recorded can be of, read again in each run; without it, that of the request.
    pub today: Option<fn() -> NaiveDate>,
}

/// The ports that are tried where none is requested.
const PORTS: std::ops::Range<u16> = 4000..4020;

/// Why there is no server.
#[derive(Debug)]
pub enum ServeError {
    /// The address cannot be listened at.
    Listen(SocketAddr, io::Error),
    /// Changes cannot be watched.
    Watch(String),
    /// The runtime or the socket fails.
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

/// What the terminal is told.
#[derive(Clone, Debug)]
pub enum Event {
    /// The server is ready at this address.
    Ready(String),
    /// The port that would have come first is taken; the next is tried.
    Taken(u16),
    /// Files have changed; pages are rendered again.
    Changed,
    /// All pages are current, and this many of them were rendered; with the findings, as text.
    Made(String, usize),
    /// There are errors, as text; the last good site is still served.
    Failed(String),
}

/// What browsers are told.
#[derive(Clone, Debug, PartialEq, Eq)]
enum BrowserEvent {
    /// Pages may have changed.
    Changed,
    /// Only style sheets have: the old address and the new one of each.
    Styles(Vec<(String, String)>),
    /// The errors, as text; empty when there are none any more.
    Findings(String),
}

/// What the rebuilding thread is told to do.
#[derive(Debug)]
enum Command {
    /// Check whether files have changed.
    CheckFiles,
    /// Render the page at this path next; the waiter is notified once it was tried.
    MakePage(String, Waiter),
}

/// A request that waits for a page, with its permit to wait.
#[derive(Debug)]
struct Waiter {
    done: oneshot::Sender<()>,
    #[expect(dead_code, reason = "it is released when the command is dropped")]
    permit: OwnedSemaphorePermit,
}

impl Waiter {
    /// Says that the page was tried.
    fn notify(self) {
        // The client may have disconnected.
        let _ = self.done.send(());
    }
}

/// Serves a site until the process ends.
///
/// # Errors
/// [`ServeError`] where the address cannot be listened at, or files cannot be watched.
pub fn serve(
    request: &Request<'_>,
    settings: &Settings,
    now: fn() -> i64,
    tell: &(dyn Fn(Event) + Sync),
) -> Result<Infallible, ServeError> {
    let listener = listen(settings, tell)?;
    let address = listener.local_addr().map_err(ServeError::Server)?;
    let (sender, commands) = mpsc::channel();
    let (browser_events, _) = broadcast::channel(64);
    // Where no file can be made, as on a disk that cannot be written to, pages are stored in memory.
    let store = Arc::new(PageStore::of(output::scratch(request.root).ok()));
    let watch = Mutex::new(watch::Watch::of(request.root, sender.clone())?);
    let permits = Arc::new(Semaphore::new(http::MAX_WAITING));
    let app =
        http::App { store: Arc::clone(&store), commands: sender, browser_events: browser_events.clone(), permits };
    thread::scope(|scope| {
        let rebuilder = rebuild::Rebuilder {
            request,
            now,
            today: settings.today,
            store: &store,
            commands,
            watch,
            // Sending fails where no browser is listening, which is no fault.
            browser_events: Box::new(move |event| drop(browser_events.send(event))),
            tell,
            ready: Box::new(move |base| tell(Event::Ready(format!("http://{address}{base}/")))),
        };
        scope.spawn(move || rebuilder.run());
        http::run(listener, app, settings.limits)
    })
}

/// A socket at the requested port, or at the first free one.
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
