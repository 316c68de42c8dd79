--liquibase formatted sql

--changeset platform:trajectory-0050
--comment: What was agreed on is a free text and passes the guard; who does it is a closed list, so that no third person stands in it. The number is that of the file it came in with; what a coach records here has none.
create table agreement (
  tenant_id     uuid         not null,
  id            uuid         not null,
  trajectory_id uuid         not null,
  number        int,
  agreed_on     date         not null,
  action        varchar(500) not null,
  actor         varchar(16)  not null,
  due           date,
  done_on       date,
  dropped_on    date,
  changed_by    varchar(120) not null,
  change_reason varchar(500) not null,
  source_digest binary(32),
  constraint pk_agreement primary key (tenant_id, id),
  constraint uq_agreement_number unique (tenant_id, trajectory_id, number),
  constraint fk_agreement_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint ck_agreement_actor check (actor in ('CLIENT', 'COACH', 'OPDRACHTGEVER', 'WERKGEVER')),
  constraint ck_agreement_action check (trim(action) <> ''),
  constraint ck_agreement_order check (due >= agreed_on and done_on >= agreed_on and dropped_on >= agreed_on),
  constraint ck_agreement_end check (done_on is null or dropped_on is null),
  constraint ck_agreement_changed check (changed_by <> '' and change_reason <> '')
) comment = 'What was agreed that somebody does, and by when';
--rollback drop table agreement;

--changeset platform:trajectory-0051
--comment: Every state of an agreement stays in the table's own history.
alter table agreement add system versioning;
--rollback alter table agreement drop system versioning;

--changeset platform:trajectory-0052 endDelimiter:;;
--comment: A report shows agreements: one that is rectified (GDPR 16) is counted, so that the reports in which it stands are judged anew. That it is done, dropped or put off goes on by itself.
create trigger agreement_is_never_deleted before delete on agreement for each row
  signal sqlstate '45000' set message_text = 'A fact is never deleted';;
create trigger value_agreement_changed after update on agreement for each row
  if not (new.action <=> old.action and new.actor <=> old.actor and new.agreed_on <=> old.agreed_on
      and new.trajectory_id <=> old.trajectory_id
      and (old.done_on is null or new.done_on <=> old.done_on)) then
    update fact_version set version = version + 1
      where tenant_id = new.tenant_id
        and id in (select client_id from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id));
  end if;;
--rollback drop trigger agreement_is_never_deleted;;
--rollback drop trigger value_agreement_changed;;
