//! The sounds that letters may stand for, in five scripts.
//!
//! A word becomes a row of [`Sound`]s: each a set of sounds of which one is meant. Two spellings of a name then have
//! a common reading (`alike.rs`). The sets are as wide as the common romanizations are apart, and no wider:
//!
//! | script | letters to sounds, after |
//! | --- | --- |
//! | Arabic, with the Persian پ چ ژ گ | BGN/PCGN 1956, ALA-LC 2012, UNGEGN 2017 (Beirut) and the press's habits |
//! | Cyrillic | BGN/PCGN 1947, ISO 9:1995; х for ه and ح as Russian writes Arabic names |
//! | Greek | ELOT 743 (ISO 843:1997) |
//! | Latin | English and French romanizations of the above; Turkish and Kurdish by their alphabets (c = j, ç, ş, ğ; these come folded to c, s, g) |
//!
//! Arabic does not write short vowels, so that a vowel of another script may have nothing beside it there; the
//! article is left out; ع and ء are a vowel or nothing; ة is "a", "ah" or nothing.

/// A set of sounds, and how they may be read.
pub type Sound = u32;

/// A vowel, or several in a row.
pub const VOWEL: Sound = 1 << 31;
/// May stand for nothing at all.
pub const SILENT: Sound = 1 << 30;
/// Written in a script that leaves short vowels out.
pub const ABJAD: Sound = 1 << 29;
/// The bits that are sounds.
pub const SOUNDS: Sound = (1 << 28) - 1;

/// No word is read further than this.
pub const MAX_SOUNDS: usize = 40;

// One letter a sound: `S` sh, `Z` zh, `C` ch, `X` kh, `G` gh, `T` th, `D` dh; vowels `A`, `I`, `U`.
const ORDER: &str = "bpfvmnlrtdszSZCjkgqXGhTDwAIU";

/// Letters, each with its sounds; `_` may be silent.
const LATIN: &str = "a:A b:b c:kjsC d:d e:AI f:f g:gGj h:hX i:I j:jZ k:k l:l m:m n:n o:U p:p q:qkg r:r s:sS t:t u:U \
    v:vfw w:wv x:X y:I z:z";
const LATIN_PAIRS: &str = "sh:S kh:X gh:Gg th:Tt dh:Ddz ch:CS zh:ZD ph:f dj:j ck:k";
const CYRILLIC: &str = "а:A б:b в:vw г:gG д:d е:AI ж:Zj з:z и:I к:kq л:l м:m н:n о:U п:p р:r с:s т:t у:U ф:f х:hX \
    ц:sC ч:C ш:S щ:S ъ:_ ы:I ь:_ э:AI ю:U я:AI і:I є:AI ґ:g ј:I љ:l њ:n ћ:C ђ:j џ:j қ:q ғ:G ә:A ө:U ү:U ұ:U һ:h ң:n";
const CYRILLIC_PAIRS: &str = "дж:j";
const GREEK: &str = "α:A β:v γ:gG δ:dD ε:AI ζ:z η:I θ:Tt ι:I κ:k λ:l μ:m ν:n ξ:k ο:U π:p ρ:r σ:s ς:s τ:t υ:IU φ:f χ:hX \
    ψ:p ω:U";
const GREEK_PAIRS: &str = "μπ:bp ντ:d γκ:g ου:U αι:AI ει:I";
const ARABIC: &str = "ا:A ب:bp ت:t ث:Tts ج:jgZ ح:h خ:X د:d ذ:Ddz ر:r ز:z س:s ش:S ص:s ض:dDz ط:t ظ:zDd ع:AIU_ غ:Gg \
    ف:fv ق:qkg ك:k ل:l م:m ن:n ه:h و:wUv ي:I ء:AIU_ پ:p چ:C ژ:Z گ:g";

/// The tables, unfolded once.
#[derive(Debug)]
pub struct Letters {
    /// By code point, for U+0000 to U+06FF.
    single: Vec<Sound>,
    /// Two letters, and their sounds.
    pairs: Vec<(char, char, Sound)>,
}

impl Default for Letters {
    fn default() -> Self {
        Self::new()
    }
}

