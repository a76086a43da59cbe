-- How visits get their channel when nobody named it: the first rule that matches wins. Rules that ask for a campaign's
-- own words come before click ids, click ids of ads before referrers. What no rule matches is "other" when a campaign
-- was named, else "referral" when another site sent it, else "direct".
create temp table engine (sources text[], hosts text[]) on commit drop;
insert into engine values (
    '{google,bing,yahoo,duckduckgo,ecosia,baidu,yandex,qwant,startpage,naver,seznam,brave,kagi,sogou}',
    '{google.*,bing.com,search.yahoo.*,duckduckgo.com,ecosia.org,baidu.com,yandex.*,ya.ru,qwant.com,startpage.com,naver.com,daum.net,seznam.cz,search.brave.com,kagi.com,sogou.com,so.com,ask.com,search.aol.com,search.marginalia.nu,mojeek.com,swisscows.com,rambler.ru,coccoc.com,com.google.android.googlequicksearchbox}');
create temp table network (sources text[], hosts text[]) on commit drop;
insert into network values (
    '{facebook,fb,instagram,ig,linkedin,twitter,x.com,t.co,tiktok,pinterest,reddit,snapchat,threads,mastodon,bluesky,xing,tumblr,quora,vk,weibo,wechat,whatsapp,telegram,discord,meta}',
    '{facebook.com,fb.com,fb.me,m.me,messenger.com,instagram.com,linkedin.com,lnkd.in,twitter.com,x.com,t.co,tiktok.com,pinterest.*,pin.it,reddit.com,snapchat.com,threads.net,threads.com,mastodon.social,mastodon.online,bsky.app,xing.com,tumblr.com,quora.com,vk.com,ok.ru,weibo.com,weibo.cn,t.me,telegram.org,web.whatsapp.com,wa.me,discord.com,news.ycombinator.com,com.facebook.katana,com.instagram.android,com.linkedin.android,com.twitter.android,com.reddit.frontpage,org.telegram.messenger}');

insert into channel_rule (position, channel_id, utm_sources, utm_mediums, referrer_hosts, click_ids)
select rule.position, channel.id, rule.sources, rule.mediums, rule.hosts, rule.clicks
from (
    -- paid, told by the medium; on a social network it is paid social whatever the medium is called
    select 10, 'paid-social', '{}'::text[], '{paid-social,paidsocial,social-paid,social-ads,social-cpc}'::text[], '{}'::text[], '{}'::text[]
    union all select 20, 'paid-social', sources, '{cpc,ppc,cpm,cpv,cpa,cpl,paid,ad,ads,sponsored,boosted,retargeting,remarketing}', '{}', '{}' from network
    union all select 30, 'video', '{}', '{video,cpv}', '{}', '{}'
    union all select 40, 'video', '{youtube,vimeo,twitch,dailymotion}', '{cpc,ppc,cpm,cpa,paid,ad,ads}', '{}', '{}'
    union all select 50, 'display', '{}', '{display,banner,cpm,interstitial,programmatic,gdn,retargeting,remarketing}', '{}', '{}'
    union all select 60, 'affiliate', '{}', '{affiliate,affiliates}', '{}', '{}'
    union all select 70, 'other', '{}', '{direct-mail,directmail}', '{}', '{}'
    union all select 80, 'email', '{}', '{email,e-mail,mail,newsletter}', '{}', '{}'
    union all select 90, 'sms', '{}', '{sms,mms,text-message}', '{}', '{}'
    union all select 100, 'push', '{}', '{push,webpush,push-notification,mobile-notification}', '{}', '{}'
    union all select 110, 'chat', '{}', '{chat,livechat,chatbot}', '{}', '{}'
    union all select 120, 'paid-search', '{}', '{cpc,ppc,paidsearch,paid-search,sem,search-ads}', '{}', '{}'
    union all select 130, 'paid-search', sources, '{paid,ad,ads,cpa,sponsored}', '{}', '{}' from engine
    -- click ids that only advertisements carry
    union all select 140, 'paid-search', '{}', '{}', '{}', '{gclid,gbraid,wbraid,msclkid,yclid}'
    union all select 150, 'display', '{}', '{}', '{}', '{dclid}'
    union all select 160, 'paid-social', '{}', '{}', '{}', '{ttclid,twclid,li_fat_id,sccid,rdt_cid}'
    -- not paid, told by the campaign's words
    union all select 170, 'app', '{}', '{app,in-app,inapp}', '{}', '{}'
    union all select 180, 'social', '{}', '{social,social-media,social-network,sm}', '{}', '{}'
    union all select 190, 'social', sources, '{}', '{}', '{}' from network
    union all select 200, 'video', '{youtube,vimeo,twitch,dailymotion}', '{}', '{}', '{}'
    union all select 210, 'email', '{email,e-mail,newsletter,mailchimp,klaviyo,brevo}', '{}', '{}', '{}'
    union all select 220, 'organic-search', '{}', '{organic,seo}', '{}', '{}'
    union all select 230, 'organic-search', sources, '{}', '{}', '{}' from engine
    union all select 240, 'referral', '{}', '{referral,referrer,link}', '{}', '{}'
    -- nothing said: the site that sent the visit
    union all select 250, 'email', '{}', '{}', '{mail.google.com,mail.yahoo.com,outlook.live.com,outlook.office.com,outlook.office365.com,mail.aol.com,mail.proton.me,mail.yandex.ru,com.google.android.gm}', '{}'
    union all select 260, 'referral', '{}', '{}', '{docs.google.com,sites.google.com,classroom.google.com,groups.google.com,accounts.google.com}', '{}'
    union all select 270, 'video', '{}', '{}', '{youtube.com,youtu.be,vimeo.com,twitch.tv,dailymotion.com,com.google.android.youtube}', '{}'
    union all select 280, 'organic-search', '{}', '{}', hosts, '{}' from engine
    union all select 290, 'social', '{}', '{}', hosts, '{}' from network
    -- Facebook and Instagram add these to every link, also to those nobody paid for
    union all select 300, 'social', '{}', '{}', '{}', '{fbclid,igshid}'
) as rule (position, channel, sources, mediums, hosts, clicks)
join channel on channel.key = rule.channel
order by rule.position;
