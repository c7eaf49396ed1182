//! A native dialog that follows a signal: the browser keeps the focus inside and gives it back.

use leptos::html;
use leptos::prelude::*;
use markup::{ChildrenFn, Markup, effect, view};

/// A modal dialog under a heading, with a button that closes it.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Id of the dialog; its heading's is this with `-title`.
    id: &'static str,
    /// Heading.
    title: &'static str,
    /// Text of the button.
    close: &'static str,
    /// What it holds; built when it opens.
    children: ChildrenFn,
) -> Markup {
    let element = NodeRef::<html::Dialog>::new();
    let heading = [id, "-title"].concat();
    let labelled_by = heading.clone();
    effect(move || {
        let open = open.get();
        let Some(dialog) = element.get() else { return };
        if open && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !open && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog node_ref=element class="dialog" id=id aria-labelledby=labelled_by on:close=move |_| open.set(false)>
            <div class="dialog__head">
                <h2 class="dialog__title" id=heading>{title}</h2>
                <button class="button" type="button" on:click=move |_| open.set(false)>{close}</button>
            </div>
            <Show when=move || open.get()>
                <div class="dialog__body">{children()}</div>
            </Show>
        </dialog>
    }
}
