//! Other programs, started without a shell, with a fixed environment, never
//! waited for longer than allowed, and killed with all they started.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Where such programs look for others.
const PATH: &str = "/usr/bin:/bin";
/// Words in English, so that they can be read here; letters as we send them.
const LOCALE: &str = "C.UTF-8";
/// How often somebody who works is looked at.
const LOOK: Duration = Duration::from_millis(20);
/// Most that is kept of what a program says.
const MOST: u64 = 64 * 1024;

/// A program with its arguments: nothing of ours around it but what is needed.
pub fn command(program: &Path, arguments: &[String]) -> Command {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .env_clear()
        .env("PATH", PATH)
        .env("LC_ALL", LOCALE)
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // A group of its own: it gets none of the terminal's signals, and all it
    // starts can be killed with it.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command
}

/// Kills a program and all of its group, and takes its end.
pub fn kill(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id())
        .ok()
        .and_then(rustix::process::Pid::from_raw)
    {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}

/// Hands a text to a program from a thread of its own: one that does not read
/// must not hold anybody up.
pub fn feed(child: &mut Child, text: Vec<u8>) {
    if let Some(mut to) = child.stdin.take() {
        let _ = thread::Builder::new()
            .name("feed".into())
            .spawn(move || to.write_all(&text));
    }
}

/// What a program said and how it ended.
pub struct Done {
    /// How it ended.
    pub status: ExitStatus,
    /// What it said.
    pub out: String,
    /// What it complained about.
    pub complaint: String,
}

/// Runs a program to its end; none where it was killed for being late.
///
/// # Errors
/// It cannot be started.
pub fn run(mut command: Command, text: &str, deadline: Instant) -> io::Result<Option<Done>> {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    feed(&mut child, text.as_bytes().to_vec());
    let out = listen(child.stdout.take());
    let complaint = listen(child.stderr.take());
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(Done {
                status,
                out: heard(&out, deadline),
                complaint: heard(&complaint, deadline),
            }));
        }
        if Instant::now() >= deadline {
            kill(&mut child);
            return Ok(None);
        }
        thread::sleep(LOOK);
    }
}

fn listen(from: Option<impl Read + Send + 'static>) -> Receiver<String> {
    let (send, receive) = channel();
    if let Some(from) = from {
        let listen = move || {
            let mut bytes = Vec::new();
            let _ = from.take(MOST).read_to_end(&mut bytes);
            let _ = send.send(String::from_utf8_lossy(&bytes).into_owned());
        };
        let _ = thread::Builder::new().name("listen".into()).spawn(listen);
    }
    receive
}

/// Something it started may hold its output open for ever; nobody waits for that.
fn heard(from: &Receiver<String>, deadline: Instant) -> String {
    let left = deadline.saturating_duration_since(Instant::now());
    from.recv_timeout(left.min(Duration::from_secs(1)))
        .unwrap_or_default()
}
