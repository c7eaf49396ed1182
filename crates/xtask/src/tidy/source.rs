//! A source file as the rules see it.

/// One file: its path from the root, with `/`, and its text.
pub(super) struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    pub fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    pub fn is_style(&self) -> bool {
        self.path.ends_with(".css")
    }

    /// Whether the whole file is a test.
    pub fn is_test(&self) -> bool {
        let parts: Vec<_> = self.path.split('/').collect();
        parts.iter().any(|part| matches!(*part, "tests" | "tests.rs" | "benches"))
            || self.path.ends_with("_tests.rs")
    }

    /// Every line with its number, up to the test module.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let tests = |line: &&str| line.trim_end() == "#[cfg(test)]";
        self.text.lines().take_while(move |line| !tests(line)).enumerate().map(|(i, line)| (i + 1, line))
    }
}
