-- the last word of a day, as a class
select distinct on (person_id, kind, day) person_id, kind, 0 as item, day, amount
from (
    select person_id, {day of answer.at} as day, at, id,
           case kind when 'nps' then 10 when 'csat' then 11 else 12 end as kind,
           case when kind = 'nps' then case score_class when 'detractor' then 1 when 'passive' then 2 when 'promoter' then 3 end
                when kind = 'csat' then case score_class when 'bad' then 1 when 'good' then 2 end
                else case when is_low then 1 else 2 end end as amount
    from survey_answer as answer
    where kind in ('nps', 'csat', 'ces') and {about answer.at}) as given
where amount is not null
order by person_id, kind, day, at desc, id desc
