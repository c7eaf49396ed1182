//! Mounts the maker in a page; in a worker there is nothing to mount.

use app::platform::recovery;
use fieldbook_maker::browser::is_page;
use fieldbook_maker::page::Maker;

fn main() {
    if !is_page() {
        // Says why before the trap; the worker's script passes it on.
        std::panic::set_hook(Box::new(|info| wasm_bindgen::throw_str(&info.to_string())));
        return;
    }
    recovery::install();
    if let Some(root) = recovery::emptied_root() {
        markup::mount(&root, Maker).forget();
    }
}
