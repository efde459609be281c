//! What the build script packed into the program.

use std::sync::OnceLock;
use std::thread;

use lz4_flex::block::decompress;

/// The knowledge base: how many bytes it has, and the bytes, packed.
static KNOWLEDGE: (usize, &[u8]) = (
    include!(concat!(env!("OUT_DIR"), "/knowledge.size")),
    include_bytes!(concat!(env!("OUT_DIR"), "/knowledge.lz4")),
);

/// `assets/answer-code.txt`, in the same form.
static ANSWER_CODE: (usize, &[u8]) = (
    include!(concat!(env!("OUT_DIR"), "/answer_code.size")),
    include_bytes!(concat!(env!("OUT_DIR"), "/answer_code.lz4")),
);

/// The manual and the completions, in the same form: the end of the name of
/// each file, and how long it is.
static ARGUMENTS: (usize, &[u8]) = (
    include!(concat!(env!("OUT_DIR"), "/arguments.size")),
    include_bytes!(concat!(env!("OUT_DIR"), "/arguments.lz4")),
);
static ABOUT_ARGUMENTS: &[(&str, usize)] = include!(concat!(env!("OUT_DIR"), "/arguments.rs"));

static UNPACKED: OnceLock<Vec<u8>> = OnceLock::new();

/// The packed knowledge base; empty where the program is damaged.
pub fn knowledge() -> &'static [u8] {
    UNPACKED.get_or_init(|| unpacked(KNOWLEDGE))
}

/// Begins to unpack on another thread: it takes as long as everything else that
/// comes before it is needed.
pub fn unpack_ahead() {
    // Without it, it is unpacked when needed.
    let _ = thread::Builder::new().spawn(knowledge);
}

/// The numbers of findings in answer codes: the text of `assets/answer-code.txt`.
pub fn answer_code() -> Vec<u8> {
    unpacked(ANSWER_CODE)
}

/// The manual (`1`) or the completions of a shell.
pub fn about_arguments(name: &str) -> Option<String> {
    let all = unpacked(ARGUMENTS);
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
