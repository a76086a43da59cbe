-- What customers wrote is searched by the beginnings of its words, in whatever language: no stems, no stop words.
create index response_words on response using gin (to_tsvector('simple', comment)) where current and comment is not null;
