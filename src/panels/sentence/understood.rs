//! What the page understood of the search words, and the rules by which they find more than themselves.

use crate::app::{use_lang, use_words};
use crate::state::{use_choice, use_results};
use crate::text::{Lang, fill};
use leptos::prelude::*;
use markup::{Markup, memo, view};
use query::search::{Plan, Rule, Term};

/// The line under the sentence; nothing where there are no search words.
#[component]
pub fn Understood() -> Markup {
    let (lang, choice, results) = (use_lang(), use_choice(), use_results());
    let texts = &use_words().sentence;
    let said = memo(move || results.plan.with(|plan| said(lang, plan)));
    let rules = memo(move || results.plan.with(|plan| choice.with(|address| rules(plan, &address.off))));
    let buttons = move || {
        let button = |(at, on): (usize, bool)| {
            let (_, id) = Rule::ALL[at];
            let pressed = if on { "true" } else { "false" };
            view! {
                <button type="button" class="understood__rule" aria-pressed=pressed on:click=move |_| choice.toggle_rule(id)>
                    {texts.rules[at]}
                </button>
            }
        };
        rules.get().into_iter().map(button).collect::<Markup>()
    };
    view! {
        <Show when=move || !said.with(String::is_empty)>
            <div class="understood" id="understood">
                <span dir="auto">{said}</span>
                <Show when=move || !rules.with(Vec::is_empty)>
                    <span role="group" aria-label=texts.found_by>{texts.found_by} {buttons}</span>
                </Show>
            </div>
        </Show>
    }
}

/// The rules to show: those that found something and those that are switched off, each with whether it is on.
fn rules(plan: &Plan, off: &[String]) -> Vec<(usize, bool)> {
    let rule = |(at, (rule, id)): (usize, (Rule, &str))| {
        let on = !off.iter().any(|off| off == id);
        (!plan.query.is_empty() && (!on || plan.uses(rule))).then_some((at, on))
    };
    Rule::ALL.into_iter().enumerate().filter_map(rule).collect()
}

/// What was understood, in words.
fn said(lang: Lang, plan: &Plan) -> String {
    let texts = &lang.words().sentence;
    if plan.query.is_empty() {
        return String::new();
    }
    let mut clauses: Vec<String> = Vec::new();
    for terms in &plan.query.clauses {
        let any: Vec<String> = terms.iter().map(|it| term(lang, it)).collect();
        let alone = terms.len() == 1 || plan.query.clauses.len() == 1;
        let any = any.join(texts.or);
        clauses.push(if alone { any } else { ["(", &any, ")"].concat() });
    }
    let mut said = fill(texts.understood, &[&clauses.join(texts.and)]);
    let unknown: Vec<String> = plan.unknown().map(|word| fill(texts.quoted, &[word])).collect();
    if !unknown.is_empty() {
        said = [&said, ". ", &fill(texts.nowhere, &[&unknown.join(texts.comma)])].concat();
    }
    if plan.query.cut {
        said = [&said, ". ", texts.cut].concat();
    }
    said + "."
}

fn term(lang: Lang, term: &Term) -> String {
    let texts = &lang.words().sentence;
    let mut words = match term.phrase {
        true => fill(texts.quoted, &[&term.words.join(" ")]),
        false => term.words.join(texts.and),
    };
    if term.open {
        words.push('…');
    }
    if let Some(field) = term.field {
        words = fill(texts.in_field[field as usize], &[&words]);
    }
    if term.not { fill(texts.without_words, &[&words]) } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use index::Corpus;
    use query::{Engine, Selection};

    fn check(text: &str, expect: &str) {
        let mut corpus = Corpus::default();
        corpus
            .reports
            .push(index::Report { title: "Smoke, a convoy and air strikes".into(), ..Default::default() });
        let engine = Engine::new(corpus);
        let plan = engine.understand(&Selection { text: text.into(), ..Selection::default() });
        assert_eq!(said(Lang::En, &plan), expect, "{text}");
    }

    #[test]
    fn every_query_is_understood() {
        check("", "");
        check("?!", "");
        check("smoke convoy", "Understood as smoke and convoy.");
        check("smoke OR convoy", "Understood as smoke or convoy.");
        check("smoke convoy OR air", "Understood as smoke and (convoy or air).");
        check("-smoke \"air strikes", "Understood as not smoke and “air strikes”.");
        check("place:idl*", "Understood as idl… as place. Found nowhere here: “idl”.");
        check("al-air", "Understood as air.");
        check("[smoke]+(.*)", "Understood as smoke.");
        check("xyzzy", "Understood as xyzzy. Found nowhere here: “xyzzy”.");
    }

    #[test]
    fn rules_are_shown_that_found_something_or_are_off() {
        let mut corpus = Corpus::default();
        corpus.reports.push(index::Report { title: "Convoys".into(), ..Default::default() });
        let engine = Engine::new(corpus);
        let plan = engine.understand(&Selection { text: "convoy".into(), ..Selection::default() });
        assert_eq!(rules(&plan, &[]), [(0, true)]);
        assert_eq!(rules(&plan, &["typos".into()]), [(0, true), (3, false)]);
    }
}
