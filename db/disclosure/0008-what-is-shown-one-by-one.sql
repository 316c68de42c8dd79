--liquibase formatted sql

--changeset platform:disclosure-0011 endDelimiter:;;
--comment: The name of a new employer is shown when the client was informed (K12); a report is sealed under a key that can be erased. Both are counted as facts about the client.
create trigger fact_placement_added after insert on placement for each row
  update fact_version set version = version + 1
    where tenant_id = new.tenant_id
      and id = (select client_id from trajectory where tenant_id = new.tenant_id and id = new.trajectory_id);;
create trigger fact_placement_changed after update on placement for each row
  if not (new.id <=> old.id and new.trajectory_id <=> old.trajectory_id and new.client_informed <=> old.client_informed) then
    update fact_version set version = version + 1
      where tenant_id = new.tenant_id
        and id in (select client_id from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id));
  end if;;
create trigger fact_placement_removed after delete on placement for each row
  update fact_version set version = version + 1
    where tenant_id = old.tenant_id
      and id = (select client_id from trajectory where tenant_id = old.tenant_id and id = old.trajectory_id);;
create trigger fact_data_key_changed after update on data_key for each row
  if not (new.erased_at <=> old.erased_at) then
    update fact_version set version = version + 1 where tenant_id = new.tenant_id and id = new.id;
  end if;;
--rollback drop trigger fact_placement_added;;
--rollback drop trigger fact_placement_changed;;
--rollback drop trigger fact_placement_removed;;
--rollback drop trigger fact_data_key_changed;;
