//! A commented start for a new cause: its figures and its words.

/// The two files of a new cause: path below the root, and text.
///
/// Filled in, they pass the check; as they are, the check names what to fill.
pub fn new_cause(id: &str, group: &str) -> [(String, String); 2] {
    [
        (format!("causes/{group}/{id}.ron"), facts(id)),
        (format!("en/causes/{group}/{id}.ron"), words(id)),
    ]
}

fn facts(id: &str) -> String {
    format!(
        r#"// Standard name of the cause.
//
// Every figure carries its grade:
//   Published("E7")     printed in that source
//   Guideline("ng127")  set by that guideline
//   Textbook            a textbook's word turned into a number
//   Estimate            a judgement
//   EstimateFrom("E7")  a judgement that leans on that source
// `tingle list sources` and `tingle list findings` name what can stand here.
(
    id: "{id}",
    icd10: "",
    // icd11: ("8C12", Memory),
    // What the numb area follows: Nerve("sural"), Root("L5"), Stocking, Cord, Artery, Vein ...
    territory: [Anywhere],
    // How soon to be seen: SelfCare, Weeks, Days, SameDay or Now.
    urgency: Weeks,
    // Share of all people with a numb leg below the knee who have it as the main cause.
    prior: (0.001, Estimate),
    // P(both legs).
    both: (0.45, Estimate),
    // P(started within seconds to minutes, hours to days, weeks, months to years).
    onset: ((0.40, 0.25, 0.20, 0.15), Estimate),
    // P(under 40, 40 to 64, 65 and over).
    age: ((0.35, 0.40, 0.25), Estimate),
    male: (0.45, Estimate),
    // P(yes | cause). What is not listed takes the share among people with none
    // of the causes. At least five.
    findings: [
        // ("feel-numb", 0.75, Estimate),
    ],
    // P(level | cause) of findings that are not yes/no.
    levels: [
        // ("chk-heel-walk", "cannot-one", 0.30, Estimate),
    ],
    // Most telling first; `tingle list tests`.
    tests: [],
    // At least one; `tingle list treatments`.
    treatments: [],
    self_care: [],
    // At least one; `tingle list sources`.
    sources: [],
)
"#
    )
}

fn words(id: &str) -> String {
    format!(
        r#"// Plain words, reading age about 11, at most 25 words a sentence.
(
    id: "{id}",
    plain: "Plain name",
    standard: "Standard name",
    summary: "What happens. The one thing to know.",
    where_felt: "Where on the leg people feel it.",
    course: "How it starts and how it goes on.",
    risks: "What makes it more likely.",
    see: "Whom to see and how soon.",
    // Completes "go ... if": (Now, "both legs get weak"), (SameDay, "...").
    sooner: [],
    article: "",
)
"#
    )
}
