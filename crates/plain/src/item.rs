//! One statement of the list: when, what, who, where, how many, who says so, who reports it.

use crate::markup::{attribute, behind_veil, element, grouped, isolated, text, unveiled};
use crate::primary;
use crate::words::Words;
use index::{Bound, Corpus, Few, Figure, Made, Role, Span, name_in};

/// Adds a statement.
pub(crate) fn item(
    corpus: &Corpus,
    row: usize,
    answers: &[Vec<(u32, bool)>],
    words: &Words,
    out: &mut String,
) {
    let writer = Writer { corpus, row, words };
    out.push_str("<li");
    writer.data(answers, out);
    out.push('>');
    writer.when(out);
    writer.what(out);
    out.push_str("<dl>");
    writer.who(out);
    writer.line(words.place, &writer.places(), out);
    writer.line(words.kind, &writer.kinds(), out);
    writer.line(words.figures, &writer.figures(), out);
    writer.line(words.says, &writer.speakers(), out);
    writer.line(words.passed_on, &writer.in_role(Role::Relay), out);
    writer.line(words.reports, &writer.report(), out);
    out.push_str("</dl></li>");
}

struct Writer<'a> {
    corpus: &'a Corpus,
    row: usize,
    words: &'a Words,
}

impl<'a> Writer<'a> {
    /// What the script compares: days and the answers to the menus.
    fn data(&self, answers: &[Vec<(u32, bool)>], out: &mut String) {
        let days: Vec<String> = self.dates().iter().map(days).collect();
        if !days.is_empty() {
            attribute("data-d", &days.join(";"), out);
        }
        for (name, answers) in ["data-actor", "data-place", "data-speaker"].into_iter().zip(answers) {
            let cell = |&(number, may): &(u32, bool)| format!("{}{number}", if may { "~" } else { "" });
            let cells: Vec<String> = answers.iter().map(cell).collect();
            if !cells.is_empty() {
                attribute(name, &cells.join(" "), out);
            }
        }
    }

    fn dates(&self) -> Few<Span> {
        self.corpus.statements.dates.get(self.row)
    }

    fn when(&self, out: &mut String) {
        let shown: Vec<String> = self.dates().iter().map(|span| self.span(span)).collect();
        let words =
            if shown.is_empty() { self.words.no_date.to_owned() } else { shown.join(self.words.comma) };
        out.push_str("<p class=\"plain-when\">");
        text(&words, out);
        out.push_str("</p>");
    }

    fn span(&self, span: &Span) -> String {
        let day = |day: Option<index::Day>| day.map_or("…".to_owned(), |day| day.to_string());
        let about = if span.qualified { format!("{} ", self.words.about) } else { String::new() };
        match span.is_day() {
            true => format!("{about}{}", day(span.from)),
            false => format!("{about}{} – {}", day(span.from), day(span.to)),
        }
    }

    /// The summary, and below it the words of the report where they are more than that.
    fn what(&self, out: &mut String) {
        let statements = &self.corpus.statements;
        let summary = statements.summaries.get(self.row);
        let (quote, lang) = self.quote();
        if !summary.is_empty() {
            out.push_str("<div class=\"plain-what\">");
            behind_veil(self.corpus, summary, primary(&self.corpus.about.language), self.words, out);
            self.machine(out);
            out.push_str("</div>");
        }
        if quote.is_empty() || quote == summary {
            return;
        }
        out.push_str("<blockquote>");
        behind_veil(self.corpus, quote, lang, self.words, out);
        if self.is_digest() {
            out.push(' ');
            element("small", self.words.digest, out);
        }
        if summary.is_empty() {
            self.machine(out);
        }
        out.push_str("</blockquote>");
    }

    fn machine(&self, out: &mut String) {
        if self.corpus.statements.made.get(self.row) == Some(&Made::Machine) {
            out.push(' ');
            element("small", self.words.machine, out);
        }
    }

