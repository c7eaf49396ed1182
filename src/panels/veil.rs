//! Graphic passages under a veil, until the reader asks for them: see [`index::veil`].

use crate::app::{Layout, use_lang, use_layout, use_words};
use crate::components::later::Later;
use crate::engine::{Fieldbook, use_fieldbook};
use crate::platform::late::Late;
use crate::text::Lang;
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, Signal, view};
use std::ops::Range;

/// The veil over what the publisher's words mark, for the session.
#[derive(Clone, Copy)]
pub(super) struct Veil {
    fieldbook: Fieldbook,
    lifted: Signal<bool>,
    late: Signal<Late>,
    lang: Lang,
}

/// The veil, from anywhere below the app's root.
pub(super) fn use_veil() -> Veil {
    let Layout { unveiled: lifted, late, .. } = use_layout();
    Veil { fieldbook: use_fieldbook(), lifted, late, lang: use_lang() }
}

/// The passages of a text that the publisher veils.
#[inline(never)]
fn passages(fieldbook: Fieldbook, text: &str) -> Vec<Range<usize>> {
    fieldbook.peek(|corpus| index::veil::veiled(text, &corpus.about.veil))
}

impl Veil {
    /// What of a text is veiled; follows the reader's wish. Until the later half of the program is there, which can tell
    /// passages apart, that is all of it.
    pub fn ranges(self, text: &str) -> Vec<Range<usize>> {
        if self.lifted.get() || !self.has_words() {
            return Vec::new();
        }
        match self.late.get() {
            Late::Here => passages(self.fieldbook, text),
            _ => std::iter::once(0..text.len()).collect(),
        }
    }

    /// Whether the publisher veils anything.
    fn has_words(self) -> bool {
        self.fieldbook.peek(|corpus| !corpus.about.veil.is_empty())
    }

    /// The text as it is shown: a few words in place of each veiled sentence. Follows the reader's wish.
    pub fn over(self, text: &str) -> String {
        cover(text, &self.ranges(text), self.lang.words().reading.statements.veiled)
    }
}

/// `text` with `words` in place of each range, which stand in order.
fn cover(text: &str, ranges: &[Range<usize>], words: &str) -> String {
    let mut covered = String::with_capacity(text.len());
    let mut from = 0;
    for range in ranges {
        covered.push_str(text.get(from..range.start).unwrap_or_default());
        covered.push_str(words);
        from = range.end;
    }
    covered.push_str(text.get(from..).unwrap_or_default());
    covered
}

/// Says that graphic passages are veiled, and lifts the veil; nothing where the publisher veils none.
#[component]
pub(super) fn VeilNotice() -> Markup {
    use_veil().has_words().then(|| view! { <Later inside=notice /> }).into_markup()
}

fn notice() -> Markup {
    let (words, veil) = (&use_words().reading.statements, use_veil());
    let label = move || if veil.lifted.get() { words.veil } else { words.unveil };
    view! {
        <p class="veil-notice">
            {move || (!veil.lifted.get()).then_some(words.veil_note)} " "
            <button class="link" type="button" on:click=move |_| veil.lifted.update(|lifted| *lifted = !*lifted)>{label}</button>
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::single_range_in_vec_init, reason = "one veiled stretch is meant")]
    fn words_stand_in_place_of_the_passage() {
        assert_eq!(cover("One. Two. Three.", &[5..9], "[veiled]"), "One. [veiled] Three.");
        assert_eq!(cover("One.", &[], "[veiled]"), "One.");
        assert_eq!(cover("One.", &[0..4], "[veiled]"), "[veiled]");
    }
}
