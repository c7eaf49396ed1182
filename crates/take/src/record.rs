//! A statement as named cells: the one place that says what an export holds.

use crate::cell::Cell;
use crate::figure;
use crate::names::{
    actor_kind_name, answer_name, form_name, how_name, level_name, made_name, precision_name, role_name,
};
use crate::notation::{UNNAMED, push_step};
use crate::spot::degrees;
use index::{
    ActorEntry, Corpus, Day, Derivation, Field, Figure, Measure, NONE, Name, Report, Role, Span, name_in,
};
use query::Answer;
use std::borrow::Cow;

/// The version of the cells that are read back.
pub const FORMAT: &str = "1";

/// How the header of an export as CSV begins: what tells it from other tables with semicolons in their cells.
pub const HEADER_BEGINS: &str = "id,answer,date,";

/// Stands where a date's words give no days.
pub const NO_DATES: &str = "none";

/// Takes a cell under its name.
pub type Put<'p, 'c> = dyn FnMut(&'static str, Cell<'c>) + 'p;

/// What an export says of every statement beside the statement itself.
pub struct Head<'c> {
    /// The names' language.
    pub lang: &'c str,
    /// [`FORMAT`], and whether texts are guarded.
    pub format: &'c str,
    /// The corpus's hash.
    pub corpus: &'c str,
}

/// Names all cells of a statement, in order. Past the last statement all of them are empty, which gives the
/// names alone.
pub fn record<'c>(corpus: &'c Corpus, head: &Head<'c>, row: usize, answer: Answer, put: &mut Put<'_, 'c>) {
    let statements = &corpus.statements;
    let report = statements.reports.get(row).and_then(|&at| corpus.reports.get(at as usize));
    let one = Statement { corpus, lang: head.lang, row };
    put("id", text(statements.ids.get(row)));
    put("answer", text(answer_name(answer)));
    one.date(put);
    one.who(put);
    put("kind", one.path_list(&statements.kinds.get(row), kind(corpus)));
    one.place(put);
    one.figures(put);
    put("summary", text(statements.summaries.get(row)));
    put("quote", one.quote(report));
    let event = statements.events.get(row).map_or("", |&at| corpus.events.get(at as usize));
    put("event", text(event));
    put("made", statements.made.get(row).map_or(Cell::Empty, |&made| text(made_name(made))));
    put("source", one.path_list(&statements.sources.get(row), source(corpus)));
    one.report(report, put);
    one.read_back(report, put);
    put("fieldbook_format", text(head.format));
    put("fieldbook_corpus", text(head.corpus));
}

/// One statement.
struct Statement<'c> {
    corpus: &'c Corpus,
    lang: &'c str,
    row: usize,
}

/// Looks up an entry of a tree: its class, id, names, and parent.
type Look<'c> = dyn Fn(u32) -> Option<(Cow<'static, str>, &'c str, &'c [Name], u32)> + 'c;

fn actor<'c>(corpus: &'c Corpus) -> Box<Look<'c>> {
    Box::new(|at| {
        let actor = corpus.actors.get(at as usize)?;
        let kind = actor_kind_name(actor.kind);
        let class = if actor.private { ["private ", kind].concat().into() } else { kind.into() };
        Some((class, &*actor.id, &*actor.names, actor.parent))
    })
}

fn place<'c>(corpus: &'c Corpus) -> Box<Look<'c>> {
    Box::new(|at| {
        let place = corpus.places.get(at as usize)?;
        Some((level_name(place.level).into(), &*place.id, &*place.names, place.parent))
    })
}

fn kind<'c>(corpus: &'c Corpus) -> Box<Look<'c>> {
    Box::new(|at| corpus.kinds.get(at as usize).map(|it| ("".into(), &*it.id, &*it.names, it.parent)))
}

fn source<'c>(corpus: &'c Corpus) -> Box<Look<'c>> {
    Box::new(|at| corpus.sources.get(at as usize).map(|it| ("".into(), &*it.id, &*it.names, it.parent)))
}

