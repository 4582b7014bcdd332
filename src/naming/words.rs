//! Word lists for English, French, German, Spanish, Russian, Arabic and Chinese, one table per file. All are in lower
//! case, without Arabic diacritics.

mod agencies;
mod asking;
mod courtesy;
mod function;
mod occasions;
mod offices;
mod ordinary;
mod saying;
mod stage;
mod talk;
mod telling;

pub(crate) use agencies::{AGENCIES, HAN_AGENCIES};
pub(crate) use asking::{
    ANSWERED, ANSWERING, ASKING, ASKING_ENDS, HEADS, INTERPRETING, MEDIA, SHORT_ANSWERING, SHORT_ASKING,
};
pub(crate) use courtesy::{ABBREVIATIONS, COLLEAGUES, COURTESY, HAN_TITLES, PARTICLES, PLEASE, TITLES};
pub(crate) use function::{
    ASSEMBLIES, BESIDE_NAMES, CONJUNCTIONS, COUNTERPARTS, DETERMINERS, FIRST_PERSON, FUNCTION, HAN_FUNCTION, INTERVIEW,
    INTERVIEWED, JOINT, NEAR_NAMES, OBJECTS, ONLOOKERS, POLITE, SECOND_PERSON, SOMEBODY, TOGETHER, VIEWS,
};
pub(crate) use occasions::{
    ADDING, ANSWERS, AT_PLACES, BEFORE_NOUNS, CLOSING_VERBS, COPULAS, LISTENERS, NEGATIONS, OCCASIONS, PERSONS,
    SAYING_WHILE, SUBORDINATE, THIRD_PARTIES, TIMES, TO_PEOPLE,
};
pub(crate) use offices::{BESIDE, OFFICE_ENDS, OFFICES};
pub(crate) use ordinary::{BODIES, ENDINGS, NOUN_ENDS, ORDINARY};
pub(crate) use saying::{
    ACCORDING, ADVERBS, AUXILIARIES, CLAIMED, ENGLISH_LINKS, HAN_ADVERBS, HAN_QUOTING, HAN_SAYING, PRONOUNS,
    QUESTIONED, QUOTING, SAYING, THAT,
};
pub(crate) use stage::STAGE;
pub(crate) use talk::{
    CAPTIONS, CLOSING, CONNECTIVES, CREDITS, ENDED, FLOOR, FOR_TALKING, FURNITURE, HALL, HAN_CONNECTIVES, HAN_NEXT,
    HAN_SCENES, HAN_YOURS, NEXT, PASSING, PROCEDURE, SCENES, SEATING, SEATS, TALKS, THANKS, THIS, YOURS,
};
pub(crate) use telling::{ARABIC_LINKS, PLACES, POINTING, REPLIES, VOICES};
