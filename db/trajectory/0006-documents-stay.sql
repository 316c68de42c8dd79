--liquibase formatted sql

--changeset platform:trajectory-0040
--comment: Who added, scanned and released a document, when and why: a release opens a category, so every state stays.
alter table document
  add column changed_by    varchar(120) not null default 'import',
  add column change_reason varchar(500) not null default 'Overgenomen uit een export',
  add constraint ck_document_changed check (changed_by <> '' and change_reason <> '');
alter table document alter column changed_by drop default, alter column change_reason drop default;
alter table document add system versioning;
--rollback alter table document drop system versioning;
--rollback alter table document drop constraint ck_document_changed;
--rollback alter table document drop column changed_by, drop column change_reason;

--changeset platform:trajectory-0041 endDelimiter:;;
create trigger document_is_never_deleted before delete on document for each row
  signal sqlstate '2F002' set message_text = 'A fact is never deleted';;
--rollback drop trigger document_is_never_deleted;;
