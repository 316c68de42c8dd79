--liquibase formatted sql

--changeset platform:trajectory-0053
--comment: What a progress report tells of a commission, of who guides, and of how a trajectory runs, where the office keeps it.
alter table coach
  add column phone  varchar(30) after email,
  add column deputy varchar(120) after phone;
alter table commission add column lot varchar(40) after product;
alter table trajectory
  add column staff_number        varchar(40) after number,
  add column legal_frame         varchar(20) after product,
  add column phase               varchar(20) after legal_frame,
  add column registered_on       date after phase,
  add column intake_on           date after registered_on,
  add column first_planned_end   date after planned_end,
  add column satisfaction_asked_on date after end_reason,
  add constraint ck_trajectory_frame check (legal_frame in ('WVP_SPOOR_1', 'WVP_SPOOR_2', 'ZIEKTEWET', 'WIA', 'WGA', 'WAJONG', 'PARTICIPATIEWET')),
  add constraint ck_trajectory_phase check (phase in ('INTAKE', 'ORIENTATIE', 'VERSTERKING', 'BEMIDDELING', 'NAZORG'));
alter table goal add column note varchar(500) after status;
alter table progress
  add column outlook       varchar(16) after prognosis,
  add column obstacles     varchar(2000) after outlook,
  add column advice        varchar(2000) after obstacles,
  add column resumed_hours decimal(5,2) after advice,
  add column wage_value    decimal(5,2) after resumed_hours,
  add constraint ck_progress_outlook check (outlook in ('HAALBAAR', 'ONZEKER', 'NIET_HAALBAAR')),
  add constraint ck_progress_resumed check (resumed_hours between 0 and 168),
  add constraint ck_progress_wage_value check (wage_value between 0 and 100);
--rollback alter table progress drop constraint ck_progress_outlook, drop constraint ck_progress_resumed, drop constraint ck_progress_wage_value, drop column outlook, drop column obstacles, drop column advice, drop column resumed_hours, drop column wage_value;
--rollback alter table goal drop column note;
--rollback alter table trajectory drop constraint ck_trajectory_frame, drop constraint ck_trajectory_phase, drop column staff_number, drop column legal_frame, drop column phase, drop column registered_on, drop column intake_on, drop column first_planned_end, drop column satisfaction_asked_on;
--rollback alter table commission drop column lot;
--rollback alter table coach drop column phone, drop column deputy;

--changeset platform:trajectory-0054
--comment: Work to learn from is no contract, and stands beside the trial placement.
alter table placement drop constraint ck_placement_contract, modify contract varchar(20) not null;
alter table placement add constraint ck_placement_contract check (contract in ('BEPAALDE_TIJD', 'ONBEPAALDE_TIJD', 'PROEFPLAATSING', 'UITZEND', 'WERKERVARINGSPLAATS', 'STAGE'));
--rollback alter table placement drop constraint ck_placement_contract, modify contract varchar(16) not null;
--rollback alter table placement add constraint ck_placement_contract check (contract in ('BEPAALDE_TIJD', 'ONBEPAALDE_TIJD', 'PROEFPLAATSING', 'UITZEND'));

--changeset platform:trajectory-0055
--comment: Where a client applied has no column, on purpose: a report tells what for, in which way, and what came of it.
create table job_application (
  tenant_id     uuid         not null,
  id            uuid         not null,
  trajectory_id uuid         not null,
  applied_on    date         not null,
  job           varchar(200) not null,
  kind          varchar(16)  not null,
  response      varchar(16)  not null,
  source_digest binary(32),
  constraint pk_job_application primary key (tenant_id, id),
  constraint fk_application_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint ck_application_kind check (kind in ('VACATURE', 'OPEN', 'NETWERK', 'UITZENDBUREAU')),
  constraint ck_application_response check (response in ('GEEN', 'GESPREK', 'AFGEWEZEN', 'AANGENOMEN')),
  index ix_application_period (tenant_id, trajectory_id, applied_on)
) comment = 'A job that a client applied for';
--rollback drop table job_application;

