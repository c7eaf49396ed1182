//! The icon as pixels, for home screens that take no SVG: the shapes of `style/icon.svg`, drawn square.

use std::io::Write;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

/// A rectangle on a grid of 16 by 16: left, top, right, bottom, color.
type Shape = (u32, u32, u32, u32, [u8; 3]);

const PAPER: [u8; 3] = [255, 255, 255];
const COVER: [u8; 3] = [0x1f, 0x4e, 0x79];
const SPINE: [u8; 3] = [0x9f, 0xb8, 0xcf];

/// A book with three lines on it.
const SHAPES: [Shape; 5] = [
    (3, 1, 13, 15, COVER),
    (6, 4, 11, 5, PAPER),
    (6, 7, 11, 8, PAPER),
    (6, 10, 9, 11, PAPER),
    (3, 1, 4, 15, SPINE),
];

/// The icon as PNG, `size` pixels wide and high, on white, with a margin that a round mask may cut.
pub(crate) fn png(size: u32) -> Vec<u8> {
    let mut rows = Vec::with_capacity((size * (size * 3 + 1)) as usize);
    for y in 0..size {
        rows.push(0);
        for x in 0..size {
            rows.extend_from_slice(&color(x, y, size));
        }
    }
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    // Writing into a vector has no way to fail.
    let _ = packed.write_all(&rows);
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut head = size.to_be_bytes().to_vec();
    head.extend_from_slice(&size.to_be_bytes());
    head.extend_from_slice(&[8, 2, 0, 0, 0]);
    chunk(b"IHDR", &head, &mut out);
    chunk(b"IDAT", &packed.finish().unwrap_or_default(), &mut out);
    chunk(b"IEND", &[], &mut out);
    out
}

/// The color at a pixel. The grid has a margin of 4 around the shapes' 16.
fn color(x: u32, y: u32, size: u32) -> [u8; 3] {
    let at = |pixel: u32| (pixel * 24 / size).checked_sub(4);
    let (Some(x), Some(y)) = (at(x), at(y)) else { return PAPER };
    let inside = |shape: &&Shape| (shape.0..shape.2).contains(&x) && (shape.1..shape.3).contains(&y);
    SHAPES.iter().rev().find(inside).map_or(PAPER, |shape| shape.4)
}

fn chunk(kind: &[u8; 4], content: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(&(content.len() as u32).to_be_bytes());
    out.extend_from_slice(kind);
    out.extend_from_slice(content);
    let mut sum = Crc::new();
    sum.update(kind);
    sum.update(content);
    out.extend_from_slice(&sum.sum().to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_book_stands_in_the_middle() {
        assert_eq!(color(0, 0, 192), PAPER);
        assert_eq!(color(96, 48, 192), COVER);
        assert_eq!(color(57, 96, 192), SPINE);
        let made = png(48);
        assert!(made.starts_with(b"\x89PNG"));
        assert_eq!(made, png(48));
    }
}
