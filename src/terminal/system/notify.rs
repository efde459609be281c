//! Telling the supervisor that the kiosk is alive, as systemd's `sd_notify`
//! does: one datagram to the socket it names. Where none is named nothing is
//! sent and nobody is woken.

use std::ffi::OsStr;
use std::time::{Duration, Instant};

/// Words for the supervisor.
pub struct Notifier {
    line: Option<Line>,
    /// How often it wants to hear that we live.
    every: Option<Duration>,
    next: Option<Instant>,
}

impl Notifier {
    /// The supervisor named by these variables, if any: `NOTIFY_SOCKET`,
    /// `WATCHDOG_USEC` and `WATCHDOG_PID`.
    pub fn new(socket: Option<&OsStr>, period: Option<&OsStr>, process: Option<&OsStr>) -> Self {
        let line = socket.and_then(Line::to);
        let number = |text: &OsStr| text.to_str()?.parse::<u64>().ok();
        let ours = process.is_none_or(|id| number(id) == Some(u64::from(std::process::id())));
        // Half of what it allows, as its manual asks.
        let every = period
            .and_then(number)
            .filter(|&period| period > 1 && ours && line.is_some())
            .map(|period| Duration::from_micros(period / 2));
        Self {
            line,
            every,
            next: None,
        }
    }

    /// The supervisor of this process.
    pub fn here() -> Self {
        let [socket, period, process] =
            ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"].map(std::env::var_os);
        Self::new(socket.as_deref(), period.as_deref(), process.as_deref())
    }

    /// Nobody to tell.
    #[cfg(all(test, unix))]
    pub const fn nobody() -> Self {
        Self {
            line: None,
            every: None,
            next: None,
        }
    }

    /// The first frame is on the screen.
    pub fn ready(&mut self, now: Instant) {
        self.tell("READY=1");
        self.next = self.every.and_then(|every| now.checked_add(every));
    }

    /// The loop ends.
    pub fn stopping(&mut self) {
        self.tell("STOPPING=1");
        self.next = None;
    }

    /// How long until it has to hear of us.
    pub fn left(&self, now: Instant) -> Option<Duration> {
        self.next.map(|next| next.saturating_duration_since(now))
    }

    /// Says that the loop turns, where it is time to. Called from the loop and
    /// from nowhere else: a thread of its own would say so of a loop that hangs.
    pub fn alive(&mut self, now: Instant) {
        if self.next.is_some_and(|next| next <= now) {
            self.tell("WATCHDOG=1");
            self.next = self.every.and_then(|every| now.checked_add(every));
        }
    }

    fn tell(&self, words: &str) {
        if let Some(line) = &self.line {
            line.tell(words);
        }
    }
}

#[cfg(unix)]
struct Line {
    socket: std::os::unix::net::UnixDatagram,
}

#[cfg(unix)]
impl Line {
    fn to(name: &OsStr) -> Option<Self> {
        use std::os::unix::net::UnixDatagram;
        let socket = UnixDatagram::unbound().ok()?;
        // A supervisor that does not listen must not hang us.
        socket.set_nonblocking(true).ok()?;
        socket.connect_addr(&address(name)?).ok()?;
        Some(Self { socket })
    }

    fn tell(&self, words: &str) {
        // One that has gone away is nothing a visitor could mend.
        let _ = self.socket.send(words.as_bytes());
    }
}

/// A path, or with `@` before it a name that no file stands for.
#[cfg(unix)]
fn address(name: &OsStr) -> Option<std::os::unix::net::SocketAddr> {
    use std::os::unix::{ffi::OsStrExt, net::SocketAddr};
    match name.as_bytes() {
        [b'/', ..] => SocketAddr::from_pathname(name).ok(),
        #[cfg(target_os = "linux")]
        [b'@', rest @ ..] if !rest.is_empty() => {
            <SocketAddr as std::os::linux::net::SocketAddrExt>::from_abstract_name(rest).ok()
        }
        _ => None,
    }
}

