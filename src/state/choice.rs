//! What the reader chose, and the verbs that change it.

use crate::text::Lang;
use crate::url::{Address, Values};
use leptos::prelude::*;
use markup::Signal;
use query::Dimension;

/// Whether a change is a step of its own in the browser's history.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Commit {
    /// A step that "back" undoes.
    #[default]
    Step,
    /// Part of a movement that goes on, such as dragging a brush: the current step changes.
    Drag,
}

/// The reader's choice. All changes go through its verbs.
#[derive(Clone, Copy)]
pub struct Choice {
    address: Signal<Address>,
    commit: StoredValue<Commit>,
    cleared: Signal<Option<Address>>,
    browser_lang: Lang,
}

/// The reader's choice, from anywhere below the app's root.
pub fn use_choice() -> Choice {
    expect_context()
}

impl Choice {
    /// Starts from an address and provides the choice to the components below.
    pub fn provide(address: Address, browser_lang: Lang) -> Self {
        let choice = Self {
            address: Signal::new(address),
            commit: StoredValue::new(Commit::Step),
            cleared: Signal::new(None),
            browser_lang,
        };
        provide_context(choice);
        choice
    }

    /// The address as it is.
    pub fn address(self) -> Address {
        self.address.get()
    }

    /// Looks at the address.
    pub fn with<T>(self, look: impl FnOnce(&Address) -> T) -> T {
        self.address.with(look)
    }

    /// Looks at the address without following its changes.
    pub fn peek<T>(self, look: impl FnOnce(&Address) -> T) -> T {
        self.address.with_untracked(look)
    }

    /// How the last change is to be entered into the history.
    pub fn last_commit(self) -> Commit {
        self.commit.get_value()
    }

    /// The language of the interface.
    pub fn lang(self) -> Lang {
        self.with(|address| Lang::from_code(&address.lang)).unwrap_or(self.browser_lang)
    }

    /// Takes an address over as it is: from a link, or from the history.
    pub fn restore(self, address: Address) {
        self.cleared.set(None);
        self.write(Commit::Step, |current| *current = address);
    }

    /// Chooses a value, or takes it back. A chosen value is no longer excluded.
    pub fn toggle(self, dimension: Dimension, id: &str) {
        self.change_values(dimension, |values| {
            values.excluded.retain(|known| known != id);
            flip(&mut values.chosen, id);
        });
    }

    /// Excludes a value, or takes that back. An excluded value is no longer chosen.
    pub fn exclude(self, dimension: Dimension, id: &str) {
        self.change_values(dimension, |values| {
            values.chosen.retain(|known| known != id);
            flip(&mut values.excluded, id);
        });
    }

    /// Chooses several values in place of those chosen so far.
    pub fn choose(self, dimension: Dimension, ids: Vec<String>) {
        self.change_values(dimension, |values| values.chosen = ids);
    }

    /// Takes a whole dimension's clause away.
    pub fn loosen(self, dimension: Dimension) {
        self.change(Commit::Step, |address| match dimension {
            Dimension::Date => {
                address.from.clear();
                address.to.clear();
            }
            Dimension::Text => {
                address.q.clear();
                address.off.clear();
            }
            dimension => {
                if dimension == Dimension::Actor {
                    address.role.clear();
                }
                if let Some(values) = values_mut(address, dimension) {
                    *values = Values::default();
                }
            }
        });
    }

    /// Sets the dates, as EDTF; empty for open.
    pub fn set_dates(self, from: &str, to: &str, commit: Commit) {
        self.change(commit, |address| {
            from.clone_into(&mut address.from);
            to.clone_into(&mut address.to);
        });
    }

    /// Sets which date is asked for; empty: when it happened.
    pub fn set_axis(self, axis: &str) {
        self.change(Commit::Step, |address| axis.clone_into(&mut address.axis));
    }

    /// Sets the roles in which actors count; none: any.
    pub fn set_roles(self, roles: Vec<String>) {
        self.change(Commit::Step, |address| address.role = roles);
    }

    /// Sets the search words. While they are typed, the current step changes.
    pub fn set_text(self, words: &str, commit: Commit) {
        self.change(commit, |address| words.clone_into(&mut address.q));
    }

    /// Switches a rule of the search off, or on again.
    pub fn toggle_rule(self, rule: &str) {
        self.change(Commit::Step, |address| flip(&mut address.off, rule));
    }

    /// Hides what only may match, or shows it.
    pub fn set_matches_only(self, on: bool) {
        self.change(Commit::Step, |address| address.matches_only = on);
    }

    /// Lets clauses be met anywhere in the same report, or only in one statement.
    pub fn set_report_scope(self, on: bool) {
        self.change(Commit::Step, |address| address.scope = if on { "report".into() } else { String::new() });
    }

    /// Lists a part of the ledger instead of the selection; empty: the selection again.
    pub fn show(self, part: &str) {
        self.write(Commit::Step, |address| {
            part.clone_into(&mut address.show);
            address.behind.clear();
            address.page = 0;
        });
    }

    /// Forgets where the link came from that was opened.
    pub fn forget_origin(self) {
        self.write(Commit::Step, forget_origin);
    }

    /// Lists the statements behind something that a panel shows, by the name that the panel gives it; empty: the
    /// selection again.
    pub fn show_behind(self, name: &str) {
        self.write(Commit::Step, |address| {
            name.clone_into(&mut address.behind);
            address.show.clear();
            address.page = 0;
        });
    }

    /// Shows one measure's figures; empty: all.
    pub fn set_measure(self, measure: &str) {
        self.write(Commit::Step, |address| measure.clone_into(&mut address.measure));
    }

