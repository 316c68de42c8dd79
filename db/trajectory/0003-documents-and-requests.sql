--liquibase formatted sql

--changeset platform:trajectory-0018
--comment: Condition K11: a document leaves when its type may, the coach released this one, and the scan found nothing. Its text is not in here.
create table document (
  tenant_id     uuid        not null,
  id            uuid        not null,
  trajectory_id uuid        not null,
  type          varchar(20) not null,
  released_at   datetime(6),
  released_by   uuid,
  scanned_at    datetime(6),
  scan_outcome  varchar(6),
  constraint pk_document primary key (tenant_id, id),
  constraint fk_document_trajectory foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  constraint fk_document_coach foreign key (released_by) references coach (id),
  constraint ck_document_type check (type in ('CV', 'SOLLICITATIEBRIEF', 'DIPLOMA', 'TRAJECTPLAN', 'EVALUATIE', 'ARBEIDSCONTRACT', 'LOONSTROOK', 'IDENTITEITSBEWIJS', 'VOG', 'MEDISCH_STUK', 'CORRESPONDENTIE')),
  constraint ck_document_released check ((released_at is null) = (released_by is null)),
  constraint ck_document_scanned check ((scanned_at is null) = (scan_outcome is null)),
  constraint ck_document_outcome check (scan_outcome in ('CLEAN', 'MARKED')),
  index ix_document_trajectory (tenant_id, trajectory_id)
) comment = 'A document in the file of a trajectory; moments are UTC';
--rollback drop table document;

--changeset platform:trajectory-0019
--comment: Condition K14: who asks by law asks in writing, and says on which reference.
create table statutory_request (
  tenant_id   uuid         not null,
  id          uuid         not null,
  client_id   uuid         not null,
  categories  set('IDENT','CONTACT','BSN','EMPLOY','EDU','EXP','PREF','PLAN','GOAL','ACT','ATTEND','PROGRESS','STRENGTH','CAPACITY','HEALTH','SPECIAL','INCOME','CRIMINAL','DOC','NOTE','RESULT','HOURS') not null,
  reference   varchar(100) not null,
  received_at datetime(6)  not null,
  logged_by   varchar(120) not null,
  constraint pk_statutory_request primary key (tenant_id, id),
  constraint fk_request_client foreign key (tenant_id, client_id) references client (tenant_id, id),
  constraint ck_request_categories check (categories <> ''),
  constraint ck_request_reference check (trim(reference) <> ''),
  index ix_request_client (tenant_id, client_id)
) comment = 'A written statutory request of the recipient about a client; moments are UTC';
--rollback drop table statutory_request;

--changeset platform:trajectory-0020 endDelimiter:;;
--comment: A decision that rests on these has to look old when they change.
create trigger fact_document_added after insert on document for each row
  insert into fact_version (tenant_id, id, version)
    select tenant_id, client_id, 1 from trajectory where tenant_id = new.tenant_id and id = new.trajectory_id
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_document_changed after update on document for each row
  insert into fact_version (tenant_id, id, version)
    select tenant_id, client_id, 1 from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_document_removed after delete on document for each row
  insert into fact_version (tenant_id, id, version)
    select tenant_id, client_id, 1 from trajectory where tenant_id = old.tenant_id and id = old.trajectory_id
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_statutory_request_added after insert on statutory_request for each row
  insert into fact_version (tenant_id, id, version)
    values (new.tenant_id, new.client_id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_statutory_request_changed after update on statutory_request for each row
  insert into fact_version (tenant_id, id, version)
    values (old.tenant_id, old.client_id, 1), (new.tenant_id, new.client_id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_statutory_request_removed after delete on statutory_request for each row
  insert into fact_version (tenant_id, id, version)
    values (old.tenant_id, old.client_id, 1)
    on duplicate key update version = fact_version.version + 1;;
--rollback drop trigger fact_document_added;;
--rollback drop trigger fact_document_changed;;
--rollback drop trigger fact_document_removed;;
--rollback drop trigger fact_statutory_request_added;;
--rollback drop trigger fact_statutory_request_changed;;
--rollback drop trigger fact_statutory_request_removed;;
