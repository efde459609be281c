//! What a kiosk does to the world: counting, printing, speaking, and asking
//! staff for a PIN.

pub mod ask;
mod child;
pub mod counters;
#[cfg(feature = "escpos")]
mod escpos;
mod hands;
pub mod print;
pub mod speak;

pub use hands::Hands;
