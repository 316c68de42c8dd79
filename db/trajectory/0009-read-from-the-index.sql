--liquibase formatted sql

--changeset platform:trajectory-read-from-index-0001
--comment: Hours and attendance are summed over years of a whole commission: from the index alone, without looking up each row.
alter table hours_worked
  add index ix_hours_summed (tenant_id, trajectory_id, worked_on, kind, hours),
  drop index ix_hours_period;
alter table contact_moment
  add index ix_contact_counted (tenant_id, trajectory_id, held_at, attendance),
  drop index ix_contact_period;
--rollback alter table contact_moment add index ix_contact_period (tenant_id, trajectory_id, held_at), drop index ix_contact_counted;
--rollback alter table hours_worked add index ix_hours_period (tenant_id, trajectory_id, worked_on), drop index ix_hours_summed;
