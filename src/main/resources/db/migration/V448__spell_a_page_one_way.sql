-- A page is stored as it came, and shown, counted and asked for by its one spelling: when the setting changes, this dictionary
-- changes and no fact does.
alter table page add column shown text;
-- The same with a slash at its end, where that is the same page: a goal's pattern may be written either way.
alter table page add column with_slash text;
update page set shown = path;
alter table page alter column shown set not null;

create function page_is_shown() returns trigger language plpgsql as $$
begin
    new.shown := coalesce(new.shown, new.path);
    return new;
end
$$;
create trigger page_is_shown before insert on page for each row execute function page_is_shown();

-- Whether a page is like a pattern, in which * stands for anything.
create function page_is_like(page page, pattern text) returns boolean language sql immutable parallel safe as $$
    select page.shown like replace(replace(replace(replace(pattern, '\', '\\'), '%', '\%'), '_', '\_'), '*', '%')
        or page.with_slash is not null and page.with_slash
            like replace(replace(replace(replace(pattern, '\', '\\'), '%', '\%'), '_', '\_'), '*', '%')
$$;

-- Whether /a/ is another page than /a.
alter table settings add column page_slash_matters boolean not null default false;
-- Pages that are stored are spelt once the server starts; how is written down in one place.
alter table settings add column pages_to_spell boolean not null default true;
