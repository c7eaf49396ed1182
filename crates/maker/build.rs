//! Gives the module a limit of 2 GiB of memory, so that running out of it fails in the same way in every browser.

fn main() {
    if std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo:rustc-link-arg=--max-memory=2147483648");
    }
}
