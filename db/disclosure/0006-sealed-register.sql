--liquibase formatted sql

--changeset platform:disclosure-register-0001
--comment: The triggers make way for a register that is numbered per tenant; they come back in disclosure-register-0005.
drop trigger disclosure_never_changes;
drop trigger disclosure_never_shrinks;
--rollback create trigger disclosure_never_changes before update on disclosure for each row signal sqlstate '45000' set message_text = 'The disclosure register is append-only';
--rollback create trigger disclosure_never_shrinks before delete on disclosure for each row signal sqlstate '45000' set message_text = 'The disclosure register is append-only';

--changeset platform:disclosure-register-0002
--comment: The old sequence counted over all tenants, and could skip a number.
alter table disclosure
  drop index uq_disclosure_sequence,
  drop constraint ck_disclosure_event,
  modify sequence bigint not null;
--rollback alter table disclosure modify sequence bigint not null auto_increment, add constraint uq_disclosure_sequence unique (sequence), add constraint ck_disclosure_event check (event in ('ISSUED', 'PULLED'));

--changeset platform:disclosure-register-0003
--comment: Each tenant's entries are numbered from 1, in the order in which they were written. Going back forgets what was only listed: the old register has no word for it.
update disclosure d
  join (select tenant_id, id, row_number() over (partition by tenant_id order by sequence) number from disclosure) o
    on o.tenant_id = d.tenant_id and o.id = d.id
   set d.sequence = o.number, d.event = if(d.event = 'PULLED', 'OPENED', d.event);
--rollback delete from disclosure where event = 'LISTED';
--rollback update disclosure d join (select tenant_id, id, row_number() over (order by disclosed_at, tenant_id, sequence) number from disclosure) o on o.tenant_id = d.tenant_id and o.id = d.id set d.sequence = o.number, d.event = if(d.event = 'OPENED', 'PULLED', d.event);

--changeset platform:disclosure-register-0004
--comment: hash covers the entry and the hash before it; the digests stand in it for client and recipient, so that client_id can be emptied. Entries from before are sealed when the server starts: it has the keys.
alter table disclosure
  add column client_digest binary(32),
  add column recipient_digest binary(32),
  add column hash binary(32),
  add constraint uq_disclosure_sequence unique (tenant_id, sequence),
  add constraint ck_disclosure_sequence check (sequence > 0),
  add constraint ck_disclosure_event check (event in ('ISSUED', 'LISTED', 'OPENED')),
  add constraint ck_disclosure_digests check ((hash is null) = (recipient_digest is null) and (hash is null or client_id is null or client_digest is not null));
create table disclosure_seal (
  tenant_id      uuid       not null,
  number         bigint     not null,
  format         smallint   not null,
  first_sequence bigint     not null,
  last_sequence  bigint     not null,
  merkle_root    binary(32) not null,
  hash           binary(32) not null,
  constraint pk_disclosure_seal primary key (tenant_id, number),
  constraint uq_disclosure_seal_last unique (tenant_id, last_sequence),
  constraint fk_disclosure_seal_tenant foreign key (tenant_id) references tenant (id),
  constraint ck_disclosure_seal_range check (number > 0 and first_sequence > 0 and first_sequence <= last_sequence)
) comment = 'What one transaction wrote into the disclosure register; hash covers the seal and the one before it';
create table disclosure_head (
  tenant_id  uuid       not null,
  seal       bigint     not null,
  seal_hash  binary(32) not null,
  sequence   bigint     not null,
  entry_hash binary(32) not null,
  constraint pk_disclosure_head primary key (tenant_id),
  constraint fk_disclosure_head_tenant foreign key (tenant_id) references tenant (id)
) comment = 'Where the disclosure register of a tenant ends; who writes into it holds this row';
--rollback drop table disclosure_head;
--rollback drop table disclosure_seal;
--rollback alter table disclosure drop constraint ck_disclosure_digests, drop constraint ck_disclosure_event, drop constraint ck_disclosure_sequence, drop index uq_disclosure_sequence, drop column hash, drop column recipient_digest, drop column client_digest;

--changeset platform:disclosure-register-0005 endDelimiter:;; rollbackEndDelimiter:;;
--comment: An entry is written sealed, and then changes in two ways only: one from before is sealed once, and the client of whom the key was erased is forgotten.
create trigger disclosure_always_sealed before insert on disclosure for each row
begin
  if new.hash is null then
    signal sqlstate '45000' set message_text = 'An entry of the disclosure register is sealed';
  end if;
end;;
create trigger disclosure_never_changes before update on disclosure for each row
begin
  declare body_stays, digests_stay, is_sealing, is_erasing boolean;
  set body_stays = new.tenant_id = old.tenant_id and new.id = old.id and new.sequence = old.sequence
    and new.event = old.event and new.report_id = old.report_id and new.recipient = old.recipient
    and new.categories = old.categories and new.bases = old.bases and new.disclosed_at = old.disclosed_at;
  set digests_stay = new.hash <=> old.hash and new.client_digest <=> old.client_digest
    and new.recipient_digest <=> old.recipient_digest;
  set is_sealing = old.hash is null and new.hash is not null and new.client_id <=> old.client_id;
  set is_erasing = digests_stay and old.hash is not null and old.client_id is not null and new.client_id is null
    and exists (select 1 from data_key k where k.tenant_id = old.tenant_id and k.id = old.client_id
                 and k.erased_at is not null);
  if not (body_stays and (is_sealing or is_erasing)) then
    signal sqlstate '45000' set message_text = 'The disclosure register is append-only';
  end if;
end;;
create trigger disclosure_never_shrinks before delete on disclosure for each row
  signal sqlstate '45000' set message_text = 'The disclosure register is append-only';;
create trigger disclosure_seal_never_changes before update on disclosure_seal for each row
  signal sqlstate '45000' set message_text = 'The disclosure register is append-only';;
create trigger disclosure_seal_never_shrinks before delete on disclosure_seal for each row
  signal sqlstate '45000' set message_text = 'The disclosure register is append-only';;
create trigger disclosure_head_only_grows before update on disclosure_head for each row
begin
  if not (new.tenant_id = old.tenant_id
          and ((new.seal = old.seal and new.seal_hash = old.seal_hash and new.sequence = old.sequence and new.entry_hash = old.entry_hash)
            or (new.seal = old.seal + 1 and new.sequence > old.sequence))) then
    signal sqlstate '45000' set message_text = 'The disclosure register is append-only';
  end if;
end;;
create trigger disclosure_head_never_shrinks before delete on disclosure_head for each row
  signal sqlstate '45000' set message_text = 'The disclosure register is append-only';;
--rollback drop trigger disclosure_head_never_shrinks;;
--rollback drop trigger disclosure_head_only_grows;;
--rollback drop trigger disclosure_seal_never_shrinks;;
--rollback drop trigger disclosure_seal_never_changes;;
--rollback drop trigger disclosure_never_shrinks;;
--rollback drop trigger disclosure_never_changes;;
--rollback drop trigger disclosure_always_sealed;;
