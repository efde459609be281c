//! Everything one can do with a key. Footer, help, settings and the table in
//! the README are all made from this list.

use super::key::{Code, Key};

/// Where an action is at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// On every screen.
    Everywhere,
    /// In every list and page.
    Moving,
    /// While browsing, in any pane.
    Browse,
    /// In the list of signs, and wherever a question is shown.
    Signs,
    /// On the body map.
    Body,
    /// In the walkthrough.
    Guide,
    /// On the summary.
    Summary,
}

impl Scope {
    /// Whether both can be at hand at the same time.
    pub fn meets(self, other: Self) -> bool {
        use Scope::{Body, Browse, Guide, Signs, Summary};
        !matches!(
            (self, other),
            (Body | Summary, Browse | Signs | Guide)
                | (Browse | Signs | Guide, Body | Summary)
                | (Guide, Browse)
                | (Browse, Guide)
                | (Body, Summary)
                | (Summary, Body)
        )
    }
}

/// A group of actions in the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Getting about.
    Move,
    /// Answering.
    Answer,
    /// Going somewhere.
    Go,
    /// The program itself.
    Program,
}

impl Group {
    /// All groups in the order of the help.
    pub const ALL: [Self; 4] = [Self::Move, Self::Answer, Self::Go, Self::Program];

    /// The key of its name among the words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Move => "group-move",
            Self::Answer => "group-answer",
            Self::Go => "group-go",
            Self::Program => "group-program",
        }
    }
}

