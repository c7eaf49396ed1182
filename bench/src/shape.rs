//! A table of events whose shape is known: the protocol's seeded generator.
//!
//! Thirty-three years of days, recent ones heavier, with bursts by country and month; eleven thousand places in
//! two hundred countries, by Zipf's law; one to three actors from each country's own thirty, steeper; twenty-five
//! types; deaths that fall off geometrically; documents that grow with the days. `open` makes a share of the
//! dates intervals and the same share of the places whole countries, which peers cannot express.

use std::sync::OnceLock;

/// Days that the events may fall on, from [`FIRST_DAY`] on.
pub const DAYS: u32 = 12_000;
/// 1 January 1990.
pub const FIRST_DAY: i32 = 7_305;
/// Places below countries.
pub const PLACES: u32 = 11_000;
/// Countries.
pub const COUNTRIES: u32 = 200;
/// Actors of each country.
pub const POOL: u32 = 30;
/// Types of events.
pub const TYPES: u32 = 25;

/// What to make.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// How many events.
    pub rows: u32,
    /// The seed.
    pub seed: u64,
    /// The share of intervals among dates and of countries among places, in percent.
    pub open: u32,
    /// Neither skew nor dependency: a hard case for what relies on either.
    pub uniform: bool,
}

/// A table, column by column, sorted by day and place.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The day, from 0.
    pub day: Vec<u16>,
    /// How many days more the event may have lasted; 0 for almost all.
    pub more: Vec<u8>,
    /// The place, from 0; [`PLACES`] and above stand for whole countries.
    pub place: Vec<u16>,
    /// The first actor.
    pub actor: Vec<u16>,
    /// The second and third actor, 65,535 for none; different from each other and the first.
    pub others: Vec<[u16; 2]>,
    /// The type.
    pub kind: Vec<u8>,
    /// People killed.
    pub deaths: Vec<u16>,
    /// The document, rising with the days.
    pub document: Vec<u32>,
}

/// No second or third actor.
pub const NOBODY: u16 = u16::MAX;

/// A splitmix generator.
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// From 0 to below 1.
    pub fn unit(&mut self) -> f64 {
        (self.draw() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// From 0 to below `limit`.
    pub fn below(&mut self, limit: u32) -> u32 {
        (self.unit() * f64::from(limit)) as u32
    }
}

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Numbers by Zipf's law.
struct Zipf(Vec<f64>);

impl Zipf {
    fn new(count: u32, power: f64) -> Self {
        let mut sum = 0.0;
        let walk = |at: u32| {
            sum += 1.0 / f64::from(at + 1).powf(power);
            sum
        };
        Self((0..count).map(walk).collect())
    }

    fn draw(&self, random: &mut Random) -> u32 {
        let at = random.unit() * self.0.last().copied().unwrap_or(0.0);
        self.0.partition_point(|&sum| sum <= at) as u32
    }
}

/// Which places lie in which country: the same for every seed. A country's places are numbered one after another.
struct Atlas {
    /// The number of the place of each rank in Zipf's law.
    number: Vec<u16>,
    /// The country of each number.
    country: Vec<u8>,
}

fn atlas() -> &'static Atlas {
    static ATLAS: OnceLock<Atlas> = OnceLock::new();
    ATLAS.get_or_init(|| {
        // Countries differ in how many places they have.
        let country = |rank: u32| {
            let unit = (mix(u64::from(rank) + 1) >> 11) as f64 / (1u64 << 53) as f64;
            (f64::from(COUNTRIES) * unit * unit) as u8
        };
        let mut ranks: Vec<(u8, u32)> = (0..PLACES).map(|rank| (country(rank), rank)).collect();
        ranks.sort_unstable();
        let mut number = vec![0; PLACES as usize];
        for (at, (_, rank)) in (0..).zip(&ranks) {
            number[*rank as usize] = at;
        }
        Atlas { number, country: ranks.iter().map(|(country, _)| *country).collect() }
    })
}

/// The country of a place.
pub fn country_of(place: u32) -> u32 {
    match place.checked_sub(PLACES) {
        Some(country) => country,
        None => atlas().country.get(place as usize).copied().unwrap_or(0).into(),
    }
}

