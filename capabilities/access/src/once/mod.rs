//! A form is done once, however often it is sent: a double tap, a bad network, a page that is loaded again.

mod key;
mod store;
mod unsent;
mod view;

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::LOCATION;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt as _;
use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};
use ui::{FormKeys, Frame};

use crate::events::{Stopped, stopped};
use crate::operator::token::random;
use crate::{Caller, Csrf, Fields, Here, Route};
use key::{Marks, Sent};
pub use store::ENDS;
use store::{Claim, Known};
pub use unsent::Unsent;
use view::Why;

/// How long a form is remembered. A session, and with it the key, ends long before.
pub const KEPT: Duration = Duration::from_secs(24 * 60 * 60);

/// A form that nobody said to be at for so long may be done by somebody else: its server fell over.
const ABANDONED: Duration = Duration::from_secs(60);
const STILL_AT_IT: Duration = Duration::from_secs(20);

/// The second tap waits for the answer to the first: so often, with so much between.
const LOOKS: u32 = 200;
const BETWEEN: Duration = Duration::from_millis(50);

/// Forms that carry no key, and why that is right.
pub const EXEMPT: [(&str, &str); 21] = [
    ("/beheer/aanmelden", "nobody is signed in yet, and signing in twice ends the first session"),
    ("/aanmelden/demo", "nobody is signed in yet, and coming in twice ends the first session"),
    ("/aanmelden/sleutel/begin", "a new question to a key takes the place of the one before"),
    ("/aanmelden/sleutel/klaar", "a key answers a question once by itself"),
    ("/ik/sleutel/begin", "a new question to a key takes the place of the one before"),
    ("/ik/sleutel/klaar", "a key answers a question once by itself"),
    ("/terug", "a code that was asked for twice in one browser is the same code"),
    ("/terug/verder", "a code lets somebody in once by itself"),
    ("/uitnodiging/{token}", "opening an invitation twice in one browser is opening it once"),
    ("/uitnodiging/{token}/ja", "an invitation counts once by itself"),
    (
        "/beheer/partij/{party}/mensen/uitnodigen",
        "the form carries its own secret: twice shows the same code",
    ),
    ("/beheer/mensen/uitnodigen", "the form carries its own secret: twice shows the same code"),
    ("/antwoord/{token}/klopt", "the link in the mail counts once by itself"),
    ("/antwoord/{token}/veranderd", "the link in the mail counts once by itself"),
    ("/antwoord/{token}/weg", "the link in the mail counts once by itself"),
    ("/partij/aanmelden", "the same words, sent twice while nobody decided, are one request"),
    ("/mail/{token}", "starting or stopping letters twice is doing it once"),
    ("/vraag/concept", "what was typed last is what is kept"),
    ("/overdracht/{handover}/concept", "what was typed last is what is kept"),
    ("/antwoord/{token}/vertrek", "the form carries its own secret: twice leads to the same page"),
    ("/antwoord/{token}/terug", "coming back twice is coming back once, and its link ends after a week"),
];

/// What the layer needs.
#[derive(Clone)]
pub struct Once {
    db: Db,
    clock: fn() -> Moment,
    /// Forms that must carry a key, by the pattern of their address.
    forms: Arc<HashSet<&'static str>>,
    /// What this very process is doing.
    running: Arc<Mutex<HashSet<[u8; 32]>>>,
}

impl Once {
    /// For every form of the table that is not [`EXEMPT`].
    #[must_use]
    pub fn new(db: Db, clock: fn() -> Moment, routes: &[Route]) -> Self {
        let forms = routes.iter().filter(|route| needs_key(route)).map(|route| route.path).collect();
        Self { db, clock, forms: Arc::new(forms), running: Arc::default() }
    }
}

/// Whether a form at this route is refused without a key.
#[must_use]
pub fn needs_key(route: &Route) -> bool {
    route.method == Method::POST && EXEMPT.iter().all(|(path, _)| *path != route.path)
}

/// The session a request is of: its keys count in no other, and its turns are its own. Who has none has no form with a key.
#[must_use]
pub fn session(caller: &Caller) -> Option<&Csrf> {
    caller.csrf()
}

