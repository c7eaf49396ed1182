//! What is wrong or odd: file, line, what, remedy.

use super::bench::use_bench;
use super::{use_lang, use_words};
use crate::preview::Finding;
use app::text::{fill, number};
use leptos::prelude::*;
use markup::{Markup, each_anew, memo, view};

/// The findings, the gravest first.
#[component]
pub fn Findings() -> Markup {
    let (lang, words, bench) = (use_lang(), use_words(), use_bench());
    let counts = memo(move || bench.preview.with(|it| it.as_ref().map_or([0; 3], |it| it.counts)));
    let list =
        memo(move || bench.preview.with(|it| it.as_ref().map(|it| it.findings.clone()).unwrap_or_default()));
    let said = move || {
        let forms = [&words.errors, &words.warnings, &words.notes];
        let each = counts.get().into_iter().zip(forms).filter(|(count, _)| *count > 0);
        let said: Vec<String> = each.map(|(count, forms)| forms.with(lang, count.into())).collect();
        if said.is_empty() { words.sound.to_owned() } else { said.join(" · ") }
    };
    let more = move || counts.get().iter().sum::<u32>().saturating_sub(list.with(Vec::len) as u32);
    let more = move || if more() > 0 { words.more.with(lang, more().into()) } else { String::new() };
    let rows =
        each_anew(move || list.get().into_iter().enumerate(), |(at, _)| *at, |(_, finding)| row(finding));
    view! {
        <section class="maker__part" aria-labelledby="findings-title">
            <h2 class="maker__heading" id="findings-title">{words.findings}</h2>
            <p>{said}</p>
            <ul class="maker__list maker__findings" role="list" aria-labelledby="findings-title">{rows}</ul>
            <p>{more}</p>
        </section>
    }
}

fn row(finding: Finding) -> Markup {
    let (lang, words) = (use_lang(), use_words());
    let severity = words.severities.get(finding.severity as usize).copied().unwrap_or_default();
    let line = (finding.line > 0).then(|| fill(words.line, &[&number::whole(lang, finding.line.into())]));
    let class =
        if finding.severity == 0 { "maker__severity maker__severity--error" } else { "maker__severity" };
    view! {
        <li>
            <span class=class>{severity}</span> " "
            <bdi class="maker__where">{finding.file}</bdi> " "
            {line} " "
            <span lang="en" dir="auto">{finding.what} ". " {finding.remedy} "."</span>
        </li>
    }
}
