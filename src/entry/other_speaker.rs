//! Speakers that are not named as a person: an office, a body or a state.

use std::fmt;

use bitcode::{Decode, Encode};
use schemars::JsonSchema;
use serde::de::{Deserialize, Deserializer, Error};

use super::country::{Country, CountryError};
use super::id::slug;
use super::shape::Text;
use crate::diagnostic::Code;
use crate::document::invalid;

/// Who spoke, where it is no person that the source names.
#[derive(Clone, Debug, Decode, Encode, JsonSchema)]
#[schemars(untagged, deny_unknown_fields)]
pub(crate) enum OtherSpeaker {
    /// An office, where the source does not name the person.
    Office {
        /// The office as the source names it.
        office: Text,
        /// Id or name of its organization.
        #[schemars(extend("type" = "string"))]
        organization: Option<Text>,
    },
    /// A body that speaks as one: a ministry, an organization of states.
    Organization {
        /// Id or name of the body.
        organization: Text,
    },
    /// A state that speaks as one, as in a joint statement.
    Country {
        /// Its code.
        country: Country,
    },
}

/// The keys as they were written. What is written without a value is an error: who leaves an office to be filled in later
/// has not said that the body itself spoke.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Keys {
    #[serde(default, deserialize_with = "written")]
    office: Option<Text>,
    #[serde(default, deserialize_with = "written")]
    organization: Option<Text>,
    #[serde(default, deserialize_with = "written")]
    country: Option<State>,
}

/// A country that speaks. The words of a state that is gone are not those of what came of it.
struct State(Country);

impl<'de> Deserialize<'de> for State {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<State, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(State).map_err(|error: CountryError| {
            let other = "record what spoke as an organization, and write `{organization: …}` with its id; only where a \
                state has no more than another name now, write its code of today";
            let help = if error.is_no_country() { Some(other.to_owned()) } else { error.help() };
            invalid(Code::UnknownCountry, error, help)
        })
    }
}

fn written<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

impl<'de> Deserialize<'de> for OtherSpeaker {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<OtherSpeaker, D::Error> {
        match Keys::deserialize(deserializer)? {
            // `chronicle.lock` knows an office by its letters.
            Keys { office: Some(office), .. } if slug(office.as_str()).is_empty() => {
                Err(refused("the office has no letters", "write it as the source names it"))
            }
            Keys { office: Some(office), organization, country: None } => {
                Ok(OtherSpeaker::Office { office, organization })
            }
            Keys { office: None, organization: Some(organization), country: None } => {
                Ok(OtherSpeaker::Organization { organization })
            }
            Keys { office: None, organization: None, country: Some(State(country)) } => {
                Ok(OtherSpeaker::Country { country })
            }
            Keys { office: Some(_), .. } => Err(refused(
                "an office is one of an organization, and not of a country",
                "name the `organization` of the office; or take `office` out, if the state itself speaks",
            )),
            Keys { organization: Some(_), country: Some(State(country)), .. } => Err(refused(
                "an organization and a country are two speakers",
                &format!(
                    "write two items, `{{organization: …}}` and `{{country: {country}}}`; or only the one that speaks"
                ),
            )),
            Keys { .. } => Err(refused(
                "the speaker has no name",
                "write the id of a person, `{office: …}`, `{organization: …}` or `{country: …}`",
            )),
        }
    }
}

fn refused<E: Error>(message: impl fmt::Display, help: &str) -> E {
    invalid(Code::BadValue, message, Some(help.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::OtherSpeaker;

    fn read(text: &str) -> Result<OtherSpeaker, String> {
        serde_yaml::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_written_says_which_it_is() {
        assert!(matches!(read("{office: Envoy}"), Ok(OtherSpeaker::Office { organization: None, .. })));
        assert!(matches!(
            read("{office: Envoy, organization: un}"),
            Ok(OtherSpeaker::Office { organization: Some(_), .. })
        ));
        assert!(matches!(read("{organization: un}"), Ok(OtherSpeaker::Organization { .. })));
        assert!(matches!(read("{country: NO}"), Ok(OtherSpeaker::Country { country }) if country.code() == "NO"));
    }

    #[test]
    fn nothing_that_was_written_is_passed_over() {
        for text in [
            "{}",
            "{office: , organization: un}",
            "{office: …}",
            "{office: '&', organization: un}",
            "{organization: un, office: ~}",
            "{organization: }",
            "{organization: un, country: ~}",
            "{country: }",
            "{country: RU, office: Envoy}",
            "{country: RU, organization: un}",
            "{country: RU, office: Envoy, organization: un}",
            "{organization: [un, eu]}",
            "{country: [RU, FR]}",
            "{country: Russia}",
            "{country: EU}",
            "{person: ann-lee}",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
