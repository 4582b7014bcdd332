//! Messages that nothing asks for: most have a misspelt id, and the word that they were to change stays as it is.

use std::collections::BTreeSet;

use super::messages::Messages;
use super::own_messages::defined;
use super::tokens::{Kind, Part, Token, parts};
use super::{Template, Theme};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::input::{Span, built_in_messages};

/// What templates ask for.
#[derive(Debug, Default)]
struct Asked<'t> {
    /// The ids that they name as such.
    ids: BTreeSet<&'t str>,
    /// All other words of theirs, which may be ids.
    words: BTreeSet<&'t str>,
    /// The pieces of ids that templates of the site put together.
    pieces: BTreeSet<&'t str>,
    /// Whether one of these may ask for any: it names the id by a variable.
    is_any: bool,
}

impl Theme {
    /// Findings for messages of the site, and of themes that it has, that no template and no other message asks for, nor the
    /// program. What the default theme has in any language may be asked for, as may the name of any country or language.
    pub(crate) fn unread_messages(&self, messages: &Messages) -> Vec<Diagnostic> {
        let alone = messages.alone();
        if alone.is_empty() {
            return Vec::new();
        }
        let built_in: BTreeSet<&str> = built_in_messages().flat_map(defined).map(|(id, _)| id).collect();
        let is_name = |id: &str| id.starts_with("country_") || id.starts_with("language_");
        let is_known = |id: &str| built_in.contains(id) || is_name(id);
        let mut unknown = alone.iter().filter(|(id, _)| !is_known(id)).peekable();
        if unknown.peek().is_none() {
            return Vec::new();
        }
        let asked = Asked::by(&self.templates);
        let finding = |(id, span): (&String, &Span)| {
            let is_free = |id: &&str| !is_name(id) && !messages.places().contains_key(*id);
            let known = built_in.union(&asked.ids).copied().filter(is_free);
            let help = did_you_mean(id, known)
                .unwrap_or_else(|| format!("remove it, or show it in a template, as `{{{{ msg.{id} }}}}`"));
            let message =
                format!("nothing asks for the message `{id}`: no template, no other message, nor the program");
            Diagnostic::lint(Code::UnreadMessage, *span, message).help(Some(help))
        };
        unknown.filter(|(id, _)| !asked.may_be(id)).map(finding).collect()
    }
}

impl<'t> Asked<'t> {
    fn by(templates: &'t [Template]) -> Asked<'t> {
        let mut asked = Asked::default();
        for template in templates {
            parts(&template.text).iter().for_each(|part| asked.add(part, template.is_embedded));
        }
        asked
    }

    /// Adds what a part of a template asks for. One of the program's own puts together only ids that the default theme has.
    fn add(&mut self, part: &Part<'t>, is_embedded: bool) {
        let tokens = part.tokens.as_slice();
        let is_word = |token: &&Token<'t>| matches!(token.kind, Kind::Name | Kind::Text);
        self.words.extend(tokens.iter().filter(is_word).map(|token| token.text));
        let texts = tokens.iter().filter(|token| token.kind == Kind::Text && !token.text.is_empty());
        let is_joined = tokens.iter().any(|token| token.is("~"));
        let pieces: BTreeSet<&str> = texts.filter(|_| is_joined).map(|token| token.text).collect();
        let asks = tokens.iter().any(|token| token.is_name("msg") || token.is_name("t"));
        for three in tokens.windows(3) {
            let [of, sign, id] = three else { continue };
            let is_whole = of.is_name("msg") && sign.is(".");
            let is_value = of.is_name("msg") && sign.is("[") || asks && of.is_name("key") && sign.is("=");
            if !is_whole && !is_value {
                continue;
            }
            match id.kind {
                Kind::Text if is_joined => {}
                Kind::Text => drop(self.ids.insert(id.text)),
                _ if is_whole => drop(self.ids.insert(id.text)),
                _ => self.is_any |= pieces.is_empty() && !is_embedded,
            }
        }
        self.pieces.extend(pieces.into_iter().filter(|_| !is_embedded));
    }

    /// Whether a template may ask for a message.
    fn may_be(&self, id: &str) -> bool {
        self.is_any || self.words.contains(id) || self.pieces.iter().any(|piece| id.contains(piece))
    }
}
