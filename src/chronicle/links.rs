//! Links in texts: from the `.md` path that authors write to the page of the record and an anchor on it.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use super::link_helps::{destination, elsewhere, static_file};
use super::names::is_country;
use super::{Chronicle, PersonId, Record, Verified};
use crate::address::Address;
use crate::diagnostic::{Checked, Code, Diagnostic, Edit, NameKind, Vocabulary, did_you_mean};
use crate::document::Step;
use crate::entry::body::{Body, Destination, TextLink};
use crate::entry::{Head, locate};
use crate::input::{InputId, Inputs, Span};

/// Where a link of a text leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A page of the site, and a place in it.
    Page(Address, Option<String>),
    /// A place on the same page.
    Fragment(String),
    /// A static file of the site.
    File(String),
    /// An address of the site with a query or a place on its page, percent-encoded as it is written in `site.toml`.
    Address(String),
}

/// Why a link leads nowhere.
enum Broken {
    /// What is wrong, and what to do.
    Because(String, Option<String>),
    /// It leads to a record that was left out: one with errors, which were reported, or a draft.
    LeftOut,
}

impl Chronicle {
    /// Resolves a link in the file `from`; none for a broken link, which [`Chronicle::check_links`] reports.
    pub(crate) fn target(&self, inputs: &Inputs, from: InputId, destination: &str) -> Option<Target> {
        self.follow(inputs, from, destination, false).ok()
    }

    /// Resolves a link. Suggestions for a broken one are only searched if `helps`, since that is slow.
    fn follow(&self, inputs: &Inputs, from: InputId, destination: &str, helps: bool) -> Result<Target, Broken> {
        let (path, fragment) = match Destination::of(destination) {
            Destination::Fragment(fragment) => {
                let fragment = decoded(fragment);
                return match self.record_of(from) {
                    Some(record) => {
                        self.has_fragment(record, &fragment, helps).map(|()| Target::Fragment(fragment.into_owned()))
                    }
                    None => Err(Broken::Because("the link leads nowhere".to_owned(), None)),
                };
            }
            Destination::File(path, fragment) => (path, fragment.map(decoded)),
            Destination::Outside | Destination::Refused(_) => {
                return Err(Broken::Because("not a link within the site".to_owned(), None));
            }
        };
        if let Some(file) = path.strip_prefix('/') {
            let name = decoded(file);
            return match inputs.find(&format!("static/{name}")) {
                Some(_) => Ok(Target::File(name.into_owned())),
                None => {
                    let help = match is_record(file) {
                        true => self.help_for_record(inputs, from, file, helps),
                        false => static_file(inputs, file, &name, helps),
                    };
                    Err(Broken::Because(format!("there is no file `static/{file}`"), Some(help)))
                }
            };
        }
        let Some(wanted) = joined(inputs.get(from).path(), &decoded(path)) else {
            let file = path.split_once("/static/").map(|(_, file)| static_file(inputs, file, &decoded(file), helps));
            let is_settings = from == inputs.config();
            let near = || helps.then(|| self.same_file(inputs, &decoded(path))).flatten().filter(|_| is_record(path));
            let near = || near().map(|near| format!("write `{}`", relative(inputs.get(from).path(), &near)));
            // Where settings lead has more forms, which are said where it is known what pages there are.
            let any = || "link to a record by the relative path of its `.md` file".to_owned();
            let help = file.or_else(near).or_else(|| (!is_settings).then(any));
            return Err(Broken::Because(format!("`{path}` leaves the content"), help));
        };
        let Some(input) = inputs.find(&wanted) else {
            let help = elsewhere(path).or_else(|| {
                if is_record(path) {
                    let near = helps.then(|| self.nearest_file(inputs, &wanted)).flatten();
                    return near.map(|near| format!("write `{}`", relative(inputs.get(from).path(), &near)));
                }
                let name = path.rsplit('/').next().unwrap_or(path);
                Some(static_file(inputs, name, &decoded(name), helps))
            });
            return Err(Broken::Because(format!("there is no file `{wanted}`"), help));
        };
        let Some(record) = self.record_of(input) else {
            if self.left_out.contains(&input) {
                return Err(Broken::LeftOut);
            }
            let name = path.rsplit('/').next().unwrap_or(path);
            let help =
                (!is_record(path)).then(|| format!("move the file to `static/{}`, and write `/{name}`", decoded(name)));
            return Err(Broken::Because(format!("`{wanted}` has no page"), help));
        };
        let Some(address) = self.address(record) else {
            if self.lacks_statements {
                return Err(Broken::LeftOut);
            }
            return Err(Broken::Because(format!("`{wanted}` has no page: no statement uses it"), None));
        };
        if let Some(fragment) = &fragment {
            self.has_fragment(record, fragment, helps)?;
        }
        Ok(Target::Page(address, fragment.map(Cow::into_owned)))
    }

