//! Letters into a folder, and what a server writes back.

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
