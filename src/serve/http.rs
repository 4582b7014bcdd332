//! The server: what lies on the shelf, and what happens.

use std::convert::Infallible;
use std::net::{IpAddr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc::Sender;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use futures_util::stream::{self, Stream, StreamExt};
use tokio::sync::{broadcast, oneshot};

use super::shelf::{Found, Leaf, Shelf};
use super::{News, ServeError, Wish};

/// What the server knows.
#[derive(Clone, Debug)]
pub(super) struct App {
    pub(super) shelf: Arc<Shelf>,
    pub(super) wishes: Sender<Wish>,
    pub(super) news: broadcast::Sender<News>,
    pub(super) host: IpAddr,
}

/// Serves until the process ends.
pub(super) fn run(listener: TcpListener, app: App) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(ServeError::Server)?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).map_err(ServeError::Server)?;
        let router = Router::new()
            .route("/.chronicle/client.js", get(client))
            .route("/.chronicle/events", get(events))
            .route("/.chronicle/page", get(page_hash))
            .fallback(page)
            .layer(middleware::from_fn_with_state(app.clone(), only_known_hosts))
            .with_state(app);
        axum::serve(listener, router).await.map_err(ServeError::Server)
    })
}

/// Refuses requests for another host: a page of the web whose name leads to this machine (DNS rebinding) must not read
/// the site.
async fn only_known_hosts(State(app): State<App>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let address: Option<IpAddr> = name.trim_matches(['[', ']']).parse().ok();
    let is_known = match address {
        Some(address) => address == app.host || address.is_loopback() || app.host.is_unspecified(),
        None => name.eq_ignore_ascii_case("localhost"),
    };
    if is_known { next.run(request).await } else { (StatusCode::FORBIDDEN, "unknown host\n").into_response() }
}

async fn client() -> impl IntoResponse {
    let headers = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (headers, include_str!("client.js"))
}

/// Tells a browser what happens, first how things are.
async fn events(State(app): State<App>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
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
    let leaf = match key(&app, &path) {
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
        return html(StatusCode::SERVICE_UNAVAILABLE, &Leaf { bytes, ..Leaf::default() });
    }
    let base = app.shelf.base();
    let path = decoded(uri.path());
    if path.strip_suffix('/').unwrap_or(&path).is_empty() && !base.is_empty() {
        return Redirect::temporary(&format!("{base}/")).into_response();
    }
    if let Some(key) = key(&app, &path) {
        if let Some(leaf) = leaf(&app, &key).await {
            return file(&key, &leaf);
        }
        if !key.ends_with("index.html") && leaf(&app, &format!("{key}/index.html")).await.is_some() {
            return Redirect::permanent(&format!("{}/", uri.path())).into_response();
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

/// The path on the shelf for a path of the site; nothing outside `base_url`.
fn key(app: &App, path: &str) -> Option<String> {
    let below = path.strip_prefix(&app.shelf.base())?.strip_prefix('/')?;
    Some(if below.is_empty() || below.ends_with('/') { format!("{below}index.html") } else { below.to_owned() })
}

/// A page as it is now: made for this request, if a change concerns it.
async fn leaf(app: &App, key: &str) -> Option<Leaf> {
    loop {
        match app.shelf.find(key) {
            Found::Fresh(leaf) => return Some(leaf),
            Found::Nothing => return None,
            Found::Unknown => {}
        }
        let (made, answer) = oneshot::channel();
        if app.wishes.send(Wish::Page(key.to_owned(), made)).is_err() || answer.await.is_ok() {
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
    respond(StatusCode::OK, &kind, leaf.bytes.clone().into())
}

/// A page with the script that keeps it up to date; the script is in served pages only.
fn html(status: StatusCode, leaf: &Leaf) -> Response {
    let tag = format!("<script src=\"/.chronicle/client.js\" data-hash=\"{:016x}\"></script>", leaf.hash);
    let end = leaf.bytes.windows(7).rposition(|part| part == b"</body>").unwrap_or(leaf.bytes.len());
    let mut bytes = Vec::with_capacity(leaf.bytes.len() + tag.len());
    bytes.extend_from_slice(&leaf.bytes[..end]);
    bytes.extend_from_slice(tag.as_bytes());
    bytes.extend_from_slice(&leaf.bytes[end..]);
    respond(status, "text/html; charset=utf-8", bytes.into())
}

fn respond(status: StatusCode, kind: &str, body: Body) -> Response {
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Ok(kind) = HeaderValue::from_str(kind) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    response
}

/// A path with its `%xx` undone. What is not UTF-8 then is the name of no page.
fn decoded(path: &str) -> String {
    percent_encoding::percent_decode_str(path).decode_utf8_lossy().into_owned()
}
