--liquibase formatted sql

--changeset platform:disclosure-matrix-0001
--comment: A version is proposed by one person and approved by another, and comes into force on a later day. The moments of what the platform was delivered with are not known.
alter table matrix_version
  drop index uq_matrix_version_day,
  change reason proposal_reason varchar(500) not null,
  change approved_by decided_by varchar(120),
  add state varchar(9) not null default 'PROPOSED',
  add based_on varchar(20),
  add proposed_by varchar(120) not null default '-',
  add proposed_at datetime(6),
  add decided_at datetime(6),
  add decision_reason varchar(500);
update matrix_version set state = 'APPROVED', proposed_by = 'Werkvlak', decision_reason = proposal_reason;
alter table matrix_version
  alter proposed_by drop default,
  add approved_day date as (if(state = 'APPROVED', first_day, null)) persistent,
  add constraint uq_matrix_version_day unique (approved_day),
  add constraint fk_matrix_version_base foreign key (based_on) references matrix_version (version),
  add constraint ck_matrix_version_state check (state in ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  add constraint ck_matrix_version_reason check (trim(proposal_reason) <> ''),
  add constraint ck_matrix_version_decided check ((state = 'PROPOSED') = (decided_by is null)),
  add constraint ck_matrix_version_decision check ((decided_by is null) = (decision_reason is null)),
  add constraint ck_matrix_version_four_eyes check ((decided_by = proposed_by) = (state = 'WITHDRAWN')),
  add constraint ck_matrix_version_order check (decided_at >= proposed_at),
  add constraint ck_matrix_version_not_past check (state <> 'APPROVED' or first_day > date(decided_at));
--rollback delete from matrix_cell where version in (select version from matrix_version where state <> 'APPROVED');
--rollback alter table matrix_version drop foreign key fk_matrix_version_base;
--rollback delete from matrix_version where state <> 'APPROVED';
--rollback alter table matrix_version drop index uq_matrix_version_day, drop constraint ck_matrix_version_state, drop constraint ck_matrix_version_reason, drop constraint ck_matrix_version_decided, drop constraint ck_matrix_version_decision, drop constraint ck_matrix_version_four_eyes, drop constraint ck_matrix_version_order, drop constraint ck_matrix_version_not_past;
--rollback alter table matrix_version drop column approved_day, drop column state, drop column based_on, drop column proposed_by, drop column proposed_at, drop column decided_at, drop column decision_reason, change proposal_reason reason varchar(500) not null, change decided_by approved_by varchar(120) not null, add constraint uq_matrix_version_day unique (first_day);

--changeset platform:disclosure-matrix-0002
--comment: What no version may say, whoever approves it: health, other special and criminal data and internal notes never leave (GDPR 9 and 10, UAVG 22-33); a BSN goes to UWV and municipality only, masked (UAVG 46); capacity only in a doctor's words and under secrecy (UAVG 30(4)).
alter table matrix_cell
  add constraint ck_matrix_cell_category check (category in ('IDENT', 'CONTACT', 'BSN', 'EMPLOY', 'EDU', 'EXP', 'PREF', 'PLAN', 'GOAL', 'ACT', 'ATTEND', 'PROGRESS', 'STRENGTH', 'CAPACITY', 'HEALTH', 'SPECIAL', 'INCOME', 'CRIMINAL', 'DOC', 'NOTE', 'RESULT', 'HOURS')),
  add constraint ck_matrix_cell_codes check (coalesce(codes, '') regexp '^((K([1-9]|1[0-9]|20)|N[1-7])( |$))*$' and coalesce(codes, '') not regexp ' $'),
  add constraint ck_matrix_cell_denial check ((decision = 'DENY') = (coalesce(codes, '') regexp 'N')),
  add constraint ck_matrix_cell_condition check ((decision <> 'COND' or coalesce(codes, '') regexp 'K') and (decision <> 'DENY' or codes not regexp 'K')),
  add constraint ck_matrix_cell_aggregate check (decision <> 'AGG' or (report_kind = 'ACCOUNTABILITY' and coalesce(codes, '') regexp 'K9( |$)')),
  add constraint ck_matrix_cell_never check (category not in ('HEALTH', 'SPECIAL', 'CRIMINAL', 'NOTE') or decision = 'DENY'),
  add constraint ck_matrix_cell_bsn check (category <> 'BSN' or decision = 'DENY' or (recipient_kind in ('U', 'G') and decision <> 'AGG' and coalesce(codes, '') regexp 'K5( |$)')),
  add constraint ck_matrix_cell_capacity check (category <> 'CAPACITY' or decision = 'DENY' or (decision <> 'AGG' and coalesce(codes, '') regexp 'K3( |$)' and coalesce(codes, '') regexp 'K4( |$)'));
--rollback alter table matrix_cell drop constraint ck_matrix_cell_category, drop constraint ck_matrix_cell_codes, drop constraint ck_matrix_cell_denial, drop constraint ck_matrix_cell_condition, drop constraint ck_matrix_cell_aggregate, drop constraint ck_matrix_cell_never, drop constraint ck_matrix_cell_bsn, drop constraint ck_matrix_cell_capacity;

--changeset platform:disclosure-matrix-0003 endDelimiter:;;
--comment: What was proposed is what is approved, and what was decided stays: cells never change, and a version is decided once.
create trigger matrix_cell_joins_a_proposal before insert on matrix_cell for each row
  if (select state from matrix_version where version = new.version) <> 'PROPOSED' then
    signal sqlstate '23000' set message_text = 'A version of the matrix that was decided gets no new cells';
  end if;;
create trigger matrix_cell_never_changes before update on matrix_cell for each row
  signal sqlstate '23000' set message_text = 'A cell of the matrix never changes';;
create trigger matrix_cell_never_goes before delete on matrix_cell for each row
  signal sqlstate '23000' set message_text = 'A cell of the matrix never changes';;
create trigger matrix_version_is_decided_once before update on matrix_version for each row
  if old.state <> 'PROPOSED' or not (new.version <=> old.version and new.first_day <=> old.first_day
      and new.based_on <=> old.based_on and new.proposed_by <=> old.proposed_by
      and new.proposed_at <=> old.proposed_at and new.proposal_reason <=> old.proposal_reason) then
    signal sqlstate '23000' set message_text = 'A version of the matrix is decided once, as it was proposed';
  end if;;
create trigger matrix_version_never_goes before delete on matrix_version for each row
  signal sqlstate '23000' set message_text = 'A version of the matrix stays';;
--rollback drop trigger matrix_cell_joins_a_proposal;;
--rollback drop trigger matrix_cell_never_changes;;
--rollback drop trigger matrix_cell_never_goes;;
--rollback drop trigger matrix_version_is_decided_once;;
--rollback drop trigger matrix_version_never_goes;;
