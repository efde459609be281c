//! Reads and checks the knowledge base and packs it, so that the program carries
//! it and need not read it again at every start. Packs the manual and the
//! completions too.

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

/// The types of the knowledge base, as the program has them.
#[path = "src/knowledge/mod.rs"]
#[allow(dead_code, unused_imports)] // the build needs but some of it
mod knowledge;

/// What the program carries; while it is built there is nothing yet.
mod built_in {
    pub(crate) fn knowledge() -> &'static [u8] {
        &[]
    }
}

/// The densest packing there is; it costs the build a second.
const DENSEST: u8 = 10;

fn main() -> Result<(), Box<dyn Error>> {
    for path in [
        "assets/knowledge",
        "assets/arguments",
        "assets/answer-code.txt",
        "src/knowledge",
        "build.rs",
    ] {
        println!("cargo::rerun-if-changed={path}");
    }
    let assets = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("assets");
    let files = knowledge::Files::from_folder(&assets.join("knowledge"))?;
    let knowledge = knowledge::Knowledge::load(&files)?;
    put("knowledge", &knowledge::pack(&knowledge))?;
    about_arguments(&assets.join("arguments"))?;
    put("answer_code", &fs::read(assets.join("answer-code.txt"))?)?;
    leave_out_unwinding();
    Ok(())
}

/// The release build never unwinds, so it needs no tables that say how to; only
/// the linker can leave out those of the standard library.
fn leave_out_unwinding() {
    let set = |name: &str, value: &str| env::var(name).is_ok_and(|it| it == value);
    if set("PROFILE", "release")
        && set("CARGO_CFG_TARGET_OS", "linux")
        && let Ok(root) = env::var("CARGO_MANIFEST_DIR")
    {
        println!("cargo::rerun-if-changed=without-unwinding.ld");
        for argument in [
            "--no-eh-frame-hdr",
            "-T",
            &format!("{root}/without-unwinding.ld"),
        ] {
            println!("cargo::rustc-link-arg-bin=tingle=-Wl,{argument}");
        }
    }
}

/// The files about the arguments, one after the other, with a list of them.
fn about_arguments(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    let mut list = String::from("&[");
    let mut all = Vec::new();
    for path in paths {
        let text = fs::read(&path)?;
        let end = path.extension().unwrap_or_default().to_string_lossy();
        write!(list, "({end:?}, {}),", text.len())?;
        all.extend(text);
    }
    list.push(']');
    put("arguments", &all)?;
    Ok(fs::write(out("arguments.rs")?, list)?)
}

/// Writes bytes deflated, and beside them how many they were.
fn put(name: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    fs::write(out(&format!("{name}.size"))?, bytes.len().to_string())?;
    let deflated = miniz_oxide::deflate::compress_to_vec(bytes, DENSEST);
    Ok(fs::write(out(&format!("{name}.deflate"))?, deflated)?)
}

fn out(name: &str) -> Result<PathBuf, env::VarError> {
    Ok(PathBuf::from(env::var("OUT_DIR")?).join(name))
}
