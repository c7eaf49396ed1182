//! Texts in, mentions and statements out.

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use fieldbook_annotate::{Annotation, Annotator, MentionKind, Options, Statement, Value};
use index::date::parse_bounds;
use proptest::prelude::*;

fn read(text: &str, published: &str) -> Annotation {
    let published = parse_bounds(published).ok().and_then(|span| span.from);
    Annotator::shared().annotate(text, &Options { published, ..Options::default() })
}

fn dates(text: &str, published: &str) -> String {
    let annotation = read(text, published);
    let one = |mention: &fieldbook_annotate::Mention| match &mention.value {
        Value::Date(date) => Some(format!("{}={}", &text[mention.start..mention.end], date.timex3)),
        _ => None,
    };
    annotation.mentions.iter().filter_map(one).collect::<Vec<_>>().join(" | ")
}

fn names(text: &str, kind: MentionKind) -> String {
    let annotation = read(text, "2020-02-28");
    let one = |mention: &fieldbook_annotate::Mention| match &mention.value {
        Value::Actor(actor) => format!("{}={}", &text[mention.start..mention.end], actor.kind),
        Value::Place(place) => {
            format!("{}={}", &text[mention.start..mention.end], place.country.clone().unwrap_or_default())
        }
        Value::Figure(figure) => format!(
            "{}={} {}",
            &text[mention.start..mention.end],
            figure.measure,
            figure.best.or(figure.low).unwrap_or(0)
        ),
        Value::Attribution(said) => format!("{}={}", said.source, &text[said.cue.0..said.cue.1]),
        Value::Date(date) => date.timex3.clone(),
    };
    annotation
        .mentions
        .iter()
        .filter(|mention| mention.kind() == kind)
        .map(one)
        .collect::<Vec<_>>()
        .join(" | ")
}

#[test]
fn expressions_of_time() {
    let check = |text: &str, expect: &str| assert_eq!(dates(text, "2020-02-28"), expect, "{text}");
    check("He came on 3 March 2019.", "3 March 2019=2019-03-03");
    check("He came on March 3, 2019.", "March 3, 2019=2019-03-03");
    check("It began in late December.", "late December=2019-12");
    check("They met on Thursday and left yesterday.", "Thursday=2020-02-27 | yesterday=2020-02-27");
    check("They will meet on Monday.", "Monday=2020-03-02");
    check("Last week it rained; this year it did not.", "Last week=2020-W08 | this year=2020");
    check("He fled three days ago.", "three days ago=2020-02-25");
    check(
        "He came on 3 March 2019 and left two days later.",
        "3 March 2019=2019-03-03 | two days later=2019-03-05",
    );
    check("It lasted ten days in the 1990s.", "ten days=P10D | the 1990s=199");
    check("In the first half of 2019 it was calm.", "the first half of 2019=2019-H1");
    check("They met on Friday night.", "Friday night=2020-02-28TNI");
    check("They meet every week.", "every week=P1W");
    check("He may march. A resident, 37, spoke.", "");
    check("On 31 February 2020 nothing happened.", "31 February 2020=2020-02");
}

#[test]
fn without_a_date_of_publication_nothing_is_made_up() {
    let annotation = read("The minister spoke on Thursday.", "");
    let Value::Date(date) =
        &annotation.mentions.iter().find(|m| m.kind() == MentionKind::Date).unwrap().value
    else {
        panic!()
    };
    assert_eq!(
        (date.edtf.as_deref(), date.timex3.as_str(), date.moves.as_str()),
        (None, "XXXX-WXX-4", "thursday<=anchor")
    );
}

#[test]
fn datelines_and_weekdays_date_a_report() {
    let day = |text: &str| {
        let found = read(text, "").published;
        (found.day.map(|day| day.to_string()), found.how)
    };
    assert_eq!(
        day(
            "SAN MARCOS, 4 MAY 89 -- [TEXT] THREE MEN WERE KILLED YESTERDAY IN A TOWN NEAR THE BORDER OF THE COUNTRY."
        ),
        (Some("1989-05-04".to_owned()), "dateline")
    );
    assert_eq!(
        day("Title\n\nMarch 18, 2011\n\nText of the report."),
        (Some("2011-03-18".to_owned()), "line")
    );
    assert_eq!(day("He said so yesterday, Thursday, in the town."), (None, "weekday"));
    assert_eq!(day("Nothing to go by."), (None, "unknown"));
}

#[test]
fn places() {
    let check = |text: &str, expect: &str| assert_eq!(names(text, MentionKind::Place), expect, "{text}");
    check("Fighting went on in Aleppo and in the city of Idlib.", "Aleppo=SY | Idlib=SY");
    check("He was born in Paris, Texas.", "Paris=US | Texas=US");
    check("Russian and Syrian aircraft struck.", "");
    check("The Astana process began.", "");
    check("They camped at Lake Qattinah.", "Lake Qattinah=");
}

