//! The fields of every type, in the order in which they are packed. A type and
//! its packed form cannot drift apart: a field left out here does not compile.

use super::super::expression::{Comparison, Condition, Expr};
use super::super::schema::{
    Access, AnswerKind, AskedOf, Basis, Cause, CodeTrust, Effort, Enter, Finding, Helper, Limit,
    NumberKind, Range as Reference, Relations, Rule, Score, ScoreItem, ScreenGroup, Screening,
    Seen, SelfCare, SelfExam, Sets, Settings, Severe, Side, SourceEntry, Standing, Stopping,
    Territory, Test, Treatment, Verdict,
};
use super::super::words::{
    AskWords, CauseWords, CommonWords, FindingWords, RuleWords, ScoreWords, SeedWords,
    SelfCareWords, SelfExamWords, Term, TestWords, TreatmentWords,
};
use super::super::{Category, Entry, Grade, Knowledge, Urgency, Words};

use super::coding::{Packed, Packer, Unpacker, packed_enums, packed_structs};
use super::{Figures, Others};

packed_structs! {
    Knowledge<'a> {
        settings, categories, findings, causes, cause_groups, rules, rule_conditions, rule_urgencies, tests,
        treatments, self_care, self_exams, scores, sources, relations, screening, statements,
        words, positions
    }
    Figures<'a> { findings, levels }
    Others<'a> {
        rules, rule_words, tests, treatments, self_care, self_exams, scores, sources, supports, terms, statements
    }
    Category<'a> { id, title, intro, asked_of, checklist, findings }
    Settings {
        version, urgency_weight, topic_bonus, effort, stopping, likely_emergency,
        likely_same_day, pair_odds, likely_severe
    }
    Effort { question, look, self_check }
    Stopping { least_score, sure, least_score_when_sure, most_questions }
    Finding<'a> { id, answer, grade, zones, parts, aliases, look }
    NumberKind<'a> { unit, also, range, unit_needed, bands }
    Cause<'a> {
        id, icd10, icd11, snomed, territory, urgency, prior, both, onset, age, male, findings,
        levels, severe, tests, treatments, self_care, sources
    }
    Severe<'a> { id, share, urgency, when, findings, levels }
    Rule<'a> { id, urgency, when, unless, sources, basis }
    Test<'a> { id, code, access, loinc, sets, ranges, sources }
    Reference<'a> { analyte, finding, unit, also, usual, limits, grade }
    Treatment<'a> { id, standing, atc, do_not_if, sources }
    SelfCare<'a> { id, code, standing, do_not_if, sources }
    SelfExam<'a> {
        id, code, sets, seconds, each_side, helper, do_not_if, enter, minutes, countdowns, feet,
        daily, sources
    }
    Score<'a> { id, items, sources }
    ScoreItem<'a> { id, points, when }
    SourceEntry<'a> { id, citation, seen }
    Relations<'a> { short_values, implies, same_thing, wholes }
    Screening<'a> { groups, context, triggers, both_leg_triggers, bars_self_care, passes }
    ScreenGroup<'a> { id, asks }
    Words<'a> {
        common, labels, questions, names, findings, causes, rules, tests, treatments, self_care, self_exams, scores,
        sources, terms, statements
    }
    CommonWords<'a> { language, groups, screens, reasons, limits, anatomy }
    FindingWords<'a> { id, label, question, help, levels, words }
    CauseWords<'a> {
        id, plain, standard, summary, where_felt, course, risks, see, sooner, article
    }
    RuleWords<'a> { id, because, act }
    TestWords<'a> {
        id, name, also, shows, prepare, happens, reading, limits, article, analytes
    }
    TreatmentWords<'a> { id, name, what, guideline, careful, time, article }
    SelfCareWords<'a> { id, name, how, limits, article, guideline }
    SelfExamWords<'a> { id, name, about, needs, steps, helper, reading, asks, not_if }
    AskWords<'a> { finding, question, fine, fails }
    ScoreWords<'a> { id, name, about, items, reading, licence }
    Term<'a> { id, name, words, means }
    SeedWords<'a> { id, says, verdict }
}

packed_enums! {
    Grade<'a> { 0 Published(a), 1 Guideline(a), 2 Textbook, 3 Estimate, 4 EstimateFrom(a) }
    Urgency { 0 SelfCare, 1 Weeks, 2 Days, 3 SameDay, 4 Now }
    AskedOf { 0 Everyone, 1 SelfCheck, 2 TestResult, 3 Examiner }
    AnswerKind<'a> { 0 YesNo(a), 1 OneOf(a), 2 Number(a) }
    Sets<'a> { 0 Yes(a), 1 Level(a, b), 2 Number(a, b) }
    CodeTrust { 0 Confirmed, 1 Memory }
    Territory<'a> {
        0 Nerve(a), 1 Root(a), 2 Stocking, 3 CaudaEquina, 4 Cord, 5 Brain, 6 Patchy, 7 Artery,
        8 Vein, 9 Lymph, 10 Muscle, 11 Bone, 12 Skin, 13 Anywhere
    }
    Basis { 0 Guideline, 1 Textbook, 2 Consensus }
    Access { 0 Practice, 1 Hospital, 2 Specialist }
    Limit<'a> { 0 From(a, b), 1 Under(a, b), 2 UpTo(a, b), 3 Above(a, b) }
    Standing { 0 Recommended, 1 Sometimes, 2 Discouraged, 3 Emergency }
    Helper { 0 NotNeeded, 1 Better, 2 Needed }
    Side { 0 Right, 1 Left }
    Enter<'a> {
        0 Once(a), 1 Either(a), 2 Which(a), 3 Legs(a, b, c, d), 4 Worst(a, b), 5 Larger(a),
        6 Difference(a, b), 7 NotFelt(a, b)
    }
    Seen { 0 Page, 1 Partly, 2 Memory }
    Verdict { 0 Agree, 1 Partly, 2 Incomplete, 3 Conflict }
    Comparison { 0 AtLeast, 1 Above, 2 AtMost, 3 Below }
    Expr<'a> {
        0 Yes(a), 1 AnyYes(a), 2 AllYes(a), 3 Is(a, b), 4 In(a, b), 5 AtLeast(a, b),
        6 Above(a, b), 7 AtMost(a, b), 8 Below(a, b), 9 Score(a, b), 10 Count(a, b), 11 Any(a),
        12 All(a), 13 Not(a)
    }
    Condition {
        0 Yes(a), 1 In(a, b), 2 Number(a, b, c), 3 Count(a, b), 4 Points(a, b), 5 Not(a)
    }
    Entry {
        0 Cause(a), 1 Finding(a), 2 Rule(a), 3 Test(a), 4 Treatment(a), 5 SelfCare(a),
        6 SelfExam(a), 7 Score(a), 8 Source(a), 9 Term(a), 10 Statement(a)
    }
}
