--liquibase formatted sql

--changeset platform:trajectory-0030 endDelimiter:;;
--comment: Terms, and a retention of its own, are followed by others from a later instant, and never changed.
create trigger commission_terms_never_change before update on commission_terms for each row
  signal sqlstate '23000' set message_text = 'Terms are followed by others, and never changed';;
create trigger commission_terms_never_go before delete on commission_terms for each row
  signal sqlstate '23000' set message_text = 'Terms stay';;
create trigger retention_override_never_changes before update on retention_override for each row
  signal sqlstate '23000' set message_text = 'A retention is followed by another, and never changed';;
create trigger retention_override_never_goes before delete on retention_override for each row
  signal sqlstate '23000' set message_text = 'A retention stays';;
--rollback drop trigger commission_terms_never_change;;
--rollback drop trigger commission_terms_never_go;;
--rollback drop trigger retention_override_never_changes;;
--rollback drop trigger retention_override_never_goes;;
