--liquibase formatted sql

--changeset platform:reporting-0007
--comment: A final report is about one trajectory, an invoice specification about the hours of one commission.
alter table report
  drop constraint ck_report_kind,
  drop constraint ck_report_about,
  add constraint ck_report_kind check (kind in ('PROGRESS', 'FINAL', 'ACCOUNTABILITY', 'INVOICE')),
  add constraint ck_report_about check ((kind in ('PROGRESS', 'FINAL')) = (trajectory_id is not null));
--rollback alter table report drop constraint ck_report_kind, drop constraint ck_report_about, add constraint ck_report_kind check (kind in ('PROGRESS', 'ACCOUNTABILITY')), add constraint ck_report_about check ((kind = 'PROGRESS') = (trajectory_id is not null));
