//! Address to fragment and back: `key=value` pairs joined by `&`, percent-encoded, repeated for several values.
//!
//! What cannot be read is left out and complained about; the rest is kept.

use super::schema::{Address, Key, Values};

/// A fragment longer than this is not read.
pub const MAX_FRAGMENT_BYTES: usize = 8 * 1024;

/// The most values that one key may repeat.
pub const MAX_VALUES: usize = 200;

/// The tabs.
const VIEWS: [&str; 6] = ["map", "table", "matrix", "figures", "accounts", "compare"];

/// What figures count.
const MEASURES: [&str; 8] =
    ["killed", "injured", "missing", "detained", "displaced", "refugees", "residents", "other"];

/// Something in a fragment that was ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Complaint {
    /// The fragment is longer than [`MAX_FRAGMENT_BYTES`].
    TooLong,
    /// There is no such key.
    UnknownKey(String),
    /// The key cannot have this value.
    BadValue(String, String),
    /// The corpus has no entry of this id.
    UnknownId(String, String),
    /// The search, which is of the program's later half, is not there.
    NoSearch,
}

/// The fragment of an address, without `#`; empty for the default address.
pub fn encode(address: &Address) -> String {
    let mut pairs = Vec::new();
    for (key, name) in Key::ALL {
        for value in values(address, key) {
            pairs.push(format!("{name}={}", escape(&value)));
        }
    }
    pairs.join("&")
}

/// The address of a fragment, with or without `#`, and what had to be ignored in it.
pub fn decode(fragment: &str) -> (Address, Vec<Complaint>) {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.len() > MAX_FRAGMENT_BYTES {
        return (Address::default(), vec![Complaint::TooLong]);
    }
    let mut address = Address::default();
    let mut complaints = Vec::new();
    for pair in fragment.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (unescape(name), unescape(value));
        match Key::ALL.iter().find(|(_, known)| *known == name) {
            None => complaints.push(Complaint::UnknownKey(name)),
            Some((key, _)) if !accept(&mut address, *key, &value) => {
                complaints.push(Complaint::BadValue(name, value));
            }
            Some(_) => {}
        }
    }
    (address, complaints)
}

fn values(address: &Address, key: Key) -> Vec<String> {
    let text = |text: &str| if text.is_empty() { vec![] } else { vec![text.to_owned()] };
    match key {
        Key::From => text(&address.from),
        Key::To => text(&address.to),
        Key::Axis => text(&address.axis),
        Key::Role => address.role.clone(),
        Key::Q => text(&address.q),
        Key::Off => address.off.clone(),
        Key::MatchesOnly => text(if address.matches_only { "yes" } else { "" }),
        Key::Scope => text(&address.scope),
        Key::Show => text(&address.show),
        Key::Behind => text(&address.behind),
        Key::Measure => text(&address.measure),
        Key::By => text(&address.by),
        Key::Across => text(&address.across),
        Key::Versus => text(&address.versus),
        Key::View => text(&address.view),
        Key::Sort => text(&address.sort),
        Key::Page if address.page > 1 => vec![address.page.to_string()],
        Key::Page => vec![],
        Key::Report => text(&address.report),
        Key::Statement => text(&address.statement),
        Key::Lang => text(&address.lang),
        Key::Corpus => text(&address.corpus),
        Key::N => text(&address.n),
        key => {
            dimension(address, key).map(|(values, chosen)| side(values, chosen).clone()).unwrap_or_default()
        }
    }
}

fn dimension(address: &Address, key: Key) -> Option<(&Values, bool)> {
    Some(match key {
        Key::Actor => (&address.actor, true),
        Key::NotActor => (&address.actor, false),
        Key::Speaker => (&address.speaker, true),
        Key::NotSpeaker => (&address.speaker, false),
        Key::Place => (&address.place, true),
        Key::NotPlace => (&address.place, false),
        Key::Kind => (&address.kind, true),
        Key::NotKind => (&address.kind, false),
        Key::Source => (&address.source, true),
        Key::NotSource => (&address.source, false),
        _ => return None,
    })
}

fn side(values: &Values, chosen: bool) -> &Vec<String> {
    if chosen { &values.chosen } else { &values.excluded }
}

