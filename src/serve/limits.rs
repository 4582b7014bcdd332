//! Limits on connections and their durations.

use std::time::Duration;

/// Limits on clients.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at once; when there are more, the one that was idle the longest is closed.
    pub connections: usize,
    /// How many of them may listen to events; when there are more, the oldest is closed.
    pub streams: usize,
    /// The longest time from the start of a connection, or the end of a response, to the end of the next request.
    pub request: Duration,
    /// The longest time in which a client reads no byte of its response.
    pub answer: Duration,
    /// The longest time in which a client reads a response, or a part of an endless one.
    pub whole: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        let (request, answer, whole) = (Duration::from_secs(30), Duration::from_secs(30), Duration::from_secs(300));
        Limits { connections: 128, streams: 64, request, answer, whole }
    }
}
