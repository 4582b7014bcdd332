//! What is known of a new site: by flags, by answers on a terminal, by a `site.toml` that is there already, or not at all.

use clap::ValueEnum;

use super::host::{Host, License};
use super::text::{fault_of_title, is_unseen};
use crate::address::{deceit_of_link, is_web_url};
use crate::cli::new::ask::Ask;
use crate::config::{BaseUrl, Config};
use crate::entry::has_no_width;
use crate::language::Language;

/// What can be said of the site on the command line.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct Wishes {
    /// The name of the chronicle
    #[arg(long, value_name = "TEXT", value_parser = title)]
    pub(super) title: Option<String>,
    /// Its language, as a BCP 47 tag
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub(super) language: Option<Language>,
    /// The address that the site will be published at, with its path if it has one
    #[arg(long, value_name = "URL", value_parser = address)]
    pub(super) address: Option<String>,
    /// Where it will be published
    #[arg(long, value_name = "HOST")]
    pub(super) host: Option<Host>,
    /// The address of its repository, such as `https://github.com/owner/name`
    #[arg(long, value_name = "URL", value_parser = repository)]
    pub(super) repository: Option<String>,
    /// The licence of the editors' words
    #[arg(long, value_name = "LICENCE")]
    pub(super) license: Option<License>,
}

/// What is known of a site.
#[derive(Debug)]
pub(super) struct Answers {
    pub(super) title: String,
    pub(super) language: Language,
    pub(super) address: String,
    pub(super) host: Host,
    pub(super) repository: Option<String>,
    /// The licence that the files name.
    pub(super) license: Option<License>,
    /// Whether `site.toml` names a licence, be it one of those or another.
    pub(super) is_licensed: bool,
    /// The branch that the site is published from, where it is known and not called `main`.
    pub(super) branch: Option<String>,
    /// What the ids of feeds begin with, where the address is known.
    pub(super) id_base: Option<String>,
    /// What nobody said, and has to be set in `site.toml`.
    pub(super) to_set: Vec<&'static str>,
}

impl Wishes {
    /// What the settings of a site decide, whose `site.toml` stays as it is.
    ///
    /// # Errors
    /// Where an option says something that `site.toml` says.
    pub(super) fn beside(self, settings: &Config) -> Result<Answers, String> {
        let given = [
            ("--title", self.title.is_some()),
            ("--language", self.language.is_some()),
            ("--address", self.address.is_some()),
            ("--repository", self.repository.is_some()),
            // A licence of another name beside it would say that there are two.
            ("--license", self.license.is_some() && settings.license.is_some()),
        ];
        if let Some((option, _)) = given.into_iter().find(|(_, is_given)| *is_given) {
            return Err(format!("`site.toml` is there already, and stays as it is: leave `{option}` out"));
        }
        let license = settings.license.as_ref();
        Ok(Answers {
            title: settings.title.as_str().to_owned(),
            language: settings.language.clone(),
            address: format!("{}{}/", settings.base_url.origin(), settings.base_url.path()),
            host: self.host.unwrap_or_default(),
            repository: settings.repository.as_ref().map(|address| address.as_str().trim_end_matches('/').to_owned()),
            license: license.map_or(self.license, |license| License::at(license.url.as_str())),
            is_licensed: license.is_some(),
            branch: None,
            id_base: None,
            to_set: Vec::new(),
        })
    }