#[test]
fn actors() {
    let check = |text: &str, expect: &str| assert_eq!(names(text, MentionKind::Actor), expect, "{text}");
    check("Ankara called for calm.", "Ankara=government");
    check("Hayat Tahrir al-Sham (HTS) withdrew.", "Hayat Tahrir al-Sham=group | HTS=group");
    check(
        "Foreign Ministry spokesman Maria Lopez spoke. Lopez left.",
        "Foreign Ministry=organisation | Maria Lopez=person | Lopez=person",
    );
    check("Turkish soldiers were hit.", "Turkish soldiers=force");
}

#[test]
fn figures() {
    let check = |text: &str, expect: &str| assert_eq!(names(text, MentionKind::Figure), expect, "{text}");
    check("An air strike killed 33 soldiers and injured 32 more.", "33 soldiers=killed 33 | 32=injured 32");
    check(
        "At least 1,746 civilians, including 513 children, were killed.",
        "At least 1,746 civilians=killed 1746 | 513 children=killed 513",
    );
    check(
        "Almost one third of the three million people were displaced.",
        "Almost one third of the three million people=displaced 1000000",
    );
    check("Tens of thousands of civilians fled.", "Tens of thousands of civilians=displaced 20000");
}

#[test]
fn attributions() {
    let check =
        |text: &str, expect: &str| assert_eq!(names(text, MentionKind::Attribution), expect, "{text}");
    check("Twelve died, according to the Observatory.", "the Observatory=according to");
    check("The ministry said on Friday that it was over.", "The ministry=said");
    check("“It is over,” said the minister of defence.", "the minister of defence=said");
    check("He was told to leave.", "");
}

fn statement<'a>(annotation: &'a Annotation, text: &str, words: &str) -> &'a Statement {
    annotation
        .statements
        .iter()
        .find(|statement| text[statement.start..statement.end].contains(words))
        .unwrap()
}

#[test]
fn a_strike_by_nobody_named_keeps_its_place_and_day() {
    let text = "Two presidents spoke on Friday after new fighting in Idlib province.\n\nAfter an airstrike killed 33 Turkish soldiers on Thursday, the army claimed to be hitting back.";
    let annotation = read(text, "2020-02-28");
    let strike = statement(&annotation, text, "33");
    assert_eq!(strike.date.as_ref().unwrap().edtf, "2020-02-27");
    assert_eq!((strike.unnamed, strike.place_how, strike.speaker.is_none()), (true, "carried", true));
    assert_eq!(strike.places.first().unwrap().name, "Idlib");
    assert_eq!(strike.actors.iter().find(|(role, _)| *role == "affected").unwrap().1.kind, "force");
    assert!(
        statement(&annotation, text, "new fighting").date.is_none(),
        "what came before is not of that day"
    );
}

#[test]
fn a_medium_that_passes_on_is_not_the_speaker() {
    let check = |text: &str, speaker: &str, relays: &[&str]| {
        let annotation = read(text, "2020-02-28");
        let found = statement(&annotation, text, "killed");
        let names: Vec<&str> = found.relays.iter().map(|actor| actor.name.as_str()).collect();
        let said = found.speaker.as_ref().map_or("", |actor| actor.name.as_str());
        assert_eq!((said, names.as_slice()), (speaker, relays), "{text}");
    };
    let observatory = "Syrian Observatory for Human Rights";
    let [afp, reuters, xinhua] = ["AFP", "Reuters", "Xinhua"];
    check(
        "The Syrian Observatory for Human Rights told AFP that 12 people were killed in Aleppo.",
        observatory,
        &[afp],
    );
    check(
        "Reuters, citing the Syrian Observatory for Human Rights, said 12 people were killed in Aleppo.",
        observatory,
        &[reuters],
    );
    check(
        "AFP quoted the Syrian Observatory for Human Rights as saying 12 people were killed in Aleppo.",
        observatory,
        &[afp],
    );
    check(
        "Xinhua reported that, according to the Syrian Observatory for Human Rights, 12 people were killed in Aleppo.",
        observatory,
        &[xinhua],
    );
    check("AFP reported that 12 people were killed in Aleppo.", afp, &[]);
    check("Twelve people were killed in Aleppo, according to AFP.", afp, &[]);
    check("The Syrian Observatory for Human Rights said 12 people were killed in Aleppo.", observatory, &[]);
}

