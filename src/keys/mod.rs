//! Keys and what they do.

mod action;
mod bindings;
mod key;

pub use action::{Action, Group, Scope};
pub use bindings::{Bindings, Clash};
pub use key::{Code, Key, UnknownKey};
