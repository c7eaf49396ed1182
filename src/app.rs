//! The app's root: opens the corpus, provides the contexts, places the panels.

use crate::engine::{self, Fieldbook, use_fieldbook};
use crate::panels::{
    About, BottomBar, Colophon, Facets, Header, Report, Save, Sentence, Statements, Take, Timeline, Views,
    jumps,
};
use crate::platform::after_paint::AfterPaint;
use crate::platform::late::{self, Late};
use crate::platform::{corpus, history, promises, reader};
use crate::state::{Choice, Results};
use crate::text::{Lang, Words};
use crate::url::{self, Address, Complaint};
use ::take::notebook::Notebook;
use leptos::prelude::*;
use markup::{IntoMarkup, Markup, Signal, effect, memo, view};
use query::Engine;
use std::sync::Arc;

/// What the phone's bottom bar has opened over the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    /// The list itself.
    #[default]
    List,
    /// The facets.
    Filters,
    /// The map or its table twin.
    Map,
    /// Everything else: language, link, about.
    More,
    /// The search box, over the list.
    Search,
}

/// Presentation only: what is open that no link restores.
#[derive(Clone, Copy)]
pub struct Layout {
    /// The sheet open on a phone.
    pub sheet: Signal<Sheet>,
    /// Whether "About this fieldbook" is open.
    pub about: Signal<bool>,
    /// Whether "Export" is open.
    pub take: Signal<bool>,
    /// Whether the page is being printed: the list is then as long as paper goes.
    pub printing: Signal<bool>,
    /// The reader's views and notes; they live in this page alone until the reader saves them.
    pub notebook: Signal<Notebook>,
    /// Whether "Save this selection as a fieldbook" is open.
    pub save: Signal<bool>,
    /// How far the later half of the program is.
    pub late: Signal<Late>,
    /// When the page had been loaded, its later half too, as [`promises::now`] has it.
    pub loaded: Signal<f64>,
    /// Whether keys without Ctrl, Alt or the like act from anywhere on the page.
    pub single_keys: Signal<bool>,
    /// Whether the reader has asked for the passages that the publisher veils.
    pub unveiled: Signal<bool>,
    /// What was ignored in the address when the page was opened.
    pub complaints: Signal<Vec<Complaint>>,
}

/// The layout, from anywhere below the app's root.
pub fn use_layout() -> Layout {
    expect_context()
}

/// The texts in the reader's language. Panels are built anew when the language changes, so a plain reference
/// will do.
pub fn use_words() -> &'static Words {
    use_lang().words()
}

/// The reader's language; see [`use_words`].
pub fn use_lang() -> Lang {
    expect_context()
}

/// The whole page.
#[component]
pub fn App() -> Markup {
    let browser_lang = Lang::from_code(&reader::language()).unwrap_or_default();
    let said_in = if late::now() == Late::Here { browser_lang } else { Lang::En };
    let opened = corpus::carried().map(|bytes| engine::open(&bytes));
    match opened {
        Some(Ok(engine)) => view! { <Opened engine browser_lang /> },
        Some(Err(error)) => view! { <CannotOpen what=error.to_string() lang=said_in /> },
        None => {
            view! { <CannotOpen what=said_in.words().shell.no_corpus.to_owned() lang=said_in /> }
        }
    }
}

/// The page over an open corpus.
#[component]
pub fn Opened(
    /// The engine.
    engine: Arc<Engine>,
    /// The language to use where the address names none.
    browser_lang: Lang,
) -> Markup {
    let (address, complaints) = first_address(&engine);
    let complaints = Signal::new(complaints);
    let fieldbook = Fieldbook::provide(engine);
    let choice = Choice::provide(address, browser_lang);
    let late = Signal::new(late::now());
    let loaded = Signal::new(0.0);
    effect(move || {
        late.get();
        loaded.set(promises::now());
    });
    Results::provide(fieldbook, choice, late);
    provide_context(Layout {
        sheet: Signal::new(Sheet::List),
        about: Signal::new(false),
        take: Signal::new(false),
        printing: Signal::new(false),
        notebook: Signal::new(Notebook::default()),
        save: Signal::new(false),
        late,
        loaded,
        single_keys: Signal::new(true),
        unveiled: Signal::new(false),
        complaints,
    });
    if late.get_untracked() == Late::Coming {
        AfterPaint::new(move || late::fetch(late)).ask();
    }
    url::sync::keep_in_step(choice, complaints);
    // The texts of other languages are of the later half; a page in one of them begins with it.
    let lang = memo(move || if late.get() == Late::Here { choice.lang() } else { Lang::En });
    effect(move || reader::set_language(lang.get().code(), lang.get().dir()));
    (move || view! { <Page lang=lang.get() /> }).into_markup()
}

/// The panels, in one language.
#[component]
fn Page(lang: Lang) -> Markup {
    provide_context(lang);
    // After the first picture; a query that comes before does the rest at once.
    let fieldbook = use_fieldbook();
    let prepare = AfterPaint::new(move || fieldbook.prepare_search());
    let Layout { sheet, late, .. } = use_layout();
    jumps::listen();
    effect(move || {
        if late.get() == Late::Here {
            prepare.ask();
        }
    });
    let open_sheet = move || match sheet.get() {
        Sheet::List => "list",
        Sheet::Filters => "filters",
        Sheet::Map => "map",
        Sheet::More => "more",
        Sheet::Search => "search",
    };
    view! {
        <Skip to="statements" text=use_words().shell.skip />
        <Skip to="facets" text=use_words().shell.skip_filters />
        <Skip to="views" text=use_words().shell.skip_views />
        <div class="page" data-sheet=open_sheet>
            <Header />
            <main class="page__main">
                <Sentence />
                <Timeline />
                <div class="page__columns">
                    <Facets />
                    <div class="page__middle">
                        <Views />
                        <Statements />
                    </div>
                    <Report />
                </div>
                <Colophon />
            </main>
            <BottomBar />
        </div>
        <About />
        <Take />
        <Save />
    }
}

/// A link that leads over what stands between, seen while it has the focus.
#[component]
fn Skip(to: &'static str, text: &'static str) -> Markup {
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        reader::focus(to);
    };
    view! { <a class="skip" href=["#", to].concat() on:click=go>{text}</a> }
}

/// The card shown in place of the page where the corpus cannot be opened.
#[component]
fn CannotOpen(what: String, lang: Lang) -> Markup {
    view! {
        <main class="boot" lang=lang.code() dir=lang.dir()>
            <section class="boot-card" role="alert">
                <h1>{lang.words().shell.cannot_open}</h1>
                <p>{what}</p>
            </section>
        </main>
    }
}

/// Where to start: the address's fragment, or the publisher's default view where there is none.
fn first_address(engine: &Engine) -> (Address, Vec<Complaint>) {
    let fragment = history::fragment();
    match fragment.is_empty() {
        true => url::decode(&engine.corpus().about.default_view),
        false => url::decode(&fragment),
    }
}
