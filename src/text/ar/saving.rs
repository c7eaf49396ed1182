//! Arabic: "Save this selection as a fieldbook".

use crate::text::plural::Forms;
use crate::text::saving::SavingWords;

/// The texts.
pub const SAVING: SavingWords = SavingWords {
    title: "احفظ هذه المختارات دفترًا",
    holds: Forms {
        zero: "ملف HTML واحد دون إفادات.",
        one: "ملف HTML واحد فيه إفادة واحدة، مطابقة أو ربما مطابقة، وكل ما تحتاجه.",
        two: "ملف HTML واحد فيه إفادتان، مطابقتان أو ربما، وكل ما تحتاجانه.",
        few: "ملف HTML واحد فيه {} إفادات، مطابقة أو ربما مطابقة، وكل ما تحتاجه.",
        many: "ملف HTML واحد فيه {} إفادة، مطابقة أو ربما مطابقة، وكل ما تحتاجه.",
        other: "ملف HTML واحد فيه {} إفادة، مطابقة أو ربما مطابقة، وكل ما تحتاجه.",
    },
    reports: "من تقاريرها",
    whole: "النص كله",
    quoted: "المقاطع المقتبسة فقط",
    name: "العنوان",
    name_is: "عنوان آخر يحل محل العنوان والوصف.",
    file: "اسم الملف",
    save: "احفظ",
    saving: "يُصنع الملف…",
    saved: "حُفظ. يُفتح من القرص دون شبكة.",
    failed: "تعذّر الحفظ: {}",
    loads: "يعيد هذا تحميل ملفات الدفتر نفسه من هذا الموقع مرة أخرى.",
};
