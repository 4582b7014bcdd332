//! Requests to `chronicle serve`, which any page of the web can make a browser send.

use std::net::{IpAddr, SocketAddr};

use chronicle::serve::request::{Asked, admit, decoded, key, location};

use crate::parts;

/// The address that was reached (a first byte of `v` stands for one of another machine, any other for this one), then a
/// line for each of: the value of `Host`, the path, the path of `base_url`, `Origin`.
pub fn request(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    let local: IpAddr = if *first == b'v' { [192, 0, 2, 7].into() } else { [127, 0, 0, 1].into() };
    let (host, rest) = parts(rest);
    let (path, rest) = parts(rest);
    let (base, origin) = parts(rest);
    let (path, base) = (String::from_utf8_lossy(path), String::from_utf8_lossy(base));
    let origin = (!origin.is_empty()).then_some(origin);
    let asked = Asked { path: &path, hosts: &[host], origin, ..Asked::default() };
    if admit(&asked, SocketAddr::new(local, 4000)).is_ok() {
        assert!(is_own(host, local), "{host:?} is no name of {local}");
    }
    // What is found is asked for by its path in the output, which no request makes a way out of: the pages are in memory.
    let path = decoded(&path);
    if let Some(key) = key(&base, &path) {
        assert!(path.ends_with(key.trim_end_matches("index.html")), "{key} of {path}");
        let location = location(&base, &key);
        assert!(location.starts_with('/') && !location.starts_with("//"), "{location} leads elsewhere");
        let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"\\\"<>?#".contains(&byte);
        assert!(location.bytes().all(is_plain), "{location} is more than a path");
    }
}

/// Whether a host names the machine: read in another way than the server does.
fn is_own(host: &[u8], local: IpAddr) -> bool {
    let host = String::from_utf8_lossy(host).to_ascii_lowercase();
    let end = host.find("]:").map(|at| at + 1).or_else(|| host.rfind(':').filter(|_| !host.ends_with(']')));
    let (name, port) = host.split_at(end.unwrap_or(host.len()));
    if !port.is_empty() && port.trim_start_matches([':', '0']) != "4000" {
        return false;
    }
    match name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>() {
        Ok(address) => address.to_canonical() == local || local.is_loopback() && address.to_canonical().is_loopback(),
        Err(_) => name == "localhost" && local.is_loopback(),
    }
}
