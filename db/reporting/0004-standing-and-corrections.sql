--liquibase formatted sql

--changeset platform:reporting-0004
--comment: A corrected version bears the number of the report that it replaces, and a report is replaced once.
alter table report
  drop index uq_report_number,
  add column replaces uuid after version,
  add constraint uq_report_number unique (tenant_id, number, version),
  add constraint uq_report_replaces unique (tenant_id, replaces),
  add constraint fk_report_replaces foreign key (tenant_id, replaces) references report (tenant_id, id),
  add constraint ck_report_replaces check ((version = 1) = (replaces is null));
--rollback alter table report drop constraint ck_report_replaces, drop constraint fk_report_replaces, drop index uq_report_replaces, drop index uq_report_number, drop column replaces, add constraint uq_report_number unique (tenant_id, number);

--changeset platform:reporting-0005
--comment: The report itself never changes; whether it may be given out does. facts is the sum of the versions of all facts that the last yes rests on. cause is for Werkvlak's own people.
create table report_standing (
  tenant_id     uuid        not null,
  report_id     uuid        not null,
  facts         bigint      not null,
  valid_through datetime(6),
  judged_at     datetime(6) not null,
  withdrawn_at  datetime(6),
  cause         varchar(1000),
  constraint pk_report_standing primary key (tenant_id, report_id),
  constraint fk_standing_report foreign key (tenant_id, report_id) references report (tenant_id, id),
  constraint ck_standing_cause check ((withdrawn_at is null) = (cause is null)),
  index ix_standing_expiry (valid_through)
) comment = 'Until when, and over which facts, a report may be given out; or since when it may not';
create table report_person (
  tenant_id     uuid not null,
  report_id     uuid not null,
  trajectory_id uuid not null,
  client_id     uuid not null,
  categories    set('IDENT','CONTACT','BSN','EMPLOY','EDU','EXP','PREF','PLAN','GOAL','ACT','ATTEND','PROGRESS','STRENGTH','CAPACITY','HEALTH','SPECIAL','INCOME','CRIMINAL','DOC','NOTE','RESULT','HOURS') not null,
  constraint pk_report_person primary key (tenant_id, report_id, trajectory_id),
  constraint fk_person_report foreign key (tenant_id, report_id) references report (tenant_id, id),
  constraint fk_person_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint fk_person_client foreign key (tenant_id, client_id) references client (tenant_id, id)
) comment = 'Of whom a report tells, or whom it counts, and in which categories';
--rollback drop table report_person; drop table report_standing;

--changeset platform:reporting-0006
--comment: Of earlier reports it was not kept of whom they tell and what of it they show. Their time is over: each is withdrawn, and made anew of what is permitted now.
insert into report_standing (tenant_id, report_id, facts, valid_through, judged_at)
  select tenant_id, id, 0, issued_at, issued_at from report;
--rollback delete from report_person; delete from report_standing;
