//! The index: which documents hold which word.
//!
//! Nothing of it is shipped. It is made in the page from the texts, a slice at a time so that nothing else has to
//! wait: every document is read once into the numbers of its words, each once; a counting sort by number turns
//! these into one list of documents a word.

use super::dictionary::Dictionary;
use super::documents::{Documents, Space, each_text};
use index::fold::each_word;
use index::{Corpus, Lists};

/// The words of a corpus, and where they stand.
#[derive(Debug, Default)]
pub struct Index {
    /// The words.
    pub dictionary: Dictionary,
    /// The documents.
    pub documents: Documents,
    /// The documents that hold each word, upward.
    pub postings: Lists<u32>,
    /// How many words each document has, as a power of two.
    pub lengths: Vec<u8>,
    work: Work,
}

/// What is only needed until the index is ready.
#[derive(Debug, Default)]
struct Work {
    stage: Stage,
    next: u32,
    /// The words of each document, each once.
    read: Lists<u32>,
    /// The document in which each word was last met.
    last: Vec<u32>,
    /// Where the next document of each word belongs; in the end, where its documents end.
    ends: Vec<u32>,
    /// In how many documents each word was met.
    counts: Vec<u32>,
    room: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    #[default]
    Read,
    Order,
    Sort,
    Ready,
}

/// So many words are put in order at a time.
const SLICE: usize = 512;

impl Index {
    /// Begins an index.
    pub fn new(corpus: &Corpus) -> Self {
        Self { documents: Documents::new(corpus), ..Self::default() }
    }

    /// Does a slice of the work, about so many bytes of text; whether the index is ready.
    pub fn step(&mut self, corpus: &Corpus, bytes: usize) -> bool {
        let mut left = bytes;
        while left > 0 && self.work.stage != Stage::Ready {
            let done = match self.work.stage {
                Stage::Read if self.work.next < self.documents.len() => self.read(corpus),
                Stage::Read => {
                    self.begin_sorting();
                    1
                }
                Stage::Order => {
                    if self.dictionary.order(SLICE) {
                        self.work.stage = Stage::Sort;
                    }
                    64 * SLICE
                }
                Stage::Sort if self.work.next < self.documents.len() => self.sort(),
                Stage::Sort | Stage::Ready => {
                    self.postings.ends = std::mem::take(&mut self.work.ends).into();
                    self.work = Work { stage: Stage::Ready, ..Work::default() };
                    1
                }
            };
            left = left.saturating_sub(done);
        }
        self.work.stage == Stage::Ready
    }

    /// Reads the next document.
    fn read(&mut self, corpus: &Corpus) -> usize {
        let document = self.work.next;
        let (space, entry) = self.documents.place(document);
        let is_name = matches!(space, Space::Actors | Space::Places | Space::Sources);
        let Work { read, last, counts, room, .. } = &mut self.work;
        let (dictionary, mut bytes) = (&mut self.dictionary, 16);
        each_text(corpus, (space, entry), &mut |text| {
            bytes += text.len();
            each_word(text, room, &mut |_, word| {
                let Some(id) = dictionary.add(word) else { return };
                if is_name {
                    dictionary.note_name(id);
                }
                if last.len() <= id as usize {
                    last.push(u32::MAX);
                    counts.push(0);
                }
                if let Some(last) = last.get_mut(id as usize).filter(|last| **last != document) {
                    *last = document;
                    read.values.push(id);
                    counts[id as usize] += 1;
                }
            });
        });
        read.push([]);
        let words = read.values.len() - read.range(document as usize).start;
        self.lengths.push((usize::BITS - words.leading_zeros()) as u8);
        self.work.next += 1;
        bytes
    }

    fn begin_sorting(&mut self) {
        let mut ends = std::mem::take(&mut self.work.counts);
        self.postings.values = vec![0; begin(&mut ends)];
        self.work.ends = ends;
        self.work.next = 0;
        self.work.stage = Stage::Order;
    }

    /// Enters the next document under its words.
    fn sort(&mut self) -> usize {
        let Work { read, ends, next, .. } = &mut self.work;
        let words = read.get(*next as usize);
        words.iter().for_each(|&word| put(ends, &mut self.postings.values, word, *next));
        *next += 1;
        8 * words.len() + 1
    }
}

/// Turns counts into beginnings, which [`put`] moves on until they are ends; how many there are in all.
pub fn begin(counts: &mut [u32]) -> usize {
    let mut sum = 0;
    for count in counts {
        (*count, sum) = (sum, sum + *count);
    }
    sum as usize
}

/// Puts a value at the end of a list.
pub fn put(ends: &mut [u32], values: &mut [u32], list: u32, value: u32) {
    if let Some(end) = ends.get_mut(list as usize)
        && let Some(slot) = values.get_mut(*end as usize)
    {
        *slot = value;
        *end += 1;
    }
}
