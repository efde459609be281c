//! Headings of a cause's page by which other faces pick its sections.

/// Tests, as links.
pub const TESTS: &str = "Tests to ask about";
/// Treatments, as links.
pub const TREATMENTS: &str = "Treatments to ask about";
/// Self-care, as links.
pub const SELF_CARE: &str = "What you can do yourself, and its limits";
/// How many figures of which grade.
pub const FIGURES: &str = "How good are the figures";
/// Papers and guidelines, as links.
pub const SOURCES: &str = "Sources";
