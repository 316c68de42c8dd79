--liquibase formatted sql

--changeset platform:reporting-0001
--comment: decided_at is the instant of every decision of the run. running_period lets one run of a month go on at a time.
create table reporting_run (
  id         uuid         not null,
  period     varchar(7)   not null,
  state      varchar(10)  not null,
  started_by varchar(120) not null,
  decided_at datetime(6)  not null,
  ended_at   datetime(6),
  running_period varchar(7) as (if(state = 'RUNNING', period, null)) persistent,
  constraint pk_reporting_run primary key (id),
  constraint uq_run_running unique (running_period),
  constraint ck_run_period check (period regexp '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  constraint ck_run_state check (state in ('RUNNING', 'FINISHED')),
  constraint ck_run_ended check ((state = 'FINISHED') = (ended_at is not null)),
  index ix_run_period (period, decided_at)
) comment = 'A monthly run over all tenants';
--rollback drop table reporting_run;

--changeset platform:reporting-0002
--comment: A report is immutable; a correction is a new version. subject_id is the trajectory, or the commission.
create table report (
  tenant_id          uuid          not null,
  id                 uuid          not null,
  kind               varchar(14)   not null,
  number             varchar(60)   not null,
  subject_id         uuid          not null,
  commission_id      uuid          not null,
  trajectory_id      uuid,
  period             char(7)       not null,
  version            int           not null,
  run_id             uuid          not null,
  decided_at         datetime(6)   not null,
  issued_at          datetime(6)   not null,
  valid_through      datetime(6),
  trace_code         varchar(40)   not null,
  matrix_version     varchar(20)   not null,
  register_version   varchar(20)   not null,
  regulation_version varchar(20)   not null,
  template_version   varchar(20)   not null,
  decisions          mediumtext    not null,
  sha256             binary(32)    not null,
  size               int           not null,
  constraint pk_report primary key (tenant_id, id),
  constraint uq_report_version unique (tenant_id, subject_id, kind, period, version),
  constraint uq_report_number unique (tenant_id, number),
  constraint fk_report_commission foreign key (tenant_id, commission_id) references commission (tenant_id, id),
  constraint fk_report_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint fk_report_run foreign key (run_id) references reporting_run (id),
  constraint ck_report_kind check (kind in ('PROGRESS', 'ACCOUNTABILITY')),
  constraint ck_report_subject check (subject_id = coalesce(trajectory_id, commission_id)),
  constraint ck_report_about check ((kind = 'PROGRESS') = (trajectory_id is not null)),
  index ix_report_issued (tenant_id, issued_at, id)
) comment = 'An issued report; decisions is the trace, per category, as JSON';
create table report_content (
  tenant_id uuid       not null,
  report_id uuid       not null,
  pdf       mediumblob not null,
  constraint pk_report_content primary key (tenant_id, report_id),
  constraint fk_report_content foreign key (tenant_id, report_id) references report (tenant_id, id)
) comment = 'The PDF, sealed under the key of the client (or of the tenant, for a report over many)';
--rollback drop table report_content; drop table report;

--changeset platform:reporting-0003
--comment: What a run planned and what became of it; the parts of a run add up to what was planned.
create table run_part (
  tenant_id     uuid        not null,
  id            uuid        not null,
  run_id        uuid        not null,
  kind          varchar(14) not null,
  subject_id    uuid        not null,
  commission_id uuid        not null,
  trajectory_id uuid,
  state         varchar(10) not null,
  newly         boolean     not null default false,
  report_id     uuid,
  failure       varchar(60),
  constraint pk_run_part primary key (tenant_id, id),
  constraint uq_run_part unique (run_id, tenant_id, subject_id, kind),
  constraint fk_part_run foreign key (run_id) references reporting_run (id),
  constraint fk_part_commission foreign key (tenant_id, commission_id) references commission (tenant_id, id),
  constraint fk_part_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint fk_part_report foreign key (tenant_id, report_id) references report (tenant_id, id),
  constraint ck_part_state check (state in ('PLANNED', 'ISSUED', 'WAITING', 'WITHHELD', 'FAILED')),
  constraint ck_part_report check ((state = 'ISSUED') = (report_id is not null)),
  constraint ck_part_failure check ((state = 'FAILED') = (failure is not null)),
  index ix_part_work (run_id, tenant_id, commission_id, state)
) comment = 'One planned report of a run; newly: made by this run, not found from an earlier one';
--rollback drop table run_part;
