//! A program that is killed while it mails: nobody is mailed twice, and nobody is forgotten.

use std::time::Duration;

use directory::alive::post::Done;
use ground::db::testing::THEN;
use ground::mail::{Line, Post, Sender, Server};
use samenspel::settings::Settings;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use crate::alive::{DAY, Story, linde};

/// A mail server that is polite until it is given a letter, and then says no more.
async fn dumbstruck(listener: TcpListener, given: mpsc::Sender<()>) {
    while let Ok((line, _)) = listener.accept().await {
        tokio::spawn(serve(line, given.clone()));
    }
}

async fn serve(mut line: TcpStream, given: mpsc::Sender<()>) -> std::io::Result<()> {
    let (read, mut write) = line.split();
    let mut said = BufReader::new(read).lines();
    write.write_all(b"220 here\r\n").await?;
    while let Some(words) = said.next_line().await? {
        if words.starts_with("MAIL FROM") {
            let _ = given.send(()).await;
        } else {
            write.write_all(b"250 good\r\n").await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn who_is_killed_while_mailing_mails_nobody_twice_and_forgets_nobody() {
    Story::tell(linde, async |story: Story| {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (given, mut gave) = mpsc::channel(1);
        tokio::spawn(dumbstruck(listener, given));
        let sender = Sender::parse("Sociale kaart <kaart@oosterwaard.voorbeeld>").unwrap();
        let server = Server::new("127.0.0.1", port, Line::Open, None, None, &sender).unwrap();
        let post = Post::Server(Box::new(server), sender);
        let office = samenspel::serve::office(&Settings { post, ..story.settings.clone() });
        tokio::select! {
            done = office.round(&story.db, THEN) => panic!("it was not killed: {done:?}"),
            _ = gave.recv() => {}
        }
        // Started again, with a mail server that works: perhaps the letter went, so it does not go once more.
        for later in [Duration::from_secs(60), Duration::from_secs(3600), DAY, DAY * 6] {
            assert_eq!(story.round(THEN.plus(later)).await, Done::default(), "{later:?}");
        }
        assert!(story.letters().is_empty());
        assert_eq!(story.round(THEN.plus(DAY * 7)).await, Done { sent: 1, ..Done::default() });
        assert_eq!(story.letters().len(), 1);
    })
    .await;
}
