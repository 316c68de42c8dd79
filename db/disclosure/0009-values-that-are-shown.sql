--liquibase formatted sql

--changeset platform:disclosure-0012 endDelimiter:;; rollbackEndDelimiter:;;
--comment: GDPR 16 and 19. A yes also rests on the values that a report shows: one that is changed or removed is counted as a fact about the client, so that the reports in which it stands are judged anew. What goes on by itself (the state of a goal, the planned end) is not.
create or replace trigger fact_client_changed after update on client for each row
  if not (new.id <=> old.id and new.birth_date <=> old.birth_date and new.number <=> old.number
      and new.last_name <=> old.last_name and new.first_name <=> old.first_name and new.bsn <=> old.bsn) then
    insert into fact_version (tenant_id, id, version)
      values (old.tenant_id, old.id, 1), (new.tenant_id, new.id, 1)
      on duplicate key update version = fact_version.version + 1;
  end if;;
create or replace trigger fact_trajectory_changed after update on trajectory for each row
  if not (new.id <=> old.id and new.client_id <=> old.client_id and new.commission_id <=> old.commission_id
      and new.ended_on <=> old.ended_on and new.product <=> old.product and new.started_on <=> old.started_on
      and new.end_reason <=> old.end_reason and new.job_title <=> old.job_title
      and new.contract_hours <=> old.contract_hours and new.first_sick_day <=> old.first_sick_day
      and new.main_goal <=> old.main_goal and new.education <=> old.education
      and new.experience <=> old.experience and new.preference <=> old.preference) then
    insert into fact_version (tenant_id, id, version)
      values (old.tenant_id, old.client_id, 1), (new.tenant_id, new.client_id, 1)
      on duplicate key update version = fact_version.version + 1;
  end if;;
create or replace trigger fact_placement_changed after update on placement for each row
  if not (new.id <=> old.id and new.trajectory_id <=> old.trajectory_id and new.client_informed <=> old.client_informed
      and new.started_on <=> old.started_on and new.contract <=> old.contract
      and new.hours_per_week <=> old.hours_per_week and new.months <=> old.months and new.employer <=> old.employer) then
    update fact_version set version = version + 1
      where tenant_id = new.tenant_id
        and id in (select client_id from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id));
  end if;;
create trigger value_goal_changed after update on goal for each row
  if not (new.description <=> old.description and new.trajectory_id <=> old.trajectory_id) then
    update fact_version set version = version + 1
      where tenant_id = new.tenant_id
        and id in (select client_id from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id));
  end if;;
create trigger value_goal_removed after delete on goal for each row
  update fact_version set version = version + 1
    where tenant_id = old.tenant_id
      and id = (select client_id from trajectory where tenant_id = old.tenant_id and id = old.trajectory_id);;
create trigger value_strength_changed after update on strength for each row
  if not (new.kind <=> old.kind and new.description <=> old.description and new.trajectory_id <=> old.trajectory_id) then
    update fact_version set version = version + 1
      where tenant_id = new.tenant_id
        and id in (select client_id from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id));
  end if;;
create trigger value_strength_removed after delete on strength for each row
  update fact_version set version = version + 1
    where tenant_id = old.tenant_id
      and id = (select client_id from trajectory where tenant_id = old.tenant_id and id = old.trajectory_id);;
create trigger value_contact_moment_changed after update on contact_moment for each row
  if not (new.held_at <=> old.held_at and new.kind <=> old.kind and new.minutes <=> old.minutes
      and new.attendance <=> old.attendance and new.subject <=> old.subject and new.trajectory_id <=> old.trajectory_id) then
    update fact_version set version = version + 1
      where tenant_id = new.tenant_id
        and id in (select client_id from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id));
  end if;;
create trigger value_contact_moment_removed after delete on contact_moment for each row
  update fact_version set version = version + 1
    where tenant_id = old.tenant_id
      and id = (select client_id from trajectory where tenant_id = old.tenant_id and id = old.trajectory_id);;
create trigger value_progress_changed after update on progress for each row
  if not (new.measured_on <=> old.measured_on and new.status <=> old.status and new.ladder <=> old.ladder
      and new.score <=> old.score and new.explanation <=> old.explanation and new.prognosis <=> old.prognosis
      and new.trajectory_id <=> old.trajectory_id) then
    update fact_version set version = version + 1
      where tenant_id = new.tenant_id
        and id in (select client_id from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id));
  end if;;
