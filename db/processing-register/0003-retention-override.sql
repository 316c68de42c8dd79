--liquibase formatted sql

--changeset platform:processing-register-0004
--comment: A contract may say otherwise than the default of the register, with a reason; from an instant on, so that what was decided before stays explainable.
create table retention_override (
  tenant_id     uuid         not null,
  id            uuid         not null,
  commission_id uuid         not null,
  category      varchar(8)   not null,
  in_force_from datetime(6)  not null,
  months        int          not null,
  reason        varchar(500) not null,
  recorded_at   datetime(6)  not null,
  recorded_by   varchar(120) not null,
  constraint pk_retention_override primary key (tenant_id, id),
  constraint uq_retention_override_from unique (tenant_id, commission_id, category, in_force_from),
  constraint fk_override_commission foreign key (tenant_id, commission_id) references commission (tenant_id, id),
  constraint ck_override_category check (category in ('IDENT','CONTACT','BSN','EMPLOY','EDU','EXP','PREF','PLAN','GOAL','ACT','ATTEND','PROGRESS','STRENGTH','CAPACITY','HEALTH','SPECIAL','INCOME','CRIMINAL','DOC','NOTE','RESULT','HOURS')),
  constraint ck_override_months check (months between 0 and 1200),
  constraint ck_override_reason check (trim(reason) <> '')
) comment = 'How long data of a category may be disclosed under one commission; moments are UTC';
--rollback drop table retention_override;

--changeset platform:processing-register-0005 endDelimiter:;;
--comment: A decision that rests on these has to look old when they change.
create trigger fact_retention_override_added after insert on retention_override for each row
  insert into fact_version (tenant_id, id, version)
    values (new.tenant_id, new.commission_id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_retention_override_changed after update on retention_override for each row
  insert into fact_version (tenant_id, id, version)
    values (old.tenant_id, old.commission_id, 1), (new.tenant_id, new.commission_id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_retention_override_removed after delete on retention_override for each row
  insert into fact_version (tenant_id, id, version)
    values (old.tenant_id, old.commission_id, 1)
    on duplicate key update version = fact_version.version + 1;;
--rollback drop trigger fact_retention_override_added;;
--rollback drop trigger fact_retention_override_changed;;
--rollback drop trigger fact_retention_override_removed;;
