//! Mentions: which words of a report are marked, and as what.

#![allow(clippy::unwrap_used)]

use fieldbook_compile::{Options, SourceFile, compile};
use index::{Corpus, MentionKind};

const FOLDER: [(&str, &str); 4] = [
    (
        "reports/r.md",
        "+++\ntitle = \"R\"\npublished = \"2021-03-12\"\n+++\n\n\
         [1]\nLand said that 1,200 people fled northern Land on Thursday. This was new.\n\n\
         [2]\nRebels from Land and the river Council denied it. This town of 200 is small; 1,2001 is not 200,5.\n\n\
         [3]\nThe shelling came then, in Land, and Land knows.\n",
    ),
    (
        "actors.csv",
        "id,name,names\nland-state,Land,\nrebels,rebels,\ncouncil,River Council,The river Council\nunused,shelling,\n",
    ),
    ("places.csv", "id,name\nland-place,Land\n"),
    (
        "statements.csv",
        "id,report,quote,date,date_words,initiator,mentioned,speaker,place,figures\n\
         a,r,people fled,thursday<anchor,on thursday,,,Land,,\n\
         b,r,1200,,,,,,,\n\
         c,r,\"that 1,200 people\",,This,,,,land-place,displaced 1200\n\
         d,r,denied it,,,,rebels,council,,missing 200\n\
         e,r,came,published,on Thursday,,land-state,,,\n",
    ),
];

fn corpus() -> Corpus {
    let file =
        |(path, text): (&str, &str)| SourceFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
    compile(&FOLDER.map(file), &Options::default()).corpus
}

fn marked(corpus: &Corpus, paragraph: usize) -> String {
    let report = &corpus.reports[0];
    let mut out = String::new();
    let mut at = 0;
    let text = &report.paragraphs[paragraph].text;
    for mention in report.mentions.iter().filter(|mention| mention.paragraph as usize == paragraph) {
        let target = match mention.kind {
            MentionKind::Actor | MentionKind::Attribution => &corpus.actors[mention.target as usize].id,
            MentionKind::Place => &corpus.places[mention.target as usize].id,
            MentionKind::Date => "date",
            MentionKind::Figure => "figure",
        };
        let by = if mention.kind == MentionKind::Attribution { " says" } else { "" };
        let (start, end) = (mention.start as usize, mention.end as usize);
        out.push_str(&format!("{}[{}|{target}{by}]", &text[at..start], &text[start..end]));
        at = end;
    }
    out + &text[at..]
}

#[test]
fn words_are_marked_as_what_they_name() {
    let corpus = corpus();
    let check = |paragraph, expect: &str| assert_eq!(marked(&corpus, paragraph), expect);
    check(
        0,
        "[Land|land-state says] said that [1,200|figure] people fled northern [Land|land-place] [on Thursday|date]. \
         [This|date] was new.",
    );
    check(
        1,
        "[Rebels|rebels] from [Land|land-place] and [the river Council|council says] denied it. \
         This town of [200|figure] is small; 1,2001 is not 200,5.",
    );
    check(2, "The shelling came then, in [Land|land-place], and [Land|land-state] knows.");
}
