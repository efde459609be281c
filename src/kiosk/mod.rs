//! What a kiosk needs beside its screen, without touching the world: the staff
//! PIN and its lock-out, what is counted, days, wiping, commands in words.

pub mod command;
pub mod counters;
pub mod date;
pub mod lockout;
pub mod pin;
pub mod secret;
