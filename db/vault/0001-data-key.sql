--liquibase formatted sql

--changeset platform:vault-0001
--comment: One key per client (and one per tenant), wrapped by a master key that is not in here. Emptying it erases the data.
create table data_key (
  tenant_id  uuid        not null,
  id         uuid        not null,
  wrapped    varbinary(255),
  created_at datetime(6) not null,
  erased_at  datetime(6),
  constraint pk_data_key primary key (tenant_id, id),
  constraint fk_data_key_tenant foreign key (tenant_id) references tenant (id),
  constraint ck_data_key_erased check ((wrapped is null) = (erased_at is not null))
) comment = 'The key under which the sensitive columns of one client are sealed';
--rollback drop table data_key;
