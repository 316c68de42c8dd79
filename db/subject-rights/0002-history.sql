--liquibase formatted sql

--changeset platform:subject-rights-0003
--comment: Who changed an objection, and why; the reason of a decision is the reason of that change.
alter table objection
  add column changed_by    varchar(120) not null default 'import',
  add column change_reason varchar(500) not null default 'Overgenomen uit een export',
  add constraint ck_objection_changed check (changed_by <> '' and change_reason <> '');
alter table objection alter column changed_by drop default, alter column change_reason drop default;
--rollback alter table objection drop constraint ck_objection_changed;
--rollback alter table objection drop column changed_by, drop column change_reason;

--changeset platform:subject-rights-0004
--comment: GDPR 18(2): a purpose goes on under a restriction on one of four grounds. GDPR 18(3): the client is informed before it is lifted.
alter table restriction
  add column informed_at                datetime(6) after lifted_at,
  add column exempted_by_consent        set('P1','P2','P3','P4','P5','P6','P7','P8') not null default '' after exempted_purposes,
  add column exempted_for_claim         set('P1','P2','P3','P4','P5','P6','P7','P8') not null default '' after exempted_by_consent,
  add column exempted_for_others        set('P1','P2','P3','P4','P5','P6','P7','P8') not null default '' after exempted_for_claim,
  add column exempted_for_importance    set('P1','P2','P3','P4','P5','P6','P7','P8') not null default '' after exempted_for_others,
  add column changed_by                 varchar(120) not null default 'import',
  add column change_reason              varchar(500) not null default 'Overgenomen uit een export',
  add constraint ck_restriction_informed check (informed_at is null or lifted_at is not null and informed_at <= lifted_at),
  add constraint ck_restriction_exempted check (
    exempted_purposes = (exempted_by_consent | exempted_for_claim | exempted_for_others | exempted_for_importance)
    and (exempted_by_consent & exempted_for_claim) = 0 and (exempted_by_consent & exempted_for_others) = 0
    and (exempted_by_consent & exempted_for_importance) = 0 and (exempted_for_claim & exempted_for_others) = 0
    and (exempted_for_claim & exempted_for_importance) = 0 and (exempted_for_others & exempted_for_importance) = 0),
  add constraint ck_restriction_changed check (changed_by <> '' and change_reason <> '');
alter table restriction alter column changed_by drop default, alter column change_reason drop default;
--rollback alter table restriction drop constraint ck_restriction_informed, drop constraint ck_restriction_exempted, drop constraint ck_restriction_changed;
--rollback alter table restriction drop column informed_at, drop column exempted_by_consent, drop column exempted_for_claim, drop column exempted_for_others, drop column exempted_for_importance, drop column changed_by, drop column change_reason;

--changeset platform:subject-rights-0005
--comment: Every state of a row stays in the table's own history.
alter table objection add system versioning;
alter table restriction add system versioning;
--rollback alter table objection drop system versioning;
--rollback alter table restriction drop system versioning;

--changeset platform:subject-rights-0006 endDelimiter:;;
create trigger objection_is_never_deleted before delete on objection for each row
  signal sqlstate '45000' set message_text = 'A fact is never deleted: decide it';;
create trigger restriction_is_never_deleted before delete on restriction for each row
  signal sqlstate '45000' set message_text = 'A fact is never deleted: lift it';;
--rollback drop trigger objection_is_never_deleted;;
--rollback drop trigger restriction_is_never_deleted;;
