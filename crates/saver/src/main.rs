//! Nothing happens until the worker's script calls an export.

fn main() {
    #[cfg(target_arch = "wasm32")]
    std::panic::set_hook(Box::new(|info| wasm_bindgen::throw_str(&info.to_string())));
    // Keeps the exports of the library in the module.
    let _ = fieldbook_saver::saved;
}
