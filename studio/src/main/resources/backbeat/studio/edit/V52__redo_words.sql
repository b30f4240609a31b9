-- Words that cannot come back: taken back before something else was said, or said of another song.
alter table clip_word add column gone boolean not null default false;
update clip_word set gone = undone;
