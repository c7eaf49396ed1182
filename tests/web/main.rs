//! Panels, mounted in a headless browser; on other machines than the browser's
//! there is nothing to test here.
#![cfg(target_arch = "wasm32")]

use fieldbook_app::platform::recovery;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn without_a_boot_script_the_hooks_go_in_quietly() {
    recovery::install();
    assert!(recovery::emptied_root().is_none(), "the test page has no #app");
}
