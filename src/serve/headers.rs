//! Headers by which browsers keep other sites out.

use axum::http::{HeaderName, HeaderValue, header};

/// The headers of every response: pages of other sites can neither use nor frame what is served, and other sites do not
/// learn the addresses of pages that are not published yet.
pub(super) const HEADERS: [(HeaderName, HeaderValue); 6] = [
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN")),
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("frame-ancestors 'self'")),
];
