//! `<Show>` and `<For>`: what is there only sometimes, and what is there many times.

use crate::node;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use rstml::node::{KeyedAttributeValue, NodeAttribute, NodeElement};
use syn::{Error, Result};

type Tag = NodeElement<rstml::Infallible>;

/// `<Show when=condition fallback=view>children</Show>`.
pub fn show(element: &Tag) -> Result<TokenStream> {
    let when = needed(element, "when")?;
    let children = node::all(&element.children)?;
    let fallback = value(element, "fallback").unwrap_or_else(|| quote! { || ::markup::Markup::Nothing });
    Ok(quote! { ::markup::show(#when, move || #children, #fallback) })
}

/// `<For each=rows key=key let:row>children</For>`, or with `children=closure`.
pub fn each(element: &Tag) -> Result<TokenStream> {
    let (rows, key) = (needed(element, "each")?, needed(element, "key")?);
    let child = match value(element, "children") {
        Some(closure) => closure,
        None => {
            let (pattern, children) = (pattern(element)?, node::all(&element.children)?);
            quote! { move |#pattern| #children }
        }
    };
    Ok(quote! { ::markup::each(#rows, #key, #child) })
}

fn value(element: &Tag, name: &str) -> Option<TokenStream> {
    element.attributes().iter().find_map(|attribute| match attribute {
        NodeAttribute::Attribute(it) if it.key.to_string() == name => {
            it.value().map(|value| quote! { #value })
        }
        _ => None,
    })
}

fn needed(element: &Tag, name: &str) -> Result<TokenStream> {
    value(element, name).ok_or_else(|| Error::new_spanned(element.name(), format!("`{name}` is missing")))
}

/// What `let:name` or `let(pattern)` binds.
fn pattern(element: &Tag) -> Result<TokenStream> {
    element
        .attributes()
        .iter()
        .find_map(|attribute| {
            let NodeAttribute::Attribute(it) = attribute else { return None };
            if let KeyedAttributeValue::Binding(binding) = &it.possible_value {
                let inputs = &binding.inputs;
                return Some(quote! { #inputs });
            }
            let key = it.key.to_string().replace(' ', "");
            let name = format_ident!("{}", key.strip_prefix("let:")?);
            Some(quote! { #name })
        })
        .ok_or_else(|| Error::new_spanned(element.name(), "`let:name` is missing"))
}
