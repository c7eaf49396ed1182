//! Stories and the runner that tells them: every story in every browser and
//! place it asks for, browsers side by side, each story on a fresh page.

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use xtask::paths;

use crate::browser::{Browser, Kind};
use crate::failure::{Failure, Result};
use crate::page::Page;
use crate::place::{Place, Places};

/// Something a reader does and sees.
pub struct Story {
    /// Its name, and that of its file.
    pub name: &'static str,
    /// Tells it.
    pub tell: fn(&Page) -> Result,
    /// Where it is told.
    pub places: &'static [Place],
    /// By which browsers.
    pub browsers: &'static [Kind],
}

/// The two browsers in which every story is told.
pub const BOTH: &[Kind] = &[Kind::Chromium, Kind::Firefox];

/// The size of the window at the start of each story, in CSS pixels.
const WINDOW: (u32, u32) = (1440, 900);

struct Run<'a> {
    stories: &'a [Story],
    words: Vec<String>,
    places: Places,
    passed: AtomicUsize,
    failed: Mutex<Vec<String>>,
}

/// Tells the stories whose full name (`name browser place`) holds every word of
/// the command line, and reports as the standard test runner does. Returns
/// whether all went well.
pub fn run(stories: &[Story]) -> bool {
    let words = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let places = match Places::open(&paths::dist()) {
        Ok(places) => places,
        Err(Failure(why)) => {
            eprintln!("{why}");
            return false;
        }
    };
    let run = Run { stories, words, places, passed: AtomicUsize::new(0), failed: Mutex::default() };
    std::thread::scope(|threads| {
        let run = &run;
        threads.spawn(move || run.tell_in(Kind::Firefox));
        threads.spawn(move || {
            run.tell_in(Kind::Chromium);
            run.tell_in(Kind::WebKit);
        });
    });
    run.report()
}

impl Run<'_> {
    fn wanted(&self, kind: Kind) -> Vec<(&Story, Place, String)> {
        let mut wanted = Vec::new();
        for story in self.stories.iter().filter(|story| story.browsers.contains(&kind)) {
            for &place in story.places {
                let name = format!("{} {} {}", story.name, kind.name(), place.name());
                if self.words.iter().all(|word| name.contains(word.as_str())) {
                    wanted.push((story, place, name));
                }
            }
        }
        wanted
    }

    fn tell_in(&self, kind: Kind) {
        let wanted = self.wanted(kind);
        if wanted.is_empty() {
            return;
        }
        let browser = match Browser::start(kind) {
            Ok(browser) => browser,
            Err(Failure(why)) => return self.note(&format!("start {}", kind.name()), Err(Failure(why))),
        };
        for (story, place, name) in wanted {
            let page = Page { browser: &browser, place, places: &self.places };
            let begun = Instant::now();
            let outcome = told(story, &page);
            if outcome.is_err() {
                keep_picture(&page, &name);
            }
            let name = format!("{name} ({:.1} s)", begun.elapsed().as_secs_f64());
            self.note(&name, outcome);
        }
    }

    fn note(&self, name: &str, outcome: Result) {
        match outcome {
            Ok(()) => {
                self.passed.fetch_add(1, Ordering::Relaxed);
                println!("test {name} ... ok");
            }
            Err(Failure(why)) => {
                println!("test {name} ... FAILED\n{why}");
                if let Ok(mut failed) = self.failed.lock() {
                    failed.push(name.into());
                }
            }
        }
    }

    fn report(&self) -> bool {
        let failed = self.failed.lock().map(|failed| failed.clone()).unwrap_or_default();
        let passed = self.passed.load(Ordering::Relaxed);
        for name in &failed {
            println!("failed: {name}");
        }
        // No story at all is a mistake in the words, not a success.
        let good = failed.is_empty() && passed > 0;
        let word = if good { "ok" } else { "FAILED" };
        println!("\ntest result: {word}. {passed} passed; {} failed", failed.len());
        good
    }
}

fn told(story: &Story, page: &Page) -> Result {
    page.session().goto("about:blank")?;
    page.resize(WINDOW.0, WINDOW.1)?;
    page.emulate("prefers-color-scheme", "")?;
    (story.tell)(page)
}

/// Keeps what the browser showed when a story failed.
fn keep_picture(page: &Page, name: &str) {
    if page.browser.kind == Kind::WebKit {
        return; // Without a graphics card its driver never answers.
    }
    let folder: PathBuf = paths::target().join("e2e");
    let _ = std::fs::create_dir_all(&folder);
    if let Ok(picture) = page.session().screenshot() {
        let file = folder.join(format!("{}.png", name.replace(' ', "-")));
        if std::fs::write(&file, picture).is_ok() {
            println!("picture: {}", file.display());
        }
    }
}