    /// The help for an address on the site that is none of a static file: the path of the record, where its name is known.
    fn help_for_record(&self, inputs: &Inputs, from: InputId, file: &str, helps: bool) -> String {
        let same = helps.then(|| self.same_file(inputs, &decoded(file))).flatten();
        same.map_or_else(
            || "link to a record by the relative path of its `.md` file".to_owned(),
            |path| format!("write `{}`", relative(inputs.get(from).path(), &path)),
        )
    }

    /// The edit that points the link at `span` to the only record of this file name, which is in another folder. None
    /// for reference links, and where the destination occurs more than once.
    fn moved(&self, inputs: &Inputs, span: Span, destination: &str) -> Option<Edit> {
        let Destination::File(path, _) = Destination::of(destination) else { return None };
        let wanted = joined(inputs.get(span.input).path(), &decoded(path))?;
        let name = wanted.rsplit('/').next().filter(|name| name.ends_with(".md"))?;
        if path.starts_with('/') || inputs.find(&wanted).is_some() {
            return None;
        }
        let paths = inputs.under("content/").map(|(_, file)| file.path());
        let mut same = paths.filter(|path| path.rsplit('/').next() == Some(name));
        let right = relative(inputs.get(span.input).path(), same.next().filter(|_| same.next().is_none())?);
        let bytes = inputs.bytes(span.input).ok()?;
        let raw = std::str::from_utf8(&bytes).ok()?.get(span.range())?;
        let written = format!("]({path}");
        let mut places = raw.match_indices(&written).map(|(at, _)| at + 2);
        let start = span.start as usize + places.next().filter(|_| places.next().is_none())?;
        Some(Edit { span: Span::new(span.input, start..start + path.len()), text: right })
    }

    /// Whether the page of a record has a heading or, that of a statement, a quotation with this anchor.
    fn has_fragment(&self, record: Record, fragment: &str, helps: bool) -> Result<(), Broken> {
        let anchors: &[u32] = if let Record::Statement(id) = record { &self[id].anchors } else { &[] };
        let number = fragment.strip_prefix('q').and_then(|number| number.parse::<u32>().ok());
        let is_quotation =
            number.is_some_and(|number| anchors.contains(&number) && fragment[1..] == number.to_string());
        let headings = self.head(record).body.headings.iter().map(|heading| &**heading);
        if is_quotation || headings.clone().any(|known| known == fragment) {
            return Ok(());
        }
        // Another number is that of other words.
        let helps = helps && headings.len() + anchors.len() <= SUGGESTED_FROM && number.is_none();
        let known = Vocabulary::of_names(headings.filter(|_| helps), NameKind::Things, is_country);
        let help = known.nearest(fragment).map(|near| format!("write `#{}`", near.word));
        Err(Broken::Because(format!("there is no heading or quotation `#{fragment}`"), help))
    }
}

impl Chronicle {
    /// Reports broken links in all texts. `verified` is the cache of the previous run; the new one is returned.
    pub(crate) fn check_links(&self, inputs: &Inputs, verified: &Verified) -> Checked<Verified> {
        let records: Vec<Record> = self.records().collect();
        let places = self.places_to_link_to(inputs, &records);
        let one = |record: Record| {
            let Head { input, hash: text, .. } = self.head(record);
            let mut hash = Xxh3::new();
            (places, text, inputs.get(input).path()).hash(&mut hash);
            let key = hash.finish();
            let findings = if verified.has(key) { Vec::new() } else { check_record(self, inputs, record) };
            (key, findings)
        };
        let checked: Vec<(u64, Vec<Diagnostic>)> = records.into_par_iter().map(one).collect();
        let value = checked.iter().filter(|(_, findings)| findings.is_empty()).map(|(key, _)| *key).collect();
        Checked { value, findings: checked.into_iter().flat_map(|(_, findings)| findings).collect() }
    }

    /// Findings about a text that is a value in the file of a record, with its broken links. Their places are those within the
    /// text.
    fn check_text(&self, inputs: &Inputs, input: InputId, text: &str) -> Vec<Diagnostic> {
        let facts = Body::parse(input, text, 0..text.len(), None);
        let broken = broken(self, inputs, input, &facts.value.links);
        facts.findings.into_iter().chain(broken).collect()
    }

    /// The finding for a link in the file `input` that leads nowhere.
    pub(crate) fn check_link(&self, inputs: &Inputs, input: InputId, target: &str) -> Option<Diagnostic> {
        let link = TextLink { target: target.into(), range: (0, 0), is_image: false };
        broken(self, inputs, input, &[link]).pop()
    }

    /// A fingerprint of all link targets: the pages of records with their anchors, and static files.
    fn places_to_link_to(&self, inputs: &Inputs, records: &[Record]) -> u64 {
        let one = |record: &Record| {
            let Head { input, body, .. } = self.head(*record);
            let mut hash = Xxh3::new();
            let anchors: &[u32] = if let Record::Statement(id) = record { &self[*id].anchors } else { &[] };
            let has_page = record.subject().is_none() || self.address(*record).is_some();
            (inputs.get(input).path(), has_page, &body.headings, anchors).hash(&mut hash);
            hash.finish()
        };
        let records: Vec<u64> = records.par_iter().map(one).collect();
        let mut hash = Xxh3::new();
        (records, &self.left_out, self.lacks_statements).hash(&mut hash);
        inputs.under("static/").for_each(|(_, file)| file.path().hash(&mut hash));
        // Also files that are not records, for which the message differs.
        inputs.under("content/").count().hash(&mut hash);
        hash.finish()
    }
}

