//! An element: what never changes in a static, the rest as calls.

use crate::node;
use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::{KeyedAttribute, NodeAttribute, NodeElement};
use syn::{Error, Expr, ExprLit, Lit, Result};

/// Elements of the SVG namespace that the page draws with.
const DRAWN: &[&str] = &[
    "circle", "clipPath", "defs", "ellipse", "g", "line", "mask", "path", "pattern", "polygon", "polyline",
    "rect", "svg", "text", "tspan",
];

/// The calls that describe an element.
pub fn element(element: &NodeElement<rstml::Infallible>, name: &str) -> Result<TokenStream> {
    let drawn = DRAWN.contains(&name);
    let (mut fixed, mut calls) = (Vec::new(), Vec::new());
    for attribute in element.attributes() {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return Err(Error::new_spanned(attribute, "an attribute is `name=value`"));
        };
        match literal(attribute) {
            Some((key, value)) => fixed.push(quote! { (#key, #value) }),
            None => calls.push(call(attribute)?),
        }
    }
    for child in &element.children {
        let child = node::one(child)?;
        if !child.is_empty() {
            calls.push(quote! { .child({ #child }) });
        }
    }
    Ok(quote! {
        ::markup::Element::new(&::markup::Shape { tag: #name, drawn: #drawn, fixed: &[#(#fixed),*] }) #(#calls)*
    })
}

/// A plain attribute whose value stands in the source.
fn literal(attribute: &KeyedAttribute) -> Option<(String, String)> {
    let key = key(attribute);
    if key.contains(':') {
        return None;
    }
    match attribute.value() {
        Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) => Some((key, text.value())),
        Some(Expr::Lit(ExprLit { lit: Lit::Int(number), .. })) => {
            Some((key, number.base10_digits().to_owned()))
        }
        None => Some((key, String::new())),
        _ => None,
    }
}

fn key(attribute: &KeyedAttribute) -> String {
    let key = attribute.key.to_string().replace(' ', "");
    key.strip_prefix("r#").map_or(key.clone(), str::to_owned)
}

fn call(attribute: &KeyedAttribute) -> Result<TokenStream> {
    let key = key(attribute);
    let value = attribute.value().map_or_else(|| quote! { true }, |value| quote! { #value });
    let Some((sort, name)) = key.split_once(':') else {
        return Ok(match key.as_str() {
            "node_ref" => quote! { .node_ref(#value) },
            _ => quote! { .attribute(#key, #value) },
        });
    };
    match sort {
        "on" => {
            let event = syn::parse_str::<syn::Ident>(name)?;
            Ok(quote! { .on(::markup::on::#event(#value)) })
        }
        "class" => Ok(quote! { .toggle(#name, #value) }),
        "style" => Ok(quote! { .style(#name, #value) }),
        "prop" => Ok(quote! { .property(#name, #value) }),
        _ => {
            Err(Error::new_spanned(&attribute.key, "before a colon stands `on`, `class`, `style` or `prop`"))
        }
    }
}
