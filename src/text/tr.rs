//! Turkish. Not yet reviewed by a native speaker, and marked so in the page.
//!
//! Names stand after a colon rather than under a suffix, whose vowels would have to follow the name's.

mod choosing;
mod figuring;
mod pictures;

mod reading;
mod saving;
mod taking;

use super::plural::Forms;
use super::words::{DimensionWords, Shell, Words};

/// The texts.
pub const WORDS: Words = Words {
    since: "{} ve sonrası",
    until: "{} ve öncesi",
    about_date: "yaklaşık {}",
    undated: "tarihsiz",
    none: "(yok)",
    statements: Forms::two("{} ifade", "{} ifade"),
    reports: Forms::two("{} rapor", "{} rapor"),
    speakers: Forms::two("{} söyleyen", "{} söyleyen"),
    match_counts: "({} eşleşiyor, {} eşleşebilir)",
    matches: "eşleşiyor",
    may_match: "eşleşebilir",
    counts_spoken: "{} eşleşiyor, {} eşleşebilir",
    why: "Neden?",
    close: "Kapat",
    unreviewed: "Bu çeviri henüz ana dili Türkçe olan biri tarafından gözden geçirilmedi",
    shell: Shell {
        skip: "Listeye geç",
        skip_filters: "Süzgeçlere geç",
        skip_views: "Görünümlere geç",
        language: "Dil",
        copy_link: "Bağlantıyı kopyala",
        copied: "Bağlantı kopyalandı",
        copy_failed: "Tarayıcı kopyalamaya izin vermiyor; bunun yerine adresi kopyalayın",
        about: "Hakkında",
        list: "Liste",
        filters: "Süzgeçler",
        filters_with: "Süzgeçler · {}",
        map: "Harita",
        table: "Tablo",
        more: "Daha fazla",
        cannot_open: "Bu saha defteri açılamıyor",
        no_corpus: "Bu sayfa bir derlem taşımıyor. “fieldbook build” ile bir tane oluşturun.",
        coming: "Yükleniyor…",
        missing: "Sayfanın bu bölümü yüklenemedi. Yanında gördükleriniz eksiksizdir.",
        again: "Yeniden dene",
        period: "Kapsanan dönem",
        edition: "baskı: {}",
    },
    dimension: DimensionWords {
        date: "Tarihler",
        actor: "Aktörler",
        speaker: "Söyleyen",
        place: "Yerler",
        kind: "Türler",
        source: "Kaynaklar",
        text: "Ara",
    },
    header: choosing::HEADER,
    sentence: choosing::SENTENCE,
    facets: choosing::FACETS,
    take: taking::TAKE,
    reading: reading::WORDS,
    pictures: pictures::WORDS,
    saving: saving::SAVING,
    figuring: figuring::WORDS,
};
