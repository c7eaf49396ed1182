//! Two hundred actions, and the page asks nobody for anything.

use e2e::browser::Kind;
use e2e::failure::{Failure, Result, ensure, equal};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::Story;
use e2e::wait;
use serde_json::json;
use xtask::server::Server;

pub const STORY: Story =
    Story { name: "tour", tell, places: &[Place::Root, Place::Disk], browsers: &Kind::ALL };

/// How many actions a tour has.
const ACTIONS: u32 = 200;

/// The actions of one stretch of the tour, chosen by a small generator that is the same everywhere: presses
/// what can be pressed, ticks, types and chooses. Links that leave the page are for the reader alone.
const STRETCH: &str = "
const done = arguments[arguments.length - 1];
let seed = arguments[0];
const random = (count) => (seed = (seed * 1103515245 + 12345) % 2147483648, Math.floor(seed / 65536) % count);
const next = () => new Promise((go) => setTimeout(go, 20));
const leaves = (it) => it.closest('a[href^=http], [download]') || /export|save|print|forget|تصدير|حفظ/i.test(it.textContent);
const words = ['Idlib', 'aleppo', 'سوريا', '2020-02-27', '2019-12/..', '<img src=x>', ''];
const trail = [];
(async () => {
  let acted = 0;
  while (acted < arguments[1]) {
    const open = document.querySelector('dialog[open]');
    const all = Array.from((open ?? document).querySelectorAll('button, input, select, summary, [role=tab], a[href^=\"#\"]'));
    const fit = all.filter((it) => !it.disabled && it.getClientRects().length && !leaves(it));
    const it = fit[random(fit.length)];
    if (!it) break;
    trail.push(`${it.tagName} ${it.id} ${(it.ariaLabel ?? it.textContent).slice(0, 80)} at ${location.hash}`);
    if (it.matches('input:not([type=checkbox], [type=radio])')) {
      it.value = words[random(words.length)];
      it.dispatchEvent(new Event('input', { bubbles: true }));
      it.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (it.matches('select')) {
      it.selectedIndex = random(it.options.length);
      it.dispatchEvent(new Event('change', { bubbles: true }));
    } else it.click();
    acted++;
    await next();
    const { errors } = fieldbookBoot.record;
    if (errors.length) return done([acted, seed, [...errors, ...trail.slice(-8)]]);
  }
  done([acted, seed, []]);
})();";

fn tell(page: &Page) -> Result {
    // A server of this story's own, since other browsers tell stories of the common one.
    let site = xtask::paths::dist().join("site");
    let server = Server::start(&site, "/", 0).map_err(|e| Failure::because("cannot serve", e))?;
    match page.place {
        Place::Root => {
            page.go(&server.url())?;
            page.ready()?;
            // A worker's copies count as load.
            wait::until("the site to be kept", || {
                Ok((page.run("return fieldbookBoot.record.offline ?? ''")? == json!("ready")).then_some(()))
            })?;
        }
        _ => page.open("")?,
    }
    let asked = || page.run("return performance.getEntriesByType('resource').length");
    let (before, log) = (asked()?, server.log().len());
    let (mut acted, mut seed) = (0, json!(7));
    while acted < ACTIONS {
        let result = page.session().run_async(STRETCH, &[seed, json!(40)])?;
        let stretch = result[0].as_u64().unwrap_or_default() as u32;
        ensure(stretch > 0, || format!("nothing to press after {acted} actions"))?;
        acted += stretch;
        equal("errors, and what was done before", &result[2], &json!([]))?;
        seed = result[1].clone();
        page.session().run("document.querySelector('dialog[open]')?.close()", &[])?;
    }
    equal("requests of the page", asked()?, before)?;
    // A browser looks for a newer worker when it likes; that counts as load.
    let later: Vec<String> =
        server.log().split_off(log).into_iter().filter(|path| path != "/sw.js").collect();
    ensure(later.is_empty(), || format!("requests to the server after the page was open: {later:?}"))?;
    let record = page.run("return fieldbookBoot.record")?;
    equal("errors", &record["errors"], &json!([]))?;
    equal("starts", &record["starts"], &json!(1))?;
    equal("policy violations", &record["violations"], &json!([]))
}
