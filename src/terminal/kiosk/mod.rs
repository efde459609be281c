//! What a kiosk does to the world: counting, printing, speaking, and asking
//! staff for a PIN.

pub mod ask;
pub mod counters;
