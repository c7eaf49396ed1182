//! Every number of figures, accounts, matrix and comparison that can be pressed opens statements, as many as it says,
//! and the way back leads to it: Esc's, which gives the focus back too, and the browser's.

use e2e::browser::Kind;
use e2e::failure::{Failure, Result, ensure};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::Story;
use serde_json::{Value, json};

pub const STORY: Story =
    Story { name: "numbers", tell, places: &[Place::Disk], browsers: &[Kind::Chromium, Kind::Firefox] };

/// The views, by what they are counted by.
const VIEWS: [&str; 10] = [
    "#view=figures",
    "#view=figures&by=actor",
    "#view=figures&by=place",
    "#view=figures&by=kind",
    "#view=figures&by=year",
    "#view=figures&from=2019-04-29&to=2020-02-28&place=north-western-syria",
    "#view=accounts",
    "#view=matrix",
    "#view=matrix&across=place",
    "#view=compare&from=2019&to=2020-03-05&versus=from%3D2024-11-27%26to%3D2024-11-29",
];

/// Presses the view's number `arguments[0]` of `arguments[1]` spread over all, goes back (by Esc and by the browser
/// in turn), and gives how many numbers there are; the number's text, whether the address has what it opened, how many
/// statements are listed, where the focus went, and whether it came back.
const PRESS: &str = "
const [k, most, done] = [arguments[0], arguments[1], arguments[arguments.length - 1]];
const numbers = () => [...document.querySelectorAll('[role=tabpanel]:not([hidden]) button.link')].filter((it) => it.getClientRects().length);
const asked = () => location.hash.slice(1).split('&').sort().join('&');
const soon = () => new Promise((go) => setTimeout(go, 10));
const until = async (holds) => { for (let i = 0; i < 200 && !holds(); i++) await soon(); return holds(); };
(async () => {
  await until(() => numbers().length);
  const many = numbers().length;
  if (k >= Math.min(many, most)) return done({ many });
  const number = numbers()[Math.floor(k * many / Math.min(many, most))];
  const [text, hash, before] = [number.textContent, location.hash, asked()];
  number.focus();
  number.click();
  const opened = await until(() => /[#&](behind|statement)=/.test(location.hash));
  const behind = /[#&]behind=/.test(location.hash);
  const place = behind ? 'statements' : 'report-title';
  await until(() => document.activeElement?.id === place);
  const rows = document.querySelectorAll('.statements__list > li').length;
  const focus = document.activeElement?.id ?? '';
  const escape = new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true });
  if (k % 2) history.back(); else document.activeElement.dispatchEvent(escape);
  // Esc leads to the same view, in the order in which the page writes addresses.
  const there = () => k % 2 ? location.hash === hash : asked() === before && document.activeElement.textContent === text;
  const back = await until(() => there() && numbers().length === many);
  done({ many, text, opened, behind, rows, focus, back });
})();";

/// Rows of a page of the list.
const PAGE: u64 = 50;

/// How many of a view's numbers are pressed.
const MOST: usize = 12;

fn tell(page: &Page) -> Result {
    for view in VIEWS {
        page.open(view)?;
        let mut pressed = 0;
        while pressed < MOST {
            let seen = page.session().run_async(PRESS, &[json!(pressed), json!(MOST)])?;
            ensure(seen["many"].as_u64() > Some(0), || format!("{view}: no number can be pressed"))?;
            let Some(text) = seen["text"].as_str() else { break };
            holds(&seen, text).map_err(|Failure(why)| Failure(format!("{view}: “{text}”: {why}")))?;
            pressed += 1;
        }
        page.note(&format!("{view}: {pressed} numbers pressed"));
    }
    page.quiet()
}

fn holds(seen: &Value, text: &str) -> Result {
    ensure(seen["opened"] == true, || "it opens nothing".into())?;
    ensure(seen["back"] == true, || "there is no way back".into())?;
    if seen["behind"] != true {
        return ensure(seen["focus"] == "report-title", || format!("the focus is at {}", seen["focus"]));
    }
    let rows = seen["rows"].as_u64().unwrap_or_default();
    ensure(rows > 0, || "no statement is listed".into())?;
    ensure(seen["focus"] == "statements", || format!("the focus is at {}", seen["focus"]))?;
    let counted = counts(text);
    ensure(counted.is_none_or(|counted| counted.min(PAGE) == rows), || {
        format!("{rows} statements are listed, {counted:?} were counted")
    })
}

/// What a count says that is spoken as "3 match, 1 may match".
fn counts(text: &str) -> Option<u64> {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let before = |end: &[&str]| {
        let at = words.windows(end.len()).rposition(|it| it == end)?;
        words.get(at.checked_sub(1)?)?.parse::<u64>().ok()
    };
    Some(before(&["match"])? + before(&["may", "match"])?)
}
