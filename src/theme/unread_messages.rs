//! Messages that nothing asks for: most have a misspelt id, and the word that they were to change stays as it is.

use std::collections::{BTreeMap, BTreeSet};

use super::messages::Messages;
use super::own_messages::{defined, shown};
use super::tokens::{Kind, Part, Token, parts};
use super::{Template, Theme};
use crate::diagnostic::{Code, Diagnostic, Vocabulary};
use crate::input::{Span, built_in_messages};

/// What templates ask for.
#[derive(Debug, Default)]
struct Asked<'t> {
    /// The ids that they name as such.
    ids: BTreeSet<&'t str>,
    /// All other words of theirs, which may be ids.
    words: BTreeSet<&'t str>,
    /// The pieces of which templates of the site may put ids together, by their lengths in bytes.
    pieces: BTreeMap<usize, BTreeSet<&'t str>>,
    /// Whether one of these may ask for any: it names the id by a variable.
    is_any: bool,
}

/// The most findings for which the nearest id is looked for, which takes a while where there are many of both.
const MOST_HELPED: usize = 100;

/// The least letters of a piece that stands in no id for certain: a letter or two begin or end many.
const LEAST_OF_PIECE: usize = 3;

impl Theme {
    /// Findings for messages of the site, and of themes that it has, that no template and no other message asks for, nor the
    /// program. What the default theme has in any language may be asked for, as may the name of any country or language.
    pub(crate) fn unread_messages(&self, messages: &Messages) -> Vec<Diagnostic> {
        let unnamed = messages.unnamed();
        if unnamed.is_empty() {
            return Vec::new();
        }
        let built_in: BTreeSet<&str> = built_in_messages().flat_map(defined).map(|(id, _)| id).collect();
        let is_name = |id: &str| id.starts_with("country_") || id.starts_with("language_");
        let is_known = |id: &str| built_in.contains(id) || is_name(id);
        let mut unknown = unnamed.iter().filter(|(id, _)| !is_known(id)).peekable();
        if unknown.peek().is_none() {
            return Vec::new();
        }
        let asked = Asked::by(&self.templates);
        let unread = unknown.filter(|(id, _)| !asked.may_be(id));
        let mut unread: Vec<(Span, &str)> =
            unread.flat_map(|(id, places)| places.iter().map(|place| (*place, id.as_str()))).collect();
        if unread.is_empty() {
            return Vec::new();
        }
        unread.sort_unstable();
        let is_free = |id: &&str| !is_name(id) && !messages.places().contains_key(*id);
        let known = Vocabulary::of(built_in.union(&asked.ids).copied().filter(is_free));
        let finding = |(at, (span, id)): (usize, (Span, &str))| {
            let near = if at < MOST_HELPED { known.nearest(id) } else { None };
            let is_whole = shown(id) == id;
            let help = match near {
                Some(near) => format!("write `{}` if that is meant, or else remove the message", near.word),
                None if is_whole => format!("remove it, or show it in a template, as `{{{{ msg.{id} }}}}`"),
                None => "remove it, or show it in a template".to_owned(),
            };
            let id = shown(id);
            let message =
                format!("nothing asks for the message `{id}`: no template, no other message, nor the program");
            Diagnostic::lint(Code::UnreadMessage, span, message).help(Some(help))
        };
        unread.into_iter().enumerate().map(finding).collect()
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
        let mut least = LEAST_OF_PIECE;
        for (at, three) in tokens.windows(3).enumerate() {
            let [of, sign, id] = three else { continue };
            let is_whole = of.is_name("msg") && sign.is(".");
            let is_value = of.is_name("msg") && sign.is("[") || asks && of.is_name("key") && sign.is("=");
            let value = value(&tokens[at + 2..]);
            let is_put_together = value.iter().any(|token| token.is("~"));
            if is_value && is_put_together {
                least = 1;
            }
            match id.kind {
                Kind::Text if is_value && is_put_together => {}
                Kind::Text if is_value => drop(self.ids.insert(id.text)),
                _ if is_whole => drop(self.ids.insert(id.text)),
                // Of an id that neither begins nor ends with a piece nothing is known.
                _ if is_value => {
                    let is_ended = is_put_together && value.last().is_some_and(|last| last.kind == Kind::Text);
                    self.is_any |= !is_ended && !is_embedded;
                }
                _ => {}
            }
        }
        if !is_embedded {
            for piece in pieces.into_iter().filter(|piece| piece.chars().count() >= least) {
                self.pieces.entry(piece.len()).or_default().insert(piece);
            }
        }
    }

    /// Whether a template may ask for a message: it names it, or a piece with which it begins or ends.
    fn may_be(&self, id: &str) -> bool {
        let is_of_piece = |(length, pieces): (&usize, &BTreeSet<&str>)| {
            let ends = [id.get(..*length), id.get(id.len() - length..)];
            ends.into_iter().flatten().any(|end| pieces.contains(end))
        };
        self.is_any || self.words.contains(id) || self.pieces.range(..=id.len()).any(is_of_piece)
    }
}

/// The tokens of a value that begins here: `a ~ "_b"` of `a ~ "_b"] | upper`.
fn value<'a, 't>(tokens: &'a [Token<'t>]) -> &'a [Token<'t>] {
    let ends = |token: &Token<'t>| [")", "]", ","].iter().any(|sign| token.is(sign));
    &tokens[..tokens.iter().position(ends).unwrap_or(tokens.len())]
}
