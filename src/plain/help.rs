//! What can be typed, in every place.

use super::print::Print;
use super::{Over, Plain};
use crate::app::Face;

impl Plain {
    /// The help of this place, then what works everywhere.
    pub(super) fn help(&self, out: &mut Print) {
        match self.over.last() {
            None if self.state.face == Face::Guide => {
                let list = self.shown().ticked();
                if list {
                    for key in ["plain-help-list", "plain-help-list-some"] {
                        out.say(&self.say(key));
                    }
                }
                for key in [
                    "plain-help-again",
                    "plain-help-back",
                    "plain-help-not-sure",
                    "plain-help-go-on",
                    "plain-help-why",
                ] {
                    out.say(&self.say(key));
                }
                out.say(&self.say(if list {
                    "plain-help-meaning-row"
                } else {
                    "plain-help-meaning"
                }));
            }
            None | Some(Over::Leave) => {}
            Some(_) => out.say(&self.say("plain-help-back")),
        }
        for key in [
            "plain-help-so-far",
            "plain-help-search",
            "plain-help-save",
            "plain-help-menu",
            "plain-help-quit",
        ] {
            out.say(&self.say(key));
        }
        out.gap();
    }
}
