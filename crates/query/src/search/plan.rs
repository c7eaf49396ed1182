//! From what a query asks for to the words of the corpus that answer it, each with the rule that led to it.

use super::Search;
use super::alike::alike;
use super::documents::{Space, each_text};
use super::language::{Query, Term};
use super::rules::{Off, Rule};
use super::typo;
use index::Corpus;
use index::fold::each_word;

/// A query, and what it means in one corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What was understood.
    pub query: Query,
    /// What each term means, clause by clause.
    pub meant: Vec<Vec<Meant>>,
}

/// What one term means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meant {
    /// For each of its words, the words of the corpus that answer it, upward by number.
    pub words: Vec<Words>,
    /// Names of several words that stand for it, as the numbers of their words.
    pub names: Vec<Vec<u32>>,
}

/// Words of a corpus, by number, with the rules that led to them.
pub type Words = Vec<(u32, Rule)>;

impl Plan {
    /// Terms that are asked for rather than ruled out, with what they mean.
    pub fn wanted(&self) -> impl Iterator<Item = (&Term, &Meant)> {
        let both = self.query.clauses.iter().flatten().zip(self.meant.iter().flatten());
        both.filter(|(term, _)| !term.not)
    }

    /// Whether some word was found by a rule.
    pub fn uses(&self, rule: Rule) -> bool {
        self.wanted().any(|(_, meant)| {
            meant.words.iter().flatten().any(|&(_, by)| by == rule)
                || (rule == Rule::Name && !meant.names.is_empty())
        })
    }

    /// The words of the query that stand nowhere, by any rule.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        self.wanted().flat_map(|(term, meant)| {
            let words = term.words.iter().zip(&meant.words);
            words.filter(|(_, found)| found.is_empty()).map(|(word, _)| word.as_str())
        })
    }
}

impl Search {
    /// What a query means.
    #[inline(never)]
    pub fn plan(&self, query: Query, off: Off, corpus: &Corpus) -> Plan {
        let meant = query
            .clauses
            .iter()
            .map(|clause| clause.iter().map(|term| self.meant(term, off, corpus)).collect());
        Plan { meant: meant.collect(), query }
    }

    fn meant(&self, term: &Term, off: Off, corpus: &Corpus) -> Meant {
        let last = term.words.len().saturating_sub(1);
        let mut meant = Meant::default();
        for (at, word) in term.words.iter().enumerate() {
            let open = term.open && at == last;
            meant.words.push(self.words(word, open, term.phrase, off));
        }
        if let ([words], false, false) = (&mut meant.words[..], term.phrase || term.open, off.has(Rule::Name))
        {
            self.other_names(words, &mut meant.names, corpus);
        }
        meant
    }

    fn words(&self, word: &str, open: bool, phrase: bool, off: Off) -> Words {
        let dictionary = &self.index.dictionary;
        let same = dictionary.find(word);
        let mut found: Words = same.map(|id| (id, Rule::Same)).into_iter().collect();
        if open || !(phrase || off.has(Rule::Beginning)) {
            let rule = if open { Rule::Same } else { Rule::Beginning };
            dictionary.beginning(word, &mut |id| {
                if Some(id) != same {
                    found.push((id, rule));
                }
            });
        }
        if phrase || open || word.bytes().any(|byte| byte.is_ascii_digit()) {
            by_number(&mut found);
            return found;
        }
        if !off.has(Rule::Spelling) {
            by_number(&mut found);
            self.spellings(word, same, &mut found);
        }
        if found.is_empty() && !off.has(Rule::Typo) {
            let letters: Vec<char> = word.chars().collect();
            let first = letters.first().map_or(0, |c| c.len_utf8());
            dictionary.beginning(word.get(..first).unwrap_or_default(), &mut |id| {
                let other = dictionary.word(id);
                if other.len().abs_diff(word.len()) <= 8
                    && typo::is_near(&letters, &other.chars().collect::<Vec<_>>())
                {
                    found.push((id, Rule::Typo));
                }
            });
        }
        by_number(&mut found);
        found
    }

    /// Adds other spellings: of a word that stands in names, or in names of a word that does not; and of a word that
    /// stands nowhere, whatever it is. So "bad" does not find "bed".
    fn spellings(&self, word: &str, same: Option<u32>, found: &mut Words) {
        let dictionary = &self.index.dictionary;
        let free = found.is_empty() || same.is_some_and(|id| dictionary.is_name(id));
        let (mut own, mut other) = (Vec::new(), Vec::new());
        dictionary.letters.read(word, &mut own);
        if own.is_empty() {
            return;
        }
        let known = found.len();
        dictionary.of_skeleton(&own, &mut |id| {
            let is_known = found.get(..known).is_some_and(|known| holds(known, id));
            if is_known || !(free || dictionary.is_name(id)) {
                return;
            }
            dictionary.letters.read(dictionary.word(id), &mut other);
            if alike(&own, &other) {
                found.push((id, Rule::Spelling));
            }
        });
    }

    /// Where a word is the whole of an actor's or a place's name, adds the other names of it.
    fn other_names(&self, words: &mut Words, names: &mut Vec<Vec<u32>>, corpus: &Corpus) {
        let sure = |&(_, rule): &(u32, Rule)| matches!(rule, Rule::Same | Rule::Spelling);
        let mut more = Vec::new();
        for &(word, _) in words.iter().filter(|word| sure(word)) {
            let documents = self.index.postings.get(word as usize);
            for &document in documents
                .iter()
                .skip(documents.partition_point(|&it| it < self.index.documents.start(Space::Actors)))
            {
                let (space, entry) = self.index.documents.place(document);
                if !matches!(space, Space::Actors | Space::Places) {
                    break;
                }
                let mut listed: Vec<Vec<u32>> = Vec::new();
                each_text(corpus, (space, entry), &mut |name| listed.push(self.numbers(name)));
                if listed.iter().any(|name| *name == [word]) {
                    more.extend(listed);
                }
            }
        }
        for name in more {
            match name[..] {
                [] => {}
                [word] if words.iter().any(|&(known, _)| known == word) => {}
                [word] => words.push((word, Rule::Name)),
                _ if names.contains(&name) => {}
                _ => names.push(name),
            }
        }
        by_number(words);
    }

    /// The numbers of a text's words; none where one is not known.
    pub(super) fn numbers(&self, text: &str) -> Vec<u32> {
        let (mut numbers, mut room) = (Vec::new(), String::new());
        each_word(text, &mut room, &mut |_, word| {
            numbers.push(self.index.dictionary.find(word).unwrap_or(u32::MAX))
        });
        numbers
    }
}

/// Sorts by number; of two rules that led to a word, the first counts.
fn by_number(words: &mut Words) {
    index::order::sort(words);
    words.dedup_by_key(|word| word.0);
}

/// Whether a word is among some that stand upward by number.
pub fn holds(words: &[(u32, Rule)], id: u32) -> bool {
    rule_of(words, id).is_some()
}

/// The rule that led to a word among some that stand upward by number.
pub fn rule_of(words: &[(u32, Rule)], id: u32) -> Option<Rule> {
    words.binary_search_by_key(&id, |word| word.0).ok().and_then(|at| words.get(at)).map(|word| word.1)
}
