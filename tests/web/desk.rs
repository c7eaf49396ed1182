//! A mounted page to act on.

use compile::{Options, SourceFile, compile};
use fieldbook_app::app::{Opened, OpenedProps};
use fieldbook_app::text::Lang;
use leptos::prelude::*;
use markup::{Mount, mount};
use query::Engine;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

macro_rules! sources {
    ($($path:literal),* $(,)?) => {
        [$(($path, include_bytes!(concat!("../../corpus/idlib/", $path)).as_slice())),*]
    };
}

/// The page in a place of its own; gone when dropped.
pub struct Desk {
    root: HtmlElement,
    mounted: Option<Mount>,
}

/// Opens the shipped corpus at a fragment.
pub async fn open(fragment: &str) -> Desk {
    open_changed(fragment, |_, bytes| bytes).await
}

/// Opens the shipped corpus with its sources changed, at a fragment.
pub async fn open_changed(fragment: &str, change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> Desk {
    let files = sources![
        "fieldbook.toml",
        "reports/000.md",
        "reports/001.md",
        "statements.csv",
        "actors.csv",
        "places.csv",
    ];
    let file =
        |(path, bytes): (&str, &[u8])| SourceFile { path: path.into(), bytes: change(path, bytes.to_vec()) };
    let files: Vec<_> = files.into_iter().map(file).collect();
    let compiled = compile(&files, &Options::default());
    Desk::mount(Arc::new(Engine::new(compiled.corpus)), fragment).await
}

impl Desk {
    async fn mount(engine: Arc<Engine>, fragment: &str) -> Self {
        window().location().set_hash(fragment).unwrap();
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let props = OpenedProps::builder().engine(engine).browser_lang(Lang::En).build();
        let mounted = mount(&root, move || Opened(props));
        let desk = Self { root, mounted: Some(mounted) };
        settle().await;
        desk
    }

    /// The fragment of the address.
    pub fn fragment() -> String {
        window().location().hash().unwrap()
    }

    /// All elements of a selector.
    pub fn all(&self, css: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(css).unwrap();
        (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
    }

    /// The text of the first element of a selector, white space collapsed.
    pub fn text(&self, css: &str) -> String {
        let text = self.all(css).first().and_then(|element| element.text_content()).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The input with this label.
    pub fn field(&self, label: &str) -> HtmlInputElement {
        let named = |input: &HtmlInputElement| {
            let labels = input.labels().map(|labels| labels.item(0).and_then(|label| label.text_content()));
            labels.flatten().is_some_and(|text| text.trim() == label)
                || input.get_attribute("aria-label").as_deref() == Some(label)
        };
        let mut inputs = self.all("input").into_iter().filter_map(|input| input.dyn_into().ok());
        inputs.find(named).unwrap_or_else(|| panic!("no input {label}"))
    }

    /// Types into an input and presses Enter.
    pub async fn enter(&self, label: &str, text: &str) {
        let field = self.field(label);
        field.focus().unwrap();
        field.set_value(text);
        let event = |name: &str| {
            let options = web_sys::EventInit::new();
            options.set_bubbles(true);
            web_sys::Event::new_with_event_init_dict(name, &options).unwrap()
        };
        field.dispatch_event(&event("input")).unwrap();
        field.dispatch_event(&event("change")).unwrap();
        settle().await;
    }

    /// Clicks a checkbox of a group.
    pub async fn check(&self, group: &str, name: &str) {
        let legend = |set: &Element| {
            let text = set.query_selector("legend").unwrap().and_then(|legend| legend.text_content());
            text.is_some_and(|text| text.trim().starts_with(group))
        };
        let set = self.all("fieldset").into_iter().find(legend).unwrap_or_else(|| panic!("no group {group}"));
        let labels = set.query_selector_all("label").unwrap();
        let found = (0..labels.length())
            .filter_map(|i| labels.item(i))
            .find(|label| label.text_content().is_some_and(|text| text.trim() == name));
        found.unwrap_or_else(|| panic!("no box {name}")).unchecked_into::<HtmlElement>().click();
        settle().await;
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        drop(self.mounted.take());
        self.root.remove();
    }
}

/// Lets effects, microtasks and a frame or two go by.
async fn settle() {
    for _ in 0..3 {
        leptos::task::tick().await;
        gloo::timers::future::TimeoutFuture::new(20).await;
    }
}
