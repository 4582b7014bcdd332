//! The questions that a new statement needs answered.

use super::super::ask::{Ask, date};
use super::super::{Proposal, Site, authority};
use super::{Arguments, speaker};
use crate::chronicle::Lookup;
use crate::draft::AuthorityDraft;
use crate::entry::Kind;
use crate::entry::country::Country;
use values::{countries, fidelity, kind, optional, source, title};

mod values;

/// More known names than this are not shown with a question; Tab completes them.
const SHOWN: usize = 12;

/// Asks for what is needed and was not given. Records of people and topics that are not known yet are proposed, too.
pub(super) fn ask(arguments: &mut Arguments, site: &Site, terminal: &mut dyn Ask) -> Result<Proposal, String> {
    let mut proposal = Proposal::default();
    terminal.tell("Tab completes known names; Ctrl-C stops, and nothing is written.");
    if arguments.speakers.is_empty() {
        arguments.speakers =
            records(Kind::Person, "Who said it (person, organization or country code)", site, terminal, &mut proposal)?;
    }
    if arguments.date.is_none() {
        arguments.date = Some(date(terminal, "When was it said")?);
    }
    if arguments.title.is_none() {
        arguments.title = Some(title(terminal)?);
    }
    if arguments.topics.is_empty() {
        arguments.topics = records(Kind::Topic, "On which topic", site, terminal, &mut proposal)?;
    }
    if arguments.event.is_none() {
        let known = names(site, Kind::Event);
        arguments.event = optional(terminal, "On which occasion (may be left empty)", &known)?;
    }
    if arguments.place.is_none() {
        let known = names(site, Kind::Place);
        arguments.place = optional(terminal, "Where (may be left empty)", &known)?;
    }
    if arguments.countries.is_empty() {
        arguments.countries = countries(terminal)?;
    }
    if arguments.fidelity.is_none() {
        arguments.fidelity = Some(fidelity(terminal)?);
    }
    if arguments.kind.is_none() {
        arguments.kind = kind(terminal)?;
    }
    if arguments.missing().contains(&"--source") {
        let known = names(site, Kind::Organization);
        source(arguments, &known, terminal)?;
    }
    if arguments.quotes.is_empty() && arguments.text.is_none() {
        arguments.text = optional(terminal, "What was said, in your own neutral words (may be left for later)", &[])?;
        let question = "Words of the speaker, exactly as the source has them (may be left for later)";
        arguments.quotes.extend(optional(terminal, question, &[])?);
    }
    Ok(proposal)
}

fn names(site: &Site, kind: Kind) -> Vec<String> {
    let known = site.chronicle.record_names(kind).into_iter();
    known.flat_map(|one| one.names).map(str::to_owned).collect()
}

/// Asks for one record or more; offers to make those that are not known.
fn records(
    kind: Kind,
    question: &str,
    site: &Site,
    terminal: &mut dyn Ask,
    proposal: &mut Proposal,
) -> Result<Vec<String>, String> {
    let mut names = names(site, kind);
    if kind == Kind::Person {
        names.extend(self::names(site, Kind::Organization));
    }
    let known = site.chronicle.record_names(kind);
    let first: Vec<&str> = known.iter().filter_map(|one| one.names.first().copied()).collect();
    if !first.is_empty() && first.len() <= SHOWN {
        terminal.tell(&format!("known {}: {}", kind.plural(), first.join(", ")));
    }
    let mut found: Vec<String> = Vec::new();
    loop {
        let more = format!("Another {} (may be left empty)", kind.noun());
        let answer = terminal.line(if found.is_empty() { question } else { &more }, &names)?;
        if answer.is_empty() && !found.is_empty() {
            return Ok(found);
        }
        let id = record(kind, &answer, &names, site, terminal, proposal)?;
        found.extend(id.filter(|id| !found.contains(id)));
    }
}

