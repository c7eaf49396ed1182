//! Sentences: where one ends and the next begins.
//!
//! A full stop ends a sentence unless it belongs to an abbreviation or stands before a lower-case word; a blank
//! line always ends one, and so does a line break before a capital where lines are not just wrapped.

use crate::lexicon::ABBREVIATION;
use crate::text::{Kind, Shape, Text};

/// No sentence is longer than so many tokens; rules that look through a whole sentence then stay linear in the text.
const LONGEST: usize = 300;

/// A stretch of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// It begins a paragraph.
    pub opens: bool,
}

/// Cuts a text into sentences.
pub(crate) fn sentences(text: &Text) -> Vec<Sentence> {
    let wrapped = wrapped(text.raw);
    let mut all = Vec::new();
    let (mut from, mut opens) = (0, true);
    for at in 1..=text.tokens.len() {
        let paragraph = at < text.tokens.len() && breaks_paragraph(text, at, wrapped);
        if at == text.tokens.len() || paragraph || at - from >= LONGEST || ends(text, at) {
            if at > from {
                all.push(Sentence { from, to: at, opens });
            }
            (from, opens) = (at, paragraph);
        }
    }
    all
}

/// Whether lines are broken at a width rather than where sentences or paragraphs end.
fn wrapped(raw: &str) -> bool {
    let (mut inside, mut lines) = (0, 0);
    let mut previous = "";
    for line in raw.lines().take(400) {
        if !previous.trim().is_empty() && !line.trim().is_empty() {
            lines += 1;
            let runs_on = line.starts_with(char::is_lowercase)
                || previous.ends_with(|c: char| c.is_alphanumeric() || c == ',');
            inside += usize::from((40..=110).contains(&previous.len()) && runs_on);
        }
        previous = line;
    }
    inside * 2 > lines
}

/// Whether a blank line, an indent or (where lines are not wrapped) any line break stands before the token.
fn breaks_paragraph(text: &Text, at: usize, wrapped: bool) -> bool {
    let (Some(token), Some(before)) = (text.tokens.get(at), text.tokens.get(at - 1)) else { return false };
    if !token.broken {
        return false;
    }
    let gap = text.raw.get(before.end as usize..token.start as usize).unwrap_or("");
    let blank = gap.matches('\n').count() > 1 || gap.matches('\r').count() > 1 && !gap.contains('\n');
    let indent = gap.rsplit('\n').next().unwrap_or("").len() >= 3;
    blank || indent || !wrapped
}

/// Whether a sentence ends between a token and the one before.
fn ends(text: &Text, at: usize) -> bool {
    let mut mark = at - 1;
    let Some(before) = text.tokens.get(mark) else { return false };
    let dotted = before.kind == Kind::Word && text.raw.as_bytes().get(before.end as usize - 1) == Some(&b'.');
    if before.kind != Kind::Mark && !dotted {
        return false;
    }
    // Closing quotes and brackets belong to the sentence before.
    while matches!(text.written(mark), "”" | "\"" | "'" | "’" | ")" | "]" | "``" | "''")
        && text.glued(mark)
        && mark > 0
    {
        mark -= 1;
    }
    if matches!(text.written(at), "”" | "’" | ")" | "]") && text.glued(at) {
        return false;
    }
    match text.written(mark) {
        "!" | "?" | "…" => starts(text, at),
        "." => {
            starts(text, at)
                && !(mark > 0 && text.has(mark - 1, ABBREVIATION) && text.glued(mark) && mark + 1 == at)
        }
        _ => dotted_end(text, mark, at),
    }
}

/// "in the U.S. The", "at 10 p.m. He": the abbreviation's dot also ends the sentence.
fn dotted_end(text: &Text, mark: usize, at: usize) -> bool {
    let word = text.written(mark);
    let function_word = matches!(
        text.written(at),
        "The" | "He" | "She" | "It" | "They" | "We" | "In" | "But" | "A" | "On" | "At" | "This" | "And"
    );
    word.len() > 2 && word.ends_with('.') && function_word
}

fn starts(text: &Text, at: usize) -> bool {
    let Some(token) = text.tokens.get(at) else { return true };
    if !token.spaced {
        return false;
    }
    match token.kind {
        Kind::Word => {
            token.shape != Shape::Lower
                || token.broken
                || !text.written(at).starts_with(|c: char| c.is_ascii_lowercase())
        }
        Kind::Number => true,
        Kind::Mark => !matches!(text.written(at), "," | ";" | ":" | "."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn check(raw: &str, expect: &[&str]) {
        let lexicon = Lexicon::shared();
        let text = Text::new(raw, lexicon);
        let found: Vec<&str> = sentences(&text).iter().map(|s| text.between(s.from, s.to)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn sentences_end_where_they_end() {
        check("He came. She left.", &["He came.", "She left."]);
        check(
            "Mr. Smith came on Oct. 5 to the U.S. It rained.",
            &["Mr. Smith came on Oct. 5 to the U.S.", "It rained."],
        );
        check("“Stop.” He said so.", &["“Stop.”", "He said so."]);
        check("One line\n\nAnother one", &["One line", "Another one"]);
        check("At 5 p.m. the attack began", &["At 5 p.m. the attack began"]);
    }
}
