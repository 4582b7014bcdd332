use super::{Found, FoundSize, Kind, LONGEST_SIDE, Size, look};

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend(b"\x08\x06\0\0\0");
    bytes
}

fn gif(width: u16, height: u16) -> Vec<u8> {
    [b"GIF89a".as_slice(), &width.to_le_bytes(), &height.to_le_bytes(), b"\0\0\0;"].concat()
}

/// A JPEG with these segments before the one that says its size.
fn jpeg(width: u16, height: u16, before: &[(u8, &[u8])]) -> Vec<u8> {
    let mut bytes = b"\xff\xd8".to_vec();
    for (marker, segment) in before {
        bytes.extend([0xff, *marker]);
        bytes.extend(u16::try_from(segment.len() + 2).unwrap().to_be_bytes());
        bytes.extend(*segment);
    }
    bytes.extend(b"\xff\xc0\0\x11\x08");
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes.extend(b"\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xff\xd9");
    bytes
}

/// An Exif segment that says an orientation.
fn exif(orientation: u16, is_little: bool) -> Vec<u8> {
    let two = |n: u16, is_little| if is_little { n.to_le_bytes() } else { n.to_be_bytes() };
    let four = |n: u32, is_little| if is_little { n.to_le_bytes() } else { n.to_be_bytes() };
    let mut bytes = b"Exif\0\0".to_vec();
    bytes.extend(if is_little { b"II" } else { b"MM" });
    bytes.extend(two(42, is_little));
    bytes.extend(four(8, is_little));
    bytes.extend(two(2, is_little));
    for (tag, value) in [(0x010f, 7), (0x0112, orientation)] {
        bytes.extend([two(tag, is_little), two(3, is_little)].concat());
        bytes.extend(four(1, is_little));
        bytes.extend([two(value, is_little), [0; 2]].concat());
    }
    bytes
}

fn webp(kind: &[u8; 4], rest: &[u8]) -> Vec<u8> {
    [b"RIFF\x40\0\0\0WEBP".as_slice(), kind, b"\x0a\0\0\0", rest].concat()
}

fn avif(width: u32, height: u32) -> Vec<u8> {
    let part = |name: &[u8; 4], inner: &[u8]| {
        let length = u32::try_from(inner.len() + 8).unwrap();
        [&length.to_be_bytes(), name.as_slice(), inner].concat()
    };
    let size = [[0; 4], width.to_be_bytes(), height.to_be_bytes()].concat();
    let properties = part(b"iprp", &part(b"ipco", &part(b"ispe", &size)));
    [part(b"ftyp", b"avif\0\0\0\0mif1"), part(b"meta", &[vec![0; 4], properties].concat())].concat()
}

fn known(kind: Kind, width: u32, height: u32) -> Option<Found> {
    Some(Found { kind, size: FoundSize::Known(Size { width, height }) })
}

#[test]
fn sizes_of_all_kinds() {
    assert_eq!(look(&png(3, 7)), known(Kind::Png, 3, 7));
    assert_eq!(look(&gif(3, 7)), known(Kind::Gif, 3, 7));
    assert_eq!(look(&jpeg(3, 7, &[])), known(Kind::Jpeg, 3, 7));
    assert_eq!(look(&webp(b"VP8X", &[0, 0, 0, 0, 2, 0, 0, 6, 0, 0])), known(Kind::Webp, 3, 7));
    assert_eq!(look(&webp(b"VP8L", &[0x2f, 2, 0x80, 1, 0])), known(Kind::Webp, 3, 7));
    assert_eq!(look(&webp(b"VP8 ", &[0, 0, 0, 0x9d, 1, 0x2a, 3, 0, 7, 0])), known(Kind::Webp, 3, 7));
    assert_eq!(look(&avif(3, 7)), known(Kind::Avif, 3, 7));
    let svg = |attributes: &str| look(format!("<?xml version=\"1.0\"?>\n<!-- x --><svg {attributes}>").as_bytes());
    assert_eq!(svg("width='3' height='7px'"), known(Kind::Svg, 3, 7));
    for other in ["width='3cm' height='7'", "viewBox='0 0 3 7'", "width='-3' height='7'", "width='1e9' height='7'", ""]
    {
        assert_eq!(svg(other), Some(Found { kind: Kind::Svg, size: FoundSize::Any }), "{other}");
    }
    assert_eq!(look(b"<html><svg width='3' height='7'>"), None);
}

