//! The second selection of a comparison, B, which stands in the address beside the page's own; and what stands behind
//! a number of either.

use super::selection::resolve;
use crate::engine::Fieldbook;
use crate::url::{Address, decode, encode};
use query::{Answer, Selection};

/// What the names of B's numbers begin with.
pub const OF_B: &str = "versus/";

/// The name of the statements that both selections show.
pub const OF_BOTH: &str = "both";

/// An address's clauses and nothing else.
pub fn clauses(address: &Address) -> Address {
    let it = address.clone();
    Address {
        from: it.from,
        to: it.to,
        axis: it.axis,
        actor: it.actor,
        role: it.role,
        speaker: it.speaker,
        place: it.place,
        kind: it.kind,
        source: it.source,
        q: it.q,
        matches_only: it.matches_only,
        scope: it.scope,
        ..Address::default()
    }
}

/// B as the address holds it: "all" where nothing is restricted, so that it is not nothing.
pub fn of_clauses(address: &Address) -> String {
    let fragment = encode(address);
    if fragment.is_empty() { "all".to_owned() } else { fragment }
}

/// B as an address of its own.
pub fn kept(versus: &str) -> Address {
    if versus == "all" { Address::default() } else { clauses(&decode(versus).0) }
}

/// The statements behind a number, by its name; `versus` is B as the address holds it. Nothing where there is no such
/// thing.
#[inline(never)]
pub fn behind(
    fieldbook: Fieldbook,
    selection: &Selection,
    versus: &str,
    name: &str,
) -> Option<Vec<(u32, Answer)>> {
    fieldbook.with_engine(|engine| {
        let other = || (!versus.is_empty()).then(|| resolve(&kept(versus), engine).0);
        match name.strip_prefix(OF_B) {
            Some(name) => engine.behind(&other()?, name),
            None if name == OF_BOTH => Some(engine.behind_both(selection, &other()?)),
            None => engine.behind(selection, name),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn b_survives_the_way_through_the_address() {
        let address = decode("actor=russia&from=2019&view=compare&report=001&matches-only=yes&q=a%26b").0;
        let versus = of_clauses(&clauses(&address));
        assert_eq!(versus, "from=2019&actor=russia&q=a%26b&matches-only=yes");
        let outer = Address { versus: versus.clone(), view: "compare".into(), ..Address::default() };
        assert_eq!(decode(&encode(&outer)).0.versus, versus);
        assert_eq!(kept(&versus), clauses(&address));
        assert_eq!(kept(&of_clauses(&Address::default())), Address::default());
    }
}
