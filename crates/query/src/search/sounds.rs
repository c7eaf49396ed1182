//! The sounds that letters may stand for, in five scripts.
//!
//! A word becomes a row of [`Sound`]s: each a set of sounds of which one is meant. Two spellings of a name then have
//! a common reading (`alike.rs`). The sets are as wide as the common romanizations are apart, and no wider:
//!
//! | script | letters to sounds, after |
//! | --- | --- |
//! | Arabic, with the Persian پ چ ژ گ | in the manner of BGN/PCGN, ALA-LC and UNGEGN, and the press's habits |
//! | Cyrillic | in the manner of BGN/PCGN and ISO 9; х for ه and ح as Russian writes Arabic names |
//! | Greek | in the manner of ELOT 743 |
//! | Latin | English and French romanizations of the above; Turkish and Kurdish by their alphabets (c = j, ç, ş, ğ; these come folded to c, s, g) |
//!
//! Arabic does not write short vowels, so that a vowel of another script may have nothing beside it there; the
//! article is left out; ع and ء are a vowel or nothing; ة is "a", "ah" or nothing.

/// A set of sounds, and how they may be read: one bit each.
pub type Sound = u64;

/// A vowel, or several in a row.
pub const VOWEL: Sound = 1 << 63;
/// May stand for nothing at all.
pub const SILENT: Sound = 1 << 62;
/// Written in a script that leaves short vowels out.
pub const ABJAD: Sound = 1 << 61;
/// A row of vowels that no script leaves out: a diphthong, or a long vowel written with two letters.
pub const LONG: Sound = 1 << 60;
/// The bits that are sounds.
pub const SOUNDS: Sound = (1 << 32) - 1;
/// How far the qualities that a row of vowels must have stand above those that it may have.
pub const MUST: u32 = 6;
/// The bits that are qualities of vowels.
pub const QUALITIES: Sound = 0x3F << 26;

/// No word is read further than this.
pub const MAX_SOUNDS: usize = 40;

// One letter a sound: `S` sh, `Z` zh, `C` ch, `X` kh, `G` gh, `T` th, `D` dh, `y` as in yes. Vowels: `A`, `E` a long
// a, `I`, `U`, `O` an o at the end of a word, where it is no u, `F` what e and i share.
const ORDER: &str = "bpfvmnlrtdszSZCjkgqXGhTDwyAEIUOF";

/// Letters, each with its sounds; `_` may be silent.
const LATIN: &str = "a:AE b:b c:kjsC d:d e:AF f:f g:gGj h:hX i:IF j:jZ k:k l:l m:m n:n o:U p:p q:qkg r:r s:sS t:t u:U \
    v:vfw w:wv x:X y:IF z:z";
const LATIN_PAIRS: &str = "sh:S kh:X gh:Gg th:Tts dh:Ddz ch:CS zh:ZD ph:f dj:j ck:k";
const CYRILLIC: &str = "а:AE б:b в:vw г:gGh д:d е:AF ж:Zj з:z и:IF к:kq л:l м:m н:n о:U п:p р:r с:s т:t у:U ф:f х:hX \
    ч:C ш:S щ:S ы:IF э:AF ю:U я:AE і:IF є:AF ґ:g ј:IF љ:l њ:n ћ:C ђ:j џ:j қ:q ғ:G ә:A ө:U ү:U ұ:U һ:h ң:n";
const CYRILLIC_PAIRS: &str = "дж:j";
const GREEK: &str = "α:AE β:v γ:gG δ:dD ε:AF ζ:z η:IF θ:Tt ι:IF κ:k λ:l μ:m ν:n ξ:k ο:U π:p ρ:r σ:s ς:s τ:t υ:IF φ:f χ:hX \
    ψ:p ω:U";
const GREEK_PAIRS: &str = "μπ:bp ντ:d γκ:g ου:U αι:AF ει:IF";
const ARABIC: &str = "ا:E ب:bp ت:t ث:Tts ج:jgZ ح:h خ:X د:d ذ:Ddz ر:r ز:z س:s ش:S ص:s ض:dDz ط:t ظ:zDd ع:AEIU_ غ:Gg \
    ف:fv ق:qkg ك:kg ل:l م:m ن:n ه:h و:wUOv ي:IFy ء:AEIU_ پ:p چ:C ژ:Z گ:g";
