--liquibase formatted sql

--changeset platform:free-text-0004
--comment: The free texts that a report tells more since.
alter table text_review drop constraint ck_text_review_field;
alter table text_review add constraint ck_text_review_field check (field in ('JOB_TITLE', 'MAIN_GOAL', 'EDUCATION', 'EXPERIENCE', 'PREFERENCE', 'GOAL', 'GOAL_NOTE', 'AGREEMENT', 'CONTACT_SUBJECT', 'APPLIED_FOR', 'EXPLANATION', 'PROGNOSIS', 'OBSTACLES', 'ADVICE', 'STRENGTH', 'REACTION', 'CAPACITY_RUBRIC', 'CAPACITY_LIMITATION', 'CAPACITY_DOCUMENT'));
--rollback alter table text_review drop constraint ck_text_review_field;
--rollback alter table text_review add constraint ck_text_review_field check (field in ('JOB_TITLE', 'MAIN_GOAL', 'EDUCATION', 'EXPERIENCE', 'PREFERENCE', 'GOAL', 'AGREEMENT', 'CONTACT_SUBJECT', 'EXPLANATION', 'PROGNOSIS', 'STRENGTH', 'REACTION', 'CAPACITY_RUBRIC', 'CAPACITY_LIMITATION', 'CAPACITY_DOCUMENT'));