#[test]
fn a_camera_that_was_held_upright() {
    for (orientation, is_swapped) in [(1, false), (3, false), (6, true), (8, true), (9, false)] {
        for is_little in [true, false] {
            let turned = jpeg(3, 7, &[(0xe0, b"JFIF\0"), (0xe1, &exif(orientation, is_little))]);
            let (width, height) = if is_swapped { (7, 3) } else { (3, 7) };
            assert_eq!(look(&turned), known(Kind::Jpeg, width, height), "{orientation}");
        }
    }
}

#[test]
fn a_size_behind_a_long_profile() {
    let profile = vec![0; 60_000];
    let long = jpeg(3, 7, &[(0xe2, &profile), (0xe2, &profile), (0xe2, &profile)]);
    assert_eq!(look(&long), known(Kind::Jpeg, 3, 7));
    assert_eq!(look(&long[..1 << 16]), Some(Found { kind: Kind::Jpeg, size: FoundSize::Missing }));
}

#[test]
fn sides_that_nothing_can_have() {
    let size = |bytes: &[u8]| look(bytes).unwrap().size;
    let most = usize::try_from(u32::MAX).unwrap();
    assert_eq!(size(&png(u32::MAX, u32::MAX)), FoundSize::Impossible(most, most));
    assert_eq!(size(&png(0, 7)), FoundSize::Impossible(0, 7));
    assert_eq!(size(&avif(u32::MAX, u32::MAX)), FoundSize::Impossible(most, most));
    assert_eq!(size(&png(LONGEST_SIDE + 1, 1)), FoundSize::Impossible(65_536, 1));
    assert!(matches!(size(&png(LONGEST_SIDE, 1)), FoundSize::Known(_)));
}

/// Whatever bytes are cut off, changed or repeated: something is said, in little time.
#[test]
fn damaged_pictures() {
    let exif = exif(6, true);
    let whole = [
        png(3, 7),
        gif(3, 7),
        jpeg(3, 7, &[(0xe1, &exif), (0xfe, b"a comment")]),
        webp(b"VP8X", &[0, 0, 0, 0, 2, 0, 0, 6, 0, 0]),
        avif(3, 7),
        b"<svg width='3' height='7'>".to_vec(),
    ];
    for bytes in &whole {
        for end in 0..bytes.len() {
            let _ = look(&bytes[..end]);
        }
        for at in 0..bytes.len() {
            for value in [0, 1, 0x7f, 0x80, 0xff] {
                let mut damaged = bytes.clone();
                damaged[at] = value;
                let _ = look(&damaged);
            }
        }
    }
    for (start, unit) in [
        (&b"\xff\xd8"[..], &b"\xff\xd8\0\0"[..]),
        (b"\xff\xd8", b"\xff\xe1\0\x02"),
        (b"\xff\xd8\xff", b"\xff"),
        (b"\0\0\0\x0cftypavif", b"\0\0\0\x08free"),
        (b"<svg ", b"x='' "),
        (b"", b"<!--"),
        (b"", b"\0"),
    ] {
        let long = [start, &unit.repeat((1 << 20) / unit.len())].concat();
        assert!(look(&long).is_none_or(|found| !matches!(found.size, FoundSize::Known(_))));
    }
}

#[test]
fn kinds_by_name() {
    assert_eq!(Kind::of_name("a/b.JPG"), Some(Kind::Jpeg));
    assert_eq!(Kind::of_name("a.png/b"), None);
    assert_eq!(Kind::of_name("b.tiff"), None);
}
