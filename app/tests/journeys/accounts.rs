//! Coming in with the account of a municipality: where there is no such sign-in somebody reads so, with a way forward.

use ground::id::Municipality;
use provider::{ClientId, Issuer, Label, OwnAddress, Provider, Secret};
use samenspel::settings::Settings;

use crate::neighbourhood::{Visitor, in_oosterwaard, settings, with};

pub(crate) const THERE: &str = "/aanmelden/account";
pub(crate) const BACK: &str = "/aanmelden/account/klaar";
const NONE: &str = "Deze gemeente heeft hier geen eigen manier van aanmelden.";

/// Where nobody listens: nobody is asked there.
const SILENT: &str = "http://127.0.0.1:9/aanmelding";

/// The installation, with a sign-in of one municipality.
pub(crate) fn with_provider_of(municipality: i32, issuer: &str) -> Settings {
    let provider = Provider {
        municipality: Municipality(municipality),
        name: Label::parse("Account van de gemeente").unwrap(),
        issuer: Issuer::parse(issuer).unwrap(),
        client_id: ClientId::parse("samenspel").unwrap(),
        client_secret: Secret::parse("geheim").unwrap(),
        acr: Vec::new(),
        scopes: Vec::new(),
        address: OwnAddress::parse("http://localhost:8080").unwrap(),
        authority: None,
    };
    Settings { providers: vec![provider], ..settings() }
}

async fn reads_that_there_is_none(somebody: &Visitor) {
    for path in [THERE.to_owned(), BACK.to_owned(), format!("{BACK}?code=a&state=b")] {
        let page = somebody.get(&path).await;
        page.is(422).shows(NONE).shows("Meld u op een andere manier aan.").shows("href=\"/aanmelden\"");
        // To try again would only say the same.
        page.hides("Probeer opnieuw").hides("href=\"/aanmelden/account\"");
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
    }
}

#[tokio::test]
async fn who_follows_an_old_link_to_a_sign_in_that_is_not_there_reads_so_and_sees_another_way() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.get("/aanmelden").await.is(200).hides(THERE);
        reads_that_there_is_none(&visitor).await;
        let wilma = visitor.another();
        wilma.comes_in_as("coordinator").await;
        reads_that_there_is_none(&wilma).await;
        wilma.get("/ik").await.is(200).hides(THERE);
    })
    .await;
}

#[tokio::test]
async fn the_sign_in_of_another_municipality_is_none_here() {
    with(with_provider_of(9902, SILENT), async |visitor: Visitor| {
        visitor.get("/aanmelden").await.is(200).hides(THERE);
        reads_that_there_is_none(&visitor).await;
    })
    .await;
}

#[tokio::test]
async fn who_comes_back_with_half_an_address_may_try_again() {
    with(with_provider_of(9901, SILENT), async |visitor: Visitor| {
        visitor.get("/aanmelden").await.is(200).shows(&format!("href=\"{THERE}\""));
        let page = visitor.get(BACK).await;
        page.is(422).shows("Dit adres klopt niet").shows("Probeer opnieuw").hides(NONE);
    })
    .await;
}