create trigger value_progress_removed after delete on progress for each row
  update fact_version set version = version + 1
    where tenant_id = old.tenant_id
      and id = (select client_id from trajectory where tenant_id = old.tenant_id and id = old.trajectory_id);;
create trigger value_hours_worked_changed after update on hours_worked for each row
  if not (new.worked_on <=> old.worked_on and new.hours <=> old.hours and new.kind <=> old.kind
      and new.trajectory_id <=> old.trajectory_id) then
    update fact_version set version = version + 1
      where tenant_id = new.tenant_id
        and id in (select client_id from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id));
  end if;;
create trigger value_hours_worked_removed after delete on hours_worked for each row
  update fact_version set version = version + 1
    where tenant_id = old.tenant_id
      and id = (select client_id from trajectory where tenant_id = old.tenant_id and id = old.trajectory_id);;
--rollback create or replace trigger fact_client_changed after update on client for each row if not (new.id <=> old.id and new.birth_date <=> old.birth_date) then insert into fact_version (tenant_id, id, version) values (old.tenant_id, old.id, 1), (new.tenant_id, new.id, 1) on duplicate key update version = fact_version.version + 1; end if;;
--rollback create or replace trigger fact_trajectory_changed after update on trajectory for each row if not (new.id <=> old.id and new.client_id <=> old.client_id and new.commission_id <=> old.commission_id and new.ended_on <=> old.ended_on) then insert into fact_version (tenant_id, id, version) values (old.tenant_id, old.client_id, 1), (new.tenant_id, new.client_id, 1) on duplicate key update version = fact_version.version + 1; end if;;
--rollback create or replace trigger fact_placement_changed after update on placement for each row if not (new.id <=> old.id and new.trajectory_id <=> old.trajectory_id and new.client_informed <=> old.client_informed) then update fact_version set version = version + 1 where tenant_id = new.tenant_id and id in (select client_id from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id)); end if;;
--rollback drop trigger value_goal_changed;;
--rollback drop trigger value_goal_removed;;
--rollback drop trigger value_strength_changed;;
--rollback drop trigger value_strength_removed;;
--rollback drop trigger value_contact_moment_changed;;
--rollback drop trigger value_contact_moment_removed;;
--rollback drop trigger value_progress_changed;;
--rollback drop trigger value_progress_removed;;
--rollback drop trigger value_hours_worked_changed;;
--rollback drop trigger value_hours_worked_removed;;

--changeset platform:disclosure-0013 endDelimiter:;;
--comment: What is recorded late, of a month that was reported on, changes what that report added up (GDPR 16: incomplete data is completed). Looked up apart and not within the update, so that nobody who issues reports waits for it.
create trigger value_contact_moment_added after insert on contact_moment for each row
begin
  declare reported int default 0;
  select count(*) into reported from report where tenant_id = new.tenant_id and trajectory_id = new.trajectory_id
    and period >= date_format(new.held_at, '%Y-%m');
  if reported > 0 then
    update fact_version set version = version + 1
      where tenant_id = new.tenant_id
        and id = (select client_id from trajectory where tenant_id = new.tenant_id and id = new.trajectory_id);
  end if;
end;;
create trigger value_progress_added after insert on progress for each row
begin
  declare reported int default 0;
  select count(*) into reported from report where tenant_id = new.tenant_id and trajectory_id = new.trajectory_id
    and period >= date_format(new.measured_on, '%Y-%m');
  if reported > 0 then
    update fact_version set version = version + 1
      where tenant_id = new.tenant_id
        and id = (select client_id from trajectory where tenant_id = new.tenant_id and id = new.trajectory_id);
  end if;
end;;
create trigger value_hours_worked_added after insert on hours_worked for each row
begin
  declare reported int default 0;
  select count(*) into reported from report where tenant_id = new.tenant_id and trajectory_id = new.trajectory_id
    and period >= date_format(new.worked_on, '%Y-%m');
  if reported > 0 then
    update fact_version set version = version + 1
      where tenant_id = new.tenant_id
        and id = (select client_id from trajectory where tenant_id = new.tenant_id and id = new.trajectory_id);
  end if;
end;;
--rollback drop trigger value_contact_moment_added;;
--rollback drop trigger value_progress_added;;
--rollback drop trigger value_hours_worked_added;;
