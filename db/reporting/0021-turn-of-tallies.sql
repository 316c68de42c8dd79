--liquibase formatted sql

--changeset platform:reporting-tally-turn-0001
--comment: Who makes numbers for a tenant held its commissions, and with them everybody who wrote a row that belongs to one: other reports, an import, the start of a run.
create table tally_turn (
  tenant_id uuid not null,
  constraint pk_tally_turn primary key (tenant_id),
  constraint fk_tally_turn_tenant foreign key (tenant_id) references tenant (id)
) comment = 'Numbers of a tenant are made one report after the other; who makes one holds this row';
--rollback drop table tally_turn;
