//! The atlas as bytes: a mark, then everything as varints and texts, gzipped.
//!
//! Spots travel as zigzag steps from the one before. Reading checks every count against what is left and
//! every number against what it points at, so that damaged bytes give an error and nothing else.

use crate::{Atlas, Country, Division, Line, Names, Spot};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::fmt;
use std::io::{self, Read, Write};

const MARK: &[u8] = b"FBATLAS1";

/// The most that an atlas may unpack to.
const MAX_UNPACKED: u64 = 32 << 20;

/// The bytes are no atlas, or damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the basemap's data is damaged; make it again with `cargo xtask basemap`")
    }
}

impl std::error::Error for Damaged {}

impl Atlas {
    /// The atlas as bytes; the same atlas gives the same bytes.
    ///
    /// # Errors
    /// Never in practice: it writes to memory.
    pub fn to_bytes(&self) -> io::Result<Vec<u8>> {
        let mut packer = GzEncoder::new(MARK.to_vec(), Compression::best());
        packer.write_all(&unpacked(self))?;
        packer.finish()
    }

    /// The atlas that was written.
    ///
    /// # Errors
    /// Where the bytes are no atlas, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Damaged> {
        let packed = bytes.strip_prefix(MARK).ok_or(Damaged)?;
        let mut unpacked = Vec::new();
        GzDecoder::new(packed).take(MAX_UNPACKED).read_to_end(&mut unpacked).map_err(|_| Damaged)?;
        let mut reader = Reader(&unpacked);
        let atlas = reader.atlas()?;
        if reader.0.is_empty() { Ok(atlas) } else { Err(Damaged) }
    }
}

fn unpacked(atlas: &Atlas) -> Vec<u8> {
    let mut out = Vec::new();
    list(&mut out, &atlas.lines, |out, line| {
        number(out, line.len() as u64);
        let mut before = Spot::default();
        for spot in line {
            step(out, spot.lon - before.lon);
            step(out, spot.lat - before.lat);
            before = *spot;
        }
    });
    list(&mut out, &atlas.countries, |out, country| {
        text(out, &country.code);
        names(out, &country.names);
    });
    list(&mut out, &atlas.divisions, |out, division| {
        text(out, &division.code);
        names(out, &division.names);
        number(out, u64::from(division.country));
        step(out, division.label.lon);
        step(out, division.label.lat);
        let before = std::iter::once(&0).chain(&division.lines);
        let steps: Vec<u32> =
            division.lines.iter().zip(before).map(|(line, before)| line.wrapping_sub(*before)).collect();
        list(out, &steps, |out, step| number(out, u64::from(*step)));
    });
    out
}

fn list<T>(out: &mut Vec<u8>, items: &[T], each: impl Fn(&mut Vec<u8>, &T)) {
    number(out, items.len() as u64);
    items.iter().for_each(|item| each(out, item));
}

fn names(out: &mut Vec<u8>, names: &Names) {
    text(out, &names.en);
    text(out, &names.ar);
}

