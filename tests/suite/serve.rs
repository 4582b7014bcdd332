//! `chronicle serve`, asked by a real client.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

mod clients;

use crate::support::Site;

/// Longer than any answer takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server of a site, ended with the test.
struct Server {
    process: Child,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    fn of(site: &Site, more: &[&str]) -> Server {
        let mut process = Command::new(env!("CARGO_BIN_EXE_chronicle"))
            .args(["serve", "--port", "0", "--root"])
            .arg(site.path())
            .args(more)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines();
        let address = lines
            .by_ref()
            .map(Result::unwrap)
            .find_map(|line| Some(line.strip_prefix("serving ")?.split(' ').next()?.to_owned()))
            .unwrap();
        // What it says must go on being read.
        thread::spawn(move || lines.for_each(drop));
        Server { process, address }
    }

    /// Status, content type and text at a path below the root of the server.
    fn get(&self, path: &str) -> (u16, String, String) {
        self.ask(path, None)
    }

    fn ask(&self, path: &str, host: Option<&str>) -> (u16, String, String) {
        let origin = self.address.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
        let agent: ureq::Agent =
            ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
        let mut request = agent.get(format!("{origin}{path}"));
        if let Some(host) = host {
            request = request.header("host", host);
        }
        let mut answer = request.call().unwrap();
        let kind = answer.headers().get("content-type").map_or("", |kind| kind.to_str().unwrap()).to_owned();
        let status = answer.status().as_u16();
        let body = answer.body_mut().read_to_vec().unwrap_or_default();
        (status, kind, String::from_utf8_lossy(&body).into_owned())
    }

