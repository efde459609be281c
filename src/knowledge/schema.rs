//! What the language-free files hold: the types that RON is read into.
//!
//! Every id is borrowed from the text of its file, so that a fault found long
//! after reading can still point at its line and column. Ids therefore cannot
//! hold escapes.

use serde::Deserialize;

use super::expression::Expr;
use super::grade::Grade;
use super::urgency::Urgency;

/// A figure with its grade.
pub type Graded<'a, T> = (T, Grade<'a>);

/// `settings.ron`: the constants of inference and assessment.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Version of the knowledge base, a date.
    pub version: String,
    /// Weight of information about urgency beside information about the cause.
    pub urgency_weight: f64,
    /// Factor for a question on the topic just asked about.
    pub topic_bonus: f64,
    /// Trouble of answering a question, of looking, of a timed self-check.
    pub effort: Effort,
    /// When to stop asking.
    pub stopping: Stopping,
    /// Probability of an emergency cause from which it raises urgency itself.
    pub likely_emergency: f64,
    /// Probability of a same-day cause from which it raises urgency itself.
    pub likely_same_day: f64,
    /// Odds of a pair of causes against the best single one from which both are named.
    pub pair_odds: f64,
    /// Share of the severe form from which a cause counts as severe.
    pub likely_severe: f64,
}

/// Trouble of asking, in units of one plain question.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effort {
    /// A question.
    pub question: f64,
    /// Something to look at.
    pub look: f64,
    /// A self-check with a timer.
    pub self_check: f64,
}

/// When to stop asking (bits per unit of effort, probabilities, a count).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stopping {
    /// Stop when the best score is under this.
    pub least_score: f64,
    /// Stop when the leading cause is above this and the score under the next.
    pub sure: f64,
    /// The score that belongs to `sure`.
    pub least_score_when_sure: f64,
    /// Stop after this many questions.
    pub most_questions: usize,
}

/// A file of `findings/`: one category.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingFile<'a> {
    /// The category's id.
    pub category: &'a str,
    /// Who can answer the questions of this category.
    pub asked_of: AskedOf,
    /// Whether the guide shows it as a checklist before it asks single questions.
    #[serde(default)]
    pub checklist: bool,
    /// The findings, in clinical order.
    #[serde(borrow)]
    pub findings: Vec<Finding<'a>>,
}

/// Who can answer a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum AskedOf {
    /// Anyone, in everyday words.
    Everyone,
    /// Anyone who does a self-check.
    SelfCheck,
    /// Anyone who holds a result in their hands.
    TestResult,
    /// Only those who examine.
    Examiner,
}

/// One thing that can be asked, looked at, measured or found.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding<'a> {
    /// Stable id, kebab-case, never reused.
    pub id: &'a str,
    /// What an answer looks like, with its frequencies among people of the
    /// population who have none of the causes.
    #[serde(borrow)]
    pub answer: AnswerKind<'a>,
    /// Grade of those frequencies.
    #[serde(borrow)]
    pub grade: Grade<'a>,
    /// Where on the leg it sits, as zones of the body map.
    #[serde(default, borrow)]
    pub zones: Vec<&'a str>,
    /// Set for a bundled question that is no longer asked: it is true if any
    /// part is true, false if all are false.
    #[serde(default, borrow)]
    pub parts: Vec<&'a str>,
    /// Other ids that mean this finding.
    #[serde(default, borrow)]
    pub aliases: Vec<&'a str>,
    /// Something to look at or feel for rather than to know.
    #[serde(default)]
    pub look: bool,
}

