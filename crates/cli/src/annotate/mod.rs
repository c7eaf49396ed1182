//! `fieldbook annotate`: what texts say, as JSON.

mod compare;
mod input;

pub use compare::compare;

use crate::Outcome;
use crate::failure::Failure;
use crate::terminal::print;
use ::annotate::{Annotation, Annotator, Mention, Options, Statement, Value};
use serde_json::{Value as Json, json};
use std::path::PathBuf;

/// The arguments of `annotate`.
#[derive(Debug, clap::Args)]
pub struct Annotate {
    /// One or more texts.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The day they were published (EDTF).
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    /// Read navigation, appeals and other furniture of the page, too.
    #[arg(long)]
    keep_furniture: bool,
    /// Print JSON (the only form there is).
    #[arg(long)]
    json: bool,
}

impl Annotate {
    /// Reads the texts and prints what they say.
    pub fn run(&self) -> Outcome {
        let given = self.published.as_deref().map(day).transpose()?;
        let annotator = Annotator::shared();
        for file in &self.files {
            let input = input::read(file)?;
            let published = given.or_else(|| input.published.as_deref().and_then(|edtf| day(edtf).ok()));
            let annotation =
                annotator.annotate(&input.text, &Options { published, keep_furniture: self.keep_furniture });
            let mut line = of(&annotation, &input.text);
            if input.extracted
                && let Some(object) = line.as_object_mut()
            {
                object.insert("extracted".to_owned(), json!(input.text));
            }
            if self.files.len() > 1
                && let Some(object) = line.as_object_mut()
            {
                object.insert("id".to_owned(), json!(file.display().to_string()));
            }
            print(&line.to_string());
        }
        Ok(())
    }
}

fn day(edtf: &str) -> Result<index::Day, Failure> {
    let span = index::date::parse_bounds(edtf).ok().and_then(|span| span.from);
    span.ok_or_else(|| {
        Failure::usage(format!("--published {edtf}: this is no date. Write one such as 2020-02-28."))
    })
}

fn of(annotation: &Annotation, text: &str) -> Json {
    let mentions: Vec<Json> = annotation.mentions.iter().map(|found| mention(found, text)).collect();
    json!({
        "published": { "value": annotation.published.day.map(|day| day.to_string()), "how": annotation.published.how, "why": annotation.published.why },
        "language": language(annotation.english),
        "mentions": mentions,
        "statements": annotation.statements.iter().map(|found| statement(found, text)).collect::<Vec<_>>(),
        "boilerplate": annotation.boilerplate,
    })
}

/// What the language guard says.
fn language(english: bool) -> Json {
    let (value, why) = if english {
        ("en", "")
    } else {
        (
            "other",
            "Too few of its words are common English ones. Only dates are read; code its statements by hand.",
        )
    };
    json!({ "value": value, "why": why })
}

fn mention(mention: &Mention, text: &str) -> Json {
    let why = json!({ "rule": mention.why.rule, "says": mention.why.says, "anchor": mention.why.anchor, "alternatives": *mention.why.alternatives });
    let mut out = match &mention.value {
        Value::Date(date) => {
            json!({ "kind": "date", "value": date.edtf, "timex3": Some(&date.timex3).filter(|value| !value.is_empty()), "type": date.kind })
        }
        Value::Actor(actor) => json!({
            "kind": "actor", "value": actor.name, "id": actor.id, "type": actor.kind, "country": actor.country, "listed": actor.listed,
        }),
        Value::Place(place) => json!({
            "kind": "place", "value": place.name, "id": place.id, "level": place.level, "path": place.path, "modifier": place.modifier,
            "name": place.path.iter().rev().fold(place.name.clone(), |name, above| if name == *above { name } else { format!("{name}, {above}") }),
            "latitude": place.point.map(|point| point.0), "longitude": place.point.map(|point| point.1), "country": place.country,
        }),
        Value::Figure(figure) => json!({
            "kind": "figure", "bound": figure.bound, "computed": figure.computed, "part_of": figure.part_of,
            "value": {
                "measure": figure.measure, "whom": figure.whom, "low": figure.low, "best": figure.best, "high": figure.high, "period": figure.period,
            },
        }),
        Value::Attribution(said) => json!({
            "kind": "attribution", "value": said.source, "id": said.speaker, "cue": [said.cue.0, said.cue.1],
        }),
    };
    if let Some(object) = out.as_object_mut() {
        object.insert("start".to_owned(), json!(mention.start));
        object.insert("end".to_owned(), json!(mention.end));
        object.insert("text".to_owned(), json!(text.get(mention.start..mention.end)));
        object.insert("why".to_owned(), why);
    }
    out
}

fn statement(found: &Statement, text: &str) -> Json {
    let actors = found
        .actors
        .iter()
        .map(|(role, actor)| json!({ "role": role, "name": actor.name, "id": actor.id, "type": actor.kind }));
    let places = found.places.iter().map(|place| json!({ "name": place.name, "id": place.id, "level": place.level, "path": place.path, "modifier": place.modifier }));
    let figures = found.figures.iter().map(|figure| {
        json!({ "measure": figure.measure, "whom": figure.whom, "low": figure.low, "best": figure.best, "high": figure.high, "bound": figure.bound, "part_of": figure.part_of })
    });
    json!({
        "start": found.start, "end": found.end, "text": text.get(found.start..found.end), "kind": found.kind,
        "date": found.date.as_ref().map(|date| json!({ "value": date.edtf, "rule": date.moves, "words": date.words, "how": found.date_how })),
        "actors": actors.collect::<Vec<_>>(), "unnamed_initiator": found.unnamed,
        "places": places.collect::<Vec<_>>(), "place_how": found.place_how,
        "figures": figures.collect::<Vec<_>>(),
        "speaker": found.speaker.as_ref().map(|actor| json!({ "name": actor.name, "id": actor.id, "how": found.speaker_how })),
        "relays": found.relays.iter().map(|actor| json!({ "name": actor.name, "id": actor.id })).collect::<Vec<_>>(),
    })
}
