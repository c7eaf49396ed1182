//! What was learned of decisions under a context.

/// How likely one is, in 22 bits, and in the lowest ten how often this was asked.
#[derive(Clone, Copy)]
pub struct Chance(u32);

/// Times asked after which a chance keeps moving at the same pace.
const SETTLED: u32 = 250;

/// A share of what is left to learn, per times asked.
static PACE: [u16; SETTLED as usize + 1] = pace();

const fn pace() -> [u16; SETTLED as usize + 1] {
    let mut pace = [0; SETTLED as usize + 1];
    let mut asked = 0;
    while asked < pace.len() {
        // 1 / (asked + 1.5)
        pace[asked] = (131_072 / (2 * asked + 3)) as u16;
        asked += 1;
    }
    pace
}

impl Chance {
    /// As likely as not, and never asked.
    pub const EVEN: Self = Self(1 << 31);

    /// Of one, in 16 bits; never nothing and never all.
    pub fn of_one(self) -> u32 {
        (self.0 >> 16).clamp(1, 0xFFFF)
    }

    /// Learns what was decided.
    pub fn learn(&mut self, bit: u32) {
        let asked = self.0 & 1023;
        let chance = (self.0 >> 10) as i32;
        let aim = if bit == 1 { (1 << 22) - 1 } else { 0 };
        let pace = PACE.get(asked as usize).copied().unwrap_or(0);
        let moved = chance + ((i64::from(aim - chance) * i64::from(pace)) >> 16) as i32;
        self.0 = (moved as u32) << 10 | (asked + 1).min(SETTLED);
    }
}

/// The chances of all contexts.
pub struct Chances {
    table: Vec<Chance>,
}

/// Contexts that are told apart.
const BITS: u32 = 20;

impl Default for Chances {
    fn default() -> Self {
        Self { table: vec![Chance::EVEN; 1 << BITS] }
    }
}

impl Chances {
    /// Sixteen chances of a context stand side by side, since they are asked one after another.
    #[inline]
    pub fn at(&mut self, context: u32, node: u32) -> &mut Chance {
        let row = (context.wrapping_mul(0x9E37_79B1) >> (32 - BITS + 4)) as usize;
        &mut self.table[row * 16 + (node & 15) as usize]
    }
}
