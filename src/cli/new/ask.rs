//! Interactive questions, behind a trait so that tests can answer.

use std::io::IsTerminal;

use dialoguer::{Completion, Confirm, Input};

use crate::entry::date::Date;
use crate::report::Printable;

/// Answers questions.
pub(in crate::cli) trait Ask {
    /// The answer to a question, without white space around it; `known` are words to complete it by.
    fn line(&mut self, question: &str, known: &[String]) -> Result<String, String>;

    fn confirm(&mut self, question: &str) -> Result<bool, String>;

    /// Says something between the questions.
    fn tell(&mut self, text: &str);
}

/// The terminal, if there is one on both sides.
pub(in crate::cli) fn terminal() -> Option<Terminal> {
    (std::io::stdin().is_terminal() && std::io::stderr().is_terminal()).then_some(Terminal)
}

/// Questions on standard error, answers from the keyboard.
pub(in crate::cli) struct Terminal;

impl Ask for Terminal {
    fn line(&mut self, question: &str, known: &[String]) -> Result<String, String> {
        let known = Completer(known);
        let input =
            Input::<String>::new().with_prompt(&*Printable::of(question)).allow_empty(true).completion_with(&known);
        input.interact_text().map(|answer| answer.trim().to_owned()).map_err(stopped)
    }

    fn confirm(&mut self, question: &str) -> Result<bool, String> {
        Confirm::new().with_prompt(&*Printable::of(question)).default(false).interact().map_err(stopped)
    }

    fn tell(&mut self, text: &str) {
        crate::cli::tell(&Printable::line(text));
    }
}

/// Asks for a date until there is one; dates as people spell them are understood.
pub(super) fn date(terminal: &mut dyn Ask, question: &str) -> Result<Date, String> {
    loop {
        let answer = terminal.line(&format!("{question} (2006-02-02, 2006-02 or 2006)"), &[])?;
        match answer.parse::<Date>() {
            Ok(date) => return Ok(date),
            Err(error) => match Date::spelled(&answer) {
                Some(date) => return Ok(date),
                None => terminal.tell(&help(&error.to_string(), error.help())),
            },
        }
    }
}

fn help(message: &str, help: Option<String>) -> String {
    help.map_or_else(|| message.to_owned(), |help| format!("{message}: {help}"))
}

fn stopped(error: dialoguer::Error) -> String {
    format!("no answer: {error}; nothing was written")
}

/// Words that the Tab key completes.
struct Completer<'a>(&'a [String]);

impl Completion for Completer<'_> {
    /// The completion of a prefix, ignoring case: the only match, or the common prefix. Words with unsafe characters
    /// are not completed.
    fn get(&self, input: &str) -> Option<String> {
        let typed = input.to_lowercase();
        let is_printable = |word: &&String| *Printable::of(word) == ***word;
        let begins = |word: &&String| !typed.is_empty() && word.to_lowercase().starts_with(&typed);
        let mut matching = self.0.iter().filter(is_printable).filter(begins);
        let first = matching.next()?;
        let shared = matching.fold(first.as_str(), |shared, word| {
            let same = shared.chars().zip(word.chars()).take_while(|(a, b)| a.to_lowercase().eq(b.to_lowercase()));
            &shared[..same.map(|(a, _)| a.len_utf8()).sum()]
        });
        (shared.len() > input.len()).then(|| shared.to_owned())
    }
}

#[cfg(test)]
pub(in crate::cli) mod tests {
    use dialoguer::Completion;

    use super::{Ask, Completer};

    /// Scripted answers, separated by `|`; then end of input.
    pub(in crate::cli) struct Script {
        pub(in crate::cli) answers: std::vec::IntoIter<String>,
        pub(in crate::cli) told: Vec<String>,
    }

    impl Script {
        pub(in crate::cli) fn new(answers: &str) -> Script {
            let answers: Vec<String> = answers.split('|').map(str::to_owned).collect();
            Script { answers: answers.into_iter(), told: Vec::new() }
        }
    }

    impl Ask for Script {
        fn line(&mut self, question: &str, _: &[String]) -> Result<String, String> {
            self.answers.next().ok_or_else(|| format!("no answer to: {question}"))
        }

        fn confirm(&mut self, question: &str) -> Result<bool, String> {
            Ok(self.line(question, &[])? == "y")
        }

        fn tell(&mut self, text: &str) {
            self.told.push(text.to_owned());
        }
    }

    #[test]
    fn tab_completes_as_far_as_words_agree() {
        let words = ["sergey-lavrov", "Sergei Lavrov", "Sergey Lavrov", "Ängstrom"].map(str::to_owned);
        let words = Completer(&words);
        assert_eq!(words.get("serg").as_deref(), Some("serge"));
        assert_eq!(words.get("sergey ").as_deref(), Some("Sergey Lavrov"));
        assert_eq!(words.get("sergey-").as_deref(), Some("sergey-lavrov"));
        assert_eq!(words.get("än").as_deref(), Some("Ängstrom"));
        assert_eq!((words.get("").as_deref(), words.get("x").as_deref()), (None, None));
    }
}
