//! `tingle`: a numb leg between knee and foot. Is it urgent, what can it be,
//! which tests would tell, what helps? It informs; it never diagnoses.
//!
//! Layers, each naming only those below it:
//!
//! | module | its one job |
//! |---|---|
//! | [`startup`] | the full-screen program from arguments and settings |
//! | [`terminal`] | the real terminal, clock, signals, files: the loop |
//! | [`plain`] | the same state as lines, for screen readers, pipes, scripts |
//! | [`ui`] | the state of the full-screen program as cells |
//! | [`app`] | that state, and how messages change it |
//! | [`commands`] | what each subcommand prints |
//! | [`kiosk`] | PIN, lock-out, counters, wiping: a kiosk without its screen |
//! | [`settings`], [`theme`], [`keys`], [`language`] | what a person set, looks, keys, words |
//! | [`body`] | the leg as a map: zones, territories, drawings |
//! | [`report`] | an assessment as text, slip, Markdown, web page, JSON, FHIR, code |
//! | [`article`] | every entry as a page to read |
//! | [`evaluation`] | how well it does on cases |
//! | [`assessment`] | answers and knowledge to one assessment |
//! | [`inference`] | pure mathematics: posteriors, reasons, information |
//! | [`knowledge`] | the knowledge base: types, loading, checking, words |
//! | [`built_in`] | what the program carries of it, unpacked |

pub mod app;
pub mod article;
pub mod assessment;
pub mod body;
pub mod built_in;
pub mod commands;
pub mod evaluation;
mod fields;
pub use tingle_inference as inference;
pub mod keys;
pub mod kiosk;
pub mod knowledge;
pub mod language;
pub mod plain;
pub mod report;
pub mod settings;
pub mod startup;
pub mod terminal;
pub mod theme;
pub mod ui;
