//! A program in a pseudo-terminal.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;
use vt100::MouseProtocolMode;

/// Longest wait for anything, on a machine with much else to do.
const DEADLINE: Duration = Duration::from_secs(10);

/// What the first row of both programs says.
pub const NAME: &str = "tingle";

/// What is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// The program.
    Tingle,
    /// The least program on the same loop.
    Probe,
}

impl Program {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::Probe, Self::Tingle];

    /// Where it is: with `TINGLE_BINARY` another one is tried, such as a
    /// release build.
    pub fn path(self) -> PathBuf {
        let tingle = PathBuf::from(env!("CARGO_BIN_EXE_tingle"));
        match self {
            Self::Tingle => std::env::var_os("TINGLE_BINARY").map_or(tingle, PathBuf::from),
            Self::Probe => {
                let probe = tingle.with_file_name("examples").join("probe");
                assert!(probe.exists(), "run `cargo build --example probe` first");
                probe
            }
        }
    }

    /// The key that quits.
    pub fn quit_key(self) -> &'static [u8] {
        match self {
            Self::Tingle => b"\x11",
            Self::Probe => b"q",
        }
    }
}

/// Everything the program wrote.
pub struct Seen {
    /// What a terminal would show.
    pub parser: vt100::Parser,
    /// All bytes.
    pub bytes: Vec<u8>,
}

impl Seen {
    /// The first row.
    pub fn top(&self) -> String {
        let screen = self.parser.screen();
        screen
            .rows(0, screen.size().1.get())
            .next()
            .unwrap_or_default()
    }

    /// How often a sequence was written.
    pub fn count(&self, sequence: &[u8]) -> usize {
        self.bytes
            .windows(sequence.len())
            .filter(|window| *window == sequence)
            .count()
    }

    /// Frames written whole.
    pub fn frames(&self) -> usize {
        self.count(b"\x1b[?2026l")
    }

    /// Whether the terminal is in the state in which programs find it.
    fn modes_as_found(&self) -> bool {
        let screen = self.parser.screen();
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && screen.mouse_protocol_mode() == MouseProtocolMode::None
    }
}

/// A running program and its terminal.
pub struct Session {
    program: Program,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    // Kept open, so that the terminal's state can be read after the end.
    _slave: Box<dyn SlavePty + Send>,
    shared: Arc<(Mutex<Seen>, Condvar)>,
    closing: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
    exit: Receiver<ExitStatus>,
    exited: bool,
    pid: Pid,
    found: String,
    home: TempDir,
}

/// How a session begins.
pub struct Plan {
    program: Program,
    arguments: Vec<String>,
    columns: u16,
    rows: u16,
    term: &'static str,
    settings: &'static str,
    environment: Option<(&'static str, &'static str)>,
    controlling: bool,
    shell: Option<String>,
}

impl Plan {
    /// The program at 80x24.
    pub fn of(program: Program) -> Self {
        Self {
            program,
            arguments: Vec::new(),
            columns: 80,
            rows: 24,
            term: "xterm-256color",
            settings: "(welcome: Never)",
            environment: None,
            controlling: true,
            shell: None,
        }
    }

    /// With these arguments.
    pub fn arguments(mut self, arguments: &[&str]) -> Self {
        self.arguments = arguments.iter().map(ToString::to_string).collect();
        self
    }

    /// With these settings.
    pub fn settings(mut self, settings: &'static str) -> Self {
        self.settings = settings;
        self
    }

    /// On this kind of terminal.
    pub fn term(mut self, term: &'static str) -> Self {
        self.term = term;
        self
    }

    /// With this in its surroundings.
    pub fn env(mut self, name: &'static str, value: &'static str) -> Self {
        self.environment = Some((name, value));
        self
    }

    /// The system sends no signal when the terminal goes away.
    pub fn without_hang_up_signal(mut self) -> Self {
        self.controlling = false;
        self
    }

