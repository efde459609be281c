//! What the build script packed into the program.

use lz4_flex::block::decompress;

/// What the build script packed: how many bytes it has, and the bytes, packed.
macro_rules! packed {
    ($name:literal) => {
        (
            include!(concat!(env!("OUT_DIR"), "/", $name, ".size")),
            include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".lz4")),
        )
    };
}

/// The manual and the completions: the end of the name of each file, and how
/// long it is.
static ABOUT_ARGUMENTS: &[(&str, usize)] = include!(concat!(env!("OUT_DIR"), "/arguments.rs"));

/// A part of the packed knowledge base, by its name; empty where the program is
/// damaged.
pub fn knowledge(part: &str) -> Vec<u8> {
    match part {
        "first" => unpacked(packed!("first")),
        "figures" => unpacked(packed!("figures")),
        "findings" => unpacked(packed!("findings")),
        "causes" => unpacked(packed!("causes")),
        "others" => unpacked(packed!("others")),
        _ => Vec::new(),
    }
}

/// The words of English: each key with its text, in the order of the keys, with a
/// zero byte after each; empty where the program is damaged.
pub fn words() -> String {
    String::from_utf8(unpacked(packed!("words"))).unwrap_or_default()
}

/// The numbers of findings in answer codes: the text of `assets/answer-code.txt`.
pub fn answer_code() -> Vec<u8> {
    unpacked(packed!("answer_code"))
}

/// The manual (`1`) or the completions of a shell.
pub fn about_arguments(name: &str) -> Option<String> {
    let all = unpacked(packed!("arguments"));
    let mut start = 0;
    for (other, length) in ABOUT_ARGUMENTS {
        if *other == name {
            let text = all.get(start..start + length)?.to_vec();
            return String::from_utf8(text).ok();
        }
        start += length;
    }
    None
}

/// Empty where the program is damaged.
fn unpacked((size, packed): (usize, &[u8])) -> Vec<u8> {
    decompress(packed, size).unwrap_or_default()
}