    fn report_of(&self) -> Option<&'a index::Report> {
        self.corpus.reports.get(*self.corpus.statements.reports.get(self.row)? as usize)
    }

    fn is_digest(&self) -> bool {
        self.report_of().is_some_and(|report| report.digest)
    }

    /// The source's words and their language.
    fn quote(&self) -> (&'a str, &'a str) {
        let statements = &self.corpus.statements;
        let own = statements.quotes.get(self.row);
        if !own.is_empty() {
            return (own, "");
        }
        let found = self.report_of().and_then(|report| {
            let span = statements.spans.get(self.row).first()?;
            let paragraph = report.paragraphs.get(span.paragraph as usize)?;
            let words = paragraph.text.get(span.start as usize..span.end as usize)?;
            Some((words, report.language.as_str()))
        });
        found.unwrap_or_default()
    }

    fn line(&self, label: &str, values: &[String], out: &mut String) {
        if values.is_empty() {
            return;
        }
        element("dt", label, out);
        out.push_str("<dd>");
        for (at, value) in values.iter().enumerate() {
            if at > 0 {
                out.push_str(self.words.comma);
            }
            out.push_str(value);
        }
        out.push_str("</dd>");
    }

    fn who(&self, out: &mut String) {
        let roles = [
            (Role::Initiator, self.words.who),
            (Role::Affected, self.words.whom),
            (Role::Mentioned, self.words.named),
        ];
        for (role, label) in roles {
            self.line(label, &self.in_role(role), out);
        }
    }

    fn in_role(&self, role: Role) -> Vec<String> {
        let entries = self.corpus.statements.actors.get(self.row);
        let own = entries.iter().filter(|entry| entry.role == role);
        self.joined(own.map(|entry| (entry.group, self.actor(entry.actor))))
    }

    /// Values, the alternatives of a group joined by "or".
    fn joined(&self, entries: impl Iterator<Item = (u16, String)>) -> Vec<String> {
        let mut groups: Vec<(u16, Vec<String>)> = Vec::new();
        for (group, value) in entries {
            match groups.last_mut() {
                Some((last, values)) if *last == group => values.push(value),
                _ => groups.push((group, vec![value])),
            }
        }
        let between = format!(" {} ", self.words.or);
        groups.into_iter().map(|(_, values)| values.join(&between)).collect()
    }

    fn actor(&self, at: u32) -> String {
        match self.corpus.actors.get(at as usize) {
            Some(actor) => self.name(name_in(&actor.names, &self.corpus.about.language)),
            None => self.words.unnamed.to_owned(),
        }
    }

    fn name(&self, name: &str) -> String {
        let mut out = String::new();
        isolated(name, "", &mut out);
        out
    }

    fn places(&self) -> Vec<String> {
        let entries = self.corpus.statements.places.get(self.row);
        self.joined(entries.iter().map(|entry| (entry.group, self.place(entry.place))))
    }

    /// A place with the country or division that it lies in.
    fn place(&self, at: u32) -> String {
        let lang = &self.corpus.about.language;
        let mut names = Vec::new();
        let mut next = self.corpus.places.get(at as usize);
        while let Some(place) = next {
            names.push(name_in(&place.names, lang));
            next = self.corpus.places.get(place.parent as usize);
        }
        self.name(&names.join(self.words.comma))
    }

    fn kinds(&self) -> Vec<String> {
        let kinds = self.corpus.statements.kinds.get(self.row);
        let named = kinds.iter().filter_map(|&at| self.corpus.kinds.get(at as usize));
        named.map(|kind| self.name(name_in(&kind.names, &self.corpus.about.language))).collect()
    }

    fn figures(&self) -> Vec<String> {
        self.corpus.statements.figures.get(self.row).iter().map(|figure| self.figure(figure)).collect()
    }

    fn figure(&self, figure: &Figure) -> String {
        let mut parts =
            vec![self.words.measures.get(figure.measure as usize).copied().unwrap_or("").to_owned()];
        if figure.bound != Bound::Exact {
            parts.push(self.words.bounds.get(figure.bound as usize).copied().unwrap_or("").to_owned());
        }
        parts.extend(self.number(figure));
        if let Some(whom) = self.corpus.populations.get(figure.whom as usize) {
            parts.push(format!("({})", self.name(name_in(&whom.names, &self.corpus.about.language))));
        }
        if !figure.words.is_empty() {
            parts.push(format!("“{}”", self.name(&figure.words)));
        }
        if figure.computed {
            parts.push(format!("({})", self.words.computed));
        }
        parts.join(" ")
    }

    /// `12`, `10–15`, or `12 (10–15)` where the best estimate stands between two others.
    fn number(&self, figure: &Figure) -> Option<String> {
        let n = |number: u64| grouped(number, self.words.thousands);
        let range = match (figure.low, figure.high) {
            (Some(low), Some(high)) if low != high => Some(format!("{}–{}", n(low), n(high))),
            _ => None,
        };
        match (figure.best, range) {
            (Some(best), Some(range)) => Some(format!("{} ({range})", n(best))),
            (Some(best), None) => Some(n(best)),
            (None, Some(range)) => Some(range),
            (None, None) => figure.low.or(figure.high).map(n),
        }
    }

    fn speakers(&self) -> Vec<String> {
        let entries = self.corpus.statements.speakers.get(self.row);
        self.joined(entries.iter().map(|entry| (entry.group, self.actor(entry.actor))))
    }

    /// Who publishes it, and the report's title where it is no table.
    fn report(&self) -> Vec<String> {
        let sources = self.corpus.statements.sources.get(self.row);
        let named = sources.iter().filter_map(|&at| self.corpus.sources.get(at as usize));
        let mut all: Vec<String> =
            named.map(|source| self.name(name_in(&source.names, &self.corpus.about.language))).collect();
        if let Some(report) = self.report_of().filter(|report| !report.table) {
            all.push(self.name(unveiled(self.corpus, &report.title, self.words)));
        }
        all
    }
}

/// First and last day as numbers, an open end being empty, and `?` where the source doubts the date.
fn days(span: &Span) -> String {
    let day = |day: Option<index::Day>| day.map_or(String::new(), |day| day.0.to_string());
    format!("{},{}{}", day(span.from), day(span.to), if span.qualified { "?" } else { "" })
}
