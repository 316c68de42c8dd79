--liquibase formatted sql

--changeset platform:subject-rights-0001
--comment: Article 14.1.c. No purposes means all of them.
create table objection (
  tenant_id     uuid        not null,
  id            uuid        not null,
  client_id     uuid        not null,
  trajectory_id uuid,
  purposes      set('P1','P2','P3','P4','P5','P6','P7','P8'),
  received_at   datetime(6) not null,
  decided_at    datetime(6),
  outcome       varchar(10),
  source_digest binary(32),
  constraint pk_objection primary key (tenant_id, id),
  constraint fk_objection_client foreign key (tenant_id, client_id) references client (tenant_id, id),
  constraint fk_objection_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint ck_objection_outcome check (outcome in ('UPHELD', 'OVERRIDDEN')),
  constraint ck_objection_decided check ((outcome is null) = (decided_at is null)),
  constraint ck_objection_order check (decided_at is null or decided_at >= received_at)
) comment = 'A client objects to processing; moments are UTC';
--rollback drop table objection;

--changeset platform:subject-rights-0002
--comment: Article 14.1.d. No categories means all of them.
create table restriction (
  tenant_id         uuid        not null,
  id                uuid        not null,
  client_id         uuid        not null,
  trajectory_id     uuid,
  categories        set('IDENT','CONTACT','BSN','EMPLOY','EDU','EXP','PREF','PLAN','GOAL','ACT','ATTEND','PROGRESS','STRENGTH','CAPACITY','HEALTH','SPECIAL','INCOME','CRIMINAL','DOC','NOTE','RESULT','HOURS'),
  imposed_at        datetime(6) not null,
  lifted_at         datetime(6),
  ground            varchar(40) not null,
  exempted_purposes set('P1','P2','P3','P4','P5','P6','P7','P8') not null default '',
  source_digest     binary(32),
  constraint pk_restriction primary key (tenant_id, id),
  constraint fk_restriction_client foreign key (tenant_id, client_id) references client (tenant_id, id),
  constraint fk_restriction_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint ck_restriction_ground check (ground in ('VERZOEK_TOT_VERBETERING', 'BEZWAAR', 'NIET_MEER_NODIG', 'ONRECHTMATIG')),
  constraint ck_restriction_order check (lifted_at is null or lifted_at >= imposed_at)
) comment = 'Processing of a client is restricted; moments are UTC';
--rollback drop table restriction;
