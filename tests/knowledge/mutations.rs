//! Thousands of one-token mutations of the shipped files: each either loads or
//! gives faults with a place. None may panic.

use std::thread;

use tingle::knowledge::{File, Knowledge};

/// Mutations tried; each loads the whole knowledge base.
const MUTATIONS: u64 = 3_000;
const THREADS: u64 = 2;

/// A small generator of pseudo-random numbers (SplitMix64), the same on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % (limit.max(1) as u64)).unwrap()
    }
}

/// Start and end of a random token: a word, a number, a string or a sign.
fn token(text: &str, random: &mut Random) -> (usize, usize) {
    let bytes = text.as_bytes();
    loop {
        let mut start = random.below(bytes.len());
        if bytes[start].is_ascii_whitespace() || !text.is_char_boundary(start) {
            continue;
        }
        let word = |byte: u8| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte);
        if !word(bytes[start]) {
            let end = start + text[start..].chars().next().map_or(1, char::len_utf8);
            return (start, end);
        }
        while start > 0 && word(bytes[start - 1]) {
            start -= 1;
        }
        let length = bytes[start..]
            .iter()
            .take_while(|byte| word(**byte))
            .count();
        return (start, start + length);
    }
}

fn mutate(file: &File, random: &mut Random) -> String {
    const REPLACEMENTS: [&str; 16] = [
        "",
        "0",
        "-1",
        "1.5",
        "NaN",
        "inf",
        "1e99",
        "(",
        ")",
        "[",
        "]",
        "\"",
        ",",
        "xyzzy",
        "Not(",
        "Some(None)",
    ];
    let text = &*file.text;
    let (start, end) = token(text, random);
    let replacement = match random.below(4) {
        0 => text[start..end].repeat(2),
        1 => {
            let (other_start, other_end) = token(text, random);
            text[other_start..other_end].to_owned()
        }
        _ => REPLACEMENTS[random.below(REPLACEMENTS.len())].to_owned(),
    };
    format!("{}{replacement}{}", &text[..start], &text[end..])
}

#[test]
fn a_mutated_file_loads_or_is_refused_with_a_place() {
    let work = |thread: u64| {
        let files = crate::shipped();
        let list: Vec<File> = files.iter().cloned().collect();
        let mut random = Random(thread + 1);
        let (mut good, mut refused) = (0, 0);
        for _ in 0..MUTATIONS / THREADS {
            let file = &list[random.below(list.len())];
            let changed = files
                .clone()
                .with_text(&file.path, mutate(file, &mut random));
            match Knowledge::load_thoroughly(&changed) {
                Ok(_) => good += 1,
                Err(faults) => {
                    refused += 1;
                    assert!(!faults.list().is_empty());
                    for fault in faults.list() {
                        assert!(!fault.path.is_empty() && !fault.message.is_empty());
                        assert!(!fault.mend.is_empty(), "{}", fault.message);
                    }
                    // A fault without a line is one of a whole file or folder.
                    let folders = ["findings", "causes"];
                    assert!(faults.list().iter().all(|fault| fault.line > 0
                        || fault.path.ends_with(".ron")
                        || folders.contains(&fault.path.as_str())));
                    assert!(!faults.render(false).is_empty());
                }
            }
        }
        (good, refused)
    };
    let counts: Vec<(u32, u32)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|number| scope.spawn(move || work(number)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    let good: u32 = counts.iter().map(|(good, _)| good).sum();
    let refused: u32 = counts.iter().map(|(_, refused)| refused).sum();
    println!("{good} mutations load, {refused} are refused with a place");
    assert!(
        good > 100 && refused > 1_000,
        "{good} load, {refused} refused"
    );
}
