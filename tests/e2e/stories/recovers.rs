//! The page comes back from a panic, from exhausted memory and from a stack
//! overflow, to the view it had; and gives up with a card, not in a circle.

use e2e::browser::Kind;
use e2e::failure::{Failure, Result, ensure, equal};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::Story;
use e2e::wait;
use serde_json::json;

pub const STORY: Story =
    Story { name: "recovers", tell, places: &[Place::Root, Place::Disk], browsers: &Kind::ALL };

const FRAGMENT: &str = "#from=2020-02-27";

fn tell(page: &Page) -> Result {
    for kind in ["panic", "memory", "stack"] {
        page.open(FRAGMENT)?;
        crash(page, kind)?;
        restarted(page)?;
        equal(kind, page.fragment()?.as_str(), FRAGMENT)?;
        page.note(&format!("{kind}: the same view again"));
    }
    // The second crash at one address drops the filters, the third is the last.
    crash(page, "panic")?;
    restarted(page)?;
    ensure(!page.fragment()?.contains("2020"), || "the filters were kept".into())?;
    crash(page, "panic")?;
    let card = page.rescue_card()?;
    ensure(card.contains("stopped and did not recover"), || card.clone())?;
    page.find("button", "Restart without filters")?.click()?;
    page.ready()?;
    ensure(!page.fragment()?.contains("2020"), || "the filters were kept".into())
}

/// Crashes the module, as a handler that goes wrong would.
fn crash(page: &Page, kind: &str) -> Result {
    let script = "
        document.getElementById('app').firstElementChild.dataset.old = '';
        fieldbookBoot.crash(arguments[0]);";
    page.session().run(script, &[json!(kind)]).map(drop)
}

/// Waits until a fresh instance has mounted and nothing old is left.
fn restarted(page: &Page) -> Result {
    wait::until("a fresh instance", || {
        let old = page.run("return document.querySelectorAll('[data-old]').length")?;
        let record = page.run("return fieldbookBoot.record")?;
        if old == json!(0) { Ok(Some(())) } else { Err(Failure(format!("{record}"))) }
    })?;
    page.ready()
}
