-- For whom an invitation is, where it was sent; in small letters.
alter table invitation add column email varchar(254);

-- A link that came by mail proves a letter-box, not a person before the owner: a second factor stays.
alter table password_link add column by_mail boolean not null default false;
