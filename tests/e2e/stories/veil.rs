//! Graphic passages are veiled until the reader asks for them, in the page and in the plain list.

use std::fs;
use std::path::Path;

use e2e::failure::{Result, ensure, equal};
use e2e::page::Page;
use e2e::place::{Place, file_url};
use e2e::sources::built;
use e2e::story::{BOTH, Story};
use serde_json::json;

pub const STORY: Story = Story { name: "veil", tell, places: &[Place::Disk], browsers: BOTH };

const FILES: [(&str, &str); 4] = [
    ("fieldbook.toml", "title = \"T\"\n[care]\nveil = [\"usual\"]\n"),
    (
        "reports/r.md",
        "Four were taken away. Two of them were beheaded in the square. The others came back.\n",
    ),
    (
        "statements.csv",
        "id,report,quote,summary,date\ns1,r,Two of them were beheaded in the square,Two people were beheaded.,2020-02-01\ns2,r,The others came back,Two people came back.,2020-02-02\n",
    ),
    ("events/t.csv", "id,date,headline\ne1,2020-01-01,A charred body was found\n"),
];

/// Words that stand under the veil.
const GRAPHIC: [&str; 3] = ["Two people were beheaded", "Two of them were beheaded", "A charred body"];

fn tell(page: &Page) -> Result {
    let folder = std::env::temp_dir().join(format!(
        "fieldbook-e2e-veil-{}-{}",
        std::process::id(),
        page.browser.kind.name()
    ));
    let told = built(&folder, "veil", &FILES).and_then(|file| read(page, &file));
    let _ = fs::remove_dir_all(&folder);
    told
}

fn read(page: &Page, file: &Path) -> Result {
    page.go(&file_url(file))?;
    page.ready()?;
    page.status("everything is counted", |text| text.starts_with("3 statements"))?;
    nothing_graphic(page, "the list")?;
    page.find("tab", "Table")?.click()?;
    page.find("region", "Statements as a table").map(drop)?;
    nothing_graphic(page, "the table")?;
    page.find("tab", "Map")?.click()?;
    let statements = page.find("list", "Statements")?.all("button")?;
    statements[1].click()?;
    page.find("region", "Report")?.find("button", "Close")?;
    page.sees("Four were taken away.")?;
    page.sees("[graphic passage, veiled]")?;
    nothing_graphic(page, "the report")?;
    page.accessible()?;
    page.find("region", "Report")?.find("button", "Show graphic passages")?.click()?;
    page.sees("Two of them were beheaded in the square.")?;
    page.sees("Two people were beheaded.")?;
    page.find("region", "Report")?.find("button", "Veil graphic passages again")?.click()?;
    nothing_graphic(page, "the page, veiled again")?;
    // The plain list folds what is veiled; nobody reads it by passing.
    page.run("fieldbookPlain('', ['a', 'b'], false)")?;
    let folded =
        page.run("return [...document.querySelectorAll('.plain-list details')].map((it) => it.open)")?;
    equal("folds of the plain list", folded, json!([false, false, false]))?;
    nothing_graphic(page, "the plain list")
}

/// Nothing graphic can be seen or heard: `innerText` leaves out what is not drawn.
fn nothing_graphic(page: &Page, view: &str) -> Result {
    let text = page.run("return document.body.innerText")?;
    let text = text.as_str().unwrap_or_default();
    let seen = GRAPHIC.iter().find(|words| text.contains(**words));
    ensure(seen.is_none() && text.contains("veiled"), || format!("{view}: {}", seen.unwrap_or(&"no veil")))
}
