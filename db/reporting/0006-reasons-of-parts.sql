--liquibase formatted sql

--changeset platform:reporting-0008
--comment: Each part that was not issued says why, by a code.
alter table run_part
  drop constraint ck_part_failure,
  drop constraint ck_part_state,
  change column failure reason varchar(60);
--rollback alter table run_part change column reason failure varchar(60), add constraint ck_part_state check (state in ('PLANNED', 'ISSUED', 'WAITING', 'WITHHELD', 'FAILED')), add constraint ck_part_failure check ((state = 'FAILED') = (failure is not null));

--changeset platform:reporting-0009
--comment: What earlier runs left without a reason; a withdrawn report was kept as withheld, and is told with the others.
update run_part set reason = case state
  when 'WAITING' then 'NOT_SIGNED_OFF'
  when 'WITHHELD' then 'NOTHING_MAY_LEAVE'
  else upper(reason) end
  where state in ('WAITING', 'WITHHELD', 'FAILED');
--rollback update run_part set reason = if(state = 'FAILED', lower(reason), null);

--changeset platform:reporting-0010
--comment: A cancelled run ends what it had not made yet.
alter table run_part
  add constraint ck_part_state check (state in ('PLANNED', 'ISSUED', 'WAITING', 'WITHHELD', 'FAILED', 'CANCELLED')),
  add constraint ck_part_reason check ((state in ('PLANNED', 'ISSUED')) = (reason is null));
--rollback alter table run_part drop constraint ck_part_state, drop constraint ck_part_reason;
