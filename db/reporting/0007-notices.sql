--liquibase formatted sql

--changeset platform:reporting-notices-0001
--comment: Regulation art. 14.1.e, GDPR 19. What a tenant was told of a report that it knew: that it was withdrawn, and which version took its place. Never why.
create table notice (
  tenant_id       uuid        not null,
  id              uuid        not null,
  report_id       uuid        not null,
  what            varchar(9)  not null,
  successor       uuid,
  noticed_at      datetime(6) not null,
  acknowledged_at datetime(6),
  acknowledged_by varchar(120),
  constraint pk_notice primary key (tenant_id, id),
  constraint uq_notice_event unique (tenant_id, report_id, what),
  constraint fk_notice_report foreign key (tenant_id, report_id) references report (tenant_id, id),
  constraint fk_notice_successor foreign key (tenant_id, successor) references report (tenant_id, id),
  constraint ck_notice_what check (what in ('WITHDRAWN', 'CORRECTED')),
  constraint ck_notice_successor check ((what = 'CORRECTED') = (successor is not null)),
  constraint ck_notice_acknowledged check ((acknowledged_at is null) = (acknowledged_by is null)),
  index ix_notice_order (tenant_id, noticed_at, id)
) comment = 'What a tenant was told of a report that it had opened or seen in a list';
--rollback drop table notice;

--changeset platform:reporting-notices-0002 endDelimiter:;;
--comment: What was told was told: only that it was read is still added, and once.
create trigger notice_stays after update on notice for each row
  if not (new.tenant_id <=> old.tenant_id and new.id <=> old.id and new.report_id <=> old.report_id
      and new.what <=> old.what and new.successor <=> old.successor and new.noticed_at <=> old.noticed_at)
    or (old.acknowledged_at is not null and not (new.acknowledged_at <=> old.acknowledged_at
      and new.acknowledged_by <=> old.acknowledged_by)) then
    signal sqlstate '45000' set message_text = 'A notice does not change';
  end if;;
create trigger notice_never_goes before delete on notice for each row
  signal sqlstate '45000' set message_text = 'A notice does not change';;
--rollback drop trigger notice_stays;;
--rollback drop trigger notice_never_goes;;
