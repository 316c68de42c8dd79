--liquibase formatted sql

--changeset platform:reporting-0008
--comment: Beside the PDF of a report what was released, as JSON, from which its other forms are made. Reports of before have only paper.
alter table report
  add column document_sha256 binary(32);
alter table report_content
  add column document mediumblob;
--rollback alter table report_content drop column document; alter table report drop column document_sha256;
