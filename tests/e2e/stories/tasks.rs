//! The tasks of docs/tasks.md, done with the keyboard alone. Each step is counted, and the document says how many
//! there are: where the page comes to need more or fewer, this fails and says so.

use e2e::browser::Kind;
use e2e::failure::{Failure, Result, ensure};
use e2e::keyboard::Keyboard;
use e2e::page::Page;
use e2e::place::Place;
use e2e::story::Story;
use e2e::wait;
use xtask::paths;

use crate::answers::{query, sentence};
use crate::take::{CATCH, caught};

/// Other browsers stop at other elements; steps are those of Chromium.
pub const STORY: Story = Story { name: "tasks", tell, places: &[Place::Disk], browsers: &[Kind::Chromium] };

type Task = fn(&Page, &Keyboard) -> Result;

/// The tasks, by their headings.
const TASKS: [(&str, Task); 12] = [
    ("Who is said to have killed the 33 soldiers, and who says so?", soldiers),
    ("What may have happened in Idlib on 28 February 2020?", that_day),
    ("Quote the United Nations' toll with its parts", toll),
    ("Take the matches away as a table", export),
    ("Compare two periods, and open a number of the second", periods),
    ("Find Erdoğan, typed in Arabic", erdogan),
    ("Leave an actor out, and see what may match all the same", without),
    ("Try another publication date", another_date),
    ("Open the statements behind a cell, and come back to it", cell),
    ("Keep a view in a file, and open it again", notebook),
    ("Where can two accounts not both be true?", accounts),
    ("Narrow to a region without the map's picture", region),
];

fn tell(page: &Page) -> Result {
    let file = paths::root().join("docs/tasks.md");
    let text = std::fs::read_to_string(&file).map_err(|e| Failure::because(file.display(), e))?;
    let mut wrong = Vec::new();
    for (number, (heading, task)) in (1..).zip(TASKS) {
        page.open("")?;
        let keyboard = Keyboard::new(page);
        let done = task(page, &keyboard);
        let heading = format!("## {number}. {heading}\n");
        let said = text.split_once(&heading).and_then(|(_, rest)| steps(rest));
        match done {
            Err(Failure(why)) => wrong.push(format!("{heading}{why}")),
            Ok(()) if said == Some(keyboard.steps()) => {}
            Ok(()) => {
                wrong.push(format!("{heading}took {} steps; the document says {said:?}", keyboard.steps()))
            }
        }
    }
    ensure(wrong.is_empty(), || wrong.join("\n"))?;
    page.quiet()
}

/// How many steps a section says that its task takes.
fn steps(section: &str) -> Option<u32> {
    let own = section.split("\n## ").next()?;
    own.split_once("**Steps: ")?.1.split_once("**")?.0.parse().ok()
}

/// Waits until the status gives the counts of the command for the same question.
fn counts(page: &Page, args: &[&str]) -> Result {
    let begins = sentence(&query(args)?);
    page.status(&begins, |text| text.starts_with(&begins)).map(drop)
}

/// Waits until the open report says something.
fn report_says(page: &Page, words: &str) -> Result {
    let report = page.find("region", "Report")?;
    wait::until(words, || Ok(report.text()?.contains(words).then_some(())))
}

fn search(keys: &Keyboard, words: &str) -> Result {
    keys.press("/")?;
    keys.write(words)?;
    keys.press("Enter")
}

fn dates(keys: &Keyboard, from: &str, to: &str) -> Result {
    keys.press("d")?;
    keys.write(from)?;
    keys.tab_to("textbox", "To")?;
    keys.write(to)?;
    // Out of the field, where letters are commands again.
    keys.press("Tab")
}

/// Narrows a group of filters to what is looked for.
fn find(keys: &Keyboard, field: &str, words: &str) -> Result {
    keys.tab_to("searchbox", field)?;
    keys.write(words)
}

fn soldiers(page: &Page, keys: &Keyboard) -> Result {
    search(keys, "soldiers killed")?;
    keys.press("j")?;
    keys.press("Enter")?;
    report_says(page, "33")?;
    let list = page.find("list", "Statements")?.text()?;
    for words in ["33 soldiers", "unnamed", "the report itself"] {
        ensure(list.to_lowercase().contains(words), || format!("no {words} in {list}"))?;
    }
    Ok(())
}

fn that_day(page: &Page, keys: &Keyboard) -> Result {
    dates(keys, "2020-02-28", "2020-02-28")?;
    // Actors, those who say so, places.
    (0..3).try_for_each(|_| keys.press("f"))?;
    find(keys, "Find in Places", "idlib gov")?;
    keys.tab_to("checkbox", "Idlib governorate")?;
    keys.press("Space")?;
    counts(page, &["--from", "2020-02-28", "--to", "2020-02-28", "--place", "idlib-governorate"])?;
    keys.press("j")?;
    page.sees("may match: ")
}

fn toll(page: &Page, keys: &Keyboard) -> Result {
    keys.press("4")?;
    let killed = page.find("region", "killed")?;
    keys.tab_into(&killed.find("button", "≥ 1,746")?, "≥ 1,746")?;
    keys.press("Enter")?;
    report_says(page, "1,746 civilians")?;
    let text = page.find("region", "Report")?.text()?;
    ensure(text.contains("513") && text.contains("338"), || text.clone())?;
    keys.tab_to("button", "Copy quote")?;
    keys.press("Enter")?;
    page.sees("Quote copied")
}