/// The most anchors of a page that are searched for a suggestion.
const SUGGESTED_FROM: usize = 3000;

/// The most broken links of a file that get suggestions; further ones are not shown one by one.
const HELPED: usize = 100;

fn check_record(chronicle: &Chronicle, inputs: &Inputs, record: Record) -> Vec<Diagnostic> {
    let Head { input, body, .. } = chronicle.head(record);
    let mut findings = broken(chronicle, inputs, input, &body.links);
    if let Record::Person(id) = record {
        findings.extend(missing_portrait(chronicle, inputs, id));
    }
    let Record::Statement(id) = record else { return findings };
    if let Some(context) = &chronicle[id].entry.fields.context {
        let found = chronicle.check_text(inputs, input, context);
        if !found.is_empty() {
            let span = locate(inputs, input, &[Step::Key("context")]);
            findings.extend(found.into_iter().map(|finding| finding.moved(span)));
        }
    }
    findings
}

/// The finding about a portrait that is not there.
fn missing_portrait(chronicle: &Chronicle, inputs: &Inputs, id: PersonId) -> Option<Diagnostic> {
    let entry = &chronicle[id].entry;
    let (file, more) = entry.fields.portrait()?;
    if inputs.find(&format!("static/{}", file.as_str())).is_some() {
        return None;
    }
    let path: &[Step<'_>] =
        if more.is_some() { &[Step::Key("portrait"), Step::Key("file")] } else { &[Step::Key("portrait")] };
    let kept = inputs.under("static/").filter_map(|(_, kept)| kept.path().strip_prefix("static/"));
    let help = did_you_mean(file.as_str(), kept).unwrap_or_else(|| "add the file, or remove this line".to_owned());
    let message = format!("there is no file `static/{}`", file.as_str());
    Some(Diagnostic::error(Code::BrokenLink, locate(inputs, entry.input, path), message).help(Some(help)))
}

/// The links of a file that lead nowhere.
fn broken(chronicle: &Chronicle, inputs: &Inputs, input: InputId, links: &[TextLink]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for link in links {
        let helps = findings.len() < HELPED;
        if let Err(Broken::Because(message, help)) = chronicle.follow(inputs, input, &link.target, helps) {
            let span = Span { input, start: link.range.0, end: link.range.1 };
            let fix = if helps { chronicle.moved(inputs, span, &link.target) } else { None };
            findings.push(Diagnostic::error(Code::BrokenLink, span, message).help(help).fixes(fix));
        }
    }
    findings
}

/// Whether a path can be meant as one of a record.
fn is_record(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((_, end)) => {
            let end = end.to_ascii_lowercase();
            end.len() > 5 || end.is_empty() || matches!(end.as_str(), "md" | "html" | "htm") || !end.is_ascii()
        }
        None => true,
    }
}

/// Resolves the path `relative` against the file `from`; none where it leaves `content/`.
fn joined(from: &str, relative: &str) -> Option<String> {
    let mut path = String::with_capacity(from.len() + relative.len());
    path.push_str(from);
    // The folder of the file.
    path.truncate(path.rfind('/').unwrap_or_default());
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." if path.is_empty() => return None,
            ".." => path.truncate(path.rfind('/').unwrap_or_default()),
            part => {
                if !path.is_empty() {
                    path.push('/');
                }
                path.push_str(part);
            }
        }
    }
    (path == "content" || path.starts_with("content/")).then_some(path)
}

/// How the file `from` names the file `to`.
fn relative(from: &str, to: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count().min(to.len() - 1);
    let up = "../".repeat(from.len() - 1 - shared.min(from.len() - 1));
    format!("{up}{}", destination(&to[shared..].join("/")))
}

/// A percent-decoded destination.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text.as_bytes());
    while let Some((first, tail)) = rest.split_first() {
        let hex = tail.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::{decoded, joined, relative};

    #[test]
    fn paths_between_files() {
        let from = "content/statements/2023/a.md";
        assert_eq!(joined(from, "b.md").as_deref(), Some("content/statements/2023/b.md"));
        assert_eq!(joined(from, "../2006/b.md").as_deref(), Some("content/statements/2006/b.md"));
        assert_eq!(joined(from, "../../../site.toml"), None);
        assert_eq!(joined(from, "../../../../../x"), None);
        assert_eq!(relative(from, "content/statements/2006/b.md"), "../2006/b.md");
        assert_eq!(relative(from, "content/statements/2023/b.md"), "b.md");
        assert_eq!(relative(from, "content/people/b.md"), "../../people/b.md");
    }

    #[test]
    fn escapes_are_undone() {
        assert_eq!(decoded("a%20b%"), "a b%");
        assert_eq!(decoded("%d1%8f"), "я");
    }
}
