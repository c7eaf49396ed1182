//! Arabic. Not yet reviewed by a native speaker, and marked so in the page.

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
    since: "منذ {}",
    until: "حتى {}",
    about_date: "نحو {}",
    undated: "دون تاريخ",
    none: "(لا شيء)",
    statements: Forms {
        zero: "{} إفادة",
        one: "إفادة واحدة",
        two: "إفادتان",
        few: "{} إفادات",
        many: "{} إفادة",
        other: "{} إفادة",
    },
    reports: Forms {
        zero: "{} تقرير",
        one: "تقرير واحد",
        two: "تقريران",
        few: "{} تقارير",
        many: "{} تقريرًا",
        other: "{} تقرير",
    },
    speakers: Forms {
        zero: "{} متحدث",
        one: "متحدث واحد",
        two: "متحدثان",
        few: "{} متحدثين",
        many: "{} متحدثًا",
        other: "{} متحدث",
    },
    match_counts: "({} مطابقة، {} ربما)",
    matches: "مطابقة",
    may_match: "ربما تطابق",
    counts_spoken: "{} مطابقة، {} ربما",
    why: "لماذا؟",
    close: "إغلاق",
    unreviewed: "ترجمة لم يراجعها بعد متحدث أصلي",
    shell: Shell {
        skip: "انتقل إلى القائمة",
        skip_filters: "انتقل إلى المرشحات",
        skip_views: "انتقل إلى طرق العرض",
        language: "اللغة",
        copy_link: "نسخ الرابط",
        copied: "نُسخ الرابط",
        copy_failed: "لا يسمح المتصفح بالنسخ؛ انسخ العنوان بدلًا من ذلك",
        about: "حول",
        list: "القائمة",
        filters: "المرشحات",
        filters_with: "المرشحات · {}",
        map: "الخريطة",
        table: "الجدول",
        more: "المزيد",
        cannot_open: "تعذّر فتح هذا الدفتر",
        no_corpus: "لا تحمل هذه الصفحة مجموعة. ابنِ واحدة بالأمر fieldbook build.",
        coming: "جارٍ التحميل…",
        missing: "تعذّر تحميل هذا الجزء من الصفحة. ما تراه بجانبه كامل.",
        again: "أعد المحاولة",
        period: "الفترة المشمولة",
        edition: "إصدار {}",
    },
    dimension: DimensionWords {
        date: "التواريخ",
        actor: "الفاعلون",
        speaker: "القائل",
        place: "الأماكن",
        kind: "الأنواع",
        source: "المصادر",
        text: "البحث",
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
