//! The socket: connections taken in, slow ones let go, and an ending that lets running requests finish.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use access::Address;
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::Semaphore;
use tower::ServiceExt as _;

use crate::refusal::Refusal;

/// For the whole head of a request; also how long an idle connection is kept.
const HEAD: Duration = Duration::from_secs(20);
/// How long running requests may take to finish once the server was told to stop.
const FINISH: Duration = Duration::from_secs(10);
const CONNECTIONS: usize = 4_000;

/// What ends the server.
#[derive(Debug)]
pub struct Stop(tokio::sync::watch::Receiver<bool>);

impl Stop {
    /// SIGTERM, or Ctrl-C; once more and the process ends at once.
    ///
    /// # Errors
    /// When the system gives no signals.
    pub fn on_signal() -> Result<Self, Refusal> {
        let trap = |kind| {
            signal(kind).map_err(|error| Refusal::new(format!("The system gives no signals: {error}.")))
        };
        let (mut terminate, mut interrupt) = (trap(SignalKind::terminate())?, trap(SignalKind::interrupt())?);
        let (say, heard) = tokio::sync::watch::channel(false);
        tokio::spawn(async move {
            tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
            // Nobody listens any more when the server ended by itself.
            let _ = say.send(true);
            tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
            std::process::exit(130);
        });
        Ok(Self(heard))
    }

    /// For a test: stops when true is sent.
    #[must_use]
    pub fn when(heard: tokio::sync::watch::Receiver<bool>) -> Self {
        Self(heard)
    }
}

/// Takes the address, or says who has it.
///
/// # Errors
/// One sentence: occupied, no permission, or not an address of this machine.
pub async fn bind(address: SocketAddr) -> Result<TcpListener, Refusal> {
    TcpListener::bind(address).await.map_err(|error| {
        let port = address.port();
        Refusal::new(match error.kind() {
            std::io::ErrorKind::AddrInUse => format!(
                "Port {port} is taken by another program: stop that one, or choose another port with --port or `listen` in the settings."
            ),
            std::io::ErrorKind::PermissionDenied => format!(
                "This user may not listen on port {port}: choose one above 1023 with --port or `listen` in the settings."
            ),
            std::io::ErrorKind::AddrNotAvailable => format!("{} is no address of this machine.", address.ip()),
            other => format!("Listening on {address} does not work: {other}."),
        })
    })
}

/// Serves until told to stop; then finishes what runs, for ten seconds at most.
pub async fn listen(listener: TcpListener, router: Router, mut stop: Stop, behind_proxy: bool) {
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok(place) = room.clone().acquire_owned().await else { break };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stop.0.wait_for(|stop| *stop) => break,
        };
        match accepted {
            Ok((stream, from)) => {
                let served = graceful.watch(connection(stream, from, router.clone(), behind_proxy));
                tokio::spawn(async move {
                    // A visitor who hangs up half-way is no news.
                    let _ = served.await;
                    drop(place);
                });
            }
            Err(error) => {
                tracing::warn!(kind = %error.kind(), "a connection was not taken in");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    tracing::info!("stopping: running requests may finish");
    if tokio::time::timeout(FINISH, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests did not finish in time");
    }
}

fn connection(
    stream: TcpStream,
    from: SocketAddr,
    router: Router,
    behind_proxy: bool,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> {
    // A failure means the other side is gone; the first read will say so.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: Request<hyper::body::Incoming>| {
        let mut request = request.map(Body::new);
        let address = address(&request, from.ip(), behind_proxy);
        request.extensions_mut().insert(Address(address));
        router.clone().oneshot(request)
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(64 * 1024)
        .serve_connection(TokioIo::new(stream), service)
}

/// Who asks: whoever is at the other end of the line, or whom our own proxy says.
fn address(request: &Request<Body>, from: IpAddr, behind_proxy: bool) -> IpAddr {
    Some(from).filter(|_| !behind_proxy).or_else(|| forwarded(request)).unwrap_or(from)
}

/// The last entry is the one our own proxy wrote; what stands before it anybody can write.
fn forwarded(request: &Request<Body>) -> Option<IpAddr> {
    let line = request.headers().get_all("x-forwarded-for").iter().next_back()?;
    line.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_our_proxy_wrote_counts_and_what_a_visitor_wrote_does_not() {
        let asked = |lines: &[&str]| {
            let mut request = Request::new(Body::empty());
            for line in lines {
                request.headers_mut().append("x-forwarded-for", line.parse().unwrap());
            }
            request
        };
        let [proxy, visitor] = ["10.0.0.1", "203.0.113.9"].map(|text| text.parse::<IpAddr>().unwrap());
        // Without a proxy the header is anybody's.
        assert_eq!(address(&asked(&["203.0.113.9"]), proxy, false), proxy);
        for lines in [&["203.0.113.9"][..], &["198.51.100.7, 203.0.113.9"], &["198.51.100.7", "203.0.113.9"]]
        {
            assert_eq!(address(&asked(lines), proxy, true), visitor, "{lines:?}");
        }
        for lines in [&[][..], &["nobody"], &["203.0.113.9, "]] {
            assert_eq!(address(&asked(lines), proxy, true), proxy, "{lines:?}");
        }
    }
}
