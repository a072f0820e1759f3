//! Mail: one letter at a time, to a real server or into a folder. The log says that it went, never to whom or what.

mod folder;
mod smtp;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::time::{Duration, UNIX_EPOCH};

use lettre::Message;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, MultiPart, SinglePart};

use crate::moment::Moment;

pub use smtp::{Line, Login, Server};

/// What is sent to one address: plain text, and the same as simple HTML.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Returns in the answer of a server that cannot deliver it: see [`message_id_in`].
    pub id: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub at: Moment,
    /// The address at which a tap in the mail program ends such letters (RFC 8058), when there are more to come.
    pub stops_at: Option<String>,
}

/// Who the letters are from: `Sociale kaart <kaart@voorbeeld.nl>`. What cannot be delivered comes back there.
#[derive(Clone, Debug)]
pub struct Sender(Mailbox);

impl Sender {
    /// # Errors
    /// The end of a sentence that begins with the name of the setting.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = "must be a mail address, such as \"Sociale kaart <kaart@voorbeeld.nl>\"";
        text.parse().map(Self).map_err(|_| wrong.to_owned())
    }

    #[must_use]
    pub fn shown(&self) -> String {
        self.0.to_string()
    }

    /// What stands after the @.
    #[must_use]
    pub fn host(&self) -> &str {
        self.0.email.domain()
    }
}

/// Where letters go.
#[derive(Clone, Debug)]
pub enum Post {
    /// There is none: nobody can be mailed.
    None,
    /// A folder in which each letter becomes a file that a mail program opens.
    Folder(PathBuf, Sender),
    Server(Box<Server>, Sender),
}

/// Why a letter did not go.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unsent {
    /// This address takes no mail, and will not tomorrow: an answer 5xx that says so of it, or no address at all.
    #[error("the address was refused ({0})")]
    Refused(u16),
    /// It certainly did not go, and may go later: no connection, no sign-in, an answer 4xx, a full disk or mailbox, a
    /// server that does not want the letter or us.
    #[error("{0}")]
    Later(String),
    /// The line broke while the server had it: nobody knows.
    #[error("the line broke while the server had it")]
    Unknown,
}

impl Post {
    #[must_use]
    pub const fn is_there(&self) -> bool {
        !matches!(self, Self::None)
    }

    /// Takes one letter away.
    ///
    /// # Errors
    /// [`Unsent`].
    pub async fn send(&self, letter: &Letter) -> Result<(), Unsent> {
        let sent = match self {
            Self::None => return Err(Unsent::Later("there is no mail server".to_owned())),
            Self::Folder(folder, sender) => {
                let message = message(letter, sender, Written::ToBeRead)?;
                folder::put(folder, &letter.id, message.formatted()).await
            }
            Self::Server(server, sender) => server.send(message(letter, sender, Written::ForTheLine)?).await,
        };
        match &sent {
            Ok(()) => tracing::info!(letter = letter.id, "a letter went"),
            Err(no) => tracing::warn!(letter = letter.id, why = %no, "a letter did not go"),
        }
        sent
    }

    /// Whether a letter would be taken now, as a sentence either way.
    ///
    /// # Errors
    /// What is wrong.
    pub async fn answers(&self) -> Result<String, String> {
        match self {
            Self::None => Ok("none is set, so parties are called and not mailed".to_owned()),
            Self::Folder(folder, _) => folder::takes(folder).await,
            Self::Server(server, _) => server.answers().await,
        }
    }
}

/// How the words stand in the letter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    /// As every mail server passes it on.
    ForTheLine,
    /// As it is read: whoever opens the file sees words and whole links.
    ToBeRead,
}

