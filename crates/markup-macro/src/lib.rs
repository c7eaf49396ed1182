//! The `view!` of the `markup` crate.
//!
//! The syntax is Leptos's: elements, components, `{blocks}`, `on:event`, `class:name`, `style:name`,
//! `prop:name`, `node_ref`, `<Show>` and `<For>`. What it compiles to is not: one call of a plain function per
//! part, all of one type, in place of a type of its own for every view. See the `markup` crate for why.

mod component;
mod element;
mod flow;
mod node;

use proc_macro::TokenStream;

/// Describes a part of the page; gives a `markup::Markup`.
#[proc_macro]
pub fn view(tokens: TokenStream) -> TokenStream {
    rstml::parse2(tokens.into())
        .and_then(|nodes| node::all(&nodes))
        .unwrap_or_else(|error| error.to_compile_error())
        .into()
}