/// The layer: gives every page keys for its forms, and answers a form that comes again as the first time.
pub async fn once(State(once): State<Once>, mut request: Request, next: Next) -> Response {
    let caller = request.extensions().get::<Caller>().cloned().unwrap_or_default();
    let here = request.extensions().get::<Here>().copied();
    let (Some(session), Some(Here(municipality))) = (session(&caller), here) else {
        return next.run(request).await;
    };
    match random() {
        Ok(chance) => {
            if let Some(frame) = request.extensions_mut().get_mut::<Frame>() {
                frame.once = Some(FormKeys::new(chance));
            }
        }
        Err(trouble) => return trouble.into_response(),
    }
    let pattern = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    if request.method() != Method::POST || !pattern.is_some_and(|path| once.forms.contains(path)) {
        return next.run(request).await;
    }
    let Some(frame) = request.extensions().get::<Frame>().cloned() else {
        return Trouble::fault("a form outside the frame layer").into_response();
    };
    let sent = match Sent::read(request).await {
        Ok(sent) => sent,
        Err(unread) => return unread,
    };
    let to = sent.request.uri().path().to_owned();
    let Sent { request, key, typed, body } = sent;
    let unsent = || Unsent::of(typed.as_ref()?, body.len());
    let refuse = |why| refused(&frame, &caller, why, (typed.as_ref(), &to), unsent);
    let Some(key) = &key else {
        stopped(Stopped::KeylessForm);
        return refuse(Why::NoKey);
    };
    // By a proof of a session that is over no key is used. A form with a file is not read so far: its handler looks.
    if let Some(Err(trouble)) = typed.as_ref().map(|typed| caller.proved(typed.get("csrf"))) {
        return unproved(&frame, unsent(), trouble);
    }
    let marks = Marks::of(session, key, &to, &body);
    match once.claim(municipality, &marks).await {
        Ok(Known::Ours(claim)) => once.run(claim, marks.key, request, next).await,
        Ok(Known::Answered(status, Some(location))) => (status, [(LOCATION, location)]).into_response(),
        Ok(Known::Answered(status, None)) => (status, view::done(&frame)).into_response(),
        Ok(Known::Running) => Trouble::not_yet("once-busy").into_response(),
        Ok(Known::Elsewhere) => refuse(Why::Elsewhere),
        Ok(Known::Changed) => refuse(Why::Changed),
        Err(trouble) => trouble.into_response(),
    }
}

/// What was typed is given back with why it was not taken.
fn refused(
    frame: &Frame,
    caller: &Caller,
    why: Why,
    (typed, to): (Option<&Fields>, &str),
    unsent: impl Fn() -> Option<Unsent>,
) -> Response {
    let page = match typed.map(|typed| (typed, caller.proved(typed.get("csrf")))) {
        None => view::reload(frame, why),
        Some((typed, Ok(()))) => view::again(frame, to, why, typed),
        Some((_, Err(trouble))) => return unproved(frame, unsent(), trouble),
    };
    (StatusCode::CONFLICT, page).into_response()
}

/// The page was of an earlier session, perhaps of somebody else: what was typed is shown, and goes on only when it is typed
/// in a page of this session. That the form came from a page of ours was seen before it was read.
fn unproved(frame: &Frame, unsent: Option<Unsent>, trouble: Trouble) -> Response {
    match unsent {
        Some(unsent) => (StatusCode::FORBIDDEN, unsent.of_before(frame)).into_response(),
        None => trouble.into_response(),
    }
}

impl Once {
    /// The claim, or the answer of who had it before; waits a while for that.
    async fn claim(&self, municipality: Municipality, marks: &Marks) -> Answer<Known> {
        for _ in 0..LOOKS {
            let running = self.doing().contains(&marks.key);
            match store::claim(&self.db, municipality, marks, running, (self.clock)()).await? {
                Known::Running => tokio::time::sleep(BETWEEN).await,
                known => return Ok(known),
            }
        }
        Ok(Known::Running)
    }

    /// Does the form to its end, also when who sent it hangs up: otherwise it could be done and not be remembered.
    async fn run(&self, claim: Claim, key: [u8; 32], request: Request, next: Next) -> Response {
        let once = self.clone();
        let task = tokio::spawn(async move {
            let _doing = Doing::begin(&once, key);
            let answer = tokio::select! {
                answer = AssertUnwindSafe(next.run(request)).catch_unwind() => answer,
                never = once.keep_holding(&claim) => match never {},
            };
            let done = answer.as_ref().ok().and_then(done);
            if let Err(trouble) = once.settle(&claim, done).await {
                tracing::warn!(%trouble, "what a form was answered could not be kept");
            }
            answer
        });
        match task.await {
            Ok(Ok(response)) => response,
            Ok(Err(panic)) => resume_unwind(panic),
            Err(stopped) => Trouble::fault(stopped).into_response(),
        }
    }

    async fn settle(&self, claim: &Claim, done: Option<(StatusCode, Option<String>)>) -> Answer<()> {
        match done {
            Some((status, to)) => store::answer(&self.db, claim, status, to.as_deref()).await,
            None => store::release(&self.db, claim).await,
        }
    }

    async fn keep_holding(&self, claim: &Claim) -> Infallible {
        loop {
            tokio::time::sleep(STILL_AT_IT).await;
            if let Err(trouble) = store::hold(&self.db, claim, (self.clock)()).await {
                tracing::warn!(%trouble, "a form that takes long could not be held");
            }
        }
    }

    fn doing(&self) -> std::sync::MutexGuard<'_, HashSet<[u8; 32]>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Done is what was answered with a page or another address. Everything else changed nothing:
/// a no is said before anything is written, and what failed was rolled back with its transaction.
fn done(response: &Response) -> Option<(StatusCode, Option<String>)> {
    let status = response.status();
    let to = || response.headers().get(LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned);
    (status.is_success() || status.is_redirection()).then(|| (status, to()))
}

/// While it is there, this process is at the form.
struct Doing<'o>(&'o Once, [u8; 32]);

impl<'o> Doing<'o> {
    fn begin(once: &'o Once, key: [u8; 32]) -> Self {
        once.doing().insert(key);
        Self(once, key)
    }
}

impl Drop for Doing<'_> {
    fn drop(&mut self) {
        self.0.doing().remove(&self.1);
    }
}
