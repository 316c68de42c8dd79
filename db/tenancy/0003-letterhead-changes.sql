--liquibase formatted sql

--changeset platform:tenancy-0003
--comment: Who changed how the reports of a tenant look, when, and into what: nothing where it was taken away. Of earlier changes it was not kept.
create table letterhead_change (
  tenant_id    uuid         not null,
  id           uuid         not null,
  what         varchar(6)   not null,
  brand_colour varchar(7),
  logo_sha256  binary(32),
  changed_at   datetime(6)  not null,
  changed_by   varchar(120) not null,
  constraint pk_letterhead_change primary key (tenant_id, id),
  constraint fk_letterhead_change_tenant foreign key (tenant_id) references tenant (id),
  constraint ck_letterhead_change_what check (what in ('COLOUR', 'LOGO')),
  constraint ck_letterhead_change_colour check (brand_colour is null or what = 'COLOUR'),
  constraint ck_letterhead_change_logo check (logo_sha256 is null or what = 'LOGO'),
  index ix_letterhead_change (tenant_id, changed_at, id)
) comment = 'Who changed the colour or the logo of a tenant; moments are UTC';
--rollback drop table letterhead_change;

--changeset platform:tenancy-0004 endDelimiter:;;
create trigger letterhead_change_stays before update on letterhead_change for each row
  signal sqlstate '45000' set message_text = 'What was changed stays on record';;
create trigger letterhead_change_never_goes before delete on letterhead_change for each row
  signal sqlstate '45000' set message_text = 'What was changed stays on record';;
--rollback drop trigger letterhead_change_stays;;
--rollback drop trigger letterhead_change_never_goes;;
