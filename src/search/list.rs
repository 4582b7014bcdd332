//! A list: in which statements something stands, with a few bits for each. `docs/search-format.md`, "A list".
//!
//! It is written in bits, by Rice's code, since lists are most of what a query loads: of 10,000 statements of 4 KB they take
//! 4.3 MB so, and 6.0 MB in the least of whole bytes that was found (day, rank and whether an ordinal follows in one number);
//! of 100,000, 69 and 100 MB.

use super::bits::{Bits, push_varint};
use super::number::Number;

/// Adds a list to some bytes: numbers, rising, each with a payload of some bits. Equal numbers have rising payloads.
pub(super) fn encode<I>(postings: I, payload_bits: u32, bytes: &mut Vec<u8>)
where
    I: Iterator<Item = (Number, u32)> + Clone,
{
    let (mut count, mut days, mut ordinals) = (0, 0, 0);
    let mut first = None;
    each(postings.clone(), |number, day, ordinal, _| {
        first.get_or_insert(number.day());
        count += 1;
        days += u64::from(day);
        ordinals += u64::from(ordinal);
    });
    push_varint(bytes, count);
    let Some(first) = first else { return };
    let (k1, k2) = (low_bits(days, count - 1), low_bits(ordinals, count));
    bytes.push((k1 | k2 << 4) as u8);
    bytes.extend_from_slice(&first.to_le_bytes()[..3]);
    let mut bits = Bits::after(bytes);
    let mut is_first = true;
    each(postings, |_, day, ordinal, payload| {
        if !std::mem::take(&mut is_first) {
            bits.rice(day, k1);
        }
        bits.rice(ordinal, k2);
        bits.push(payload, payload_bits);
    });
    bits.end();
}

/// Gives each posting as it is written: days since the one before (0 for the first), and its ordinal.
fn each(postings: impl Iterator<Item = (Number, u32)>, mut give: impl FnMut(Number, u32, u32, u32)) {
    let mut before: Option<Number> = None;
    for (number, payload) in postings {
        let day = before.map_or(0, |before| number.day() - before.day());
        let same = before.filter(|before| before.day() == number.day());
        give(number, day, number.ordinal() - same.map_or(0, Number::ordinal), payload);
        before = Some(number);
    }
}

/// How many low bits are written as they are, for numbers with this sum: what suits their mean.
fn low_bits(sum: u64, count: u32) -> u32 {
    let mean = sum / u64::from(count.max(1));
    // A bit less than the mean has: where a third is spent on ones, the rest is shortest.
    (64 - (mean * 2 / 3).leading_zeros()).min(15)
}

#[cfg(test)]
pub(super) fn decode(mut bytes: &[u8], payload_bits: u32) -> (Vec<(Number, u32)>, usize) {
    let whole = bytes.len();
    let count = super::bits::reading::varint(&mut bytes);
    if count == 0 {
        return (Vec::new(), whole - bytes.len());
    }
    let (k1, k2) = (u32::from(bytes[0] & 15), u32::from(bytes[0] >> 4));
    let mut day = u32::from_le_bytes([bytes[1], bytes[2], bytes[3], 0]);
    let mut bits = super::bits::reading::ReadBits(&bytes[4..], 0);
    let mut ordinal = 0;
    let postings = (0..count).map(|at| {
        let gap = if at == 0 { 0 } else { bits.rice(k1) };
        day += gap;
        ordinal = bits.rice(k2) + if gap == 0 { ordinal } else { 0 };
        (Number::at(day, ordinal), bits.take(payload_bits))
    });
    let postings = postings.collect();
    (postings, whole - bytes.len() + 4 + bits.1.div_ceil(8))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comes_back(postings: &[(Number, u32)], payload: u32) {
        let mut bytes = vec![1, 2];
        encode(postings.iter().copied(), payload, &mut bytes);
        let (read, length) = decode(&bytes[2..], payload);
        assert_eq!(read, postings);
        assert_eq!(length, bytes.len() - 2);
    }

    #[test]
    fn a_list_is_read_as_it_was_written() {
        comes_back(&[], 3);
        comes_back(&[(Number::at(0, 0), 7)], 3);
        comes_back(&[(Number::at(16_000_000, 4095), 0)], 0);
        // Far apart, and beside each other.
        comes_back(&[(Number::at(5, 0), 1), (Number::at(16_000_000, 4095), 2), (Number::at(16_000_001, 0), 3)], 3);
        let all_of_a_day: Vec<_> = (0..4096).map(|ordinal| (Number::at(860_574, ordinal), ordinal & 7)).collect();
        comes_back(&all_of_a_day, 3);
        // The same statement several times.
        let bucket = [(860_574, 3, 4), (860_574, 3, 9), (860_574, 9, 1), (860_575, 0, 1), (860_575, 0, 2)];
        let bucket: Vec<_> = bucket.iter().map(|(day, ordinal, rest)| (Number::at(*day, *ordinal), *rest)).collect();
        comes_back(&bucket, 12);
    }

    #[test]
    fn random_lists_are_read_as_they_were_written() {
        let mut seed = 7_u64;
        let mut random = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % below
        };
        for _ in 0..300 {
            let (count, days, ordinals) = (random(400), random(20), random(12));
            let (days, ordinals) = (1 + random(1 << days), 1 + random(1 << ordinals));
            let mut numbers: Vec<_> =
                (0..count).map(|_| Number::at(random(days) as u32, random(ordinals) as u32)).collect();
            numbers.sort();
            numbers.dedup();
            let list: Vec<_> = numbers.into_iter().map(|number| (number, random(8) as u32)).collect();
            comes_back(&list, 3);
        }
    }
}