    /// At this size.
    #[allow(dead_code)] // of the two programs that share this file one needs it
    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        (self.columns, self.rows) = (columns, rows);
        self
    }

    /// From a shell script, which finds the program in `$0`.
    pub fn under(mut self, script: impl Into<String>) -> Self {
        self.shell = Some(script.into());
        self
    }

    /// Starts it.
    pub fn start(self) -> Session {
        let pair = native_pty_system()
            .openpty(size(self.columns, self.rows))
            .unwrap();
        let home = TempDir::new().unwrap();
        let path = self.program.path();
        let mut command = match self.shell {
            None => CommandBuilder::new(&path),
            Some(script) => {
                let mut command = CommandBuilder::new("/bin/sh");
                command.args(["-c", &script]);
                command.arg(&path);
                command
            }
        };
        command.args(&self.arguments);
        command.env_clear();
        command.env("PATH", "/usr/bin:/bin");
        command.env("HOME", home.path());
        command.env("TERM", self.term);
        if let Some((name, value)) = self.environment {
            command.env(name, value);
        }
        // The first-run page has a test of its own.
        let settings = home.path().join("settings.ron");
        std::fs::write(&settings, self.settings).unwrap();
        command.env("TINGLE_SETTINGS", &settings);
        command.cwd(home.path());
        command.set_controlling_tty(self.controlling);
        let found = format!("{:?}", pair.master.get_termios());
        let mut child = pair.slave.spawn_command(command).unwrap();
        let pid = Pid::from_raw(i32::try_from(child.process_id().unwrap()).unwrap()).unwrap();
        let (send, exit) = channel();
        thread::spawn(move || send.send(child.wait().unwrap()));
        let parser = parser(self.columns, self.rows);
        let seen = Seen {
            parser,
            bytes: Vec::new(),
        };
        let mut session = Session {
            program: self.program,
            writer: Some(pair.master.take_writer().unwrap()),
            _slave: pair.slave,
            shared: Arc::new((Mutex::new(seen), Condvar::new())),
            closing: Arc::default(),
            reader: None,
            exit,
            exited: false,
            pid,
            found,
            home,
            master: Some(pair.master),
        };
        session.read();
        session
    }

    /// Starts it and waits for the first frame.
    pub fn shown(self) -> Session {
        let session = self.start();
        session.wait("the first frame", |seen| {
            seen.top().contains(NAME) && seen.frames() > 0
        });
        session
    }
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        ..PtySize::default()
    }
}

fn parser(columns: u16, rows: u16) -> vt100::Parser {
    vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0)
}

impl Session {
    /// A path in the home of the person who runs it.
    pub fn at_home(&self, path: &str) -> PathBuf {
        self.home.path().join(path)
    }

    fn master(&self) -> &dyn MasterPty {
        &**self.master.as_ref().unwrap()
    }

    fn read(&mut self) {
        let mut from = self.master().try_clone_reader().unwrap();
        let shared = Arc::clone(&self.shared);
        let closing = Arc::clone(&self.closing);
        self.reader = Some(thread::spawn(move || {
            let mut buffer = [0; 65536];
            while let Ok(length) = from.read(&mut buffer) {
                if length == 0 || closing.load(Ordering::SeqCst) {
                    break;
                }
                let (seen, changed) = &*shared;
                let mut seen = seen.lock().unwrap();
                seen.parser.process(&buffer[..length]);
                seen.bytes.extend_from_slice(&buffer[..length]);
                changed.notify_all();
            }
        }));
    }

