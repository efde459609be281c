//! A client that comes in by SSH gets the kiosk and nothing else.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::Pid;
use tempfile::TempDir;

use crate::kiosk::{FIRST, text, write};
use crate::session::{Plan, Program, Session};
use crate::sshd::{BLOCK, SSHD, Server, block, free_port};

/// What is run instead of a shell when a test looks for one.
const TRACE: &str = "a-shell-was-here";

struct Place {
    server: Server,
    folder: TempDir,
}

/// The server with the kiosk, or none where the test is skipped.
fn place() -> Option<Place> {
    if !Path::new(SSHD).exists() {
        crate::skipped("SSH", "no sshd here; Debian has it in openssh-server");
        return None;
    }
    let folder = TempDir::new().unwrap();
    let file = write(folder.path(), "");
    let command = format!(
        "{} --settings {} kiosk",
        env!("CARGO_BIN_EXE_tingle"),
        file.display()
    );
    Some(Place {
        server: Server::start(&command),
        folder,
    })
}

impl Place {
    fn client(&self, before: &str, after: &str) -> Session {
        Plan::of(Program::Tingle)
            .under(self.server.line(before, after))
            .start()
    }

    /// A client without a terminal, which types a line for a shell.
    fn piped(&self, before: &str, after: &str) -> Output {
        let mut child = Command::new("/bin/sh")
            .args(["-c", &self.server.line(before, after)])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let line = format!("touch {}; echo {TRACE}\n", self.trace().display());
        let _ = child.stdin.take().unwrap().write_all(line.as_bytes());
        ended(child)
    }

    fn trace(&self) -> std::path::PathBuf {
        self.folder.path().join(TRACE)
    }

    fn assert_no_trace(&self, output: &Output) {
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(!said.contains(TRACE), "{output:?}");
        assert!(!self.trace().exists(), "{output:?}");
        assert!(!output.status.success(), "{output:?}");
    }
}

fn ended(mut child: Child) -> Output {
    let began = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if began.elapsed() > Duration::from_secs(30) {
            let _ = child.kill();
            break;
        }
        sleep(Duration::from_millis(20));
    }
    child.wait_with_output().unwrap()
}

fn shown(session: &Session) {
    session.wait("the kiosk", |seen| text(seen).contains(FIRST));
}

/// The process that runs the kiosk with settings in this folder.
fn kiosk_of(place: &Place) -> Pid {
    let mark = place.folder.path().to_str().unwrap().to_owned();
    for entry in fs::read_dir("/proc").unwrap().flatten() {
        let line = fs::read(entry.path().join("cmdline")).unwrap_or_default();
        let words: Vec<_> = line.split(|byte| *byte == 0).collect();
        let is_kiosk = words[0].ends_with(b"/tingle")
            && words.iter().any(|word| word.starts_with(mark.as_bytes()));
        if is_kiosk {
            let name = entry.file_name().into_string().unwrap();
            return Pid::from_raw(name.parse().unwrap()).unwrap();
        }
    }
    panic!("no kiosk runs");
}

#[test]
fn whatever_a_client_asks_for_it_gets_the_kiosk() {
    let Some(place) = place() else { return };
    let touch = format!("'touch {}'", place.trace().display());
    for (before, after) in [("-tt", ""), ("-tt", touch.as_str()), ("-tt", "/bin/sh -i")] {
        let mut client = place.client(before, after);
        shown(&client);
        client.keys(b"\x03");
        sleep(Duration::from_millis(100));
        client.keys(b"\x1a");
        sleep(Duration::from_millis(100));
        assert!(client.runs());
        assert!(crate::kiosk::text(&client.seen()).contains(FIRST));
    }
    assert!(!place.trace().exists());
}

#[test]
fn without_a_terminal_there_is_no_shell_either() {
    let Some(place) = place() else { return };
    for (before, after) in [
        ("-T", ""),
        ("-T", "id"),
        ("-T", "/bin/sh"),
        ("-s", "sftp"),
        ("-s", "shell"),
    ] {
        place.assert_no_trace(&place.piped(before, after));
    }
    // No other key and no password.
    let mut line = place.server.line("-T", "id");
    line = line.replace("/client ", "/stranger ");
    let output = Command::new("/bin/sh")
        .args(["-c", &line])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(255), "{output:?}");
    let line = place.server.line("-T -o PubkeyAuthentication=no", "id");
    let output = Command::new("/bin/sh")
        .args(["-c", &line])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(255), "{output:?}");
}

#[test]
fn no_file_goes_in_or_out() {
    let Some(place) = place() else { return };
    let local = place.folder.path().join("local");
    fs::write(&local, "a file").unwrap();
    let options = place.server.options("client");
    let there = place.folder.path().join("there");
    for (program, mode) in [("scp", Some("-s")), ("scp", Some("-O")), ("sftp", None)] {
        let remote = format!("{}@127.0.0.1:{}", place.server.user, there.display());
        let secret = format!("{}@127.0.0.1:/etc/passwd", place.server.user);
        for (from, to) in [
            (local.to_str().unwrap(), remote.as_str()),
            (&secret, "taken"),
        ] {
            if program == "sftp" && from != secret {
                continue;
            }
            let child = Command::new(program)
                .args(mode)
                .args(&options)
                .args([from, to])
                .current_dir(place.folder.path())
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            let output = ended(child);
            assert!(!output.status.success(), "{program} {mode:?}: {output:?}");
        }
        assert!(!there.exists() && !place.folder.path().join("taken").exists());
    }
}

