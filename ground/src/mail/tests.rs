//! Letters into a folder and to a server, and what a server writes back.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};

use super::*;

fn letter() -> Letter {
    Letter {
        id: "0193-abc".to_owned(),
        to: "linde@oosterwaard.voorbeeld".to_owned(),
        subject: "Klopt het nog? ’t Anker".to_owned(),
        text: "Klopt het nog?\nhttp://localhost:8080/antwoord/aaaa/klopt\nهل ما زال صحيحًا؟\n".to_owned(),
        html: "<p>Klopt het nog?</p>".to_owned(),
        at: Moment::fixed(1_764_079_200_000_000),
        stops_at: None,
    }
}

#[tokio::test]
async fn a_letter_in_the_folder_can_be_read_as_it_stands_and_is_there_once() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("post");
    let post = Post::Folder(folder.clone(), Sender::parse("Kaart <kaart@oosterwaard.voorbeeld>").unwrap());
    post.send(&letter()).await.unwrap();
    post.send(&letter()).await.unwrap();
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files, [folder.join("0193-abc.eml")]);
    let text = std::fs::read_to_string(&files[0]).unwrap();
    for words in [
        "From: Kaart <kaart@oosterwaard.voorbeeld>\r\n",
        "To: linde@oosterwaard.voorbeeld\r\n",
        "Message-ID: <0193-abc@oosterwaard.voorbeeld>\r\n",
        "Date: Tue, 25 Nov 2025 14:00:00 +0000\r\n",
        "Auto-Submitted: auto-generated\r\n",
        "http://localhost:8080/antwoord/aaaa/klopt\r\n",
        "هل ما زال",
        "<p>Klopt het nog?</p>",
    ] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_and_a_folder_that_is_full_is_tried_later() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("no-folder");
    std::fs::write(&file, "").unwrap();
    let post = Post::Folder(file, Sender::parse("kaart@oosterwaard.voorbeeld").unwrap());
    assert!(matches!(post.send(&letter()).await, Err(Unsent::Later(_))));
    assert!(post.answers().await.is_err());
    let nobody = Letter { to: "niemand".to_owned(), ..letter() };
    assert_eq!(post.send(&nobody).await, Err(Unsent::Refused(0)));
}

#[test]
fn the_letter_a_server_could_not_deliver_is_known_from_its_report() {
    let report = "Message-ID: <E1-report@relay.voorbeeld>\r\nContent-Type: multipart/report\r\n\r\n--x\r\n\
         Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; relay.voorbeeld\r\n\r\n\
         Final-Recipient: rfc822;linde@oosterwaard.voorbeeld\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--x\r\n\
         Content-Type: message/rfc822\r\n\r\nMessage-ID:\r\n <0193-abc@oosterwaard.voorbeeld>\r\nSubject: Klopt het nog?\r\n";
    assert_eq!(message_id_in(report), Some(("0193-abc".to_owned(), true)));
    let delayed = report.replace("failed", "delayed").replace("5.1.1", "4.4.1");
    assert_eq!(message_id_in(&delayed), Some(("0193-abc".to_owned(), false)));
    for nothing in ["", "Action: failed\nStatus: 5.0.0\n", "\u{0}\n:\n: :"] {
        assert_eq!(message_id_in(nothing), None, "{nothing:?}");
    }
}

/// Says `answer` to one command (`.` ends the letter), and yes to all others.
fn serve(stream: TcpStream, command: &str, answer: &str) {
    let mut out = stream.try_clone().unwrap();
    let mut say = move |words: &str| out.write_all(format!("{words}\r\n").as_bytes()).is_ok();
    let mut is_letter = false;
    say("220 relay.voorbeeld");
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        let said = line.split(' ').next().unwrap();
        if is_letter && said != "." {
            continue;
        }
        is_letter = said == "DATA" && command != "DATA";
        let usual = if is_letter { "354 go on" } else { "250 yes" };
        if !say(if said == command { answer } else { usual }) {
            return;
        }
    }
}

async fn sent_where(command: &'static str, answer: &'static str) -> Result<(), Unsent> {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let server = std::thread::spawn(move || serve(listener.accept().unwrap().0, command, answer));
    let sender = Sender::parse("kaart@oosterwaard.voorbeeld").unwrap();
    let there = Server::new("127.0.0.1", port, Line::Open, None, None, &sender).unwrap();
    let sent = Post::Server(Box::new(there), sender).send(&letter()).await;
    server.join().unwrap();
    sent
}

#[tokio::test]
async fn a_server_that_does_not_want_the_letter_or_us_says_nothing_of_the_address() {
    assert_eq!(sent_where("nothing", "").await, Ok(()));
    for (command, answer) in [
        ("MAIL", "550 5.7.1 not from there"),
        ("MAIL", "550 not from there"),
        ("MAIL", "553 5.1.8 nobody knows you"),
        ("RCPT", "550 5.7.1 no relaying"),
        ("RCPT", "552 5.2.2 the mailbox is full"),
        ("RCPT", "552 the mailbox is full"),
        ("RCPT", "554 no"),
        ("RCPT", "450 4.2.0 come back later"),
        ("DATA", "550 no"),
        (".", "550 looks like spam"),
        (".", "552 5.3.4 too long"),
        (".", "554 5.7.1 looks like spam"),
    ] {
        let sent = sent_where(command, answer).await;
        assert!(matches!(sent, Err(Unsent::Later(_))), "{command} {answer}: {sent:?}");
    }
    for (command, answer, code) in [
        ("RCPT", "550 nobody of this name", 550),
        ("RCPT", "551 moved", 551),
        ("RCPT", "553 no such mailbox", 553),
        ("RCPT", "550-5.1.1 nobody of this name\r\n550 5.1.1 really", 550),
        ("RCPT", "554 5.1.1 nobody of this name", 554),
        ("RCPT", "550 5.2.1 not used any more", 550),
        (".", "550 5.1.1 nobody of this name", 550),
    ] {
        assert_eq!(sent_where(command, answer).await, Err(Unsent::Refused(code)), "{command} {answer}");
    }
}

#[test]
fn a_report_is_about_the_address_only_when_it_says_so() {
    let is_of_address = |more: &str| {
        let report = format!("Action: failed\r\n{more}\r\n\r\nMessage-ID: <0193-abc@a.voorbeeld>\r\n");
        message_id_in(&report).unwrap().1
    };
    for status in [
        "5.1.1",
        "5.1.10 (no mail at this domain)",
        "5.2.1",
        "5.0.0\r\nDiagnostic-Code: smtp; 550 5.1.1 <linde>: no such user",
        "5.0.0\r\nDiagnostic-Code: smtp; 550-no such user 550 here (in reply to RCPT TO command)",
    ] {
        assert!(is_of_address(&format!("Status: {status}")), "{status}");
    }
    for status in [
        "5.2.2",
        "5.7.1",
        "5.3.4",
        "5.0.0",
        "5.1.8",
        "5.0.0\r\nDiagnostic-Code: smtp; 550 5.7.1 looks like spam (in reply to RCPT TO command)",
        "5.0.0\r\nDiagnostic-Code: smtp; 550 looks like spam (in reply to end of DATA command)",
        "5.0.0\r\nDiagnostic-Code: smtp; 421 busy (in reply to RCPT TO command)",
    ] {
        assert!(!is_of_address(&format!("Status: {status}")), "{status}");
    }
}
