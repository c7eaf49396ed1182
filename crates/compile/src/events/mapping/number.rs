//! Numbers of people as tables write them.

use super::read::Fault;
use crate::table::shown;

/// A number of people; nothing where the cell is empty.
pub(crate) fn count(text: &str) -> Result<Option<u64>, Fault> {
    if text.is_empty() {
        return Ok(None);
    }
    let plain = whole(text);
    if let Ok(number) = plain.parse() {
        return Ok(Some(number));
    }
    let bare = plain.replace([',', ' ', '\u{a0}', '\u{202f}'], "");
    let grouped = plain.split([',', ' ', '\u{a0}', '\u{202f}']).skip(1).all(|group| group.len() == 3);
    bare.parse().ok().filter(|_| grouped).map(Some).ok_or_else(|| {
        let what = format!("“{}” is not a number of people", shown(text));
        (what, "Write digits only, or map another column")
    })
}

/// A whole number without the `.0` that spreadsheets and R put behind it.
pub(crate) fn whole(text: &str) -> &str {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        Some((whole, zeros)) if digits(whole) && !zeros.is_empty() && zeros.bytes().all(|b| b == b'0') => {
            whole
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_tables_write_them() {
        let check = |text: &str, expect: Option<Option<u64>>| assert_eq!(count(text).ok(), expect, "{text}");
        check("12", Some(Some(12)));
        check("12.0", Some(Some(12)));
        check("1,200", Some(Some(1200)));
        check("12 000", Some(Some(12_000)));
        check("", Some(None));
        check("12,5", None);
        check("many", None);
        check("-1", None);
    }
}
