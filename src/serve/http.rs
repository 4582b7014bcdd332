//! The server: what lies on the shelf, and what happens.

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
use super::request::{self, Asked, Refusal, decoded};
use super::shelf::{Found, Leaf, Shelf};
use super::{Asker, News, ServeError, Wish};

/// How many wishes may wait for the workshop, those of requests that were given up included.
pub(super) const MOST_WISHES: usize = 256;

/// What the server knows.
#[derive(Clone, Debug)]
pub(super) struct App {
    pub(super) shelf: Arc<Shelf>,
    pub(super) wishes: Sender<Wish>,
    pub(super) news: broadcast::Sender<News>,
    /// One permit for each wish that may wait.
    pub(super) places: Arc<Semaphore>,
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

/// Refuses requests that are not for this server, and gives every answer its headers.
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

/// Tells a browser what happens, first how things are.
async fn events(
    State(app): State<App>,
    Extension(connection): Extension<Connection>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    connection.listens();
    let news = app.news.subscribe();
    let start = [Some(Event::default().event("hello").data("look")), event(&News::Findings(app.shelf.findings()))];
    let more = stream::unfold(news, |mut news| async {
        match news.recv().await {
            Ok(item) => Some((event(&item), news)),
            // Whoever has missed something looks again.
            Err(broadcast::error::RecvError::Lagged(_)) => Some((event(&News::Changed), news)),
            Err(broadcast::error::RecvError::Closed) => None,
        }
    });
    let all = stream::iter(start).chain(more).filter_map(|event| async { event.map(Ok) });
    Sse::new(all).keep_alive(KeepAlive::default())
}

/// Browsers pass over events without data.
fn event(news: &News) -> Option<Event> {
    match news {
        News::Changed => Some(Event::default().event("changed").data("look")),
        News::Styles(styles) => Some(Event::default().event("styles").data(serde_json::to_string(styles).ok()?)),
        News::Findings(findings) => {
            Some(Event::default().event("findings").data(serde_json::to_string(findings).ok()?))
        }
    }
}

/// The hash of the page that a browser shows, as it is now.
async fn page_hash(State(app): State<App>, uri: Uri) -> Response {
    let path = uri.query().and_then(|query| query.strip_prefix("path=")).map(decoded).unwrap_or_default();
    let leaf = match request::key(&app.shelf.base(), &path) {
        Some(key) => leaf(&app, &key).await,
        None => None,
    };
    let leaf = match leaf {
        Some(leaf) => Some(leaf),
        None => leaf_or_not_found(&app).await,
    };
    // Where there is no site yet, this is the hash that its stand-in has.
    let hash = leaf.unwrap_or_default().hash;
    ([(header::CACHE_CONTROL, "no-store")], format!("{hash:016x}")).into_response()
}

/// A page or file of the site.
async fn page(State(app): State<App>, method: Method, uri: Uri) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    if app.shelf.is_empty() {
        // There is no site yet, because it has errors; the script shows them.
        let bytes =
            Bytes::from_static(b"<!doctype html><html lang=\"en\"><title>No site yet</title><body></body></html>");
        return html(StatusCode::SERVICE_UNAVAILABLE, &Leaf { bytes: Some(bytes), hash: 0 });
    }
    let base = app.shelf.base();
    let path = decoded(uri.path());
    if path.strip_suffix('/').unwrap_or(&path).is_empty() && !base.is_empty() {
        return Redirect::temporary(&request::location(&base, "")).into_response();
    }
    if let Some(key) = request::key(&base, &path) {
        if let Some(leaf) = leaf(&app, &key).await {
            return file(&key, &leaf);
        }
        if !key.ends_with("index.html") && leaf(&app, &format!("{key}/index.html")).await.is_some() {
            return Redirect::permanent(&request::location(&base, &key)).into_response();
        }
    }
    match leaf_or_not_found(&app).await {
        Some(leaf) => html(StatusCode::NOT_FOUND, &leaf),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn leaf_or_not_found(app: &App) -> Option<Leaf> {
    leaf(app, "404.html").await
}

/// A page as it is now: made for this request, if a change concerns it.
async fn leaf(app: &App, key: &str) -> Option<Leaf> {
    loop {
        match app.shelf.find(key) {
            Found::Fresh(leaf) => return Some(leaf),
            Found::Nothing => return None,
            Found::Unknown => {}
        }
        // The semaphore is never closed.
        let place = Arc::clone(&app.places).acquire_owned().await.ok()?;
        let (made, answer) = oneshot::channel();
        if app.wishes.send(Wish::Page(key.to_owned(), Asker { made, place })).is_err() || answer.await.is_ok() {
            // What could not be made is as it was in the last good site.
            return app.shelf.last(key);
        }
        // No answer: the workshop went on to the next site, which has the page or has not.
    }
}

fn file(key: &str, leaf: &Leaf) -> Response {
    if key.ends_with(".html") {
        return html(StatusCode::OK, leaf);
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
    leaf.bytes.clone().map_or_else(unreadable, |bytes| respond(StatusCode::OK, &kind, bytes.into()))
}

/// A page with the script that keeps it up to date; the script is in served pages only.
fn html(status: StatusCode, leaf: &Leaf) -> Response {
    let Some(page) = &leaf.bytes else { return unreadable() };
    let tag = format!("<script src=\"/.chronicle/client.js\" data-hash=\"{:016x}\"></script>", leaf.hash);
    let end = page.windows(7).rposition(|part| part == b"</body>").unwrap_or(page.len());
    let mut bytes = Vec::with_capacity(page.len() + tag.len());
    bytes.extend_from_slice(&page[..end]);
    bytes.extend_from_slice(tag.as_bytes());
    bytes.extend_from_slice(&page[end..]);
    respond(status, "text/html; charset=utf-8", bytes.into())
}

/// The temporary file in which the page lies fails.
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
