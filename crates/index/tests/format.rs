//! The format under test: what is written is read back, golden bytes stay, and damage is always noticed.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use fieldbook_index::date::{Day, Span};
use fieldbook_index::*;
use proptest::prelude::*;

fn name(text: &str, lang: &str) -> Name {
    Name { text: text.to_owned(), lang: lang.to_owned() }
}

/// A corpus that holds something in every table and column.
fn sample(rows: u32) -> Corpus {
    let mut corpus = Corpus {
        about: About { title: vec![name("Idlib", "en"), name("إدلب", "ar")], ..About::default() },
        actors: vec![
            Actor { id: "turkiye".into(), kind: ActorKind::State, parent: NONE, ..Actor::default() },
            Actor {
                id: "forces".into(),
                kind: ActorKind::Force,
                parent: 0,
                to_year: Some(-44),
                ..Actor::default()
            },
        ],
        places: vec![
            Place { id: "sy".into(), level: Level::Country, parent: NONE, area: 0, ..Place::default() },
            Place {
                id: "north-west".into(),
                level: Level::Region,
                parent: 0,
                area: NONE,
                point: Point::from_degrees(35.9, 36.6),
                covers: vec![Cover { place: 0, coverage: Coverage::Overlaps }],
                ..Place::default()
            },
        ],
        kinds: vec![Kind { id: "assault".into(), names: vec![], parent: NONE }],
        sources: vec![Source { id: "tnh".into(), names: vec![], parent: NONE }],
        populations: vec![Population {
            id: "soldiers".into(),
            class: PopulationClass::Combatant,
            ..Population::default()
        }],
        events: ["strike"].into_iter().collect(),
        ..Corpus::default()
    };
    corpus.basemap.areas.push(Area {
        id: "SY".into(),
        rings: vec![Ring(vec![Point { lat: 1, lon: 2 }, Point { lat: -3, lon: 18_000_000 }])],
        ..Area::default()
    });
    corpus.reports.push(Report {
        id: "001".into(),
        source: 0,
        published: Published { span: Some(Span::day(Day(18_320))), ..Published::default() },
        paragraphs: vec![Paragraph {
            text: "Ein Tag, يوم.".into(),
            original: 7,
            role: ParagraphRole::Caption,
        }],
        mentions: vec![Mention { paragraph: 0, start: 4, end: 7, kind: MentionKind::Actor, target: 1 }],
        ..Report::default()
    });
    for row in 0..rows {
        push_row(&mut corpus.statements, row);
    }
    if rows > 0 {
        corpus.derivations.push(Derivation {
            rule: "anchor-1".into(),
            how: How::Resolved,
            ..Derivation::default()
        });
    }
    corpus
}

fn push_row(statements: &mut Statements, row: u32) {
    statements.ids.push(&format!("s{row}"));
    statements.summaries.push("Zusammenfassung");
    statements.quotes.push("");
    statements.spans.push([TextSpan { paragraph: 0, start: 0, end: 3 }]);
    statements.reports.push(0);
    let open = Span { from: None, to: Some(Day(row as i32)), qualified: true };
    statements.dates.push([Span::day(Day(-1)), open].into_iter().take(row as usize % 3));
    statements.edtf.push("2019-12~");
    statements.actors.push([ActorEntry { actor: NONE, role: Role::Initiator, group: 3 }]);
    statements.speakers.push([SpeakerEntry { actor: 1, group: 0 }]);
    statements.places.push([PlaceEntry { place: 1, precision: Precision::Near, group: 0 }]);
    statements.kinds.push([0]);
    statements.sources.push([0]);
    statements.figures.push([Figure { best: Some(u64::MAX), whom: 0, part_of: NONE, ..Figure::default() }]);
    statements.events.push(if row.is_multiple_of(2) { 0 } else { NONE });
    statements.made.push(Made::Table);
}

#[test]
fn what_is_written_is_read_back() {
    for rows in [0, 1, 2, 300] {
        let mut corpus = sample(rows);
        let bytes = write(&mut corpus);
        assert_eq!(open(&bytes).unwrap(), corpus);
        assert_eq!(write(&mut open(&bytes).unwrap()), bytes);
    }
}

/// Changing the layout without raising `VERSION` fails here.
#[test]
fn golden_bytes_of_version_4() {
    let mut corpus = sample(3);
    write(&mut corpus);
    let hash: String = corpus.hash.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(VERSION, 4);
    assert_eq!(hash, include_str!("golden-4.sha256").trim());
}

/// Many statements travel in columns of digits.
fn long() -> Corpus {
    let mut corpus = sample(0);
    corpus.statements = Statements::default();
    for row in 0..132_000u32 {
        push_row(&mut corpus.statements, row % 7);
    }
    let mut seed = 0u32;
    let mut actor = || {
        seed = seed.wrapping_mul(747_796_405).wrapping_add(2_891_336_453);
        [NONE, 0, 1][(seed >> 28) as usize % 3]
    };
    corpus.statements.actors =
        (0..132_000).map(|_| [ActorEntry { actor: actor(), role: Role::Initiator, group: 0 }]).collect();
    corpus.statements.figures = (0..132_000u64)
        .map(|row| {
            (0..row % 3).map(move |at| Figure {
                best: Some(row * at * at),
                whom: NONE,
                part_of: NONE,
                ..Figure::default()
            })
        })
        .collect();
    corpus.derivations.clear();
    corpus
}

