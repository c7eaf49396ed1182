//! A component: its function, called with its props.

use crate::node;
use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::{NodeAttribute, NodeElement};
use syn::{Error, Result};

/// The call of a component.
pub fn component(element: &NodeElement<rstml::Infallible>) -> Result<TokenStream> {
    let name = element.name();
    let mut props = Vec::new();
    for attribute in element.attributes() {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return Err(Error::new_spanned(attribute, "a prop is `name=value` or `name`"));
        };
        let key = &attribute.key;
        let value = attribute.value().map_or_else(|| quote! { #key }, |value| quote! { #value });
        props.push(quote! { .#key(#[allow(unused_braces)] { #value }) });
    }
    if !element.children.is_empty() {
        let children = node::all(&element.children)?;
        props.push(quote! { .children(::markup::ToChildren::to_children(move || #children)) });
    }
    Ok(quote! {
        ::leptos::component::component_view(
            #[allow(clippy::needless_borrows_for_generic_args)]
            &#name,
            ::leptos::component::component_props_builder(&#name) #(#props)* .build()
        )
    })
}
