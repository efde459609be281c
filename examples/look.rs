use ratatui::crossterm::event::{
    self, Event, KeyCode, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use tingle::{
    app::*, assessment::*, keys::*, knowledge::*, language::Language, settings::Settings,
    theme::Theme,
};
fn main() {
    let files: &'static Files = Box::leak(Box::new(Files::embedded()));
    let kb: &'static Knowledge = Box::leak(Box::new(Knowledge::load(files).unwrap()));
    let engine: &'static Engine = Box::leak(Box::new(Engine::new(kb).unwrap()));
    let welcome = std::env::args().nth(1).as_deref() == Some("welcome");
    let ascii = std::env::args().any(|a| a == "ascii");
    let mut t = ratatui::init();
    ratatui::crossterm::execute!(
        std::io::stdout(),
        event::EnableMouseCapture,
        event::EnableBracketedPaste
    )
    .unwrap();
    let size = t.size().unwrap();
    let mut settings = Settings::default();
    settings.ascii = ascii;
    let mut th = Theme::mono();
    if !std::env::args().any(|a| a == "mono") {
        use ratatui::style::*;
        th.accent = Style::new().fg(Color::Magenta);
        th.quiet = Style::new().fg(Color::Gray);
        th.rule = Style::new().fg(Color::DarkGray);
        th.urgent = Style::new()
            .fg(Color::White)
            .bg(Color::Red)
            .add_modifier(Modifier::BOLD);
        th.soon = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
        th.bar = Style::new().fg(Color::Magenta);
    }
    let mut state = State::new(Start {
        engine,
        language: Language::english().unwrap(),
        settings,
        bindings: Bindings::default(),
        themes: vec![th],
        emergency_number: "112".into(),
        welcome,
        answers: Answers::new(),
        file: None,
        size: (size.width, size.height),
    });
    loop {
        let mut hits = Hits::default();
        t.draw(|f| {
            let a = f.area();
            hits = tingle::ui::draw(&state, a, f.buffer_mut());
            if let Some(c) = hits.cursor {
                f.set_cursor_position(c)
            }
        })
        .unwrap();
        update(&mut state, Message::Drawn(hits));
        let m = match event::read().unwrap() {
            Event::Key(k) if k.kind != KeyEventKind::Release => {
                let code = match k.code {
                    KeyCode::Char(c) => Code::Char(c),
                    KeyCode::Enter => Code::Enter,
                    KeyCode::Esc => Code::Esc,
                    KeyCode::Tab => Code::Tab,
                    KeyCode::BackTab => Code::Tab,
                    KeyCode::Backspace => Code::Backspace,
                    KeyCode::Up => Code::Up,
                    KeyCode::Down => Code::Down,
                    KeyCode::Left => Code::Left,
                    KeyCode::Right => Code::Right,
                    KeyCode::Home => Code::Home,
                    KeyCode::End => Code::End,
                    KeyCode::PageUp => Code::PageUp,
                    KeyCode::PageDown => Code::PageDown,
                    KeyCode::Delete => Code::Delete,
                    KeyCode::F(n) => Code::F(n),
                    _ => continue,
                };
                Message::Key(Key {
                    code,
                    ctrl: k.modifiers.contains(KeyModifiers::CONTROL),
                    alt: k.modifiers.contains(KeyModifiers::ALT),
                    shift: k.code == KeyCode::BackTab,
                })
            }
            Event::Mouse(m) => Message::Mouse(Mouse {
                column: m.column,
                row: m.row,
                deed: match m.kind {
                    MouseEventKind::Down(MouseButton::Left) => Deed::Press,
                    MouseEventKind::ScrollUp => Deed::WheelUp,
                    MouseEventKind::ScrollDown => Deed::WheelDown,
                    _ => continue,
                },
            }),
            Event::Resize(w, h) => Message::Resize(w, h),
            Event::Paste(p) => Message::Paste(p),
            _ => continue,
        };
        if update(&mut state, m)
            .iter()
            .any(|e| matches!(e, Effect::Quit(_)))
        {
            break;
        }
    }
    ratatui::restore();
}
