//! Writing an export piece by piece.

use crate::cell::Cell;
use crate::record::{FORMAT, Head, record};
use crate::spot::{degrees, spot};
use crate::{csv, json};
use index::{Corpus, Point};
use query::Answer;

/// What an export is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// For spreadsheets.
    #[default]
    Csv,
    /// For programs.
    JsonLines,
    /// For maps.
    GeoJson,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Csv, Self::JsonLines, Self::GeoJson];

    /// The ending of files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::JsonLines => "jsonl",
            Self::GeoJson => "geojson",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::JsonLines => "application/jsonl",
            Self::GeoJson => "application/geo+json",
        }
    }
}

/// How an export is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// As what.
    pub format: Format,
    /// CSV: guards texts that a spreadsheet might take for formulas.
    pub guard: bool,
    /// CSV: begins with a byte order mark, without which Excel garbles all but Latin letters.
    pub mark: bool,
    /// The language of names (BCP 47).
    pub lang: String,
    /// The view: address fragment with corpus hash and counts, by which it can be checked later.
    pub view: String,
}

/// An export under way.
#[derive(Clone, Debug)]
pub struct Taking {
    options: Options,
    format: String,
    corpus: String,
    written: u32,
    /// West, south, east, north.
    bounds: Option<[i32; 4]>,
}

impl Taking {
    /// Begins an export of this corpus, and writes what comes before the first statement.
    pub fn begin(options: Options, corpus: &Corpus, out: &mut String) -> Self {
        let guarded = options.format == Format::Csv && options.guard;
        let format = if guarded { [FORMAT, " guarded"].concat() } else { FORMAT.to_owned() };
        let taking = Self { options, format, corpus: short_hash(corpus), written: 0, bounds: None };
        match taking.options.format {
            Format::Csv => {
                if taking.options.mark {
                    out.push('\u{feff}');
                }
                taking.header(out);
            }
            Format::JsonLines => {}
            Format::GeoJson => {
                out.push_str("{\"type\":\"FeatureCollection\",\"fieldbook\":{\"corpus\":");
                json::push_string(out, &hash(corpus));
                out.push_str(",\"view\":");
                json::push_string(out, &taking.options.view);
                out.push_str("},\"features\":[");
            }
        }
        taking
    }

    fn header(&self, out: &mut String) {
        let (nothing, mut first) = (Corpus::default(), true);
        self.cells(&nothing, usize::MAX, Answer::No, &mut |name, _| {
            csv::push(out, &Cell::Text(name.into()), first, false);
            first = false;
        });
        out.push_str(csv::LINE_END);
    }

    /// Writes more statements.
    pub fn write(&mut self, corpus: &Corpus, rows: &[(u32, Answer)], out: &mut String) {
        for &(row, answer) in rows {
            self.statement(corpus, row as usize, answer, out);
            self.count();
        }
    }

    /// Writes what comes after the last statement.
    pub fn end(&self, out: &mut String) {
        if self.options.format != Format::GeoJson {
            return;
        }
        out.push_str("\n]");
        if let Some(bounds) = self.bounds {
            out.push_str(",\"bbox\":[");
            for (at, units) in bounds.into_iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                out.push_str(&degrees(units));
            }
            out.push(']');
        }
        out.push_str("}\n");
    }

    /// How many statements were written.
    pub fn written(&self) -> u32 {
        self.written
    }

    fn statement(&mut self, corpus: &Corpus, row: usize, answer: Answer, out: &mut String) {
        let (format, guard, mut first) = (self.options.format, self.options.guard, true);
        if format == Format::GeoJson {
            out.push_str(if self.written > 0 { ",\n" } else { "\n" });
            out.push_str("{\"type\":\"Feature\",\"geometry\":");
            self.geometry(spot(corpus, row), out);
            out.push_str(",\"properties\":");
        }
        if format != Format::Csv {
            out.push('{');
        }
        self.cells(corpus, row, answer, &mut |name, cell| {
            match format {
                Format::Csv => csv::push(out, &cell, first, guard),
                _ => json::push_member(out, name, &cell, first),
            }
            first = false;
        });
        out.push_str(match format {
            Format::Csv => csv::LINE_END,
            Format::JsonLines => "}\n",
            Format::GeoJson => "}}",
        });
    }

    /// Counts a statement that was written by its [`Taking::cells`].
    pub fn count(&mut self) {
        self.written += 1;
    }

    /// The cells of a statement. The first statement carries the view for all.
    pub fn cells<'c>(
        &'c self,
        corpus: &'c Corpus,
        row: usize,
        answer: Answer,
        put: &mut dyn FnMut(&'static str, Cell<'c>),
    ) {
        let head = Head { lang: &self.options.lang, format: &self.format, corpus: &self.corpus };
        record(corpus, &head, row, answer, put);
        let view = &*self.options.view;
        let here = self.written == 0 && !view.is_empty();
        put("fieldbook_view", if here { Cell::Text(view.into()) } else { Cell::Empty });
    }

    fn geometry(&mut self, spot: Option<Point>, out: &mut String) {
        let Some(Point { lat, lon }) = spot else { return out.push_str("null") };
        let [west, south, east, north] = self.bounds.unwrap_or([lon, lat, lon, lat]);
        self.bounds = Some([west.min(lon), south.min(lat), east.max(lon), north.max(lat)]);
        out.push_str("{\"type\":\"Point\",\"coordinates\":[");
        out.push_str(&degrees(lon));
        out.push(',');
        out.push_str(&degrees(lat));
        out.push_str("]}");
    }
}

/// How many digits of a hash an address and every row carry.
const SHORT_DIGITS: usize = 12;

/// As much of a corpus's hash as tells versions of one corpus apart.
pub fn short_hash(corpus: &Corpus) -> String {
    let mut hash = hash(corpus);
    hash.truncate(SHORT_DIGITS);
    hash
}

/// A corpus's hash in hexadecimal.
pub fn hash(corpus: &Corpus) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
    corpus.hash.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
