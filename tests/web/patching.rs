//! Views patched in place, against views built anew: the same page comes out, and rows keep their nodes.

use leptos::prelude::*;
use markup::{IntoMarkup, Markup, Signal, each, each_anew, memo, mount, view};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

/// A small generator; its seed is printed by whoever fails.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// A view of any shape, with settings of every kind.
fn any(dice: &mut Dice, depth: u64) -> Markup {
    match dice.throw(if depth == 0 { 2 } else { 7 }) {
        0 => ["", "a", "b"][dice.throw(3) as usize].into_markup(),
        1 => Markup::Nothing,
        2 => {
            let (class, marked, child) =
                (dice.throw(3).to_string(), dice.throw(2) == 0, any(dice, depth - 1));
            view! { <p title=class class:marked=marked>{child}</p> }
        }
        3 => {
            let (hidden, width) = (dice.throw(2) == 0, format!("{}px", dice.throw(3)));
            let (one, two) = (any(dice, depth - 1), any(dice, depth - 1));
            view! { <div class="box" hidden=hidden style:width=width>{one} "–" {two}</div> }
        }
        4 => (0..dice.throw(4)).map(|_| any(dice, depth - 1)).collect(),
        5 => {
            let seed = dice.throw(1 << 20);
            (move || any(&mut Dice(seed), depth - 1)).into_markup()
        }
        _ => {
            let rows: Vec<u64> = (0..dice.throw(4)).map(|at| at * 3 + dice.throw(3)).collect();
            match dice.throw(2) {
                0 => each_anew(move || rows.clone(), |row| *row, |row| view! { <i>{row}</i> }),
                _ => each(move || rows.clone(), |row| *row / 3, |row| view! { <i>{row}</i> }),
            }
        }
    }
}

/// Lets the effects run.
async fn turn() {
    leptos::task::tick().await;
    gloo::timers::future::TimeoutFuture::new(0).await;
}

fn root() -> Element {
    let root = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    root
}

/// What is seen: markers of places are not.
fn seen(root: &Element) -> String {
    root.outer_html().replace("<!---->", "").replace(" class=\"\"", "").replace(" style=\"\"", "")
}

#[wasm_bindgen_test]
async fn patched_or_built_anew_the_page_is_the_same() {
    for seed in 0..400 {
        let (patched, anew) = (root(), root());
        let step = Signal::new(0_u64);
        let of = move |step: u64| any(&mut Dice(seed * 10 + step), 4);
        let _patched = mount(&patched, move || (move || of(step.get())).into_markup());
        for next in 1..4 {
            step.set(next);
            turn().await;
            let built = mount(&anew, move || of(next));
            assert_eq!(seen(&patched), seen(&anew), "seed {seed}, step {next}");
            drop(built);
        }
        patched.remove();
        anew.remove();
    }
}

#[wasm_bindgen_test]
async fn rows_keep_their_nodes_through_every_order() {
    for seed in 0..100 {
        let mut dice = Dice(seed);
        let root = root();
        let rows = Signal::new(vec![1_u64, 2, 3, 4, 5]);
        let list = move || {
            each(move || rows.get(), |row| *row, |row| view! { <li id=format!("row-{row}")>{row}</li> })
        };
        let mounted = mount(&root, move || view! { <ul>"first"{list()}"last"</ul> });
        for _ in 0..4 {
            let before: Vec<Element> = children(&root);
            let mut next: Vec<u64> = (1..9).filter(|_| dice.throw(3) > 0).collect();
            for at in (1..next.len()).rev() {
                next.swap(at, dice.throw(at as u64 + 1) as usize);
            }
            rows.set(next.clone());
            turn().await;
            let after = children(&root);
            let texts: Vec<String> = after.iter().map(|row| row.text_content().unwrap()).collect();
            assert_eq!(texts, next.iter().map(u64::to_string).collect::<Vec<_>>(), "seed {seed}");
            for row in &after {
                let old = before.iter().find(|old| old.id() == row.id());
                assert!(old.is_none_or(|old| old == row), "seed {seed}: {} was made anew", row.id());
            }
            assert!(
                root.text_content().unwrap().starts_with("first")
                    && root.text_content().unwrap().ends_with("last")
            );
        }
        drop(mounted);
        assert!(root.first_child().is_none());
        root.remove();
    }
}

