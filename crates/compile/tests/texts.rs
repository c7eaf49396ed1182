//! `fieldbook.toml` and the front matter of reports: what is written is what is carried.

#![allow(clippy::unwrap_used)]

use fieldbook_compile::{Compiled, Options, SourceFile, compile};
use index::{How, Name, ParagraphRole};

fn compiled(files: &[(&str, &str)]) -> Compiled {
    let file = |(path, text): &(&str, &str)| SourceFile {
        path: (*path).to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    compile(&files.iter().map(file).collect::<Vec<_>>(), &Options::default())
}

fn shown(names: &[Name]) -> String {
    names.iter().map(|name| format!("{}:{}", name.lang, name.text)).collect::<Vec<_>>().join(" ")
}

const SETTINGS: &str = r##"
id = "x"
title = { ar = "عنوان", en = "Title" }
description = "One sentence."
language = "en"
licence = "CC-BY-4.0"
edition = 2026-11-22
unit = { en = ["event", "events"], ar = ["حدث", "أحداث"] }
coders = "A, B"
coverage = "First.\n\nSecond."
method = { en = "By hand." }
attributions = ["One", "Two"]
default_view = "#from=2020"

[[preset]]
label = { en = "Winter" }
from = "2019-12"
[[preset]]
label = "Spring"
to = "2020-05"
"##;

#[test]
fn settings_are_carried() {
    let about = compiled(&[("fieldbook.toml", SETTINGS)]).corpus.about;
    assert_eq!(shown(&about.title), "en:Title ar:عنوان");
    assert_eq!(shown(&about.description), "en:One sentence.");
    assert_eq!(
        (about.language.as_str(), about.licence.as_str(), about.edition.as_str()),
        ("en", "CC-BY-4.0", "2026-11-22")
    );
    let units: Vec<String> =
        about.unit.iter().map(|unit| format!("{}:{}/{}", unit.lang, unit.one, unit.other)).collect();
    assert_eq!(units, ["en:event/events", "ar:حدث/أحداث"]);
    assert_eq!((about.coders.as_str(), shown(&about.coverage).as_str()), ("A, B", "en:First.\n\nSecond."));
    assert_eq!(shown(&about.method), "en:By hand.");
    assert_eq!(about.attributions, ["One", "Two"]);
    assert_eq!(about.default_view, "from=2020");
    let presets: Vec<String> = about
        .presets
        .iter()
        .map(|preset| format!("{} {}-{}", shown(&preset.label), preset.from, preset.to))
        .collect();
    assert_eq!(presets, ["en:Winter 2019-12-", "en:Spring -2020-05"]);
}

const REPORT: &str = "\n+++
title = \"Über alles\"
publisher = \"Courier\"
publisher_names = { ar = \"الساعي\" }
author = \"A. B.\"
language = \"de\"
published = \"2020-02-28/2020-03-05\"
published_how = \"inferred\"
published_why = \"By its Friday.\"
anchor = \"friday<=published\"
captured = \"2024\"
url = \"https://example.org\"
archive = \"https://example.org/a\"
licence = \"unknown\"
sha256 = \"ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef0123456789\"
citation = \"A. B., Courier\"
digest = true
+++

[1]
# Headline

[2 caption]
Text
over  two lines.
[3]

Third. [4] is no mark here.

Fourth, without a number.

[9 furniture]
Share
";

#[test]
fn reports_are_carried() {
    let compiled = compiled(&[("fieldbook.toml", SETTINGS), ("reports/one.md", REPORT)]);
    let report = &compiled.corpus.reports[0];
    assert_eq!(
        (report.id.as_str(), report.title.as_str(), report.author.as_str()),
        ("one", "Über alles", "A. B.")
    );
    assert_eq!((report.language.as_str(), report.captured.as_str(), report.digest), ("de", "2024", true));
    let published = &report.published;
    assert_eq!((published.edtf.as_str(), published.how), ("2020-02-28/2020-03-05", How::Inferred));
    assert_eq!(published.span.unwrap().to_string(), "2020-02-28/2020-03-05");
    assert_eq!((published.why.as_str(), report.anchor.as_str()), ("By its Friday.", "friday<=published"));
    assert!(
        report.sha256.starts_with("abcdef01")
            && report.url.ends_with(".org")
            && report.archive.ends_with("/a")
    );
    assert_eq!((report.licence.as_str(), report.citation.as_str()), ("unknown", "A. B., Courier"));
    let source = &compiled.corpus.sources[report.source as usize];
    assert_eq!((source.id.as_str(), shown(&source.names).as_str()), ("courier", "en:Courier ar:الساعي"));
    let paragraphs: Vec<(u32, ParagraphRole, &str)> =
        report.paragraphs.iter().map(|p| (p.original, p.role, p.text.as_str())).collect();
    let expect = [
        (1, ParagraphRole::Heading, "Headline"),
        (2, ParagraphRole::Caption, "Text over two lines."),
        (3, ParagraphRole::Body, "Third. [4] is no mark here."),
        (0, ParagraphRole::Body, "Fourth, without a number."),
        (9, ParagraphRole::Furniture, "Share"),
    ];
    assert_eq!(paragraphs, expect);
    let expected = ["The sources hold no statement", "The report is in “de”, which is not read by machine"];
    assert!(compiled.diagnostics.iter().all(|diagnostic| expected.contains(&diagnostic.what.as_str())));
}

#[test]
fn without_a_date_a_report_s_relative_dates_are_unknown() {
    let report =
        "+++\ntitle = \"R\"\nanchor = \"friday<=published\"\n+++\nIt began on Thursday, since December.\n";
    let statements = "id,report,quote,date,date_words\na,r,on Thursday,thursday<anchor,on Thursday\n\
                      b,r,since December,2019-12/published,since December\n";
    let corpus = compiled(&[("reports/r.md", report), ("statements.csv", statements)]).corpus;
    let row = |id: &str| corpus.statements.ids.iter().position(|other| other == id).unwrap();
    assert!(corpus.statements.dates.get(row("a")).is_empty());
    assert_eq!(corpus.statements.dates.get(row("b"))[0].to_string(), "2019-12-01/..");
    assert_eq!(corpus.statements.edtf.get(row("b")), "2019-12/..");
    let made: Vec<(u32, &str, &str, How)> = corpus
        .derivations
        .iter()
        .map(|made| (made.statement, made.words.as_str(), made.rule.as_str(), made.how))
        .collect();
    let expect = [
        (0, "since December", "2019-12/published", How::Resolved),
        (1, "on Thursday", "thursday<anchor", How::Resolved),
    ];
    assert_eq!(made, expect);
}
