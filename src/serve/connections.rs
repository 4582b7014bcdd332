//! Connections: how many there may be, how long each may take, and which one is closed when there are too many, so that a
//! client that opens many and requests nothing does not lock others out.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, Request, Response, header};
use hyper::body::{Body as _, Frame, Incoming, SizeHint};
use hyper::server::conn::http1::Builder;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

use super::client::Client;
use super::limits::Limits;

use crate::sync;

/// The largest request: its first line and its headers. A larger one is answered with 431.
const LARGEST_REQUEST: usize = 16 * 1024;

/// How long to wait before accepting again where the system has no file descriptor or memory left.
const RETRY: Duration = Duration::from_millis(50);

/// What a connection is doing. When there are too many, those in the first of these states are closed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    /// No complete request has arrived, or all were answered.
    Idle,
    /// It receives the event stream.
    Listening,
    /// It waits for an answer.
    Asking,
}

#[derive(Debug)]
struct Open {
    state: State,
    /// When it entered this state, by [`Table::count`].
    since: u64,
    task: AbortHandle,
}

#[derive(Debug, Default)]
struct Table {
    open: BTreeMap<u64, Open>,
    /// Counts connections and their changes of state.
    count: u64,
}

impl Table {
    /// Closes the first connection to close of some candidates; returns whether there was one.
    fn close_one(&mut self, is_candidate: impl Fn(&Open) -> bool) -> bool {
        let candidates = self.open.iter().filter(|(_, open)| is_candidate(open));
        let first = candidates.min_by_key(|(_, open)| (open.state, open.since)).map(|(id, _)| *id);
        let closed = first.and_then(|id| self.open.remove(&id));
        closed.inspect(|open| open.task.abort()).is_some()
    }
}

/// All open connections.
#[derive(Debug)]
struct Connections {
    limits: Limits,
    table: Mutex<Table>,
}

impl Connections {
    fn table(&self) -> MutexGuard<'_, Table> {
        sync::lock(&self.table)
    }
}

/// One connection, shared by the handlers of its requests; it is removed from the table when the last of them is dropped.
#[derive(Clone, Debug)]
pub(super) struct Connection {
    /// The address of this machine that was reached.
    pub(super) local: SocketAddr,
    registration: Arc<Registration>,
}

#[derive(Debug)]
struct Registration {
    id: u64,
    all: Arc<Connections>,
}

impl Connection {
    /// Says that the response is an endless stream.
    pub(super) fn listens(&self) {
        self.registration.set(State::Listening);
        let (mut table, limits) = (self.registration.all.table(), self.registration.all.limits);
        let is_listening = |open: &Open| open.state == State::Listening;
        if table.open.values().filter(|open| is_listening(open)).count() > limits.streams {
            table.close_one(is_listening);
        }
    }
}

impl Registration {
    fn set(&self, state: State) {
        let mut table = self.all.table();
        table.count += 1;
        let since = table.count;
        // The connection may have been closed in the meantime.
        if let Some(open) = table.open.get_mut(&self.id) {
            (open.state, open.since) = (state, since);
        }
    }
}

impl Drop for Registration {
    fn drop(&mut self) {
        self.all.table().open.remove(&self.id);
    }
}

/// Accepts connections and serves them, without end.
pub(super) async fn accept(listener: TcpListener, router: Router, limits: Limits) -> Infallible {
    let all = Arc::new(Connections { limits, table: Mutex::default() });
    let mut builder = Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(limits.request)
        .max_header_size(LARGEST_REQUEST)
        .max_buf_size(LARGEST_REQUEST);
    loop {
        match listener.accept().await {
            Ok((stream, _)) => open(&all, stream, &builder, &router),
            // The client disconnected before it was accepted.
            Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => {}
            // There is no file descriptor or memory left: close another connection, and use what it had.
            Err(_) => {
                let is_closed = all.table().close_one(|_| true);
                if !is_closed {
                    tokio::time::sleep(RETRY).await;
                }
            }
        }
        // Let open connections be served, and closed ones be dropped, before accepting more.
        tokio::task::yield_now().await;
    }
}

fn open(all: &Arc<Connections>, stream: TcpStream, builder: &Builder, router: &Router) {
    let mut table = all.table();
    while table.open.len() >= all.limits.connections.max(1) {
        table.close_one(|_| true);
    }
    table.count += 1;
    let id = table.count;
    let local = stream.local_addr().unwrap_or_else(|_| SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0)));
    let connection = Connection { local, registration: Arc::new(Registration { id, all: Arc::clone(all) }) };
    let stream = Client::of(stream, &all.limits);
    let router = TowerToHyperService::new(router.clone());
    let service = service_fn(move |request| answer(router.clone(), connection.clone(), request));
    let served = builder.serve_connection(TokioIo::new(stream), service);
    // A client that disconnects, or breaks the protocol, is no fault of the server. The task can do no more than wait for the
    // lock before it is in the table.
    let task = tokio::spawn(async move { drop(served.await) }).abort_handle();
    table.open.insert(id, Open { state: State::Idle, since: id, task });
}

/// Answers one request; its body is never read.
async fn answer(
    router: TowerToHyperService<Router>,
    connection: Connection,
    request: Request<Incoming>,
) -> Result<Response<Body>, Infallible> {
    connection.registration.set(State::Asking);
    let (mut head, body) = request.into_parts();
    let has_body = !body.is_end_stream();
    drop(body);
    head.extensions.insert(connection.clone());
    let response = router.call(Request::from_parts(head, Body::empty())).await?;
    let mut response = response.map(|body| Body::new(Answer { body, connection }));
    if has_body {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(response)
}

/// The body of a response; when it was sent, or the client is gone, the connection is idle again.
struct Answer {
    body: Body,
    connection: Connection,
}

impl hyper::body::Body for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        self.connection.registration.set(State::Idle);
    }
}
