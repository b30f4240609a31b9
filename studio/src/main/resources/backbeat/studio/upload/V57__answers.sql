-- What became of a file that was taken, until it is forgotten: the answer may have been lost on its way.
alter table upload add column answer text;