/// The two reports that this project began with; they lie beside the project, not in it.
#[test]
fn the_first_two_reports() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seeds");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: there is no ../shared/seeds beside the project");
        return;
    };
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    let texts: Vec<String> = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let (first, second) = (&texts[0], &texts[1]);
    let undated = read(first, "");
    assert_eq!((undated.published.day, undated.published.how), (None, "weekday"));
    let moved = dates(first, "2024-12-06");
    for day in ["today=2024-12-06", "Wednesday morning=2024-12-04TMO", "yesterday, Thursday=2024-12-05"] {
        assert!(moved.contains(day), "{day} in {moved}");
    }
    let report = read(second, "");
    assert_eq!(report.published.day.unwrap().to_string(), "2020-02-28");
    let killed = statement(&report, second, "33");
    let counts: Vec<(&str, Option<u64>)> =
        killed.figures.iter().map(|figure| (figure.measure, figure.best)).collect();
    assert_eq!(counts, [("killed", Some(33)), ("injured", Some(32))]);
    assert_eq!((killed.date.as_ref().unwrap().edtf.as_str(), killed.unnamed), ("2020-02-27", true));
    let toll = statement(&report, second, "1,746");
    assert_eq!(toll.date.as_ref().unwrap().edtf, "2019-04-29/2020-02-24");
    assert!(toll.figures.iter().skip(1).all(|figure| figure.part_of == Some(toll.figures[0].start)));
    let places = names(second, MentionKind::Place);
    for footer in ["Haiti", "Myanmar", "Ukraine", "Sahel"] {
        assert!(!places.contains(footer), "{footer} stands in the footer");
    }
}

