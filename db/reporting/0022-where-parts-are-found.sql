--liquibase formatted sql

--changeset platform:reporting-parts-found-0001
--comment: What is left of a commission is counted, and the next parts are taken, from the index alone: each turn looked through all that was left, and sorted it.
alter table run_part
  add index ix_part_next (run_id, tenant_id, commission_id, state, kind, subject_id),
  drop index ix_part_work;
--rollback alter table run_part add index ix_part_work (run_id, tenant_id, commission_id, state), drop index ix_part_next;
