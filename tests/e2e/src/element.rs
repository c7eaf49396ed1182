//! Elements, found by what assistive technology says of them: role and name.

use serde_json::{Value, json};

use crate::failure::{Failure, Result};
use crate::session::{ELEMENT, Session};
use crate::wait;

/// Gives the elements that may have a role and a name, the likeliest first. The
/// browser itself is then asked for the computed role and name of each.
const CANDIDATES: &str = include_str!("candidates.js");

/// An element of the page.
#[derive(Clone)]
pub struct Element<'a> {
    session: &'a Session,
    id: String,
    what: String,
}

impl<'a> Element<'a> {
    pub(crate) fn from(session: &'a Session, value: &Value, what: &str) -> Option<Self> {
        let id = value[ELEMENT].as_str()?.to_string();
        Some(Self { session, id, what: what.into() })
    }

    /// The reference, as an argument for a script.
    pub fn value(&self) -> Value {
        json!({ ELEMENT: self.id })
    }

    fn say<T>(&self, outcome: Result<T>) -> Result<T> {
        outcome.map_err(|Failure(why)| Failure(format!("{}: {why}", self.what)))
    }

    fn get(&self, what: &str) -> Result<Value> {
        self.say(self.session.get(&format!("element/{}/{what}", self.id)))
    }

    fn post(&self, what: &str, body: &Value) -> Result {
        self.say(self.session.post(&format!("element/{}/{what}", self.id), body)).map(drop)
    }

    /// Scrolls to it and clicks its middle as a reader would; something that
    /// lies over it is an error.
    ///
    /// # Errors
    /// When it cannot be clicked.
    pub fn click(&self) -> Result {
        self.post("click", &json!({}))
    }

    /// Types into it.
    ///
    /// # Errors
    /// When it takes no keys.
    pub fn type_text(&self, text: &str) -> Result {
        self.post("value", &json!({ "text": text }))
    }

    /// Empties it.
    ///
    /// # Errors
    /// When it is no text input.
    pub fn clear(&self) -> Result {
        self.post("clear", &json!({}))
    }

    /// Puts the focus on it.
    ///
    /// # Errors
    /// When it is gone.
    pub fn focus(&self) -> Result {
        self.run("arguments[0].focus()").map(drop)
    }

    /// Its text as shown, white space collapsed.
    ///
    /// # Errors
    /// When it is gone.
    pub fn text(&self) -> Result<String> {
        Ok(collapsed(self.get("text")?.as_str().unwrap_or_default()))
    }

    /// Its accessible name, as the browser computes it.
    ///
    /// # Errors
    /// When it is gone.
    pub fn name(&self) -> Result<String> {
        Ok(collapsed(self.get("computedlabel")?.as_str().unwrap_or_default()))
    }

    /// Its role, as the browser computes it.
    ///
    /// # Errors
    /// When it is gone.
    pub fn role(&self) -> Result<String> {
        Ok(self.get("computedrole")?.as_str().unwrap_or_default().to_string())
    }

    /// A property, such as `checked` or `value`.
    ///
    /// # Errors
    /// When it is gone.
    pub fn property(&self, name: &str) -> Result<Value> {
        self.get(&format!("property/{name}"))
    }

    /// An attribute, if it has it.
    ///
    /// # Errors
    /// When it is gone.
    pub fn attribute(&self, name: &str) -> Result<Option<String>> {
        Ok(self.get(&format!("attribute/{name}"))?.as_str().map(String::from))
    }

    /// Runs a function body with the element as `arguments[0]`.
    ///
    /// # Errors
    /// When it throws.
    pub fn run(&self, script: &str) -> Result<Value> {
        self.say(self.session.run(script, &[self.value()]))
    }

    /// The element of a role and name inside this one; waits for it.
    ///
    /// # Errors
    /// When there is none in time.
    pub fn find(&self, role: &str, name: &str) -> Result<Element<'a>> {
        find(self.session, Some(self), role, name)
    }

    /// Every element of a role inside this one, now.
    ///
    /// # Errors
    /// When it is gone.
    pub fn all(&self, role: &str) -> Result<Vec<Element<'a>>> {
        candidates(self.session, Some(self), role, None)
    }
}

/// White space as a reader sees it.
pub fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn find<'a>(
    session: &'a Session,
    root: Option<&Element>,
    role: &str,
    name: &str,
) -> Result<Element<'a>> {
    wait::until(&format!("{role} \"{name}\""), || find_now(session, root, role, name))
}

pub(crate) fn find_now<'a>(
    session: &'a Session,
    root: Option<&Element>,
    role: &str,
    name: &str,
) -> Result<Option<Element<'a>>> {
    for element in candidates(session, root, role, Some(name))? {
        if element.name()? == name && element.role()? == role {
            return Ok(Some(element));
        }
    }
    Ok(None)
}

pub(crate) fn candidates<'a>(
    session: &'a Session,
    root: Option<&Element>,
    role: &str,
    name: Option<&str>,
) -> Result<Vec<Element<'a>>> {
    let root = root.map(Element::value);
    let found = session.run(CANDIDATES, &[json!(root), json!(role), json!(name)])?;
    let what = format!("{role} \"{}\"", name.unwrap_or_default());
    let all = found.as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(all.iter().filter_map(|value| Element::from(session, value, &what)).collect())
}
