-- By whom an account's person was vouched for elsewhere: the issuer and its own name for them (OpenID Connect's "sub"). Null until somebody did, since an address that
-- a person wrote themselves proves nothing.
alter table account add column issuer varchar(500);
alter table account add column subject varchar(255);
create unique index account_by_proof on account(issuer, subject);
