-- A rule that says no is an answer too: what was noted with it is kept, and a repeat hears the same.
alter table http.given_answer
    drop constraint given_answer_status_check,
    add constraint given_answer_status_check check (status between 200 and 299 or status = 409);
