--liquibase formatted sql

--changeset platform:onboarding-0003
--comment: What to do about a finding is told by its code, in the reader's language. Only an older version still writes the Dutch words.
alter table import_refusal modify column advice varchar(400) not null default '';
--rollback alter table import_refusal modify column advice varchar(400) not null;
