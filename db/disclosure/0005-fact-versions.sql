--liquibase formatted sql

--changeset platform:disclosure-0005
--comment: A yes of the gate holds as long as its facts do. These count how often the facts about a client or a commission, and the data that all decisions share, were changed; seen is the count up to which the reports concerned were looked at again.
create table fact_version (
  tenant_id uuid   not null,
  id        uuid   not null,
  version   bigint not null,
  seen      bigint not null default 0,
  is_news   boolean as (version <> seen) persistent,
  constraint pk_fact_version primary key (tenant_id, id),
  constraint fk_fact_version_tenant foreign key (tenant_id) references tenant (id),
  index ix_fact_version_news (is_news)
) comment = 'How often the facts about a client or a commission were changed; it only grows';
create table reference_version (
  id      tinyint not null,
  version bigint  not null,
  seen    bigint  not null,
  constraint pk_reference_version primary key (id),
  constraint ck_reference_version_one check (id = 1)
) comment = 'How often the matrix, the processing register or the retention was changed; it only grows';
--rollback drop table reference_version; drop table fact_version;

--changeset platform:disclosure-0006
--comment: What is there already counts as known: no report rests on it yet.
insert into fact_version (tenant_id, id, version, seen) select tenant_id, id, 1, 1 from commission;
insert into fact_version (tenant_id, id, version, seen) select tenant_id, id, 1, 1 from client
  on duplicate key update version = fact_version.version;
insert into reference_version (id, version, seen) values (1, 1, 1);
--rollback delete from reference_version; delete from fact_version;