    /// Groups figures; empty: by who says so alone.
    pub fn set_by(self, by: &str) {
        self.write(Commit::Step, |address| by.clone_into(&mut address.by));
    }

    /// Chooses the columns of the matrix.
    pub fn set_across(self, across: &str) {
        self.write(Commit::Step, |address| across.clone_into(&mut address.across));
    }

    /// Sets the selection to compare with, as a fragment.
    pub fn set_versus(self, versus: &str) {
        self.write(Commit::Step, |address| {
            versus.clone_into(&mut address.versus);
            // What was listed may have been behind a number of the one that it replaces.
            address.behind.clear();
        });
    }

    /// Opens a tab.
    pub fn set_view(self, view: &str) {
        self.write(Commit::Step, |address| view.clone_into(&mut address.view));
    }

    /// Sorts the list.
    pub fn set_sort(self, sort: &str) {
        self.write(Commit::Step, |address| {
            sort.clone_into(&mut address.sort);
            address.page = 0;
        });
    }

    /// Turns to a page of the list, from 1.
    pub fn set_page(self, page: u32) {
        self.write(Commit::Step, |address| address.page = page);
    }

    /// Opens a statement in its report.
    pub fn open_statement(self, statement: &str, report: &str) {
        self.write(Commit::Step, |address| {
            statement.clone_into(&mut address.statement);
            report.clone_into(&mut address.report);
        });
    }

    /// Opens a report, without a statement.
    pub fn open_report(self, report: &str) {
        self.open_statement("", report);
    }

    /// Closes the report.
    pub fn close_report(self) {
        self.open_statement("", "");
    }

    /// Changes the language of the interface.
    pub fn set_lang(self, lang: Lang) {
        self.write(Commit::Step, |address| lang.code().clone_into(&mut address.lang));
    }

    /// Takes every clause away; [`Choice::undo_clear`] brings them back.
    pub fn clear_all(self) {
        let before = self.peek(Address::clone);
        self.write(Commit::Step, |address| {
            *address = Address {
                view: std::mem::take(&mut address.view),
                sort: std::mem::take(&mut address.sort),
                lang: std::mem::take(&mut address.lang),
                report: std::mem::take(&mut address.report),
                statement: std::mem::take(&mut address.statement),
                ..Address::default()
            };
        });
        self.cleared.set(Some(before));
    }

    /// Whether there is a clearing to undo.
    pub fn can_undo_clear(self) -> bool {
        self.cleared.with(Option::is_some)
    }

    /// Brings back what [`Choice::clear_all`] took away.
    pub fn undo_clear(self) {
        if let Some(before) = self.cleared.get_untracked() {
            self.restore(before);
        }
    }

    fn change_values(self, dimension: Dimension, change: impl FnOnce(&mut Values)) {
        self.change(Commit::Step, |address| {
            if let Some(values) = values_mut(address, dimension) {
                change(values);
            }
        });
    }

    /// A change of the selection: the list starts over.
    fn change(self, commit: Commit, change: impl FnOnce(&mut Address)) {
        self.cleared.set(None);
        self.write(commit, |address| {
            address.show.clear();
            address.behind.clear();
            address.page = 0;
            forget_origin(address);
            change(address);
        });
    }

    fn write(self, commit: Commit, change: impl FnOnce(&mut Address)) {
        self.commit.set_value(commit);
        self.address.update(change);
    }
}

/// What a link saw says nothing of another selection.
fn forget_origin(address: &mut Address) {
    address.corpus.clear();
    address.n.clear();
}

fn values_mut(address: &mut Address, dimension: Dimension) -> Option<&mut Values> {
    match dimension {
        Dimension::Actor => Some(&mut address.actor),
        Dimension::Speaker => Some(&mut address.speaker),
        Dimension::Place => Some(&mut address.place),
        Dimension::Kind => Some(&mut address.kind),
        Dimension::Source => Some(&mut address.source),
        Dimension::Date | Dimension::Text => None,
    }
}

fn flip(ids: &mut Vec<String>, id: &str) {
    match ids.iter().position(|known| known == id) {
        Some(at) => {
            ids.remove(at);
        }
        None => ids.push(id.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(verbs: impl FnOnce(Choice), expect: &str) {
        Owner::new().with(|| {
            let (address, _) = crate::url::decode("actor=russia&place=sy&q=smoke&page=3&report=001");
            let choice = Choice::provide(address, Lang::En);
            verbs(choice);
            assert_eq!(crate::url::encode(&choice.address()), expect);
        });
    }

    #[test]
    fn verbs() {
        check(|it| it.toggle(Dimension::Actor, "russia"), "place=sy&q=smoke&report=001");
        check(|it| it.exclude(Dimension::Actor, "russia"), "not-actor=russia&place=sy&q=smoke&report=001");
        check(|it| it.toggle(Dimension::Place, "tr"), "actor=russia&place=sy&place=tr&q=smoke&report=001");
        check(|it| it.loosen(Dimension::Text), "actor=russia&place=sy&report=001");
        check(|it| it.set_page(2), "actor=russia&place=sy&q=smoke&page=2&report=001");
        check(|it| it.clear_all(), "report=001");
        check(
            |it| {
                it.clear_all();
                it.undo_clear();
            },
            "actor=russia&place=sy&q=smoke&page=3&report=001",
        );
    }

    #[test]
    fn an_edit_after_clearing_ends_the_undo() {
        check(
            |it| {
                it.clear_all();
                it.toggle(Dimension::Kind, "assault");
                assert!(!it.can_undo_clear());
                it.undo_clear();
            },
            "kind=assault&report=001",
        );
    }
}
