//! How likely the next bit of a text is: several contexts of different lengths asked, their answers weighed.
//!
//! Each context's chance is stretched, so that sure answers count more, multiplied by a weight and added up. The
//! weights follow whichever contexts were right. Integers only.

/// Contexts that are asked for each bit.
pub const ORDERS: usize = 6;

/// Weights, one set for each place within a byte's bits.
pub struct Mixer {
    weights: Vec<[i32; ORDERS]>,
    /// Chances of 12 bits, stretched.
    stretched: Vec<i16>,
}

impl Default for Mixer {
    fn default() -> Self {
        Self { weights: vec![[26_000; ORDERS]; 256], stretched: stretched() }
    }
}

/// One over one plus e to the minus `x / 256`, in 12 bits; by the line between 33 known points.
fn squash(x: i32) -> i32 {
    const KNOWN: [i32; 33] = [
        1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607,
        3785, 3901, 3975, 4024, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
    ];
    if x >= 2047 {
        return 4095;
    }
    if x <= -2047 {
        return 1;
    }
    let (at, part) = (((x >> 7) + 16) as usize, x & 127);
    let known = |at: usize| KNOWN.get(at).copied().unwrap_or(4095);
    (known(at) * (128 - part) + known(at + 1) * part + 64) >> 7
}

/// The inverse of [`squash`].
fn stretched() -> Vec<i16> {
    let mut table = vec![2047i16; 4096];
    let mut next = 0;
    for x in -2047..=2047 {
        let reached = squash(x) as usize;
        while next <= reached.min(4095) {
            table[next] = x as i16;
            next += 1;
        }
    }
    table
}

impl Mixer {
    /// The chance of one in 16 bits, given each context's in 16 bits; and what [`Mixer::learn`] wants back.
    pub fn mix(&self, set: usize, chances: &[u32; ORDERS]) -> (u32, [i32; ORDERS]) {
        let mut stretched = [0; ORDERS];
        let mut sum = 0i64;
        let weights = self.weights.get(set).copied().unwrap_or_default();
        for ((stretched, &chance), &weight) in stretched.iter_mut().zip(chances).zip(&weights) {
            *stretched = self.stretched.get((chance >> 4) as usize).copied().unwrap_or(0).into();
            sum += i64::from(*stretched) * i64::from(weight);
        }
        let mixed = squash((sum >> 16).clamp(-2047, 2047) as i32) as u32;
        ((mixed << 4).clamp(32, 0xFFFF - 32), stretched)
    }

    /// Learns what the bit was.
    pub fn learn(&mut self, set: usize, chance: u32, stretched: &[i32; ORDERS], bit: u32) {
        let missed = ((bit << 12) as i32 - (chance >> 4) as i32) * 10;
        if let Some(weights) = self.weights.get_mut(set) {
            for (weight, stretched) in weights.iter_mut().zip(stretched) {
                *weight += (stretched * missed + 0x2000) >> 14;
            }
        }
    }
}
