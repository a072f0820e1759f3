-- A day asks for the few that closed lately in one way, among the many that closed: each way has an index of its own.
create index handovers_handover_looks_of_giver on handovers_handover (municipality_id, giver_party, closed_at)
  where state in ('released', 'giver-looked-back', 'receiver-looked-back');
create index handovers_handover_looks_of_receiver on handovers_handover (municipality_id, receiver_party, closed_at)
  where state in ('released', 'giver-looked-back', 'receiver-looked-back');
create index handovers_handover_left_of_giver on handovers_handover (municipality_id, giver_party, closed_at)
  where state = 'left';
create index handovers_handover_left_of_receiver on handovers_handover (municipality_id, receiver_party, closed_at)
  where state = 'left';
create index asks_question_answered_of_asker on asks_question (municipality_id, asker_party, closed_at)
  where state = 'answered';
create index asks_question_left_of_asker on asks_question (municipality_id, asker_party, closed_at)
  where state = 'left';
create index asks_question_left_of_asked on asks_question (municipality_id, asked_party, closed_at)
  where state = 'left';
