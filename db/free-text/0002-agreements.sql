--liquibase formatted sql

--changeset platform:free-text-0003
--comment: What was agreed on is a free text too, and a marked one waits for a second person.
alter table text_review drop constraint ck_text_review_field;
alter table text_review add constraint ck_text_review_field check (field in ('JOB_TITLE', 'MAIN_GOAL', 'EDUCATION', 'EXPERIENCE', 'PREFERENCE', 'GOAL', 'AGREEMENT', 'CONTACT_SUBJECT', 'EXPLANATION', 'PROGNOSIS', 'STRENGTH', 'REACTION', 'CAPACITY_RUBRIC', 'CAPACITY_LIMITATION', 'CAPACITY_DOCUMENT'));
--rollback alter table text_review drop constraint ck_text_review_field;
--rollback alter table text_review add constraint ck_text_review_field check (field in ('JOB_TITLE', 'MAIN_GOAL', 'EDUCATION', 'EXPERIENCE', 'PREFERENCE', 'GOAL', 'CONTACT_SUBJECT', 'EXPLANATION', 'PROGNOSIS', 'STRENGTH', 'REACTION', 'CAPACITY_RUBRIC', 'CAPACITY_LIMITATION', 'CAPACITY_DOCUMENT'));
