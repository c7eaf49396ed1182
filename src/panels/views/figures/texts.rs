//! Figures in words: the rows of the table, and what a total says. Nothing here is computed about people; that is
//! done in `query::figures`.

use super::super::number::Opens;
use super::amounts::{amount, counts_as, sum, whom_of};
use super::passing::passed_on;
use crate::panels::statements::{actor, isolated, joined};
use crate::text::{Lang, date, fill};
use index::{Corpus, Measure};
use query::figures::{Entry, Figures, Held, Line, Says, Section, TablePart, Total};
use query::{Answer, Engine};

/// So many figures of a line are drawn; its list has them all.
const MOST: usize = 40;

/// A row of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Who says so; empty where it is the row's above.
    pub says: String,
    /// Whose reports pass it on; empty where a report or a table speaks for itself.
    pub passed_on: String,
    /// Of whom.
    pub whom: String,
    /// Whether the row belongs to the one above.
    pub inner: bool,
    /// When.
    pub period: String,
    /// What matches.
    pub matching: String,
    /// What only may match.
    pub may_match: String,
    /// Whether it is counted.
    pub counts_as: String,
    /// What it opens.
    pub opens: Opens,
}

/// Which tables are drawn.
pub struct Wanted<'a> {
    /// One measure, by its name in addresses; empty for all.
    pub measure: &'a str,
    /// With a total each.
    pub totals: bool,
    /// What the names of the group begin with whose figures these are.
    pub within: String,
}

/// A measure's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What is counted.
    pub title: &'static str,
    /// The lines with their figures.
    pub rows: Vec<Row>,
    /// Figures outside every sum.
    pub outside: Vec<Row>,
    /// How many speak, how many of them are independent, and how many reports pass it on.
    pub told: String,
    /// Whether some figure is part of another one.
    pub has_parts: bool,
    /// The total, line by line, where it was asked for.
    pub total: Option<Vec<(String, Opens)>>,
}

/// The tables of some figures.
pub fn tables(engine: &Engine, figures: &Figures, wanted: &Wanted, lang: Lang) -> Vec<Table> {
    let only = wanted.measure;
    let sections = figures
        .sections
        .iter()
        .filter(|it| only.is_empty() || query::figures::measure_id(it.measure) == only);
    sections.map(|section| table(engine, section, wanted, lang)).collect()
}

fn table(engine: &Engine, section: &Section, wanted: &Wanted, lang: Lang) -> Table {
    let desk = Desk { engine, corpus: engine.corpus(), section, lang, within: &wanted.within };
    let inner = |line: &Line| {
        line.entries.iter().any(|it| matches!(it.counts_as, query::figures::CountsAs::PartOf(_)))
    };
    Table {
        title: title(section.measure, lang),
        rows: section.lines.iter().flat_map(|line| desk.line(line)).collect(),
        outside: section.outside.iter().map(|entry| desk.entry(entry, false)).collect(),
        told: desk.told(),
        has_parts: section.lines.iter().any(|line| inner(line) || !line.parts.is_empty()),
        total: wanted.totals.then(|| desk.total(section.total(engine).as_ref())),
    }
}

/// A measure's name.
pub fn title(measure: Measure, lang: Lang) -> &'static str {
    let names = &lang.words().figuring.figures.measures;
    match measure {
        Measure::Killed => names[0],
        Measure::Injured => names[1],
        Measure::Missing => names[2],
        Measure::Detained => names[3],
        Measure::Displaced => names[4],
        Measure::Refugees => names[5],
        Measure::Residents => names[6],
        Measure::Other => names[7],
    }
}

/// Who says so.
pub fn says(corpus: &Corpus, says: &Says, lang: Lang) -> String {
    let words = lang.words();
    let titled = |template: &str, report: u32| {
        let title = corpus.reports.get(report as usize).map(|report| isolated(lang, &report.title));
        fill(template, &[title.as_deref().unwrap_or(words.none)])
    };
    match says {
        Says::Report(report) => titled(words.figuring.figures.report, *report),
        Says::Table(report) => titled(words.figuring.figures.table, *report),
        Says::Speakers(list) => {
            let unnamed = || words.reading.statements.unnamed.to_owned();
            let name = |&(who, group): &(u32, u16)| (group, actor(corpus, who, lang).unwrap_or_else(unnamed));
            joined(list.iter().map(name), lang)
        }
    }
}

/// What a statement's button opens.
pub fn opens(corpus: &Corpus, row: u32) -> Opens {
    let report = corpus.statements.reports.get(row as usize);
    let report = report.and_then(|&report| corpus.reports.get(report as usize));
    let report = report.map(|report| report.id.clone()).unwrap_or_default();
    Opens::Statement(corpus.statements.ids.get(row as usize).to_owned(), report)
}