/// How much a country's month stands out: most months are quiet, some burst.
fn burst(country: u32, month: u32, seed: u64) -> f64 {
    let hash = mix(seed ^ u64::from(country) << 32 ^ u64::from(month));
    match hash % 16 {
        0 => 1.0,
        1..=3 => 0.5,
        _ => 0.15,
    }
}

impl Table {
    /// Makes the table of a shape: the same on every machine.
    pub fn new(shape: &Shape) -> Self {
        let mut random = Random(shape.seed);
        let places = Zipf::new(PLACES, 0.95);
        let actors = Zipf::new(POOL, 1.6);
        let mut keys: Vec<(u16, u16)> = Vec::with_capacity(shape.rows as usize);
        for _ in 0..shape.rows {
            keys.push(when_and_where(&mut random, &places, shape));
        }
        keys.sort_unstable();
        let mut table = Self::default();
        let mut document = 0;
        for (day, place) in keys {
            document += u32::from(random.unit() < 0.1);
            table.push(&mut random, &actors, shape, (day, place, document));
        }
        table.sort_by_length();
        table
    }

    fn push(
        &mut self,
        random: &mut Random,
        actors: &Zipf,
        shape: &Shape,
        (day, place, document): (u16, u16, u32),
    ) {
        let is_open = |random: &mut Random| random.below(100) < shape.open;
        let country = country_of(u32::from(place));
        let actor = |random: &mut Random| {
            let own = if shape.uniform { random.below(POOL) } else { actors.draw(random) };
            (country * POOL + own) as u16
        };
        let first = actor(random);
        let count = random.unit();
        let second = if count < 0.6 { actor(random) } else { NOBODY };
        let second = if second == first { NOBODY } else { second };
        let third = if count < 0.15 { actor(random) } else { NOBODY };
        let third = if third == first || third == second { NOBODY } else { third };
        self.day.push(day);
        self.more.push(if is_open(random) { 1 + random.below(30) as u8 } else { 0 });
        self.place.push(if is_open(random) { (PLACES + country) as u16 } else { place });
        self.actor.push(first);
        self.others.push([second, third]);
        let skewed = random.unit().powi(2);
        self.kind.push((f64::from(TYPES) * if shape.uniform { random.unit() } else { skewed }) as u8);
        self.deaths.push((random.unit().max(1e-9).ln() / 0.6f64.ln()) as u16);
        self.document.push(document);
    }

    /// A corpus sorts by first day, then last: so shorter events of a day come first here too.
    fn sort_by_length(&mut self) {
        let mut order: Vec<usize> = (0..self.len()).collect();
        order.sort_by_key(|&row| (self.day[row], self.more[row]));
        *self = Self {
            day: order.iter().map(|&row| self.day[row]).collect(),
            more: order.iter().map(|&row| self.more[row]).collect(),
            place: order.iter().map(|&row| self.place[row]).collect(),
            actor: order.iter().map(|&row| self.actor[row]).collect(),
            others: order.iter().map(|&row| self.others[row]).collect(),
            kind: order.iter().map(|&row| self.kind[row]).collect(),
            deaths: order.iter().map(|&row| self.deaths[row]).collect(),
            document: order.iter().map(|&row| self.document[row]).collect(),
        };
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.day.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.day.is_empty()
    }

    /// The actors of an event.
    pub fn actors(&self, row: usize) -> impl Iterator<Item = u16> {
        let others = self.others[row].into_iter().filter(|&actor| actor != NOBODY);
        std::iter::once(self.actor[row]).chain(others)
    }
}

fn when_and_where(random: &mut Random, places: &Zipf, shape: &Shape) -> (u16, u16) {
    if shape.uniform {
        return (random.below(DAYS) as u16, random.below(PLACES) as u16);
    }
    let place = u32::from(atlas().number[places.draw(random).min(PLACES - 1) as usize]);
    loop {
        let day = (f64::from(DAYS) * random.unit().sqrt()) as u32;
        if random.unit() < burst(country_of(place), day / 30, shape.seed) {
            return (day.min(DAYS - 1) as u16, place as u16);
        }
    }
}
