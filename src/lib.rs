//! `tingle`: a numb leg between knee and foot. Is it urgent, what can it be,
//! which tests would tell, what helps? It informs; it never diagnoses.
//!
//! Layers, each naming only those below it:
//!
//! | module | its one job |
//! |---|---|
//! | [`commands`] | what each subcommand prints |
//! | [`report`] | an assessment as text, Markdown, JSON |
//! | [`article`] | every entry as a page to read |
//! | [`evaluation`] | how well it does on cases |
//! | [`assessment`] | answers and knowledge to one assessment |
//! | [`inference`] | pure mathematics: posteriors, reasons, information |
//! | [`knowledge`] | the knowledge base: types, loading, checking, words |

pub mod article;
pub mod assessment;
pub mod commands;
pub mod evaluation;
pub mod inference;
pub mod knowledge;
pub mod report;
