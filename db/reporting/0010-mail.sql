--liquibase formatted sql

--changeset platform:reporting-mail-0001
--comment: The latest row counts; one without an address ends it. A change is a new row, so that history stays.
create table mail_address (
  tenant_id  uuid         not null,
  id         uuid         not null,
  address    varchar(254),
  language   char(2)      not null,
  decided_at datetime(6)  not null,
  decided_by varchar(120) not null,
  constraint pk_mail_address primary key (tenant_id, id),
  constraint uq_mail_address unique (tenant_id, decided_at),
  constraint fk_mail_address_tenant foreign key (tenant_id) references tenant (id),
  constraint ck_mail_address check (address not regexp '[^!-~]' and address like '%_@_%'),
  constraint ck_mail_address_language check (language in ('nl', 'en'))
) comment = 'Where a tenant is told by mail that there is something to look at';
--rollback drop table mail_address;

--changeset platform:reporting-mail-0002
--comment: Queued in the transaction of what it tells; at most one per run, and one at a time about notices.
create table mail (
  tenant_id  uuid        not null,
  id         uuid        not null,
  what       varchar(7)  not null,
  run_id     uuid,
  amount     int         not null,
  state      varchar(9)  not null default 'QUEUED',
  attempts   int         not null default 0,
  queued_at  datetime(6) not null,
  next_at    datetime(6) not null,
  ended_at   datetime(6),
  collecting boolean as (if(what = 'NOTICES' and state = 'QUEUED', true, null)) persistent,
  constraint pk_mail primary key (tenant_id, id),
  constraint uq_mail_run unique (tenant_id, run_id),
  constraint uq_mail_collecting unique (tenant_id, collecting),
  constraint fk_mail_tenant foreign key (tenant_id) references tenant (id),
  constraint fk_mail_run foreign key (run_id) references reporting_run (id),
  constraint ck_mail_what check (what in ('REPORTS', 'NOTICES')),
  constraint ck_mail_run check ((what = 'REPORTS') = (run_id is not null)),
  constraint ck_mail_amount check (amount > 0),
  constraint ck_mail_state check (state in ('QUEUED', 'SENDING', 'SENT', 'UNCERTAIN', 'GIVEN_UP')),
  constraint ck_mail_ended check ((state in ('QUEUED', 'SENDING')) = (ended_at is null)),
  index ix_mail_due (state, next_at)
) comment = 'Mails to tenants, without content; UNCERTAIN: nobody knows whether it arrived, so it is not sent again';
--rollback drop table mail;
