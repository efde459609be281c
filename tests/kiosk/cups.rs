//! Printing through a real CUPS server with a configuration of its own, on a
//! socket in a folder of the test, to a printer whose paper is a file.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use super::{DEADLINE, script, skipped, wait};
use tempfile::TempDir;
use tingle::terminal::kiosk::print::{Outcome, Printer, Slip};

const CUPSD: &str = "/usr/sbin/cupsd";

/// A printer that can run out of paper.
fn backend(root: &Path) -> String {
    format!(
        "[ $# -eq 0 ] && exit 0
cd {}
if [ -e empty ]; then
    echo 'STATE: +media-empty-error' >&2
    while [ -e empty ]; do sleep 0.1; done
    echo 'STATE: -media-empty-error' >&2
fi
cat \"${{6:--}}\" >> paper",
        root.display()
    )
}

struct Server {
    child: Child,
    folder: TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let root = folder.path().display();
        for name in [
            "ppd",
            "ssl",
            "spool",
            "spool/tmp",
            "cache",
            "state",
            "state/certs",
            "bin",
            "bin/backend",
        ] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        for name in ["daemon", "filter", "notifier", "monitor"] {
            let real = Path::new("/usr/lib/cups").join(name);
            symlink(real, folder.path().join("bin").join(name)).unwrap();
        }
        script(
            &folder.path().join("bin/backend"),
            "paper",
            &backend(folder.path()),
        );
        fs::write(folder.path().join("paper"), "").unwrap();
        for name in ["", "paper", "bin", "bin/backend"] {
            let all = fs::Permissions::from_mode(if name == "paper" { 0o666 } else { 0o755 });
            fs::set_permissions(folder.path().join(name), all).unwrap();
        }
        let user = run("id", &["-un"]);
        let group = run("id", &["-gn"]);
        // A server that runs as root gives its filters to somebody else.
        let (user, group) = match user.trim() {
            "root" => ("lp".to_owned(), "lp".to_owned()),
            user => (user.to_owned(), group.trim().to_owned()),
        };
        fs::write(
            folder.path().join("cups-files.conf"),
            format!(
                "ServerRoot {root}\nServerBin {root}/bin\nRequestRoot {root}/spool\n\
                 TempDir {root}/spool/tmp\nCacheDir {root}/cache\nStateDir {root}/state\n\
                 ErrorLog {root}/error_log\nAccessLog {root}/access_log\nPageLog {root}/page_log\n\
                 User {user}\nGroup {group}\nSystemGroup root\n"
            ),
        )
        .unwrap();
        fs::write(
            folder.path().join("cupsd.conf"),
            format!(
                "Listen {root}/cups.sock\nBrowsing No\nWebInterface No\nPreserveJobFiles No\n\
                 PreserveJobHistory No\nLogLevel debug\nDefaultAuthType None\n\
                 <Location />\nOrder allow,deny\nAllow all\n</Location>\n\
                 <Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n"
            ),
        )
        .unwrap();
        let child = Command::new(CUPSD)
            .arg("-f")
            .arg("-c")
            .arg(folder.path().join("cupsd.conf"))
            .arg("-s")
            .arg(folder.path().join("cups-files.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let server = Self { child, folder };
        wait("the server listens", || server.socket().exists());
        server
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("cups.sock")
    }

    fn tool(&self, name: &str, arguments: &[&str]) -> String {
        let socket = self.socket();
        let all = [&["-h", socket.to_str().unwrap()], arguments].concat();
        run(name, &all)
    }

    fn queue(&self) {
        self.tool("lpadmin", &["-p", "slips", "-E", "-v", "paper:/"]);
    }

    fn paper(&self) -> String {
        fs::read_to_string(self.folder.path().join("paper")).unwrap()
    }

    fn print(&self, text: &str, seconds: u64) -> Outcome {
        let socket = self.socket().to_str().unwrap().to_owned();
        let printer =
            Printer::queue("slips", Duration::from_secs(seconds)).with(None, Some(socket));
        let (send, receive) = channel();
        let slip = Slip {
            id: 1,
            text: text.to_owned(),
        };
        assert!(printer.print(slip, move |_, outcome| send.send(outcome).unwrap()));
        receive.recv_timeout(DEADLINE * 2).unwrap()
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("error_log")).unwrap_or_default()
    }
}

fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .env("LC_ALL", "C.UTF-8")
        .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
        .output()
        .unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        output.status.success(),
        "{program} {arguments:?}: {complaint}"
    );
    String::from_utf8(output.stdout).unwrap()
}

fn server() -> Option<Server> {
    let needed = [CUPSD, "/usr/sbin/lpadmin", "/usr/bin/lp", "/usr/bin/lpstat"];
    match needed.iter().find(|program| !Path::new(program).exists()) {
        Some(missing) => {
            skipped("printing with CUPS", &format!("there is no {missing}"));
            None
        }
        None => Some(Server::start()),
    }
}

#[test]
fn a_slip_comes_out_whole_and_once_and_nothing_of_it_is_kept() {
    let Some(server) = server() else { return };
    server.queue();
    let text = "Not a diagnosis.\nGo within days: é – ✓\n";
    assert_eq!(server.print(text, 50), Outcome::Printed, "{}", server.log());
    wait("it is on paper", || server.paper() == text);
    let kept = |name: &str| {
        let spool = server.folder.path().join("spool").read_dir().unwrap();
        spool
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .any(|file| file.starts_with(name))
    };
    wait("the file of the job is gone", || !kept("d"));
}

#[test]
fn a_printer_that_stands_still_is_told_and_nothing_comes_out_later() {
    let Some(server) = server() else { return };
    server.queue();
    server.tool("cupsdisable", &["slips"]);
    let outcome = server.print("a slip\n", 50);
    assert!(matches!(outcome, Outcome::Fault(_)), "{outcome:?}");
    wait("it was taken back", || {
        server
            .tool("lpstat", &["-W", "not-completed", "-o"])
            .is_empty()
    });
    server.tool("cupsenable", &["slips"]);
    // What is printed next is alone on the paper.
    assert_eq!(server.print("the next\n", 50), Outcome::Printed);
    wait("it is on paper", || !server.paper().is_empty());
    assert_eq!(server.paper(), "the next\n");
}

#[test]
fn without_paper_it_is_told_and_the_next_slip_is_alone_on_the_paper() {
    let Some(server) = server() else { return };
    server.queue();
    let empty = server.folder.path().join("empty");
    fs::write(&empty, "").unwrap();
    assert_eq!(
        server.print("a slip\n", 50),
        Outcome::NoPaper,
        "{}",
        server.log()
    );
    fs::remove_file(&empty).unwrap();
    assert_eq!(
        server.print("the next\n", 50),
        Outcome::Printed,
        "{}",
        server.log()
    );
    wait("it is on paper", || !server.paper().is_empty());
    assert_eq!(server.paper(), "the next\n");
}

#[test]
fn no_such_queue_and_no_server_are_no_printer() {
    let Some(server) = server() else { return };
    assert_eq!(server.print("a slip\n", 50), Outcome::NoPrinter);
    let socket = server.folder.path().join("other.sock");
    let printer = Printer::queue("slips", Duration::from_secs(20))
        .with(None, Some(socket.to_str().unwrap().to_owned()));
    let (send, receive) = channel();
    let slip = Slip {
        id: 1,
        text: "x".into(),
    };
    assert!(printer.print(slip, move |_, outcome| send.send(outcome).unwrap()));
    assert_eq!(receive.recv_timeout(DEADLINE).unwrap(), Outcome::NoPrinter);
}
