//! `chronicle new statement`: from flags, from answers, or from a pasted text.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::{Proposal, Site, ask};
use crate::draft::{Block, Source, Speaker, StatementDraft};
use crate::entry::Kind;
use crate::entry::country::Country;
use crate::entry::date::Date;
use crate::entry::id::Id;
use crate::entry::position::Position;
use crate::entry::statement::{self as words, Fidelity};
use crate::language::Language;

pub(super) mod pasted;
pub(super) mod questions;
mod speaker;

/// Write a new statement
///
/// What is needed and not given is asked for on a terminal. With `--from`, a draft is made from the text of a report or
/// transcript, and what it does not say is marked `FIXME(…)`.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Arguments {
    /// Neutral headline in your own words, at most 120 characters
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// When it was said: `2006-02-02`, `2006-02`, `2006` or another EDTF date
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    date: Option<Date>,
    /// Who said it: id or name of a person, or of an organization that speaks as one, or the code of a country; may be
    /// given several times. `organization:` or `country:` before it says which is meant
    #[arg(long = "speaker", value_name = "SPEAKER")]
    speakers: Vec<String>,
    /// Subject heading: id, label or synonym of a topic; may be given several times
    #[arg(long = "topic", value_name = "TOPIC")]
    topics: Vec<String>,
    /// What kind of record this is
    #[arg(long, value_name = "WORD", value_parser = fidelity())]
    fidelity: Option<Fidelity>,
    /// Address of a source; may be given several times
    #[arg(long = "source", value_name = "URL")]
    sources: Vec<String>,
    /// Title of the (first) source, as printed
    #[arg(long, value_name = "TEXT")]
    source_title: Option<String>,
    /// Who published the (first) source
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// When the (first) source was published
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    published: Option<Date>,
    /// Words of the speaker, exactly as the source has them; may be given several times
    #[arg(long = "quote", value_name = "WORDS")]
    quotes: Vec<String>,
    /// What was said in your own neutral words, in Markdown
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    /// The speaker's name as the source prints it
    #[arg(long, value_name = "NAME")]
    attributed_as: Option<String>,
    /// Genre
    #[arg(long, value_name = "WORD", value_parser = kind())]
    kind: Option<words::Kind>,
    /// The occasion: an event's id or name, or a text
    #[arg(long, value_name = "EVENT")]
    event: Option<String>,
    /// Where it stands among the statements of the event, as the transcript has them: 1, 2, 3, …
    #[arg(long, value_name = "NUMBER")]
    position: Option<Position>,
    /// Where: a place's id or name, or a text
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    /// To whom: a person, organization or country code; may be given several times
    #[arg(long = "audience", value_name = "NAME")]
    audience: Vec<String>,
    /// Country spoken about: an ISO 3166-1 alpha-2 code; may be given several times
    #[arg(long = "country", value_name = "CODE", value_parser = super::country)]
    countries: Vec<Country>,
    /// Body spoken about: id or name of an organization; may be given several times
    #[arg(long = "organization", value_name = "ORGANIZATION")]
    organizations: Vec<String>,
    /// Language of the text, where it is not the site's: a BCP 47 tag
    #[arg(long, value_name = "TAG", value_parser = super::language)]
    language: Option<Language>,
    /// Abstract in one or two sentences
    #[arg(long, value_name = "TEXT")]
    summary: Option<String>,
    /// Make a draft from this text of a report or transcript, `-` for standard input, and keep the text under
    /// `content/sources/`
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// Of a transcript, make one draft for each person on record who speaks in it
    #[arg(long, requires = "from", conflicts_with_all = ["speakers", "id", "quotes"])]
    all_speakers: bool,
    /// The id, in place of the one that date and title suggest
    #[arg(long, value_parser = super::id)]
    id: Option<Id>,
}

