//! The HTTP server: serves the page store, and streams events to browsers.

use std::convert::Infallible;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Extension, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use futures_util::stream::{self, Stream, StreamExt};
use tokio::sync::{Semaphore, broadcast, oneshot};

use super::connections::{self, Connection};
use super::headers::HEADERS;
use super::limits::Limits;
use super::page_store::{Lookup, PageStore, ServedFile};
use super::request::{self, Asked, Refusal, decoded};
use super::{BrowserEvent, Command, ServeError, Waiter};

/// How many requests may wait for the rebuilding thread, aborted ones included.
pub(super) const MAX_WAITING: usize = 256;

/// The state that all handlers share.
#[derive(Clone, Debug)]
pub(super) struct App {
    pub(super) store: Arc<PageStore>,
    pub(super) commands: Sender<Command>,
    pub(super) browser_events: broadcast::Sender<BrowserEvent>,
    /// One permit for each request that may wait.
    pub(super) permits: Arc<Semaphore>,
}

/// Serves until the process ends.
pub(super) fn run(listener: TcpListener, app: App, limits: Limits) -> Result<Infallible, ServeError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(ServeError::Server)?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).map_err(ServeError::Server)?;
        let router = Router::new()
            .route("/.chronicle/client.js", get(client))
            .route("/.chronicle/events", get(events))
            .route("/.chronicle/page", get(page_hash))
            .fallback(page)
            .layer(middleware::from_fn(guard))
            .with_state(app);
        Ok(connections::accept(listener, router, limits).await)
    })
}

/// Refuses requests that are not for this server, and adds the headers of every response.
async fn guard(Extension(connection): Extension<Connection>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let value = |name: HeaderName| headers.get(name).map(HeaderValue::as_bytes);
    let hosts: Vec<&[u8]> = headers.get_all(header::HOST).iter().map(HeaderValue::as_bytes).collect();
    let asked = Asked {
        path: request.uri().path(),
        authority: request.uri().authority().map(|authority| authority.as_str()),
        hosts: &hosts,
        origin: value(header::ORIGIN),
        site: value(HeaderName::from_static("sec-fetch-site")),
    };
    let mut response = match request::admit(&asked, connection.local) {
        Ok(()) => next.run(request).await,
        Err(Refusal::NoHost) => (StatusCode::BAD_REQUEST, "one host must be named\n").into_response(),
        Err(Refusal::UnknownHost) => (StatusCode::FORBIDDEN, "unknown host\n").into_response(),
        Err(Refusal::OtherSite) => (StatusCode::FORBIDDEN, "only for pages of this site\n").into_response(),
    };
    response.headers_mut().extend(HEADERS);
    response
}

async fn client() -> impl IntoResponse {
    let headers = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (headers, include_str!("client.js"))
}

/// The event stream of a browser; it begins with the current findings.
async fn events(
    State(app): State<App>,
    Extension(connection): Extension<Connection>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    connection.listens();
    let browser_events = app.browser_events.subscribe();
    let start =
        [Some(Event::default().event("hello").data("look")), event(&BrowserEvent::Findings(app.store.findings()))];
    let more = stream::unfold(browser_events, |mut events| async {
        match events.recv().await {
            Ok(item) => Some((event(&item), events)),
            // A browser that missed events checks its page again.
            Err(broadcast::error::RecvError::Lagged(_)) => Some((event(&BrowserEvent::Changed), events)),
            Err(broadcast::error::RecvError::Closed) => None,
        }
    });
    let all = stream::iter(start).chain(more).filter_map(|event| async { event.map(Ok) });
    Sse::new(all).keep_alive(KeepAlive::default())
}

/// An event as it is sent; each has data, since browsers ignore events without.
fn event(browser_event: &BrowserEvent) -> Option<Event> {
    match browser_event {
        BrowserEvent::Changed => Some(Event::default().event("changed").data("look")),
        BrowserEvent::Styles(styles) => {
            Some(Event::default().event("styles").data(serde_json::to_string(styles).ok()?))
        }
        BrowserEvent::Findings(findings) => {
            Some(Event::default().event("findings").data(serde_json::to_string(findings).ok()?))
        }
    }
}

/// The current hash of the page that a browser shows.
async fn page_hash(State(app): State<App>, uri: Uri) -> Response {
    let path = uri.query().and_then(|query| query.strip_prefix("path=")).map(decoded).unwrap_or_default();
    let hash = match request::key(&app.store.base(), &path) {
        Some(key) => find_hash(&app, &key).await,
        None => None,
    };
    let hash = match hash {
        Some(hash) => Some(hash),
        None => find_hash(&app, NOT_FOUND).await,
    };
    // Where there is no site yet, this is the hash of the placeholder page.
    let hash = hash.unwrap_or_default();
    ([(header::CACHE_CONTROL, "no-store")], format!("{hash:016x}")).into_response()
}

