//! Somebody searches the list: the answers, the dead ends, and the questions nobody should ask.

use axum::http::StatusCode;
use ground::db::testing::both;
use ui::Lang;

use crate::confirmation::Confirmation;
use crate::language::Languages;
use crate::neighbourhood::Neighbourhood;
use crate::offer::Way;
use crate::party::Sphere;
use crate::place::Whereabouts;
use crate::visitor::{MORNING, Visitor};
use crate::wording::Line;

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

/// Where on the list near a place the two lines with doors stand: De Linde's and that of the raadslieden.
async fn order(visitor: &Visitor, near: &str) -> [Option<usize>; 2] {
    let page = visitor.reads(&format!("/wie?bij={near}")).await;
    assert!(page.contains(" meter") || page.contains(" km"), "{near} is no place");
    assert!(page.contains("Dicht bij <bdi>"), "{near} is no choice");
    ["Samen brieven lezen", "Brieven en bezwaar"]
        .map(|name| (1..=9).find(|at| page.contains(&format!("{at}. {name}"))))
}

#[tokio::test]
async fn an_area_by_name_or_code_and_a_postcode_without_doors_say_what_is_near() {
    both(migrations::ALL, |db| async move {
        let mut here = neighbourhood();
        here.postcode("1234", 3);
        here.postcode("1235", 1);
        let visitor = Visitor::in_the(&here, &db).await;
        let (linde, law) = ([Some(1), Some(2)], [Some(2), Some(1)]);
        for (near, first) in [
            ("Kersenveld", linde),
            ("sluiskamers", law),
            ("BU99010101", linde),
            ("bu99010201", law),
            ("WK990101", linde),
            ("Havenkwartier", law),
            ("1235", linde),
            ("1234", law),
            ("1234+ab", law),
        ] {
            assert_eq!(order(&visitor, near).await, first, "{near}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_postcode_of_which_nobody_knows_where_it_lies_is_said_by_name_and_is_no_choice() {
    both(migrations::ALL, |db| async move {
        let visitor = Visitor::in_the(&neighbourhood(), &db).await;
        let page = visitor.reads("/wie?bij=4321+ab&wereld=formeel").await;
        assert!(page.contains("Wij weten niet waar postcode 4321 ligt. Kies uw wijk of buurt."));
        assert!(!page.contains("<bdi>4321") && !page.contains("kennen wij niet"));
        assert!(page.contains("value=\"4321 ab\""), "what was typed can be mended");
        assert!(page.contains("href=\"/wie?wereld=informeel\""), "no other choice takes it along");
        let other = visitor.reads("/wie?bij=nergenshuizen").await;
        assert!(other.contains("kennen wij niet") && !other.contains("<bdi>nergenshuizen"));
    })
    .await;
}

#[tokio::test]
async fn where_somebody_hides_is_no_place_to_look_near() {
    both(migrations::ALL, |db| async move {
        let mut here = neighbourhood();
        let put_away =
            here.party("Opvang", Sphere::Formal, |party| party.put_away_at = Some(party.changed_at));
        let long_ago = here.days_ago(600);
        let (asked, by) = (here.days_ago(100), Line::parse("de coördinator").unwrap());
        let forgotten = here.party("Oude groep", Sphere::Informal, |party| {
            party.confirmed = Some(Confirmation { at: long_ago, by });
            party.asked_at = Some(asked);
        });
        for (party, street, postcode) in
            [(put_away, "Kanariestraat", "4321 AB"), (forgotten, "Meeuwenlaan", "4322 AB")]
        {
            here.place(party, 1, street);
            if let Some(Whereabouts::Open(open)) = here.places.last_mut().map(|place| &mut place.whereabouts)
            {
                open.address.postcode = Line::parse(postcode).unwrap();
                open.name = Line::parse(&format!("Huis {street}")).unwrap();
                open.address.town = Line::parse(&format!("{street}dorp")).unwrap();
            }
        }
        let visitor = Visitor::in_the(&here, &db).await;
        assert!(visitor.reads("/wie").await.contains("22 plekken"), "neither is in the list");
        for street in ["kanariestraat", "meeuwenlaan"] {
            for near in [street.to_owned(), format!("huis+{street}"), format!("{street}dorp")] {
                let page = visitor.reads(&format!("/wie?bij={near}")).await;
                assert!(page.contains("kennen wij niet") && !page.contains(" meter"), "{near}");
            }
        }
        for near in ["4321", "4322"] {
            let page = visitor.reads(&format!("/wie?bij={near}")).await;
            assert!(page.contains(&format!("Wij weten niet waar postcode {near} ligt")));
        }
    })
    .await;
}

#[tokio::test]
async fn choices_that_lead_nowhere_say_which_to_let_go_and_whom_to_ask() {
    both(migrations::ALL, |db| async move {
        let visitor = Visitor::in_the(&neighbourhood(), &db).await;
        let page = visitor.reads("/wie?thema=papieren&spreekt=ti").await;
        assert!(page.contains("Niemand gevonden") && page.contains("Samen zijn uw keuzes te streng"));
        assert!(page.contains("href=\"/wie?thema=papieren\"") && page.contains("Zonder Tigrinya (2)"));
        assert!(page.contains("Vraag het in de buurt") && page.contains("Wandelen 0"));
        assert!(page.contains("href=\"/aanmelden\"") && page.contains("en vraag het de buurt"));
        // No single choice is to blame.
        let page = visitor.reads("/wie?spreekt=ti&dag=zo").await;
        assert!(
            page.contains("Ook zonder een van uw keuzes is er niemand") && page.contains("Bekijk alles (22)")
        );
        assert!(!page.contains("Probeer een ander woord") && page.contains("Vraag het in de buurt"));
        assert!(!visitor.reads("/wie?thema=papieren").await.contains("Vraag het in de buurt"));
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
