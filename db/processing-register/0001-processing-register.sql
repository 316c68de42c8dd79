--liquibase formatted sql

--changeset platform:processing-register-0001
--comment: Article 6 of the regulation, GDPR 30: what is not declared here is not processed, and does not leave.
create table register_entry (
  id              varchar(40)  not null,
  version         varchar(20)  not null,
  title           varchar(200) not null,
  purposes        set('P1','P2','P3','P4','P5','P6','P7','P8') not null,
  categories      set('IDENT','CONTACT','BSN','EMPLOY','EDU','EXP','PREF','PLAN','GOAL','ACT','ATTEND','PROGRESS','STRENGTH','CAPACITY','HEALTH','SPECIAL','INCOME','CRIMINAL','DOC','NOTE','RESULT','HOURS') not null,
  recipient_kinds set('E1','E2','U','G','V') not null,
  first_day       date         not null,
  last_day        date,
  constraint pk_register_entry primary key (id),
  constraint ck_register_entry_period check (last_day is null or last_day >= first_day)
) comment = 'An entry of the processing register';
--rollback drop table register_entry;

--changeset platform:processing-register-0002
--comment: Article 9 names no periods; these are the defaults the privacy officer keeps, counted from the end of the trajectory.
create table retention_rule (
  category char(8) not null,
  months   int     not null,
  source   varchar(200) not null,
  constraint pk_retention_rule primary key (category),
  constraint ck_retention_rule_months check (months > 0)
) comment = 'How long data of a category may be disclosed after the end of a trajectory';
--rollback drop table retention_rule;
