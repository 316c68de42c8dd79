--liquibase formatted sql

--changeset platform:trajectory-0001
--comment: Coaches are Werkvlak's own people and serve several tenants; without a signed secrecy agreement they get no access.
create table coach (
  id                uuid         not null,
  code              varchar(20)  not null,
  name              varchar(120) not null,
  email             varchar(254) not null,
  secrecy_signed_on date,
  source_digest     binary(32),
  constraint pk_coach primary key (id),
  constraint uq_coach_email unique (email)
) comment = 'A coach of Werkvlak';
--rollback drop table coach;

--changeset platform:trajectory-0002
--comment: The sets are closed lists that the database keeps; a new category is a migration, as it should be.
create table commission (
  tenant_id         uuid          not null,
  id                uuid          not null,
  version           bigint        not null default 0,
  number            varchar(40)   not null,
  recipient_kind    char(2)       not null,
  product           varchar(20)   not null,
  first_day         date          not null,
  last_day          date,
  data_scope        set('IDENT','CONTACT','BSN','EMPLOY','EDU','EXP','PREF','PLAN','GOAL','ACT','ATTEND','PROGRESS','STRENGTH','CAPACITY','HEALTH','SPECIAL','INCOME','CRIMINAL','DOC','NOTE','RESULT','HOURS') not null,
  sickness_related  boolean       not null,
  special_ground    char(2),
  secrecy_signed_on date,
  hours_budget      decimal(10,2),
  hourly_rate       decimal(10,2),
  source_digest     binary(32),
  constraint pk_commission primary key (tenant_id, id),
  constraint uq_commission_number unique (tenant_id, number),
  constraint fk_commission_tenant foreign key (tenant_id) references tenant (id),
  constraint ck_commission_recipient check (recipient_kind in ('E1', 'E2', 'U', 'G', 'V')),
  constraint ck_commission_product check (product in ('SPOOR_1', 'SPOOR_2', 'JOBCOACHING', 'WERKFIT', 'NAAR_WERK', 'PARTICIPATIE')),
  constraint ck_commission_ground check (special_ground in ('H1', 'H2')),
  constraint ck_commission_period check (last_day is null or last_day >= first_day),
  constraint ck_commission_amounts check (hours_budget >= 0 and hourly_rate >= 0)
) comment = 'What an opdrachtgever asked Werkvlak to do, for a group of clients';
--rollback drop table commission;

--changeset platform:trajectory-0003
--comment: BSN and contact data are sealed under the client's own key; the key's row must exist before the client's.
create table client (
  tenant_id      uuid         not null,
  id             uuid         not null,
  version        bigint       not null default 0,
  number         varchar(40)  not null,
  last_name      varchar(120) not null,
  first_name     varchar(120) not null,
  birth_date     date         not null,
  bsn            varbinary(255),
  address        varbinary(1024),
  postcode       varbinary(255),
  city           varbinary(1024),
  phone          varbinary(255),
  email          varbinary(1024),
  representative varchar(120),
  source_digest  binary(32),
  constraint pk_client primary key (tenant_id, id),
  constraint uq_client_number unique (tenant_id, number),
  constraint fk_client_key foreign key (tenant_id, id) references data_key (tenant_id, id)
) comment = 'A person, as one tenant knows that person';
--rollback drop table client;

--changeset platform:trajectory-0004
--comment: imported_through is the last day of the periods that came in with an import; those count as signed off.
create table trajectory (
  tenant_id        uuid          not null,
  id               uuid          not null,
  version          bigint        not null default 0,
  number           varchar(40)   not null,
  commission_id    uuid          not null,
  client_id        uuid          not null,
  coach_id         uuid          not null,
  product          varchar(20)   not null,
  started_on       date          not null,
  planned_end      date,
  ended_on         date,
  end_reason       varchar(20),
  job_title        varchar(200),
  contract_hours   decimal(5,2),
  first_sick_day   date,
  main_goal        varchar(500),
  education        varchar(500),
  experience       varchar(500),
  preference       varchar(500),
  imported_through date,
  source_digest    binary(32),
  constraint pk_trajectory primary key (tenant_id, id),
  constraint uq_trajectory_number unique (tenant_id, number),
  constraint fk_trajectory_commission foreign key (tenant_id, commission_id) references commission (tenant_id, id),
  constraint fk_trajectory_client foreign key (tenant_id, client_id) references client (tenant_id, id),
  constraint fk_trajectory_coach foreign key (coach_id) references coach (id),
  constraint ck_trajectory_product check (product in ('SPOOR_1', 'SPOOR_2', 'JOBCOACHING', 'WERKFIT', 'NAAR_WERK', 'PARTICIPATIE')),
  constraint ck_trajectory_reason check (end_reason in ('PLAATSING', 'EINDE_OPDRACHT', 'NIET_HAALBAAR', 'VERHUISD')),
  constraint ck_trajectory_order check (ended_on is null or ended_on >= started_on),
  constraint ck_trajectory_ended check (end_reason is null or ended_on is not null),
  constraint ck_trajectory_hours check (contract_hours is null or contract_hours between 0 and 168)
) comment = 'The course of one assignment to bring one person back to work';
--rollback drop table trajectory;

