//! Somebody searches the list: the answers, the dead ends, and the questions nobody should ask.

use axum::http::StatusCode;
use ground::db::testing::both;
use ui::Lang;

use crate::language::Languages;
use crate::neighbourhood::Neighbourhood;
use crate::party::Sphere;
use crate::visitor::{MORNING, Visitor};

/// Fatma reads letters in Turkish and Dutch; the raadslieden do so in Dutch; twenty others do something else.
fn neighbourhood() -> Neighbourhood {
    let mut here = Neighbourhood::new(MORNING);
    let linde = here.party("Moedercentrum De Linde", Sphere::Informal, |party| {
        party.languages = Languages::parse(["nl", "tr"]).unwrap();
    });
    here.place(linde, 0, "Lindeplein");
    here.offer(linde, "Samen brieven lezen", &["papieren"], |_| ());
    let law = here.party("Sociaal raadslieden", Sphere::Formal, |_| ());
    here.place(law, 2, "Kade");
    here.offer(law, "Brieven en bezwaar", &["papieren", "recht"], |_| ());
    for at in 0..20 {
        let group = here.party(&format!("Wandelgroep {at}"), Sphere::Informal, |_| ());
        here.offer(group, &format!("Wandelen {at}"), &["bewegen"], |_| ());
    }
    here
}

#[tokio::test]
async fn a_newcomer_finds_who_reads_letters_in_turkish() {
    both(migrations::ALL, |db| async move {
        let visitor = Visitor::in_the(&neighbourhood(), &db).await;
        let page = visitor.reads("/wie?q=brief&spreekt=tr").await;
        assert!(page.contains("1 plek helpt hierbij") && page.contains("1. Samen brieven lezen"));
        assert!(!page.contains("Brieven en bezwaar"));
        assert!(page.contains("href=\"/wie?q=brief\""), "the choice can be undone");
        assert!(page.contains("Papieren") || page.contains("Brieven en formulieren (1)"));
    })
    .await;
}

#[tokio::test]
async fn a_dead_end_says_which_choice_to_let_go() {
    both(migrations::ALL, |db| async move {
        let visitor = Visitor::in_the(&neighbourhood(), &db).await;
        let page = visitor.reads("/wie?q=brief&wereld=formeel&spreekt=tr").await;
        assert!(page.contains("Niemand gevonden"));
        assert!(
            page.contains("href=\"/wie?q=brief&amp;spreekt=tr\"")
                && page.contains("href=\"/wie?q=brief&amp;wereld=formeel\"")
        );
        assert!(page.contains("Bekijk alles (22)"));
        let page = visitor.reads("/wie?q=xyzzy").await;
        assert!(page.contains("Probeer een ander woord"));
        let page = visitor.reads("/wie?q=brief+xyzzy").await;
        assert!(page.contains("Niets past bij al uw woorden"));
    })
    .await;
}

#[tokio::test]
async fn a_long_list_has_pages_with_addresses_of_their_own() {
    both(migrations::ALL, |db| async move {
        let visitor = Visitor::in_the(&neighbourhood(), &db).await;
        let first = visitor.reads("/wie").await;
        assert!(first.contains("22 plekken") && first.contains("rel=\"next\" href=\"/wie?pagina=2\""));
        let second = visitor.reads("/wie?pagina=2").await;
        assert!(second.contains("rel=\"prev\" href=\"/wie\"") && second.contains("21. "));
        let beyond = visitor.reads("/wie?pagina=1000000000").await;
        assert!(beyond.contains("Deze bladzijde is er niet") && beyond.contains("href=\"/wie?pagina=2\""));
    })
    .await;
}

#[tokio::test]
async fn a_form_without_script_ends_at_a_clean_address() {
    both(migrations::ALL, |db| async move {
        let visitor = Visitor::in_the(&neighbourhood(), &db).await;
        let answer = visitor.asks("/wie?q=&thema=papieren&spreekt=&buurt=&dag=&plek=").await;
        assert_eq!(
            (answer.status, &answer.headers["location"]),
            (StatusCode::SEE_OTHER, &"/wie?thema=papieren".parse().unwrap())
        );
    })
    .await;
}

#[tokio::test]
async fn whatever_is_asked_there_is_a_page() {
    both(migrations::ALL, |db| async move {
        let visitor = Visitor::in_the(&neighbourhood(), &db).await;
        let long = format!("/wie?q={}", "a".repeat(20_000));
        for path in [
            long.as_str(),
            "/wie?q=%00%01%1b%ff%e2%80%ae",
            "/wie?thema=bestaat-niet&wereld=3&spreekt=klingon&buurt=BU00000000&dag=99&plek=vol%20vol",
            "/wie?pagina=-1",
            "/wie?pagina=99999999999999999999",
            "/wie?q[]=a&q[]=b&thema[0]=geld",
            "/wie?&&&===",
            "/kaart?thema=zzz&buurt=WK990101",
            "/kaart?buurt=BU99010101&wereld=informeel",
        ] {
            let answer = visitor.asks(path).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", &path[..path.len().min(60)]);
        }
        assert!(visitor.reads("/wie?thema=zzz").await.contains("kennen wij niet"));
        let page = visitor.reads("/wie?q=%3Cscript%3Ealert(1)%3C/script%3E").await;
        assert!(!page.contains("<script>alert"));
    })
    .await;
}

#[tokio::test]
async fn a_reader_of_arabic_hears_dutch_names_as_dutch() {
    both(migrations::ALL, |db| async move {
        let visitor = Visitor::in_the(&neighbourhood(), &db).await.reading(Lang::Ar);
        let page = visitor.reads("/wie?q=brief").await;
        assert!(
            page.contains("dir=\"rtl\"")
                && page.contains("<span lang=\"nl\" dir=\"auto\">Samen brieven lezen</span>")
        );
    })
    .await;
}
