//! Everything that was read, before it is put in order: the compiler's workbench.

use crate::actors;
use crate::care::Care;
use crate::diagnostic::{Diagnostics, Origin};
use crate::draft::Draft;
use crate::events::Mapping;
use crate::kinds::Kinds;
use crate::places::ListedPlace;
use crate::populations::Populations;
use crate::report::ReportFile;
use crate::roster::{Head, Roster};
use crate::rows::Rows;
use crate::settings::DEFAULT_LANGUAGE;
use crate::table::shown;
use crate::totals::{TableTotals, UnreadTable};
use index::date::Anchors;
use index::fold::fold;
use index::{About, Actor, ActorKind, NONE, Name, Report, Source};
use std::collections::{BTreeMap, BTreeSet};

/// Id of the actor that stands for a report speaking in its own voice.
pub(crate) const THE_REPORT: &str = "the-report";

/// What was read so far.
pub(crate) struct Gathered {
    /// What the collection says of itself.
    pub about: About,
    /// Who.
    pub actors: Roster<Actor>,
    /// Where.
    pub places: Roster<ListedPlace>,
    /// What kind.
    pub kinds: Kinds,
    /// Whom figures count.
    pub populations: Populations,
    /// Who publishes.
    pub sources: Vec<Source>,
    /// The documents.
    pub reports: Vec<Report>,
    /// The statements.
    pub drafts: Vec<Draft>,
    /// Ids of the reports that `statements.csv` names.
    pub coded: BTreeSet<String>,
    /// How the publisher says that tables of events are to be read.
    pub mappings: Vec<Mapping>,
    /// What is to be left out.
    pub care: Care,
    /// The rows of event tables.
    pub rows: Rows,
    /// What tables of events add up to.
    pub tables: Vec<TableTotals>,
    /// Tables that could not be read.
    pub unread: Vec<UnreadTable>,
    source_by_name: BTreeMap<String, u32>,
    source_at: BTreeMap<String, u32>,
    report_by_id: BTreeMap<String, u32>,
    ids: BTreeSet<String>,
}