impl Letters {
    /// Unfolds the tables.
    pub fn new() -> Self {
        let mut letters = Self { single: vec![0; 0x700], pairs: Vec::new() };
        for (table, flags) in [
            (LATIN, 0),
            (LATIN_PAIRS, 0),
            (CYRILLIC, 0),
            (CYRILLIC_PAIRS, 0),
            (GREEK, 0),
            (GREEK_PAIRS, 0),
            (ARABIC, ABJAD),
        ] {
            for (from, to) in table.split_whitespace().filter_map(|entry| entry.split_once(':')) {
                let sound = to.chars().fold(flags, |sound, c| sound | one(c));
                let mut from = from.chars();
                match (from.next(), from.next()) {
                    (Some(first), Some(second)) => letters.pairs.push((first, second, sound)),
                    (Some(first), None) => {
                        if let Some(slot) = letters.single.get_mut(first as usize) {
                            *slot = sound;
                        }
                    }
                    _ => {}
                }
            }
        }
        letters
    }

    /// The sounds of a folded word; none where some letter of it is not known here.
    pub fn read(&self, word: &str, out: &mut Vec<Sound>) {
        out.clear();
        let letters = bare(word);
        let mut rest = letters.chars().peekable();
        let mut before = '\0';
        while let Some(c) = rest.next() {
            let pair = rest.peek().and_then(|&d| self.pairs.iter().find(|pair| pair.0 == c && pair.1 == d));
            let sound = match pair {
                Some(pair) => {
                    rest.next();
                    pair.2
                }
                None => self.single.get(c as usize).copied().unwrap_or(0),
            };
            if sound == 0 || out.len() == MAX_SOUNDS {
                out.clear();
                return;
            }
            let doubled = c == before;
            before = if pair.is_some() { '\0' } else { c };
            let last = rest.peek().is_none();
            let Some(&previous) = out.last() else {
                // Alif carries whichever vowel begins the word; before a long one it is only its seat.
                match c {
                    'ا' if matches!(rest.peek(), Some('و' | 'ي')) => out.push(sound | one('I') | one('U') | SILENT),
                    'ا' => out.push(sound | one('I') | one('U')),
                    _ => out.push(sound),
                }
                continue;
            };
            match c {
                // Marks of softness have no sound.
                'ь' | 'ъ' => {}
                // A vowel in a row of vowels; not in Arabic, where each is a letter that must be read.
                _ if sound & previous & VOWEL != 0 && sound & ABJAD == 0 => {
                    if let Some(last) = out.last_mut() {
                        *last |= sound;
                    }
                }
                _ if doubled => {}
                // A last h after a vowel is how English writes ة.
                'h' if last && previous & VOWEL != 0 => {}
                'ه' if last => out.push(sound | one('A') | SILENT),
                _ => out.push(sound),
            }
        }
    }
}

/// An Arabic word without its article.
fn bare(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.chars().nth(1).is_some()).unwrap_or(word)
}

fn one(c: char) -> Sound {
    match (c, ORDER.find(c)) {
        ('A' | 'I' | 'U', Some(at)) => VOWEL | 1 << at,
        (_, Some(at)) => 1 << at,
        _ => SILENT,
    }
}

/// A number that all spellings of a name share: its surest consonants, in order. Sounds that some script leaves out
/// or exchanges (vowels, h, w, v, f, kh) do not count.
pub fn skeleton(sounds: &[Sound]) -> u32 {
    let mut hash = 0x811c_9dc5u32;
    for &sound in sounds {
        let class = match sound & SOUNDS {
            s if s & mask("m") != 0 => 1,
            s if s & mask("n") != 0 => 2,
            s if s & mask("l") != 0 => 3,
            s if s & mask("r") != 0 => 4,
            s if s & mask("bp") != 0 => 5,
            s if s & mask("fvwhX") != 0 || sound & VOWEL != 0 => continue,
            _ => 6,
        };
        hash = (hash ^ class).wrapping_mul(0x0100_0193);
    }
    hash
}

fn mask(letters: &str) -> Sound {
    letters.chars().fold(0, |sounds, c| sounds | one(c))
}
