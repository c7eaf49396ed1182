//! Mounts the app, once per instance of the module.

use fieldbook_app::app::App;
use fieldbook_app::platform::recovery;

fn main() {
    recovery::install();
    if let Some(root) = recovery::emptied_root() {
        markup::mount(&root, App).forget();
    }
}
