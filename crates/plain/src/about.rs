//! What stands below the list: the reports, and what the fieldbook says of itself.

use crate::head::line;
use crate::markup::{element, isolated, link, paragraphs, unveiled};
use crate::primary;
use crate::words::Words;
use index::{Corpus, How, Report, name_in};

/// Reports and "About this fieldbook".
pub(crate) fn about(corpus: &Corpus, words: &Words) -> String {
    let mut out = String::from("<section class=\"plain\">");
    element("h2", words.sources, &mut out);
    out.push_str("<ul class=\"plain-reports\">");
    corpus.reports.iter().for_each(|found| report(corpus, found, words, &mut out));
    out.push_str("</ul>");
    element("h2", words.about_this, &mut out);
    itself(corpus, words, &mut out);
    out.push_str("</section>");
    out
}

fn report(corpus: &Corpus, report: &Report, words: &Words, out: &mut String) {
    let lang = &corpus.about.language;
    out.push_str("<li><p><strong>");
    isolated(unveiled(corpus, &report.title, words), primary(&report.language), out);
    out.push_str("</strong></p>");
    if report.digest {
        element("p", words.digest_note, out);
    }
    if report.table {
        element("p", words.table_note, out);
    }
    out.push_str("<dl>");
    if !report.table {
        let source = corpus.sources.get(report.source as usize);
        let publisher = source.map_or(words.no_publisher, |source| name_in(&source.names, lang));
        line(words.reports, publisher, "", out);
        let how = if report.published.how == How::Inferred { words.inferred } else { "" };
        line(words.published, format!("{} {how}", report.published.edtf).trim(), "", out);
    }
    line(words.licence, &report.licence, "", out);
    for (label, address) in [(words.original, &report.url), (words.archive, &report.archive)] {
        if !address.is_empty() {
            element("dt", label, out);
            out.push_str("<dd>");
            link(address, out);
            out.push_str("</dd>");
        }
    }
    line("SHA-256", &report.sha256, "", out);
    out.push_str("</dl></li>");
}

fn itself(corpus: &Corpus, words: &Words, out: &mut String) {
    let about = &corpus.about;
    let (lang, own) = (about.language.as_str(), primary(&about.language));
    for (label, texts) in [(words.coverage, &about.coverage), (words.method, &about.method)] {
        let text = name_in(texts, lang);
        if !text.is_empty() {
            element("h3", label, out);
            paragraphs(text, own, out);
        }
    }
    out.push_str("<dl>");
    line(words.coders, &about.coders, own, out);
    line(words.edition, &about.edition, "", out);
    line(words.licence, &about.licence, "", out);
    let hash: String = corpus.hash.iter().map(|byte| format!("{byte:02x}")).collect();
    line(words.hash, &hash, "", out);
    out.push_str("</dl>");
    about.attributions.iter().for_each(|text| paragraphs(text, own, out));
    paragraphs(&corpus.basemap.attribution, "", out);
}