#[cfg(not(unix))]
struct Line;

#[cfg(not(unix))]
impl Line {
    fn to(_: &OsStr) -> Option<Self> {
        None
    }

    fn tell(&self, _: &str) {}
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::net::{SocketAddr, UnixDatagram};
    use tempfile::TempDir;

    fn heard(socket: &UnixDatagram) -> Vec<String> {
        socket.set_nonblocking(true).unwrap();
        let mut all = Vec::new();
        let mut room = [0; 64];
        while let Ok(length) = socket.recv(&mut room) {
            all.push(String::from_utf8_lossy(&room[..length]).into_owned());
        }
        all
    }

    fn notifier(path: &std::path::Path, period: &str) -> Notifier {
        Notifier::new(Some(path.as_os_str()), Some(OsStr::new(period)), None)
    }

    #[test]
    fn it_says_that_it_lives_at_half_of_what_is_allowed() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("notify");
        let socket = UnixDatagram::bind(&path).unwrap();
        let mut notifier = notifier(&path, "20000000");
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        assert_eq!(notifier.left(start), None);
        notifier.ready(start);
        assert_eq!(heard(&socket), ["READY=1"]);
        assert_eq!(notifier.left(at(4)), Some(Duration::from_secs(6)));
        notifier.alive(at(9));
        assert_eq!(heard(&socket), [""; 0]);
        notifier.alive(at(10));
        notifier.alive(at(11));
        assert_eq!(heard(&socket), ["WATCHDOG=1"]);
        assert_eq!(notifier.left(at(11)), Some(Duration::from_secs(9)));
        notifier.stopping();
        assert_eq!(heard(&socket), ["STOPPING=1"]);
        assert_eq!(notifier.left(at(12)), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_without_a_file_is_found_too() {
        use std::os::linux::net::SocketAddrExt;
        let name = format!("tingle-notify-{}", std::process::id());
        let address = SocketAddr::from_abstract_name(&name).unwrap();
        let socket = UnixDatagram::bind_addr(&address).unwrap();
        let mut notifier = Notifier::new(Some(OsStr::new(&format!("@{name}"))), None, None);
        notifier.ready(Instant::now());
        assert_eq!(heard(&socket), ["READY=1"]);
        assert_eq!(notifier.left(Instant::now()), None);
    }

    #[test]
    fn without_a_supervisor_nobody_is_woken() {
        let folder = TempDir::new().unwrap();
        let gone = folder.path().join("gone");
        for mut notifier in [
            Notifier::nobody(),
            Notifier::new(None, Some(OsStr::new("1000000")), None),
            notifier(&gone, "1000000"),
            notifier(std::path::Path::new("relative"), "1000000"),
        ] {
            notifier.ready(Instant::now());
            assert_eq!(notifier.left(Instant::now()), None);
            notifier.alive(Instant::now());
            notifier.stopping();
        }
    }

    #[test]
    fn a_watchdog_of_another_process_or_of_no_sense_is_left_alone() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("notify");
        let _socket = UnixDatagram::bind(&path).unwrap();
        let own = std::process::id().to_string();
        for (period, process, woken) in [
            ("1000000", Some(own.as_str()), true),
            ("1000000", Some("1"), false),
            ("0", None, false),
            ("1", None, false),
            ("soon", None, false),
        ] {
            let mut notifier = Notifier::new(
                Some(path.as_os_str()),
                Some(OsStr::new(period)),
                process.map(OsStr::new),
            );
            notifier.ready(Instant::now());
            assert_eq!(notifier.left(Instant::now()).is_some(), woken, "{period}");
        }
    }

    #[test]
    fn a_supervisor_that_does_not_listen_hangs_nobody() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("notify");
        let _socket = UnixDatagram::bind(&path).unwrap();
        let notifier = notifier(&path, "1000000");
        for _ in 0..10_000 {
            notifier.tell("WATCHDOG=1");
        }
    }
}