/// What an answer looks like.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum AnswerKind<'a> {
    /// Yes or no; the figure is P(yes) without any of the causes.
    YesNo(f64),
    /// One of several levels with their frequencies.
    #[serde(borrow)]
    OneOf(Vec<(&'a str, f64)>),
    /// A number with a unit, weighed in bands.
    #[serde(borrow)]
    Number(NumberKind<'a>),
}

/// How a number is entered and weighed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberKind<'a> {
    /// The unit figures and rules use.
    pub unit: &'a str,
    /// Other units in use: name, factor, offset; canonical = entered * factor + offset.
    #[serde(default, borrow)]
    pub also: Vec<(&'a str, f64, f64)>,
    /// Smallest and largest possible value, in `unit`.
    pub range: (f64, f64),
    /// Whether a bare number is refused because several units are in use.
    #[serde(default)]
    pub unit_needed: bool,
    /// Bands: level id, smallest value in it, frequency without any cause.
    #[serde(borrow)]
    pub bands: Vec<(&'a str, f64, f64)>,
}

/// A file of `causes/`: one cause.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cause<'a> {
    /// Stable id, kebab-case, never reused.
    pub id: &'a str,
    /// ICD-10 codes (WHO; CM where marked).
    pub icd10: &'a str,
    /// ICD-11 code, where known.
    #[serde(default, borrow)]
    pub icd11: Option<(&'a str, CodeTrust)>,
    /// SNOMED CT code, where known.
    #[serde(default, borrow)]
    pub snomed: Option<(&'a str, CodeTrust)>,
    /// Nerves, roots or vessels whose territory it concerns.
    #[serde(borrow)]
    pub territory: Vec<Territory<'a>>,
    /// Urgency of the cause itself.
    pub urgency: Urgency,
    /// Share of the population that has it as the main cause.
    #[serde(borrow)]
    pub prior: Graded<'a, f64>,
    /// P(both legs).
    #[serde(borrow)]
    pub both: Graded<'a, f64>,
    /// P(onset within seconds to minutes, hours to days, weeks, months to years).
    #[serde(borrow)]
    pub onset: Graded<'a, (f64, f64, f64, f64)>,
    /// P(age under 40, 40 to 64, 65 and over).
    #[serde(borrow)]
    pub age: Graded<'a, (f64, f64, f64)>,
    /// P(male).
    #[serde(borrow)]
    pub male: Graded<'a, f64>,
    /// P(yes | cause) of yes/no findings: finding, probability, grade.
    #[serde(borrow)]
    pub findings: Vec<(&'a str, f64, Grade<'a>)>,
    /// P(level | cause) of other findings: finding, level, probability, grade.
    #[serde(default, borrow)]
    pub levels: Vec<(&'a str, &'a str, f64, Grade<'a>)>,
    /// A severe form that changes urgency but is no rival in the ranking.
    #[serde(default, borrow)]
    pub severe: Option<Severe<'a>>,
    /// Tests worth asking about, most telling first; none for what passes by itself.
    #[serde(default, borrow)]
    pub tests: Vec<&'a str>,
    /// Treatments to ask about.
    #[serde(borrow)]
    pub treatments: Vec<&'a str>,
    /// Self-care that can ease it.
    #[serde(default, borrow)]
    pub self_care: Vec<&'a str>,
    /// Where the facts come from.
    #[serde(borrow)]
    pub sources: Vec<&'a str>,
}

/// Whether a code was confirmed in independent places or recalled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum CodeTrust {
    /// Seen in independent places.
    Confirmed,
    /// From memory; to be checked before it is relied on.
    Memory,
}

/// What the affected area follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Territory<'a> {
    /// A named nerve.
    #[serde(borrow)]
    Nerve(&'a str),
    /// A named nerve root.
    #[serde(borrow)]
    Root(&'a str),
    /// Both feet like socks, by length of nerve.
    Stocking,
    /// The bundle of roots below the spinal cord: saddle and both legs.
    CaudaEquina,
    /// The spinal cord: both legs up to a level.
    Cord,
    /// The brain: one half of the body.
    Brain,
    /// Patches of several single nerves.
    Patchy,
    /// An artery, not by nerve.
    Artery,
    /// A vein, not by nerve.
    Vein,
    /// Lymph vessels.
    Lymph,
    /// A muscle or its sleeve.
    Muscle,
    /// Bone or joint.
    Bone,
    /// Skin and the layers beneath it.
    Skin,
    /// No fixed place.
    Anywhere,
}

/// The severe form of a cause.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Severe<'a> {
    /// Stable id.
    pub id: &'a str,
    /// P(severe | cause).
    #[serde(borrow)]
    pub share: Graded<'a, f64>,
    /// Urgency of the severe form.
    pub urgency: Urgency,
    /// Signs that make it severe if the cause itself is likely.
    #[serde(borrow)]
    pub when: Expr<'a>,
    /// P(yes | severe).
    #[serde(borrow)]
    pub findings: Vec<(&'a str, f64, Grade<'a>)>,
    /// P(level | severe).
    #[serde(default, borrow)]
    pub levels: Vec<(&'a str, &'a str, f64, Grade<'a>)>,
}

/// A file of `rules/`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile<'a> {
    /// The rules.
    #[serde(borrow)]
    pub rules: Vec<Rule<'a>>,
}

/// A red flag: a plain rule over answers, never a probability.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule<'a> {
    /// Stable id.
    pub id: &'a str,
    /// How soon to be seen when it fires.
    pub urgency: Urgency,
    /// It fires when this is true ...
    #[serde(borrow)]
    pub when: Expr<'a>,
    /// ... unless this is true.
    #[serde(default, borrow)]
    pub unless: Option<Expr<'a>>,
    /// Guidelines and papers behind it.
    #[serde(borrow)]
    pub sources: Vec<&'a str>,
    /// What decides how soon.
    pub basis: Basis,
}

/// What a rule rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Basis {
    /// A guideline says so.
    Guideline,
    /// Textbooks agree.
    Textbook,
    /// Judgement of the authors; no guideline names a time.
    Consensus,
}

/// `tests.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestFile<'a> {
    /// The tests.
    #[serde(borrow)]
    pub tests: Vec<Test<'a>>,
}

/// A test someone can ask about.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Test<'a> {
    /// Stable id.
    pub id: &'a str,
    /// Number in the clinical sources.
    #[serde(default)]
    pub code: &'a str,
    /// Where it can be had.
    pub access: Access,
    /// LOINC codes.
    #[serde(default, borrow)]
    pub loinc: Vec<&'a str>,
    /// Findings its result sets.
    #[serde(default, borrow)]
    pub sets: Vec<&'a str>,
    /// Reference ranges.
    #[serde(default, borrow)]
    pub ranges: Vec<Range<'a>>,
    /// Where the facts come from.
    #[serde(borrow)]
    pub sources: Vec<&'a str>,
}

