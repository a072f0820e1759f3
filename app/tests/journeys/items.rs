//! What search engines and assistants read in pages: the items of schema.org, read here as they read them.

use serde_json::Value;

use crate::neighbourhood::{Visitor, in_oosterwaard, settings};

/// Elements that have no end.
const VOID: [&str; 10] = ["meta", "link", "br", "img", "input", "hr", "source", "base", "col", "wbr"];

#[derive(Debug)]
struct Item {
    kind: String,
    says: Vec<(String, Said)>,
}

#[derive(Debug)]
enum Said {
    Text(String),
    Item(Item),
}

impl Item {
    fn texts(&self, name: &str) -> Vec<&str> {
        let said = self.says.iter().filter(|(known, _)| known == name);
        said.filter_map(|(_, said)| if let Said::Text(text) = said { Some(text.as_str()) } else { None })
            .collect()
    }

    fn items(&self, name: &str) -> Vec<&Item> {
        let said = self.says.iter().filter(|(known, _)| known == name);
        said.filter_map(|(_, said)| if let Said::Item(item) = said { Some(item) } else { None }).collect()
    }

    /// The only item it has under this name, which is of this kind.
    #[track_caller]
    fn one(&self, name: &str, kind: &str) -> &Item {
        let items = self.items(name);
        assert!(items.len() == 1 && items[0].is(kind), "{name}: {items:?}");
        items[0]
    }

    fn is(&self, kind: &str) -> bool {
        self.kind == format!("https://schema.org/{kind}")
    }
}

/// An element whose end was not yet read.
struct Element {
    tag: String,
    item: Option<Item>,
    /// Under which names, and what it says there when that is not its text.
    names: Vec<String>,
    value: Option<String>,
    text: String,
}

impl Element {
    fn read(written: &str) -> Self {
        let tag = written.split([' ', '/', '\n']).next().unwrap_or_default().to_owned();
        let kind = attribute(written, "itemtype").unwrap_or_default();
        let value = match tag.as_str() {
            "meta" => attribute(written, "content"),
            "a" | "link" => attribute(written, "href"),
            "time" => attribute(written, "datetime"),
            _ => None,
        };
        Self {
            item: written.contains(" itemscope").then(|| Item { kind, says: Vec::new() }),
            names: attribute(written, "itemprop")
                .map(|names| names.split(' ').map(ToOwned::to_owned).collect())
                .unwrap_or_default(),
            value,
            tag,
            text: String::new(),
        }
    }

    /// Says what it has to the item around it, or to the page.
    fn ends(self, around: &mut [Self], page: &mut Vec<Item>) {
        let Self { item, names, value, text, .. } = self;
        let said = match item {
            Some(item) if names.is_empty() => return page.push(item),
            Some(item) => Said::Item(item),
            None => Said::Text(value.unwrap_or_else(|| plain(text.trim()))),
        };
        let Some(name) = names.into_iter().next() else { return };
        let owner = around.iter_mut().rev().find_map(|element| element.item.as_mut());
        owner.unwrap_or_else(|| panic!("{name} belongs to no item")).says.push((name, said));
    }
}

fn attribute(written: &str, name: &str) -> Option<String> {
    let (_, rest) = written.split_once(&format!(" {name}=\""))?;
    rest.split('"').next().map(plain)
}

