//! The answers of a person, with everything that can be taken back.

use crate::assessment::{Answer, Answers};

/// Answers with their history.
#[derive(Debug, Clone, Default)]
pub struct Record {
    answers: Answers,
    past: Vec<Answers>,
    future: Vec<Answers>,
    saved: Answers,
}

impl Record {
    /// The answers as they stand.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Starts with these answers; nothing to undo, nothing unsaved.
    pub fn begin_with(&mut self, answers: Answers) {
        self.saved = answers.clone();
        self.answers = answers;
    }

    /// Gives an answer, or takes it back with `None`.
    pub fn set(&mut self, finding: usize, answer: Option<Answer>) {
        let mut changed = self.answers.clone();
        match answer {
            Some(answer) => changed.set(finding, answer),
            None => changed.clear(finding),
        }
        self.replace(changed);
    }

    /// Puts other answers in place; one step to undo.
    pub fn replace(&mut self, answers: Answers) {
        if answers == self.answers {
            return;
        }
        self.past
            .push(std::mem::replace(&mut self.answers, answers));
        self.future.clear();
    }

    /// How many changes there are to take back.
    pub fn changes(&self) -> usize {
        self.past.len()
    }

    /// Takes back the last change. False where there is none.
    pub fn undo(&mut self) -> bool {
        match self.past.pop() {
            Some(before) => {
                self.future
                    .push(std::mem::replace(&mut self.answers, before));
                true
            }
            None => false,
        }
    }

    /// Does again what was taken back. False where there is nothing.
    pub fn redo(&mut self) -> bool {
        match self.future.pop() {
            Some(after) => {
                self.past.push(std::mem::replace(&mut self.answers, after));
                true
            }
            None => false,
        }
    }

    /// Whether there are answers that no file holds.
    pub fn unsaved(&self) -> bool {
        self.answers != self.saved && !self.answers.is_empty()
    }

    /// A file holds the answers as they stand.
    pub fn now_saved(&mut self) {
        self.saved = self.answers.clone();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undo_and_redo_walk_the_same_way() {
        let mut record = Record::default();
        record.set(3, Some(Answer::YesNo(true)));
        record.set(3, Some(Answer::YesNo(false)));
        record.set(3, None);
        assert!(record.undo());
        assert_eq!(record.answers().get(3), Some(Answer::YesNo(false)));
        assert!(record.undo());
        assert!(record.redo());
        assert_eq!(record.answers().get(3), Some(Answer::YesNo(false)));
        record.set(4, Some(Answer::NotSure));
        assert!(!record.redo(), "a new answer ends the way forward");
    }

    #[test]
    fn the_same_answer_again_is_no_step() {
        let mut record = Record::default();
        record.set(3, Some(Answer::YesNo(true)));
        record.set(3, Some(Answer::YesNo(true)));
        assert!(record.undo());
        assert!(!record.undo());
    }

    #[test]
    fn what_is_saved_is_known() {
        let mut record = Record::default();
        assert!(!record.unsaved());
        record.set(1, Some(Answer::NotSure));
        assert!(record.unsaved());
        record.now_saved();
        assert!(!record.unsaved());
    }
}
