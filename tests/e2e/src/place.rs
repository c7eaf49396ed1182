//! The places a fieldbook is opened from.

use std::path::{Path, PathBuf};

use xtask::server::Server;

use crate::failure::{Failure, Result};

/// Where the page comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The site at a domain's root.
    Root,
    /// The site below a path.
    SubPath,
    /// The single file, from disk.
    Disk,
    /// The site's folder, from disk.
    Folder,
}

impl Place {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Root, Self::SubPath, Self::Disk, Self::Folder];

    /// The name in test output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Root => "site",
            Self::SubPath => "sub-path",
            Self::Disk => "file",
            Self::Folder => "folder",
        }
    }
}

/// What was built, served where it must be.
pub struct Places {
    root: Server,
    sub_path: Server,
    single_file: PathBuf,
    folder: PathBuf,
}

impl Places {
    /// Serves a site's folder twice and knows the single file.
    ///
    /// # Errors
    /// When they were not built, or no port is free.
    pub fn open(dist: &Path) -> Result<Self> {
        let site = dist.join("site");
        let single_file = dist.join("fieldbook.html");
        for file in [&site.join("index.html"), &single_file] {
            if !file.is_file() {
                let file = file.display();
                return Err(Failure(format!("{file} is not there; run `cargo xtask dist` first")));
            }
        }
        let serve = |prefix| {
            Server::start(&site, prefix, 0).map_err(|e| Failure::because("cannot serve the site", e))
        };
        let folder = site.join("index.html");
        Ok(Self { root: serve("/")?, sub_path: serve("/some/sub-path/")?, single_file, folder })
    }

    /// The address of the page at a place, without a fragment.
    pub fn url(&self, place: Place) -> String {
        match place {
            Place::Root => self.root.url(),
            Place::SubPath => self.sub_path.url(),
            Place::Disk => file_url(&self.single_file),
            Place::Folder => file_url(&self.folder),
        }
    }

    /// The server behind a place, if one is.
    pub fn server(&self, place: Place) -> Option<&Server> {
        match place {
            Place::Root => Some(&self.root),
            Place::SubPath => Some(&self.sub_path),
            Place::Disk | Place::Folder => None,
        }
    }
}

/// The address of a file on disk.
pub fn file_url(file: &Path) -> String {
    let mut url = String::from("file://");
    for byte in file.to_string_lossy().bytes() {
        if byte.is_ascii_alphanumeric() || b"-_./~".contains(&byte) {
            url.push(char::from(byte));
        } else {
            url.push_str(&format!("%{byte:02X}"));
        }
    }
    url
}
