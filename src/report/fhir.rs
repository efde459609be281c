//! FHIR R4: the questions as a `Questionnaire`, the answers as a
//! `QuestionnaireResponse`. Never a `Condition`: nothing here is a diagnosis.

use serde_json::{Map, Value, json};

use super::summary::Summary;
use super::words::answer_phrase;
use crate::assessment::Answer;
use crate::knowledge::schema::AnswerKind;

/// Identifies the questionnaire for ever, of whatever version.
const URL: &str = "urn:uuid:5c1b7f0e-2f0a-4a53-9a52-7d3f6a1e9b40";
/// The codes of the answers.
const CODES: &str = "urn:uuid:8e4a2d64-6c0b-4f3b-9b1d-2a7c5e90f3d1";
/// Says why there is no answer.
const ABSENT: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
/// The language of the texts.
const LANGUAGE: &str = "en";

/// All questions of the knowledge base.
///
/// # Errors
/// None that the types allow; passed on for completeness.
pub fn questionnaire(summary: &Summary<'_>) -> Result<String, serde_json::Error> {
    let knowledge = summary.engine.knowledge;
    let groups: Vec<Value> = knowledge
        .categories
        .iter()
        .map(|category| {
            let items: Vec<Value> = category
                .findings
                .clone()
                .filter_map(|finding| question(summary, finding))
                .collect();
            json!({"linkId": category.id, "text": category.title, "type": "group", "item": items})
        })
        .collect();
    written(&json!({
        "resourceType": "Questionnaire",
        "language": LANGUAGE,
        "url": URL,
        "version": knowledge.settings.version,
        "name": "TingleLegCheck",
        "title": summary.say("sum-fhir-title"),
        "status": "active",
        "experimental": true,
        "description": summary.say("sum-fhir-about"),
        "item": groups,
    }))
}

fn question(summary: &Summary<'_>, finding: usize) -> Option<Value> {
    let knowledge = summary.engine.knowledge;
    let entry = knowledge.findings.get(finding)?;
    let words = knowledge.words.findings.get(finding)?;
    let mut item = json!({"linkId": entry.id, "text": words.question, "required": false});
    let codings: Vec<Value> = match &entry.answer {
        AnswerKind::Number(_) => {
            put(&mut item, "type", json!("quantity"));
            return Some(item);
        }
        AnswerKind::YesNo(_) => ["yes", "no"]
            .map(|code| coding(summary, finding, code))
            .into(),
        AnswerKind::OneOf(levels) => levels
            .iter()
            .map(|(level, _)| coding(summary, finding, level))
            .collect(),
    };
    let options: Vec<Value> = codings
        .into_iter()
        .chain([coding(summary, finding, "not-sure")])
        .map(|coding| json!({"valueCoding": coding}))
        .collect();
    put(&mut item, "type", json!("choice"));
    put(&mut item, "answerOption", options.into());
    Some(item)
}

fn put(object: &mut Value, key: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

fn coding(summary: &Summary<'_>, finding: usize, code: &str) -> Value {
    let words = summary.engine.knowledge.words.findings.get(finding);
    let level = words.and_then(|words| words.levels.iter().find(|(level, _)| *level == code));
    let display = match (level, code) {
        (Some((_, label)), _) => (*label).to_owned(),
        (None, "yes") => summary.say("sum-fhir-yes"),
        (None, "no") => summary.say("sum-fhir-no"),
        _ => summary.say("sum-fhir-not-sure"),
    };
    json!({"system": CODES, "code": code, "display": display})
}

/// The answers, in the groups of the questionnaire.
///
/// # Errors
/// None that the types allow; passed on for completeness.
pub fn questionnaire_response(summary: &Summary<'_>) -> Result<String, serde_json::Error> {
    let knowledge = summary.engine.knowledge;
    let groups: Vec<Value> = knowledge
        .categories
        .iter()
        .filter_map(|category| {
            let items: Vec<Value> = summary
                .answers
                .iter()
                .filter(|(finding, _)| category.findings.contains(finding))
                .filter_map(|(finding, answer)| answered(summary, finding, answer))
                .collect();
            (!items.is_empty())
                .then(|| json!({"linkId": category.id, "text": category.title, "item": items}))
        })
        .collect();
    let open = summary.assessment.triage.open_screening.is_empty();
    let mut resource = Map::new();
    for (key, value) in [
        ("resourceType", json!("QuestionnaireResponse")),
        ("language", json!(LANGUAGE)),
        ("text", narrative(summary)),
        (
            "questionnaire",
            json!(format!("{URL}|{}", knowledge.settings.version)),
        ),
        (
            "status",
            json!(if open { "completed" } else { "in-progress" }),
        ),
    ] {
        resource.insert(key.to_owned(), value);
    }
    if !summary.moment.iso.is_empty() {
        resource.insert("authored".to_owned(), json!(summary.moment.iso));
    }
    // FHIR knows no empty lists.
    if !groups.is_empty() {
        resource.insert("item".to_owned(), groups.into());
    }
    written(&Value::Object(resource))
}

fn answered(summary: &Summary<'_>, finding: usize, answer: Answer) -> Option<Value> {
    let knowledge = summary.engine.knowledge;
    let entry = knowledge.findings.get(finding)?;
    let words = knowledge.words.findings.get(finding)?;
    let mut item = json!({"linkId": entry.id, "text": words.question});
    let code = match (answer, &entry.answer) {
        (Answer::YesNo(true), _) => "yes",
        (Answer::YesNo(false), _) => "no",
        (Answer::Level(level), AnswerKind::OneOf(levels)) => levels.get(level)?.0,
        (Answer::Number(value), AnswerKind::Number(kind)) => {
            let quantity = json!({"value": value, "unit": kind.unit});
            put(&mut item, "answer", json!([{"valueQuantity": quantity}]));
            return Some(item);
        }
        // A quantity cannot be "not sure": it was asked, and is not known.
        (_, AnswerKind::Number(_)) => {
            let why = json!([{"url": ABSENT, "valueCode": "asked-unknown"}]);
            put(&mut item, "extension", why);
            return Some(item);
        }
        _ => "not-sure",
    };
    let coding = coding(summary, finding, code);
    put(&mut item, "answer", json!([{"valueCoding": coding}]));
    Some(item)
}

/// The same for people, as FHIR asks for.
fn narrative(summary: &Summary<'_>) -> Value {
    let mut html = super::html::Html::default();
    html.raw("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
    html.element("p", &summary.say("sum-fhir-narrative"));
    if !summary.answers.is_empty() {
        html.raw("<ul>");
        for (finding, answer) in summary.answers.iter() {
            html.element("li", &answer_phrase(summary.engine, finding, Some(answer)));
        }
        html.raw("</ul>");
    }
    html.raw("</div>");
    json!({"status": "generated", "div": html.into_text()})
}

fn written(value: &Value) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(value).map(|text| text + "\n")
}