fn fidelity() -> impl TypedValueParser<Value = Fidelity> {
    let words = PossibleValuesParser::new(Fidelity::ALL.iter().map(|value| value.word()));
    words.try_map(|word| Fidelity::from_word(&word).ok_or("no such word"))
}

fn kind() -> impl TypedValueParser<Value = words::Kind> {
    let words = PossibleValuesParser::new(words::Kind::ALL.iter().map(|value| value.word()));
    words.try_map(|word| words::Kind::from_word(&word).ok_or("no such word"))
}

/// The files of a new statement.
///
/// # Errors
/// Everything that is wrong with what was given.
pub(super) fn propose(mut arguments: Arguments, site: &Site) -> Result<Proposal, Vec<String>> {
    let mut proposal = Proposal::default();
    if arguments.from.is_none() && !arguments.missing().is_empty() {
        match ask::terminal() {
            Some(mut terminal) => {
                proposal = questions::ask(&mut arguments, site, &mut terminal).map_err(|reason| vec![reason])?;
            }
            None => {
                let missing: Vec<String> = arguments.missing().iter().map(|flag| format!("`{flag}`")).collect();
                let (are, them) = if missing.len() > 1 { ("are", "them") } else { ("is", "it") };
                let missing = missing.join(", ");
                return Err(vec![format!(
                    "{missing} {are} missing: give {them}, or run this on a terminal to be asked"
                )]);
            }
        }
    }
    complete(arguments, proposal, site)
}

/// Adds the statement to the records that are proposed with it.
fn complete(arguments: Arguments, mut proposal: Proposal, site: &Site) -> Result<Proposal, Vec<String>> {
    let id = arguments.id.clone();
    let from = arguments.from.clone();
    let (all, new) = (arguments.all_speakers, proposal.ids());
    let known = arguments.known(site, &new)?;
    let Some(file) = from else {
        add(known, None, None, id, &mut proposal)?;
        return Ok(proposal);
    };
    let text = pasted::PastedText::read(&file, site)?;
    let speakers: Vec<Vec<Speaker>> = match all {
        true => text.speakers(site)?.into_iter().map(|speaker| vec![Speaker::Person(speaker)]).collect(),
        false => vec![known.speakers.clone()],
    };
    for (number, speakers) in (1..).zip(speakers) {
        let draft = pasted::draft(&text, StatementDraft { speakers: speakers.clone(), ..known.clone() }, site)?;
        let mut statement = draft.statement;
        let mut id = id.clone();
        if let (true, [Speaker::Person(speaker)]) = (all, speakers.as_slice()) {
            // What they said on one occasion has one event, and each a place in it and a file that is named by them.
            statement.position = Position::new(number);
            statement.event = statement.event.or_else(|| statement.sources.first()?.title.clone());
            let title = statement.title.clone().or_else(|| draft.headline.clone()).unwrap_or_default();
            let suggested = statement.suggested_id(draft.published, &title);
            id = suggested.and_then(|id| Id::new(&format!("{id}-{speaker}")).ok());
            proposal.notes.extend(draft.notes.iter().map(|note| format!("{speaker}: {note}")));
        } else {
            proposal.notes.extend(draft.notes);
        }
        let is_new = |(path, _): &(String, Vec<u8>)| proposal.files.iter().all(|(other, _)| other != path);
        let kept = draft.kept.filter(is_new);
        proposal.files.extend(kept);
        add(statement, draft.published, draft.headline, id, &mut proposal)?;
    }
    Ok(proposal)
}

