//! Kiosk without its screen.
pub mod lockout;
pub mod secret;