    /// Waits until the page at a path has a text.
    fn until(&self, path: &str, wanted: impl Fn(u16, &str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let (status, _, text) = self.get(path);
            if wanted(status, &text) {
                return text;
            }
            assert!(start.elapsed() < PATIENCE, "still {status} at {path}: {text}");
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// What the server tells browsers, as (event, data).
    fn events(&self) -> Receiver<(String, String)> {
        let origin = self.address.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
        let answer = ureq::get(format!("{origin}/.chronicle/events")).call().unwrap();
        let (tell, told) = channel();
        thread::spawn(move || {
            let mut event = String::new();
            for line in BufReader::new(answer.into_body().into_reader()).lines().map_while(Result::ok) {
                if let Some(name) = line.strip_prefix("event: ") {
                    event = name.to_owned();
                } else if let Some(data) = line.strip_prefix("data:")
                    && tell.send((event.clone(), data.trim().to_owned())).is_err()
                {
                    return;
                }
            }
        });
        told
    }
}

fn wait_for(events: &Receiver<(String, String)>, wanted: impl Fn(&str, &str) -> bool) -> String {
    loop {
        let (event, data) = events.recv_timeout(PATIENCE).unwrap();
        if wanted(&event, &data) {
            return data;
        }
    }
}

const FIRST: &str = "content/statements/2006/2006-02-02-first.md";

fn edit(site: &Site, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(site.path().join(path)).unwrap();
    assert!(text.contains(from));
    site.write(path, &text.replace(from, to));
}

#[test]
fn the_site_is_served_under_its_path_and_nothing_else_is() {
    let site = Site::small();
    let server = Server::of(&site, &[]);
    assert!(server.address.ends_with("/archive/"), "{}", server.address);
    let (status, kind, text) = server.get("/archive/");
    assert_eq!((status, kind.as_str()), (200, "text/html; charset=utf-8"));
    assert!(text.contains("<script src=\"/.chronicle/client.js\" data-hash=\""), "{text}");
    assert_eq!(server.get("/").0, 307);
    assert_eq!(server.get("/archive/statements").0, 308);
    assert_eq!(server.get("/archive/statements/2006-02-02-first/index.md").1, "text/plain; charset=utf-8");
    assert_eq!(server.get("/archive/atom.xml").1, "application/atom+xml; charset=utf-8");
    let (status, _, text) = server.get("/archive/nothing/");
    assert_eq!(status, 404);
    assert!(text.contains("/archive/"), "the page for what is not found: {text}");
    for path in [
        "/statements/",
        "/archive/../site.toml",
        "/archive/%2e%2e/site.toml",
        "/archive//etc/passwd",
        "/archive/%2fetc/passwd",
    ] {
        assert_eq!(server.get(path).0, 404, "{path}");
    }
    assert!(!site.path().join("public").exists());
    // On Windows the file has a name, but goes with the server.
    assert!(cfg!(windows) || fs::read_dir(site.path().join(".chronicle")).unwrap().next().is_none());
}

#[test]
fn unknown_hosts_are_refused() {
    let site = Site::small();
    let server = Server::of(&site, &[]);
    let port = server.address.split('/').nth(2).unwrap().rsplit(':').next().unwrap().to_owned();
    for host in ["evil.example", "evil.example:4000", "192.0.2.1", "", "localhost:1", "127.0.0.1:80", "[::1]:65535"] {
        assert_eq!(server.ask("/archive/", Some(host)).0, 403, "{host}");
    }
    for host in ["localhost", "localhost:PORT", "127.0.0.1:PORT", "[::1]:PORT"] {
        let host = host.replace("PORT", &port);
        assert_eq!(server.ask("/archive/", Some(&host)).0, 200, "{host}");
    }
}

#[test]
fn a_port_that_is_taken_is_refused_where_it_was_asked_for() {
    let site = Site::small();
    let server = Server::of(&site, &[]);
    let port = server.address.split(':').nth(2).unwrap().split('/').next().unwrap();
    let ran = crate::support::chronicle(&["serve", "--root", site.path().to_str().unwrap(), "--port", port]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.starts_with(&format!("error: cannot listen at 127.0.0.1:{port}: ")), "{}", ran.stderr);
}

#[test]
fn edits_are_served_and_told() {
    let site = Site::small();
    let server = Server::of(&site, &[]);
    let page = "/archive/statements/2006-02-02-first/";
    let events = server.events();
    assert_eq!(events.recv_timeout(PATIENCE).unwrap(), ("hello".into(), "look".into()));
    assert_eq!(events.recv_timeout(PATIENCE).unwrap(), ("findings".into(), "\"\"".into()));

    edit(&site, FIRST, "What was said.", "What was said in other words.");
    server.until(page, |_, text| text.contains("in other words"));
    wait_for(&events, |event, _| event == "changed");

    // A title is on many pages.
    edit(&site, FIRST, "A first statement", "Another title");
    for path in [page, "/archive/", "/archive/topics/trade/", "/archive/people/ann-lee/", "/archive/years/2006/"] {
        server.until(path, |_, text| text.contains("Another title"));
    }

    // A new file, by an editor that writes beside the file and renames.
    site.write("content/statements/2007/.new.swp", "");
    let second = crate::support::STATEMENT.replace("2006-02-02", "2007-03-04").replace("A first", "A second");
    site.write("second.tmp", &second);
    fs::rename(site.path().join("second.tmp"), site.path().join("content/statements/2007/2007-03-04-second.md"))
        .unwrap();
    server.until("/archive/statements/2007-03-04-second/", |status, _| status == 200);
    server.until(page, |_, text| text.contains("A second statement"));

    // Renamed, then deleted with its folder.
    let folder = site.path().join("content/statements/2007");
    fs::rename(folder.join("2007-03-04-second.md"), folder.join("2007-03-04-renamed.md")).unwrap();
    server.until("/archive/statements/2007-03-04-renamed/", |status, _| status == 200);
    server.until("/archive/statements/2007-03-04-second/", |status, _| status == 404);
    fs::remove_dir_all(&folder).unwrap();
    server.until("/archive/statements/2007-03-04-renamed/", |status, _| status == 404);

    // Templates and settings.
    site.write("templates/prose.html", "{% extends \"theme/prose.html\" %}");
    site.write("content/pages/about.md", "---\ntitle: About\n---\nWho we are.\n");
    server.until("/archive/about/", |_, text| text.contains("Who we are."));
    edit(&site, "site.toml", "Small", "Large");
    server.until("/archive/", |_, text| text.contains("Large"));
}

#[test]
fn whole_folders_come_and_go() {
    let site = Site::small();
    let server = Server::of(&site, &[]);
    let (content, away) = (site.path().join("content"), site.path().join("away"));
    fs::rename(&content, &away).unwrap();
    server.until("/archive/statements/2006-02-02-first/", |status, _| status == 404);
    fs::rename(&away, &content).unwrap();
    server.until("/archive/statements/2006-02-02-first/", |status, _| status == 200);
    // The folder is another one for the system; it is watched all the same.
    edit(&site, FIRST, "What was said.", "What was said later.");
    server.until("/archive/statements/2006-02-02-first/", |_, text| text.contains("said later"));
    site.write("static/new.txt", "new");
    server.until("/archive/new.txt", |_, text| text == "new");
    site.write("static/new.txt", "newer");
    server.until("/archive/new.txt", |_, text| text == "newer");
}

#[test]
fn errors_are_told_and_the_last_good_site_stays() {
    let site = Site::small();
    let server = Server::of(&site, &[]);
    let page = "/archive/statements/2006-02-02-first/";
    let good = server.until(page, |status, _| status == 200);
    let events = server.events();

    edit(&site, FIRST, "date: 2006-02-02", "date: 2006-02-30");
    let told = wait_for(&events, |event, data| event == "findings" && data != "\"\"");
    assert!(told.contains("error[bad-date]") && told.contains("2006-02-30"), "{told}");
    assert_eq!(server.get(page).2, good);

    // Whoever comes later is told as well.
    wait_for(&server.events(), |event, data| event == "findings" && data.contains("bad-date"));

    edit(&site, FIRST, "date: 2006-02-30", "date: 2006-02-02");
    wait_for(&events, |event, data| event == "findings" && data == "\"\"");

    // The same with a template.
    site.write(
        "templates/statement.html",
        "{% extends \"theme/statement.html\" %}{% block main %}{{ nothing.at.all }}{% endblock %}",
    );
    wait_for(&events, |event, data| event == "findings" && data.contains("template-error"));
    assert_eq!(server.get(page).2, good);
    fs::remove_file(site.path().join("templates/statement.html")).unwrap();
    wait_for(&events, |event, data| event == "findings" && data == "\"\"");
    assert_eq!(server.get(page).2, good);
}

#[test]
fn a_page_that_could_not_be_made_is_made_later_with_what_others_show_by_then() {
    let site = Site::small();
    let server = Server::of(&site, &[]);
    let (home, year) = ("/archive/", "/archive/years/2006/");
    server.until(year, |status, text| status == 200 && text.contains("Ann Lee"));
    let events = server.events();

    site.write("templates/year.html", "{{ nothing.at.all }}");
    edit(&site, "content/people/ann-lee.md", "name: Ann Lee", "name: Ann Moss");
    server.until(home, |_, text| text.contains("Ann Moss"));
    wait_for(&events, |event, data| event == "findings" && data.contains("template-error"));

    fs::remove_file(site.path().join("templates/year.html")).unwrap();
    server.until(year, |_, text| text.contains("Ann Moss") && !text.contains("Ann Lee"));
}

#[test]
fn a_site_that_begins_with_errors_is_served_when_they_are_mended() {
    let site = Site::small();
    edit(&site, FIRST, "date: 2006-02-02", "date: never");
    let server = Server::of(&site, &[]);
    let (status, _, text) = server.get("/");
    assert_eq!(status, 503);
    // A browser that asks whether it shows the newest page is told so, or it would load it again and again.
    let hash = server.get("/.chronicle/page?path=/").2;
    assert!(text.contains(&format!("data-hash=\"{hash}\"")), "{hash}: {text}");
    wait_for(&server.events(), |event, data| event == "findings" && data.contains("bad-date"));
    edit(&site, FIRST, "date: never", "date: 2006-02-02");
    server.until("/archive/", |status, _| status == 200);
}

#[test]
fn a_style_sheet_is_swapped_in() {
    let site = Site::small();
    site.write("static/style.css", "body { color: black }\n");
    let server = Server::of(&site, &[]);
    let style = |text: &str| {
        let start = text.find("/archive/style.").unwrap();
        text[start..start + text[start..].find('"').unwrap()].to_owned()
    };
    let before = style(&server.until("/archive/", |status, _| status == 200));
    let events = server.events();
    site.write("static/style.css", "body { color: white }\n");
    let told = wait_for(&events, |event, _| event == "styles");
    let after = style(&server.get("/archive/").2);
    assert_eq!(told, format!("[[\"{before}\",\"{after}\"]]"));
    assert_eq!(server.get(&after).2, "body { color: white }\n");
}

#[test]
fn what_is_served_is_what_is_built() {
    let site = Site::small();
    let server = Server::of(&site, &[]);
    edit(&site, FIRST, "A first statement", "A changed statement");
    server.until("/archive/", |_, text| text.contains("A changed statement"));
    site.build(&[]);
    for (path, bytes) in site.tree() {
        let path = path.to_str().unwrap();
        let (status, _, served) = server.get(&format!("/archive/{path}"));
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let start = served.find("<script src=\"/.chronicle/client.js\"");
        let served = match start {
            Some(start) => {
                let end = start + served[start..].find("</script>").unwrap() + "</script>".len();
                format!("{}{}", &served[..start], &served[end..])
            }
            None => served,
        };
        assert_eq!((status, served), (200, text), "{path}");
    }
}

/// Where the pages are: the files that the process has open, and whether each has a name.
#[cfg(target_os = "linux")]
#[test]
fn pages_are_held_on_the_disk_of_the_site_and_elsewhere_only_in_memory() {
    let open = |server: &Server| -> Vec<String> {
        let files = fs::read_dir(format!("/proc/{}/fd", server.process.id())).unwrap();
        let targets = files.filter_map(|file| fs::read_link(file.unwrap().path()).ok());
        targets.map(|target| target.to_string_lossy().into_owned()).filter(|path| path.ends_with("(deleted)")).collect()
    };
    let site = Site::small();
    let server = Server::of(&site, &[]);
    server.until("/archive/", |status, _| status == 200);
    let below = site.path().canonicalize().unwrap().join(".chronicle/pages");
    let files = open(&server);
    assert!(files.len() == 1 && files[0].starts_with(below.to_str().unwrap()), "{files:?}");
    assert_eq!(fs::read_dir(site.path().join(".chronicle")).unwrap().count(), 0, "it has a name");
    // Where no folder can be made, or a link leads away, pages are served all the same.
    for stands in ["a file", "a link"] {
        let site = Site::small();
        match stands {
            "a file" => site.write(".chronicle", ""),
            _ => std::os::unix::fs::symlink(std::env::temp_dir(), site.path().join(".chronicle")).unwrap(),
        }
        let server = Server::of(&site, &[]);
        server.until("/archive/", |status, _| status == 200);
        assert_eq!(open(&server), [""; 0], "{stands}");
    }
}
