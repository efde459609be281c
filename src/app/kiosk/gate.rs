//! Which keys get through: no bursts, no key held down, nothing but what a
//! visitor needs.

use std::time::Duration;

use crate::keys::{Code, Key};

/// Keys closer together than this were not typed by a person: a paste, a
/// scanner, a broken escape sequence. None of them counts.
pub const BURST: Duration = Duration::from_millis(5);
/// After a burst it must be quiet this long before a key counts again.
const QUIET: Duration = Duration::from_millis(50);
/// A keyboard repeats a held key after up to two thirds of a second; the same
/// key on a new screen counts only after this.
const HELD: Duration = Duration::from_millis(700);

/// Watches the keys.
#[derive(Debug, Clone, Copy, Default)]
pub struct Gate {
    /// A key that counts unless another one follows at once.
    waiting: Option<(Key, Duration)>,
    /// The last key, whether it counted or not.
    last: Option<(Key, Duration)>,
    /// No key counts before this.
    shut: Duration,
}

/// What became of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Somebody is there; the key counts once it has waited.
    Person,
    /// Nobody needs to be there for this: a burst, or a key held down.
    Nobody,
}

impl Gate {
    /// A key arrives. `fresh` says whether the screen is another one than when
    /// the last key counted, `any` whether the screen asks for any key.
    pub fn key(&mut self, key: Key, now: Duration, fresh: bool, any: bool) -> Seen {
        let before = self.last.replace((key, now));
        let close = before.is_some_and(|(_, then)| now.saturating_sub(then) < BURST);
        if close || now < self.shut {
            self.waiting = None;
            self.shut = now.saturating_add(QUIET);
            return Seen::Nobody;
        }
        let same = before.filter(|(last, _)| *last == key);
        let gap = same.map(|(_, then)| now.saturating_sub(then));
        if fresh && gap.is_some_and(|gap| gap < HELD) {
            return Seen::Nobody;
        }
        let plain = !key.ctrl && !key.alt;
        if for_visitors(key) || (any && plain) {
            self.waiting = Some((key, now));
        }
        Seen::Person
    }

    /// When the waiting key counts.
    pub fn deadline(&self) -> Option<Duration> {
        self.waiting.map(|(_, then)| then.saturating_add(BURST))
    }

    /// The key that has waited long enough.
    pub fn ready(&mut self, now: Duration) -> Option<Key> {
        let (key, then) = self.waiting?;
        if now < then.saturating_add(BURST) {
            return None;
        }
        self.waiting = None;
        Some(key)
    }

    /// Forgets which keys were pressed; a burst that is going on stays shut out.
    pub fn forget(&mut self) {
        self.waiting = None;
    }
}

/// Keys a visitor may use: digits, the point of a number, arrows, Enter, Esc,
/// Tab, space, what takes a digit back, and F9 and F10, which do what 9 and 0 do
/// where those are part of a number. Letters are none, but where any key will
/// do: there may be no letter keys, and no letter shall do what its digit does
/// not say.
fn for_visitors(key: Key) -> bool {
    if key.ctrl || key.alt {
        return false;
    }
    match key.code {
        Code::Char(letter) => letter.is_ascii_digit() || matches!(letter, ' ' | '.' | ','),
        Code::Enter
        | Code::Esc
        | Code::Tab
        | Code::Backspace
        | Code::Delete
        | Code::Up
        | Code::Down
        | Code::Left
        | Code::Right
        | Code::Home
        | Code::End
        | Code::PageUp
        | Code::PageDown
        | Code::F(9 | 10) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ms(time: u64) -> Duration {
        Duration::from_millis(time)
    }

    fn pressed(gate: &mut Gate, key: Key, at: u64, fresh: bool) -> Option<Key> {
        gate.key(key, ms(at), fresh, false);
        gate.ready(ms(at + 5))
    }

    #[test]
    fn a_key_counts_once_nothing_followed_it() {
        let mut gate = Gate::default();
        let one = Key::char('1');
        assert_eq!(gate.key(one, ms(1000), false, false), Seen::Person);
        assert_eq!(gate.ready(ms(1004)), None);
        assert_eq!(gate.deadline(), Some(ms(1005)));
        assert_eq!(gate.ready(ms(1005)), Some(one));
        assert_eq!(gate.ready(ms(1006)), None);
    }

    #[test]
    fn no_key_of_a_burst_counts_and_none_right_after_it() {
        let mut gate = Gate::default();
        for at in 0..20 {
            gate.key(Key::char('1'), ms(1000 + at), false, true);
        }
        assert_eq!(gate.ready(ms(1100)), None);
        assert_eq!(pressed(&mut gate, Key::char('2'), 1060, false), None);
        assert_eq!(
            pressed(&mut gate, Key::char('2'), 1200, false),
            Some(Key::char('2'))
        );
    }

    #[test]
    fn a_key_held_down_answers_one_question_only() {
        let mut gate = Gate::default();
        let one = Key::char('1');
        let mut counted = 0;
        let mut at = 1000;
        // The screen is another one after each key that counts.
        for repeat in 0..100 {
            counted += usize::from(pressed(&mut gate, one, at, counted > 0).is_some());
            at += if repeat == 0 { 660 } else { 33 };
        }
        assert_eq!(counted, 1);
        // Let go and pressed again, it counts.
        assert!(pressed(&mut gate, one, at + 800, true).is_some());
    }

    #[test]
    fn another_key_need_not_wait() {
        let mut gate = Gate::default();
        assert!(pressed(&mut gate, Key::char('1'), 1000, false).is_some());
        assert!(pressed(&mut gate, Key::char('2'), 1100, true).is_some());
    }

    #[test]
    fn on_the_same_screen_a_key_may_follow_itself() {
        let mut gate = Gate::default();
        assert!(pressed(&mut gate, Key::plain(Code::Down), 1000, false).is_some());
        assert!(pressed(&mut gate, Key::plain(Code::Down), 1033, false).is_some());
    }

    #[test]
    fn where_any_key_is_asked_for_letters_count_and_control_keys_do_not() {
        let mut gate = Gate::default();
        let plain = [Key::char('q'), Key::char('ж'), Key::plain(Code::F(1))];
        for (at, key) in (1..).zip(plain) {
            gate.key(key, ms(1000 * at), true, true);
            assert_eq!(gate.ready(ms(1000 * at + 5)), Some(key));
        }
        for (at, key) in (10..).zip([Key::ctrl('c'), Key::ctrl('4'), Key::alt(Code::Left)]) {
            gate.key(key, ms(1000 * at), true, true);
            assert_eq!(gate.ready(ms(1000 * at + 5)), None, "{key}");
        }
    }

    #[test]
    fn nothing_but_a_visitors_keys_counts() {
        let mut gate = Gate::default();
        for (at, key) in [
            Key::ctrl('c'),
            Key::ctrl('z'),
            Key::ctrl('4'),
            Key::ctrl('s'),
            Key::alt(Code::Left),
            Key::char('q'),
            Key::char('/'),
            Key::plain(Code::F(1)),
        ]
        .into_iter()
        .enumerate()
        {
            let at = 1000 * (at as u64 + 1);
            assert_eq!(pressed(&mut gate, key, at, true), None, "{key}");
        }
    }
}
