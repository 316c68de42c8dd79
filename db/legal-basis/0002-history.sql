--liquibase formatted sql

--changeset platform:legal-basis-0002
--comment: The consent ledger, the one act that ends a basis, and who changed a basis, why. A text version is unknown for what was imported.
alter table legal_basis
  add column ended_at      datetime(6)  after last_day,
  add column consent_text  varchar(60)  after consent_by,
  add column withdrawn_by  varchar(20)  after withdrawn_at,
  add column changed_by    varchar(120) not null default 'import',
  add column change_reason varchar(500) not null default 'Overgenomen uit een export',
  add constraint ck_legal_basis_ended check (ended_at is null or last_day is not null),
  add constraint ck_legal_basis_consent_text check (consent_text is null or letter = 'f' and consent_text <> ''),
  add constraint ck_legal_basis_withdrawn_by check (withdrawn_by is null or withdrawn_at is not null and withdrawn_by in ('CLIENT', 'REPRESENTATIVE')),
  -- A day begins in Amsterdam, at most two hours before it does in UTC.
  add constraint ck_legal_basis_withdrawn check (withdrawn_at is null or withdrawn_at >= consent_on - interval 2 hour),
  add constraint ck_legal_basis_changed check (changed_by <> '' and change_reason <> '');
alter table legal_basis alter column changed_by drop default, alter column change_reason drop default;
--rollback alter table legal_basis drop constraint ck_legal_basis_ended, drop constraint ck_legal_basis_consent_text, drop constraint ck_legal_basis_withdrawn_by, drop constraint ck_legal_basis_withdrawn, drop constraint ck_legal_basis_changed;
--rollback alter table legal_basis drop column ended_at, drop column consent_text, drop column withdrawn_by, drop column changed_by, drop column change_reason;

--changeset platform:legal-basis-0003
--comment: Every state of a row stays in the table's own history. A later change of the table has to keep it: set statement system_versioning_alter_history = keep for alter table ...
alter table legal_basis add system versioning;
--rollback alter table legal_basis drop system versioning;

--changeset platform:legal-basis-0004 endDelimiter:;;
create trigger legal_basis_is_never_deleted before delete on legal_basis for each row
  signal sqlstate '45000' set message_text = 'A fact is never deleted: end it';;
--rollback drop trigger legal_basis_is_never_deleted;;
