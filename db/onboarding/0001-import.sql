--liquibase formatted sql

--changeset platform:onboarding-0001
--comment: An import and its report. A refusal names file, line, column and code, never the value that stood there.
create table import_job (
  id           uuid         not null,
  state        varchar(12)  not null,
  partial      boolean      not null,
  requested_by varchar(120) not null,
  requested_at datetime(6)  not null,
  ended_at     datetime(6),
  phase        varchar(40),
  failure      varchar(200),
  refusals     bigint       not null default 0,
  constraint pk_import_job primary key (id),
  constraint ck_import_state check (state in ('CHECKING', 'WRITING', 'DONE', 'REFUSED', 'FAILED')),
  constraint ck_import_ended check ((state in ('DONE', 'REFUSED', 'FAILED')) = (ended_at is not null)),
  index ix_import_requested (requested_at)
) comment = 'One import of an export; moments are UTC';
create table import_count (
  import_id     uuid        not null,
  file          varchar(60) not null,
  rows_read     bigint      not null default 0,
  rows_new      bigint      not null default 0,
  rows_changed  bigint      not null default 0,
  rows_unchanged bigint     not null default 0,
  rows_refused  bigint      not null default 0,
  constraint pk_import_count primary key (import_id, file),
  constraint fk_import_count foreign key (import_id) references import_job (id)
) comment = 'What an import did with one file';
create table import_refusal (
  import_id   uuid        not null,
  sequence    bigint      not null auto_increment,
  notice      boolean     not null default false,
  file        varchar(60) not null,
  line        bigint,
  column_name varchar(60),
  code        varchar(40) not null,
  advice      varchar(400) not null,
  constraint pk_import_refusal primary key (sequence),
  constraint fk_import_refusal foreign key (import_id) references import_job (id),
  index ix_import_refusal (import_id, file, line)
) comment = 'A row that an import refused (or, as a notice, ignored), and what to do about it';
--rollback drop table import_refusal; drop table import_count; drop table import_job;

--changeset platform:onboarding-0002
--comment: Only digests and ids, so that a crash leaves no personal data here. Only files that others refer to fill in name.
create table import_row (
  import_id     uuid       not null,
  file          varchar(20) not null,
  line          bigint     not null,
  refused       boolean    not null default false,
  content       binary(16) not null,
  own_key       binary(16),
  nth           int        not null default 1,
  name          binary(16),
  tenant_id     uuid,
  id            uuid,
  commission_id uuid,
  client_id     uuid,
  trajectory_id uuid,
  coach_id      uuid,
  constraint pk_import_row primary key (import_id, file, line),
  index ix_import_row_name (import_id, file, name)
) comment = 'A row of an export while it is being imported; emptied at the end';
--rollback drop table import_row;
