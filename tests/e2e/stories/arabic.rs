//! The page in Arabic: from right to left, with its own digits and plural forms.

use e2e::failure::{Result, ensure, equal};
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
    let overflow = page.run("return document.documentElement.scrollWidth - innerWidth")?;
    ensure(overflow.as_i64().is_some_and(|extra| extra <= 0), || format!("{overflow} px too wide"))?;
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
