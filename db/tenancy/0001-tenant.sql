--liquibase formatted sql

--changeset platform:tenancy-0001
--comment: A tenant is one opdrachtgever. Every row that belongs to one carries its id as the first half of its key.
create table tenant (
  id            uuid         not null,
  code          varchar(20)  not null,
  name          varchar(120) not null,
  kind          varchar(12)  not null,
  kvk           char(8),
  brand_colour  char(7),
  contact_name  varchar(120),
  contact_email varchar(254),
  source_digest binary(32),
  constraint pk_tenant primary key (id),
  constraint uq_tenant_code unique (code),
  constraint ck_tenant_kind check (kind in ('EMPLOYER', 'UWV', 'MUNICIPALITY', 'INSURER')),
  constraint ck_tenant_colour check (brand_colour is null or brand_colour regexp '^#[0-9a-f]{6}$')
) comment = 'An opdrachtgever: a boundary of what may be received';
--rollback drop table tenant;
