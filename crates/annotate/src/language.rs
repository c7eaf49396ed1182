//! The language guard: the rules read English, and say so where a text is something else.
//!
//! In English prose seven words of ten are among the common ones; in other languages hardly three of ten look like
//! one. Short texts are taken for English.

use crate::lexicon::{COMMON, STOP};
use crate::text::{Kind, Text};

/// Texts of fewer words are not judged.
const SHORT: usize = 20;

/// Whether a text reads as English: two of five words are common ones.
pub(crate) fn is_english(text: &Text) -> bool {
    let (mut words, mut known) = (0, 0);
    for token in text.tokens.iter().filter(|token| token.kind == Kind::Word && !token.first.is_ascii_digit())
    {
        words += 1;
        known += usize::from(token.flags & (COMMON | STOP) != 0);
    }
    words < SHORT || known * 5 >= words * 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn english(raw: &str) -> bool {
        is_english(&Text::new(raw, Lexicon::shared()))
    }

    #[test]
    fn other_languages_are_told() {
        assert!(english(
            "The army said on Tuesday that it had taken the town of Saraqeb in Idlib province after several days of fighting with rebels, the agency reported."
        ));
        assert!(english("Saraqeb, Idlib"));
        for other in [
            "El ejército anunció el martes que había tomado la ciudad de Saraqib, en la provincia de Idlib, después de varios días de combates con los rebeldes, según la agencia oficial.",
            "Die Armee hat am Dienstag mitgeteilt, dass sie die Stadt Sarakib in der Provinz Idlib nach mehreren Tagen Kampf gegen die Rebellen eingenommen hat, wie die Agentur meldete.",
            "L'armée a annoncé mardi avoir repris la ville de Saraqeb, dans la province d'Idlib, après plusieurs jours de combats contre les rebelles, selon l'agence officielle du pays.",
            "قال الجيش يوم الثلاثاء إنه سيطر على مدينة سراقب في محافظة إدلب بعد عدة أيام من القتال مع الفصائل المعارضة وفقا لما ذكرته وكالة الأنباء الرسمية في البلاد",
        ] {
            assert!(!english(other), "{other}");
        }
    }
}
