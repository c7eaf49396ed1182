//! The `d` attribute of an SVG path, written without the weight of general float formatting.

/// A number with one decimal at most, as SVG reads it. What is no number becomes 0.
pub fn number(value: f64) -> String {
    let mut text = String::new();
    push_number(&mut text, value);
    text
}

/// Appends a number with one decimal at most.
pub fn push_number(text: &mut String, value: f64) {
    let tenths = (value * 10.0).round() as i64;
    if tenths < 0 {
        text.push('-');
    }
    let size = tenths.unsigned_abs();
    text.push_str(&(size / 10).to_string());
    if !size.is_multiple_of(10) {
        text.push('.');
        text.push(char::from(b'0' + (size % 10) as u8));
    }
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
