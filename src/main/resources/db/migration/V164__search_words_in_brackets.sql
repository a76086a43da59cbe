-- Words in angle brackets are tags to PostgreSQL's parser, and words with a slash or an at sign between them are paths and
-- addresses: in what customers write, they are words.
drop index response_words;
create index response_words on response using gin (to_tsvector('simple', translate(comment, '<>/@', '    ')))
    where current and comment is not null;
