//! Somebody searches the list: the answers, the dead ends, and the questions nobody should ask.

use axum::http::StatusCode;
use ground::db::testing::both;
use ui::Lang;

use crate::language::Languages;
use crate::neighbourhood::Neighbourhood;
use crate::offer::Way;
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
        let page = visitor.reads("/zoek?q=brief&spreekt=tr").await;
        assert!(page.contains("1 plek helpt hierbij") && page.contains("1. Samen brieven lezen"));
        assert!(!page.contains("Brieven en bezwaar"));
        assert!(page.contains("href=\"/zoek?q=brief\""), "the choice can be undone");
        assert!(page.contains("Papieren") || page.contains("Brieven en formulieren (1)"));
    })
    .await;
}

#[tokio::test]
async fn a_dead_end_says_which_choice_to_let_go() {
    both(migrations::ALL, |db| async move {
        let visitor = Visitor::in_the(&neighbourhood(), &db).await;
        let page = visitor.reads("/zoek?q=brief&wereld=formeel&spreekt=tr").await;
        assert!(page.contains("Niemand gevonden"));
        assert!(
            page.contains("href=\"/zoek?q=brief&amp;spreekt=tr\"")
                && page.contains("href=\"/zoek?q=brief&amp;wereld=formeel\"")
        );
        assert!(page.contains("Bekijk alles (22)"));
        let page = visitor.reads("/zoek?q=xyzzy").await;
        assert!(page.contains("Probeer een ander woord"));
        let page = visitor.reads("/zoek?q=brief+xyzzy").await;
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
        let answer = visitor.asks("/zoek?q=&thema=papieren&spreekt=&buurt=&dag=&plek=").await;
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
        let long = format!("/zoek?q={}", "a".repeat(20_000));
        for path in [
            long.as_str(),
            "/zoek?q=%00%01%1b%ff%e2%80%ae",
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
        let page = visitor.reads("/zoek?q=%3Cscript%3Ealert(1)%3C/script%3E").await;
        assert!(!page.contains("<script>alert"));
    })
    .await;
}

#[tokio::test]
async fn a_reader_of_arabic_hears_dutch_names_as_dutch() {
    both(migrations::ALL, |db| async move {
        let visitor = Visitor::in_the(&neighbourhood(), &db).await.reading(Lang::Ar);
        let page = visitor.reads("/zoek?q=brief").await;
        assert!(
            page.contains("dir=\"rtl\"")
                && page.contains("<span lang=\"nl\" dir=\"auto\">Samen brieven lezen</span>")
        );
    })
    .await;
}

#[tokio::test]
async fn the_list_with_words_in_it_has_the_address_of_search() {
    both(migrations::ALL, |db| async move {
        let visitor = Visitor::in_the(&neighbourhood(), &db).await;
        let answer = visitor.asks("/wie?q=brief&thema=papieren").await;
        assert_eq!(
            (answer.status, &answer.headers["location"]),
            (StatusCode::SEE_OTHER, &"/zoek?q=brief&thema=papieren".parse().unwrap())
        );
        assert!(visitor.reads("/zoek").await.contains("22 plekken"));
    })
    .await;
}

#[tokio::test]
async fn who_mistypes_or_speaks_as_at_the_door_is_understood() {
    both(migrations::ALL, |db| async move {
        let visitor = Visitor::in_the(&neighbourhood(), &db).await;
        let page = visitor.reads("/zoek?q=breiven+lezen").await;
        assert!(page.contains("1. Samen brieven lezen") && page.contains("Wij zochten naar: brieven lezen"));
        for typed in ["ik+snap+deze+brief+niet", "I+do+not+understand+this+letter"] {
            let page = visitor.reads(&format!("/zoek?q={typed}")).await;
            assert!(page.contains("Samen brieven lezen"), "{typed}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_near_stands_first_and_says_how_far_it_is() {
    both(migrations::ALL, |db| async move {
        let visitor = Visitor::in_the(&neighbourhood(), &db).await;
        for (near, first) in [("lindeplein", "1. Samen brieven lezen"), ("kade", "1. Brieven en bezwaar")] {
            let page = visitor.reads(&format!("/zoek?q=brieven&bij={near}")).await;
            assert!(page.contains(first) && page.contains(" meter"), "{near}");
        }
        let page = visitor.reads("/wie?bij=nergenshuizen").await;
        assert!(page.contains("kennen wij niet") && page.contains("22 plekken"));
    })
    .await;
}

#[tokio::test]
async fn where_words_lead_nowhere_neighbours_have_their_door_open() {
    both(migrations::ALL, |db| async move {
        let mut here = neighbourhood();
        let stoop = here.party("Buurtkamer De Stoep", Sphere::Informal, |_| ());
        here.offer(stoop, "Koffie aan de lange tafel", &["ontmoeten"], |offer| offer.way = Way::WalkIn);
        let visitor = Visitor::in_the(&here, &db).await;
        let page = visitor.reads("/zoek?q=xyzzy").await;
        assert!(page.contains("Niemand gevonden") && page.contains("Vraag het in de buurt"));
        assert!(page.contains("Koffie aan de lange tafel"));
        assert!(!visitor.reads("/zoek?q=brief").await.contains("Vraag het in de buurt"));
    })
    .await;
}

#[tokio::test]
async fn who_is_typing_sees_what_there_is_and_nothing_that_is_not() {
    both(migrations::ALL, |db| async move {
        let visitor = Visitor::in_the(&neighbourhood(), &db).await;
        let part = visitor.reads("/zoek/suggesties?q=samen+bri").await;
        assert!(part.starts_with("<div id=\"suggesties\">") && part.contains("Samen brieven lezen"));
        for nothing in [
            "/zoek/suggesties",
            "/zoek/suggesties?q=",
            "/zoek/suggesties?q=xyzzy",
            "/zoek/suggesties?q=%00%ff",
        ] {
            assert_eq!(visitor.reads(nothing).await, "<div id=\"suggesties\"></div>", "{nothing}");
        }
        visitor.reads(&format!("/zoek/suggesties?q={}", "a".repeat(20_000))).await;
    })
    .await;
}
