--liquibase formatted sql

--changeset platform:reporting-0011
--comment: A run may be of one tenant, commission or trajectory, may repeat what an earlier one left, and may be paused.
alter table reporting_run
  drop index uq_run_running,
  drop column running_period,
  drop constraint ck_run_state,
  drop constraint ck_run_ended,
  add column scope_tenant_id uuid,
  add column scope_commission_id uuid,
  add column scope_trajectory_id uuid,
  add column repeats uuid,
  add constraint fk_run_tenant foreign key (scope_tenant_id) references tenant (id),
  add constraint fk_run_commission foreign key (scope_tenant_id, scope_commission_id) references commission (tenant_id, id),
  add constraint fk_run_trajectory foreign key (scope_tenant_id, scope_trajectory_id) references trajectory (tenant_id, id),
  add constraint fk_run_repeats foreign key (repeats) references reporting_run (id),
  add constraint ck_run_scope check ((scope_commission_id is null or scope_tenant_id is not null)
    and (scope_trajectory_id is null or scope_commission_id is not null)),
  add constraint ck_run_state check (state in ('RUNNING', 'PAUSED', 'FINISHED', 'CANCELLED')),
  add constraint ck_run_ended check ((state in ('FINISHED', 'CANCELLED')) = (ended_at is not null));
--rollback alter table reporting_run drop constraint fk_run_repeats, drop constraint fk_run_trajectory, drop constraint fk_run_commission, drop constraint fk_run_tenant; alter table reporting_run drop constraint ck_run_ended, drop constraint ck_run_state, drop constraint ck_run_scope, drop column repeats, drop column scope_trajectory_id, drop column scope_commission_id, drop column scope_tenant_id, add column running_period varchar(7) as (if(state = 'RUNNING', period, null)) persistent, add constraint uq_run_running unique (running_period), add constraint ck_run_state check (state in ('RUNNING', 'FINISHED')), add constraint ck_run_ended check ((state = 'FINISHED') = (ended_at is not null));

--changeset platform:reporting-0012
--comment: Two runs of one month that touch each other may not both go on, which no key can say. Who starts a run writes here first, and holds that until it is planned.
create table run_turn (
  id     tinyint not null,
  starts bigint  not null,
  constraint pk_run_turn primary key (id),
  constraint ck_run_turn check (id = 1)
) comment = 'One row: runs are started one after the other';
--rollback drop table run_turn;

--changeset platform:reporting-0013
--comment: The one row.
insert into run_turn (id, starts) values (1, 0);
--rollback delete from run_turn;

--changeset platform:reporting-0014
--comment: An act that changes nothing, such as pausing what is paused, leaves no row.
create table run_act (
  id       uuid         not null,
  run_id   uuid         not null,
  act      varchar(12)  not null,
  acted_at datetime(6)  not null,
  acted_by varchar(120) not null,
  constraint pk_run_act primary key (id),
  constraint fk_act_run foreign key (run_id) references reporting_run (id),
  constraint ck_run_act check (act in ('PAUSE', 'RESUMPTION', 'CANCELLATION')),
  index ix_run_act (run_id, acted_at)
) comment = 'Who paused, resumed or cancelled a run, and when';
--rollback drop table run_act;

--changeset platform:reporting-0015
--comment: The key allows one alert of a run, however many of its parts have trouble.
create table run_alert (
  run_id    uuid        not null,
  raised_at datetime(6) not null,
  is_late   boolean     not null,
  waiting   int         not null,
  failed    int         not null,
  constraint pk_run_alert primary key (run_id),
  constraint fk_alert_run foreign key (run_id) references reporting_run (id),
  constraint ck_run_alert check (is_late or waiting > 0 or failed > 0)
) comment = 'A run that somebody should look at: reports of it failed or wait, or it began too late';
--rollback drop table run_alert;
