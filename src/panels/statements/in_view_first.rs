//! Rows below the window follow a frame later than the rest, so that a change shows at once.

use crate::platform::after_paint::AfterPaint;
use crate::platform::reader;
use leptos::prelude::*;
use markup::{Memo, Signal, effect};

/// So many rows at least are drawn with the rest of the page; more where more are in view.
const FIRST: usize = 5;

/// What is to be drawn now of `shown`, of which each row has an `id`, in the element of the id `list`.
pub fn in_view_first<T>(
    shown: Memo<Vec<T>>,
    list: &'static str,
    id: fn(&T) -> u32,
) -> impl Fn() -> Vec<T> + Send + Sync + 'static
where
    T: PartialEq + Clone + Send + Sync + 'static,
{
    let drawn = Signal::new(shown.get_untracked());
    let in_view = StoredValue::new(FIRST);
    let following = AfterPaint::new(move || {
        drawn.set(shown.get_untracked());
        in_view.set_value(reader::children_in_view(list).max(FIRST));
    });
    effect(move || {
        shown.track();
        following.ask();
    });
    move || shown.with(|shown| drawn.with(|drawn| at_once(shown, drawn, in_view.get_value(), id)))
}

/// What is drawn at once where `shown` is asked for and `drawn` stands there: the first `many` rows of the one, and
/// of the other those below that are not of the same `id` as one above. Rows too few to fill the window are drawn
/// alone.
fn at_once<T: PartialEq + Clone>(shown: &[T], drawn: &[T], many: usize, id: impl Fn(&T) -> u32) -> Vec<T> {
    let Some(first) = shown.get(..many).filter(|_| shown != drawn) else { return shown.to_vec() };
    let below = drawn.iter().skip(many).filter(|row| first.iter().all(|above| id(above) != id(row)));
    first.iter().chain(below).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::at_once;

    #[test]
    fn rows_below_the_window_stay_for_a_frame() {
        let check = |shown: &[u32], drawn: &[u32], expect: &[u32]| {
            assert_eq!(at_once(shown, drawn, 2, |row| *row), expect);
        };
        check(&[1, 2, 3, 4], &[1, 2, 3, 4], &[1, 2, 3, 4]);
        check(&[7, 3, 8, 9], &[1, 2, 3, 4], &[7, 3, 4]);
        check(&[7], &[1, 2, 3], &[7]);
        check(&[1, 2, 3], &[], &[1, 2]);
    }

    #[test]
    fn a_row_with_another_answer_stands_there_once() {
        let shown = [(3, 'm'), (2, 'y'), (4, 'y')];
        let drawn = [(1, 'y'), (2, 'y'), (3, 'y'), (4, 'y')];
        assert_eq!(at_once(&shown, &drawn, 2, |row| row.0), [(3, 'm'), (2, 'y'), (4, 'y')]);
    }
}
