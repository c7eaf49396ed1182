//! Statements to Parquet: a row each, lists as lists, low, best and high apart.
//!
//! Behind the columns with types stand those of other exports as texts, so that a Parquet file is read back into the
//! same statements as well.

use crate::failure::Failure;
use index::{Corpus, Figure, Measure, NONE, Role, name_in};
use parquet::basic::{Compression, ZstdLevel};
use parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;
use query::Answer;
use std::path::Path;
use std::sync::Arc;
use take::Taking;
use take::cell::{BETWEEN, Cell};

/// How many statements one group of rows holds.
const GROUP_ROWS: usize = 50_000;

const SCHEMA: &str = "message statements {
    required binary id (UTF8);
    optional binary report (UTF8);
    optional int32 date_from (DATE);
    optional int32 date_to (DATE);
    optional binary edtf (UTF8);
    repeated binary initiator (UTF8);
    repeated binary affected (UTF8);
    repeated binary mentioned (UTF8);
    repeated binary speaker (UTF8);
    repeated binary relay (UTF8);
    optional binary place (UTF8);
    optional double latitude;
    optional double longitude;
    repeated binary kind (UTF8);
    repeated binary source (UTF8);
    optional int64 killed_low;
    optional int64 killed_best;
    optional int64 killed_high;
    optional int64 injured_best;
    optional int64 displaced_best;
    optional binary summary (UTF8);
    optional binary quote (UTF8);
";

/// Writes statements in this order; with their answers and all that reads them back where `view` says what was asked.
///
/// # Errors
/// Where the file cannot be written.
pub fn export(
    corpus: &Corpus,
    rows: &[(u32, Answer)],
    view: Option<&str>,
    path: &Path,
) -> Result<(), Failure> {
    let bytes = written(corpus, rows, view).map_err(|error| Failure::write(path, error))?;
    crate::output::write(path, &bytes)
}

fn written(
    corpus: &Corpus,
    rows: &[(u32, Answer)],
    view: Option<&str>,
) -> Result<Vec<u8>, parquet::errors::ParquetError> {
    let lang = corpus.about.language.clone();
    let options = take::Options {
        format: take::Format::JsonLines,
        lang,
        view: view.unwrap_or_default().to_owned(),
        ..Default::default()
    };
    let mut taking = Taking::begin(options, corpus, &mut String::new());
    let further = if view.is_some() { further(&taking) } else { Vec::new() };
    let mut schema = SCHEMA.to_owned();
    for name in &further {
        schema.push_str(&format!("    optional binary {name} (UTF8);\n"));
    }
    schema.push('}');
    let schema = Arc::new(parse_message_type(&schema)?);
    let zstd = Compression::ZSTD(ZstdLevel::try_new(3)?);
    let properties = Arc::new(WriterProperties::builder().set_compression(zstd).build());
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, properties)?;
    for rows in rows.chunks(GROUP_ROWS) {
        let mut group = Group { corpus, rows, writer: writer.next_row_group()? };
        group.write()?;
        if !further.is_empty() {
            group.further(&mut taking, &further)?;
        }
        group.writer.close()?;
    }
    writer.into_inner()
}

/// The names of the cells that no typed column holds.
fn further(taking: &Taking) -> Vec<&'static str> {
    let (nothing, mut names) = (Corpus::default(), Vec::new());
    taking.cells(&nothing, usize::MAX, Answer::No, &mut |name, _| {
        if !SCHEMA.contains(&[" ", name, " ("].concat()) && !SCHEMA.contains(&[" ", name, ";"].concat()) {
            names.push(name);
        }
    });
    names
}

/// A cell as a text.
fn text_of(cell: Cell) -> Option<String> {
    match cell {
        Cell::Empty => None,
        Cell::Text(text) => Some(text.into_owned()),
        Cell::Number(number) => Some(number),
        Cell::List(list) => Some(list.join(BETWEEN)),
    }
}

struct Group<'c, 'w> {
    corpus: &'c Corpus,
    rows: &'c [(u32, Answer)],
    writer: SerializedRowGroupWriter<'w, Vec<u8>>,
}

type Done = Result<(), parquet::errors::ParquetError>;