/// A page or file of the site.
async fn page(State(app): State<App>, method: Method, uri: Uri) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    if app.store.is_empty() {
        // There was no good build yet; the script shows the errors.
        let bytes =
            Bytes::from_static(b"<!doctype html><html lang=\"en\"><title>No site yet</title><body></body></html>");
        return html(StatusCode::SERVICE_UNAVAILABLE, &ServedFile { bytes: Some(bytes), hash: 0 });
    }
    let base = app.store.base();
    let path = decoded(uri.path());
    if path.strip_suffix('/').unwrap_or(&path).is_empty() && !base.is_empty() {
        return Redirect::temporary(&request::location(&base, "")).into_response();
    }
    if let Some(key) = request::key(&base, &path) {
        if let Some(file) = find(&app, &key).await {
            return respond_file(&key, &file);
        }
        if !key.ends_with("index.html") && find_hash(&app, &format!("{key}/index.html")).await.is_some() {
            return Redirect::permanent(&request::location(&base, &key)).into_response();
        }
    }
    match find(&app, NOT_FOUND).await {
        Some(file) => html(StatusCode::NOT_FOUND, &file),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The page for what there is not.
const NOT_FOUND: &str = "404.html";

/// What came of a request for a path.
enum Settled {
    /// The stored file is current.
    Current,
    /// The site has no such file.
    Missing,
    /// The page could not be rendered, or has just been.
    Tried,
}

/// The current file at a path. A page that could not be rendered is served as it was in the last good site.
async fn find(app: &App, key: &str) -> Option<ServedFile> {
    loop {
        return match settle(app, key).await {
            Settled::Missing => None,
            Settled::Tried => app.store.read(key),
            Settled::Current => match app.store.read(key) {
                // It is lost, and no longer taken for current.
                Some(file) if file.bytes.is_none() => continue,
                file => file,
            },
        };
    }
}

/// The hash of the same; the file is not read.
async fn find_hash(app: &App, key: &str) -> Option<u64> {
    match settle(app, key).await {
        Settled::Missing => None,
        Settled::Tried | Settled::Current => app.store.hash(key),
    }
}

/// Sees to it that the file at a path is current: a page that is not known to be is revalidated for this request.
async fn settle(app: &App, key: &str) -> Settled {
    loop {
        match app.store.find(key) {
            Lookup::Current => return Settled::Current,
            Lookup::Missing => return Settled::Missing,
            Lookup::Unknown => {}
        }
        // The semaphore is never closed.
        let Ok(permit) = Arc::clone(&app.permits).acquire_owned().await else { return Settled::Missing };
        let (done, answer) = oneshot::channel();
        if app.commands.send(Command::MakePage(key.to_owned(), Waiter { done, permit })).is_err()
            || answer.await.is_ok()
        {
            return Settled::Tried;
        }
        // No answer: the rebuilding thread began a new generation, which may have the page or not.
    }
}

fn respond_file(key: &str, file: &ServedFile) -> Response {
    if key.ends_with(".html") {
        return html(StatusCode::OK, file);
    }
    let kind = match key.rsplit_once('.').map(|(_, extension)| extension) {
        Some("xml") if key.ends_with("atom.xml") => "application/atom+xml; charset=utf-8".to_owned(),
        Some("md" | "txt") => "text/plain; charset=utf-8".to_owned(),
        _ => {
            let kind = mime_guess::from_path(key).first_or_octet_stream();
            let is_text = kind.type_() == mime_guess::mime::TEXT || kind.subtype() == "json" || kind.subtype() == "xml";
            if is_text { format!("{kind}; charset=utf-8") } else { kind.to_string() }
        }
    };
    file.bytes.clone().map_or_else(unreadable, |bytes| respond(StatusCode::OK, &kind, bytes.into()))
}

/// A page with the script that reloads it. The script is added to served pages only.
fn html(status: StatusCode, file: &ServedFile) -> Response {
    let Some(page) = &file.bytes else { return unreadable() };
    let tag = format!("<script src=\"/.chronicle/client.js\" data-hash=\"{:016x}\"></script>", file.hash);
    let end = page.windows(7).rposition(|part| part == b"</body>").unwrap_or(page.len());
    let mut bytes = Vec::with_capacity(page.len() + tag.len());
    bytes.extend_from_slice(&page[..end]);
    bytes.extend_from_slice(tag.as_bytes());
    bytes.extend_from_slice(&page[end..]);
    respond(status, "text/html; charset=utf-8", bytes.into())
}

/// The answer where the temporary file that stores the page cannot be read.
fn unreadable() -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, "the page cannot be read any more: start `chronicle serve` again\n")
        .into_response()
}

fn respond(status: StatusCode, kind: &str, body: Body) -> Response {
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(kind) = HeaderValue::from_str(kind) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    response
}
