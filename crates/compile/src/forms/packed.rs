//! Packed files: gzip and zip, unpacked within limits that the messages name.

#[cfg(feature = "packed")]
use super::may_hold_table;
use crate::diagnostic::{Diagnostics, Origin};
use crate::input::Options;
use flate2::bufread::MultiGzDecoder;
use std::borrow::Cow;
use std::io::Read;
use std::rc::Rc;

/// How a gzip file begins.
const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];

/// How a zip archive begins.
const ZIP_MAGIC: &[u8] = b"PK\x03\x04";

/// The most files that an archive may hold.
#[cfg(feature = "packed")]
const MEMBERS_LIMIT: usize = 1000;

/// A file in an archive: its name, and its bytes.
type Member = (Rc<str>, Vec<u8>);

/// What is wrong, and what to do about it.
type Fault = (String, &'static str);

/// The bytes as they are, or out of their gzip.
pub(super) fn unpacked<'a>(bytes: &'a [u8], options: &Options) -> Result<Cow<'a, [u8]>, Fault> {
    if !bytes.starts_with(&GZIP_MAGIC) {
        return Ok(Cow::Borrowed(bytes));
    }
    bounded(MultiGzDecoder::new(bytes), options.unpacked_limit).map(Cow::Owned)
}

/// All bytes of a reader, unless there are more than `limit`.
pub(super) fn bounded(reader: impl Read, limit: u64) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    let mut reader = reader.take(limit.saturating_add(1));
    reader.read_to_end(&mut bytes).map_err(|error| {
        (format!("It cannot be unpacked ({error})"), "Pack the table again, or give it unpacked")
    })?;
    if bytes.len() as u64 > limit {
        let what = format!("It unpacks to more than {limit} bytes");
        return Err((what, "Pack the table again, or give it unpacked"));
    }
    Ok(bytes)
}

/// The tables in a zip archive, in the order of their names; nothing where the bytes are no archive, or one
/// that is a workbook.
pub(super) fn members(
    name: &Rc<str>,
    bytes: &[u8],
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Member>> {
    let ends = |ending: &str| name.to_lowercase().ends_with(ending);
    let is_archive = bytes.starts_with(ZIP_MAGIC) && !ends(".xlsx") && !ends(".xlsm");
    if !is_archive && !ends(".zip") {
        return None;
    }
    Some(read(name, bytes, options, diagnostics).unwrap_or_else(|(what, remedy)| {
        diagnostics.error(&Origin::whole(name), what, remedy);
        Vec::new()
    }))
}

#[cfg(not(feature = "packed"))]
fn read(_: &Rc<str>, _: &[u8], _: &Options, _: &mut Diagnostics) -> Result<Vec<Member>, Fault> {
    Err(("This program was built without the reader of archives".to_owned(), "Give the tables unpacked"))
}

/// The paths of the files in a zip archive; nothing where the bytes are none.
#[cfg(feature = "packed")]
pub(crate) fn paths_in(bytes: &[u8]) -> Vec<String> {
    let archive = bytes.starts_with(ZIP_MAGIC).then(|| zip::ZipArchive::new(std::io::Cursor::new(bytes)));
    let Some(Ok(archive)) = archive else { return Vec::new() };
    archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).take(MEMBERS_LIMIT).collect()
}

#[cfg(not(feature = "packed"))]
pub(crate) fn paths_in(_: &[u8]) -> Vec<String> {
    Vec::new()
}

/// Every file of an archive that lies within it, under its path inside, in the order of the paths.
#[cfg(feature = "packed")]
pub(crate) fn files_in(name: &Rc<str>, bytes: &[u8], options: &Options) -> Result<Vec<Member>, Fault> {
    let mut members = Vec::new();
    let mut within = |inside: &str, _: &Rc<str>| {
        !inside.starts_with('/') && !inside.split(['/', '\\']).any(|part| part == "..")
    };
    each(name, bytes, options, &mut within, &mut |path, bytes| {
        members.push((path.get(name.len() + 1..).unwrap_or_default().into(), bytes));
    })?;
    members.sort();
    Ok(members)
}

#[cfg(not(feature = "packed"))]
pub(crate) fn files_in(_: &Rc<str>, _: &[u8], _: &Options) -> Result<Vec<Member>, Fault> {
    Ok(Vec::new())
}

#[cfg(feature = "packed")]
fn read(
    name: &Rc<str>,
    bytes: &[u8],
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<Member>, Fault> {
    let mut members = Vec::new();
    let mut is_table = |inside: &str, path: &Rc<str>| {
        let is_table = may_hold_table(inside) && !inside.to_lowercase().ends_with(".zip");
        if !is_table {
            let remedy = "Take it out of the archive if it is no table";
            diagnostics.note(&Origin::whole(path), "This file is not read", remedy);
        }
        is_table
    };
    each(name, bytes, options, &mut is_table, &mut |path, bytes| members.push((path, bytes)))?;
    members.sort();
    Ok(members)
}

/// Hands on the files of an archive that are wanted, unpacked within the limits.
#[cfg(feature = "packed")]
fn each(
    name: &Rc<str>,
    bytes: &[u8],
    options: &Options,
    wanted: &mut dyn FnMut(&str, &Rc<str>) -> bool,
    hand_on: &mut dyn FnMut(Rc<str>, Vec<u8>),
) -> Result<(), Fault> {
    let damaged = |error: zip::result::ZipError| {
        (format!("The archive cannot be read ({error})"), "Pack it again, or give the tables unpacked")
    };
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MEMBERS_LIMIT {
        let what = format!("The archive holds {} files, more than {MEMBERS_LIMIT}", archive.len());
        return Err((what, "Put the tables into an archive of their own"));
    }
    let mut left = options.unpacked_limit;
    for at in 0..archive.len() {
        let member = archive.by_index(at).map_err(damaged)?;
        let inside = member.name().map_err(damaged)?.into_owned();
        if member.is_dir() || inside.starts_with("__MACOSX") {
            continue;
        }
        let path: Rc<str> = format!("{name}/{inside}").into();
        if !wanted(&inside, &path) {
            continue;
        }
        let bytes = bounded(member, left)?;
        let bytes = match unpacked(&bytes, &Options { unpacked_limit: left })? {
            Cow::Owned(unpacked) => unpacked,
            Cow::Borrowed(_) => bytes,
        };
        left = left.saturating_sub(bytes.len() as u64);
        hand_on(path, bytes);
    }
    Ok(())
}