--changeset platform:disclosure-0007 endDelimiter:;;
--comment: Triggers, so that no desk, import or statement by hand can forget it. Of a commission, a client and a trajectory only what the gate reads counts.
create trigger fact_commission_added after insert on commission for each row
  insert into fact_version (tenant_id, id, version) values (new.tenant_id, new.id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_commission_changed after update on commission for each row
  if not (new.id <=> old.id and new.recipient_kind <=> old.recipient_kind and new.product <=> old.product
      and new.data_scope <=> old.data_scope and new.sickness_related <=> old.sickness_related
      and new.special_ground <=> old.special_ground and new.secrecy_signed_on <=> old.secrecy_signed_on) then
    insert into fact_version (tenant_id, id, version)
      values (old.tenant_id, old.id, 1), (new.tenant_id, new.id, 1)
      on duplicate key update version = fact_version.version + 1;
  end if;;
create trigger fact_commission_removed after delete on commission for each row
  insert into fact_version (tenant_id, id, version) values (old.tenant_id, old.id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_client_added after insert on client for each row
  insert into fact_version (tenant_id, id, version) values (new.tenant_id, new.id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_client_changed after update on client for each row
  if not (new.id <=> old.id and new.birth_date <=> old.birth_date) then
    insert into fact_version (tenant_id, id, version)
      values (old.tenant_id, old.id, 1), (new.tenant_id, new.id, 1)
      on duplicate key update version = fact_version.version + 1;
  end if;;
create trigger fact_client_removed after delete on client for each row
  insert into fact_version (tenant_id, id, version) values (old.tenant_id, old.id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_trajectory_added after insert on trajectory for each row
  insert into fact_version (tenant_id, id, version) values (new.tenant_id, new.client_id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_trajectory_changed after update on trajectory for each row
  if not (new.id <=> old.id and new.client_id <=> old.client_id and new.commission_id <=> old.commission_id
      and new.ended_on <=> old.ended_on) then
    insert into fact_version (tenant_id, id, version)
      values (old.tenant_id, old.client_id, 1), (new.tenant_id, new.client_id, 1)
      on duplicate key update version = fact_version.version + 1;
  end if;;
create trigger fact_trajectory_removed after delete on trajectory for each row
  insert into fact_version (tenant_id, id, version) values (old.tenant_id, old.client_id, 1)
    on duplicate key update version = fact_version.version + 1;;
--rollback drop trigger fact_commission_added;;
--rollback drop trigger fact_commission_changed;;
--rollback drop trigger fact_commission_removed;;
--rollback drop trigger fact_client_added;;
--rollback drop trigger fact_client_changed;;
--rollback drop trigger fact_client_removed;;
--rollback drop trigger fact_trajectory_added;;
--rollback drop trigger fact_trajectory_changed;;
--rollback drop trigger fact_trajectory_removed;;

--changeset platform:disclosure-0008 endDelimiter:;;
--comment: Of what is a fact and nothing else, every change counts.
create trigger fact_legal_basis_added after insert on legal_basis for each row
  insert into fact_version (tenant_id, id, version)
    values (new.tenant_id, coalesce(new.client_id, new.commission_id), 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_legal_basis_changed after update on legal_basis for each row
  insert into fact_version (tenant_id, id, version)
    values (old.tenant_id, coalesce(old.client_id, old.commission_id), 1), (new.tenant_id, coalesce(new.client_id, new.commission_id), 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_legal_basis_removed after delete on legal_basis for each row
  insert into fact_version (tenant_id, id, version)
    values (old.tenant_id, coalesce(old.client_id, old.commission_id), 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_objection_added after insert on objection for each row
  insert into fact_version (tenant_id, id, version)
    values (new.tenant_id, new.client_id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_objection_changed after update on objection for each row
  insert into fact_version (tenant_id, id, version)
    values (old.tenant_id, old.client_id, 1), (new.tenant_id, new.client_id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_objection_removed after delete on objection for each row
  insert into fact_version (tenant_id, id, version)
    values (old.tenant_id, old.client_id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_restriction_added after insert on restriction for each row
  insert into fact_version (tenant_id, id, version)
    values (new.tenant_id, new.client_id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_restriction_changed after update on restriction for each row
  insert into fact_version (tenant_id, id, version)
    values (old.tenant_id, old.client_id, 1), (new.tenant_id, new.client_id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_restriction_removed after delete on restriction for each row
  insert into fact_version (tenant_id, id, version)
    values (old.tenant_id, old.client_id, 1)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_concept_preview_added after insert on concept_preview for each row
  insert into fact_version (tenant_id, id, version)
    select tenant_id, client_id, 1 from trajectory where tenant_id = new.tenant_id and id = new.trajectory_id
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_concept_preview_changed after update on concept_preview for each row
  insert into fact_version (tenant_id, id, version)
    select tenant_id, client_id, 1 from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_concept_preview_removed after delete on concept_preview for each row
  insert into fact_version (tenant_id, id, version)
    select tenant_id, client_id, 1 from trajectory where tenant_id = old.tenant_id and id = old.trajectory_id
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_capacity_statement_added after insert on capacity_statement for each row
  insert into fact_version (tenant_id, id, version)
    select tenant_id, client_id, 1 from trajectory where tenant_id = new.tenant_id and id = new.trajectory_id
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_capacity_statement_changed after update on capacity_statement for each row
  insert into fact_version (tenant_id, id, version)
    select tenant_id, client_id, 1 from trajectory where tenant_id = new.tenant_id and id in (old.trajectory_id, new.trajectory_id)
    on duplicate key update version = fact_version.version + 1;;
create trigger fact_capacity_statement_removed after delete on capacity_statement for each row
  insert into fact_version (tenant_id, id, version)
    select tenant_id, client_id, 1 from trajectory where tenant_id = old.tenant_id and id = old.trajectory_id
    on duplicate key update version = fact_version.version + 1;;
--rollback drop trigger fact_legal_basis_added;;
--rollback drop trigger fact_legal_basis_changed;;
--rollback drop trigger fact_legal_basis_removed;;
--rollback drop trigger fact_objection_added;;
--rollback drop trigger fact_objection_changed;;
--rollback drop trigger fact_objection_removed;;
--rollback drop trigger fact_restriction_added;;
--rollback drop trigger fact_restriction_changed;;
--rollback drop trigger fact_restriction_removed;;
--rollback drop trigger fact_concept_preview_added;;
--rollback drop trigger fact_concept_preview_changed;;
--rollback drop trigger fact_concept_preview_removed;;
--rollback drop trigger fact_capacity_statement_added;;
--rollback drop trigger fact_capacity_statement_changed;;
--rollback drop trigger fact_capacity_statement_removed;;

--changeset platform:disclosure-0009 endDelimiter:;;
--comment: What all decisions share: the matrix, the processing register and the retention.
create trigger fact_matrix_version_added after insert on matrix_version for each row
  update reference_version set version = version + 1;;
create trigger fact_matrix_version_changed after update on matrix_version for each row
  update reference_version set version = version + 1;;
create trigger fact_matrix_version_removed after delete on matrix_version for each row
  update reference_version set version = version + 1;;
create trigger fact_matrix_cell_added after insert on matrix_cell for each row
  update reference_version set version = version + 1;;
create trigger fact_matrix_cell_changed after update on matrix_cell for each row
  update reference_version set version = version + 1;;
create trigger fact_matrix_cell_removed after delete on matrix_cell for each row
  update reference_version set version = version + 1;;
create trigger fact_register_entry_added after insert on register_entry for each row
  update reference_version set version = version + 1;;
create trigger fact_register_entry_changed after update on register_entry for each row
  update reference_version set version = version + 1;;
create trigger fact_register_entry_removed after delete on register_entry for each row
  update reference_version set version = version + 1;;
create trigger fact_retention_rule_added after insert on retention_rule for each row
  update reference_version set version = version + 1;;
create trigger fact_retention_rule_changed after update on retention_rule for each row
  update reference_version set version = version + 1;;
create trigger fact_retention_rule_removed after delete on retention_rule for each row
  update reference_version set version = version + 1;;
--rollback drop trigger fact_matrix_version_added;;
--rollback drop trigger fact_matrix_version_changed;;
--rollback drop trigger fact_matrix_version_removed;;
--rollback drop trigger fact_matrix_cell_added;;
--rollback drop trigger fact_matrix_cell_changed;;
--rollback drop trigger fact_matrix_cell_removed;;
--rollback drop trigger fact_register_entry_added;;
--rollback drop trigger fact_register_entry_changed;;
--rollback drop trigger fact_register_entry_removed;;
--rollback drop trigger fact_retention_rule_added;;
--rollback drop trigger fact_retention_rule_changed;;
--rollback drop trigger fact_retention_rule_removed;;
