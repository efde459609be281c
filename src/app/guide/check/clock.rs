//! A countdown. It knows no clock: the time is told.

use std::time::Duration;

/// A countdown that one starts, pauses and repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The seconds it counts.
    pub seconds: u16,
    run: Run,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    /// Not running; so much is left.
    Resting(Duration),
    /// Running until then.
    Until(Duration),
    /// Over.
    Over,
}

impl Clock {
    /// A countdown that was not started.
    pub fn new(seconds: u16) -> Self {
        Self {
            seconds,
            run: Run::Resting(Duration::from_secs(seconds.into())),
        }
    }

    /// Starts, pauses, goes on, or begins again when it is over.
    pub fn press(&mut self, now: Duration) {
        self.run = match self.run {
            Run::Resting(left) => Run::Until(now + left),
            Run::Until(end) => Run::Resting(end.saturating_sub(now)),
            Run::Over => Run::Until(now + Duration::from_secs(self.seconds.into())),
        };
    }

    /// Stops it where it is.
    pub fn pause(&mut self, now: Duration) {
        if self.is_running() {
            self.press(now);
        }
    }

    /// The time has moved on.
    pub fn tell(&mut self, now: Duration) {
        if matches!(self.run, Run::Until(end) if now >= end) {
            self.run = Run::Over;
        }
    }

    /// Whether it counts.
    pub fn is_running(&self) -> bool {
        matches!(self.run, Run::Until(_))
    }

    /// Whether its time is up.
    pub fn is_over(&self) -> bool {
        self.run == Run::Over
    }

    /// Whether it was started and stands before its end.
    pub fn is_paused(&self) -> bool {
        matches!(self.run, Run::Resting(left) if left < Duration::from_secs(self.seconds.into()))
    }

    /// When it is over, while it runs.
    pub fn ends(&self) -> Option<Duration> {
        match self.run {
            Run::Until(end) => Some(end),
            Run::Resting(_) | Run::Over => None,
        }
    }

    /// Whole seconds left; a second that has begun counts.
    pub fn left(&self, now: Duration) -> u64 {
        let left = match self.run {
            Run::Resting(left) => left,
            Run::Until(end) => end.saturating_sub(now),
            Run::Over => Duration::ZERO,
        };
        left.as_secs() + u64::from(left.subsec_nanos() > 0)
    }

    /// When the seconds left next change, or the end alone; never unless it runs.
    pub fn deadline(&self, now: Duration, end_alone: bool) -> Option<Duration> {
        let Run::Until(end) = self.run else {
            return None;
        };
        let rest = if end_alone {
            0
        } else {
            self.left(now).saturating_sub(1)
        };
        Some(end.saturating_sub(Duration::from_secs(rest)))
    }
}
