--liquibase formatted sql

--changeset platform:disclosure-0014 endDelimiter:;; rollbackEndDelimiter:;;
--comment: GDPR 16 and 19. A goal that is open is reached or given up by itself. One that was, and is not any more, was recorded wrongly: the reports that showed it are judged anew.
create or replace trigger value_goal_changed after update on goal for each row
  if not (new.description <=> old.description and new.trajectory_id <=> old.trajectory_id
      and (old.status = 'OPEN' or new.status <=> old.status)) then
    update fact_version set version = version + 1
      where tenant_id = new.tenant_id
        and id in (select client_id from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id));
  end if;;
--rollback create or replace trigger value_goal_changed after update on goal for each row if not (new.description <=> old.description and new.trajectory_id <=> old.trajectory_id) then update fact_version set version = version + 1 where tenant_id = new.tenant_id and id in (select client_id from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id)); end if;;
