--liquibase formatted sql

--changeset platform:disclosure-0003
--comment: Written before anything leaves, and never changed: the triggers keep it append-only, whoever connects.
create table disclosure (
  tenant_id     uuid         not null,
  id            uuid         not null,
  sequence      bigint       not null auto_increment,
  event         varchar(8)   not null,
  report_id     uuid         not null,
  client_id     uuid,
  recipient     varchar(120) not null,
  categories    set('IDENT','CONTACT','BSN','EMPLOY','EDU','EXP','PREF','PLAN','GOAL','ACT','ATTEND','PROGRESS','STRENGTH','CAPACITY','HEALTH','SPECIAL','INCOME','CRIMINAL','DOC','NOTE','RESULT','HOURS') not null,
  bases         text         not null,
  disclosed_at  datetime(6)  not null,
  constraint pk_disclosure primary key (tenant_id, id),
  constraint uq_disclosure_sequence unique (sequence),
  constraint fk_disclosure_tenant foreign key (tenant_id) references tenant (id),
  constraint ck_disclosure_event check (event in ('ISSUED', 'PULLED')),
  index ix_disclosure_report (tenant_id, report_id),
  index ix_disclosure_client (tenant_id, client_id, disclosed_at)
) comment = 'What left, for whom, on which basis, when (UTC)';
--rollback drop table disclosure;

--changeset platform:disclosure-0004 endDelimiter:;;
create trigger disclosure_never_changes before update on disclosure for each row
  signal sqlstate '45000' set message_text = 'The disclosure register is append-only';;
create trigger disclosure_never_shrinks before delete on disclosure for each row
  signal sqlstate '45000' set message_text = 'The disclosure register is append-only';;
--rollback drop trigger disclosure_never_changes;;
--rollback drop trigger disclosure_never_shrinks;;