impl<'c> Group<'c, '_> {
    fn rows(&self) -> impl Iterator<Item = usize> + use<'c> {
        self.rows.iter().map(|&(row, _)| row as usize)
    }

    /// Writes the columns in the schema's order.
    fn write(&mut self) -> Done {
        let (corpus, statements) = (self.corpus, &self.corpus.statements);
        let language = corpus.about.language.as_str();
        let actor = |at: u32| {
            corpus.actors.get(at as usize).map_or("(unnamed)", |actor| name_in(&actor.names, language))
        };
        let acting = |row: usize, role: Role| {
            let entries = statements.actors.get(row).into_iter().filter(|entry| entry.role == role);
            entries.map(|entry| actor(entry.actor)).collect()
        };
        let place = |row: usize| {
            let entry = *statements.places.get(row).first()?;
            corpus.places.get(entry.place as usize)
        };
        self.required(|row| statements.ids.get(row))?;
        self.text(|row| {
            corpus.reports.get(*statements.reports.get(row)? as usize).map(|report| report.id.clone())
        })?;
        let day = |row: usize, first: bool| {
            let spans = statements.dates.get(row).into_iter();
            let day = if first { spans.map(|span| span.from).min() } else { spans.map(|span| span.to).max() };
            day.flatten().map(|day| day.0)
        };
        self.values::<Int32Type>(|row| day(row, true))?;
        self.values::<Int32Type>(|row| day(row, false))?;
        self.text(|row| Some(statements.edtf.get(row).to_owned()))?;
        for role in [Role::Initiator, Role::Affected, Role::Mentioned] {
            self.list(|row| acting(row, role))?;
        }
        self.list(|row| statements.speakers.get(row).iter().map(|entry| actor(entry.actor)).collect())?;
        self.list(|row| acting(row, Role::Relay))?;
        self.text(|row| Some(path(corpus, place(row)?)))?;
        self.values::<DoubleType>(|row| Some(place(row)?.point?.lat_degrees()))?;
        self.values::<DoubleType>(|row| Some(place(row)?.point?.lon_degrees()))?;
        self.list(|row| {
            let kinds = statements.kinds.get(row).into_iter().filter_map(|at| corpus.kinds.get(at as usize));
            kinds.map(|kind| name_in(&kind.names, language)).collect()
        })?;
        self.list(|row| {
            let sources =
                statements.sources.get(row).into_iter().filter_map(|at| corpus.sources.get(at as usize));
            sources.map(|source| name_in(&source.names, language)).collect()
        })?;
        self.figure(Measure::Killed, |figure| figure.low)?;
        self.figure(Measure::Killed, |figure| figure.best)?;
        self.figure(Measure::Killed, |figure| figure.high)?;
        self.figure(Measure::Injured, |figure| figure.best)?;
        self.figure(Measure::Displaced, |figure| figure.best)?;
        self.text(|row| Some(statements.summaries.get(row).to_owned()))?;
        self.text(|row| Some(statements.quotes.get(row).to_owned()))
    }

    /// A whole figure of a measure, where the statement gives exactly one: several are never added up here.
    fn figure(&mut self, measure: Measure, count: impl Fn(&Figure) -> Option<u64>) -> Done {
        let figures = &self.corpus.statements.figures;
        self.values::<Int64Type>(|row| {
            let mut whole = figures
                .get(row)
                .into_iter()
                .filter(|figure| figure.measure == measure && figure.part_of == NONE);
            let only = whole.next().filter(|_| whole.next().is_none())?;
            count(&only).and_then(|count| i64::try_from(count).ok())
        })
    }

    /// Writes the cells that no typed column holds.
    fn further(&mut self, taking: &mut Taking, names: &[&'static str]) -> Done {
        let mut columns: Vec<Vec<Option<String>>> = names.iter().map(|_| Vec::new()).collect();
        for &(row, answer) in self.rows {
            let mut at = 0;
            taking.cells(self.corpus, row as usize, answer, &mut |name, cell| {
                if names.get(at) == Some(&name) {
                    columns.get_mut(at).into_iter().for_each(|column| column.push(text_of(cell.clone())));
                    at += 1;
                }
            });
            taking.count();
        }
        for column in columns {
            let mut cells = column.into_iter();
            self.text(|_| cells.next().flatten())?;
        }
        Ok(())
    }

    fn required(&mut self, value: impl Fn(usize) -> &'c str) -> Done {
        let values: Vec<ByteArray> = self.rows().map(|row| ByteArray::from(value(row))).collect();
        self.batch::<ByteArrayType>(&values, None, None)
    }

    /// Texts, of which empty ones are null.
    fn text(&mut self, mut value: impl FnMut(usize) -> Option<String>) -> Done {
        self.values::<ByteArrayType>(|row| {
            let text = value(row).filter(|text| !text.is_empty())?;
            Some(ByteArray::from(text.into_bytes()))
        })
    }

    fn values<T: DataType>(&mut self, value: impl FnMut(usize) -> Option<T::T>) -> Done {
        let cells: Vec<Option<T::T>> = self.rows().map(value).collect();
        let levels: Vec<i16> = cells.iter().map(|cell| i16::from(cell.is_some())).collect();
        let values: Vec<T::T> = cells.into_iter().flatten().collect();
        self.batch::<T>(&values, Some(&levels), None)
    }

    fn list(&mut self, list: impl Fn(usize) -> Vec<&'c str>) -> Done {
        let (mut values, mut defined, mut repeated) = (Vec::new(), Vec::new(), Vec::new());
        for row in self.rows() {
            let all = list(row);
            if all.is_empty() {
                defined.push(0);
                repeated.push(0);
            }
            for (at, value) in all.into_iter().enumerate() {
                values.push(ByteArray::from(value));
                defined.push(1);
                repeated.push(i16::from(at > 0));
            }
        }
        self.batch::<ByteArrayType>(&values, Some(&defined), Some(&repeated))
    }

    fn batch<T: DataType>(
        &mut self,
        values: &[T::T],
        defined: Option<&[i16]>,
        repeated: Option<&[i16]>,
    ) -> Done {
        if let Some(mut column) = self.writer.next_column()? {
            column.typed::<T>().write_batch(values, defined, repeated)?;
            column.close()?;
        }
        Ok(())
    }
}

/// The names from the outermost place down.
fn path(corpus: &Corpus, place: &index::Place) -> String {
    let mut names = Vec::new();
    let mut at = Some(place);
    while let Some(place) = at {
        names.push(name_in(&place.names, &corpus.about.language));
        at = corpus.places.get(place.parent as usize);
    }
    names.reverse();
    names.join(" > ")
}
