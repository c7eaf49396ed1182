//! What has become of a kept view: what it showed then, what it shows now, and which statements differ.

use crate::engine::Fieldbook;
use crate::panels::sentence::counted;
use crate::text::{Lang, fill};
use crate::url;
use query::{Answer, Counts, Wants};
use take::notebook::NamedView;
use take::seen::{Differences, Seen, differences, seen};

/// The most ids that are listed of each sort.
const LISTED: usize = 200;

/// The counts of statements that were seen.
pub fn counts_of(statements: &[Seen]) -> Counts {
    statements.iter().map(|seen| seen.answer).collect()
}

/// What a view shows now.
pub fn now(fieldbook: Fieldbook, fragment: &str) -> Vec<Seen> {
    let (address, _) = url::decode(fragment);
    let selection = fieldbook.selection(&address);
    let rows = fieldbook.ask(&selection, Wants { rows: true, ..Wants::COUNTS }).rows;
    let rows: Vec<(u32, Answer)> = rows.iter().collect();
    fieldbook.with(|corpus| seen(corpus, &rows))
}

/// What has become of a kept view, in lines.
pub fn told(fieldbook: Fieldbook, lang: Lang, kept: &NamedView) -> Vec<String> {
    let now = now(fieldbook, &kept.address);
    let found = differences(&kept.statements, &now);
    let counted = |statements: &[Seen]| counted(fieldbook, lang, counts_of(statements));
    let mut lines = vec![fill(lang.words().take.then_now, &[&counted(&kept.statements), &counted(&now)])];
    lines.extend(listed(lang, &found));
    lines
}

/// The differences, each sort in a line with the statements' ids.
pub fn listed(lang: Lang, found: &Differences) -> Vec<String> {
    let texts = &lang.words().take;
    if found.is_empty() {
        return vec![texts.same.to_owned()];
    }
    let sorts =
        [(&texts.added, &found.added), (&texts.removed, &found.removed), (&texts.changed, &found.changed)];
    let some = sorts.into_iter().filter(|(_, ids)| !ids.is_empty());
    let line = |(forms, ids): (&crate::text::plural::Forms, &Vec<String>)| {
        let shown: Vec<&str> = ids.iter().take(LISTED).map(String::as_str).collect();
        let more = if ids.len() > LISTED { ", …" } else { "" };
        [&*forms.with(lang, ids.len() as u64), ": ", &shown.join(", "), more].concat()
    };
    some.map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_listed() {
        let ids = |list: &[&str]| list.iter().map(|&id| id.to_owned()).collect::<Vec<_>>();
        let found = Differences { added: ids(&["a1", "a2"]), removed: Vec::new(), changed: ids(&["c"]) };
        assert_eq!(listed(Lang::En, &found), ["2 added: a1, a2", "1 changed: c"]);
        assert_eq!(listed(Lang::En, &Differences::default()), ["Unchanged since it was kept"]);
        let many = Differences { removed: vec!["x".to_owned(); LISTED + 1], ..Differences::default() };
        assert!(listed(Lang::En, &many).first().is_some_and(|line| line.ends_with("x, …")));
    }

    #[test]
    fn counts_of_what_was_seen() {
        let seen = |answer| Seen { id: String::new(), hash: 0, answer };
        let counts = counts_of(&[seen(Answer::Match), seen(Answer::MayMatch), seen(Answer::Match)]);
        assert_eq!(counts, Counts { matching: 2, may_match: 1 });
    }
}
