-- The mail that reminded, so that it shows whether it was delivered; null if there was none.
alter table reminder add column mail_id uuid;
