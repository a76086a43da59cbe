insert into channel (key, name, aliases, position) values
    ('direct',         'Direct',          '{"(none)","none"}', 10),
    ('organic-search', 'Organic search',  '{"organic","seo","organic_search"}', 20),
    ('paid-search',    'Paid search',     '{"paid_search","ppc","sem","cpc"}', 30),
    ('social',         'Social',          '{"organic social","social media"}', 40),
    ('paid-social',    'Paid social',     '{"paid_social"}', 50),
    ('email',          'E-mail',          '{"e-mail","mail","newsletter"}', 60),
    ('sms',            'SMS',             '{"text","text message"}', 70),
    ('push',           'Push',            '{"push notification"}', 80),
    ('referral',       'Referral',        '{}', 90),
    ('affiliate',      'Affiliates',      '{"affiliates"}', 100),
    ('display',        'Display',         '{"banner"}', 110),
    ('video',          'Video',           '{}', 120),
    ('app',            'App',             '{"mobile app"}', 130),
    ('chat',           'Chat',            '{"live chat","web chat","webwidget"}', 140),
    ('phone',          'Phone',           '{"telephone","call"}', 150),
    ('self-service',   'Self-service',    '{"self service","portal","help center"}', 160),
    ('web-form',       'Web form',        '{"form","web"}', 170),
    ('in-person',      'In person',       '{"store","branch"}', 180),
    ('other',          'Other',           '{}', 900),
    ('unknown',        'Unknown',         '{}', 999);

insert into segment_group (key, name, trait, ranges, position) values
    ('plan', 'Plan', 'plan', '[]', 10),
    ('region', 'Region', 'region', '[]', 20),
    ('generation', 'Generation', 'birth_year',
     '[{"value":"silent","name":"Silent generation","from":1900,"to":1946},
       {"value":"boomer","name":"Baby boomers","from":1946,"to":1965},
       {"value":"gen-x","name":"Generation X","from":1965,"to":1981},
       {"value":"millennial","name":"Millennials","from":1981,"to":1997},
       {"value":"gen-z","name":"Generation Z","from":1997,"to":2013},
       {"value":"gen-alpha","name":"Generation Alpha","from":2013,"to":2100}]', 30);
insert into segment_value (group_id, key, name, position)
select id, 'none', 'Not known', 9999 from segment_group;

insert into goal (key, name, event_name, position) values
    ('purchase', 'Purchase', 'purchase', 10),
    ('sign-up', 'Sign-up', 'sign_up', 20),
    ('newsletter', 'Newsletter', 'newsletter_signup', 30),
    ('trial', 'Trial', 'trial_started', 40),
    ('download', 'Download', 'download', 50);
insert into goal (key, name, page_pattern, position) values
    ('pricing', 'Pricing page visit', '/pricing*', 60);
update settings set default_goal_id = (select id from goal where key = 'purchase');