fn text(out: &mut Vec<u8>, text: &str) {
    number(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

fn step(out: &mut Vec<u8>, step: i32) {
    let step = i64::from(step);
    number(out, ((step << 1) ^ (step >> 63)) as u64);
}

fn number(out: &mut Vec<u8>, mut value: u64) {
    while value > 0x7f {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

struct Reader<'a>(&'a [u8]);

type Read1<T> = Result<T, Damaged>;

impl Reader<'_> {
    fn atlas(&mut self) -> Read1<Atlas> {
        let lines = self.list(Self::line)?;
        let countries = self.list(|reader| Ok(Country { code: reader.text()?, names: reader.names()? }))?;
        let (line_count, country_count) = (lines.len(), countries.len());
        let divisions = self.list(|reader| reader.division(line_count, country_count))?;
        Ok(Atlas { lines, countries, divisions })
    }

    fn line(&mut self) -> Read1<Line> {
        let mut before = Spot::default();
        self.list(|reader| {
            let (lon, lat) = (reader.step()?, reader.step()?);
            let lon = before.lon.checked_add(lon).ok_or(Damaged)?;
            let lat = before.lat.checked_add(lat).ok_or(Damaged)?;
            before = Some(Spot { lon, lat }).filter(|spot| spot.is_on_globe()).ok_or(Damaged)?;
            Ok(before)
        })
    }

    fn division(&mut self, line_count: usize, country_count: usize) -> Read1<Division> {
        let (code, names) = (self.text()?, self.names()?);
        let country = self.position(country_count)?;
        let label = Spot { lon: self.step()?, lat: self.step()? };
        let mut before = 0u32;
        let lines = self.list(|reader| {
            let step = u32::try_from(reader.number()?).map_err(|_| Damaged)?;
            before = before.checked_add(step).filter(|line| (*line as usize) < line_count).ok_or(Damaged)?;
            Ok(before)
        })?;
        Some(Division { code, names, country, label, lines }).filter(|_| label.is_on_globe()).ok_or(Damaged)
    }

    /// Every item takes a byte at least, so a list cannot be longer than what is left.
    fn list<T>(&mut self, mut each: impl FnMut(&mut Self) -> Read1<T>) -> Read1<Vec<T>> {
        let length = self.length()?;
        (0..length).map(|_| each(self)).collect()
    }

    fn names(&mut self) -> Read1<Names> {
        Ok(Names { en: self.text()?, ar: self.text()? })
    }

    fn text(&mut self) -> Read1<String> {
        let length = self.length()?;
        let (text, rest) = self.0.split_at_checked(length).ok_or(Damaged)?;
        self.0 = rest;
        std::str::from_utf8(text).map(str::to_owned).map_err(|_| Damaged)
    }

    fn position(&mut self, count: usize) -> Read1<u32> {
        let value = self.number()?;
        u32::try_from(value).ok().filter(|at| (*at as usize) < count).ok_or(Damaged)
    }

    fn length(&mut self) -> Read1<usize> {
        let length = self.number()?;
        usize::try_from(length).ok().filter(|length| *length <= self.0.len()).ok_or(Damaged)
    }

    fn step(&mut self) -> Read1<i32> {
        let value = self.number()?;
        let step = (value >> 1) as i64 ^ -((value & 1) as i64);
        i32::try_from(step).map_err(|_| Damaged)
    }

    fn number(&mut self) -> Read1<u64> {
        let mut value = 0u64;
        for shift in (0..63).step_by(7) {
            let (&byte, rest) = self.0.split_first().ok_or(Damaged)?;
            self.0 = rest;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(Damaged)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use proptest::prelude::*;

    fn small() -> Atlas {
        let names = |en: &str| Names { en: en.into(), ar: "سوريا".into() };
        Atlas {
            lines: vec![vec![Spot { lon: -72_000, lat: 36_000 }, Spot { lon: 72_000, lat: -36_000 }], vec![]],
            countries: vec![Country { code: "SY".into(), names: names("Syria") }],
            divisions: vec![Division {
                code: "SY-ID".into(),
                names: names("Idlib"),
                country: 0,
                label: Spot { lon: 14_650, lat: 14_340 },
                lines: vec![0, 1],
            }],
        }
    }

    #[test]
    fn what_is_written_is_read() {
        assert_eq!(Atlas::from_bytes(&small().to_bytes().unwrap()), Ok(small()));
        assert_eq!(Atlas::from_bytes(b""), Err(Damaged));
    }

    proptest! {
        #[test]
        fn damage_is_an_error_or_another_atlas(at in 0usize..400, byte in any::<u8>(), cut in 0usize..400) {
            let mut body = unpacked(&small());
            let at = at % body.len();
            body[at] = byte;
            body.truncate(body.len().max(cut) - cut.min(body.len() / 2));
            let mut reader = Reader(&body);
            if let Ok(atlas) = reader.atlas() {
                prop_assert!(atlas.lines.iter().flatten().all(|spot| spot.is_on_globe()));
                let all = atlas.divisions.iter().flat_map(|division| &division.lines);
                prop_assert!(all.into_iter().all(|line| (*line as usize) < atlas.lines.len()));
            }
        }

        #[test]
        fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = Reader(&bytes).atlas();
            let _ = Atlas::from_bytes(&[MARK, &bytes].concat());
        }
    }
}
