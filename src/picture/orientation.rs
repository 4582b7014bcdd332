//! How a JPEG is turned: cameras write the picture as their sensor has it, and in Exif how it is to be held. Browsers turn it.

/// Whether a JPEG is shown with its height as its width (orientations 5 to 8 of TIFF 6.0, tag 274). Only the first Exif
/// segment is looked at, of which at most 64 KiB are one.
pub(super) fn swaps_sides(jpeg: &[u8]) -> bool {
    exif(jpeg).and_then(orientation).is_some_and(|orientation| (5..=8).contains(&orientation))
}

/// The TIFF structure in the first Exif segment, as far as it is there.
fn exif(jpeg: &[u8]) -> Option<&[u8]> {
    let mut rest = jpeg.get(2..)?;
    loop {
        let [0xff, marker, high, low, ..] = *rest else { return None };
        // The picture itself begins.
        if marker == 0xda {
            return None;
        }
        // The length counts its own two bytes.
        let length = usize::from(u16::from_be_bytes([high, low])).max(2);
        let segment = rest.get(4..2 + length).unwrap_or(rest.get(4..)?);
        if marker == 0xe1
            && let Some(tiff) = segment.strip_prefix(b"Exif\0\0")
        {
            return Some(tiff);
        }
        rest = rest.get(2 + length..)?;
    }
}

/// The orientation that a TIFF structure says in its first directory.
fn orientation(tiff: &[u8]) -> Option<u16> {
    let is_little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = |at: usize| {
        let bytes = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    };
    let directory = usize::try_from(long(4)?).ok()?;
    let entries = directory.checked_add(2)?;
    // An entry has twelve bytes: tag, type, count, value.
    let entry = (0..usize::from(short(directory)?)).map(|at| entries.saturating_add(12 * at));
    let entry = entry.take_while(|at| *at < tiff.len()).find(|at| short(*at) == Some(0x0112))?;
    // A single number of 16 bits.
    (short(entry + 2)? == 3 && long(entry + 4)? == 1).then(|| short(entry + 8))?
}
