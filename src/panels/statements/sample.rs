//! A small corpus for the tests of what is read.

use index::{
    Actor, ActorEntry, ActorKind, Corpus, Day, Derivation, Field, Figure, How, Kind, Made, Measure, Mention,
    MentionKind, NONE, Name, Paragraph, Place, PlaceEntry, Published, Report, Role, Span, SpeakerEntry,
    Statements, TextSpan,
};

fn names(texts: &[&str]) -> Vec<Name> {
    texts.iter().map(|text| Name { text: (*text).to_owned(), lang: "en".into() }).collect()
}

fn actor(id: &str, kind: ActorKind, texts: &[&str]) -> Actor {
    Actor { id: id.into(), kind, names: names(texts), parent: NONE, ..Actor::default() }
}

fn place(id: &str, name: &str, parent: u32) -> Place {
    Place { id: id.into(), names: names(&[name]), parent, area: NONE, ..Place::default() }
}

/// A column from slices.
fn lists<T: Clone, C: FromIterator<Vec<T>>>(rows: &[&[T]]) -> C {
    rows.iter().map(|row| row.to_vec()).collect()
}

fn note(statement: u32, field: Field, words: &str, how: How, why: &str, rule: &str) -> Derivation {
    let (words, why, rule) = (words.to_owned(), why.to_owned(), rule.to_owned());
    Derivation { statement, field, words, how, why, rule }
}

fn report() -> Report {
    let text = |text: &str, original| Paragraph { text: text.into(), original, ..Paragraph::default() };
    let from = Day::from_ymd(2020, 2, 28).unwrap_or_default();
    let span = Span::days(from, from.plus(6));
    let mention = |paragraph, start, end, kind, target| Mention { paragraph, start, end, kind, target };
    Report {
        id: "001".into(),
        title: "Leaders speak".into(),
        source: NONE,
        published: Published {
            edtf: "2020-02-28/2020-03-05".into(),
            span: Some(span),
            how: How::Inferred,
            why: "The caption.".into(),
        },
        anchor: "friday<=published".into(),
        language: "en".into(),
        digest: true,
        paragraphs: vec![text("New fighting in Idlib.", 5), text("On Thursday a strike killed 33.", 6)],
        mentions: vec![mention(0, 16, 21, MentionKind::Place, 1), mention(1, 0, 11, MentionKind::Date, NONE)],
        ..Report::default()
    }
}

/// Three statements: a strike, a readout, a row without words.
pub fn corpus() -> Corpus {
    let thursday = Span::day(Day::from_ymd(2020, 2, 27).unwrap_or_default());
    let does = |actor, role| ActorEntry { actor, role, group: role as u16 };
    let says = |actor| SpeakerEntry { actor, group: 0 };
    let at = |place| PlaceEntry { place, group: 0, ..PlaceEntry::default() };
    let killed =
        Figure { measure: Measure::Killed, best: Some(33), whom: NONE, part_of: NONE, ..Figure::default() };
    Corpus {
        actors: vec![
            actor("report", ActorKind::Report, &["the report itself"]),
            actor("taf", ActorKind::Force, &["Turkish Armed Forces"]),
            actor("kremlin", ActorKind::Government, &["Kremlin", "the Kremlin"]),
        ],
        places: vec![place("sy-id", "Idlib governorate", NONE), place("idlib", "Idlib (city)", 0)],
        kinds: vec![Kind { id: "assault".into(), names: names(&["Assault"]), parent: NONE }],
        reports: vec![report()],
        events: ["strike"].into_iter().collect(),
        derivations: vec![
            note(0, Field::Date, "on Thursday", How::Resolved, "", "thursday<anchor"),
            note(0, Field::Place, "in Idlib province", How::Carried, "See before.", ""),
            note(1, Field::Date, "on 28 February", How::Stated, "", ""),
            note(1, Field::Place, "in Idlib", How::Stated, "", ""),
            note(2, Field::Date, "again and again", How::Stated, "", ""),
        ],
        statements: Statements {
            ids: ["001-killed", "001-readout", "001-again"].into_iter().collect(),
            summaries: ["An air strike killed 33 soldiers.", "The Kremlin was concerned.", ""]
                .into_iter()
                .collect(),
            quotes: ["", "", ""].into_iter().collect(),
            spans: lists(&[&[TextSpan { paragraph: 1, start: 0, end: 30 }], &[], &[]]),
            reports: vec![0, 0, 0],
            dates: lists(&[&[thursday], &[Span::day(Day(18_320))], &[]]),
            edtf: ["", "", ""].into_iter().collect(),
            actors: lists(&[
                &[does(NONE, Role::Initiator), does(1, Role::Affected)],
                &[],
                &[does(2, Role::Initiator)],
            ]),
            speakers: lists(&[&[says(0)], &[says(2)], &[]]),
            places: lists(&[&[at(0)], &[at(1), at(0)], &[]]),
            kinds: lists(&[&[], &[], &[0]]),
            sources: lists(&[&[], &[], &[]]),
            figures: lists(&[&[killed], &[], &[]]),
            events: vec![0, NONE, 0],
            made: vec![Made::Hand; 3],
        },
        ..Corpus::default()
    }
}