/// Adds the file of a statement.
fn add(
    mut statement: StatementDraft,
    published: Option<Date>,
    headline: Option<String>,
    id: Option<Id>,
    proposal: &mut Proposal,
) -> Result<(), Vec<String>> {
    if statement.body.is_empty() && statement.summary.is_none() {
        let what = "what was said, in your own neutral words; the speaker's own as a block quotation";
        statement.body.push(Block::Missing(what.to_owned()));
    }
    let title = statement.title.clone().or(headline);
    let suggested = || statement.suggested_id(published, title.as_deref().unwrap_or_default());
    let Some(id) = id.or_else(suggested) else {
        let missing = if statement.date.or(published).is_none() { "--date" } else { "--id" };
        return Err(vec![format!("there is nothing to name the file by: give `{missing}`")]);
    };
    let year = id.as_str().split('-').next().filter(|year| year.len() == 4);
    let folder = year.map_or_else(String::new, |year| format!("{year}/"));
    let path = format!("content/{}/{folder}{id}.md", Kind::Statement.folder());
    proposal.files.push((path, statement.text().into_bytes()));
    Ok(())
}

/// A person or organization by its id; anything else as it is, for the parser to judge.
fn audience(word: &str, site: &Site) -> String {
    let person = site.id_or_text(Kind::Person, word);
    if person == word { site.id_or_text(Kind::Organization, word) } else { person }
}

impl Arguments {
    /// The flags that are needed and were not given.
    fn missing(&self) -> Vec<&'static str> {
        let has_source = !self.sources.is_empty() || self.source_title.is_some() && self.publisher.is_some();
        [
            ("--title", self.title.is_some()),
            ("--date", self.date.is_some()),
            ("--speaker", !self.speakers.is_empty()),
            ("--topic", !self.topics.is_empty()),
            ("--fidelity", self.fidelity.is_some()),
            ("--source", has_source),
        ]
        .into_iter()
        .filter(|(_, given)| !given)
        .map(|(flag, _)| flag)
        .collect()
    }

    /// What the flags say, each name resolved; `new` are ids of records that are made with this one.
    fn known(self, site: &Site, new: &[String]) -> Result<StatementDraft, Vec<String>> {
        let mut reasons = Vec::new();
        let speaker = |word: &String| speaker::found(word, site, new).map_err(|reason| format!("--speaker: {reason}"));
        let speakers: Vec<Speaker> =
            self.speakers.iter().filter_map(|word| speaker(word).map_err(|reason| reasons.push(reason)).ok()).collect();
        let mut ids = |kind: Kind, flag: &str, given: &[String]| -> Vec<String> {
            let id = |word: &String| match new.contains(word) {
                true => Ok(word.clone()),
                false => site.flag(kind, flag, word),
            };
            given.iter().filter_map(|word| id(word).map_err(|reason| reasons.push(reason)).ok()).collect()
        };
        let topics = ids(Kind::Topic, "--topic", &self.topics);
        let organizations = ids(Kind::Organization, "--organization", &self.organizations);
        if !reasons.is_empty() {
            return Err(reasons);
        }
        let mut body: Vec<Block> = self.text.into_iter().map(Block::Own).collect();
        body.extend(self.quotes.into_iter().map(|words| {
            Block::Quotation(
                words.split("\n\n").map(|words| words.split_whitespace().collect::<Vec<_>>().join(" ")).collect(),
            )
        }));
        let mut urls = self.sources.into_iter();
        let mut sources = Vec::new();
        let first = Source {
            url: urls.next(),
            title: self.source_title,
            publisher: self.publisher,
            date: self.published,
            ..Source::default()
        };
        if first.url.is_some() || first.title.is_some() || first.publisher.is_some() || first.date.is_some() {
            sources.push(first);
        }
        sources.extend(urls.map(|url| Source { url: Some(url), ..Source::default() }));
        Ok(StatementDraft {
            title: self.title,
            date: self.date,
            speakers,
            attributed_as: self.attributed_as,
            topics,
            fidelity: self.fidelity,
            kind: self.kind,
            event: self.event.map(|word| site.id_or_text(Kind::Event, &word)),
            position: self.position,
            place: self.place.map(|word| site.id_or_text(Kind::Place, &word)),
            audience: self.audience.iter().map(|word| audience(word, site)).collect(),
            countries: self.countries,
            organizations,
            language: self.language,
            summary: self.summary,
            sources,
            body,
        })
    }
}