    /// Asks for what was not said.
    ///
    /// # Errors
    /// Where no answer comes.
    pub(super) fn ask(mut self, terminal: &mut dyn Ask) -> Result<Wishes, String> {
        let mut until = |question: &str, known: &[String], read: &mut dyn FnMut(&str) -> Result<(), String>| loop {
            let answer = terminal.line(question, known)?;
            if answer.is_empty() {
                return Ok::<(), String>(());
            }
            match read(&answer) {
                Ok(()) => return Ok(()),
                Err(reason) => terminal.tell(&reason),
            }
        };
        if self.title.is_none() {
            until("Name of the chronicle", &[], &mut |text| title(text).map(|it| self.title = Some(it)))?;
        }
        if self.language.is_none() {
            let question = "Its language, as a tag such as en, fr or pt-BR [en]";
            until(question, &[], &mut |text| language(text).map(|it| self.language = Some(it)))?;
            // The question says what no answer means.
            self.language.get_or_insert_with(Language::english);
        }
        if self.repository.is_none() {
            let question = "Its repository, such as https://github.com/owner/name (nothing if there is none yet)";
            until(question, &[], &mut |text| repository(text).map(|it| self.repository = Some(it)))?;
        }
        if self.host.is_none() {
            let hosts = names::<Host>();
            let question = format!("Where will it be published: {} [none]", hosts.join(", "));
            until(&question, &hosts, &mut |text| one_of(text).map(|it| self.host = Some(it)))?;
        }
        if self.address.is_none() {
            let question = match self.github_pages() {
                Some(address) => format!("At which address [{address}]"),
                None => "At which address, such as https://example.org/ (nothing if you do not know yet)".to_owned(),
            };
            until(&question, &[], &mut |text| address(text).map(|it| self.address = Some(it)))?;
        }
        if self.license.is_none() {
            let licenses = names::<License>();
            let question = format!("Licence of your own words: {} (nothing to choose later)", licenses.join(", "));
            until(&question, &licenses, &mut |text| one_of(text).map(|it| self.license = Some(it)))?;
        }
        Ok(self)
    }

    /// Where GitHub Pages publishes a repository that has no domain of its own.
    fn github_pages(&self) -> Option<String> {
        let path = self.repository.as_ref()?.strip_prefix("https://github.com/")?;
        let (owner, name) = path.split_once('/').filter(|_| self.host == Some(Host::GithubPages))?;
        let site = format!("{}.github.io", owner.to_lowercase());
        Some(if name.to_lowercase() == site { format!("https://{site}/") } else { format!("https://{site}/{name}/") })
    }

    /// What is known, with what is written where nothing is.
    pub(super) fn settled(self) -> Answers {
        let mut to_set = Vec::new();
        let by_host = self.github_pages();
        if self.title.is_none() {
            to_set.push("title");
        }
        if self.address.is_none() && by_host.is_none() {
            to_set.push("base_url");
        }
        if self.language.is_none() {
            to_set.push("language");
        }
        Answers {
            title: self.title.unwrap_or_else(|| "A new chronicle".to_owned()),
            language: self.language.unwrap_or_else(Language::english),
            address: self.address.or(by_host).unwrap_or_else(|| "https://example.org/".to_owned()),
            host: self.host.unwrap_or_default(),
            repository: self.repository,
            license: self.license,
            is_licensed: self.license.is_some(),
            branch: None,
            id_base: None,
            to_set,
        }
    }
}

fn title(text: &str) -> Result<String, String> {
    match fault_of_title(text) {
        Some(reason) => Err(reason.to_owned()),
        None => Ok(text.trim().to_owned()),
    }
}

fn language(text: &str) -> Result<Language, String> {
    text.parse::<Language>().map_err(|error| match error.help() {
        Some(help) => format!("{error}: {help}"),
        None => error.to_string(),
    })
}

/// The address of a site, with a slash at its end.
fn address(text: &str) -> Result<String, String> {
    let address = BaseUrl::parse(text)?;
    let address = format!("{}{}/", address.origin(), address.path());
    honest(&address)?;
    Ok(address)
}

