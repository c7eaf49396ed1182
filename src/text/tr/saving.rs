//! Turkish: "Save this selection as a fieldbook".

use crate::text::plural::Forms;
use crate::text::saving::SavingWords;

/// The texts.
pub const SAVING: SavingWords = SavingWords {
    title: "Bu seçimi saha defteri olarak kaydet",
    holds: Forms::two(
        "Eşleşen ya da eşleşebilecek {} ifade ve gereken her şey, tek bir HTML dosyasında.",
        "Eşleşen ya da eşleşebilecek {} ifade ve gereken her şey, tek bir HTML dosyasında.",
    ),
    reports: "Raporlarından",
    whole: "metnin tamamı",
    quoted: "yalnızca alıntılanan bölümler",
    name: "Başlık",
    name_is: "Başka bir başlık, başlığın ve tanımın yerini alır.",
    file: "Dosya adı",
    save: "Kaydet",
    saving: "Dosya hazırlanıyor…",
    saved: "Kaydedildi. Ağ olmadan diskten açılır.",
    failed: "Kaydedilemedi: {}",
    loads: "Bunun için saha defterinin kendi dosyaları bu siteden bir kez daha yüklenir.",
};
