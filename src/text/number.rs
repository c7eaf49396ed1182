//! Numbers as each language writes them.

use super::Lang;

/// A whole number with its digits grouped by three.
pub fn whole(lang: Lang, n: u64) -> String {
    let digits = n.to_string();
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(match lang {
                Lang::En => ',',
                Lang::Ar => '٬',
                Lang::Tr => '.',
            });
        }
        grouped.push(localized(lang, digit));
    }
    grouped
}

/// A text whose digits are written in the language's own; nothing else changes.
pub fn digits(lang: Lang, text: &str) -> String {
    text.chars().map(|c| localized(lang, c)).collect()
}

fn localized(lang: Lang, c: char) -> char {
    match (lang, c.to_digit(10)) {
        (Lang::Ar, Some(value)) => char::from_u32('٠' as u32 + value).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grouping() {
        for (n, en, ar) in [
            (0, "0", "٠"),
            (999, "999", "٩٩٩"),
            (1746, "1,746", "١٬٧٤٦"),
            (3_000_000, "3,000,000", "٣٬٠٠٠٬٠٠٠"),
        ] {
            assert_eq!(whole(Lang::En, n), en);
            assert_eq!(whole(Lang::Ar, n), ar);
            assert_eq!(whole(Lang::Tr, n), en.replace(',', "."));
        }
    }
}
