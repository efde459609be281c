//! What the screen of a kiosk asks of the world. Whatever takes time runs on a
//! thread of its own and tells the loop when it is done.

use std::sync::mpsc::Sender;
use std::thread;

use super::counters;
use super::print::{Outcome, Printer, Slip};
use super::speak::Speaker;
use crate::app::{Effect, Message};
use crate::commands::kiosk::report;
use crate::commands::{Format, Refusal};
use crate::language::Language;
use crate::settings::kiosk::{Printing, Settings};
use crate::terminal::events::Event;

/// Everything a kiosk can do beside its screen.
pub struct Hands {
    settings: Settings,
    language: Language,
    printer: Option<Printer>,
    speaker: Speaker,
    events: Sender<Event>,
}

impl Hands {
    /// The hands that these settings allow.
    pub fn new(settings: Settings, language: Language, events: Sender<Event>) -> Self {
        let printer = match settings.print {
            Printing::Off => None,
            Printing::Lp => Some(Printer::queue(&settings.queue, settings.print_timeout)),
            #[cfg(feature = "escpos")]
            Printing::EscPos => Some(Printer::device(&settings.device, settings.print_timeout)),
            #[cfg(not(feature = "escpos"))]
            Printing::EscPos => None,
        };
        Self {
            speaker: Speaker::new(settings.speak.clone()),
            settings,
            language,
            printer,
            events,
        }
    }

    /// Does what the screen asks for; what can be told at once is.
    pub fn perform(&mut self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::Print { number, text } => self.print(number, text),
            Effect::CheckPin(typed) => {
                let (pin, events) = (self.settings.pin.clone(), self.events.clone());
                let check = move || {
                    let right = pin.is_some_and(|pin| pin.is_of(typed.as_str()));
                    let _ = events.send(Event::Message(Message::PinChecked(right)));
                };
                let started = thread::Builder::new().name("pin".into()).spawn(check);
                started.err().map(|_| Message::PinChecked(false))
            }
            Effect::Count(happening) => {
                if let Some(folder) = &self.settings.counters {
                    let day = counters::today(self.settings.minutes_ahead);
                    // A visitor is not told that counting failed; the report says
                    // which days are missing.
                    let _ = counters::count(folder, day, happening);
                }
                None
            }
            Effect::TellCounters => Some(Message::Told(self.counters())),
            Effect::Speak(text) => {
                // Without its voice the screen still says everything.
                let _ = self.speaker.say(&text);
                None
            }
            Effect::Silence => {
                self.speaker.stop();
                None
            }
            _ => None,
        }
    }

    fn print(&self, number: u64, text: String) -> Option<Message> {
        let failed = |key: &str| Some(Message::Printed(number, Err(self.language.say(key))));
        let Some(printer) = &self.printer else {
            return failed("kiosk-no-printer");
        };
        let (events, language) = (self.events.clone(), self.language.clone());
        let slip = Slip { id: number, text };
        let on_its_way = printer.print(slip, move |id, outcome| {
            let told = Message::Printed(id, told(&language, outcome));
            let _ = events.send(Event::Message(told));
        });
        if on_its_way {
            None
        } else {
            failed("kiosk-printer-busy")
        }
    }

    fn counters(&self) -> String {
        let Some(folder) = &self.settings.counters else {
            return self.language.say("kiosk-no-counters");
        };
        counters::read(folder)
            .and_then(|tally| report(&tally, Format::Text))
            .unwrap_or_else(|refusal: Refusal| refusal.message)
    }
}

fn told(language: &Language, outcome: Outcome) -> Result<(), String> {
    Err(match outcome {
        Outcome::Printed => return Ok(()),
        Outcome::NoPrinter => language.say("kiosk-no-printer"),
        Outcome::NoPaper => language.say("kiosk-no-paper"),
        Outcome::Fault(fault) => fault,
        Outcome::TimedOut => language.say("kiosk-print-slow"),
    })
}