--changeset platform:trajectory-0005
create table goal (
  tenant_id     uuid         not null,
  id            uuid         not null,
  trajectory_id uuid         not null,
  position      int          not null,
  description   varchar(500) not null,
  due           date,
  status        varchar(12)  not null,
  source_digest binary(32),
  constraint pk_goal primary key (tenant_id, id),
  constraint uq_goal_position unique (tenant_id, trajectory_id, position),
  constraint fk_goal_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint ck_goal_status check (status in ('OPEN', 'BEHAALD', 'NIET_BEHAALD'))
) comment = 'A work goal of a trajectory';
--rollback drop table goal;

--changeset platform:trajectory-0006
--comment: A reason for absence has no column, on purpose.
create table contact_moment (
  tenant_id     uuid         not null,
  id            uuid         not null,
  trajectory_id uuid         not null,
  held_at       datetime(6)  not null,
  kind          varchar(20)  not null,
  minutes       int          not null,
  attendance    varchar(16)  not null,
  subject       varchar(200),
  source_digest binary(32),
  constraint pk_contact_moment primary key (tenant_id, id),
  constraint fk_contact_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint ck_contact_kind check (kind in ('GESPREK', 'TELEFONISCH', 'VIDEO', 'DRIEGESPREK', 'WERKPLEKBEZOEK')),
  constraint ck_contact_attendance check (attendance in ('AANWEZIG', 'AFGEMELD', 'NIET_VERSCHENEN')),
  constraint ck_contact_minutes check (minutes between 0 and 1440),
  index ix_contact_period (tenant_id, trajectory_id, held_at)
) comment = 'A contact between coach and client; held_at is UTC';
--rollback drop table contact_moment;

--changeset platform:trajectory-0007
create table progress (
  tenant_id     uuid          not null,
  id            uuid          not null,
  trajectory_id uuid          not null,
  measured_on   date          not null,
  status        varchar(10)   not null,
  ladder        tinyint,
  score         tinyint,
  explanation   varchar(2000),
  prognosis     varchar(2000),
  source_digest binary(32),
  constraint pk_progress primary key (tenant_id, id),
  constraint uq_progress_day unique (tenant_id, trajectory_id, measured_on),
  constraint fk_progress_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint ck_progress_status check (status in ('OP_SCHEMA', 'VERTRAAGD', 'BIJSTELLEN')),
  constraint ck_progress_ladder check (ladder between 1 and 6),
  constraint ck_progress_score check (score between 1 and 10)
) comment = 'How the coach judges progress on a day';
--rollback drop table progress;

--changeset platform:trajectory-0008
--comment: Rubric, limitation and source document are sealed: they say something about health (GDPR 9, UAVG 30).
create table capacity_statement (
  tenant_id       uuid           not null,
  id              uuid           not null,
  trajectory_id   uuid           not null,
  rubric          varbinary(512) not null,
  limitation      varbinary(4096) not null,
  source_role     varchar(20)    not null,
  source_date     date           not null,
  valid_through   date,
  source_document varbinary(512) not null,
  source_digest   binary(32),
  constraint pk_capacity_statement primary key (tenant_id, id),
  constraint fk_capacity_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint ck_capacity_role check (source_role in ('BEDRIJFSARTS', 'VERZEKERINGSARTS', 'ARBEIDSDESKUNDIGE')),
  constraint ck_capacity_period check (valid_through is null or valid_through >= source_date),
  index ix_capacity_trajectory (tenant_id, trajectory_id)
) comment = 'What a doctor or labour expert wrote about remaining abilities';
--rollback drop table capacity_statement;

