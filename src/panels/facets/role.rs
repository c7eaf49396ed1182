//! In which roles actors count.

use crate::app::use_words;
use crate::state::use_choice;
use index::Role;
use leptos::prelude::*;
use markup::{Markup, memo, value_of, view};

/// The menu of roles. An address may name several: they stand as an entry of their own.
#[component]
pub fn RoleChoice() -> Markup {
    let (choice, texts) = (use_choice(), &use_words().facets);
    let value = memo(move || choice.with(|address| address.role.join(" ")));
    let several = memo(move || {
        let ids = choice.with(|address| address.role.clone());
        (ids.len() > 1).then(|| {
            let names: Vec<&str> = ids.iter().filter_map(|id| role_name(&texts.roles, id)).collect();
            (ids.join(" "), names.join(use_words().sentence.or))
        })
    });
    let options = Role::ALL.map(take::role_name).into_iter().zip(texts.role_options);
    let options = options
        .map(|(id, name)| view! { <option value=id selected=move || value.get() == id>{name}</option> });
    let choose = move |value: String| {
        choice.set_roles(value.split_whitespace().map(str::to_owned).collect());
    };
    view! {
        <p class="facet__role">
            <label for="role">{texts.role}</label>
            <select class="input" id="role" prop:value=value on:change=move |event| choose(value_of(&event))>
                <option value="">{texts.any_role}</option>
                {options.collect::<Markup>()}
                {move || several.get().map(|(ids, names)| view! { <option value=ids selected=true>{names}</option> })}
            </select>
        </p>
    }
}

/// The name of a role by its id.
pub fn role_name(names: &[&'static str; 5], id: &str) -> Option<&'static str> {
    names.get(take::role_named(id)? as usize).copied()
}
