-- The neighbourhood sees which of its open questions somebody took up: newest first.
create index asks_question_taken on asks_question (municipality_id, asked_at)
  where open and closed_at is null and asked_party is not null;
