//! Every one of the 44 statements of the seed article is carried.

use tingle::article::article;
use tingle::knowledge::{Entry, Files, Knowledge};

/// Statement number, an entry that must carry it, and words its page must hold.
const CARRIED: [(u8, &str, &str); 44] = [
    (1, "posture-compression", "move"),
    (2, "RF51", "feet"),
    (3, "numbness", "feel"),
    (4, "varicose-cvd", "vein"),
    (5, "peroneal-neuropathy", "shin"),
    (6, "side", "both"),
    (7, "tight-shoes", "shoe"),
    (8, "posture-compression", "nerve"),
    (9, "tight-shoes", "press"),
    (10, "overexertion-walk", "muscle"),
    (11, "gone-in-minutes", "minutes"),
    (12, "osteochondrosis", "disc"),
    (13, "back-movement-worse", "movement"),
    (14, "ms", "brain"),
    (15, "weak-leg", "weak"),
    (16, "where-stocking", "sock"),
    (17, "pad", "walk"),
    (18, "varicose-cvd", "heav"),
    (19, "treat-the-cause-first", "article"),
    (20, "change-position", "stand"),
    (21, "good-shoes", "afternoon"),
    (22, "foot-bath", "chamomile"),
    (23, "leg-massage", "massage"),
    (24, "stretching-yoga", "stretch"),
    (25, "S25", "trial"),
    (26, "xray-lumbar", "x-ray"),
    (27, "mri-of-spine", "disc"),
    (28, "artery-ultrasound", "flow"),
    (29, "lipid-profile", "cholesterol"),
    (30, "nerve-pain-medicines", "pain"),
    (31, "vitamin-b-supplements", "vitamin"),
    (32, "stay-active-exercise", "exercise"),
    (33, "back-belt", "belt"),
    (34, "massage-and-manual-therapy", "massage"),
    (35, "stay-active-exercise", "month"),
    (36, "traction", "traction"),
    (37, "healthy-eating-for-arteries", "fruit"),
    (38, "stop-smoking", "smok"),
    (39, "statins", "rosuvastatin"),
    (40, "artery-reopening", "bypass"),
    (41, "blood-sugar-control", "insulin"),
    (42, "foot-protection", "shoes"),
    (43, "vitamin-b-supplements", "article"),
    (44, "venotonics", "vein"),
];

#[test]
fn all_statements_are_carried() {
    let files = Files::embedded();
    let knowledge = Knowledge::load(&files).unwrap();
    for (number, id, words) in CARRIED {
        let statement = format!("S{number}");
        let entry = knowledge.entry(&statement);
        let Some(Entry::Statement(at)) = entry else {
            panic!("{statement} is missing");
        };
        let (_, _, entries) = &knowledge.statements[at];
        assert!(
            entries.contains(&id) || id == statement,
            "{statement} is not carried by {id}"
        );
        let carrier = knowledge
            .entry(id)
            .unwrap_or_else(|| panic!("{id} is missing"));
        let page = format!("{:?}", article(&knowledge, carrier)).to_lowercase();
        assert!(
            page.contains(words),
            "{id} does not say `{words}` ({statement})"
        );
    }
    assert_eq!(knowledge.statements.len(), 44);
}