/// Where a test can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Access {
    /// Any practice, cheap.
    Practice,
    /// Hospital outpatients.
    Hospital,
    /// A specialist.
    Specialist,
}

/// A reference range; laboratories differ, so the printed one wins.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range<'a> {
    /// What is measured.
    pub analyte: &'a str,
    /// The finding a value of it sets.
    #[serde(default)]
    pub finding: &'a str,
    /// Unit of the limits.
    pub unit: &'a str,
    /// Other units: name and factor; shown = limit * factor + offset.
    #[serde(default, borrow)]
    pub also: Vec<(&'a str, f64, f64)>,
    /// Lower and upper limit of the usual range.
    pub usual: (Option<f64>, Option<f64>),
    /// Limits that change what is done: meaning key and value.
    #[serde(default, borrow)]
    pub limits: Vec<Limit<'a>>,
    /// Grade of the limits.
    #[serde(borrow)]
    pub grade: Grade<'a>,
}

/// A limit with a meaning.
#[derive(Debug, Clone, Copy, Deserialize)]
pub enum Limit<'a> {
    /// At or above this value.
    From(f64, &'a str),
    /// Below this value.
    Under(f64, &'a str),
    /// At or below this value.
    UpTo(f64, &'a str),
    /// Above this value.
    Above(f64, &'a str),
}

/// `treatments.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TreatmentFile<'a> {
    /// The treatments.
    #[serde(borrow)]
    pub treatments: Vec<Treatment<'a>>,
}

/// A treatment to ask a doctor about; never one to start, stop or change alone.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Treatment<'a> {
    /// Stable id.
    pub id: &'a str,
    /// What guidelines make of it.
    pub standing: Standing,
    /// ATC classes of medicines.
    #[serde(default, borrow)]
    pub atc: Vec<&'a str>,
    /// Answers that speak against it, each with the key of the reason.
    #[serde(default, borrow)]
    pub do_not_if: Vec<(Expr<'a>, &'a str)>,
    /// Where the facts come from.
    #[serde(borrow)]
    pub sources: Vec<&'a str>,
}

/// What guidelines make of a treatment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Standing {
    /// Among the first to be offered.
    Recommended,
    /// For some people, or later.
    Sometimes,
    /// Guidelines advise against it.
    Discouraged,
    /// In hospital, at once.
    Emergency,
}

/// `self-care.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfCareFile<'a> {
    /// The items.
    #[serde(borrow)]
    pub self_care: Vec<SelfCare<'a>>,
}

/// Something a person can do at home, and the answers that rule it out.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfCare<'a> {
    /// Stable id.
    pub id: &'a str,
    /// Number in the clinical sources.
    pub code: &'a str,
    /// Whether it is advised to anyone at all.
    pub standing: Standing,
    /// Answers that rule it out, each with the key of the reason.
    #[serde(borrow)]
    pub do_not_if: Vec<(Expr<'a>, &'a str)>,
    /// Where the facts come from.
    #[serde(borrow)]
    pub sources: Vec<&'a str>,
}

/// `self-exams.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfExamFile<'a> {
    /// The self-checks.
    #[serde(borrow)]
    pub self_exams: Vec<SelfExam<'a>>,
}

/// A physical check a lay person can do.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfExam<'a> {
    /// Stable id.
    pub id: &'a str,
    /// Number in the clinical sources.
    pub code: &'a str,
    /// Findings it sets.
    #[serde(borrow)]
    pub sets: Vec<&'a str>,
    /// Seconds of each timed part; empty when nothing is timed.
    #[serde(default)]
    pub seconds: Vec<u16>,
    /// Whether each leg is checked apart.
    #[serde(default)]
    pub each_side: bool,
    /// Whether a second person is needed.
    #[serde(default)]
    pub helper: Helper,
    /// Answers that rule it out, each with the key of the reason.
    #[serde(default, borrow)]
    pub do_not_if: Vec<(Expr<'a>, &'a str)>,
    /// Where the facts come from.
    #[serde(borrow)]
    pub sources: Vec<&'a str>,
}

