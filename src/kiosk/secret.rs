//! Text that leaves nothing behind in memory.

use std::fmt;

use zeroize::Zeroize;

/// A short text that somebody types and nobody after them may find: the staff
/// PIN, the words of a search.
///
/// Its room is taken once and never grows: growing would leave a copy behind
/// where nobody can wipe it. Do not make a `String` of it.
pub struct Secret {
    text: String,
    longest: usize,
}

impl Secret {
    /// An empty text with room for this many bytes.
    pub fn with_room(longest: usize) -> Self {
        Self {
            text: String::with_capacity(longest),
            longest,
        }
    }

    /// Adds a character, if there is room.
    pub fn push(&mut self, character: char) -> bool {
        let fits = self.text.len().saturating_add(character.len_utf8()) <= self.longest;
        if fits {
            self.text.push(character);
        }
        fits
    }

    /// Takes the last character away.
    pub fn pop(&mut self) -> bool {
        self.text.pop().is_some()
    }

    /// The text, to look at and not to copy.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How many characters there are.
    pub fn count(&self) -> usize {
        self.text.chars().count()
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Overwrites all of it, also what was taken back.
    pub fn wipe(&mut self) {
        self.text.zeroize();
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.wipe();
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret(..)")
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Secret {}

/// Overwrites a text that had to be an ordinary one, with its spare room.
pub fn wipe(text: &mut String) {
    text.zeroize();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_typed_and_taken_back() {
        let mut secret = Secret::with_room(8);
        for character in "1é2".chars() {
            assert!(secret.push(character));
        }
        assert_eq!((secret.as_str(), secret.count()), ("1é2", 3));
        assert!(secret.pop() && secret.pop());
        assert_eq!(secret.as_str(), "1");
        assert!(secret.pop() && !secret.pop());
        assert!(secret.is_empty());
    }

    #[test]
    fn it_never_moves_so_no_copy_stays() {
        let mut secret = Secret::with_room(4);
        let place = secret.as_str().as_ptr();
        assert!("1234".chars().all(|c| secret.push(c)));
        assert!(!secret.push('5'));
        assert!(!secret.push('é'));
        assert_eq!(secret.as_str(), "1234");
        assert_eq!(secret.as_str().as_ptr(), place);
    }

    #[test]
    fn wiping_overwrites_what_was_taken_back_too() {
        let mut secret = Secret::with_room(4);
        assert!("1234".chars().all(|c| secret.push(c)));
        secret.pop();
        secret.wipe();
        // What stands in the room shows once the text is that long again; the
        // room itself cannot be looked at otherwise.
        assert!(secret.is_empty());
        let mut bytes = std::mem::take(&mut secret.text).into_bytes();
        assert!(bytes.capacity() >= 4);
        bytes.resize(4, 0xff);
        assert_eq!(bytes, [0xff; 4]);
    }

    #[test]
    fn it_does_not_show_itself() {
        let mut secret = Secret::with_room(4);
        secret.push('7');
        assert!(!format!("{secret:?}").contains('7'));
    }
}
