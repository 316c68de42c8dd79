--liquibase formatted sql

--changeset platform:reporting-aggregates-0001
--comment: Kept as long as the report: what was given out is known, so later reports are held against it.
create table report_tally (
  tenant_id uuid       not null,
  report_id uuid       not null,
  tallies   mediumblob not null,
  constraint pk_report_tally primary key (tenant_id, report_id),
  constraint fk_tally_report foreign key (tenant_id, report_id) references report (tenant_id, id)
) comment = 'Who was counted in which number of an accountability report, sealed under the key of the tenant';
--rollback drop table report_tally;

--changeset platform:reporting-aggregates-0002
--comment: Condition K9. The latest row counts; without one it is 5. A change is a new row, so that history stays.
create table smallest_cell (
  tenant_id  uuid         not null,
  id         uuid         not null,
  people     tinyint      not null,
  decided_at datetime(6)  not null,
  decided_by varchar(120) not null,
  reason     varchar(500) not null,
  constraint pk_smallest_cell primary key (tenant_id, id),
  constraint uq_smallest_cell unique (tenant_id, decided_at),
  constraint fk_smallest_cell_tenant foreign key (tenant_id) references tenant (id),
  constraint ck_smallest_cell_people check (people between 5 and 10)
) comment = 'How many people are behind a number of an accountability report at least';
--rollback drop table smallest_cell;
