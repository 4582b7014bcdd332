//! `chronicle serve`.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Mutex;
use std::time::Instant;

use super::Ended;
use super::site::SiteOptions;
use crate::pipeline::Request;
use crate::report::Printable;
use crate::serve::{Event, Limits, Settings, serve};

/// Show the site while you write it
///
/// Serves the site to this machine, and builds it again at every change; open pages reload by themselves. Mistakes are shown
/// in the browser as well. No files are written; pages are held in a file without a name, below `.chronicle/`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The address to listen at; any other than the default can be reached from other machines
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
    /// The port to listen at [default: 4000, or the next one that is free]
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
    #[command(flatten)]
    site: SiteOptions,
}

pub(super) fn run(arguments: &Arguments) -> Ended {
    run_server(arguments).unwrap_or_else(Ended::Failed)
}

fn run_server(arguments: &Arguments) -> Result<Ended, String> {
    let root = arguments.site.root()?;
    let request = Request { reads_words: true, ..arguments.site.request(&root, None)? };
    let changed = Mutex::new(Instant::now());
    let open = arguments.open;
    let tell = |event| match event {
        Event::Ready(address) => {
            super::tell(&Printable::line(&format!("serving {address} (Ctrl-C ends)")));
            // A machine without a browser still serves.
            if let Some(error) = open.then(|| open::that_detached(&address)).and_then(Result::err) {
                super::tell(&Printable::line(&format!("cannot open a browser: {error}")));
            }
        }
        Event::Taken(port) => super::tell(&Printable::line(&format!("port {port} is taken"))),
        Event::Changed => {
            if let Ok(mut changed) = changed.lock() {
                *changed = Instant::now();
            }
        }
        Event::Made(findings, pages) => {
            super::tell(&Printable::of(&findings));
            if let Some(since) = changed.lock().ok().map(|changed| *changed).filter(|_| pages > 0) {
                let pages = super::counted(pages, "page");
                super::tell(&Printable::line(&format!("{pages} made in {:.0?}", since.elapsed())));
            }
        }
        Event::Failed(findings) => super::tell(&Printable::of(&findings)),
    };
    // It may serve for days.
    let today = (!arguments.site.has_today()).then_some(super::today as fn() -> chrono::NaiveDate);
    let settings = Settings { host: arguments.host, port: arguments.port, limits: Limits::default(), today };
    match serve(&request, &settings, super::now, &tell) {
        Err(error) => Err(error.to_string()),
    }
}