fn export(page: &Page, keys: &Keyboard) -> Result {
    page.run(CATCH)?;
    search(keys, "killed")?;
    keys.press("e")?;
    keys.tab_to("button", "Save file")?;
    keys.press("Enter")?;
    let text = caught(page, ".csv")?;
    let rows = query(&["--text", "killed"])?["ids"].as_array().map_or(0, Vec::len);
    ensure(text.lines().count() == rows + 1, || text.clone())
}

fn periods(page: &Page, keys: &Keyboard) -> Result {
    dates(keys, "2024", "2024")?;
    keys.press("6")?;
    keys.tab_to("button", "Keep the selection as B")?;
    keys.press("Enter")?;
    dates(keys, "2019", "2020")?;
    keys.press("6")?;
    let actors = page.find("tabpanel", "Compare")?.find("region", "Actors")?;
    let all = actors.find("button", "all statements, B: 17 match, 3 may match")?;
    keys.tab_into(&all, "all of B")?;
    keys.press("Enter")?;
    page.sees("Showing 20 statements behind a number")?;
    keys.press("Escape")?;
    keys.comes_back_to(&all, "the number")
}

fn erdogan(page: &Page, keys: &Keyboard) -> Result {
    search(keys, "أردوغان")?;
    counts(page, &["--text", "أردوغان"])?;
    let list = page.find("list", "Statements")?.text()?;
    ensure(list.contains("Erdoğan"), || list.clone())?;
    keys.press("j")?;
    keys.press("Enter")?;
    report_says(page, "Erdoğan")
}

fn without(page: &Page, keys: &Keyboard) -> Result {
    dates(keys, "2020-02-27", "2020-02-27")?;
    keys.press("f")?;
    find(keys, "Find in Actors", "russia")?;
    keys.tab_to("button", "Exclude Russia")?;
    keys.press("Enter")?;
    counts(page, &["--from", "2020-02-27", "--to", "2020-02-27", "--not-actor", "russia"])?;
    page.sees("somebody is unnamed who could be the one excluded")
}

fn another_date(page: &Page, keys: &Keyboard) -> Result {
    search(keys, "text:bashir")?;
    keys.press("j")?;
    keys.press("Enter")?;
    keys.tab_to("button", "Try another date")?;
    keys.press("Enter")?;
    keys.write("2024-12-06")?;
    keys.press("Enter")?;
    page.sees("Trying 6 Dec 2024")?;
    report_says(page, "5 Dec 2024")
}

fn cell(page: &Page, keys: &Keyboard) -> Result {
    keys.press("3")?;
    let name = "Turkish Armed Forces, Syrian armed forces under Bashar al-Assad: 1 match, 1 may match";
    let cell = keys.tab_to("button", name)?;
    keys.press("Enter")?;
    page.sees("Showing 2 statements behind a number")?;
    keys.press("Escape")?;
    keys.comes_back_to(&cell, "the cell")
}

fn notebook(page: &Page, keys: &Keyboard) -> Result {
    page.run(CATCH)?;
    search(keys, "convoy")?;
    keys.press("e")?;
    keys.tab_to("textbox", "Name of this view")?;
    keys.write("Convoys")?;
    keys.tab_to("button", "Keep this view")?;
    keys.press("Enter")?;
    page.sees("Unchanged since it was kept")?;
    keys.tab_to("button", "Save views and notes")?;
    keys.press("Enter")?;
    let text = caught(page, ".json")?;
    let file = std::env::temp_dir().join(format!("fieldbook-notebook-{}.json", std::process::id()));
    std::fs::write(&file, &text).map_err(|e| Failure::because(file.display(), e))?;
    page.open("")?;
    keys.press("e")?;
    let name = "Open views and notes";
    let field = page.run("return document.querySelector('.take input[type=file]')")?;
    let field = page.element(&field, name).ok_or_else(|| Failure("no field for a file".into()))?;
    keys.tab_into(&field, name)?;
    // The system's own window for choosing a file is not the page's: this is its one step.
    keys.choose(&field, &file.to_string_lossy())?;
    let _ = page.find("button", "Open Convoys")?;
    let _ = std::fs::remove_file(&file);
    keys.back_to("button", "Open Convoys")?;
    keys.press("Enter")?;
    counts(page, &["--text", "convoy"])
}

fn accounts(page: &Page, keys: &Keyboard) -> Result {
    keys.press("5")?;
    page.sees("Cannot both be true: 0")?;
    page.sees("No two statements contradict each other.")?;
    page.sees("Silence is not disagreement.")?;
    // Who says what of one event, down to the sentence.
    let panel = page.find("tabpanel", "Accounts")?;
    let side = panel.run("return arguments[0].querySelector('td .link')")?;
    let side = page.element(&side, "a side").ok_or_else(|| Failure("no account".into()))?;
    keys.tab_into(&side, "a side")?;
    keys.press("Enter")?;
    page.find("region", "Report")?.find("button", "Copy quote").map(drop)
}

fn region(page: &Page, keys: &Keyboard) -> Result {
    keys.press("1")?;
    let twin = page.run("return document.querySelector('.map__twin summary')")?;
    let twin =
        page.element(&twin, "the list of places").ok_or_else(|| Failure("no list of places".into()))?;
    keys.tab_into(&twin, "the list of places")?;
    keys.press("Enter")?;
    keys.tab_to("button", "Idlib governorate")?;
    keys.press("Enter")?;
    counts(page, &["--place", "idlib-governorate"])
}