#[test]
fn many_statements_come_back() {
    let mut corpus = long();
    let bytes = write(&mut corpus);
    assert!(open(&bytes).unwrap() == corpus);
    // Damage behind a right checksum is survived.
    for at in [(bytes.len() - 48) / 3, (bytes.len() - 48) / 2] {
        let mut body = bytes[48..].to_vec();
        body[at] ^= 0x55;
        let _ = open(&framed(&body));
    }
}

#[test]
fn refusals_name_the_remedy() {
    let bytes = write(&mut sample(3));
    let check = |bytes: &[u8], expect: &str| {
        let message = open(bytes).unwrap_err().to_string();
        assert!(message.contains(expect), "{message}");
    };
    check(b"", "not a fieldbook corpus");
    check(b"PK\x03\x04 and so on", "fieldbook build");
    check(&bytes[..20], "fetch the file again");
    check(&bytes[..bytes.len() - 1], "fetch the file again");
    let mut other = bytes.clone();
    other[8] = 9;
    check(&other, "format version 9");
}

/// Each contradiction is found, although the checksum is right.
#[test]
fn contradictions_are_refused() {
    fn check(change: impl Fn(&mut Corpus), expect: &str) {
        let mut corpus = sample(3);
        change(&mut corpus);
        let message = open(&write(&mut corpus)).unwrap_err().to_string();
        assert!(message.contains(expect), "{message}");
    }
    check(|corpus| corpus.actors[0].parent = 1, "stands before its parent");
    check(|corpus| corpus.places[1].covers[0].place = 7, "covers a place that is not there");
    check(|corpus| corpus.places[0].area = 5, "an outline that is not there");
    check(|corpus| corpus.statements.reports[1] = 4, "a report that is not there");
    check(
        |corpus| corpus.statements.actors.renumber(|entry| ActorEntry { actor: 2, ..entry }),
        "an actor that is not there",
    );
    check(
        |corpus| corpus.statements.places.renumber(|entry| PlaceEntry { place: NONE, ..entry }),
        "a place that is not there",
    );
    check(
        |corpus| {
            corpus.statements.figures = corpus.statements.figures.changed(&mut |_, figure| figure.part_of = 3)
        },
        "part of nothing",
    );
    check(|corpus| corpus.statements.kinds.renumber(|_| 1), "a kind that is not there");
    check(|corpus| corpus.statements.spans.values[0].end = 400, "outside its paragraph");
    check(|corpus| corpus.reports[0].mentions[0].end = 10, "outside its paragraph");
    check(|corpus| corpus.statements.events.truncate(1), "different lengths");
    check(|corpus| corpus.derivations[0].statement = 3, "a derivation of no statement");
}

/// A body with a right checksum around it.
fn framed(body: &[u8]) -> Vec<u8> {
    let mut bytes = write(&mut Corpus::default());
    bytes.truncate(48);
    let crc = body.iter().fold(!0u32, |crc, &byte| {
        (0..8).fold(
            crc ^ u32::from(byte),
            |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    });
    bytes[12..16].copy_from_slice(&(!crc).to_le_bytes());
    bytes.extend_from_slice(body);
    bytes
}

proptest! {
    #[test]
    fn a_cut_or_flipped_corpus_is_refused(at in 0usize..2000, flip in 1u8..=255, cut: bool) {
        let mut bytes = write(&mut sample(5));
        let at = at % bytes.len();
        if cut { bytes.truncate(at) } else { bytes[at] ^= flip }
        // The hash names the corpus and is not verified; everything else is.
        if cut || !(16..48).contains(&at) {
            prop_assert!(open(&bytes).is_err());
        }
    }

    #[test]
    fn a_body_with_a_right_checksum_never_breaks_the_reader(at in 0usize..2000, byte: u8) {
        let mut body = write(&mut sample(5))[48..].to_vec();
        let at = at % body.len();
        body[at] = byte;
        let _ = open(&framed(&body));
    }

    #[test]
    fn any_body_is_survived(body in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = open(&framed(&body));
    }
}

/// A length that promises more than there is must not be believed: the bytes read on as zeros.
#[test]
fn a_promise_without_bytes_is_refused() {
    for filler in [0x00, 0x55] {
        let mut body = vec![0; 17];
        body.extend([filler; 12]);
        let message = open(&framed(&body)).unwrap_err().to_string();
        assert!(message.contains("near byte") || message.contains("ends too"), "{message}");
    }
}

/// A column of empty lists.
fn empty<T: Clone, C: FromIterator<[T; 0]>>() -> C {
    std::iter::repeat_n([], 400_000).collect()
}

/// A corpus that repeats itself beyond what its bytes may promise is filled up, and opens.
#[test]
fn a_corpus_of_one_statement_again_and_again_opens() {
    let mut corpus = Corpus::default();
    for _ in 0..400_000 {
        push_row(&mut corpus.statements, 0);
    }
    corpus.statements.spans = Lists { values: vec![], ends: vec![0; 400_000].into() };
    corpus.statements.reports.fill(NONE);
    corpus.statements.events.fill(NONE);
    corpus.statements.kinds = empty();
    corpus.statements.sources = empty();
    corpus.statements.actors = empty();
    corpus.statements.speakers = empty();
    corpus.statements.places = empty();
    corpus.statements.figures = empty();
    let bytes = write(&mut corpus);
    assert!(open(&bytes).unwrap() == corpus);
}
