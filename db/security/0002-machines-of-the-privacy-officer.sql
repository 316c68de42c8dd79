--liquibase formatted sql

--changeset platform:security-0004
--comment: The privacy officer keeps the facts through the API, so with a token, so with a client.
alter table api_client drop constraint ck_api_client_role,
  add constraint ck_api_client_role check (role in ('TENANT_PORTAL', 'ADMINISTRATOR', 'PRIVACY_OFFICER'));
--rollback alter table api_client drop constraint ck_api_client_role, add constraint ck_api_client_role check (role in ('TENANT_PORTAL', 'ADMINISTRATOR'));