/// Takes a value in; whether the key can have it.
fn accept(address: &mut Address, key: Key, value: &str) -> bool {
    match key {
        Key::From => date(&mut address.from, value),
        Key::To => value != "none" && date(&mut address.to, value),
        Key::Axis => one_of(value, &["published"]) && set(&mut address.axis, value),
        Key::Role => take::role_named(value).is_some() && push(&mut address.role, value),
        Key::Q => set(&mut address.q, value),
        Key::Off => {
            one_of(value, &["beginnings", "spellings", "names", "typos"]) && push(&mut address.off, value)
        }
        Key::MatchesOnly => {
            address.matches_only = one_of(value, &["", "yes", "true", "1"]);
            address.matches_only || one_of(value, &["no", "false", "0"])
        }
        Key::Scope => one_of(value, &["report"]) && set(&mut address.scope, value),
        Key::Show => {
            one_of(value, &["outside", "undated", "unplaced", "without-actor", "without-coordinates"])
                && set(&mut address.show, value)
        }
        Key::Behind => set(&mut address.behind, value),
        Key::Measure => one_of(value, &MEASURES) && set(&mut address.measure, value),
        Key::By => one_of(value, &["actor", "place", "kind", "year"]) && set(&mut address.by, value),
        Key::Across => one_of(value, &["place"]) && set(&mut address.across, value),
        Key::Versus => set(&mut address.versus, value),
        Key::View => one_of(value, &VIEWS) && set(&mut address.view, value),
        Key::Sort => one_of(value, &["date", "place", "kind", "relevance"]) && set(&mut address.sort, value),
        Key::Page => value.parse().map(|page| address.page = page).is_ok(),
        Key::Report => set(&mut address.report, value),
        Key::Statement => set(&mut address.statement, value),
        Key::Lang => crate::text::Lang::from_code(value).is_some() && set(&mut address.lang, value),
        Key::Corpus => is_hash(value) && set(&mut address.corpus, value),
        Key::N => counts(value).is_some() && set(&mut address.n, value),
        Key::Actor => push(&mut address.actor.chosen, value),
        Key::NotActor => push(&mut address.actor.excluded, value),
        Key::Speaker => push(&mut address.speaker.chosen, value),
        Key::NotSpeaker => push(&mut address.speaker.excluded, value),
        Key::Place => push(&mut address.place.chosen, value),
        Key::NotPlace => push(&mut address.place.excluded, value),
        Key::Kind => push(&mut address.kind.chosen, value),
        Key::NotKind => push(&mut address.kind.excluded, value),
        Key::Source => push(&mut address.source.chosen, value),
        Key::NotSource => push(&mut address.source.excluded, value),
    }
}

/// Whether a value is the beginning of a hash, or all of it.
fn is_hash(value: &str) -> bool {
    (8..=64).contains(&value.len()) && value.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// What matched and may have matched, of "12.3".
pub fn counts(value: &str) -> Option<(u32, u32)> {
    let (matching, may_match) = value.split_once('.')?;
    Some((matching.parse().ok()?, may_match.parse().ok()?))
}

fn one_of(value: &str, allowed: &[&str]) -> bool {
    allowed.contains(&value)
}

fn set(field: &mut String, value: &str) -> bool {
    value.clone_into(field);
    true
}

fn date(field: &mut String, value: &str) -> bool {
    (value == "none" || index::date::parse_bounds(value).is_ok()) && set(field, value)
}

fn push(values: &mut Vec<String>, value: &str) -> bool {
    let welcome = !value.is_empty() && values.len() < MAX_VALUES;
    if welcome && !values.iter().any(|known| known == value) {
        values.push(value.to_owned());
    }
    welcome
}

/// Percent-encodes everything but unreserved characters and a few that links commonly leave as they are.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b':' | b',' => {
                escaped.push(byte as char);
            }
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

