//! The page in Arabic: from right to left, with its own digits and plural forms.

use e2e::failure::{Result, equal};
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::{BOTH, Story};
use serde_json::json;

pub const STORY: Story = Story { name: "arabic", tell, places: &[Place::Disk], browsers: BOTH };

fn tell(page: &Page) -> Result {
    page.open("#lang=ar&from=2020-02-27&to=2020-02-27")?;
    let root = page.run("const e = document.documentElement; return [e.lang, e.dir]")?;
    equal("language and direction", root, json!(["ar", "rtl"]))?;
    page.status("the Arabic count", |text| text.contains("إفادات") || text.contains("إفادة"))?;
    page.fits("the page")?;
    // The reports are English and stay so.
    page.open("#lang=ar&statement=001-soldiers-killed&report=001")?;
    let direction = page.run(
        "const text = document.evaluate(\"//*[contains(text(), 'On ')]\", document.querySelector('.reader'), null, 9).singleNodeValue;
         return text ? getComputedStyle(text).direction : 'no paragraph'",
    )?;
    equal("the paragraph's direction", direction, json!("ltr"))?;
    page.accessible()?;
    page.resize(390, 844)?;
    page.accessible()?;
    page.quiet()
}
