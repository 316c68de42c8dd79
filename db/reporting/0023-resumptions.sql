--liquibase formatted sql

--changeset platform:reporting-resumptions-0001
--comment: A run that was paused and resumed at once had the work of each commission handed out twice: what was in hand went on beside what was handed out anew, made the same reports, was refused them, and after ten times gave the commission up.
alter table reporting_run
  add column resumed int not null default 0 comment 'How often it was resumed: what was handed out before the last time is void';
--rollback alter table reporting_run drop column resumed;
