//! Pictures of a site: how a file below `static/` is named as one, what kind of picture its bytes are, and how large that is.
//!
//! Only the beginning of a file is looked at, whatever it says of itself: no byte of it decides how much is read or kept.

mod orientation;
mod svg;

use std::io::Cursor;

use bitcode::{Decode, Encode};
use imagesize::{Compression, ImageType};
use serde::Deserialize;
use serde::de::Deserializer;

use crate::document::StaticName;

/// The endings of pictures that every service and browser shows.
pub(crate) const ENDINGS: [&str; 5] = ["png", "jpg", "jpeg", "webp", "gif"];

/// What is said of names of pictures.
const FORM: StaticName = StaticName {
    noun: "picture",
    example: "card.png",
    endings: &ENDINGS,
    is_not: "no picture that is shown everywhere",
};

/// The name of a picture below `static/`: `people/ann-lee.jpg`.
#[derive(Clone, Debug, PartialEq, Eq, Decode, Encode)]
pub(crate) struct PictureFile(Box<str>);

impl PictureFile {
    /// Its name below `static/`.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for PictureFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PictureFile, D::Error> {
        FORM.read(deserializer).map(|name| PictureFile(name.into()))
    }
}

/// A kind of picture that browsers show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// ISO/IEC 15948.
    Png,
    /// ISO/IEC 10918-1, in JFIF or Exif.
    Jpeg,
    /// RFC 9649.
    Webp,
    /// GIF 87a and 89a.
    Gif,
    /// AV1 in the Image File Format (HEIF, ISO/IEC 23008-12).
    Avif,
    /// Scalable Vector Graphics.
    Svg,
}

impl Kind {
    /// Every kind.
    pub(crate) const ALL: [Kind; 6] = [Kind::Png, Kind::Jpeg, Kind::Webp, Kind::Gif, Kind::Avif, Kind::Svg];

    /// What it is called.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Png => "PNG",
            Kind::Jpeg => "JPEG",
            Kind::Webp => "WebP",
            Kind::Gif => "GIF",
            Kind::Avif => "AVIF",
            Kind::Svg => "SVG",
        }
    }

    /// What names of such files end in; hosts tell browsers the kind by that.
    pub(crate) fn endings(self) -> &'static [&'static str] {
        match self {
            Kind::Png => &["png", "apng"],
            Kind::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Kind::Webp => &["webp"],
            Kind::Gif => &["gif"],
            Kind::Avif => &["avif"],
            Kind::Svg => &["svg"],
        }
    }

    /// The kind that the name of a file says.
    pub(crate) fn of_name(name: &str) -> Option<Kind> {
        let ending = name.rsplit('/').next()?.rsplit_once('.')?.1.to_lowercase();
        Kind::ALL.into_iter().find(|kind| kind.endings().contains(&&*ending))
    }
}

/// How large a picture is, in pixels of CSS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Size {
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// The most pixels of a side: JPEG and GIF cannot say more, and browsers show no larger picture.
pub(crate) const LONGEST_SIDE: u32 = 65_535;

impl Size {
    /// The size, if it is one that a picture can be shown at.
    pub(crate) fn of(width: usize, height: usize) -> Option<Size> {
        let side = |length: usize| u32::try_from(length).ok().filter(|length| (1..=LONGEST_SIDE).contains(length));
        Some(Size { width: side(width)?, height: side(height)? })
    }
}

/// How many bytes of a file are read at first: the size of nearly every picture is said there.
pub(crate) const BEGINNING: u64 = 64 << 10;

/// How many are read where that is not enough: colour profiles and thumbnails may stand before the size of a JPEG.
pub(crate) const LONGEST_BEGINNING: u64 = 1 << 20;

/// What the beginning of a file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// What kind of picture it is.
    pub(crate) kind: Kind,
    pub(crate) size: FoundSize,
}

/// What the beginning of a file says of the size of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FoundSize {
    /// The size.
    Known(Size),
    /// An SVG that is as large as its place.
    Any,
    /// Sides of these many pixels, which no picture can be shown with.
    Impossible(usize, usize),
    /// The beginning ends before it, or it is damaged.
    Missing,
}

/// Looks at the beginning of a file; none where it is that of no picture.
pub(crate) fn look(beginning: &[u8]) -> Option<Found> {
    let kind = match imagesize::image_type(beginning) {
        Ok(ImageType::Png) => Kind::Png,
        Ok(ImageType::Jpeg) => Kind::Jpeg,
        Ok(ImageType::Webp) => Kind::Webp,
        Ok(ImageType::Gif) => Kind::Gif,
        // Others of the family are films, or pictures that few browsers show.
        Ok(ImageType::Heif(Compression::Av1)) => Kind::Avif,
        _ => {
            let size = svg::size(beginning)?;
            return Some(Found { kind: Kind::Svg, size: size.map_or(FoundSize::Any, FoundSize::Known) });
        }
    };
    // Positions only go forward, by what the file says, in bytes that are in memory.
    let size = match imagesize::reader_size(Cursor::new(beginning)) {
        Ok(size) => {
            let turned = kind == Kind::Jpeg && orientation::swaps_sides(beginning);
            let (width, height) = if turned { (size.height, size.width) } else { (size.width, size.height) };
            Size::of(width, height).map_or(FoundSize::Impossible(width, height), FoundSize::Known)
        }
        Err(_) => FoundSize::Missing,
    };
    Some(Found { kind, size })
}

#[cfg(test)]
mod tests;
