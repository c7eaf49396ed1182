//! What is said of tables, in each language of the page. The Arabic awaits review by a native speaker.

use crate::report::stem;
use crate::totals::{Form, TableTotals};
use index::Day;

/// The citations that UCDP asks for.
pub(super) const UCDP_ATTRIBUTIONS: [&str; 2] = [
    "UCDP: Sundberg, Ralph, and Erik Melander, 2013, “Introducing the UCDP Georeferenced Event Dataset”, \
     Journal of Peace Research 50(4). CC BY 4.0.",
    "UCDP: Davies, Shawn, Therése Pettersson and Magnus Öberg, “Organized violence”, Journal of Peace Research, \
     in the issue of the release's year.",
];

/// The citation that ACLED asks for.
pub(super) const ACLED_ATTRIBUTIONS: [&str; 1] = [
    "ACLED: Armed Conflict Location & Event Data (ACLED), acleddata.com. Its terms do not allow rows to be passed on.",
];

/// How many kinds are named with their counts.
const KINDS_NAMED: usize = 12;

/// The words of one language, with `{}` where values go.
pub(super) struct Words {
    table: &'static str,
    of_kind: &'static str,
    deaths: &'static str,
    left_out: &'static str,
    undated: &'static str,
    odd: &'static str,
    unknown_day: &'static str,
    columns: &'static str,
    guessed: &'static str,
    /// For each known form: whom its actors stand for, and how its values are to be read.
    pub rules: [(Form, &'static str, &'static str); 2],
}

pub(super) const ENGLISH: Words = Words {
    table: "The table {} holds {} events, from {} to {}.",
    of_kind: "By kind: {}.",
    deaths: "Sums of deaths: low {}, best {}, high {}.",
    left_out: "Rows left out: {}.",
    undated: "Rows without a date: {}.",
    odd: "Odd but kept: {}.",
    unknown_day: "an unknown day",
    columns: "The columns of the table {} were read as follows: {}.",
    guessed: "The columns of the table {} were guessed and not checked by its publisher: {}.",
    rules: [(Form::Ged, UCDP_ACTORS, UCDP_METHOD), (Form::Acled, ACLED_ACTORS, ACLED_METHOD)],
};

pub(super) const ARABIC: Words = Words {
    table: "الجدول {}: عدد الأحداث {}، من {} إلى {}.",
    of_kind: "بحسب النوع: {}.",
    deaths: "مجموع القتلى: الأدنى {}، الأفضل {}، الأعلى {}.",
    left_out: "صفوف متروكة: {}.",
    undated: "صفوف بلا تاريخ: {}.",
    odd: "صفوف غريبة أُبقيت كما هي: {}.",
    unknown_day: "يوم غير معروف",
    columns: "قُرئت أعمدة الجدول {} على النحو الآتي: {}.",
    guessed: "خُمِّنت أعمدة الجدول {} ولم يراجعها ناشره: {}.",
    rules: [
        (Form::Ged, UCDP_ACTORS_ARABIC, UCDP_METHOD_ARABIC),
        (Form::Acled, ACLED_ACTORS_ARABIC, ACLED_METHOD_ARABIC),
    ],
};

impl Words {
    /// What the table holds and adds up to.
    pub fn coverage(&self, table: &TableTotals) -> String {
        let day = |day: Option<Day>| day.map_or(self.unknown_day.to_owned(), |day| day.to_string());
        let count = |count: u32| grouped(count.into());
        let mut said = vec![filled(
            self.table,
            &[stem(&table.file), &count(table.rows), &day(table.first), &day(table.last)],
        )];
        let mut kinds: Vec<String> = table
            .kinds
            .iter()
            .take(KINDS_NAMED)
            .map(|(name, rows)| format!("{name} {}", count(*rows)))
            .collect();
        kinds.extend((table.kinds.len() > KINDS_NAMED).then(|| "…".to_owned()));
        if !kinds.is_empty() {
            said.push(filled(self.of_kind, &[&kinds.join("; ")]));
        }
        if table.high > 0 || table.best > 0 {
            said.push(filled(
                self.deaths,
                &[&grouped(table.low), &grouped(table.best), &grouped(table.high)],
            ));
        }
        if table.rejected > 0 {
            said.push(filled(self.left_out, &[&count(table.rejected)]));
        }
        if table.undated > 0 {
            said.push(filled(self.undated, &[&count(table.undated)]));
        }
        let odd: Vec<String> =
            table.odd.iter().map(|(reason, rows)| format!("{reason} ({})", count(*rows))).collect();
        if !odd.is_empty() {
            said.push(filled(self.odd, &[&odd.join("; ")]));
        }
        said.join(" ")
    }