const ARABIC_PAIRS: &str = "تش:CS دج:j";

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
            (ARABIC_PAIRS, ABJAD),
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
        let mut rest = bare(word).chars().peekable();
        let mut before = '\0';
        while let Some(c) = rest.next() {
            // Marks of softness have no sound, and ц has two.
            if matches!(c, 'ь' | 'ъ') {
                if rest.peek().is_some_and(|&next| self.is_vowel(next)) && out.len() < MAX_SOUNDS {
                    out.push(one('y'));
                }
                continue;
            }
            if c == 'ц' {
                out.extend([one('t'), one('s')]);
                continue;
            }
            let next = rest.peek().copied();
            if next == Some(c) && !self.is_vowel(c) {
                continue;
            }
            let pair = rest.peek().and_then(|&d| self.pairs.iter().find(|pair| pair.0 == c && pair.1 == d));
            let mut sound = self.single.get(c as usize).copied().unwrap_or(0);
            if let Some(pair) = pair {
                rest.next();
                sound = pair.2;
            }
            if sound == 0 || out.len() == MAX_SOUNDS {
                out.clear();
                return;
            }
            let next = rest.peek().copied();
            let previous = out.last().copied().unwrap_or(0);
            let doubled = c == before && pair.is_none();
            before = if pair.is_some() { '\0' } else { c };
            match sound & ABJAD != 0 {
                true => out.push(self.arabic(c, sound, next, previous)),
                false => self.alphabetic(c, sound, next, previous, doubled, out),
            }
        }
    }

    fn is_vowel(&self, c: char) -> bool {
        self.single.get(c as usize).is_some_and(|&sound| sound & VOWEL != 0)
    }

    /// A letter of a script without short vowels.
    fn arabic(&self, c: char, sound: Sound, next: Option<char>, previous: Sound) -> Sound {
        let first = previous == 0;
        let any = one('A') | one('I') | one('F') | one('U');
        let after_alif = previous & QUALITIES == one('E') & QUALITIES;
        match c {
            // Alif carries whichever vowel begins the word; before a long one it is only its seat.
            'ا' if first && matches!(next, Some('و' | 'ي')) => sound | any | SILENT,
            'ا' if first => sound | any,
            // The last ه may be ة: a or ah.
            'ه' if next.is_none() && after_alif => sound | SILENT,
            // Hamza after a long a only closes it.
            'ء' if after_alif => SILENT | ABJAD | VOWEL,
            'ه' if next.is_none() => sound | one('A') | one('E'),
            'ي' if next.is_none() => sound & !one('y') | one('I'),
            _ => sound,
        }
    }

    /// A letter of a script that writes all vowels.
    fn alphabetic(
        &self,
        c: char,
        sound: Sound,
        next: Option<char>,
        previous: Sound,
        doubled: bool,
        out: &mut Vec<Sound>,
    ) {
        let vowel_follows = next.is_some_and(|next| self.is_vowel(next));
        let glide = |c: char| matches!(c, 'i' | 'y' | 'и' | 'й' | 'ι' | 'і' | 'ј');
        let after_vowel = previous & VOWEL != 0;
        if glide(c) && next.is_some_and(glide) {
            // "iy" is one sound.
        } else if glide(c) && vowel_follows {
            // i and y before another vowel: "ia", "iya", "ya".
            out.push(one('y'));
        } else if matches!(c, 'я' | 'ю') && after_vowel {
            out.push(one('y'));
            out.push(must(sound, c));
        } else if c == 'w' && after_vowel && !vowel_follows {
            // "aw" is a long o.
            join(out, must(one('U'), c) | LONG);
            if let Some(last) = out.last_mut() {
                *last &= !(one('A') << MUST);
            }
        } else if sound & VOWEL != 0 && after_vowel {
            let long = if doubled && c == 'a' { 0 } else { LONG };
            // "ee" and "oo" are a long i and a long u.
            join(
                out,
                if doubled && c == 'e' { must(one('I') | one('F'), 'i') } else { must(sound, c) } | long,
            );
        } else if sound & VOWEL != 0 {
            let last_o = next.is_none() && c == 'o';
            let either = next.is_none() && c == '\u{43e}';
            out.push(if last_o {
                one('O') | (one('O') & SOUNDS) << MUST
            } else if either {
                sound | one('O')
            } else {
                must(sound, c)
            });
        } else {
            out.push(match (c, next) {
                // A last h after a vowel is how English writes ة.
                ('h', None) if after_vowel => sound | SILENT,
                // Turkish hardens what ends a word.
                ('t', None) => sound | one('d'),
                ('p', None) => sound | one('b'),
                _ => sound,
            });
        }
    }
}

/// A vowel with the qualities that it must have: e may be heard as a or as i, the others are themselves. An i must at
/// least be what it shares with e.
fn must(sound: Sound, c: char) -> Sound {
    let open = matches!(c, 'e' | 'е' | 'э' | 'є' | 'ε');
    let quality = sound & (one('A') | one('F') | one('U')) & SOUNDS;
    if open { sound } else { sound | quality << MUST }
}

/// Adds a vowel to the row of vowels before it.
fn join(out: &mut [Sound], sound: Sound) {
    if let Some(last) = out.last_mut() {
        *last |= sound;
    }
}

/// An Arabic word without its article.
fn bare(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.chars().nth(1).is_some()).unwrap_or(word)
}

fn one(c: char) -> Sound {
    match (c, ORDER.find(c)) {
        ('A' | 'E' | 'I' | 'U' | 'O' | 'F', Some(at)) => VOWEL | 1 << at,
        (_, Some(at)) => 1 << at,
        _ => SILENT,
    }
}

/// A number that all spellings of a name share: its surest consonants, in order. Sounds that some script leaves out
/// or exchanges (vowels, h, w, v, f, kh) do not count. The Cyrillic г, which may be an h, counts or not as asked.
pub fn skeleton(sounds: &[Sound], with_g: bool) -> u32 {
    let mut hash = 0x811c_9dc5u32;
    for &sound in sounds {
        let class = match sound & SOUNDS {
            s if may_be_h(s) && !with_g => continue,
            s if may_be_h(s) => 6,
            s if s & mask("m") != 0 => 1,
            s if s & mask("n") != 0 => 2,
            s if s & mask("l") != 0 => 3,
            s if s & mask("r") != 0 => 4,
            s if s & mask("bp") != 0 => 5,
            s if s & mask("fvwhXy") & SOUNDS != 0 || sound & VOWEL != 0 => continue,
            _ => 6,
        };
        hash = (hash ^ class).wrapping_mul(0x0100_0193);
    }
    hash
}

/// Whether a sound is the Cyrillic г.
pub fn may_be_h(sound: Sound) -> bool {
    let both = mask("gh");
    sound & both == both
}

fn mask(letters: &str) -> Sound {
    letters.chars().fold(0, |sounds, c| sounds | one(c))
}
