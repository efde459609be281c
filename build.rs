//! Packs the files of the knowledge base, so that they are embedded in the binary.

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// The densest packing there is; it costs the build a second.
const DENSEST: u8 = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?)
        .join("assets")
        .join("knowledge");
    println!("cargo::rerun-if-changed=assets/knowledge");
    let mut files = Vec::new();
    collect(&root, &mut files)?;
    files.sort();
    let mut code = String::from("&[\n");
    let mut all = Vec::new();
    for file in files {
        let name = file
            .strip_prefix(&root)?
            .to_string_lossy()
            .replace('\\', "/");
        let text = bare(&fs::read_to_string(&file)?);
        writeln!(code, "({name:?}, {}),", text.len())?;
        all.extend(text.into_bytes());
    }
    code.push_str("]\n");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("embedded_knowledge.rs"), code)?;
    fs::write(
        out.join("embedded_knowledge.deflate"),
        miniz_oxide::deflate::compress_to_vec(&all, DENSEST),
    )?;
    println!("cargo::rerun-if-changed=assets/answer-code.txt");
    let numbers = fs::read(root.with_file_name("answer-code.txt"))?;
    fs::write(
        out.join("answer_code.deflate"),
        miniz_oxide::deflate::compress_to_vec(&numbers, DENSEST),
    )?;
    Ok(())
}

/// A file without comments and without space between words: less to embed, and
/// less to read at every start. Texts in quotes stay as they are.
fn bare(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                kept.push(letter);
                while let Some(inside) = letters.next() {
                    kept.push(inside);
                    match inside {
                        '\\' => kept.extend(letters.next()),
                        '"' => break,
                        _ => {}
                    }
                }
            }
            '/' if letters.peek() == Some(&'/') => {
                letters.by_ref().find(|&letter| letter == '\n');
            }
            letter if letter.is_whitespace() => {}
            letter => kept.push(letter),
        }
    }
    kept
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            println!("cargo::rerun-if-changed={}", path.display());
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "ron") {
            files.push(path);
        }
    }
    Ok(())
}
