//! Whatever stands in a field stays text: nothing runs, nothing is asked for, nothing leaves its box.
//!
//! Two hundred payloads at a time; `FIELDBOOK_ROTATION` says which fifth, or `all`.

use std::fs;
use std::path::{Path, PathBuf};

use e2e::browser::Kind;
use e2e::failure::{Failure, Result, ensure, equal};
use e2e::page::Page;
use e2e::payloads::{COUNT, payload};
use e2e::place::{Place, file_url};
use e2e::sources::{single_file, write};
use e2e::story::Story;
use serde_json::json;

pub const STORY: Story = Story { name: "hostile", tell, places: &[Place::Disk], browsers: &Kind::ALL };

/// How many payloads one fieldbook holds.
const BATCH: usize = 200;

fn tell(page: &Page) -> Result {
    let batches = COUNT / BATCH;
    let rotation = std::env::var("FIELDBOOK_ROTATION").unwrap_or_default();
    let wanted: Vec<usize> = match rotation.as_str() {
        "all" => (0..batches).collect(),
        number => vec![number.parse::<usize>().unwrap_or(0) % batches],
    };
    for batch in wanted {
        let folder = std::env::temp_dir().join(format!(
            "fieldbook-e2e-hostile-{}-{}-{batch}",
            std::process::id(),
            page.browser.kind.name()
        ));
        let told = built(&folder, batch * BATCH..(batch + 1) * BATCH).and_then(|file| harmless(page, &file));
        let _ = fs::remove_dir_all(&folder);
        told.map_err(|Failure(why)| Failure(format!("batch {batch}: {why}")))?;
        page.note(&format!(
            "payloads {} to {}: harmless in every view",
            batch * BATCH + 1,
            (batch + 1) * BATCH
        ));
    }
    Ok(())
}

fn cell(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn quoted(text: &str) -> String {
    json!(text).to_string().replace('\u{7f}', "")
}

/// A fieldbook with a payload in every field of every statement.
fn built(folder: &Path, payloads: std::ops::Range<usize>) -> Result<PathBuf> {
    let sources = folder.join("s");
    let mut actors = String::from("id,name,names,kind,note\n");
    let mut places = String::from("id,name,level,latitude,longitude,note\n");
    let mut kinds = String::from("id,name\n");
    let mut rows = String::from(
        "id,report,quote,summary,date,date_words,date_why,kind,initiator,speaker,place,place_why,figures\n",
    );
    let first = payload(payloads.start);
    write(
        &sources.join("fieldbook.toml"),
        &format!(
            "title = {0}\ndescription = {0}\nlicence = {0}\ncoders = {0}\nattributions = [{0}]\ncoverage = {0}\nmethod = {0}\n",
            quoted(&first)
        ),
    )?;
    for at in payloads {
        let text = payload(at);
        let front = format!(
            "+++\ntitle = {0}\npublisher = {0}\nauthor = {0}\nurl = {0}\narchive = {0}\nlicence = {0}\ncitation = {0}\npublished = \"2020-02-28\"\n+++\n\n",
            quoted(&text)
        );
        let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
        write(&sources.join(format!("reports/r{at}.md")), &format!("{front}It said {said} and more.\n"))?;
        actors.push_str(&format!("a{at},{0},{0},group,{0}\n", cell(&text)));
        places.push_str(&format!("p{at},{0},town,{1},{1},{0}\n", cell(&text), 10 + at % 50));
        kinds.push_str(&format!("k{at},{}\n", cell(&text)));
        let words = text.replace("((", "(").replace("))", ")");
        rows.push_str(&format!(
            "s{at},r{at},It said,{0},2020-02-{1:02},{0},{0},k{at},a{at},a{at},p{at},{0},{2}\n",
            cell(&text),
            1 + at % 28,
            cell(&format!("killed ? (({}))", words.trim()))
        ));
    }
    for (name, text) in [("actors", actors), ("places", places), ("kinds", kinds), ("statements", rows)] {
        write(&sources.join(format!("{name}.csv")), &text)?;
    }
    let file = folder.join("hostile.html");
    let said = single_file(&sources, &file)?;
    ensure(said.contains("200 statements from"), || said.clone())?;
    Ok(file)
}

/// What must not be there, whatever the corpus says.
const WRONG: &str = "
const wrong = [];
if (globalThis.fieldbookHit) wrong.push('a script ran');
const live = 'script:not([type]), iframe, object, embed, img, video, audio, form[action], base, meta[http-equiv=refresh], [onerror], [onload], [onfocus], [ontoggle]';
for (const it of document.body.querySelectorAll(live)) if (it.closest('#app, main, dialog')) wrong.push(it.tagName);
for (const it of document.querySelectorAll('a[href]')) if (!/^(https?:|#)/.test(it.getAttribute('href'))) wrong.push(it.getAttribute('href').slice(0, 80));
const asked = performance.getEntriesByType('resource').map((entry) => entry.name);
if (asked.length) wrong.push('asked for ' + asked);
const { errors, violations } = fieldbookBoot.record;
wrong.push(...errors, ...violations);
if (document.documentElement.scrollWidth > innerWidth + 1) wrong.push('too wide by ' + (document.documentElement.scrollWidth - innerWidth));
return wrong;";

fn nothing_wrong(page: &Page, view: &str) -> Result {
    equal(view, page.run(WRONG)?, json!([]))
}

fn harmless(page: &Page, file: &Path) -> Result {
    page.go(&file_url(file))?;
    page.ready()?;
    nothing_wrong(page, "at first")?;
    for tab in ["Table", "Matrix", "Figures", "Accounts", "Compare", "Map"] {
        page.find("tab", tab)?.click()?;
        nothing_wrong(page, tab)?;
    }
    let count = "return document.querySelectorAll('#app li button').length";
    let rows = page.run(count)?.as_u64().unwrap_or_default();
    for at in (0..rows).step_by(7) {
        let open = "document.querySelectorAll('#app li button')[arguments[0]]?.click()";
        page.session().run(open, &[json!(at)])?;
        nothing_wrong(page, "a statement opened")?;
    }
    if page.browser.kind != Kind::WebKit {
        page.resize(390, 844)?;
        nothing_wrong(page, "on a phone")?;
        page.resize(1440, 900)?;
    }
    page.find("button", "About")?.click()?;
    nothing_wrong(page, "about")?;
    // The plain list, in the program's place.
    page.run("document.querySelector('dialog[open]')?.close(); fieldbookPlain('', ['a', 'b'], false)")?;
    equal("items", page.run("return document.querySelectorAll('.plain-list > li').length")?, json!(BATCH))?;
    nothing_wrong(page, "the plain list")
}
