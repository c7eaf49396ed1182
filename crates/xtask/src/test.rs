//! `cargo xtask test`: everything a change must pass, in order, cheapest first.
//! The first failing step ends it.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::command::{Result, Stop, cargo, execute, say};
use crate::{dist, paths, setup, size, tidy};

/// The target that the app is compiled for.
const WASM: &str = "wasm32-unknown-unknown";

type Step = (&'static str, fn(&mut Tally) -> Result);

const STEPS: [Step; 8] = [
    ("fmt", |_| execute(root(cargo().args(["fmt", "--all", "--check"])))),
    ("tidy", |_| tidy::run()),
    ("clippy", |_| clippy()),
    ("native", native),
    ("dist", |_| dist::build(None)),
    ("size", |_| size::run()),
    ("web", web),
    ("e2e", e2e),
];

/// How many tests passed and failed, as far as their runners said.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

/// The chore: every step, or the ones named.
///
/// # Errors
/// When a step fails; the line says which.
pub fn run(args: &[String]) -> Result {
    let steps = chosen(args)?;
    if steps.iter().any(|(name, _)| matches!(*name, "web" | "e2e")) {
        setup::for_tests()?;
    } else {
        setup::for_build()?;
    }
    let mut tally = Tally::default();
    let mut times = Vec::new();
    let mut outcome = Ok(());
    for (name, step) in steps {
        say(format!("test step: {name}"));
        let begun = Instant::now();
        outcome = step(&mut tally).map_err(|Stop(why)| Stop(format!("test step {name}: {why}")));
        times.push((name, begun.elapsed()));
        if outcome.is_err() {
            break;
        }
    }
    report(&tally, &times);
    outcome
}

/// The steps asked for, in their order; steps over the built page bring the
/// build with them.
fn chosen(args: &[String]) -> Result<Vec<Step>> {
    if let Some(unknown) = args.iter().find(|arg| STEPS.iter().all(|(name, _)| name != arg)) {
        let names: Vec<_> = STEPS.iter().map(|(name, _)| *name).collect();
        return Err(Stop(format!("no test step `{unknown}`; there are {}", names.join(", "))));
    }
    let asked = |name: &str| args.iter().any(|arg| arg == name);
    let wanted =
        |name: &str| args.is_empty() || asked(name) || (name == "dist" && (asked("size") || asked("e2e")));
    Ok(STEPS.into_iter().filter(|(name, _)| wanted(name)).collect())
}

fn report(tally: &Tally, times: &[(&str, Duration)]) {
    println!();
    for (name, time) in times {
        println!("{name:<8} {:>7.1} s", time.as_secs_f64());
    }
    let total: Duration = times.iter().map(|(_, time)| *time).sum();
    println!("{:<8} {:>7.1} s", "total", total.as_secs_f64());
    println!("{} passed, {} failed", tally.passed, tally.failed);
}

fn clippy() -> Result {
    let deny = ["--locked", "--quiet", "--", "-D", "warnings"];
    execute(root(cargo().args(["clippy", "--workspace", "--all-targets"]).args(deny)))?;
    let app = ["clippy", "-p", "fieldbook-app", "--lib", "--bins", "--test", "web", "--target", WASM];
    execute(root(cargo().args(app).args(deny)))
}

fn native(tally: &mut Tally) -> Result {
    let all = ["test", "--workspace", "--exclude", "e2e", "--locked", "--no-fail-fast"];
    tests(cargo().args(all), tally)
}

/// Mounted panels, in headless Chromium (`webdriver.json` has its switches).
fn web(tally: &mut Tally) -> Result {
    let driver =
        paths::find_program("chromedriver").ok_or_else(|| Stop("chromedriver is not in PATH".into()))?;
    tests(
        cargo()
            .args(["test", "--locked", "--target", WASM, "-p", "fieldbook-app", "--test", "web"])
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                setup::BINDGEN.bin().join("wasm-bindgen-test-runner"),
            )
            .env("CHROMEDRIVER", driver)
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120"),
        tally,
    )
}

fn e2e(tally: &mut Tally) -> Result {
    tests(cargo().args(["test", "--locked", "--quiet", "-p", "e2e", "--test", "stories"]), tally)
}

/// Runs tests, shows what they say and counts by their closing lines.
fn tests(command: &mut Command, tally: &mut Tally) -> Result {
    let cannot = |e| Stop::because("cannot run the tests", e);
    let mut child = root(command).stdout(Stdio::piped()).spawn().map_err(cannot)?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines().map_while(std::io::Result::ok) {
            if let Some((passed, failed)) = counts(&line) {
                tally.passed += passed;
                tally.failed += failed;
            }
            if worth_showing(&line) {
                println!("{line}");
            }
        }
    }
    let status = child.wait().map_err(cannot)?;
    if status.success() { Ok(()) } else { Err(Stop("some tests failed; see above".into())) }
}

/// Tests that passed need no line of their own; their number is enough.
fn worth_showing(line: &str) -> bool {
    let passed = line.starts_with("test ") && line.ends_with("... ok");
    !passed && !line.is_empty() && line != "running 0 tests" && !line.contains(" ok. 0 passed; 0 failed")
}

/// The numbers in a line such as `test result: ok. 3 passed; 0 failed; …`.
fn counts(line: &str) -> Option<(usize, usize)> {
    let (_, rest) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let mut parts = rest.split("; ");
    let passed = parts.next()?.strip_suffix(" passed")?.parse().ok()?;
    let failed = parts.next()?.strip_suffix(" failed")?.parse().ok()?;
    Some((passed, failed))
}

fn root(command: &mut Command) -> &mut Command {
    command.current_dir(paths::root())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_counted() {
        fn check(line: &str, expect: Option<(usize, usize)>) {
            assert_eq!(counts(line), expect, "{line}");
        }
        check("test result: ok. 3 passed; 0 failed; 0 ignored; finished in 1s", Some((3, 0)));
        check("test result: FAILED. 3 passed; 2 failed; 0 ignored", Some((3, 2)));
        check("test a ... ok", None);
    }
}
