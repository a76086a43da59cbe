update session
set ended_at = now.ended_at, person_id = now.person_id, day = now.day, channel_id = now.channel_id,
    source_id = now.source_id, page_views = now.page_views, events = now.events,
    entry_page_id = now.entry_page_id, exit_page_id = now.exit_page_id,
    visible_ms = now.visible_ms, timed_views = now.timed_views,
    scroll_percent = now.scroll_percent, scrolled_views = now.scrolled_views
from (
    select rollup_session.* from rollup_session join rollup_session_change as change using (visitor_id, started_at)
    where change.former_id is not null offset 0) as now
where (session.visitor_id, session.started_at) = (now.visitor_id, now.started_at)
