--liquibase formatted sql

--changeset platform:security-0001
--comment: People who log in. A tenant user belongs to one tenant; Werkvlak's own people belong to none.
create table account (
  id            uuid         not null,
  login         varchar(120) not null,
  name          varchar(120) not null,
  role          varchar(16)  not null,
  tenant_id     uuid,
  coach_id      uuid,
  password_hash varchar(255) not null,
  created_at    datetime(6)  not null,
  disabled_at   datetime(6),
  constraint pk_account primary key (id),
  constraint uq_account_login unique (login),
  constraint fk_account_tenant foreign key (tenant_id) references tenant (id),
  constraint fk_account_coach foreign key (coach_id) references coach (id),
  constraint ck_account_role check (role in ('COACH', 'PRIVACY_OFFICER', 'ADMINISTRATOR', 'TENANT_USER')),
  constraint ck_account_tenant check ((role = 'TENANT_USER') = (tenant_id is not null)),
  constraint ck_account_coach check ((role = 'COACH') = (coach_id is not null))
) comment = 'A person who may log in; the password only as an Argon2id hash';
--rollback drop table account;

--changeset platform:security-0002
--comment: Machines. A portal is bound to its tenant for good; an administrator's client has none.
create table api_client (
  id          varchar(60)  not null,
  role        varchar(16)  not null,
  tenant_id   uuid,
  secret_hash varchar(255) not null,
  created_at  datetime(6)  not null,
  disabled_at datetime(6),
  constraint pk_api_client primary key (id),
  constraint fk_api_client_tenant foreign key (tenant_id) references tenant (id),
  constraint ck_api_client_role check (role in ('TENANT_PORTAL', 'ADMINISTRATOR')),
  constraint ck_api_client_tenant check ((role = 'TENANT_PORTAL') = (tenant_id is not null))
) comment = 'A machine that may ask for a token (client credentials)';
--rollback drop table api_client;

--changeset platform:security-0003
--comment: The key that signs tokens, the same for all nodes, sealed under the master key.
create table signing_key (
  id         varchar(60)     not null,
  sealed_jwk varbinary(4096) not null,
  created_at datetime(6)     not null,
  constraint pk_signing_key primary key (id)
) comment = 'A key that signs access tokens';
--rollback drop table signing_key;
