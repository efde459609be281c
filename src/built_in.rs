//! What the build script packed into the program.

use std::sync::OnceLock;
use std::thread;

use zune_inflate::{DeflateDecoder, DeflateOptions};

/// The knowledge base: how many bytes it has, and the bytes, deflated.
static KNOWLEDGE: (usize, &[u8]) = (
    include!(concat!(env!("OUT_DIR"), "/knowledge.size")),
    include_bytes!(concat!(env!("OUT_DIR"), "/knowledge.deflate")),
);

/// The manual and the completions, in the same form: the end of the name of
/// each file, and how long it is.
static ARGUMENTS: (usize, &[u8]) = (
    include!(concat!(env!("OUT_DIR"), "/arguments.size")),
    include_bytes!(concat!(env!("OUT_DIR"), "/arguments.deflate")),
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

fn unpacked((size, deflated): (usize, &[u8])) -> Vec<u8> {
    let options = DeflateOptions::default()
        .set_size_hint(size)
        .set_limit(size);
    DeflateDecoder::new_with_options(deflated, options)
        .decode_deflate()
        .unwrap_or_default()
}
