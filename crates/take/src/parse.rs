//! JSON, read by hand: as much as a file of views needs, in little code, with limits.

/// How deep lists and objects may be nested.
pub const DEPTH_LIMIT: usize = 16;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`, `true`, `false`, or a number, as written.
    Plain(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Names and values, in order.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The member of an object.
    pub fn get(&self, name: &str) -> Option<&Value> {
        match self {
            Self::Object(members) => members.iter().find(|(known, _)| known == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text, of a text.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, of a whole number.
    pub fn number(&self) -> Option<u32> {
        match self {
            Self::Plain(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// The values, of a list.
    pub fn list(&self) -> Option<&[Value]> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }
}

/// Reads a text that is one value; nothing where it is not JSON, or nested too deep.
pub fn parse(text: &str) -> Option<Value> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0)?;
    reader.blanks();
    (reader.at == text.len()).then_some(value)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    /// Passes this byte, if it comes next after blanks.
    fn pass(&mut self, byte: u8) -> bool {
        self.blanks();
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        self.blanks();
        match self.peek()? {
            b'"' => self.string().map(Value::Text),
            b'[' | b'{' if depth == DEPTH_LIMIT => None,
            b'[' => {
                let mut list = Vec::new();
                self.items(b']', &mut |reader| {
                    list.push(reader.value(depth + 1)?);
                    Some(())
                })?;
                Some(Value::List(list))
            }
            b'{' => {
                let mut members = Vec::new();
                self.items(b'}', &mut |reader| {
                    reader.blanks();
                    let name = reader.string()?;
                    if !reader.pass(b':') {
                        return None;
                    }
                    members.push((name, reader.value(depth + 1)?));
                    Some(())
                })?;
                Some(Value::Object(members))
            }
            _ => self.plain(),
        }
    }

    /// Items between commas up to the closing bracket.
    fn items(&mut self, close: u8, item: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.at += 1;
        if self.pass(close) {
            return Some(());
        }
        loop {
            item(self)?;
            if self.pass(close) {
                return Some(());
            }
            if !self.pass(b',') {
                return None;
            }
        }
    }

    fn plain(&mut self) -> Option<Value> {
        let rest = self.text.get(self.at..)?;
        let end = rest.find(|c: char| !matches!(c, 'a'..='z' | '0'..='9' | '-' | '+' | '.' | 'E'));
        let word = rest.get(..end.unwrap_or(rest.len()))?;
        let known = matches!(word, "null" | "true" | "false")
            || word.starts_with(|c: char| c == '-' || c.is_ascii_digit());
        self.at += word.len();
        known.then(|| Value::Plain(word.to_owned()))
    }

    fn string(&mut self) -> Option<String> {
        if self.peek() != Some(b'"') {
            return None;
        }
        self.at += 1;
        let mut out = String::new();
        loop {
            let letter = self.text.get(self.at..)?.chars().next()?;
            self.at += letter.len_utf8();
            match letter {
                '"' => return Some(out),
                '\\' => out.push(self.escape()?),
                '\0'..='\u{1f}' => return None,
                letter => out.push(letter),
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => {
                let high = self.unit()?;
                let is_pair = (0xd800..0xdc00).contains(&high);
                if is_pair && self.text.get(self.at..).is_some_and(|rest| rest.starts_with("\\u")) {
                    self.at += 2;
                    let low = self.unit()?.wrapping_sub(0xdc00);
                    let joined = 0x10000 + ((high - 0xd800) << 10) + low;
                    return if low < 0x400 { char::from_u32(joined) } else { None };
                }
                char::from_u32(high)?
            }
            _ => return None,
        })
    }

    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(ours: &Value, theirs: &serde_json::Value) -> bool {
        match (ours, theirs) {
            (Value::Plain(text), theirs) => {
                serde_json::from_str::<serde_json::Value>(text).ok().as_ref() == Some(theirs)
            }
            (Value::Text(text), serde_json::Value::String(theirs)) => text == theirs,
            (Value::List(list), serde_json::Value::Array(theirs)) => {
                list.len() == theirs.len() && list.iter().zip(theirs).all(|(a, b)| same(a, b))
            }
            (Value::Object(members), serde_json::Value::Object(theirs)) => {
                members.iter().all(|(name, value)| theirs.get(name).is_some_and(|other| same(value, other)))
            }
            _ => false,
        }
    }

    fn json() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(Into::into),
            any::<i32>().prop_map(Into::into),
            ".{0,8}".prop_map(Into::into),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
                proptest::collection::btree_map("[a-z]{1,4}", inner, 0..5)
                    .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn it_reads_what_others_write(value in json(), pretty: bool) {
            let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
            let text = text.unwrap_or_default();
            let read = parse(&text);
            prop_assert!(read.as_ref().is_some_and(|read| same(read, &value)), "{} {:?}", text, read);
        }

        #[test]
        fn no_text_breaks_the_reader(text in ".{0,60}|[\\[\\]{}\",:\\\\u0-9ae. ]{0,60}") {
            let _ = parse(&text);
        }
    }

    #[test]
    fn limits_and_pairs() {
        assert_eq!(parse("\"\\ud83d\\ude00\""), Some(Value::Text("😀".into())));
        assert_eq!(parse("\"\\ud83d\""), None);
        assert!(parse(&"[".repeat(1_000_000)).is_none());
        let nested = |n: usize| ["[".repeat(n), "]".repeat(n)].concat();
        assert!(parse(&nested(DEPTH_LIMIT)).is_some());
        assert!(parse(&nested(DEPTH_LIMIT + 1)).is_none());
    }
}
