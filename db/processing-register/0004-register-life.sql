--liquibase formatted sql

--changeset platform:processing-register-0006
--comment: An entry is recorded, and ended once; both by somebody, for a reason. It is never changed otherwise. The moments of what the platform was delivered with are not known.
alter table register_entry
  add replaces varchar(40),
  add recorded_by varchar(120) not null default '-',
  add recorded_at datetime(6),
  add reason varchar(500) not null default '-',
  add ended_by varchar(120),
  add ended_at datetime(6),
  add end_reason varchar(500);
update register_entry set recorded_by = 'Werkvlak', reason = 'Eerste register, afgeleid van de matrix';
alter table register_entry
  alter recorded_by drop default,
  alter reason drop default,
  add constraint uq_register_entry_replaces unique (replaces),
  add constraint fk_register_entry_replaces foreign key (replaces) references register_entry (id),
  add constraint ck_register_entry_filled check (purposes <> '' and categories <> '' and recipient_kinds <> ''),
  add constraint ck_register_entry_reason check (trim(reason) <> '' and trim(recorded_by) <> ''),
  add constraint ck_register_entry_ended check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (end_reason is null)),
  add constraint ck_register_entry_end check (ended_by is null or last_day is not null),
  add constraint ck_register_entry_begins_later check (first_day > date(recorded_at)),
  add constraint ck_register_entry_ends_later check (last_day >= date(ended_at));
--rollback alter table register_entry drop foreign key fk_register_entry_replaces;
--rollback alter table register_entry drop index uq_register_entry_replaces, drop constraint ck_register_entry_filled, drop constraint ck_register_entry_reason, drop constraint ck_register_entry_ended, drop constraint ck_register_entry_end, drop constraint ck_register_entry_begins_later, drop constraint ck_register_entry_ends_later;
--rollback alter table register_entry drop column replaces, drop column recorded_by, drop column recorded_at, drop column reason, drop column ended_by, drop column ended_at, drop column end_reason;

--changeset platform:processing-register-0007
--comment: A rule of retention counts from its first day until a later one of its category does.
alter table retention_rule
  add first_day date not null default '2019-09-03',
  add recorded_by varchar(120) not null default 'Werkvlak',
  add recorded_at datetime(6),
  add reason varchar(500) not null default 'Eerste bewaartermijnen',
  drop primary key,
  add constraint pk_retention_rule primary key (category, first_day),
  add constraint ck_retention_rule_begins_later check (first_day > date(recorded_at)),
  add constraint ck_retention_rule_limit check (months <= 1200),
  add constraint ck_retention_rule_reason check (trim(reason) <> '' and trim(source) <> '' and trim(recorded_by) <> '');
alter table retention_rule
  alter first_day drop default,
  alter recorded_by drop default,
  alter reason drop default;
--rollback delete from retention_rule where first_day > '2019-09-03';
--rollback alter table retention_rule drop constraint ck_retention_rule_begins_later, drop constraint ck_retention_rule_limit, drop constraint ck_retention_rule_reason, drop primary key, add constraint pk_retention_rule primary key (category), drop column first_day, drop column recorded_by, drop column recorded_at, drop column reason;

--changeset platform:processing-register-0008 endDelimiter:;;
create trigger register_entry_is_ended_once before update on register_entry for each row
  if old.ended_by is not null or new.ended_by is null
      or not (new.id <=> old.id and new.version <=> old.version and new.title <=> old.title
        and new.purposes <=> old.purposes and new.categories <=> old.categories
        and new.recipient_kinds <=> old.recipient_kinds and new.first_day <=> old.first_day
        and new.replaces <=> old.replaces and new.recorded_by <=> old.recorded_by
        and new.recorded_at <=> old.recorded_at and new.reason <=> old.reason)
      or new.last_day > old.last_day then
    signal sqlstate '23000' set message_text = 'An entry of the register is ended once, and changed in nothing else';
  end if;;
create trigger register_entry_never_goes before delete on register_entry for each row
  signal sqlstate '23000' set message_text = 'An entry of the register stays';;
create trigger retention_rule_never_changes before update on retention_rule for each row
  signal sqlstate '23000' set message_text = 'A rule of retention is followed by another, and never changed';;
create trigger retention_rule_never_goes before delete on retention_rule for each row
  signal sqlstate '23000' set message_text = 'A rule of retention stays';;
--rollback drop trigger register_entry_is_ended_once;;
--rollback drop trigger register_entry_never_goes;;
--rollback drop trigger retention_rule_never_changes;;
--rollback drop trigger retention_rule_never_goes;;
