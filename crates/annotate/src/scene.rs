//! Where a statement's things happened: the places of its clause, of its sentence, or of the one before.

use crate::lexicon::COMPASS;
use crate::mention::{Mention, PlaceValue, Value};
use crate::statement::{Carried, Maker};
use std::sync::Arc;

impl Maker<'_> {
    /// The places of a clause, else of the sentence, else (for what happened) of the sentence before.
    pub(crate) fn places(
        &self,
        own: &[Mention],
        whole: &[Mention],
        carried: &Carried,
        happened: bool,
    ) -> (Vec<Arc<PlaceValue>>, &'static str) {
        let of = |mentions: &[Mention]| -> Vec<Arc<PlaceValue>> {
            let mut all: Vec<Arc<PlaceValue>> = Vec::new();
            for mention in mentions {
                let Value::Place(place) = &mention.value else { continue };
                if matches!(mention.why.rule, "in-name" | "country-as-adjective") {
                    continue;
                }
                if !all.iter().any(|other| other.id == place.id) && self.is_scene(mention) {
                    all.push(place.clone());
                }
            }
            // "Saraqeb in Idlib province, Syria" is one place: what lies above another is left out.
            let wide = |place: &PlaceValue| matches!(place.level, "country" | "admin1");
            let above = |place: &PlaceValue| {
                wide(place)
                    && all.iter().any(|other| other.id != place.id && other.path.contains(&place.name))
            };
            let mut stays: Vec<bool> = Vec::new();
            if all.len() > 1 {
                stays.extend(all.iter().map(|place| !above(place)));
            }
            let mut stays = stays.into_iter();
            all.retain(|_| stays.next().unwrap_or(true));
            all
        };
        let found = of(own);
        if !found.is_empty() {
            return (found, "stated");
        }
        let found = of(whole);
        if !found.is_empty() {
            return (found, "sentence");
        }
        if happened && carried.age <= 1 && !carried.places.is_empty() {
            return (carried.places.clone(), "carried");
        }
        (Vec::new(), "")
    }

    /// A country that is the subject, or that somebody is close to, is no scene.
    fn is_scene(&self, mention: &Mention) -> bool {
        let at = self.text.token_from(mention.start);
        let before = self.text.word(at.wrapping_sub(1));
        let country = matches!(&mention.value, Value::Place(place) if place.level == "country");
        !country
            || matches!(
                before,
                "in" | "across" | "inside" | "throughout" | "into" | "," | "from" | "near" | "("
            )
            || before.ends_with("ern")
            || self.text.has(at.wrapping_sub(1), COMPASS)
            || self.text.word(at.wrapping_sub(2)) == "in"
    }
}

/// The place that a mention names.
pub(crate) fn place_of(mention: &Mention) -> Option<Arc<PlaceValue>> {
    if let Value::Place(place) = &mention.value { Some(place.clone()) } else { None }
}
