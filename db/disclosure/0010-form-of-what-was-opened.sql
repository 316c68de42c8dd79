--liquibase formatted sql

--changeset platform:disclosure-register-0006
--comment: In which form the contents of a report were given out. Of earlier openings it was not kept. An entry that has one is hashed with it, so going back is for a register that has none yet.
alter table disclosure
  add column form varchar(4) after recipient,
  add constraint ck_disclosure_form check (form is null or (event = 'OPENED' and form in ('PDF', 'HTML', 'JSON', 'XLSX', 'CSV')));
--rollback alter table disclosure drop constraint ck_disclosure_form, drop column form;

--changeset platform:disclosure-register-0007 endDelimiter:;; rollbackEndDelimiter:;;
create or replace trigger disclosure_never_changes before update on disclosure for each row
begin
  declare body_stays, digests_stay, is_sealing, is_erasing boolean;
  set body_stays = new.tenant_id = old.tenant_id and new.id = old.id and new.sequence = old.sequence
    and new.event = old.event and new.report_id = old.report_id and new.recipient = old.recipient and new.form <=> old.form
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
--rollback create or replace trigger disclosure_never_changes before update on disclosure for each row
--rollback begin
--rollback   declare body_stays, digests_stay, is_sealing, is_erasing boolean;
--rollback   set body_stays = new.tenant_id = old.tenant_id and new.id = old.id and new.sequence = old.sequence
--rollback     and new.event = old.event and new.report_id = old.report_id and new.recipient = old.recipient
--rollback     and new.categories = old.categories and new.bases = old.bases and new.disclosed_at = old.disclosed_at;
--rollback   set digests_stay = new.hash <=> old.hash and new.client_digest <=> old.client_digest
--rollback     and new.recipient_digest <=> old.recipient_digest;
--rollback   set is_sealing = old.hash is null and new.hash is not null and new.client_id <=> old.client_id;
--rollback   set is_erasing = digests_stay and old.hash is not null and old.client_id is not null and new.client_id is null
--rollback     and exists (select 1 from data_key k where k.tenant_id = old.tenant_id and k.id = old.client_id
--rollback                  and k.erased_at is not null);
--rollback   if not (body_stays and (is_sealing or is_erasing)) then
--rollback     signal sqlstate '45000' set message_text = 'The disclosure register is append-only';
--rollback   end if;
--rollback end;;
