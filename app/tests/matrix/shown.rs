//! Routes of which the matrix shows no line in the trail: why, and the journey that shows it.

/// A route that does nothing in this town, and where it does.
pub(crate) struct Shown {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    /// Why nothing comes of it here.
    pub(crate) why: &'static str,
    /// What its line says was done; nothing of a page that leaves none.
    pub(crate) action: Option<&'static str>,
    /// The test that does it whole and looks at that line, `file::function`; the tests of what is tidy hold it to that.
    pub(crate) shown_by: &'static str,
}

const fn form(path: &'static str, why: &'static str, action: &'static str, shown_by: &'static str) -> Shown {
    Shown { method: "POST", path, why, action: Some(action), shown_by }
}

const fn page(
    path: &'static str,
    why: &'static str,
    action: Option<&'static str>,
    shown_by: &'static str,
) -> Shown {
    Shown { method: "GET", path, why, action, shown_by }
}

/// Forms that find nothing to do in this town, whoever sends them.
pub(crate) const NOTHING_HERE: [Shown; 9] = [
    form(
        "/antwoord/{token}/terug",
        "the party of this link was never taken off",
        "party.answer",
        "app/tests/journeys/taken_off.rs::a_group_that_takes_itself_off_on_the_screen_is_nowhere_at_once_and_may_come_back_for_a_week",
    ),
    form(
        "/mail/{token}",
        "the letters of this link go already",
        "today.mail-link",
        "app/tests/journeys/letters.rs::starting_and_stopping_by_a_link_are_lines_about_the_guide_and_pressing_once_more_is_none",
    ),
    form(
        "/ik/terug/niet",
        "nobody waits to come in instead of anybody",
        "recovery.stop",
        "app/tests/journeys/recovery.rs::a_colleague_or_selma_herself_says_it_is_not_right_and_the_code_ends",
    ),
    form(
        "/ik/sleutel/weg",
        "nobody has a key that could be taken away",
        "passkey.remove",
        "app/tests/journeys/passkeys.rs::a_key_that_is_taken_away_opens_nothing_and_ends_every_other_session",
    ),
    form(
        "/ik/account/weg",
        "nobody has an account that could be taken away",
        "account.remove",
        "app/tests/journeys/connecting.rs::the_only_way_in_stays_and_an_account_that_was_taken_away_opens_nothing",
    ),
    form(
        "/beheer/import/{id}/weg",
        "the only file was put on the map just before",
        "import.discard",
        "app/tests/journeys/traced.rs::a_file_that_is_brought_and_thrown_away_leaves_a_line_of_each_that_says_which",
    ),
    form(
        "/beheer/veroudering/dagen/{code}/weg",
        "no district has days of its own",
        "ageing.set",
        "app/tests/journeys/ageing_by_area.rs::who_works_in_a_district_that_trusts_shorter_is_asked_and_hides_sooner_and_who_works_in_two_does_not",
    ),
    form(
        "/beheer/termijnen/{code}/weg",
        "no area has terms of its own",
        "terms.set",
        "app/tests/journeys/terms.rs::what_is_taken_away_gives_way_to_what_holds_around_it",
    ),
    form(
        "/beheer/partij/{party}/mensen/{membership}/rol",
        "everybody is given the role that they have",
        "membership.role",
        "app/tests/journeys/traced.rs::who_comes_in_gets_another_role_and_is_sent_away_stands_with_the_party_for_good",
    ),
];

/// What nobody gets done in this town.
pub(crate) const ELSEWHERE: [Shown; 14] = [
    page(
        "/aanmelden/account",
        "this town has no sign-in of its own",
        None,
        "app/tests/journeys/connecting.rs::mirjam_connects_her_account_instead_of_a_key_and_comes_back_in_with_it",
    ),
    page(
        "/aanmelden/account/klaar",
        "this town has no sign-in of its own",
        Some("session.open"),
        "app/tests/journeys/connecting.rs::mirjam_connects_her_account_instead_of_a_key_and_comes_back_in_with_it",
    ),
    form(
        "/aanmelden/sleutel/klaar",
        "nobody here has a device that makes keys",
        "session.open",
        "app/tests/journeys/passkeys.rs::selma_makes_a_key_after_her_invitation_and_comes_back_in_with_it",
    ),
    form(
        "/ik/sleutel/klaar",
        "nobody here has a device that makes keys",
        "passkey.add",
        "app/tests/journeys/passkeys.rs::selma_makes_a_key_after_her_invitation_and_comes_back_in_with_it",
    ),
    form(
        "/antwoord/{token}/veranderd",
        "nothing is typed into the party's own form",
        "party.answer",
        "app/tests/journeys/alive.rs::a_party_changes_its_own_words_and_a_fault_keeps_what_was_typed",
    ),
    form(
        "/antwoord/{token}/vertrek",
        "its link was answered with something else",
        "party.leave",
        "app/tests/journeys/taken_off.rs::a_group_that_takes_itself_off_on_the_screen_is_nowhere_at_once_and_may_come_back_for_a_week",
    ),
    form(
        "/uitnodiging/{token}/ja",
        "nobody opened the invitation in this browser",
        "invitation.take",
        "app/tests/journeys/traced.rs::who_comes_in_gets_another_role_and_is_sent_away_stands_with_the_party_for_good",
    ),
    form(
        "/terug/verder",
        "no two colleagues said who it is",
        "recovery.take",
        "app/tests/journeys/recovery.rs::selma_lost_her_phone_and_two_colleagues_help_her_back_in_to_a_new_key",
    ),
    form(
        "/beheer/terug",
        "nobody types the code of another screen",
        "recovery.confirm",
        "app/tests/journeys/recovery.rs::selma_lost_her_phone_and_two_colleagues_help_her_back_in_to_a_new_key",
    ),
    form(
        "/beheer/import",
        "the file itself is missing from the form",
        "import.stage",
        "app/tests/journeys/traced.rs::a_file_that_is_brought_and_thrown_away_leaves_a_line_of_each_that_says_which",
    ),
    form(
        "/beheer/partij/{party}/mens/{id}/foto",
        "the file itself is missing from the form",
        "contact.photo",
        "app/tests/journeys/desk.rs::who_takes_back_consent_is_gone_with_name_and_photo",
    ),
    form(
        "/beheer/aanvragen/{candidate}/nee",
        "who asked was let onto the map just before",
        "candidate.refuse",
        "app/tests/journeys/candidates.rs::a_no_needs_no_reason_leaves_nothing_on_the_map_and_one_line_in_the_trail",
    ),
    form(
        "/beheer/termijnen/{code}",
        "no days are typed into the form",
        "terms.set",
        "app/tests/journeys/terms.rs::the_manager_agrees_shorter_terms_for_a_district_and_longer_ones_for_one_neighbourhood",
    ),
    form(
        "/beheer/veroudering/dagen/{code}",
        "no days are typed into the form",
        "ageing.set",
        "app/tests/journeys/ageing_by_area.rs::who_works_in_a_district_that_trusts_shorter_is_asked_and_hides_sooner_and_who_works_in_two_does_not",
    ),
];
