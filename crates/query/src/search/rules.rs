//! The rules by which a word finds more than itself. Each can be switched off, and is named on what it found.

/// How a word of the query and a word of the text came together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// The same word, but for case, diacritics and forms of Arabic letters.
    Same,
    /// The text's word begins with the query's.
    Beginning,
    /// The same name in another spelling or another script, by its sounds.
    Spelling,
    /// Another name of the same actor or place, as the fieldbook lists it.
    Name,
    /// A word one or two letters off, where the query's own stands nowhere.
    Typo,
}

impl Rule {
    /// The rules that can be switched off, with the ids that addresses and the command use.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Beginning, "beginnings"),
        (Self::Spelling, "spellings"),
        (Self::Name, "names"),
        (Self::Typo, "typos"),
    ];

    /// How much a hit by this rule weighs when hits are ranked.
    pub(super) fn weight(self) -> u32 {
        match self {
            Self::Same => 8,
            Self::Name | Self::Spelling => 6,
            Self::Beginning => 5,
            Self::Typo => 2,
        }
    }
}

/// Rules that are switched off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Off(u8);

impl Off {
    /// Every rule that can be.
    pub const ALL: Self = Self(0x1F);

    /// Whether a rule is switched off.
    pub fn has(self, rule: Rule) -> bool {
        self.0 >> rule as u8 & 1 == 1
    }

    /// With a rule switched off too.
    #[must_use]
    pub fn with(self, rule: Rule) -> Self {
        Self(self.0 | 1 << rule as u8)
    }

    /// The rules of these ids; what is no id is passed over.
    pub fn of<'a>(ids: impl IntoIterator<Item = &'a str>) -> Self {
        let rule = |id: &str| Rule::ALL.into_iter().find(|(_, known)| *known == id);
        ids.into_iter().filter_map(rule).fold(Self::default(), |off, (rule, _)| off.with(rule))
    }
}