struct Desk<'a> {
    engine: &'a Engine,
    /// See [`Wanted::within`].
    within: &'a str,
    corpus: &'a Corpus,
    section: &'a Section,
    lang: Lang,
}

impl Desk<'_> {
    fn told(&self) -> String {
        let (lang, words) = (self.lang, self.lang.words());
        let told = self.section.told(self.corpus);
        let counts = [
            words.speakers.with(lang, told.speakers.into()),
            words.figuring.accounts.origins.with(lang, told.origins.into()),
            words.reports.with(lang, told.reports.into()),
        ];
        counts.join(" · ")
    }

    /// A line: one row where it has one figure, else the sum and then its figures.
    fn line(&self, line: &Line) -> Vec<Row> {
        let words = &self.lang.words().figuring.figures;
        let (lang, speaker) = (self.lang, says(self.corpus, &line.says, self.lang));
        let counted = line.matching.figures + line.may_match.figures;
        let rows = line.entries.iter().map(|entry| entry.figure.row);
        let passed_on = passed_on(self.corpus, &line.says, rows, lang);
        let single = !line.is_table() && (counted <= 1 || !line.adds);
        let mut rows = Vec::new();
        if !single {
            let forms = if line.is_table() { &words.rows_of } else { &words.sum_of };
            rows.push(Row {
                says: speaker.clone(),
                passed_on: passed_on.clone(),
                whom: whom_of(self.corpus, line.whom, lang),
                period: line
                    .covers
                    .map(|span| fill(words.covers, &[&date::span(lang, &span)]))
                    .unwrap_or_default(),
                matching: sum(&line.matching, lang),
                may_match: sum(&line.may_match, lang),
                counts_as: forms.with(lang, counted.into()),
                opens: self.behind(&line.id(self.corpus, self.section.measure)),
                inner: false,
            });
            rows.extend(line.parts.iter().map(|part| self.part(line, part)));
        }
        for (at, entry) in line.entries.iter().take(MOST).enumerate() {
            let mut row = self.entry(entry, !single || at > 0);
            match single && at == 0 {
                true => (row.says, row.passed_on) = (speaker.clone(), passed_on.clone()),
                false => (row.says, row.passed_on) = Default::default(),
            }
            rows.push(row);
        }
        let more = line.entries.len().saturating_sub(MOST);
        if more > 0 {
            rows.push(Row {
                counts_as: words.more.with(lang, more as u64),
                matching: words.columns[3].to_owned(),
                inner: true,
                opens: self.behind(&line.id(self.corpus, self.section.measure)),
                ..Row::default()
            });
        }
        rows
    }

    /// What a table's rows say of a part of those whom the line counts. The parts need not make up the whole: a row may
    /// give its number without saying who.
    fn part(&self, line: &Line, part: &TablePart) -> Row {
        let (lang, words) = (self.lang, self.lang.words());
        let of = [&line.matching, &line.may_match].map(|of| sum(of, lang));
        let counts_as = match &of {
            [of, other] | [other, of] if other.is_empty() => fill(words.reading.figures.part_of, &[of]),
            _ => words.figuring.figures.part_of_rows.to_owned(),
        };
        Row {
            whom: whom_of(self.corpus, part.whom, lang),
            matching: sum(&part.matching, lang),
            may_match: sum(&part.may_match, lang),
            counts_as,
            inner: true,
            opens: self.behind(&self.engine.part_name(self.section.measure, line, part.whom)),
            ..Row::default()
        }
    }

    fn behind(&self, name: &str) -> Opens {
        Opens::Behind([self.within, name].concat())
    }

    fn entry(&self, entry: &Entry, inner: bool) -> Row {
        let (lang, held) = (self.lang, &entry.figure);
        let words = &lang.words().figuring.figures;
        let text = amount(self.corpus, held, lang);
        let is_match = entry.answer == Answer::Match;
        let period = held.period.map_or(words.no_period.to_owned(), |period| date::span(lang, &period));
        let computed = held.computed.then(|| lang.words().reading.figures.computed);
        let verdict = counts_as(self.corpus, self.section, entry.counts_as, lang);
        Row {
            says: says(self.corpus, &query::figures::says(self.corpus, held.row), lang),
            whom: whom_of(self.corpus, held.whom, lang),
            inner,
            period,
            passed_on: passed_on(
                self.corpus,
                &query::figures::says(self.corpus, held.row),
                [held.row].into_iter(),
                lang,
            ),
            // A figure that is listed for its undecided period alone neither matches nor may match by its date.
            matching: if is_match || entry.answer == Answer::No { text.clone() } else { String::new() },
            may_match: if entry.answer == Answer::MayMatch { text } else { String::new() },
            counts_as: [Some(verdict.as_str()), computed]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("; "),
            opens: opens(self.corpus, held.row),
        }
    }

    /// What a total says, line by line.
    fn total(&self, total: Option<&Total>) -> Vec<(String, Opens)> {
        let words = &self.lang.words().figuring.figures;
        let Some(total) = total else { return vec![(words.no_stock_total.to_owned(), Opens::Nothing)] };
        let sums = self.sums(total);
        let behind = self.behind(&["total/", query::figures::measure_id(self.section.measure)].concat());
        let sums = sums.into_iter().map(|text| (text, behind.clone()));
        sums.chain(self.makings(total).into_iter().map(|text| (text, Opens::Nothing))).collect()
    }

    /// What a total comes to: matches, and what only may match.
    fn sums(&self, total: &Total) -> Vec<String> {
        let (lang, words) = (self.lang, &self.lang.words().figuring.figures);
        let mut lines = Vec::new();
        if !total.matching.is_empty() {
            lines.push(fill(words.total, &[&sum(&total.matching, lang)]));
        }
        if !total.may_match.is_empty() {
            let template = if lines.is_empty() { words.total } else { words.besides };
            let mut text = sum(&total.may_match, lang);
            if lines.is_empty() {
                text = [&text, " (", lang.words().may_match, ")"].concat();
            }
            lines.push(fill(template, &[&text]));
        }
        lines
    }

    /// What was added, what was left out, and until when there are figures.
    fn makings(&self, total: &Total) -> Vec<String> {
        let (lang, words) = (self.lang, &self.lang.words().figuring.figures);
        let mut lines = Vec::new();
        let terms: Vec<String> = total.terms.iter().filter_map(|term| self.term(term)).collect();
        lines.push(terms.join(" + "));
        let left: Vec<String> = total
            .left_out
            .iter()
            .map(|left| {
                let name = match (&left.figure, left.line.and_then(|line| self.section.lines.get(line))) {
                    (Some(held), _) => self.named(held),
                    (None, Some(line)) => says(self.corpus, &line.says, lang),
                    (None, None) => String::new(),
                };
                fill(words.left, &[&name, &counts_as(self.corpus, self.section, left.counts_as, lang)])
            })
            .collect();
        if !left.is_empty() {
            lines.push(words.left_out.to_owned());
            let more = left.len().saturating_sub(MOST);
            lines.extend(left.into_iter().take(MOST));
            lines.extend((more > 0).then(|| words.more.with(lang, more as u64)));
        }
        // Civilians and combatants: until when there are figures of them. Of the others it is not known who they are.
        for (class, until) in words.classes.iter().zip(total.until).take(2) {
            lines.push(match until {
                Some(day) => fill(words.until, &[class, &date::day(lang, day)]),
                None => fill(words.none_of, &[class]),
            });
        }
        lines
    }

    fn term(&self, term: &query::figures::Term) -> Option<String> {
        let (lang, words) = (self.lang, &self.lang.words().figuring.figures);
        let line = self.section.lines.get(term.line)?;
        let mut both = term.matching;
        both.plus(&term.may_match);
        let period = term.figures.first().map_or(line.covers, |held| held.period);
        let period = period.map(|period| date::span(lang, &period)).unwrap_or_default();
        Some(fill(words.term, &[&sum(&both, lang), &whom_of(self.corpus, line.whom, lang), &period]))
    }

    /// A figure in a sentence: its number and of whom.
    fn named(&self, held: &Held) -> String {
        [amount(self.corpus, held, self.lang), whom_of(self.corpus, held.whom, self.lang)].join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panels::statements::sample_corpus;
    use query::Selection;

    /// One row as a line of text.
    fn line(row: &Row) -> String {
        let cells = [&row.says, &row.whom, &row.period, &row.matching, &row.may_match, &row.counts_as];
        cells.map(String::as_str).join(" | ")
    }

    #[test]
    fn parts_stand_below_their_whole() {
        let engine = Engine::new(sample_corpus());
        let figures = engine.figures(&Selection::default());
        let wanted = Wanted { measure: "killed", totals: true, within: String::new() };
        let tables = tables(&engine, &figures, &wanted, Lang::En);
        let rows: Vec<String> = tables[0].rows.iter().map(line).collect();
        assert!(!rows.is_empty());
        for (text, row) in rows.iter().zip(&tables[0].rows) {
            assert_eq!(row.inner, row.says.is_empty(), "{text}");
        }
        let total = tables[0].total.clone().unwrap_or_default();
        assert!(total[0].0.starts_with("Computed here, stated by no source: "), "{total:?}");
    }
}
