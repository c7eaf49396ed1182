//! Any node: text, block, element, component, fragment.

use crate::{component, element, flow};
use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::{Node, NodeBlock, NodeElement};
use syn::{Error, Result};

/// Several nodes side by side, as one expression.
pub fn all(nodes: &[Node]) -> Result<TokenStream> {
    let mut parts = nodes.iter().map(one).collect::<Result<Vec<_>>>()?;
    parts.retain(|part| !part.is_empty());
    match parts.as_slice() {
        [] => Ok(quote! { ::markup::Markup::Nothing }),
        [part] => Ok(quote! { ::markup::IntoMarkup::into_markup(#part) }),
        parts => {
            Ok(quote! { ::markup::Markup::Many(::std::vec![#(::markup::IntoMarkup::into_markup(#parts)),*]) })
        }
    }
}

/// One node, as an expression that a child can be made of; empty for what leaves no trace.
pub fn one(node: &Node) -> Result<TokenStream> {
    match node {
        Node::Comment(_) => Ok(TokenStream::new()),
        Node::Fragment(fragment) => all(&fragment.children),
        Node::Text(text) => {
            let text = &text.value;
            Ok(quote! { #text })
        }
        Node::RawText(text) => {
            let text = text.to_string_best();
            Ok(quote! { #text })
        }
        Node::Block(NodeBlock::ValidBlock(block)) => Ok(quote! { #[allow(unused_braces)] #block }),
        Node::Block(NodeBlock::Invalid(block)) => Err(Error::new_spanned(block, "this block does not parse")),
        Node::Element(element) => tag(element),
        Node::Doctype(doctype) => Err(Error::new_spanned(doctype, "a view is a part of a page, not a page")),
        Node::Custom(node) => Err(Error::new_spanned(node, "no such node")),
    }
}

fn tag(element: &NodeElement<rstml::Infallible>) -> Result<TokenStream> {
    let name = element.name().to_string();
    match name.as_str() {
        "Show" => flow::show(element),
        "For" => flow::each(element),
        _ if name.starts_with(|first: char| first.is_ascii_lowercase()) && !name.contains("::") => {
            element::element(element, &name)
        }
        _ => component::component(element),
    }
}
