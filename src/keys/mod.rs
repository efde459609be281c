//! Keys and what they do.

mod action;
mod bindings;
mod key;
mod table;

pub use action::{Action, Group, Scope};
pub use bindings::{Bindings, Clash};
pub use key::{Code, Key, UnknownKey};
pub use table::{Row, Section, table};