impl Gathered {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            about: About { language: DEFAULT_LANGUAGE.to_owned(), ..About::default() },
            actors: Roster::default(),
            places: Roster::default(),
            kinds: Kinds::new(),
            populations: Populations::new(),
            sources: Vec::new(),
            reports: Vec::new(),
            drafts: Vec::new(),
            coded: BTreeSet::new(),
            mappings: Vec::new(),
            care: Care::default(),
            rows: Rows::default(),
            tables: Vec::new(),
            unread: Vec::new(),
            source_by_name: BTreeMap::new(),
            source_at: BTreeMap::new(),
            report_by_id: BTreeMap::new(),
            ids: BTreeSet::new(),
        }
    }

    /// Adds a report with its publisher; a second report of the same id is left out.
    pub fn add_report(&mut self, file: ReportFile, diagnostics: &mut Diagnostics) -> Option<u32> {
        let mut report = file.report;
        let at = self.reports.len() as u32;
        if self.report_by_id.contains_key(&report.id) {
            let what = format!("There is another report “{}”; this file is left out", shown(&report.id));
            diagnostics.left_out(&file.origin, what, "Give one of the two files another name");
            return None;
        }
        self.report_by_id.insert(report.id.clone(), at);
        if let Some(name) = file.publisher.first() {
            let id = fold(&name.text).replace(' ', "-");
            report.source = self.source(&name.text.clone(), &id, file.publisher);
        }
        self.reports.push(report);
        Some(at)
    }

    /// The publisher called `name`, added with `id` and `names` where it is new.
    pub fn source(&mut self, name: &str, id: &str, names: Vec<Name>) -> u32 {
        if let Some(&at) = self.source_by_name.get(name) {
            self.add_source_names(at, names);
            return at;
        }
        let id = if id.is_empty() || self.source_at.contains_key(id) { name } else { id };
        let at = self.sources.len() as u32;
        self.source_by_name.insert(name.to_owned(), at);
        self.source_at.insert(id.to_owned(), at);
        self.sources.push(Source { id: id.to_owned(), names, parent: NONE });
        at
    }

    /// The publisher of this id, added with its name below `parent` where it is new.
    pub fn source_with_id(&mut self, id: &str, name: &str, parent: u32) -> u32 {
        if let Some(&at) = self.source_at.get(id) {
            return at;
        }
        let at = self.sources.len() as u32;
        self.source_by_name.entry(name.to_owned()).or_insert(at);
        self.source_at.insert(id.to_owned(), at);
        let names = vec![Name { text: name.to_owned(), lang: String::new() }];
        self.sources.push(Source { id: id.to_owned(), names, parent });
        at
    }

    fn add_source_names(&mut self, at: u32, names: Vec<Name>) {
        if let Some(source) = self.sources.get_mut(at as usize) {
            let new: Vec<Name> = names.into_iter().filter(|name| !source.names.contains(name)).collect();
            source.names.extend(new);
        }
    }

    /// Whether a statement may have this id; a taken one is reported, and its row left out.
    pub fn is_free(&mut self, id: &str, origin: &Origin, diagnostics: &mut Diagnostics) -> bool {
        let free = !self.ids.contains(id) && !self.rows.has(id);
        if !free {
            let what =
                format!("The id “{}” is taken by an earlier statement; this one is left out", shown(id));
            diagnostics.left_out(origin, what, "Give one of the two another id, or take one out");
        }
        free
    }

    /// Adds a statement whose id is free.
    pub fn add(&mut self, draft: Draft) {
        self.ids.insert(draft.id.clone());
        self.drafts.push(draft);
    }

    /// The report with this id.
    ///
    /// # Errors
    /// What is wrong, and what to do.
    pub fn report(&self, id: &str) -> Result<u32, (String, String)> {
        self.report_by_id.get(id).copied().ok_or_else(|| {
            let what = match id {
                "" => "No report is named".to_owned(),
                _ => format!("There is no report “{}”", shown(id)),
            };
            (what, "Write the name of a file in reports/ without its ending".to_owned())
        })
    }

    /// What the relative dates of a report count from.
    pub fn anchors(&self, report: u32) -> Anchors {
        let report = self.reports.get(report as usize);
        report.map(|report| Anchors::of(report.published.span, &report.anchor)).unwrap_or_default()
    }

    /// The publisher with this id.
    ///
    /// # Errors
    /// What is wrong, and what to do.
    pub fn source_by_id(&self, id: &str) -> Result<u32, (String, String)> {
        let at = self.source_at.get(id).copied();
        let remedy = || "Write the id of a row of sources.csv".to_owned();
        at.ok_or_else(|| (format!("There is no source “{}”", shown(id)), remedy()))
    }

    /// The publisher of a report, as a list of none or one.
    pub fn source_of(&self, report: u32) -> Vec<u32> {
        let source = self.reports.get(report as usize).map_or(NONE, |report| report.source);
        if source == NONE { Vec::new() } else { vec![source] }
    }

    /// The actor that stands for a report speaking in its own voice.
    pub fn the_report(&mut self) -> u32 {
        if let Some(at) = self.actors.register.by_id(THE_REPORT) {
            return at;
        }
        let name = |text: &str, lang: &str| Name { text: text.to_owned(), lang: lang.to_owned() };
        let names = vec![name("the report itself", "en"), name("التقرير نفسه", "ar")];
        let origin = Origin::whole(&actors::FILE.into());
        let head = Head { id: THE_REPORT.to_owned(), names: names.clone(), parent: String::new(), origin };
        let kind = ActorKind::Report;
        let actor = Actor { id: head.id.clone(), names, kind, parent: NONE, ..Actor::default() };
        self.actors.add(head, actor).unwrap_or(NONE)
    }
}
