//! Mounts the app, once per instance of the module. In a worker, which has no page, it waits for
//! [`fieldbook_app::platform::saver::save_part`].

use fieldbook_app::app::App;
use fieldbook_app::platform::{reader, recovery, saver};

fn main() {
    if !reader::has_page() {
        return saver::wait();
    }
    recovery::install();
    if let Some(root) = recovery::emptied_root() {
        markup::mount(&root, App).forget();
    }
}