/// Whether a self-check needs a second person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Helper {
    /// It can be done alone.
    #[default]
    NotNeeded,
    /// Better with someone beside.
    Better,
    /// It cannot be done alone.
    Needed,
}

/// `scores.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreFile<'a> {
    /// The questionnaires.
    #[serde(borrow)]
    pub scores: Vec<Score<'a>>,
}

/// A validated questionnaire or a staging that is free to use.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score<'a> {
    /// Stable id.
    pub id: &'a str,
    /// Items: id, points, and the answers that earn them (if they can be told).
    #[serde(borrow)]
    pub items: Vec<ScoreItem<'a>>,
    /// Where the facts come from.
    #[serde(borrow)]
    pub sources: Vec<&'a str>,
}

/// One item of a score.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreItem<'a> {
    /// Id within the score.
    pub id: &'a str,
    /// Points it adds, or its stage number.
    pub points: i8,
    /// Answers that earn the points.
    #[serde(default, borrow)]
    pub when: Option<Expr<'a>>,
}

/// `sources.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFile<'a> {
    /// The sources.
    #[serde(borrow)]
    pub sources: Vec<SourceEntry<'a>>,
}

/// A paper, guideline or book.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceEntry<'a> {
    /// Stable id.
    pub id: &'a str,
    /// Author, journal or body, year.
    pub citation: &'a str,
    /// Whether the page was seen when the figure was taken down.
    pub seen: Seen,
}

/// Whether a source's page was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Seen {
    /// Seen when the figure was taken down.
    Page,
    /// Some of its figures were seen, others recalled.
    Partly,
    /// From memory; to be checked before it is relied on.
    Memory,
}

/// `relations.ron`: how findings hang together.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relations<'a> {
    /// Shortened values of the clinical sources: finding, short value, levels.
    #[serde(borrow)]
    pub short_values: Vec<(&'a str, &'a str, Vec<&'a str>)>,
    /// An answer that settles another one, for rules only.
    #[serde(borrow)]
    pub implies: Vec<(Expr<'a>, Sets<'a>)>,
    /// Findings that measure the same thing, the better one first: only the
    /// first answered one of a row is weighed.
    #[serde(borrow)]
    pub same_thing: Vec<Vec<&'a str>>,
    /// "Anywhere" and its places: with a place named only the places are
    /// weighed, with "nowhere" only the whole.
    #[serde(borrow)]
    pub wholes: Vec<(&'a str, Vec<&'a str>)>,
}

/// What an implication sets.
#[derive(Debug, Clone, Copy, Deserialize)]
pub enum Sets<'a> {
    /// A yes/no finding to yes.
    #[serde(borrow)]
    Yes(&'a str),
    /// A one-of finding to a level.
    Level(&'a str, &'a str),
    /// A number finding to a value.
    Number(&'a str, f64),
}

/// `screening.ron`: the emergency questions, asked before anything else.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Screening<'a> {
    /// Groups by body part, in the order they are asked.
    #[serde(borrow)]
    pub groups: Vec<ScreenGroup<'a>>,
    /// Questions asked with them because rules need the answer; a yes is no alarm.
    #[serde(borrow)]
    pub context: Vec<&'a str>,
    /// Everyday triggers that self-care needs.
    #[serde(borrow)]
    pub triggers: Vec<&'a str>,
    /// Of these, triggers that explain both legs.
    #[serde(borrow)]
    pub both_leg_triggers: Vec<&'a str>,
    /// Answers that bar self-care.
    #[serde(borrow)]
    pub bars_self_care: Expr<'a>,
    /// The answer that self-care needs besides a trigger.
    #[serde(borrow)]
    pub passes: Expr<'a>,
}

/// One screen of emergency questions.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScreenGroup<'a> {
    /// Stable id; its title is among the words.
    pub id: &'a str,
    /// The findings asked.
    #[serde(borrow)]
    pub asks: Vec<&'a str>,
}

/// `seed.ron`: where each statement of the seed article is carried.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeedFile<'a> {
    /// The statements: id, verdict, entries.
    #[serde(borrow)]
    pub statements: Vec<(&'a str, Verdict, Vec<&'a str>)>,
}

/// How a statement of the article stands against guidelines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Verdict {
    /// Guidelines say the same.
    Agree,
    /// True in part.
    Partly,
    /// Something important is missing.
    Incomplete,
    /// Guidelines say otherwise.
    Conflict,
}
