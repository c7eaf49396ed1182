//! `reports/`: front matter and paragraphs.

use super::settings::text;
use super::{file, paths};
use crate::SourceFile;
use index::{Corpus, How, ParagraphRole, Report};

/// The files of the reports that have a text.
pub(super) fn reports(corpus: &Corpus) -> Vec<SourceFile> {
    let texts: Vec<&Report> = corpus.reports.iter().filter(|report| !report.table).collect();
    let ids: Vec<&str> = texts.iter().map(|report| report.id.as_str()).collect();
    let paths = paths("reports", &ids, "md");
    paths.into_iter().zip(texts).map(|(path, report)| file(path, written(corpus, report))).collect()
}

fn written(corpus: &Corpus, report: &Report) -> String {
    let mut out = String::from("+++\n");
    let mut line = |key: &str, value: String| {
        if !value.is_empty() {
            out.push_str(&format!("{key} = {value}\n"));
        }
    };
    line("title", text(&report.title));
    if let Some(source) = corpus.sources.get(report.source as usize) {
        // Its further names stand in sources.csv.
        line("publisher", text(source.names.first().map_or("", |name| &name.text)));
    }
    line("author", text(&report.author));
    line("language", text(&report.language));
    line("published", text(&report.published.edtf));
    if report.published.how == How::Inferred {
        line("published_how", text("inferred"));
    }
    line("published_why", text(&report.published.why));
    line("anchor", text(&report.anchor));
    line("captured", text(&report.captured));
    line("url", text(&report.url));
    line("archive", text(&report.archive));
    line("licence", text(&report.licence));
    line("sha256", text(&report.sha256));
    line("citation", text(&report.citation));
    if report.digest {
        line("digest", "true".to_owned());
    }
    line("coded", "true".to_owned());
    out.push_str("+++\n");
    for paragraph in &report.paragraphs {
        let role = match paragraph.role {
            ParagraphRole::Body => "",
            ParagraphRole::Heading => " heading",
            ParagraphRole::Caption => " caption",
            ParagraphRole::Furniture => " furniture",
        };
        out.push('\n');
        if paragraph.original > 0 || !role.is_empty() {
            out.push_str(&format!("[{}{role}]\n", paragraph.original));
        }
        out.push_str(&paragraph.text);
        out.push('\n');
    }
    out
}