impl<'c> Statement<'c> {
    fn date(&self, put: &mut Put<'_, 'c>) {
        let spans = self.corpus.statements.dates.get(self.row);
        let edtf = self.corpus.statements.edtf.get(self.row);
        put("date", if edtf.is_empty() { owned(dates_shown(&spans)) } else { text(edtf) });
        let day = |day: Option<Day>| day.map_or(Cell::Empty, |day| owned(day.to_string()));
        let open = |end: fn(&Span) -> Option<Day>| spans.iter().any(|span| end(span).is_none());
        let (from, to) = (open(|span| span.from), open(|span| span.to));
        put("date_from", day(spans.iter().filter_map(|span| span.from).min().filter(|_| !from)));
        put("date_to", day(spans.iter().filter_map(|span| span.to).max().filter(|_| !to)));
        let derived = self.derivation(Field::Date);
        put("date_words", derived.map_or(Cell::Empty, |derived| text(&derived.words)));
        put("date_how", derived.map_or(Cell::Empty, |derived| text(how_name(derived.how))));
    }

    /// How a value was made.
    fn derivation(&self, field: Field) -> Option<&'c Derivation> {
        let all = &self.corpus.derivations;
        let start = all.partition_point(|derived| (derived.statement as usize) < self.row);
        let own = all.get(start..)?.iter().take_while(|derived| derived.statement as usize == self.row);
        own.into_iter().find(|derived| derived.field == field)
    }

    fn who(&self, put: &mut Put<'_, 'c>) {
        let actors = self.corpus.statements.actors.get(self.row);
        let names =
            [("initiator", Role::Initiator), ("affected", Role::Affected), ("mentioned", Role::Mentioned)];
        let in_role = |role: Role| {
            let entries = actors.iter().filter(|entry| entry.role == role);
            self.names(entries.map(|entry| (entry.actor, entry.group)).collect())
        };
        for (name, role) in names {
            put(name, in_role(role));
        }
        let speakers = self.corpus.statements.speakers.get(self.row);
        put("speaker", self.names(speakers.iter().map(|entry| (entry.actor, entry.group)).collect()));
        put("relay", in_role(Role::Relay));
    }

    /// Names of actors, alternatives joined by a stroke.
    fn names(&self, entries: Vec<(u32, u16)>) -> Cell<'c> {
        let name = |at: u32| {
            self.corpus.actors.get(at as usize).map_or("(unnamed)", |actor| name_in(&actor.names, self.lang))
        };
        list(grouped(&entries, " | ", &mut |out, at| {
            out.push_str(entries.get(at).map_or("", |entry| name(entry.0)));
        }))
    }

    /// Each entry's names from the outermost down.
    fn path_list(&self, entries: &[u32], look: Box<Look<'c>>) -> Cell<'c> {
        list(entries.iter().map(|&entry| self.path(entry, &look)).collect())
    }

    fn path(&self, entry: u32, look: &Look<'c>) -> String {
        let chain = chain(entry, look);
        let names: Vec<&str> = chain.iter().filter_map(|&at| Some(name_in(look(at)?.2, self.lang))).collect();
        names.join(" > ")
    }

    fn place(&self, put: &mut Put<'_, 'c>) {
        let entries = self.corpus.statements.places.get(self.row);
        let look = place(self.corpus);
        let groups: Vec<(u32, u16)> = entries.iter().map(|entry| (entry.place, entry.group)).collect();
        put(
            "place",
            list(grouped(&groups, " | ", &mut |out, at| {
                out.push_str(&entries.get(at).map_or(String::new(), |entry| self.path(entry.place, &look)));
            })),
        );
        // Of several places none stands for all.
        let only = entries.first().filter(|_| entries.len() == 1);
        let place = only.and_then(|entry| self.corpus.places.get(entry.place as usize));
        put("place_level", place.map_or(Cell::Empty, |place| text(level_name(place.level))));
        put("place_precision", only.map_or(Cell::Empty, |entry| text(precision_name(entry.precision))));
        let point = place.and_then(|place| place.point);
        put("latitude", point.map_or(Cell::Empty, |point| Cell::Number(degrees(point.lat))));
        put("longitude", point.map_or(Cell::Empty, |point| Cell::Number(degrees(point.lon))));
    }

    /// The whole figure of each measure, where the statement gives exactly one: several are never added up here.
    fn figures(&self, put: &mut Put<'_, 'c>) {
        let figures = self.corpus.statements.figures.get(self.row);
        let names = [
            (Measure::Killed, ["killed_low", "killed_best", "killed_high"]),
            (Measure::Injured, ["injured_low", "injured_best", "injured_high"]),
            (Measure::Displaced, ["displaced_low", "displaced_best", "displaced_high"]),
        ];
        for (measure, names) in names {
            let mut whole = figures.iter().filter(|it| it.measure == measure && it.part_of == NONE);
            let only: Option<&Figure> = whole.next().filter(|_| whole.next().is_none());
            let counts = only.map_or([None; 3], |figure| [figure.low, figure.best, figure.high]);
            for (name, count) in names.into_iter().zip(counts) {
                put(name, count.map_or(Cell::Empty, |count| Cell::Number(count.to_string())));
            }
        }
        put(
            "figure_words",
            list(figures.iter().map(|figure| figure.words.clone()).filter(|it| !it.is_empty()).collect()),
        );
    }

    /// The words of the report, or of its digest; `report_form` says which.
    fn quote(&self, report: Option<&'c Report>) -> Cell<'c> {
        let own = self.corpus.statements.quotes.get(self.row);
        if !own.is_empty() {
            return text(own);
        }
        let words = |span: &index::TextSpan| {
            let paragraph = report?.paragraphs.get(span.paragraph as usize)?;
            paragraph.text.get(span.start as usize..span.end as usize)
        };
        let spans: Vec<&str> = self.corpus.statements.spans.get(self.row).iter().filter_map(words).collect();
        match spans.as_slice() {
            [one] => text(one),
            spans => owned(spans.join(" … ")),
        }
    }

    fn report(&self, report: Option<&'c Report>, put: &mut Put<'_, 'c>) {
        let field = |field: fn(&Report) -> &str| report.map_or(Cell::Empty, |report| text(field(report)));
        put("report", field(|report| &report.id));
        put("report_title", field(|report| &report.title));
        put("report_author", field(|report| &report.author));
        put("report_form", field(form_name));
        put("report_language", field(|report| &report.language));
        put("report_published", field(|report| &report.published.edtf));
        put("report_published_how", field(|report| how_name(report.published.how)));
        let span = self.corpus.statements.spans.get(self.row).first();
        let paragraph =
            span.zip(report).and_then(|(span, report)| report.paragraphs.get(span.paragraph as usize));
        let number = paragraph.map(|paragraph| paragraph.original).filter(|number| *number > 0);
        put("report_paragraph", number.map_or(Cell::Empty, |number| Cell::Number(number.to_string())));
        put("report_url", field(|report| &report.url));
        put("report_archive", field(|report| &report.archive));
        put("report_licence", field(|report| &report.licence));
        put("report_citation", field(|report| &report.citation));
        put("report_sha256", field(|report| &report.sha256));
    }

    /// The cells that the compiler reads back.
    fn read_back(&self, report: Option<&'c Report>, put: &mut Put<'_, 'c>) {
        let (corpus, row) = (self.corpus, self.row);
        let statements = &corpus.statements;
        let dates = statements.dates.get(row);
        // One interval is read from the date itself.
        let simple = dates.len() <= 1 && statements.edtf.get(row).is_empty();
        let spans: Vec<String> = match &*dates {
            _ if simple => Vec::new(),
            [] => vec![NO_DATES.to_owned()],
            dates => dates.iter().map(Span::to_string).collect(),
        };
        put("fieldbook_dates", list(spans));
        let (actors, look) = (statements.actors.get(row), actor(corpus));
        let groups: Vec<(u32, u16)> = actors.iter().map(|entry| (entry.actor, entry.group)).collect();
        put(
            "fieldbook_actors",
            list(grouped(&groups, "|", &mut |out, at| {
                let Some(ActorEntry { actor, role, .. }) = actors.get(at).copied() else { return };
                out.push_str(role_name(role));
                out.push('@');
                self.push_actor(out, actor, &look);
            })),
        );
        let speakers = statements.speakers.get(row);
        let groups: Vec<(u32, u16)> = speakers.iter().map(|entry| (entry.actor, entry.group)).collect();
        put(
            "fieldbook_speakers",
            list(grouped(&groups, "|", &mut |out, at| {
                self.push_actor(out, groups.get(at).map_or(NONE, |group| group.0), &look);
            })),
        );
        put("fieldbook_kinds", self.step_list(&statements.kinds.get(row), &kind(corpus)));
        put("fieldbook_places", self.places());
        put("fieldbook_sources", self.step_list(&statements.sources.get(row), &source(corpus)));
        let figures = statements.figures.range(row);
        put("fieldbook_figures", list(figures.map(|at| figure::written(corpus, at)).collect()));
        let publisher = report.map_or(NONE, |report| report.source);
        let publisher: &[u32] = if publisher == NONE { &[] } else { &[publisher] };
        put("fieldbook_publisher", self.step_list(publisher, &source(corpus)));
    }

    fn push_actor(&self, out: &mut String, actor: u32, look: &Look<'c>) {
        if actor == NONE {
            out.push_str(UNNAMED);
        } else {
            self.push_steps(out, actor, look);
        }
    }

    fn places(&self) -> Cell<'c> {
        let places = self.corpus.statements.places.get(self.row);
        let look = place(self.corpus);
        let groups: Vec<(u32, u16)> = places.iter().map(|entry| (entry.place, entry.group)).collect();
        list(grouped(&groups, "|", &mut |out, at| {
            let Some(entry) = places.get(at) else { return };
            self.push_steps(out, entry.place, &look);
            out.push('@');
            out.push_str(precision_name(entry.precision));
            if let Some(point) = self.corpus.places.get(entry.place as usize).and_then(|place| place.point) {
                out.push('@');
                out.push_str(&degrees(point.lat));
                out.push(',');
                out.push_str(&degrees(point.lon));
            }
        }))
    }

    fn step_list(&self, entries: &[u32], look: &Look<'c>) -> Cell<'c> {
        let steps = |&entry: &u32| {
            let mut out = String::new();
            self.push_steps(&mut out, entry, look);
            out
        };
        list(entries.iter().map(steps).collect())
    }

    fn push_steps(&self, out: &mut String, entry: u32, look: &Look<'c>) {
        for (at, step) in chain(entry, look).into_iter().enumerate() {
            if at > 0 {
                out.push('>');
            }
            if let Some((class, id, names, _)) = look(step) {
                push_step(out, &class, id, name_in(names, &self.corpus.about.language));
            }
        }
    }
}

/// The entries from the outermost down to this one. A parent stands before its children, so this ends.
fn chain(entry: u32, look: &Look) -> Vec<u32> {
    let (mut chain, mut at) = (Vec::new(), entry);
    while let Some((_, _, _, parent)) = look(at) {
        chain.push(at);
        at = if parent < at { parent } else { NONE };
    }
    chain.reverse();
    chain
}

/// One text for each group, in the order in which groups first stand; `push` writes an entry.
fn grouped(entries: &[(u32, u16)], between: &str, push: &mut dyn FnMut(&mut String, usize)) -> Vec<String> {
    let mut groups: Vec<(u16, String)> = Vec::new();
    for (at, &(_, group)) in entries.iter().enumerate() {
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, out)) => {
                out.push_str(between);
                push(out, at);
            }
            None => {
                let mut out = String::new();
                push(&mut out, at);
                groups.push((group, out));
            }
        }
    }
    groups.into_iter().map(|(_, out)| out).collect()
}

/// The days as EDTF; several as a set.
pub fn dates_shown(spans: &[Span]) -> String {
    match spans {
        [] => String::new(),
        [one] => one.to_string(),
        spans => {
            let spans: Vec<String> = spans.iter().map(|span| span.to_string().replace('/', "..")).collect();
            ["{", &spans.join(","), "}"].concat()
        }
    }
}

fn text(text: &str) -> Cell<'_> {
    if text.is_empty() { Cell::Empty } else { Cell::Text(Cow::Borrowed(text)) }
}

fn owned<'c>(text: String) -> Cell<'c> {
    if text.is_empty() { Cell::Empty } else { Cell::Text(Cow::Owned(text)) }
}

fn list<'c>(list: Vec<String>) -> Cell<'c> {
    if list.is_empty() { Cell::Empty } else { Cell::List(list) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_days_are_a_set() {
        let days = |text: &str| index::date::parse_edtf(text).unwrap_or_default();
        assert_eq!(dates_shown(&days("2020-02-27")), "2020-02-27");
        assert_eq!(dates_shown(&days("{2024-11-27,2024-12}")), "{2024-11-27,2024-12-01..2024-12-31}");
        assert_eq!(dates_shown(&[]), "");
    }
}