    /// What was written so far.
    pub fn seen(&self) -> MutexGuard<'_, Seen> {
        self.shared.0.lock().unwrap()
    }

    /// Waits until it is so; never longer than the deadline.
    pub fn wait(&self, what: &str, so: impl Fn(&Seen) -> bool) {
        let (seen, changed) = &*self.shared;
        let (seen, timeout) = changed
            .wait_timeout_while(seen.lock().unwrap(), DEADLINE, |seen| !so(seen))
            .unwrap();
        if timeout.timed_out() {
            let contents = seen.parser.screen().contents();
            let tail = seen.bytes[seen.bytes.len().saturating_sub(300)..].to_vec();
            drop(seen);
            panic!(
                "{:?}: no {what} on\n{contents}\nafter {:?}",
                self.program,
                String::from_utf8_lossy(&tail)
            );
        }
    }

    /// Waits until the program has taken the keys.
    pub fn wait_for_raw(&self) {
        let began = Instant::now();
        while format!("{:?}", self.master().get_termios()) == self.found {
            assert!(began.elapsed() < DEADLINE, "it never takes the keys");
            thread::sleep(Duration::from_millis(2));
        }
    }

    /// Waits until nothing was written for this long; returns all bytes so far.
    pub fn quiet(&self, silence: Duration) -> usize {
        let (seen, changed) = &*self.shared;
        let mut seen = seen.lock().unwrap();
        let began = Instant::now();
        loop {
            let before = seen.bytes.len();
            let (now, timeout) = changed
                .wait_timeout_while(seen, silence, |seen| seen.bytes.len() == before)
                .unwrap();
            if timeout.timed_out() {
                return now.bytes.len();
            }
            assert!(began.elapsed() < DEADLINE, "it never falls silent");
            seen = now;
        }
    }

    /// Types.
    pub fn keys(&mut self, keys: &[u8]) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys).unwrap();
        writer.flush().unwrap();
    }

    /// Sends a signal to the program.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).unwrap();
    }

    /// Sends a signal to the program that a shell started in the foreground.
    pub fn signal_foreground(&self, signal: Signal) {
        let leader = self.master().process_group_leader().unwrap();
        kill_process(Pid::from_raw(leader).unwrap(), signal).unwrap();
    }

    /// The process.
    pub fn pid(&self) -> Pid {
        self.pid
    }

    /// Makes it draw everything anew, and waits until it has: so it is alive.
    pub fn nudge(&self) {
        let before = self.seen().frames();
        self.signal(Signal::CONT);
        self.wait("frame drawn anew", |seen| seen.frames() > before);
    }

    /// Gives the terminal another size.
    pub fn resize(&self, columns: u16, rows: u16) {
        let mut seen = self.seen();
        let screen = seen.parser.screen_mut();
        screen.set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
        self.master().resize(size(columns, rows)).unwrap();
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        match self.exit.try_recv() {
            Ok(status) => panic!("{:?} ended: {status}", self.program),
            Err(_) => !self.exited,
        }
    }

    /// Waits for the end; the exit code, or the name of the signal.
    pub fn end(&mut self) -> Result<u32, String> {
        let status = self.exit.recv_timeout(DEADLINE).expect("it does not end");
        self.exited = true;
        match status.signal() {
            Some(signal) => Err(signal.to_owned()),
            None => Ok(status.exit_code()),
        }
    }

    /// Everything is as the program found it.
    pub fn assert_as_found(&self) {
        self.wait("modes as found", Seen::modes_as_found);
        let now = format!("{:?}", self.master().get_termios());
        assert_eq!(now, self.found, "{:?}", self.program);
    }

    /// The terminal is in the program's hands.
    pub fn assert_taken(&self) {
        let seen = self.seen();
        let screen = seen.parser.screen();
        assert!(screen.alternate_screen(), "{:?}", self.program);
        assert!(screen.bracketed_paste(), "{:?}", self.program);
        assert_ne!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        drop(seen);
        let now = format!("{:?}", self.master().get_termios());
        assert_ne!(now, self.found, "{:?}", self.program);
    }

    /// Takes the terminal away. Returns how long the program lived on.
    pub fn hang_up(&mut self) -> Duration {
        // The thread that reads holds the terminal too; it lets go once there
        // is something to read.
        self.closing.store(true, Ordering::SeqCst);
        self.signal(Signal::CONT);
        self.reader.take().unwrap().join().unwrap();
        self.writer = None;
        assert!(self.runs());
        let began = Instant::now();
        self.master = None;
        self.exit.recv_timeout(DEADLINE).expect("it does not end");
        self.exited = true;
        began.elapsed()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if !self.exited && self.exit.try_recv().is_err() {
            let _ = kill_process(self.pid, Signal::KILL);
        }
    }
}
