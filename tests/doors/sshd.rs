//! A real SSH server with the block that a clinic puts in place, on loopback.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Where Debian has it.
pub const SSHD: &str = "/usr/sbin/sshd";
/// The block to be put in place.
pub const BLOCK: &str = include_str!("../../dist/sshd.conf");

/// A running server; it ends with this.
pub struct Server {
    child: Child,
    folder: TempDir,
    /// Where it listens.
    pub port: u16,
    /// Whom it lets in: whoever runs the test.
    pub user: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a program says.
pub fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap();
    assert!(
        output.status.success(),
        "{program} {arguments:?}: {output:?}"
    );
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// The block for another user, program and place of keys; all else as it is.
pub fn block(user: &str, command: &str, keys: &Path) -> String {
    let mut block = BLOCK.to_owned();
    for (there, here) in [
        ("Match User tingle-kiosk", format!("Match User {user}")),
        (
            "ForceCommand /usr/bin/tingle kiosk",
            format!("ForceCommand {command}"),
        ),
        (
            "AuthorizedKeysFile /etc/tingle/authorized_keys",
            format!("AuthorizedKeysFile {}", keys.display()),
        ),
    ] {
        assert!(block.contains(there), "{there}");
        block = block.replace(there, &here);
    }
    block
}

impl Server {
    /// Starts a server whose forced command is this one.
    pub fn start(command: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["host", "client", "stranger"] {
            let file = at(name);
            run(
                "ssh-keygen",
                &[
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    file.to_str().unwrap(),
                ],
            );
        }
        fs::copy(at("client.pub"), at("authorized_keys")).unwrap();
        let user = run("id", &["-un"]);
        if user == "root" {
            let _ = fs::create_dir("/run/sshd");
        }
        let port = free_port();
        let general = format!(
            "ListenAddress 127.0.0.1\nPort {port}\nHostKey {}\nPidFile none\nUsePAM no\n\
             PermitRootLogin yes\nStrictModes no\nMaxStartups 1000:1:1000\nLogLevel VERBOSE\n\
             # As Debian has them.\nAcceptEnv LANG LC_*\nX11Forwarding yes\n\
             Subsystem sftp /usr/lib/openssh/sftp-server\n",
            at("host").display(),
        );
        let block = block(&user, command, &at("authorized_keys"));
        fs::write(at("sshd_config"), general + &block).unwrap();
        let child = Command::new(SSHD)
            .arg("-D")
            .arg("-f")
            .arg(at("sshd_config"))
            .arg("-E")
            .arg(at("log"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let server = Self {
            child,
            folder,
            port,
            user,
        };
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(
                began.elapsed() < Duration::from_secs(20),
                "{}",
                server.log()
            );
            sleep(Duration::from_millis(20));
        }
        server
    }

    /// A file of the test.
    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What the server says about itself.
    pub fn log(&self) -> String {
        fs::read_to_string(self.at("log")).unwrap_or_default()
    }

    /// The options every client needs, for this key.
    pub fn options(&self, key: &str) -> Vec<String> {
        let path = |name: &str| self.at(name).display().to_string();
        let mut all = vec!["-F".to_owned(), "/dev/null".to_owned()];
        for option in [
            format!("IdentityFile={}", path(key)),
            "IdentitiesOnly=yes".to_owned(),
            "BatchMode=yes".to_owned(),
            "StrictHostKeyChecking=no".to_owned(),
            format!("UserKnownHostsFile={}", path("known")),
            "LogLevel=ERROR".to_owned(),
            "ConnectTimeout=20".to_owned(),
            format!("User={}", self.user),
            format!("Port={}", self.port),
        ] {
            all.extend(["-o".to_owned(), option]);
        }
        all
    }

    /// A client, a line for the shell, with these words behind the options.
    pub fn line(&self, before: &str, after: &str) -> String {
        let options = self.options("client").join(" ");
        format!("exec ssh {options} {before} 127.0.0.1 {after}")
    }
}

/// A port nobody listens on.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}
