--liquibase formatted sql

--changeset platform:free-text-0001
--comment: A release is for one exact text, told by a keyed digest, and for the places that were marked in it. Neither the text nor a word of it is kept here; the reason is sealed under the client's key.
create table text_review (
  tenant_id     uuid            not null,
  id            uuid            not null,
  trajectory_id uuid            not null,
  field         varchar(20)     not null,
  row_id        uuid            not null,
  decision      varchar(9)      not null,
  digest        binary(32)      not null,
  spans         text            not null,
  words_version varchar(20)     not null,
  reason        varbinary(2048) not null,
  reviewed_by   varchar(120)    not null,
  reviewed_at   datetime(6)     not null,
  constraint pk_text_review primary key (tenant_id, id),
  constraint fk_text_review_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint ck_text_review_field check (field in ('JOB_TITLE', 'MAIN_GOAL', 'EDUCATION', 'EXPERIENCE', 'PREFERENCE', 'GOAL', 'CONTACT_SUBJECT', 'EXPLANATION', 'PROGNOSIS', 'STRENGTH', 'REACTION', 'CAPACITY_RUBRIC', 'CAPACITY_LIMITATION', 'CAPACITY_DOCUMENT')),
  constraint ck_text_review_decision check (decision in ('RELEASED', 'REWRITTEN')),
  index ix_text_review_row (tenant_id, row_id)
) comment = 'Who released or rewrote a marked text, when and why; moments are UTC';
--rollback drop table text_review;

--changeset platform:free-text-0002 endDelimiter:;;
--comment: Append-only, whoever connects; after, so that a wrong reference is refused as such. A review changes what may be shown about a client, so it counts as a change of facts.
create trigger text_review_never_changes after update on text_review for each row
  signal sqlstate '45000' set message_text = 'Text reviews are append-only';;
create trigger text_review_never_shrinks after delete on text_review for each row
  signal sqlstate '45000' set message_text = 'Text reviews are append-only';;
create trigger fact_text_review_added after insert on text_review for each row
  insert into fact_version (tenant_id, id, version)
    select tenant_id, client_id, 1 from trajectory where tenant_id = new.tenant_id and id = new.trajectory_id
    on duplicate key update version = fact_version.version + 1;;
--rollback drop trigger text_review_never_changes;;
--rollback drop trigger text_review_never_shrinks;;
--rollback drop trigger fact_text_review_added;;