--changeset platform:trajectory-0009
create table placement (
  tenant_id       uuid         not null,
  id              uuid         not null,
  trajectory_id   uuid         not null,
  started_on      date         not null,
  contract        varchar(16)  not null,
  hours_per_week  decimal(5,2) not null,
  months          int,
  employer        varchar(200) not null,
  client_informed boolean      not null,
  source_digest   binary(32),
  constraint pk_placement primary key (tenant_id, id),
  constraint uq_placement_day unique (tenant_id, trajectory_id, started_on),
  constraint fk_placement_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint ck_placement_contract check (contract in ('BEPAALDE_TIJD', 'ONBEPAALDE_TIJD', 'PROEFPLAATSING', 'UITZEND')),
  constraint ck_placement_hours check (hours_per_week between 0 and 168)
) comment = 'Work that a client found';
--rollback drop table placement;

--changeset platform:trajectory-0010
create table strength (
  tenant_id     uuid         not null,
  id            uuid         not null,
  trajectory_id uuid         not null,
  kind          varchar(10)  not null,
  description   varchar(500) not null,
  source_digest binary(32),
  constraint pk_strength primary key (tenant_id, id),
  constraint fk_strength_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint ck_strength_kind check (kind in ('STERK', 'VERBETER')),
  index ix_strength_trajectory (tenant_id, trajectory_id)
) comment = 'A strong point or a point to improve, at work';
--rollback drop table strength;

--changeset platform:trajectory-0011
--comment: Never leaves Werkvlak (N5); sealed as well, because it is free text about a person.
create table internal_note (
  tenant_id     uuid        not null,
  id            uuid        not null,
  trajectory_id uuid        not null,
  written_at    datetime(6) not null,
  coach_id      uuid        not null,
  text          blob        not null,
  source_digest binary(32),
  constraint pk_internal_note primary key (tenant_id, id),
  constraint fk_note_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint fk_note_coach foreign key (coach_id) references coach (id),
  index ix_note_trajectory (tenant_id, trajectory_id)
) comment = 'A work note of a coach';
--rollback drop table internal_note;

--changeset platform:trajectory-0012
create table hours_worked (
  tenant_id     uuid         not null,
  id            uuid         not null,
  trajectory_id uuid         not null,
  worked_on     date         not null,
  hours         decimal(6,2) not null,
  kind          varchar(20)  not null,
  source_digest binary(32),
  constraint pk_hours_worked primary key (tenant_id, id),
  constraint fk_hours_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint ck_hours_hours check (hours between 0 and 24),
  constraint ck_hours_kind check (kind in ('BEGELEIDING', 'VOORBEREIDING', 'REISTIJD', 'RAPPORTAGE')),
  index ix_hours_period (tenant_id, trajectory_id, worked_on)
) comment = 'Hours that Werkvlak spent on a trajectory';
--rollback drop table hours_worked;

--changeset platform:trajectory-0013
--comment: Condition K2: the client saw the concept of the report over a period (yyyy-mm) before it left.
create table concept_preview (
  tenant_id     uuid        not null,
  id            uuid        not null,
  trajectory_id uuid        not null,
  period        char(7)     not null,
  shown_at      datetime(6) not null,
  reaction      varchar(500),
  source_digest binary(32),
  constraint pk_concept_preview primary key (tenant_id, id),
  constraint uq_preview_period unique (tenant_id, trajectory_id, period),
  constraint fk_preview_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint ck_preview_period check (period regexp '^[0-9]{4}-(0[1-9]|1[0-2])$')
) comment = 'The client saw the concept of a report';
--rollback drop table concept_preview;

--changeset platform:trajectory-0014
create table sign_off (
  tenant_id     uuid         not null,
  id            uuid         not null,
  trajectory_id uuid         not null,
  period        char(7)      not null,
  signed_off_at datetime(6)  not null,
  signed_off_by uuid         not null,
  constraint pk_sign_off primary key (tenant_id, id),
  constraint uq_sign_off_period unique (tenant_id, trajectory_id, period),
  constraint fk_sign_off_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint fk_sign_off_coach foreign key (signed_off_by) references coach (id),
  constraint ck_sign_off_period check (period regexp '^[0-9]{4}-(0[1-9]|1[0-2])$')
) comment = 'The coach stands for what is recorded over a period';
--rollback drop table sign_off;