/// The address of a repository as browsers have it, also of one that `git` names in its own way.
fn repository(text: &str) -> Result<String, String> {
    let by_ssh = text.strip_prefix("ssh://git@").map(str::to_owned);
    let by_scp = text.strip_prefix("git@").map(|rest| rest.replacen(':', "/", 1));
    let address = by_ssh.or(by_scp).map_or_else(|| text.to_owned(), |rest| format!("https://{rest}"));
    let address = address.trim_end_matches('/').trim_end_matches(".git");
    let (host, path) = address.strip_prefix("https://").and_then(|rest| rest.split_once('/')).unwrap_or_default();
    let is_whole = path.contains('/') && path.split('/').all(|part| !matches!(part, "" | "." | ".."));
    if !is_web_url(address) || !is_whole || address.contains(['?', '#', '@', '%']) || !host.contains('.') {
        return Err(format!(
            "`{text}` is not the address of a repository: write it as `https://github.com/owner/name`"
        ));
    }
    honest(address)?;
    Ok(format!("https://{}/{path}", host.to_lowercase()))
}

/// Refuses an address in which a person reads another than a browser does.
fn honest(address: &str) -> Result<(), String> {
    if address.chars().any(|c| is_unseen(c) || has_no_width(c)) {
        return Err("the address has a character that is not seen".to_owned());
    }
    deceit_of_link(address, &[]).map_or(Ok(()), |deceit| Err(format!("{}: {}", deceit.message, deceit.help)))
}

fn names<T: ValueEnum>() -> Vec<String> {
    let names = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    names.map(|value| value.get_name().to_owned()).collect()
}

fn one_of<T: ValueEnum>(text: &str) -> Result<T, String> {
    T::from_str(text, true).map_err(|_| format!("`{text}` is none of them: {}", names::<T>().join(", ")))
}

#[cfg(test)]
mod tests {
    use super::{Host, Wishes, address, repository};
    use crate::cli::new::ask::tests::Script;

    #[test]
    fn repositories_are_named_in_many_ways() {
        for (text, expected) in [
            ("https://github.com/owner/name", "https://github.com/owner/name"),
            ("https://GitHub.com/Owner/Name.git/", "https://github.com/Owner/Name"),
            ("git@github.com:owner/name.git", "https://github.com/owner/name"),
            ("ssh://git@codeberg.org/owner/name", "https://codeberg.org/owner/name"),
            ("https://gitlab.com/group/sub/name", "https://gitlab.com/group/sub/name"),
            ("https://git.example.org:8443/~me/name", "https://git.example.org:8443/~me/name"),
        ] {
            assert_eq!(repository(text).as_deref(), Ok(expected));
        }
        for bad in [
            "",
            "owner/name",
            "http://github.com/owner/name",
            "https://github.com/owner",
            "https://me:secret@github.com/owner/name",
            "https://github.com/owner/name?x",
            "https://github.com/../name",
            "https://github.com/owner/${{ x }}",
            "https://github.com/owner/na\"me",
            "https://github.com/owner/na\u{202E}me",
            "javascript:alert(1)",
        ] {
            assert!(repository(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn addresses_end_with_a_slash() {
        assert_eq!(address("https://Example.org").as_deref(), Ok("https://example.org/"));
        assert_eq!(address("https://example.org/a/b").as_deref(), Ok("https://example.org/a/b/"));
        for bad in [
            "example.org",
            "https://",
            "https://example.org/?x",
            "https://example.org/a b",
            "https://example.org/\u{202E}",
        ] {
            assert!(address(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_not_said_is_asked_for_until_it_can_be_read() {
        let mut script =
            Script::new("Notes|Klingon|fr|nowhere|https://github.com/Me/notes|github|github-pages||cc-by-4.0");
        let answers = Wishes::default().ask(&mut script).unwrap().settled();
        assert_eq!(
            (answers.title.as_str(), answers.language.as_str(), answers.host),
            ("Notes", "fr", Host::GithubPages)
        );
        assert_eq!(answers.address, "https://me.github.io/notes/");
        assert_eq!(script.told.len(), 3, "{:?}", script.told);
        assert!(answers.to_set.is_empty());
        let answers = Wishes::default().ask(&mut Script::new("|||||")).unwrap().settled();
        assert_eq!((answers.title.as_str(), answers.host), ("A new chronicle", Host::None));
        assert_eq!(answers.to_set, ["title", "base_url"]);
        assert!(Wishes::default().ask(&mut Script::new("Notes")).is_err());
    }
}
