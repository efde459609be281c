//! Numbers that are typed in the walkthrough, with their units.

use super::Plain;
use super::print::Print;
use crate::app::Effect;
use crate::app::guide::{self, Page};
use crate::assessment::Answer;
use crate::knowledge::schema::{AnswerKind, NumberKind};
use crate::knowledge::units::{read_quantity, units};
use crate::report::words::{amount, trimmed};

impl Plain {
    pub(super) fn number_kind(&self) -> Option<&'static NumberKind<'static>> {
        let (None, Page::Single(finding)) = (&self.state.guide.layer, self.state.guide.page())
        else {
            return None;
        };
        match self.state.kind(finding) {
            Some(AnswerKind::Number(kind)) => Some(kind),
            _ => None,
        }
    }

    pub(super) fn number_hint(&self, kind: &NumberKind<'_>) -> String {
        let names = units(kind);
        let places = [
            ("low", &*trimmed(kind.range.0)),
            ("high", &*trimmed(kind.range.1)),
            ("unit", kind.unit),
            ("units", &names.join(", ")),
        ];
        let hint = if kind.unit_needed {
            "plain-number-unit-needed"
        } else if names.len() > 1 {
            "plain-number-units"
        } else {
            "plain-number"
        };
        let mut hint = self.with(hint, &places);
        if let Page::Single(finding) = self.state.guide.page()
            && let Some(Answer::Number(value)) = self.state.record.answers().get(finding)
        {
            hint.push(' ');
            let said = amount(kind, value);
            hint.push_str(&self.with("plain-number-before", &[("said", &said)]));
        }
        hint
    }

    pub(super) fn quantity(&mut self, out: &mut Print, line: &str) -> Vec<Effect> {
        let (Some(kind), Page::Single(finding)) = (self.number_kind(), self.state.guide.page())
        else {
            return Vec::new();
        };
        let typed = line.trim();
        match read_quantity(kind, typed) {
            Ok(value) => {
                let bare = typed.ends_with(|letter: char| letter.is_ascii_digit());
                let said = if bare {
                    format!("{typed} {}", kind.unit)
                } else {
                    typed.to_owned()
                };
                let echo = self.echo("plain-said", &said);
                guide::answer(&mut self.state, finding, Answer::Number(value));
                self.moved(out, Some(echo))
            }
            Err(fault) => {
                self.missed += 1;
                out.say(&guide::number_fault(&self.state, &fault));
                out.say(&self.number_hint(kind));
                self.prompt(out);
                Vec::new()
            }
        }
    }
}