    /// How the columns of a mapped table were read.
    pub fn mapped(&self, table: &TableTotals) -> Option<String> {
        let lines = table.mapping.lines().skip(1).filter(|line| !line.starts_with("file ="));
        let columns =
            lines.map(|line| line.replacen(" = ", ": ", 1).replace('"', "")).collect::<Vec<_>>().join("; ");
        let words = if table.form == Form::Guessed { self.guessed } else { self.columns };
        (!columns.is_empty()).then(|| filled(words, &[stem(&table.file), &columns]))
    }
}

/// `words` with a value in place of each `{}`.
fn filled(words: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    let mut out = String::new();
    for (at, part) in words.split("{}").enumerate() {
        if at > 0 {
            out.push_str(values.next().copied().unwrap_or(""));
        }
        out.push_str(part);
    }
    out
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

const UCDP_ACTORS: &str = "Actors as coded by UCDP: each event names the two sides of the conflict that it belongs to. \
A state that fights beside another is not named apart: Russia's part in Syria, for example, stands under the \
Government of Syria. An actor that is missing here may therefore have taken part.";

const UCDP_ACTORS_ARABIC: &str = "الأطراف كما رمّزها برنامج أوبسالا لبيانات النزاعات (UCDP): يسمّي كل حدث طرفَي النزاع \
الذي ينتمي إليه. والدولة التي تقاتل إلى جانب دولة أخرى لا تُذكر وحدها: فدور روسيا في سوريا مثلاً يندرج تحت حكومة سوريا.";

const UCDP_METHOD: &str = "Events of organized violence as published by the Uppsala Conflict Data Program (UCDP). Dates are UCDP's date_start and date_end: the event lies on some day between them, or on \
several. Places are UCDP's country, divisions and named place, as deep as its where_prec allows. Deaths are UCDP's \
low, best and high estimates, with its count of civilians as a part.";

const UCDP_METHOD_ARABIC: &str = "التواريخ هي date_start وdate_end لدى UCDP: يقع الحدث في يوم بينهما أو في عدة أيام. \
والأماكن هي البلد والتقسيمات والمكان المسمّى لدى UCDP، بالعمق الذي يسمح به where_prec. وأعداد القتلى هي تقديرات \
UCDP الدنيا والفضلى والعليا، وعدد المدنيين جزء منها.";

const ACLED_ACTORS: &str = "Actors as coded by ACLED: actor1 and actor2 are in no order of guilt, and their associates \
stand beside them.";

const ACLED_ACTORS_ARABIC: &str =
    "الأطراف كما رمّزها ACLED: لا يدل ترتيب actor1 وactor2 على من بدأ، ويُذكر معهما المرتبطون بهما.";

const ACLED_METHOD: &str = "Dates are ACLED's event_date; where its time_precision is 2, some day of a week that holds \
it, and where it is 3, some day of its month. Places are ACLED's country, divisions and location; where its geo_precision \
is 3, the first division alone. A 0 in fatalities stands where nobody died and where no number was reported, and is \
carried as “0 or not reported”.";

const ACLED_METHOD_ARABIC: &str = "التواريخ هي event_date لدى ACLED؛ وحيث time_precision يساوي 2 فيوم ما من أسبوع يشمله، \
وحيث يساوي 3 فيوم ما من شهره. والأماكن هي البلد والتقسيمات والموقع؛ وحيث geo_precision يساوي 3 فالتقسيم الأول وحده. \
والصفر في fatalities يرد حيث لم يُقتل أحد وحيث لم يُذكر عدد، ويُنقل بعبارة تقول ذلك.";
