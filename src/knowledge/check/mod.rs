//! What a knowledge base must keep to, beyond the shape of its files.

mod figures;
mod reach;
mod references;
mod self_exams;
mod texts;

pub(super) use texts::patient_texts;

use super::Knowledge;
use super::fault::Reporter;

/// Checks that every load makes: figures, references, links.
pub(super) fn structure(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    figures::check(knowledge, reporter);
    references::check(knowledge, reporter);
}

/// Checks that matter to an author: texts, reachability, rules that never fire.
pub(super) fn content(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    texts::check(knowledge, reporter);
    if reporter.faults.is_empty() {
        reach::check(knowledge, reporter);
    }
}