fn children(root: &Element) -> Vec<Element> {
    let rows = root.query_selector_all("li").unwrap();
    (0..rows.length()).filter_map(|at| rows.item(at)).map(wasm_bindgen::JsCast::unchecked_into).collect()
}

#[wasm_bindgen_test]
async fn what_is_typed_and_focused_stays_through_a_change() {
    let root = root();
    let count = Signal::new(0_u64);
    let form =
        move || view! { <form><input id="typed" title=count.get().to_string() /><b>{count.get()}</b></form> };
    let _mounted = mount(&root, move || form.into_markup());
    let field: web_sys::HtmlInputElement =
        wasm_bindgen::JsCast::unchecked_into(document().get_element_by_id("typed").unwrap());
    field.set_value("half a wor");
    field.focus().unwrap();
    count.set(7);
    turn().await;
    assert_eq!((field.value().as_str(), field.title().as_str()), ("half a wor", "7"));
    assert_eq!(document().active_element().unwrap().id(), "typed");
    assert_eq!(root.text_content().unwrap(), "7");
    root.remove();
}

#[wasm_bindgen_test]
async fn a_handler_asks_for_its_own_context() {
    let root = root();
    let heard = Signal::new(String::new());
    let _mounted = mount(&root, move || {
        provide_context("the page's".to_owned());
        view! { <button on:click=move |_| heard.set(use_context::<String>().unwrap_or_default())>"ask"</button> }
    });
    let button: web_sys::HtmlElement =
        wasm_bindgen::JsCast::unchecked_into(root.query_selector("button").unwrap().unwrap());
    button.click();
    assert_eq!(heard.get_untracked(), "the page's");
    root.remove();
}

/// A language switched, a clause that reads the same in both: pressing it stopped the program.
#[wasm_bindgen_test]
async fn rows_of_a_view_built_anew_are_not_left_from_the_one_before() {
    let root = root();
    let (lang, pressed) = (Signal::new("en"), Signal::new(String::new()));
    let row = move |name: &'static str| {
        let held = StoredValue::new([lang.get_untracked(), name].join(" "));
        let press = move |_| pressed.set(held.get_value());
        view! { <button on:click=press>{name}</button> }
    };
    let list = move || {
        lang.get();
        view! { <p>{each(|| ["a", "b"], |name| *name, row)}</p> }
    };
    let _mounted = mount(&root, move || list.into_markup());
    lang.set("tr");
    turn().await;
    let button: web_sys::HtmlElement =
        wasm_bindgen::JsCast::unchecked_into(root.query_selector("button").unwrap().unwrap());
    button.click();
    assert_eq!(pressed.get_untracked(), "tr a");
    root.remove();
}

#[wasm_bindgen_test]
async fn a_change_seen_first_by_a_neighbor_is_not_missed() {
    let root = root();
    let source = Signal::new(0_u64);
    let changing = memo(move || source.get());
    let never = memo(move || changing.get() > 100);
    // The unchanged memo is asked first; it brings the other up to date before that is asked.
    let text = move || (never.get(), changing.get()).1.to_string();
    let title = move || (never.get(), changing.get()).1;
    let _mounted = mount(&root, move || view! { <p title=move || title().to_string()>{text}</p> });
    for value in 1..4 {
        source.set(value);
        turn().await;
        assert_eq!(root.text_content().unwrap(), value.to_string());
        assert_eq!(root.first_element_child().unwrap().get_attribute("title").unwrap(), value.to_string());
    }
    root.remove();
}