macro_rules! actions {
    ($($(#[doc = $doc:literal])* $name:ident, $id:literal, $group:ident, $scope:ident, [$($key:expr),* $(,)?];)*) => {
        /// Something one can do with a key.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action {
            $($(#[doc = $doc])* $name,)*
        }

        impl Action {
            /// All actions, in the order of the help.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The name in settings; also names its words: `do-<id>` says what it
            /// does, `short-<id>` is the word in the footer.
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// The group in the help.
            pub fn group(self) -> Group {
                match self { $(Self::$name => Group::$group,)* }
            }

            /// Where it is at hand.
            pub fn scope(self) -> Scope {
                match self { $(Self::$name => Scope::$scope,)* }
            }

            /// The keys it has when the settings say nothing; the first is shown.
            pub fn default_keys(self) -> Vec<Key> {
                match self { $(Self::$name => vec![$($key),*],)* }
            }
        }
    };
}

const fn on(code: Code) -> Key {
    Key::plain(code)
}

const fn ch(character: char) -> Key {
    Key::char(character)
}

actions! {
    /// One row up.
    Up, "up", Move, Moving, [on(Code::Up), ch('k')];
    /// One row down.
    Down, "down", Move, Moving, [on(Code::Down), ch('j')];
    /// Fold a group; the tab before.
    Left, "left", Move, Moving, [on(Code::Left), ch('h')];
    /// Unfold a group; the next tab.
    Right, "right", Move, Moving, [on(Code::Right), ch('l')];
    /// One screen up.
    PageUp, "page-up", Move, Moving, [on(Code::PageUp)];
    /// One screen down.
    PageDown, "page-down", Move, Moving, [on(Code::PageDown)];
    /// To the first row.
    First, "first", Move, Moving, [on(Code::Home)];
    /// To the last row.
    Last, "last", Move, Moving, [on(Code::End)];
    /// The next pane.
    NextPane, "next-pane", Move, Moving, [on(Code::Tab)];
    /// The pane before.
    PreviousPane, "previous-pane", Move, Moving, [Key::shift(Code::Tab)];
    /// Open what the cursor stands on.
    Open, "open", Move, Moving, [on(Code::Enter)];
    /// One step back; never leaves the program.
    Back, "back", Move, Everywhere, [on(Code::Esc)];
    /// Answer yes; once more takes it back.
    Yes, "yes", Answer, Signs, [ch(' '), ch('1'), ch('y')];
    /// Answer no; once more takes it back.
    No, "no", Answer, Signs, [ch('n'), ch('2')];
    /// Answer "not sure"; once more takes it back.
    NotSure, "not-sure", Answer, Signs, [ch('u'), ch('3')];
    /// Take the answer back.
    Clear, "clear", Answer, Signs, [on(Code::Delete), ch('0'), on(Code::Backspace)];
    /// What does this question mean?
    Explain, "explain", Answer, Signs, [ch('i'), ch('4')];
    /// Take back the last change.
    Undo, "undo", Answer, Browse, [ch('z'), ch('5')];
    /// Do it again.
    Redo, "redo", Answer, Browse, [ch('Z'), ch('6')];
    /// Forget all answers, after a question.
    StartOver, "start-over", Answer, Browse, [ch('X')];
    /// Not sure about everything still open on a list.
    RestNotSure, "rest-not-sure", Answer, Guide, [ch('o')];
    /// Start the countdown of a self-check, or pause it.
    Countdown, "countdown", Answer, Guide, [ch('t')];
    /// Enter results of tests.
    EnterResults, "enter-results", Answer, Guide, [ch('e')];
    /// Show only signs that hold what one types.
    Filter, "filter", Go, Browse, [ch('f')];
    /// Show only answered signs.
    AnsweredOnly, "answered-only", Go, Browse, [ch('o')];
    /// "I examine this person": show what only an examiner knows.
    Examiner, "examiner", Go, Browse, [ch('e')];
    /// The walkthrough, question by question.
    Guide, "guide", Go, Browse, [ch('g')];
    /// Go on to the next screen of the walkthrough.
    GoOn, "go-on", Go, Guide, [ch('c')];
    /// Why is this asked?
    WhyAsked, "why-asked", Go, Guide, [ch('w')];
    /// The result so far.
    SoFar, "so-far", Go, Guide, [ch('r')];
    /// All answers so far, to change one.
    Review, "review", Go, Guide, [ch('a')];
    /// What else can be done on this screen of the walkthrough.
    OtherThings, "other-things", Go, Guide, [ch('m')];
    /// Leave the walkthrough for the browser; nothing is lost.
    Leave, "leave", Go, Guide, [ch('x')];
    /// Search everything.
    Search, "search", Go, Browse, [ch('/'), ch('7')];
    /// The map of the leg.
    BodyMap, "body-map", Go, Browse, [ch('b'), ch('8')];
    /// The page before this one.
    PageBack, "page-back", Go, Browse, [ch('['), Key::alt(Code::Left)];
    /// The page after this one.
    PageForward, "page-forward", Go, Browse, [ch(']'), Key::alt(Code::Right)];
    /// To the next question that would tell most.
    NextQuestion, "next-question", Go, Browse, [ch('w')];
    /// Why is it so urgent? The page of the red flag.
    Urgency, "urgency", Go, Browse, [ch('!')];
    /// The summary to take along.
    Summary, "summary", Go, Browse, [ch('s'), on(Code::F(3))];
    /// On the summary: for the doctor, or in plain words.
    SummaryDepth, "summary-depth", Go, Summary, [ch('1'), ch('d')];
    /// On the summary: save it to a file.
    SummarySave, "summary-save", Go, Summary, [ch('2'), ch('s')];
    /// On the summary: the answers as a code and a picture.
    SummaryCode, "summary-code", Go, Summary, [ch('3'), ch('c')];
    /// On the summary: copy it to the clipboard.
    SummaryCopy, "summary-copy", Go, Summary, [ch('4'), ch('y')];
    /// The other side of the leg.
    OtherSide, "other-side", Go, Body, [ch('s')];
    /// Pictures or words.
    AsWords, "as-words", Go, Body, [ch('w')];
    /// Save the answers to a file.
    Save, "save", Program, Browse, [Key::ctrl('s')];
    /// Open answers from a file.
    OpenFile, "open-file", Program, Browse, [Key::ctrl('o')];
    /// The next theme.
    Theme, "theme", Program, Everywhere, [Key::ctrl('t')];
    /// Leave the mouse to the terminal, or take it back.
    Mouse, "mouse", Program, Everywhere, [Key::ctrl('g')];
    /// This help.
    Help, "help", Program, Everywhere, [ch('?'), on(Code::F(1)), ch('9')];
    /// Draw everything anew.
    Redraw, "redraw", Program, Everywhere, [Key::ctrl('l')];
    /// Pause the program and go back to the shell.
    Suspend, "suspend", Program, Everywhere, [Key::ctrl('z')];
    /// Leave the program.
    Quit, "quit", Program, Everywhere, [Key::ctrl('q'), Key::ctrl('c')];
}
