//! Names with languages: `ar:تركيا; Turkey; tr:Türkiye`.

use index::Name;

/// The names of a row: the one shown, then the further ones, each once.
pub(crate) fn names(name: &str, further: &str, language: &str) -> Vec<Name> {
    let shown = Name { text: name.to_owned(), lang: language.to_owned() };
    let mut names = vec![shown];
    for part in further.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (tag, text) = tagged(part).unwrap_or(("", part));
        // `und` is BCP 47 for a language that is not known, said on purpose.
        let lang = if tag == "und" { "" } else { tag };
        let name = Name { text: text.to_owned(), lang: lang.to_owned() };
        let untagged_twin = tag.is_empty() && names.iter().any(|other| other.text == text);
        if !names.contains(&name) && !untagged_twin {
            names.push(name);
        }
    }
    names.retain(|name| !name.text.is_empty());
    names
}

/// A language and a text; nothing where what stands before the colon is no language tag.
fn tagged(part: &str) -> Option<(&str, &str)> {
    let (lang, text) = part.split_once(':')?;
    let mut subtags = lang.split('-');
    let first = subtags.next()?;
    let primary = (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase());
    let rest =
        subtags.all(|tag| (2..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric()));
    (primary && rest && !text.trim().is_empty()).then_some((lang, text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, further: &str, expect: &str) {
        let names = names(name, further, "en");
        let got: Vec<String> = names.iter().map(|name| format!("{}:{}", name.lang, name.text)).collect();
        assert_eq!(got.join(" | "), expect);
    }

    #[test]
    fn languages_are_told_from_names() {
        check("Türkiye", "ar:تركيا; Turkey; tr:Türkiye", "en:Türkiye | ar:تركيا | :Turkey | tr:Türkiye");
        check("X", "zh-Hans:某; Operation: Dawn; ;", "en:X | zh-Hans:某 | :Operation: Dawn");
        check("Idlib", "Idlib; en:Idlib; Edlib", "en:Idlib | :Edlib");
        check("", "ar:", ":ar:");
    }
}
