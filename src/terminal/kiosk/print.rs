//! The printed slip. One job at a time; what becomes of it is told once.
//!
//! `lp` only puts a job into a queue, so the queue is watched until the job has
//! left it. A job that does not come out in time is taken back: nobody's slip
//! may come out when they are gone, and none comes out twice.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::child;

/// Longest slip, in bytes.
pub const LONGEST: usize = 32 * 1024;
/// How often the queue is looked at.
const LOOK: Duration = Duration::from_millis(500);
/// How long something has to be wrong before it is believed: printers that wake
/// up complain for a moment.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long taking a job back may take.
const CANCEL: Duration = Duration::from_secs(5);
/// Where the programs of the print system are.
const PROGRAMS: &str = "/usr/bin";

/// What became of a slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It left the queue.
    Printed,
    /// There is no printer, or no print system.
    NoPrinter,
    /// The printer has no paper.
    NoPaper,
    /// Something else, in the words of the print system.
    Fault(String),
    /// It took too long, and was taken back.
    TimedOut,
}

/// A slip on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Which one it is, so that a late answer is not taken for that of another.
    pub id: u64,
    /// Its text.
    pub text: String,
}

/// The printer.
#[derive(Debug, Clone)]
pub struct Printer {
    way: Way,
    timeout: Duration,
    busy: Arc<AtomicBool>,
}

#[derive(Debug, Clone)]
enum Way {
    System(System),
    #[cfg(feature = "escpos")]
    Device(PathBuf),
}

/// The print system of the machine.
#[derive(Debug, Clone)]
struct System {
    /// The queue; the usual one of the system where it is empty.
    queue: String,
    /// Another server than the usual one.
    server: Option<String>,
    /// The folder of `lp`, `lpstat` and `cancel`.
    programs: PathBuf,
}

impl Printer {
    /// A queue of the print system; the usual one where the name is empty.
    pub fn queue(name: &str, timeout: Duration) -> Self {
        Self::by(
            Way::System(System {
                queue: name.to_owned(),
                server: None,
                programs: PROGRAMS.into(),
            }),
            timeout,
        )
    }

    /// A receipt printer.
    #[cfg(feature = "escpos")]
    pub fn device(path: impl Into<PathBuf>, timeout: Duration) -> Self {
        Self::by(Way::Device(path.into()), timeout)
    }

    fn by(way: Way, timeout: Duration) -> Self {
        Self {
            way,
            timeout,
            busy: Arc::default(),
        }
    }

    /// The same, with the programs of this folder and another server.
    #[must_use]
    pub fn with(mut self, programs: Option<PathBuf>, server: Option<String>) -> Self {
        match &mut self.way {
            Way::System(system) => {
                system.server = server;
                if let Some(programs) = programs {
                    system.programs = programs;
                }
            }
            #[cfg(feature = "escpos")]
            Way::Device(_) => {}
        }
        self
    }

    /// Prints a slip on a thread of its own, and tells once what became of it.
    /// While one is on its way nothing else is printed: then this says no.
    pub fn print(&self, slip: Slip, tell: impl FnOnce(u64, Outcome) + Send + 'static) -> bool {
        if self.busy.swap(true, Ordering::SeqCst) {
            return false;
        }
        let (way, busy) = (self.way.clone(), Arc::clone(&self.busy));
        let deadline = Instant::now() + self.timeout;
        let work = move || {
            let outcome = way.print(&slip.text, deadline);
            busy.store(false, Ordering::SeqCst);
            tell(slip.id, outcome);
        };
        let started = thread::Builder::new().name("print".into()).spawn(work);
        if started.is_err() {
            self.busy.store(false, Ordering::SeqCst);
        }
        started.is_ok()
    }
}

impl Way {
    fn print(&self, text: &str, deadline: Instant) -> Outcome {
        if text.len() > LONGEST {
            return Outcome::Fault("The slip is too long to print.".to_owned());
        }
        match self {
            Self::System(system) => system.print(text, deadline),
            #[cfg(feature = "escpos")]
            Self::Device(path) => super::escpos::print(path, text, deadline),
        }
    }
}

impl System {
    fn print(&self, text: &str, deadline: Instant) -> Outcome {
        let job = match self.submit(text, deadline) {
            Ok(job) => job,
            Err(outcome) => return outcome,
        };
        let mut seen = Outcome::TimedOut;
        let mut wrong_since = None;
        while Instant::now() < deadline {
            match self.waiting(&job, deadline) {
                Some(false) => return Outcome::Printed,
                Some(true) => {}
                None => break,
            }
            match self.complaint(&job, deadline) {
                Some(fault) => {
                    seen = fault;
                    let since: Instant = *wrong_since.get_or_insert_with(Instant::now);
                    // Waiting on would only keep the person.
                    if since.elapsed() >= PATIENCE {
                        break;
                    }
                }
                None => {
                    seen = Outcome::TimedOut;
                    wrong_since = None;
                }
            }
            thread::sleep(LOOK.min(deadline.saturating_duration_since(Instant::now())));
        }
        self.take_back(&job);
        seen
    }

