//! What "About this fieldbook" says.

use super::facts;
use crate::app::{use_lang, use_layout, use_words};
use crate::engine::use_fieldbook;
use crate::platform::{forget, promises};
use crate::text::number;
use index::name_in;
use leptos::prelude::*;
use markup::{Children, IntoMarkup, Markup, view};

/// All parts of the dialog.
pub fn inside() -> Markup {
    view! {
        <div class="about">
            <Intro /> <Holding /> <Making /> <Matching /> <Licences /> <ThisPage /> <Keyboard /> <Forgetting />
        </div>
    }
}

/// A heading and what stands under it.
#[component]
fn Part(title: &'static str, children: Children) -> Markup {
    view! { <section class="about__part"><h3 class="about__heading">{title}</h3> {children()}</section> }
}

/// A text in paragraphs, which an empty line separates.
fn paragraphs(text: &str) -> Markup {
    let blocks = text.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
    blocks.map(|block| view! { <p class="about__text" dir="auto">{block.to_owned()}</p> }).collect::<Markup>()
}

/// Labels and values; empty values are left out.
fn list(rows: Vec<(&'static str, String)>) -> Markup {
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
    let rows =
        rows.map(|(label, value)| view! { <dt>{label}</dt> <dd dir="auto">{value}</dd> }).collect::<Markup>();
    view! { <dl class="about__facts">{rows}</dl> }
}

#[component]
fn Intro() -> Markup {
    let (lang, words, fieldbook) = (use_lang(), use_words(), use_fieldbook());
    let description = fieldbook.peek(|corpus| name_in(&corpus.about.description, lang.code()).to_owned());
    let unreviewed = (!lang.reviewed()).then(|| view! { <p class="about__notice">{words.unreviewed}</p> });
    view! { <p class="about__lead" dir="auto">{description}</p> {unreviewed} }
}

#[component]
fn Holding() -> Markup {
    let (lang, words, fieldbook) = (use_lang(), &use_words().reading.about, use_fieldbook());
    let (coverage, facts, remarks) = fieldbook.as_published(|corpus| {
        let coverage = name_in(&corpus.about.coverage, lang.code()).to_owned();
        (coverage, facts::facts(corpus, lang), corpus.about.diagnostics.clone())
    });
    let diagnostics = (!remarks.is_empty()).then(|| {
        let title = words.diagnostics.with(lang, remarks.len() as u64);
        let remarks =
            remarks.into_iter().map(|remark| view! { <li dir="auto">{remark}</li> }).collect::<Markup>();
        view! { <details class="about__remarks"><summary>{title}</summary><ul>{remarks}</ul></details> }
    });
    view! { <Part title=words.holds>{paragraphs(&coverage)} {list(facts)} {diagnostics}</Part> }
}

#[component]
fn Making() -> Markup {
    let (lang, words, fieldbook) = (use_lang(), &use_words().reading.about, use_fieldbook());
    let method = fieldbook.peek(|corpus| name_in(&corpus.about.method, lang.code()).to_owned());
    (!method.is_empty()).then(|| view! { <Part title=words.made>{paragraphs(&method)}</Part> }).into_markup()
}

#[component]
fn Matching() -> Markup {
    let words = &use_words().reading.about;
    view! {
        <Part title=words.matching>
            <p class="about__text"><span class="about__solid" aria-hidden="true"></span> {words.matching_is}</p>
            <p class="about__text"><span class="about__hatch" aria-hidden="true"></span> {words.may_match_is}</p>
            <p class="about__text">{words.ledger_is}</p>
        </Part>
    }
}

#[component]
fn Licences() -> Markup {
    let (words, fieldbook) = (&use_words().reading.about, use_fieldbook());
    let (attributions, rows) = fieldbook.peek(|corpus| {
        let (about, map) = (&corpus.about, &corpus.basemap);
        let rows = vec![
            (words.licence, about.licence.clone()),
            (words.map, map.attribution.clone()),
            (words.borders, map.policy.clone()),
        ];
        (about.attributions.clone(), rows)
    });
    let lines = attributions.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect::<Markup>();
    view! { <Part title=words.licences>{list(rows)} <ul class="about__lines">{lines}</ul></Part> }
}

#[component]
fn ThisPage() -> Markup {
    let (lang, words, fieldbook) = (use_lang(), &use_words().reading.about, use_fieldbook());
    let (hash, edition) =
        fieldbook.as_published(|corpus| (facts::grouped_hex(&corpus.hash), corpus.about.edition.clone()));
    let requests = promises::requests_since(use_layout().loaded.get_untracked())
        .map(|n| number::whole(lang, n.into()))
        .unwrap_or_default();
    let policy = promises::policy().unwrap_or_else(|| words.no_policy.to_owned());
    let rows = vec![(words.edition, edition), (words.requests, requests)];
    let maker = promises::hosted().then(|| {
        view! { <p class="about__text"><a href="maker.html">{words.maker}</a> ". " {words.maker_is}</p> }
    });
    view! {
        <Part title=words.page>
            {list(rows)} <p class="about__text">{words.requests_is}</p>
            <dl class="about__facts">
                <dt>{words.policy}</dt>
                <dd><code class="about__code" dir="ltr">{policy}</code></dd>
                <dt>{words.hash}</dt>
                <dd><code class="about__code" dir="ltr">{hash}</code></dd>
            </dl>
            {maker}
        </Part>
    }
}

#[component]
fn Keyboard() -> Markup {
    let words = &use_words().reading.about;
    let keys = words.keys.iter().map(|&(key, does)| view! { <dt><kbd>{key}</kbd></dt> <dd>{does}</dd> });
    let single = use_layout().single_keys;
    view! {
        <Part title=words.keyboard>
            <dl class="about__facts about__keys">{keys.collect::<Markup>()}</dl>
            <p class="about__text">
                <label>
                    <input type="checkbox" prop:checked=move || single.get() on:change=move |_| single.update(|on| *on = !*on) />
                    " " {words.single_keys}
                </label>
            </p>
        </Part>
    }
}

#[component]
fn Forgetting() -> Markup {
    let words = &use_words().reading.about;
    view! {
        <Part title=words.forget>
            <p class="about__text">{words.forget_is}</p>
            <p><button type="button" class="button" on:click=move |_| forget::everything()>{words.forget}</button></p>
        </Part>
    }
}
