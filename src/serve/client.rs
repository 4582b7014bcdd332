//! The stream to a client: write timeouts, and the headers that `hyper` leaves out of its own error responses.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::Bytes;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::Sleep;

use super::headers::HEADERS;
use super::limits::Limits;

/// A stream that fails when the client reads nothing for too long, or too slowly.
pub(super) struct Client {
    stream: TcpStream,
    limits: Limits,
    /// The timeout of the write that is blocked.
    stalled: Option<Pin<Box<Sleep>>>,
    /// The timeout of the response that is not flushed yet.
    begun: Option<Pin<Box<Sleep>>>,
    /// What is still to be written in place of an error response of `hyper`.
    rest: Bytes,
}

/// Error responses of `hyper` itself are shorter.
const SHORT: usize = 400;

/// An error response of `hyper` itself, to an invalid or too large request, with the headers that every response carries.
/// It is written at once, without a body, after all earlier responses; then the connection is closed.
fn completed(answer: &[u8]) -> Option<Bytes> {
    let text = std::str::from_utf8(answer).ok().filter(|text| text.len() < SHORT)?;
    let head = text.strip_suffix("\r\n\r\n").filter(|head| !head.contains("\r\n\r\n"))?;
    let (line, headers) = head.split_once("\r\n")?;
    let is_error = line.starts_with("HTTP/1.1 4") || line.starts_with("HTTP/1.0 4");
    let is_own = !headers.contains(HEADERS[0].0.as_str());
    (is_error && is_own && headers.contains("content-length: 0")).then(|| {
        let mut out = line.as_bytes().to_vec();
        for (name, value) in &HEADERS {
            out.extend_from_slice(&[b"\r\n", name.as_str().as_bytes(), b": ", value.as_bytes()].concat());
        }
        out.extend_from_slice(format!("\r\n{headers}\r\n\r\n").as_bytes());
        out.into()
    })
}

impl Client {
    pub(super) fn of(stream: TcpStream, limits: &Limits) -> Client {
        Client { stream, limits: *limits, stalled: None, begun: None, rest: Bytes::new() }
    }

    /// The outcome of a write, or an error where it has timed out.
    fn or_timeout<T>(&mut self, outcome: Poll<io::Result<T>>, cx: &mut Context<'_>) -> Poll<io::Result<T>> {
        let Limits { answer, whole, .. } = self.limits;
        let has_ended = |timer: &mut Option<Pin<Box<Sleep>>>, limit: Duration, cx: &mut Context<'_>| {
            timer.get_or_insert_with(|| Box::pin(tokio::time::sleep(limit))).as_mut().poll(cx).is_ready()
        };
        // Even if the client reads a byte now and then.
        if has_ended(&mut self.begun, whole, cx) {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        if outcome.is_ready() {
            self.stalled = None;
            return outcome;
        }
        match has_ended(&mut self.stalled, answer, cx) {
            true => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            false => Poll::Pending,
        }
    }

    /// Writes the rest of a completed error response.
    fn write_rest(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.rest.is_empty() {
            let bytes = self.rest.clone();
            let outcome = Pin::new(&mut self.stream).poll_write(cx, &bytes);
            let count = ready!(self.or_timeout(outcome, cx))?;
            if count == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            drop(self.rest.split_to(count));
        }
        Poll::Ready(Ok(()))
    }

    /// Takes an error response of `hyper` itself, if this is one, to write the completed one in its place.
    fn take(&mut self, answer: &[u8]) -> bool {
        // The continuation of a response is never one.
        let completed = if self.begun.is_none() { completed(answer) } else { None };
        self.rest = completed.unwrap_or_default();
        !self.rest.is_empty()
    }
}

impl AsyncRead for Client {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Client {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        ready!(self.write_rest(cx))?;
        if self.take(bytes) {
            return Poll::Ready(Ok(bytes.len()));
        }
        let outcome = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.or_timeout(outcome, cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        ready!(self.write_rest(cx))?;
        if let [only] = parts
            && self.take(only)
        {
            return Poll::Ready(Ok(only.len()));
        }
        let outcome = Pin::new(&mut self.stream).poll_write_vectored(cx, parts);
        self.or_timeout(outcome, cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.write_rest(cx))?;
        ready!(Pin::new(&mut self.stream).poll_flush(cx))?;
        self.begun = None;
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.write_rest(cx))?;
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
