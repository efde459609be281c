//! What a kiosk does to the world: counting, printing, speaking, and asking
//! staff for a PIN.

pub mod ask;
mod child;
pub mod counters;
#[cfg(any(test, feature = "escpos"))]
mod escpos;
mod hands;
#[cfg(unix)]
mod keys;
pub mod print;
pub mod speak;

#[cfg(not(unix))]
pub use crate::terminal::events::read;
pub use hands::Hands;
#[cfg(unix)]
pub use keys::read;
