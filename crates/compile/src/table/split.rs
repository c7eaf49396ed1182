//! Text to records: RFC 4180 with any delimiter, cells borrowed from the text wherever they stand there as
//! they are.
//!
//! What stands in no rule is read as the `csv` crate reads it (a property test holds the two together): a
//! quotation mark inside an unquoted cell is a letter; letters behind a closing quotation mark belong to the
//! cell; CR, LF and CRLF end a record; records without any letter are skipped.

use memchr::{memchr, memchr3};
use std::borrow::Cow;

/// Walks through a text, record by record.
pub(crate) struct Splitter<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    delimiter: u8,
    comments: bool,
}

impl<'a> Splitter<'a> {
    /// Starts at the text's beginning; `comments` says whether a line that begins with `#` is one.
    pub fn new(text: &'a str, delimiter: u8, comments: bool) -> Self {
        Self { text, at: 0, line: 1, delimiter, comments }
    }

    /// Puts the cells of the next record into `cells`; gives its line, or nothing at the end.
    pub fn next(&mut self, cells: &mut Vec<Cow<'a, str>>) -> Option<u32> {
        cells.clear();
        self.skip();
        let bytes = self.text.as_bytes();
        bytes.get(self.at)?;
        let line = self.line;
        loop {
            let cell = if bytes.get(self.at) == Some(&b'"') { self.quoted() } else { self.plain() };
            cells.push(cell);
            match bytes.get(self.at) {
                Some(&byte) if byte == self.delimiter => self.at += 1,
                _ => break,
            }
        }
        self.end_line();
        Some(line)
    }

    /// Passes empty lines and comments.
    fn skip(&mut self) {
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(self.at) {
                Some(b'\n') => {
                    self.at += 1;
                    self.line += 1;
                }
                Some(b'\r') => self.at += 1,
                Some(b'#') if self.comments => {
                    let rest = bytes.get(self.at..).unwrap_or_default();
                    self.at += memchr(b'\n', rest).unwrap_or(rest.len());
                }
                _ => return,
            }
        }
    }

    fn end_line(&mut self) {
        let bytes = self.text.as_bytes();
        if bytes.get(self.at) == Some(&b'\r') {
            self.at += 1;
        }
        if bytes.get(self.at) == Some(&b'\n') {
            self.at += 1;
            self.line += 1;
        }
    }

    fn plain(&mut self) -> Cow<'a, str> {
        let start = self.at;
        self.at = self.end_of_plain(start);
        Cow::Borrowed(self.text.get(start..self.at).unwrap_or_default())
    }

    fn end_of_plain(&self, from: usize) -> usize {
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        memchr3(self.delimiter, b'\n', b'\r', rest).map_or(self.text.len(), |length| from + length)
    }

    fn quoted(&mut self) -> Cow<'a, str> {
        let bytes = self.text.as_bytes();
        let mut own: Option<String> = None;
        let mut start = self.at + 1;
        loop {
            let rest = bytes.get(start..).unwrap_or_default();
            let length = memchr(b'"', rest);
            let end = length.map_or(self.text.len(), |length| start + length);
            let piece = self.text.get(start..end).unwrap_or_default();
            self.line += memchr::memchr_iter(b'\n', piece.as_bytes()).count() as u32;
            let doubled = bytes.get(end + 1) == Some(&b'"');
            if doubled {
                let own = own.get_or_insert_default();
                own.push_str(piece);
                own.push('"');
                start = end + 2;
                continue;
            }
            // Behind the closing quotation mark stands nothing, or letters that belong to the cell.
            self.at = self.text.len().min(end + 1);
            let tail = self.plain();
            return match own {
                None if tail.is_empty() => Cow::Borrowed(piece),
                own => Cow::Owned(own.unwrap_or_default() + piece + &tail),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str, delimiter: u8, comments: bool) -> Vec<Vec<String>> {
        let mut splitter = Splitter::new(text, delimiter, comments);
        let (mut cells, mut all) = (Vec::new(), Vec::new());
        while splitter.next(&mut cells).is_some() {
            all.push(cells.iter().map(|cell| cell.to_string()).collect());
        }
        all
    }

    fn by_the_library(text: &str, delimiter: u8, comments: bool) -> Vec<Vec<String>> {
        let comment = comments.then_some(b'#');
        let mut builder = csv::ReaderBuilder::new();
        builder.has_headers(false).flexible(true).comment(comment).delimiter(delimiter);
        let reader = builder.from_reader(text.as_bytes());
        reader.into_records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn records() {
        let check = |text: &str, expect: &[&[&str]]| assert_eq!(split(text, b',', true), expect, "{text:?}");
        check("a,b\r\nc,d", &[&["a", "b"], &["c", "d"]]);
        check("a,\n,b\n\n\n", &[&["a", ""], &["", "b"]]);
        check("\"a\nb\",\"say \"\"x\"\"\"\n", &[&["a\nb", "say \"x\""]]);
        check("# note\na\n", &[&["a"]]);
        check("\"open,\n", &[&["open,\n"]]);
        check("\"\"\n", &[&[""]]);
    }

    #[test]
    fn lines_are_counted_through_cells_and_comments() {
        let mut splitter = Splitter::new("# x\n\na,\"b\n\nc\"\r\n\nd\n", b',', true);
        let mut cells = Vec::new();
        assert_eq!(splitter.next(&mut cells), Some(3));
        assert_eq!(splitter.next(&mut cells), Some(7));
        assert_eq!(splitter.next(&mut cells), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn the_library_reads_the_same(text in "[a,;\"\n\r#é ]{0,24}", semicolon: bool, comments: bool) {
            let delimiter = if semicolon { b';' } else { b',' };
            // The library makes a record of a comment that the text ends in.
            let text = if comments { text + "\n" } else { text };
            prop_assert_eq!(split(&text, delimiter, comments), by_the_library(&text, delimiter, comments));
        }
    }
}