--changeset platform:trajectory-0056 endDelimiter:;; rollbackEndDelimiter:;;
--comment: GDPR 16 and 19, as for the values that reports showed before: one that is changed or removed is counted, so that the reports in which it stands are judged anew; and so is an application that is recorded late. What came of an application, a phase and a note go on by themselves.
create or replace trigger fact_trajectory_changed after update on trajectory for each row
  if not (new.id <=> old.id and new.client_id <=> old.client_id and new.commission_id <=> old.commission_id
      and new.ended_on <=> old.ended_on and new.product <=> old.product and new.started_on <=> old.started_on
      and new.end_reason <=> old.end_reason and new.job_title <=> old.job_title
      and new.contract_hours <=> old.contract_hours and new.first_sick_day <=> old.first_sick_day
      and new.main_goal <=> old.main_goal and new.education <=> old.education
      and new.experience <=> old.experience and new.preference <=> old.preference
      and new.staff_number <=> old.staff_number and new.legal_frame <=> old.legal_frame
      and new.registered_on <=> old.registered_on and new.intake_on <=> old.intake_on) then
    insert into fact_version (tenant_id, id, version)
      values (old.tenant_id, old.client_id, 1), (new.tenant_id, new.client_id, 1)
      on duplicate key update version = fact_version.version + 1;
  end if;;
create or replace trigger value_progress_changed after update on progress for each row
  if not (new.measured_on <=> old.measured_on and new.status <=> old.status and new.ladder <=> old.ladder
      and new.score <=> old.score and new.explanation <=> old.explanation and new.prognosis <=> old.prognosis
      and new.outlook <=> old.outlook and new.obstacles <=> old.obstacles and new.advice <=> old.advice
      and new.resumed_hours <=> old.resumed_hours and new.wage_value <=> old.wage_value
      and new.trajectory_id <=> old.trajectory_id) then
    update fact_version set version = version + 1
      where tenant_id = new.tenant_id
        and id in (select client_id from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id));
  end if;;
create trigger value_job_application_changed after update on job_application for each row
  if not (new.applied_on <=> old.applied_on and new.job <=> old.job and new.kind <=> old.kind
      and new.trajectory_id <=> old.trajectory_id) then
    update fact_version set version = version + 1
      where tenant_id = new.tenant_id
        and id in (select client_id from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id));
  end if;;
create trigger value_job_application_removed after delete on job_application for each row
  update fact_version set version = version + 1
    where tenant_id = old.tenant_id
      and id = (select client_id from trajectory where tenant_id = old.tenant_id and id = old.trajectory_id);;
create trigger value_job_application_added after insert on job_application for each row
begin
  declare reported int default 0;
  select count(*) into reported from report where tenant_id = new.tenant_id and trajectory_id = new.trajectory_id
    and period >= date_format(new.applied_on, '%Y-%m');
  if reported > 0 then
    update fact_version set version = version + 1
      where tenant_id = new.tenant_id
        and id = (select client_id from trajectory where tenant_id = new.tenant_id and id = new.trajectory_id);
  end if;
end;;
--rollback drop trigger value_job_application_added;;
--rollback drop trigger value_job_application_changed;;
--rollback drop trigger value_job_application_removed;;
--rollback create or replace trigger value_progress_changed after update on progress for each row if not (new.measured_on <=> old.measured_on and new.status <=> old.status and new.ladder <=> old.ladder and new.score <=> old.score and new.explanation <=> old.explanation and new.prognosis <=> old.prognosis and new.trajectory_id <=> old.trajectory_id) then update fact_version set version = version + 1 where tenant_id = new.tenant_id and id in (select client_id from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id)); end if;;
--rollback create or replace trigger fact_trajectory_changed after update on trajectory for each row if not (new.id <=> old.id and new.client_id <=> old.client_id and new.commission_id <=> old.commission_id and new.ended_on <=> old.ended_on and new.product <=> old.product and new.started_on <=> old.started_on and new.end_reason <=> old.end_reason and new.job_title <=> old.job_title and new.contract_hours <=> old.contract_hours and new.first_sick_day <=> old.first_sick_day and new.main_goal <=> old.main_goal and new.education <=> old.education and new.experience <=> old.experience and new.preference <=> old.preference) then insert into fact_version (tenant_id, id, version) values (old.tenant_id, old.client_id, 1), (new.tenant_id, new.client_id, 1) on duplicate key update version = fact_version.version + 1; end if;;
