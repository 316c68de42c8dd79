--liquibase formatted sql

--changeset platform:trajectory-0031
--comment: Who logged a request is who made its first state; and the same reference is one request.
alter table statutory_request
  add column changed_by    varchar(120) not null default 'import',
  add column change_reason varchar(500) not null default 'Overgenomen uit een export',
  add constraint uq_request_reference unique (tenant_id, client_id, reference),
  add constraint ck_request_changed check (changed_by <> '' and change_reason <> '');
update statutory_request set changed_by = logged_by;
alter table statutory_request drop column logged_by, alter column changed_by drop default, alter column change_reason drop default;
alter table concept_preview
  add column changed_by    varchar(120) not null default 'import',
  add column change_reason varchar(500) not null default 'Overgenomen uit een export',
  add constraint ck_preview_changed check (changed_by <> '' and change_reason <> '');
alter table concept_preview alter column changed_by drop default, alter column change_reason drop default;
--rollback alter table concept_preview drop constraint ck_preview_changed;
--rollback alter table concept_preview drop column changed_by, drop column change_reason;
--rollback alter table statutory_request drop constraint uq_request_reference, drop constraint ck_request_changed;
--rollback alter table statutory_request add column logged_by varchar(120) not null default '';
--rollback alter table statutory_request drop column changed_by, drop column change_reason;

--changeset platform:trajectory-0032
--comment: Every state of a row stays in the table's own history.
alter table statutory_request add system versioning;
alter table concept_preview add system versioning;
--rollback alter table statutory_request drop system versioning;
--rollback alter table concept_preview drop system versioning;

--changeset platform:trajectory-0033 endDelimiter:;;
create trigger statutory_request_is_never_deleted before delete on statutory_request for each row
  signal sqlstate '45000' set message_text = 'A fact is never deleted';;
create trigger concept_preview_is_never_deleted before delete on concept_preview for each row
  signal sqlstate '45000' set message_text = 'A fact is never deleted';;
--rollback drop trigger statutory_request_is_never_deleted;;
--rollback drop trigger concept_preview_is_never_deleted;;
