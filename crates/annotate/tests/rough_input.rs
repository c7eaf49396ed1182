//! Input that is no good: too long, in other languages, in the wrong letters, half markup. Nothing may be lost, and
//! nothing may take more time than its length asks for.

#![allow(clippy::unwrap_used, missing_docs)]

use fieldbook_annotate::{Annotation, Annotator, Options, Value};
use std::time::{Duration, Instant};

fn read(text: &str) -> Annotation {
    Annotator::shared().annotate(text, &Options::default())
}

fn dates(text: &str) -> usize {
    read(text).mentions.iter().filter(|mention| matches!(mention.value, Value::Date(_))).count()
}

#[test]
fn a_line_of_five_megabytes_takes_ten_times_as_long_as_one_of_half_a_megabyte() {
    let words = "Troops entered the town of Idlib on Thursday and General Omar Haddad said that at least 12 people were killed, ";
    let time = |bytes: usize| -> (Duration, usize) {
        let text = words.repeat(bytes / words.len() + 1);
        let begun = Instant::now();
        let found = read(&text).mentions.len();
        (begun.elapsed(), found * words.len() / text.len())
    };
    let _ = read(words);
    let (short, found) = time(500_000);
    let (long, all) = time(5_000_000);
    assert_eq!(found, all, "each repetition gives the same mentions");
    // Quadratic time would take a hundred times as long; machines are busy, so thirty are allowed.
    assert!(long < short * 30 + Duration::from_secs(1), "{short:?} and {long:?}");
}

#[test]
fn many_names_and_quotations_stay_linear() {
    let time = |count: usize| {
        let text: String = (0..count)
            .map(|at| {
                format!(
                    "“We saw it,” said Omar Haddad{at} of the Green Council. The council told reporters so. "
                )
            })
            .collect();
        let begun = Instant::now();
        let _ = read(&text);
        begun.elapsed()
    };
    let (short, long) = (time(500), time(5_000));
    assert!(long < short * 40 + Duration::from_secs(1), "{short:?} and {long:?}");
}

#[test]
fn other_languages_are_told_and_their_dates_tried() {
    let text = "El ejército anunció que el 28/02/2020 había tomado la ciudad de Saraqib, en la provincia de Idlib, después de varios días de combates con los rebeldes, según la agencia.";
    let found = read(text);
    assert!(!found.english && found.statements.is_empty());
    assert_eq!(dates(text), 1);
    assert!(read("Troops took the town on 28 February 2020, the agency said.").english);
}

#[test]
fn control_characters_and_wrong_letters_hide_nothing() {
    for text in [
        "Troops\0 took\u{7} the town\u{b} on 28 February 2020.",
        "Troops took the town \u{fffd}\u{fffd} on 28 February 2020 Ã© Ã¼.",
        "\u{feff}Troops took the town on 28\u{a0}February 2020.",
        "Troops took the town on 28 February 2020\r\nand left.\r\n",
        "Soldiers \u{202b}القوات\u{202c} took the town on 28 February 2020.",
    ] {
        assert_eq!(dates(text), 1, "{text:?}");
    }
}

#[test]
fn what_looks_like_markup_is_text() {
    let text = "<p class=\"x\">On <b>28 February 2020</b> 3 men &amp; 2 women were killed in Idlib.</p><!-- on 1 May 2019 --> {{date|5}} [link](http://x/2018/01/02)";
    let found = read(text);
    assert!(dates(text) >= 1);
    for mention in &found.mentions {
        assert!(text.get(mention.start..mention.end).is_some_and(|words| !words.contains('<')));
    }
}
