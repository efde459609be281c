//! Wrong PINs: after three of them nobody may try for a while.

use std::time::Duration;

/// Wrong tries in a row before the lock falls.
pub const TRIES: u32 = 3;
/// How long it holds the first time; each further time twice as long.
pub const FIRST: Duration = Duration::from_secs(60);
/// Longest it ever holds, so that staff are not shut out for the day.
pub const LONGEST: Duration = Duration::from_secs(3600);

/// Counts wrong tries. It belongs to the kiosk and not to the visitor: a wipe
/// does not reset it. Only trying is locked; the walkthrough never is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lockout {
    wrong: u32,
    locks: u32,
    until: Option<Duration>,
    /// When the last wrong one was tried.
    last: Duration,
}

impl Lockout {
    /// How long nobody may try yet; none where one may. `now` is the time since
    /// the start.
    pub fn left(&self, now: Duration) -> Option<Duration> {
        self.until
            .map(|until| until.saturating_sub(now))
            .filter(|left| !left.is_zero())
    }

    /// How long the wrong ones must not be forgotten; none where there are none.
    /// Who ends a process to try afresh waits as long as the longest lock holds.
    pub fn remembered_until(&self) -> Option<Duration> {
        let since = self.until.map_or(self.last, |until| until.max(self.last));
        (self.wrong + self.locks > 0).then(|| since.saturating_add(LONGEST))
    }

    /// A PIN was right: all is forgotten.
    pub fn right(&mut self) {
        *self = Self::default();
    }

    /// A PIN was wrong.
    pub fn wrong(&mut self, now: Duration) {
        self.last = now;
        self.wrong = self.wrong.saturating_add(1);
        if self.wrong < TRIES {
            return;
        }
        self.wrong = 0;
        let twice = 2_u32.saturating_pow(self.locks);
        self.locks = self.locks.saturating_add(1);
        let held = FIRST.saturating_mul(twice).min(LONGEST);
        self.until = Some(now.saturating_add(held));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn three_wrong(lockout: &mut Lockout, now: Duration) {
        for _ in 0..3 {
            assert_eq!(lockout.left(now), None);
            lockout.wrong(now);
        }
    }

    #[test]
    fn the_third_wrong_one_locks_for_a_minute() {
        let mut lockout = Lockout::default();
        three_wrong(&mut lockout, at(100));
        assert_eq!(lockout.left(at(100)), Some(at(60)));
        assert_eq!(lockout.left(at(159)), Some(at(1)));
        assert_eq!(lockout.left(at(160)), None);
    }

    #[test]
    fn each_further_lock_holds_twice_as_long_up_to_an_hour() {
        let mut lockout = Lockout::default();
        let mut now = at(0);
        let mut held = Vec::new();
        for _ in 0..40 {
            three_wrong(&mut lockout, now);
            let left = lockout.left(now).unwrap();
            held.push(left.as_secs());
            now += left;
        }
        assert_eq!(held[..7], [60, 120, 240, 480, 960, 1920, 3600]);
        assert!(held[7..].iter().all(|&seconds| seconds == 3600));
    }

    #[test]
    fn a_right_one_forgets_the_wrong_ones() {
        let mut lockout = Lockout::default();
        lockout.wrong(at(0));
        lockout.wrong(at(0));
        lockout.right();
        lockout.wrong(at(1));
        lockout.wrong(at(1));
        assert_eq!(lockout.left(at(1)), None);
        lockout.wrong(at(1));
        assert_eq!(lockout.left(at(1)), Some(FIRST));
    }

    #[test]
    fn wrong_ones_are_remembered_for_an_hour_after_the_last_try_and_lock() {
        let mut lockout = Lockout::default();
        assert_eq!(lockout.remembered_until(), None);
        lockout.wrong(at(10));
        assert_eq!(lockout.remembered_until(), Some(at(3610)));
        lockout.wrong(at(20));
        lockout.wrong(at(30));
        assert_eq!(lockout.remembered_until(), Some(at(30 + 60 + 3600)));
        lockout.right();
        assert_eq!(lockout.remembered_until(), None);
    }

    #[test]
    fn time_at_the_end_of_the_world_is_no_overflow() {
        let mut lockout = Lockout::default();
        three_wrong(&mut lockout, Duration::MAX);
        assert_eq!(lockout.left(Duration::MAX), None);
    }
}