    /// Puts the slip into the queue; the name of the job.
    fn submit(&self, text: &str, deadline: Instant) -> Result<String, Outcome> {
        let mut arguments = Vec::new();
        if !self.queue.is_empty() {
            arguments.extend(["-d".to_owned(), self.queue.clone()]);
        }
        // A name that says nothing of the person, as it shows in the queue.
        arguments
            .extend(["-t", "slip", "-n", "1", "-o", "job-sheets=none", "--"].map(String::from));
        let done = match self.run("lp", &arguments, text, deadline) {
            Ok(Some(done)) => done,
            // It may be in the queue all the same, under a name nobody told us.
            Ok(None) => return Err(Outcome::TimedOut),
            Err(_) => return Err(Outcome::NoPrinter),
        };
        if !done.status.success() {
            return Err(refused(&done.complaint));
        }
        done.out
            .split_once("request id is ")
            .and_then(|(_, rest)| rest.split_whitespace().next())
            .filter(|job| job.contains('-') && !job.starts_with('-'))
            .map(str::to_owned)
            .ok_or_else(|| Outcome::Fault(first_line(&done.out)))
    }

    /// Whether a job is still in the queue; none where nobody can tell.
    fn waiting(&self, job: &str, deadline: Instant) -> Option<bool> {
        let arguments = ["-W", "not-completed", "-o"].map(String::from);
        let done = self.run("lpstat", &arguments, "", deadline).ok()??;
        done.status.success().then(|| {
            done.out
                .lines()
                .any(|line| line.split_whitespace().next() == Some(job))
        })
    }

    /// What is wrong with the printer of a job.
    fn complaint(&self, job: &str, deadline: Instant) -> Option<Outcome> {
        let queue = job.rsplit_once('-').map_or(job, |(queue, _)| queue);
        let arguments = ["-l", "-p", queue].map(String::from);
        let done = self.run("lpstat", &arguments, "", deadline).ok()??;
        troubled(&done.out)
    }

    fn take_back(&self, job: &str) {
        let arguments = ["-x", job].map(String::from);
        let _ = self.run("cancel", &arguments, "", Instant::now() + CANCEL);
    }

    fn run(
        &self,
        program: &str,
        arguments: &[String],
        text: &str,
        deadline: Instant,
    ) -> std::io::Result<Option<child::Done>> {
        let mut all = Vec::new();
        if let Some(server) = &self.server {
            all.extend(["-h".to_owned(), server.clone()]);
        }
        all.extend_from_slice(arguments);
        let command = child::command(&self.programs.join(program), &all);
        child::run(command, text, deadline)
    }
}

/// Why `lp` did not take a job.
fn refused(complaint: &str) -> Outcome {
    let lower = complaint.to_lowercase();
    let none = [
        "does not exist",
        "no default destination",
        "no such",
        "scheduler is not running",
        "unable to connect",
        "connection refused",
        "bad file descriptor",
    ];
    if none.iter().any(|words| lower.contains(words)) {
        Outcome::NoPrinter
    } else {
        Outcome::Fault(first_line(complaint))
    }
}

/// What `lpstat -l -p` says is wrong, if it does.
fn troubled(status: &str) -> Option<Outcome> {
    let lower = status.to_lowercase();
    if lower.contains("media-empty") || lower.contains("media-needed") {
        return Some(Outcome::NoPaper);
    }
    if lower.contains("offline") || lower.contains("connecting-to-device") {
        return Some(Outcome::NoPrinter);
    }
    let stopped = lower
        .lines()
        .next()
        .is_some_and(|line| line.contains(" disabled "));
    let alert = lower
        .lines()
        .filter_map(|line| line.trim().strip_prefix("alerts:"))
        .find(|alert| alert.contains("-error"));
    match (alert, stopped) {
        (Some(alert), _) => Some(Outcome::Fault(alert.trim().to_owned())),
        (None, true) => Some(Outcome::Fault(first_line(status))),
        (None, false) => None,
    }
}

/// The first line, short enough for a screen and free of control characters.
fn first_line(text: &str) -> String {
    let line = text.lines().find(|line| !line.trim().is_empty());
    line.unwrap_or_default()
        .chars()
        .filter(|letter| !letter.is_control())
        .take(200)
        .collect()
}
