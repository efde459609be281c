//! Reads and checks the knowledge base, the words of the interface and the
//! themes, and packs them, so that the program carries them and need not read
//! them again at every start. Packs the manual and the completions too.

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fmt::{self, Write as _},
    fs, io,
    path::{Path, PathBuf},
};

use lz4::block::CompressionMode;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

/// The types of the knowledge base, as the program has them.
#[path = "src/knowledge/mod.rs"]
#[allow(dead_code, unused_imports)] // the build needs but some of it
mod knowledge;

#[path = "src/fields.rs"]
#[allow(dead_code)] // the build needs but some of it
mod fields;

/// What the program carries; while it is built there is nothing yet.
mod built_in {
    pub(crate) fn knowledge(_: &str) -> Vec<u8> {
        Vec::new()
    }
}

/// The densest packing there is.
const DENSEST: CompressionMode = CompressionMode::HIGHCOMPRESSION(12);

fn main() -> Result<(), Box<dyn Error>> {
    for path in [
        "assets/knowledge",
        "assets/arguments",
        "assets/answer-code.txt",
        "assets/language/en",
        "assets/themes",
        "assets/emergency-numbers.ron",
        "src/fields.rs",
        "src/knowledge",
        "build.rs",
    ] {
        println!("cargo::rerun-if-changed={path}");
    }
    let assets = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("assets");
    let files = knowledge::Files::from_folder(&assets.join("knowledge"))?;
    let knowledge = knowledge::Knowledge::load(&files)?;
    for (part, bytes) in knowledge::pack(&knowledge).ok_or("too many texts to be numbered")? {
        put(part, &bytes)?;
    }
    words(&assets.join("language/en"))?;
    themes(&assets.join("themes"))?;
    emergency_numbers(&assets.join("emergency-numbers.ron"))?;
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

/// The words of a language in the order of their keys, key and text in turn.
fn words(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut all = BTreeMap::new();
    for path in sorted(folder)? {
        let Pairs(read) = read(&path)?;
        each_once(&mut all, read, &path)?;
    }
    let mut packed = String::new();
    for (key, text) in all {
        packed.extend([&key, "\0", &text, "\0"]);
    }
    put("words", packed.as_bytes())
}

/// `assets/emergency-numbers.ron`.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbers {
    /// Where the country is not known.
    default: String,
    /// By country, in the two letters of ISO 3166-1.
    countries: Pairs,
}

/// The number to call in an emergency: a line for each country, the first for all
/// others.
fn emergency_numbers(path: &Path) -> Result<(), Box<dyn Error>> {
    let numbers: Numbers = read(path)?;
    let mut all = BTreeMap::new();
    each_once(&mut all, numbers.countries.0, path)?;
    let mut packed = format!("- {}\n", numbers.default);
    for (country, number) in all {
        writeln!(packed, "{country} {number}")?;
    }
    Ok(fs::write(out("emergency-numbers.txt")?, packed)?)
}

/// The value that stands in a RON file.
fn read<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    ron::from_str(&text).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Adds pairs to a map, and refuses a key that is there already.
fn each_once(
    all: &mut BTreeMap<String, String>,
    pairs: Vec<(String, String)>,
    path: &Path,
) -> Result<(), Box<dyn Error>> {
    for (key, text) in pairs {
        if all.insert(key.clone(), text).is_some() {
            return Err(format!("{}: `{key}` is there twice", path.display()).into());
        }
    }
    Ok(())
}

/// A map with what stands in it twice, of which RON tells but the last.
struct Pairs(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Pairs;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("keys with their texts")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        from.deserialize_map(Reader)
    }
}

/// The themes: for each its name, then a line for each look: name, foreground,
/// background, modifiers, between tabs. What they mean is not looked at here: a
/// test compares what comes of it with what the files say.
fn themes(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut packed = String::new();
    for path in sorted(folder)? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        writeln!(packed, "{name}")?;
        let text = (path.display().to_string(), fs::read_to_string(&path)?);
        let files = knowledge::Files::from_texts([text]);
        let mut sheet = fields::Sheet::new(&files, "").ok_or("no theme")?;
        for look in sheet.fields() {
            let mut parts = BTreeMap::new();
            for part in sheet.fields_of(look, "") {
                let value = match part.name {
                    "modifiers" => sheet.items(part, "").join(" "),
                    _ => sheet.text(part, "").unwrap_or_default(),
                };
                parts.insert(part.name, value);
            }
            let [foreground, background, modifiers] = ["foreground", "background", "modifiers"]
                .map(|part| parts.remove(part).unwrap_or_default());
            let look = look.name;
            writeln!(packed, "{look}\t{foreground}\t{background}\t{modifiers}")?;
        }
        if let Some(fault) = sheet.finish().first() {
            return Err(fault.message.clone().into());
        }
    }
    Ok(fs::write(out("themes.txt")?, packed)?)
}

/// The files of a folder, by name.
fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let paths = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = paths.collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// The files about the arguments, one after the other, with a list of them.
fn about_arguments(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut list = String::from("&[");
    let mut all = Vec::new();
    for path in sorted(folder)? {
        let text = fs::read(&path)?;
        let end = path.extension().unwrap_or_default().to_string_lossy();
        write!(list, "({end:?}, {}),", text.len())?;
        all.extend(text);
    }
    list.push(']');
    put("arguments", &all)?;
    Ok(fs::write(out("arguments.rs")?, list)?)
}

/// Writes bytes packed, and beside them how many they were.
fn put(name: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    fs::write(out(&format!("{name}.size"))?, bytes.len().to_string())?;
    let packed = lz4::block::compress(bytes, Some(DENSEST), false)?;
    Ok(fs::write(out(&format!("{name}.lz4"))?, packed)?)
}

fn out(name: &str) -> Result<PathBuf, env::VarError> {
    Ok(PathBuf::from(env::var("OUT_DIR")?).join(name))
}
