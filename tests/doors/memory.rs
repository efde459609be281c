//! Looking through the memory of another process.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;

use ratatui::buffer::Cell;
use rustix::process::Pid;

/// A place where something was found.
#[derive(Debug)]
#[allow(dead_code)] // shown where a test fails
pub struct Found {
    /// The line of the map.
    pub mapping: String,
    /// How far into it.
    pub offset: usize,
    /// What stands around it.
    pub around: String,
}

/// Every place in memory that the process can write where these bytes stand, as
/// they were typed or sent.
pub fn search(pid: Pid, wanted: &[u8]) -> Vec<Found> {
    search_every(pid, wanted, 1)
}

/// Every place where this text stands as it is drawn: a letter in each cell.
pub fn search_drawn(pid: Pid, wanted: &str) -> Vec<Found> {
    search_every(pid, wanted.as_bytes(), size_of::<Cell>())
}

fn search_every(pid: Pid, wanted: &[u8], step: usize) -> Vec<Found> {
    let folder = format!("/proc/{}", pid.as_raw_nonzero());
    let maps = fs::read_to_string(format!("{folder}/maps")).unwrap();
    let memory = File::open(format!("{folder}/mem")).unwrap();
    let mut found = Vec::new();
    let mut looked = 0;
    for mapping in maps.lines() {
        let mut words = mapping.split(' ');
        let (range, rights) = (words.next().unwrap(), words.next().unwrap());
        if !rights.starts_with("rw") {
            continue;
        }
        let (from, to) = range.split_once('-').unwrap();
        let from = u64::from_str_radix(from, 16).unwrap();
        let to = u64::from_str_radix(to, 16).unwrap();
        let mut bytes = vec![0; (to - from) as usize];
        // Some belong to the kernel alone.
        if memory.read_exact_at(&mut bytes, from).is_err() {
            continue;
        }
        looked += bytes.len();
        let last = bytes.len().saturating_sub((wanted.len() - 1) * step);
        for offset in 0..last {
            let here = || bytes[offset..].iter().step_by(step);
            if bytes[offset] == wanted[0] && here().zip(wanted).all(|(here, one)| here == one) {
                let around = &bytes[offset.saturating_sub(40)..bytes.len().min(offset + 60)];
                found.push(Found {
                    mapping: mapping.to_owned(),
                    offset,
                    around: around.escape_ascii().to_string(),
                });
            }
        }
    }
    assert!(looked > 1024 * 1024, "hardly anything could be read");
    let wanted = wanted.escape_ascii();
    println!(
        "\"{wanted}\", a letter every {step}: {} times in {looked} bytes",
        found.len()
    );
    found
}
