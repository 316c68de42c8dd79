--liquibase formatted sql

--changeset platform:legal-basis-0001
--comment: Article 7 of the regulation. A basis covers one client, or every client of one commission; never both, never none.
create table legal_basis (
  tenant_id          uuid         not null,
  id                 uuid         not null,
  number             varchar(60)  not null,
  commission_id      uuid,
  client_id          uuid,
  letter             char(1)      not null,
  purposes           set('P1','P2','P3','P4','P5','P6','P7','P8') not null,
  categories         set('IDENT','CONTACT','BSN','EMPLOY','EDU','EXP','PREF','PLAN','GOAL','ACT','ATTEND','PROGRESS','STRENGTH','CAPACITY','HEALTH','SPECIAL','INCOME','CRIMINAL','DOC','NOTE','RESULT','HOURS') not null,
  first_day          date         not null,
  last_day           date,
  evidence           varchar(500) not null,
  balancing_outcome  varchar(8),
  balanced_on        date,
  child_weighed      boolean      not null default false,
  consent_on         date,
  consent_by         varchar(20),
  withdrawn_at       datetime(6),
  source_digest      binary(32),
  constraint pk_legal_basis primary key (tenant_id, id),
  constraint uq_legal_basis_number unique (tenant_id, number),
  constraint fk_legal_basis_commission foreign key (tenant_id, commission_id) references commission (tenant_id, id),
  constraint fk_legal_basis_client foreign key (tenant_id, client_id) references client (tenant_id, id),
  constraint ck_legal_basis_scope check ((commission_id is null) <> (client_id is null)),
  constraint ck_legal_basis_letter check (letter in ('a', 'b', 'c', 'd', 'e', 'f')),
  constraint ck_legal_basis_period check (last_day is null or last_day >= first_day),
  constraint ck_legal_basis_evidence check (evidence <> ''),
  constraint ck_legal_basis_balancing check (balancing_outcome in ('FAVOUR', 'AGAINST')),
  constraint ck_legal_basis_balanced check ((balancing_outcome is null) = (balanced_on is null)),
  constraint ck_legal_basis_consent_by check (consent_by in ('CLIENT', 'REPRESENTATIVE')),
  constraint ck_legal_basis_consent check (letter = 'f' or (consent_on is null and consent_by is null and withdrawn_at is null)),
  constraint ck_legal_basis_given check (letter <> 'f' or (consent_on is not null and consent_by is not null))
) comment = 'Why data may be processed (regulation art. 7)';
--rollback drop table legal_basis;
