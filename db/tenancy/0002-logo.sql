--liquibase formatted sql

--changeset platform:tenancy-0002
--comment: The logo that stands in the head of a tenant's reports, drawn by the platform as a JPEG of one size.
alter table tenant
  add column logo mediumblob after brand_colour,
  add constraint ck_tenant_logo check (logo is null or (length(logo) < 262144 and hex(left(logo, 3)) = 'FFD8FF'));
--rollback alter table tenant drop constraint ck_tenant_logo, drop column logo;
