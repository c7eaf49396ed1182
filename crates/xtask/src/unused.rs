//! Cutting what a library exports and this page never calls.
//!
//! Leptos brings `wasm-streams` along for server functions. Its three classes are exports of the module, which
//! keep their code alive past every optimizer, though nothing here calls them.

/// What the names of those exports contain.
const NEVER_CALLED: [&str; 2] = ["intounderlying", "_WASM_SPLIT_MARKER"];

/// The id of a module's export section.
const EXPORTS: u8 = 7;

/// A module without those exports; `None` where its sections cannot be walked.
pub fn without_exports(module: &[u8]) -> Option<Vec<u8>> {
    let (header, mut rest) = module.split_at_checked(8)?;
    let mut out = header.to_vec();
    while let Some((&id, after)) = rest.split_first() {
        let (length, after) = read_leb(after)?;
        let (section, after) = after.split_at_checked(length)?;
        rest = after;
        let section = if id == EXPORTS { kept(section)? } else { section.to_vec() };
        out.push(id);
        write_leb(section.len(), &mut out);
        out.extend_from_slice(&section);
    }
    Some(out)
}

/// An export section without those exports.
fn kept(section: &[u8]) -> Option<Vec<u8>> {
    let (count, mut rest) = read_leb(section)?;
    let mut kept = Vec::new();
    for _ in 0..count {
        let (length, after) = read_leb(rest)?;
        let (name, after) = after.split_at_checked(length)?;
        let (_, after) = read_leb(after.get(1..)?)?;
        let (export, after) = rest.split_at_checked(rest.len() - after.len())?;
        let name = String::from_utf8_lossy(name);
        if !NEVER_CALLED.iter().any(|never| name.contains(never)) {
            kept.push(export);
        }
        rest = after;
    }
    let mut out = Vec::with_capacity(section.len());
    write_leb(kept.len(), &mut out);
    kept.into_iter().for_each(|export| out.extend_from_slice(export));
    Some(out)
}

/// The glue without the classes of those exports: each from the line that begins it to the one that exports it.
pub fn without_classes(glue: &str) -> String {
    let mut out = String::with_capacity(glue.len());
    let mut inside = false;
    for line in glue.lines() {
        inside |= line.starts_with("    class IntoUnderlying");
        if !inside {
            out.push_str(line);
            out.push('\n');
        }
        inside &= !line.starts_with("    exports.IntoUnderlying");
    }
    out
}

fn read_leb(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0_usize;
    for (i, &byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * i);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(i + 1..)?));
        }
    }
    None
}

fn write_leb(mut value: usize, out: &mut Vec<u8>) {
    while value > 0x7f {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn one_export_goes_and_the_others_stay() {
        let section = |exports: &[&[u8]]| {
            let mut out =
                vec![EXPORTS, 1 + exports.iter().map(|it| it.len() as u8).sum::<u8>(), exports.len() as u8];
            exports.iter().for_each(|export| out.extend_from_slice(export));
            out
        };
        let export = |name: &str| [&[name.len() as u8], name.as_bytes(), &[0, 0x80, 1]].concat();
        let (main, never) = (export("main"), export("intounderlyingsink_close"));
        let module =
            |exports: &[&[u8]]| [b"\0asm\x01\0\0\0", &section(exports)[..], &[0, 2, 1, b'x']].concat();
        assert_eq!(without_exports(&module(&[&never, &main])).unwrap(), module(&[&main]));
        assert_eq!(without_exports(&module(&[&main])).unwrap(), module(&[&main]));
        assert_eq!(without_exports(b"\0asm\x01\0\0\0\x07\x05\x01"), None);
    }

    #[test]
    fn classes_go_with_what_exports_them() {
        let glue = "a\n    class IntoUnderlyingSink {\n        close() {}\n    }\n    exports.IntoUnderlyingSink = IntoUnderlyingSink;\nb\n";
        assert_eq!(without_classes(glue), "a\nb\n");
    }
}
