--liquibase formatted sql

--changeset platform:trajectory-0015
--comment: The row of the commission holds its first terms; each row here holds all of them from an instant on. Nothing is overwritten.
create table commission_terms (
  tenant_id         uuid         not null,
  id                uuid         not null,
  commission_id     uuid         not null,
  in_force_from     datetime(6)  not null,
  data_scope        set('IDENT','CONTACT','BSN','EMPLOY','EDU','EXP','PREF','PLAN','GOAL','ACT','ATTEND','PROGRESS','STRENGTH','CAPACITY','HEALTH','SPECIAL','INCOME','CRIMINAL','DOC','NOTE','RESULT','HOURS') not null,
  sickness_related  boolean      not null,
  special_ground    char(2),
  secrecy_signed_on date,
  recorded_at       datetime(6)  not null,
  recorded_by       varchar(120) not null,
  reason            varchar(500) not null,
  constraint pk_commission_terms primary key (tenant_id, id),
  constraint uq_commission_terms_from unique (tenant_id, commission_id, in_force_from),
  constraint fk_terms_commission foreign key (tenant_id, commission_id) references commission (tenant_id, id),
  constraint ck_terms_ground check (special_ground in ('H1', 'H2')),
  constraint ck_terms_reason check (trim(reason) <> '')
) comment = 'Later terms of a commission; moments are UTC';
--rollback drop table commission_terms;

--changeset platform:trajectory-0016
--comment: Condition K2: the concept was shown, or it is recorded why not.
alter table concept_preview
  modify shown_at datetime(6),
  add not_shown_reason varchar(500) after reaction,
  add reason_recorded_at datetime(6) after not_shown_reason,
  add constraint ck_preview_settled check (shown_at is not null or reason_recorded_at is not null),
  add constraint ck_preview_reason check ((not_shown_reason is null) = (reason_recorded_at is null) and trim(not_shown_reason) <> '');
--rollback delete from concept_preview where shown_at is null;
--rollback alter table concept_preview drop constraint ck_preview_settled, drop constraint ck_preview_reason, drop column not_shown_reason, drop column reason_recorded_at, modify shown_at datetime(6) not null;

--changeset platform:trajectory-0017 endDelimiter:;;
--comment: A decision that rests on these has to look old when they change.
create trigger fact_commission_terms_added after insert on commission_terms for each row
  insert into fact_version (tenant_id, id, version)
    values (new.tenant_id, new.commission_id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_commission_terms_changed after update on commission_terms for each row
  insert into fact_version (tenant_id, id, version)
    values (old.tenant_id, old.commission_id, 1), (new.tenant_id, new.commission_id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_commission_terms_removed after delete on commission_terms for each row
  insert into fact_version (tenant_id, id, version)
    values (old.tenant_id, old.commission_id, 1)
    on duplicate key update version = fact_version.version + 1;;
--rollback drop trigger fact_commission_terms_added;;
--rollback drop trigger fact_commission_terms_changed;;
--rollback drop trigger fact_commission_terms_removed;;