fn message(letter: &Letter, sender: &Sender, written: Written) -> Result<Message, Unsent> {
    let to: Mailbox = letter.to.parse().map_err(|_| Unsent::Refused(0))?;
    let body = |text: &str| match written {
        Written::ForTheLine => Body::new(text.to_owned()),
        Written::ToBeRead => {
            let bytes = text.replace("\r\n", "\n").replace('\n', "\r\n").into_bytes();
            Body::dangerous_pre_encoded(bytes, ContentTransferEncoding::EightBit)
        }
    };
    let part = |kind, text: &str| SinglePart::builder().header(kind).body(body(text));
    let sent_at = UNIX_EPOCH + Duration::from_micros(u64::try_from(letter.at.micros()).unwrap_or(0));
    // Away-messages would only come back to nobody (RFC 3834).
    let by_itself = [("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "OOF, AutoReply")];
    let builder = Message::builder()
        .message_id(Some(format!("<{}@{}>", letter.id, sender.host())))
        .date(sent_at)
        .from(sender.0.clone())
        .to(to)
        .subject(letter.subject.clone());
    let stop = letter.stops_at.iter().flat_map(|link| {
        let one_click = "List-Unsubscribe=One-Click".to_owned();
        [("List-Unsubscribe", format!("<{link}>")), ("List-Unsubscribe-Post", one_click)]
    });
    let by_itself = by_itself.map(|(name, value)| (name, value.to_owned()));
    let builder = by_itself.into_iter().chain(stop).fold(builder, |builder, (name, value)| {
        let name = HeaderName::new_from_ascii_str(name);
        builder.raw_header(HeaderValue::new(name, value))
    });
    let both = MultiPart::alternative()
        .singlepart(part(ContentType::TEXT_PLAIN, &letter.text))
        .singlepart(part(ContentType::TEXT_HTML, &letter.html));
    builder.multipart(both).map_err(|_| Unsent::Refused(0))
}

/// Whether an answer 5xx says that the receiver's address takes no mail, and not that the letter or the sender is unwanted
/// or the mailbox full. `to_address`: whether it was the answer to that address.
fn is_of_address(code: u16, words: &str, to_address: bool) -> bool {
    match enhanced(words) {
        Some(code) => is_no_address(code),
        None => to_address && matches!(code, 550 | 551 | 553),
    }
}

/// The code with which a text begins (RFC 3463). One that leaves everything open says nothing.
fn enhanced(words: &str) -> Option<&str> {
    let first = words.split_whitespace().next()?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_code = first.split('.').count() == 3 && first.split('.').all(digits);
    (is_code && first != "5.0.0").then_some(first)
}

/// 5.1.7 and 5.1.8 are about the sender's address.
fn is_no_address(code: &str) -> bool {
    code == "5.2.1" || (code.starts_with("5.1.") && !matches!(code, "5.1.7" | "5.1.8"))
}

/// From what a mail server writes back (RFC 3464, or only the letter it returns): does the address take no mail, and which
/// letter was it? The id is the one of [`Letter::id`], before the @.
#[must_use]
pub fn message_id_in(report: &str) -> Option<(String, bool)> {
    let unfolded = report.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    let field = |name: &'static str| {
        unfolded.lines().rev().filter_map(move |line| {
            let (key, value) = line.split_once(':')?;
            key.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        })
    };
    // The last one is the letter's own: the report has one too, and it stands above.
    let id = field("message-id").next()?;
    let id = id.trim_start_matches('<').split(['@', '>']).next()?.to_owned();
    let failed = field("action").any(|action| action.eq_ignore_ascii_case("failed"));
    // Where the status leaves everything open, what the receiver's own server said is in the diagnosis.
    let to_address = unfolded.contains("RCPT TO");
    let for_good = field("status").any(|status| match enhanced(&status) {
        Some(code) => is_no_address(code),
        None => field("diagnostic-code").any(|said| is_diagnosed(&said, to_address)),
    });
    Some((id, failed && for_good))
}

/// Of `smtp; 550 5.1.1 No such user`.
fn is_diagnosed(said: &str, to_address: bool) -> bool {
    let answer = said.split_once(';').map_or("", |(_, answer)| answer.trim());
    let code = answer.get(..3).and_then(|code| code.parse().ok());
    code.is_some_and(|code| {
        (500..600).contains(&code) && is_of_address(code, answer.get(4..).unwrap_or_default(), to_address)
    })
}
