//! The tables of the judging.

use std::collections::BTreeMap;

use search::How;

use super::figures::{mean, ndcg, recall};
use super::offers::Offer;
use super::queries::{Half, Query};
use super::{Answers, TOP};

const NDCG: f64 = 0.85;
const AHEAD: f64 = 0.15;

/// The figures per kind and per half; whether the goals were met over all of it.
pub(super) fn all(offers: &[Offer], queries: &[Query], searches: &[(&str, Answers)], how: &[How]) -> bool {
    println!(
        "{} offers, {} queries; nDCG@10 and recall@10 (of at most ten)\n",
        offers.len(),
        queries.iter().filter(|query| query.half.counts()).count()
    );
    println!(
        "{:<14}{:>4}{}",
        "",
        "",
        searches.iter().map(|(name, _)| format!("{name:>16}")).collect::<String>()
    );
    let mut kinds: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let graded =
        |at: &usize| queries.get(*at).is_some_and(|query| query.grades.iter().any(|grade| *grade > 0));
    let of = |half: Half| {
        let those = (0..queries.len()).filter(graded);
        those.filter(|at| queries.get(*at).is_some_and(|query| query.half == half)).collect::<Vec<usize>>()
    };
    let (seen, unseen) = (of(Half::Seen), of(Half::Unseen));
    let all = [&seen[..], &unseen].concat();
    for at in &all {
        kinds.entry(queries.get(*at).map_or("", |query| &query.kind)).or_default().push(*at);
    }
    for (kind, some) in &kinds {
        line(kind, some, queries, searches);
    }
    line("seen half", &seen, queries, searches);
    line("unseen half", &unseen, queries, searches);
    let totals = line("all", &all, queries, searches);
    line("sets apart", &of(Half::Clean), queries, searches);
    nothing(queries, how);
    if let Some((_, own)) = searches.first() {
        fairness(offers, queries, own, &all);
    }
    let own = totals.first().copied().unwrap_or(0.0);
    let peers = totals.iter().skip(1).all(|peer| own >= peer + AHEAD);
    println!(
        "\ngoal: nDCG@10 of at least {NDCG}, each peer beaten by {AHEAD}: {}",
        if own >= NDCG && peers { "met" } else { "NOT MET" }
    );
    own >= NDCG && peers
}

fn line(name: &str, some: &[usize], queries: &[Query], searches: &[(&str, Answers)]) -> Vec<f64> {
    let mut totals = Vec::new();
    let mut cells = String::new();
    for (_, answers) in searches {
        let of = |figure: fn(&[usize], &[u8]) -> f64| {
            let one = |at: &usize| Some(figure(answers.get(*at)?, &queries.get(*at)?.grades));
            mean(some.iter().filter_map(one)).unwrap_or(0.0)
        };
        totals.push(of(ndcg));
        cells.push_str(&format!("{:>9.3} {:>5.2} ", of(ndcg), of(recall)));
    }
    println!("{name:<14}{:>4}{cells}", some.len());
    totals
}

/// Of what nobody here does, search should not pretend.
fn nothing(queries: &[Query], how: &[How]) {
    let counts = |query: &Query| query.half.counts() && query.grades.iter().all(|grade| *grade == 0);
    let none = queries.iter().zip(how).filter(|(query, _)| counts(query));
    let (all, said) =
        none.fold((0, 0), |(all, said), (_, how)| (all + 1, said + usize::from(*how != How::All)));
    println!("\nwhat nobody here does: {said} of {all} questions are told so");
}

/// How often an informal offer stands in the top ten, against how often one is relevant.
fn fairness(offers: &[Offer], queries: &[Query], own: &Answers, all: &[usize]) {
    let informal = |at: usize| offers.get(at).is_some_and(|offer| offer.informal);
    let (mut shown, mut relevant) = (Vec::new(), Vec::new());
    for (query, answer) in all.iter().filter_map(|at| Some((queries.get(*at)?, own.get(*at)?))) {
        shown.extend(answer.iter().take(TOP).map(|at| f64::from(u8::from(informal(*at)))));
        let graded = query.grades.iter().enumerate().filter(|(_, grade)| **grade > 0);
        relevant.extend(graded.map(|(at, _)| f64::from(u8::from(informal(at)))));
    }
    println!(
        "both worlds: {:.0} % of the top ten is informal, of what is relevant {:.0} %",
        100.0 * mean(shown).unwrap_or(0.0),
        100.0 * mean(relevant).unwrap_or(0.0)
    );
}

/// Each query of the half that may be read, the worst first: what was found and what should have been.
pub(super) fn each(offers: &[Offer], queries: &[Query], own: &Answers) {
    let seen = queries.iter().zip(own).filter(|(query, _)| query.half == Half::Seen);
    let mut lines: Vec<(f64, &Query, &Vec<usize>)> =
        seen.map(|(query, answer)| (ndcg(answer, &query.grades), query, answer)).collect();
    lines.sort_by(|one, other| one.0.total_cmp(&other.0));
    let key = |at: usize| offers.get(at).map_or("", |offer| offer.key.as_str());
    for (figure, query, answer) in lines {
        println!("{figure:.3} {:<9} {}", query.kind, query.text);
        let grade = |at: usize| query.grades.get(at).copied().unwrap_or(0);
        let found: Vec<String> = answer.iter().map(|at| format!("{} {}", key(*at), grade(*at))).collect();
        println!("      found:  {}", found.join(", "));
        let mut missed: Vec<usize> =
            (0..query.grades.len()).filter(|at| grade(*at) > 0 && !answer.contains(at)).collect();
        missed.sort_by_key(|at| std::cmp::Reverse(grade(*at)));
        let missed: Vec<String> = missed.into_iter().map(|at| format!("{} {}", key(at), grade(at))).collect();
        println!("      missed: {}", missed.join(", "));
    }
}
