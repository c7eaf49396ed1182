//! Every rule of the three-valued answer as a named case, and the engine's other promises.
#![allow(clippy::unwrap_used, clippy::expect_used)]

extern crate fieldbook_query as query;

mod accounts;
mod answers;
mod counts;
mod names;
mod notation;
mod reasons;
mod retime;
mod sort;

use query::{Answer, Engine};

/// The statements shown: `a` matches, `a?` may match.
fn shown(engine: &Engine, selection: &str) -> String {
    let answers = engine.answers_of(&notation::selection(selection, engine));
    let ids = &engine.corpus().statements.ids;
    let shown = ids.iter().zip(answers).filter_map(|(id, answer)| match answer {
        Answer::No => None,
        Answer::MayMatch => Some(format!("{id}?")),
        Answer::Match => Some(id.to_owned()),
    });
    shown.collect::<Vec<_>>().join(" ")
}

fn engine(corpus: &str) -> Engine {
    Engine::new(notation::corpus(corpus))
}