#[test]
fn bad_input_is_survived() {
    let long = "Troops entered the town of Idlib on Thursday, killing 12 people ".repeat(40_000);
    for text in [
        "",
        " ",
        "\0\u{1}\u{2}",
        "<p>On <b>Friday</b> 3 men",
        "القوات دخلت المدينة يوم الخميس",
        "....,,,,((((",
        "\u{feff}On Friday",
        long.as_str(),
    ] {
        let annotation = read(text, "2020-02-28");
        for mention in &annotation.mentions {
            assert!(text.get(mention.start..mention.end).is_some());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_is_read(text in "\\PC{0,120}") {
        let annotation = read(&text, "2020-02-28");
        for mention in &annotation.mentions {
            prop_assert!(mention.start < mention.end && text.get(mention.start..mention.end).is_some());
        }
        for statement in &annotation.statements {
            prop_assert!(text.get(statement.start..statement.end).is_some());
        }
    }

    #[test]
    fn any_mix_of_telling_words_is_read(words in proptest::collection::vec(prop_oneof![
        Just("the"), Just("end of"), Just("last"), Just("three"), Just("May"), Just("31"), Just("2020"), Just(","), Just("-"), Just("Friday"), Just("killed"),
        Just("one third of"), Just("million"), Just("said"), Just("“"), Just("”"), Just("President"), Just("al"), Just("Assad"), Just("in"), Just("Idlib"), Just("."),
        Just("1990s"), Just("'s"), Just("ago"), Just("10:30"), Just("p.m."), Just("according to"), Just("99999999999"), Just("\n\n"),
    ], 0..40)) {
        let text = words.join(" ");
        let annotation = read(&text, "2020-02-28");
        for mention in &annotation.mentions {
            prop_assert!(text.get(mention.start..mention.end).is_some());
        }
    }
}

/// Sentences in the manner of agencies; each was once read so that it said something false.
#[test]
fn nothing_false_is_made_of_an_agency_report() {
    let only = |text: &str, words: &str| {
        let annotation = read(text, "2024-11-08");
        statement(&annotation, text, words).clone()
    };
    let figures = |found: &Statement| {
        let figure = |it: &std::sync::Arc<fieldbook_annotate::FigureValue>| {
            format!("{} {}", it.measure, it.best.or(it.low).unwrap_or(0))
        };
        found.figures.iter().map(figure).collect::<Vec<_>>().join(", ")
    };
    let roles = |found: &Statement| {
        let role = |(role, actor): &(&str, std::sync::Arc<fieldbook_annotate::ActorValue>)| {
            format!("{role} {}", actor.name)
        };
        found.actors.iter().map(role).collect::<Vec<_>>().join(", ")
    };
    let day = |found: &Statement| found.date.as_ref().map(|date| date.edtf.clone()).unwrap_or_default();
    let places =
        |found: &Statement| found.places.iter().map(|it| it.name.clone()).collect::<Vec<_>>().join(", ");

    let filed = "PORT SUDAN, Nov 7 (Example) - At least 38 people were killed in Omdurman on Tuesday.";
    let found = only(filed, "38");
    assert_eq!((day(&found), places(&found)), ("2024-11-05".to_owned(), "Omdurman".to_owned()), "a dateline");

    let bombs = "Troops dropped two guided bombs on a shop in Kharkiv, killing at least 12 people.";
    assert_eq!(figures(&only(bombs, "12")), "killed 12", "bombs do not die");
    let shells = "More than 100 were wounded when shells struck the market.";
    assert_eq!(figures(&only(shells, "100")), "injured 100");
    let people = "Air strikes killed at least 29 Palestinians in Gaza.";
    assert_eq!(figures(&only(people, "29")), "killed 29", "a people's name counts people");
    let hostages = "In all 1,200 people were killed and 253 taken hostage.";
    assert_eq!(figures(&only(hostages, "253")), "killed 1200, detained 253");
    let sources = "The ambush left 15 soldiers dead and 22 missing, two security officials said.";
    assert_eq!(figures(&only(sources, "22")), "killed 15, missing 22", "who speaks was not counted");
    let share =
        "Some 11 million people were displaced, a third of them children, and nearly 25 million were hungry.";
    assert_eq!(
        figures(&only(share, "11")),
        "displaced 11000000",
        "a third of whom is known, not of what follows"
    );

    let acronym = "The group blamed the Rapid Support Forces (RSF). The RSF shelled the market in Omdurman.";
    assert_eq!(roles(&only(acronym, "shelled")), "initiator Rapid Support Forces", "as the text has it");
    let denial = "The army denied that its troops had shelled the market.";
    let found = only(denial, "shelled");
    assert_eq!(
        (found.kind, roles(&found).contains("initiator troops")),
        ("reject", false),
        "a denial is no deed"
    );
    let quoted = "In Omdurman 12 people were killed, according to the Sudan Doctors Network, quoted by AFP.";
    let found = only(quoted, "12");
    assert!(!roles(&found).contains("initiator"), "who passes on did not do it: {}", roles(&found));
    assert_eq!(found.relays.first().unwrap().name, "AFP");
    let it = "The Sudan Doctors Network blamed the fighters, at war with the army. It said 6 children were killed.";
    assert_eq!(only(it, "6").speaker.unwrap().name, "Sudan Doctors Network", "whoever spoke last");

    let told = "The prosecutor said on Monday that 70 people were killed on November 5 in Omdurman.";
    assert_eq!(day(&only(told, "70")), "2024-11-05", "the day of the deed, not of the word");
    let since = "Since the invasion began on 24 February 2022, 10,946 civilians have been killed.";
    assert_eq!(day(&only(since, "10,946")), "2022-02-24/..", "a count since, not of a day");
    let night = "On 1 November a bridge fell. Shelling killed 8 civilians in Kharkiv overnight.";
    assert_eq!(day(&only(night, "overnight")), "2024-11-08", "the night before the report");

    let article = "Some 124 people died in Al-Seriha village in Sudan.";
    assert!(!places(&only(article, "124")).contains("Alabama"), "an article is no state");
    let crossing = "Six trucks crossed from Jordan through Bab al-Hawa on Thursday.";
    assert!(places(&only(crossing, "trucks")).contains("Bab al-Hawa"), "not Bab alone");
    let part = "Some 3,377 people have died in north-west Syria.";
    assert_eq!(places(&only(part, "3,377")), "Syria");
    let namesake = "Strikes on Kanan village in Sagaing region killed 17 civilians.";
    let found = only(namesake, "17");
    assert!(found.places.iter().all(|place| place.country.as_deref() != Some("JP")), "{}", places(&found));
    assert_eq!(found.places.first().unwrap().level, "unknown", "no gazetteer here has it");

    let convoy = "Gunmen ambushed a police convoy in Amhara, killing 11 officers, an official told the BBC.";
    let found = only(convoy, "11");
    assert_eq!(figures(&found), "killed 11", "a police convoy is no policeman");
    assert!(roles(&found).contains("mentioned BBC"), "whoever is told is not hit: {}", roles(&found));
    let documented = "The UN documented the killing of 45 civilians by government forces in Merawi.";
    let found = only(documented, "45");
    assert!(
        !roles(&found).contains("initiator United Nations"),
        "who documents did not do it: {}",
        roles(&found)
    );
    let two = "Iran condemned the strikes, while Oman denounced them.";
    let annotation = read(two, "2024-11-08");
    let iran = |it: &&Statement| it.speaker.as_ref().is_some_and(|actor| actor.name == "Iran");
    let said: Vec<&str> =
        annotation.statements.iter().filter(iran).map(|it| &two[it.start..it.end]).collect();
    assert!(said.len() == 1 && !said[0].contains("Oman"), "what Oman says is not Iran's: {said:?}");
    let town = "Gang members stormed the town of Pont-Sondé before dawn on Thursday.";
    assert_eq!(places(&only(town, "stormed")), "Pont-Sondé");
}

#[test]
fn a_text_that_begins_with_a_claim_is_survived() {
    for text in ["Accused of theft, he fled.", "Denied.", "BLAMED — Denied.", "KYIV, and X - He denied it."]
    {
        let annotation = read(text, "2024-11-08");
        assert!(annotation.statements.iter().all(|it| text.get(it.start..it.end).is_some()), "{text}");
    }
}