fn plain(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The items of a page that are not part of another one.
fn items(page: &str) -> Vec<Item> {
    let (mut found, mut open): (Vec<Item>, Vec<Element>) = (Vec::new(), Vec::new());
    let mut rest = page;
    while let Some((text, after)) = rest.split_once('<') {
        open.iter_mut().for_each(|element| element.text.push_str(text));
        let (written, after) = after.split_once('>').unwrap();
        rest = after;
        if let Some(tag) = written.strip_prefix('/') {
            while let Some(element) = open.pop() {
                let last = element.tag == tag;
                element.ends(&mut open, &mut found);
                if last {
                    break;
                }
            }
        } else if !written.starts_with('!') {
            let element = Element::read(written);
            if VOID.contains(&element.tag.as_str()) || written.ends_with('/') {
                element.ends(&mut open, &mut found);
            } else {
                open.push(element);
            }
        }
    }
    found
}

/// The one item that a page is about.
async fn item_of(visitor: &Visitor, path: &str) -> Item {
    let page = visitor.get(path).await;
    let mut found = items(&page.is(200).body);
    assert_eq!(found.len(), 1, "{path}: {found:?}");
    found.remove(0)
}

#[track_caller]
fn stands_at_the_linde_square(party: &Item) {
    assert_eq!(party.texts("telephone"), ["088 000 01 23"]);
    let place = party.one("location", "Place");
    assert_eq!(place.texts("name"), ["Gebouw De Linde"]);
    let address = place.one("address", "PostalAddress");
    for (name, text) in [
        ("streetAddress", "Lindeplein 4"),
        ("postalCode", "9927 AB"),
        ("addressLocality", "Oosterwaard"),
        ("addressCountry", "NL"),
    ] {
        assert_eq!(address.texts(name), [text]);
    }
}

#[tokio::test]
async fn an_assistant_that_reads_a_party_or_an_offer_learns_who_it_is_where_and_when() {
    in_oosterwaard(async |visitor: Visitor| {
        let manager = Visitor::new(settings(), visitor.db.clone());
        manager.sign_in().await;
        let desk = manager.desk_of("De Linde").await;
        let party_page = desk.replace("/beheer", "");
        let party = item_of(&visitor, &party_page).await;
        assert!(party.is("Organization"), "{party:?}");
        assert_eq!(party.texts("name"), ["Moedercentrum De Linde"]);
        assert!(party.texts("description")[0].starts_with("Vrouwen uit de buurt"));
        assert_eq!(party.texts("email"), ["linde@oosterwaard.voorbeeld"]);
        assert!(party.texts("url")[0].starts_with("https://linde.oosterwaard.voorbeeld"));
        assert_eq!(party.texts("knowsLanguage").len(), 4);
        assert_eq!(party.texts("areaServed").len(), 1);
        stands_at_the_linde_square(&party);

        let id = party_page.trim_start_matches("/partij/");
        let list = visitor.get(&format!("/hsds/services?organization_id={id}")).await;
        let list: Value = serde_json::from_str(&list.is(200).body).unwrap();
        let offers = list["contents"].as_array().unwrap();
        let letters = offers.iter().find(|offer| offer["name"] == "Samen brieven lezen").unwrap();
        let offer_page = format!("/aanbod/{}", letters["id"].as_str().unwrap());
        let offer = item_of(&visitor, &offer_page).await;
        assert!(offer.is("Service"), "{offer:?}");
        assert_eq!(offer.texts("name"), ["Samen brieven lezen"]);
        assert_eq!(offer.texts("serviceType").len(), 2);
        let hours = offer.items("hoursAvailable");
        let days: Vec<&str> = hours.iter().flat_map(|day| day.texts("dayOfWeek")).collect();
        let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
        assert_eq!(days, weekdays.map(|day| format!("https://schema.org/{day}")));
        for day in hours {
            assert!(day.is("OpeningHoursSpecification"), "{day:?}");
            assert_eq!((day.texts("opens"), day.texts("closes")), (vec!["09:00"], vec!["15:00"]));
        }
        let provider = offer.one("provider", "Organization");
        assert_eq!(provider.texts("name"), ["Moedercentrum De Linde"]);
        stands_at_the_linde_square(provider);

        // Of a secret address there is nothing to read for anybody.
        let place = manager.get(&desk).await.after(&format!("href=\"{desk}/locatie/"));
        manager.save(&format!("{desk}/locatie/{place}"), &[("confidential", "ja")]).await.is(303);
        assert!(item_of(&visitor, &party_page).await.items("location").is_empty());
        assert!(
            item_of(&visitor, &offer_page).await.one("provider", "Organization").items("location").is_empty()
        );
    })
    .await;
}