/// The id that an answer stands for; none where it has to be asked again.
fn record(
    kind: Kind,
    answer: &str,
    names: &[String],
    site: &Site,
    terminal: &mut dyn Ask,
    proposal: &mut Proposal,
) -> Result<Option<String>, String> {
    if answer.is_empty() {
        terminal.tell(&format!("a statement needs a {}", kind.noun()));
        return Ok(None);
    }
    let new = AuthorityDraft { name: answer.to_owned(), ..AuthorityDraft::default() };
    let suggested = new.suggested_id(kind);
    if let Some(id) = suggested.as_ref().filter(|id| proposal.ids().iter().any(|new| new == id.as_str())) {
        return Ok(Some(id.to_string()));
    }
    if kind == Kind::Person {
        // Bodies and states speak, too; what may be one of several is not guessed at.
        let found = speaker::found(answer, site, &proposal.ids());
        match found.as_ref().map(speaker::in_words) {
            Ok(word) => return Ok(Some(word)),
            Err(reason) if matches!(site.chronicle.look_up(kind, answer), Lookup::One(_)) => {
                terminal.tell(reason);
                return Ok(None);
            }
            Err(reason) if Country::named(answer).is_some() => {
                terminal.tell(reason);
                return Ok(None);
            }
            Err(_) => {}
        }
    }
    let help = match site.chronicle.look_up(kind, answer) {
        Lookup::One(id) => return Ok(Some(id.to_string())),
        Lookup::Several(_) => {
            terminal.tell(&site.id(kind, answer).err().unwrap_or_default());
            return Ok(None);
        }
        Lookup::Nothing(help) => help,
    };
    let typed = answer.to_lowercase();
    let mut near: Vec<&str> =
        names.iter().filter(|name| name.to_lowercase().contains(&typed)).map(String::as_str).collect();
    near.sort_unstable();
    near.dedup();
    let near = if near.is_empty() { help.unwrap_or_default() } else { near[..near.len().min(SHOWN)].join(", ") };
    let known = if near.is_empty() { String::new() } else { format!("; near: {near}") };
    terminal.tell(&format!("no {} is called `{answer}`{known}", kind.noun()));
    if !terminal.confirm(&format!("Make a record for the {} `{answer}`?", kind.noun()))? {
        return Ok(None);
    }
    match authority::propose(&new, kind, suggested.clone()) {
        Ok(made) => {
            proposal.files.extend(made.files);
            Ok(suggested.map(|id| id.to_string()))
        }
        Err(reasons) => {
            terminal.tell(&reasons.join("; "));
            Ok(None)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::super::ask::tests::Script;
    use super::super::{Arguments, complete};
    use super::{Site, ask};

    fn site() -> (tempfile::TempDir, Site) {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in [
            ("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/\"\n"),
            ("content/people/ann-lee.md", "---\nname: Ann Lee\nnames: [A. Lee]\n---\n"),
            ("content/people/arthur-lee.md", "---\nname: Arthur Lee\nnames: [A. Lee]\n---\n"),
            ("content/topics/trade.md", "---\nlabel: Trade\n---\n"),
        ] {
            let file = folder.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        let site = Site::open(folder.path().to_path_buf()).unwrap();
        (folder, site)
    }

    #[test]
    fn asks_until_each_answer_will_do() {
        let (_folder, site) = site();
        let (speakers, headline) = ("|lee|n|A. Lee|ann lee|Wang Yi|y|", "yesterday|1 March 2006||On trade");
        let (subjects, kind) = ("Fish|y|Fish|trade||Trade talks|Geneva", "quoted|reported|essay|speech");
        let countries = "Korea|france|FR|ch|";
        let rest = "example.com|||Report|Daily|soon|2006-03-02||Yes.";
        let mut script = Script::new(&[speakers, headline, subjects, countries, kind, rest].join("|"));
        let mut arguments = Arguments::default();
        let proposal = ask(&mut arguments, &site, &mut script).unwrap();
        assert_eq!(script.answers.next(), None);
        let paths: Vec<&str> = proposal.files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["content/people/wang-yi.md", "content/topics/fish.md"]);
        let whole = complete(arguments, proposal, &site).unwrap();
        let (path, text) = whole.files.last().unwrap();
        assert_eq!(path, "content/statements/2006/2006-03-01-on-trade.md");
        assert_eq!(
            String::from_utf8_lossy(text),
            "---\ntitle: On trade\ndate: 2006-03-01\nspeakers: [ann-lee, wang-yi]\ntopics: [fish, trade]\n\
             fidelity: reported\nkind: speech\nevent: Trade talks\nplace: Geneva\ncountries: [FR, CH]\nsources:\n  - title: Report\n    publisher: Daily\n    \
             date: 2006-03-02\n---\n> Yes.\n"
        );
        let expected = [
            "Tab completes known names; Ctrl-C stops, and nothing is written.",
            "known people: Ann Lee, Arthur Lee",
            "a statement needs a person",
            "no person is called `lee`; near: A. Lee, Ann Lee, Arthur Lee",
            "several people are called `A. Lee`: write the id: `ann-lee` or `arthur-lee`",
            "no person is called `Wang Yi`",
            "`yesterday` is not an EDTF date: write a date as `2006-02-02`, `2006-02` or `2006`",
            "a statement needs a headline",
            "known topics: Trade",
            "no topic is called `Fish`",
            "`Korea` is not an ISO 3166-1 alpha-2 country code: write the code of the one that is meant: `KP` (North Korea) or `KR` (South Korea)",
            "`quoted` is none of them",
            "`essay` is none of them",
            "write it in full: `https://example.org/…`",
            "a source without an address needs its title and its publisher",
            "`soon` is not a date: write `2006-02-02`",
        ];
        assert_eq!(script.told, expected);
    }

    #[test]
    fn a_source_with_an_address_may_have_a_publisher() {
        let (_folder, site) = site();
        let given = |answers: &str| {
            let mut arguments = Arguments {
                speakers: vec!["ann-lee".into()],
                date: Some("2006".parse().unwrap()),
                title: Some("On trade".into()),
                topics: vec!["trade".into()],
                text: Some("Words.".into()),
                ..Arguments::default()
            };
            ask(&mut arguments, &site, &mut Script::new(answers)).unwrap();
            (
                arguments.sources,
                arguments.publisher,
                arguments.kind.is_some(),
                arguments.place,
                arguments.countries.len(),
            )
        };
        let url = "https://example.org/1";
        assert_eq!(
            given(&format!("||||reported||{url}|Daily")),
            (vec![url.into()], Some("Daily".into()), false, None, 0)
        );
        assert_eq!(given(&format!("||||reported||{url}|")).1, None);
    }

    #[test]
    fn only_what_is_missing_is_asked() {
        let (_folder, site) = site();
        let mut arguments = Arguments {
            speakers: vec!["ann-lee".into()],
            title: Some("On trade".into()),
            topics: vec!["trade".into()],
            event: Some("Talks".into()),
            place: Some("Geneva".into()),
            countries: vec!["CH".parse().unwrap()],
            kind: Some(crate::entry::statement::Kind::Speech),
            sources: vec!["https://example.com/".into()],
            quotes: vec!["Yes.".into()],
            ..Arguments::default()
        };
        let mut script = Script::new("2006-03|summary");
        ask(&mut arguments, &site, &mut script).unwrap();
        assert!(arguments.missing().is_empty() && script.answers.next().is_none());
        let closed = ask(&mut Arguments::default(), &site, &mut Script::new(""));
        assert_eq!(closed.err().as_deref(), Some("no answer to: Who said it (person, organization or country code)"));
    }
}