/// Undoes [`escape`]; a `+` is a blank, as forms write it; what is no escape stays as it is.
fn unescape(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = text
            .get(at + 1..at + 3)
            .filter(|_| byte == b'%')
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match hex {
            Some(escaped) => {
                out.push(escaped);
                at += 3;
            }
            None => {
                out.push(if byte == b'+' { b' ' } else { byte });
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id() -> impl Strategy<Value = String> {
        prop_oneof!["[a-z]{1,8}(-[a-z]{1,5})?", "\\PC{1,12}", Just("none".to_owned())]
    }

    fn ids() -> impl Strategy<Value = Vec<String>> {
        proptest::collection::vec(id(), 0..4).prop_map(|mut ids| {
            let mut seen = std::collections::HashSet::new();
            ids.retain(|id| seen.insert(id.clone()));
            ids
        })
    }

    fn side_pair() -> impl Strategy<Value = Values> {
        (ids(), ids()).prop_map(|(chosen, excluded)| Values { chosen, excluded })
    }

    fn day() -> impl Strategy<Value = String> {
        prop_oneof![
            Just(String::new()),
            Just("2019-12".to_owned()),
            Just("2020-02-27".to_owned()),
            Just("2019-12~".to_owned())
        ]
    }

    fn pick(options: &'static [&'static str]) -> impl Strategy<Value = String> {
        proptest::sample::select(options).prop_map(str::to_owned)
    }

    prop_compose! {
        fn address()(
            from in day(), to in day(), actor in side_pair(), speaker in side_pair(), place in side_pair(),
            kind in side_pair(), source in side_pair(), q in "\\PC{0,20}", matches_only: bool,
            report in "\\PC{0,9}", statement in "\\PC{0,9}",
            rest in (pick(&["", "report"]), pick(&["", "outside", "undated", "unplaced", "without-actor"]),
                pick(&["", "map", "table", "figures"]), pick(&["", "date", "place", "kind", "relevance"]), pick(&["", "en", "ar", "tr"]),
                prop_oneof![Just(0u32), 2u32..90]),
            corpus in prop_oneof![Just(String::new()), "[0-9a-f]{12}"],
            n in prop_oneof![Just(String::new()), "[1-9][0-9]{0,4}\\.[0-9]"],
            axis in pick(&["", "published"]),
            told in ("\\PC{0,12}", pick(&["", "killed", "other"]), pick(&["", "actor", "year"]), pick(&["", "place"]),
                "\\PC{0,12}"),
            off in proptest::sample::subsequence(vec!["beginnings".to_owned(), "spellings".to_owned(), "typos".to_owned()], 0..3),
            role in proptest::sample::subsequence(
                ["initiator", "affected", "speaker", "mentioned", "relay"].map(str::to_owned).to_vec(), 0..5),
        ) -> Address {
            let (scope, show, view, sort, lang, page) = rest;
            let (behind, measure, by, across, versus) = told;
            Address { from, to, actor, role, speaker, place, kind, source, q, off, matches_only, scope, show, view, sort,
                behind, measure, by, across, versus, axis, page, report, statement, lang, corpus, n }
        }
    }

    proptest! {
        #[test]
        fn an_address_survives_the_round_trip(address in address()) {
            let (back, complaints) = decode(&encode(&address));
            prop_assert_eq!(complaints, vec![]);
            prop_assert_eq!(back, address);
        }

        #[test]
        fn no_fragment_breaks_the_reader(fragment in ".{0,400}") {
            let (address, _) = decode(&fragment);
            let (again, complaints) = decode(&encode(&address));
            prop_assert_eq!(complaints, vec![]);
            prop_assert_eq!(again, address);
        }
    }

    #[test]
    fn what_is_wrong_is_said_and_the_rest_kept() {
        let (address, complaints) =
            decode("#from=2020-02-27&to=tomorrow&colour=red&actor=russia&actor=hts&actor=russia");
        assert_eq!(address.from, "2020-02-27");
        assert_eq!(address.to, "");
        assert_eq!(address.actor.chosen, ["russia", "hts"]);
        let expect =
            [Complaint::BadValue("to".into(), "tomorrow".into()), Complaint::UnknownKey("colour".into())];
        assert_eq!(complaints, expect);
    }

    #[test]
    fn other_hands_write_fragments_too() {
        assert_eq!(decode("q=two+words").0.q, "two words");
        assert_eq!(decode("q=%D8%A5%D8%AF%D9%84%D8%A8").0.q, "إدلب");
        assert_eq!(decode("q=100%").0.q, "100%");
        assert!(decode("matches-only").0.matches_only);
        assert!(!decode("matches-only=no").0.matches_only);
        assert_eq!(decode(&"x".repeat(9000)).1, [Complaint::TooLong]);
    }
}
