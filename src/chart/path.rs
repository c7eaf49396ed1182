//! The `d` attribute of an SVG path, written without the weight of general float formatting.

/// A number with one decimal at most, as SVG reads it. What is no number becomes 0.
pub fn number(value: f64) -> String {
    let mut text = String::new();
    push_number(&mut text, value);
    text
}

/// A number with six decimals at most, for scales.
pub fn fine(value: f64) -> String {
    let mut text = String::new();
    push(&mut text, value, 6);
    text
}

/// Appends a number with one decimal at most.
pub fn push_number(text: &mut String, value: f64) {
    push(text, value, 1);
}

fn push(text: &mut String, value: f64, decimals: u32) {
    let unit = 10_u64.pow(decimals);
    let parts = (value * unit as f64).round() as i64;
    if parts < 0 {
        text.push('-');
    }
    let size = parts.unsigned_abs();
    text.push_str(&(size / unit).to_string());
    let (mut rest, mut place) = (size % unit, unit / 10);
    if rest > 0 {
        text.push('.');
    }
    while rest > 0 && place > 0 {
        text.push(char::from(b'0' + (rest / place) as u8));
        (rest, place) = (rest % place, place / 10);
    }
}

/// `value`, no less than `low` and no more than `high`.
#[allow(
    clippy::manual_clamp,
    reason = "`clamp` brings along how numbers are written, for the text of its panic"
)]
pub fn within(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

/// How far two points are apart.
pub fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (x, y) = (a.0 - b.0, a.1 - b.1);
    (x * x + y * y).sqrt()
}

/// A path under construction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    data: String,
}

impl Path {
    /// Starts a line.
    pub fn move_to(&mut self, x: f64, y: f64) {
        self.step('M', &[x, y]);
    }

    /// Draws on to a point.
    pub fn line_to(&mut self, x: f64, y: f64) {
        self.step('L', &[x, y]);
    }

    /// Draws on to a point along a circle of a radius, the long way or the short, clockwise or not.
    pub fn arc(&mut self, radius: f64, long: bool, clockwise: bool, to: (f64, f64)) {
        self.step('A', &[radius, radius, 0.0, f64::from(long), f64::from(clockwise), to.0, to.1]);
    }

    /// Joins the last point to the first.
    pub fn close(&mut self) {
        self.data.push('Z');
    }

    /// A whole rectangle; nothing where it has no width or height.
    pub fn rectangle(&mut self, x: f64, y: f64, width: f64, height: f64) {
        if width > 0.0 && height > 0.0 {
            self.move_to(x, y);
            self.step('h', &[width]);
            self.step('v', &[height]);
            self.step('h', &[-width]);
            self.close();
        }
    }

    /// What was drawn.
    pub fn into_data(self) -> String {
        self.data
    }

    fn step(&mut self, command: char, values: &[f64]) {
        self.data.push(command);
        for (i, value) in values.iter().enumerate() {
            if i > 0 {
                self.data.push(' ');
            }
            push_number(&mut self.data, *value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        for (value, expect) in
            [(0.0, "0"), (1.25, "1.3"), (-0.04, "0"), (-3.5, "-3.5"), (1200.0, "1200"), (f64::NAN, "0")]
        {
            assert_eq!(number(value), expect);
        }
        for (value, expect) in [(1.0, "1"), (0.012_345_67, "0.012346"), (-20.5, "-20.5"), (0.000_000_1, "0")]
        {
            assert_eq!(fine(value), expect);
        }
    }

    #[test]
    fn a_rectangle_without_height_is_nothing() {
        let mut path = Path::default();
        path.rectangle(0.0, 0.0, 5.0, 0.0);
        assert_eq!(path.clone().into_data(), "");
        path.rectangle(1.0, 2.0, 3.0, 4.5);
        assert_eq!(path.into_data(), "M1 2h3v4.5h-3Z");
    }
}
