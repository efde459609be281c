//! Reading screens out: the text of a screen goes to the standard input of a
//! speech program, which is killed when another screen speaks or all is wiped.

use std::path::Path;
use std::process::Child;

use super::child;

/// The speech program.
#[derive(Debug, Default)]
pub struct Speaker {
    words: Vec<String>,
    child: Option<Child>,
}

impl Speaker {
    /// A program with its arguments; none for silence.
    pub fn new(words: Vec<String>) -> Self {
        Self { words, child: None }
    }

    /// Stops what is being said, and says this.
    ///
    /// # Errors
    /// The program cannot be started.
    pub fn say(&mut self, text: &str) -> std::io::Result<()> {
        self.stop();
        let Some((program, arguments)) = self.words.split_first() else {
            return Ok(());
        };
        let mut child = child::command(Path::new(program), arguments).spawn()?;
        child::feed(&mut child, text.as_bytes().to_vec());
        self.child = Some(child);
        Ok(())
    }

    /// Falls silent, in the middle of a word.
    pub fn stop(&mut self) {
        if let Some(mut child) = self.child.take() {
            child::kill(&mut child);
        }
    }

    /// Whether something is being said.
    pub fn speaks(&mut self) -> bool {
        self.child
            .as_mut()
            .is_some_and(|child| matches!(child.try_wait(), Ok(None)))
    }
}

impl Drop for Speaker {
    fn drop(&mut self) {
        self.stop();
    }
}
