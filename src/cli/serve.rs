//! `chronicle serve`.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Instant;

use super::{Ended, root};
use crate::chronicle::Drafts;
use crate::config::BaseUrl;
use crate::diagnostic::Levels;
use crate::pipeline::Request;
use crate::serve::{Event, Settings, serve};

/// Show the site while you write it
///
/// Builds the site in memory, serves it to this machine, and builds it again at every change; open pages reload by
/// themselves. Mistakes are shown in the browser as well. Nothing is written.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder that holds `site.toml` [default: the nearest at or above this one]
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
    /// The address to listen at; any other than the default can be reached from other machines
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
    /// The port to listen at [default: 4000, or the next one that is free]
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
    /// The address the site is published at, in place of `base_url` in `site.toml`
    #[arg(long, value_name = "URL", value_parser = BaseUrl::parse)]
    base_url: Option<BaseUrl>,
    /// Show drafts as well
    #[arg(long)]
    drafts: bool,
}

pub(super) fn run(arguments: Arguments) -> Ended {
    let root = match root(arguments.root.as_deref()) {
        Ok(root) => root,
        Err(reason) => return Ended::Failed(reason),
    };
    let request = Request {
        root: &root,
        output: None,
        base_url: arguments.base_url,
        drafts: if arguments.drafts { Drafts::Include } else { Drafts::Leave },
        levels: Levels::default(),
        afresh: false,
        program: super::program(),
        began: super::now(),
    };
    let changed = Mutex::new((0, Instant::now()));
    let open = arguments.open;
    let tell = |event| match event {
        Event::Ready(address) => {
            eprintln!("serving {address} (Ctrl-C ends)");
            // A machine without a browser still serves.
            if let Some(error) = open.then(|| open::that_detached(&address)).and_then(Result::err) {
                eprintln!("cannot open a browser: {error}");
            }
        }
        Event::Taken(port) => eprintln!("port {port} is taken"),
        Event::Changed(pages) => {
            if let Ok(mut changed) = changed.lock() {
                *changed = (pages, Instant::now());
            }
        }
        Event::Made(findings) => {
            eprint!("{findings}");
            if let Some((pages, since)) = changed.lock().ok().map(|changed| *changed).filter(|(pages, _)| *pages > 0) {
                eprintln!("{pages} page{} made in {:.0?}", if pages == 1 { "" } else { "s" }, since.elapsed());
            }
        }
        Event::Failed(findings) => eprint!("{findings}"),
    };
    match serve(&request, &Settings { host: arguments.host, port: arguments.port }, super::now, &tell) {
        Ok(()) => Ended::Done,
        Err(error) => Ended::Failed(error.to_string()),
    }
}
