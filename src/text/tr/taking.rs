//! Turkish of what a reader takes away.

use crate::text::plural::Forms;
use crate::text::words::TakeWords;
use take::cite::CiteWords;

/// The texts.
pub const TAKE: TakeWords = TakeWords {
    export: "Dışa aktar",
    holds: "{}, gösterildiği sırayla",
    nothing: "Hiçbir şey gösterilmiyor, bu yüzden dışa aktarılacak bir şey yok. Önce bir koşulu gevşetin.",
    trial: "Başka bir yayın tarihi deniyorsunuz. Dosyanın kaynakların dediğini söylemesi için önce denemeyi bitirin.",
    format: "Biçim",
    guard: "Hesap tablosunun formül sayacağı metinlerin önüne kesme işareti koy; sayılar olduğu gibi kalır",
    mark: "Excel’in gerektirdiği bayt sırası işaretiyle başla",
    save: "Dosyayı kaydet",
    cancel: "İptal",
    progress: "{} / {} yazıldı",
    saved: "Kaydedildi: {}",
    cancelled: "İptal edildi; hiçbir şey kaydedilmedi",
    cite: "Bu görünümü kaynak göster",
    copy: "Kaynakçayı kopyala",
    copied: "Kaynakça kopyalandı",
    pictures: "Resimler ve kâğıt",
    no_picture: "Bu resim ekranda değil; önce sekmesini açın",
    print: "Yazdır",
    notebook: "Görünümleriniz ve notlarınız",
    notebook_hint: "Siz bir dosyaya kaydedene dek yalnızca bu sayfada dururlar.",
    view_name: "Bu görünümün adı",
    too_many: "Bu görünüm 20.000’den fazla ifade gösteriyor; saklamadan önce daraltın",
    keep: "Bu görünümü sakla",
    open_view: "Aç: {}",
    remove: "Kaldır: {}",
    view_note: "Not: {}",
    statement_note: "Açık ifade için not",
    save_notebook: "Görünümleri ve notları kaydet",
    open_notebook: "Görünümleri ve notları aç",
    then_now: "Saklandığında: {}; şimdi: {}",
    same: "Saklandığından beri değişmedi",
    seen_other: "Bu bağlantı bu saha defterinin başka bir sürümünde oluşturuldu; orada gösterdiği: {}. Burada gösterdiği: {}.",
    seen_same: "Bu bağlantı şunu gösterdiğini söylüyor: {}; oysa aynı sürümde gösterdiği: {}. Değiştirilmiş olabilir.",
    formats: ["CSV, hesap tabloları için", "JSON Lines, programlar için", "GeoJSON, haritalar için"],
    styles: ["Düz", "BibTeX", "RIS"],
    picture_names: ["Zaman çizelgesi, SVG", "Zaman çizelgesi, PNG", "Harita, SVG", "Harita, PNG"],
    faults: [
        "Dosya bir defter olamayacak kadar büyük",
        "Dosya bir görünüm ve not defteri değil",
        "Dosyayı bu sayfanın daha yeni bir sürümü yazmış",
        "Dosya kaydedildikten sonra bozulmuş veya değiştirilmiş",
    ],
    digests: Forms::two(
        "Bunlardan {} tanesi bir özeti alıntılıyor ve böyle işaretli",
        "Bunlardan {} tanesi bir özeti alıntılıyor ve böyle işaretli",
    ),
    added: Forms::two("{} eklendi", "{} eklendi"),
    removed: Forms::two("{} çıktı", "{} çıktı"),
    changed: Forms::two("{} değişti", "{} değişti"),
    citation: CiteWords {
        edition: "Baskı: {}",
        corpus: "Derlem SHA-256 {}",
        accessed: "Erişim: {}",
        left_out: "Gösterilmeyen: {}",
    },
};