/// Whether anything comes from `listener` through a connection to `port`.
fn gets_through(port: u16, listener: &TcpListener, hello: &[u8]) -> bool {
    listener.set_nonblocking(true).unwrap();
    for _ in 0..15 {
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) {
            let _ = stream.set_read_timeout(Some(Duration::from_millis(300)));
            let _ = stream.write_all(hello);
            let mut room = [0; 16];
            let _ = stream.read(&mut room);
        }
        if listener.accept().is_ok() {
            return true;
        }
        sleep(Duration::from_millis(40));
    }
    false
}

#[test]
fn nothing_is_forwarded() {
    let Some(place) = place() else { return };
    let target = TcpListener::bind("127.0.0.1:0").unwrap();
    let to = target.local_addr().unwrap().port();
    // The test can tell: without a server in between it gets through.
    assert!(gets_through(to, &target, b""));
    while target.accept().is_ok() {}

    let here = free_port();
    let client = place.client(&format!("-tt -L {here}:127.0.0.1:{to}"), "");
    shown(&client);
    assert!(!gets_through(here, &target, b""), "-L");
    drop(client);

    let here = free_port();
    let client = place.client(&format!("-tt -D {here}"), "");
    shown(&client);
    let mut hello = vec![4, 1];
    hello.extend(to.to_be_bytes());
    hello.extend([127, 0, 0, 1, 0]);
    assert!(!gets_through(here, &target, &hello), "-D");
    drop(client);

    let inner = place.server.at("inner.sock").display().to_string();
    for asked in [
        format!("-N -o ExitOnForwardFailure=yes -R 0:127.0.0.1:{to}"),
        format!("-N -o ExitOnForwardFailure=yes -R {inner}:127.0.0.1:{to}"),
        format!("-W 127.0.0.1:{to}"),
    ] {
        let output = place.piped(&asked, "");
        assert!(!output.status.success(), "{asked}: {output:?}");
        assert!(target.accept().is_err(), "{asked}");
    }
}

#[test]
fn neither_agent_nor_display_nor_variables_come_along() {
    let Some(place) = place() else { return };
    let socket = place.server.at("agent.sock");
    let mut agent = Command::new("ssh-agent")
        .args(["-D", "-a"])
        .arg(&socket)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let line = place.server.line(
        "-tt -A -X -o SetEnv=TINGLE_SETTINGS=/tmp/other -o SendEnv=LD_PRELOAD -o SendEnv=PATH",
        "",
    );
    let line = format!(
        "export SSH_AUTH_SOCK={} DISPLAY=:7 TINGLE_SETTINGS=/tmp/other; {line}",
        socket.display()
    );
    let client = Plan::of(Program::Tingle).under(line).start();
    shown(&client);
    let pid = kiosk_of(&place).as_raw_nonzero();
    let environment = fs::read(format!("/proc/{pid}/environ")).unwrap();
    let environment = String::from_utf8_lossy(&environment).replace('\0', "\n");
    for name in ["SSH_AUTH_SOCK", "DISPLAY", "TINGLE", "LD_", "XAUTH"] {
        let found = environment.lines().any(|line| line.starts_with(name));
        assert!(!found, "{name} in\n{environment}");
    }
    drop(client);
    let _ = agent.kill();
    let _ = agent.wait();
}

#[test]
fn one_connection_is_one_kiosk() {
    let Some(place) = place() else { return };
    let socket = place.server.at("shared.sock").display().to_string();
    let client = place.client(&format!("-tt -M -S {socket}"), "");
    shown(&client);
    let second = place.piped(&format!("-T -S {socket} -o ControlMaster=no"), "id");
    place.assert_no_trace(&second);
    assert!(!String::from_utf8_lossy(&second.stdout).contains("uid="));
}

#[test]
fn the_block_says_what_it_should_as_it_is() {
    let Some(place) = place() else { return };
    // For its own user it needs no such user here.
    let file = place.server.at("as-it-is");
    let host = place.server.at("host").display().to_string();
    fs::write(&file, format!("HostKey {host}\nX11Forwarding yes\n{BLOCK}")).unwrap();
    let output = Command::new(SSHD)
        .args(["-T", "-C", "user=tingle-kiosk,host=h,addr=10.0.0.7", "-f"])
        .arg(&file)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).to_lowercase();
    assert!(output.status.success(), "{output:?}");
    for line in [
        "forcecommand /usr/bin/tingle kiosk",
        "disableforwarding yes",
        "allowtcpforwarding no",
        "allowagentforwarding no",
        "allowstreamlocalforwarding no",
        "x11forwarding no",
        "permittunnel no",
        "permituserrc no",
        "permituserenvironment no",
        "maxsessions 1",
        "authenticationmethods publickey",
    ] {
        assert!(
            said.lines().any(|said| said == line),
            "{line} is not in\n{said}"
        );
    }
    assert_ne!(block("somebody", "/bin/true", &file), BLOCK);
}
