-- Visits that an AI assistant sent: a channel of their own. The list is that of Matomo's searchengine-and-social-list
-- (AIAssistants.yml, public domain), without the addresses that tell an assistant by a path, and with: OpenAI's, Perplexity's,
-- Google's, Anthropic's and DeepSeek's apps by the names they have as referrers on Android, Copilot's other hosts, and poe.com, phind.com, pi.ai,
-- kimi, doubao, z.ai and duck.ai. GA4 calls the medium of such visits ai-assistant.
insert into channel (key, name, aliases, position) values
    ('ai-assistants', 'AI assistants', '{"ai assistant","ai-assistant","ai","ai chatbots"}', 35);

-- A campaign's own words come first, as with the other rules; then the sites.
insert into channel_rule (position, channel_id, utm_sources, utm_mediums, referrer_hosts)
select place.position, channel.id, rule.sources, rule.mediums, rule.hosts
from (
    select 1 as step, '{}'::text[] as sources, '{ai-assistant,ai-assistants,ai-chatbot,llm}'::text[] as mediums, '{}'::text[] as hosts
    union all select 1,
        '{chatgpt,openai,perplexity,claude.ai,anthropic,gemini.google,bard.google,notebooklm,copilot,deepseek,grok,chat.mistral.ai,lechat,meta.ai,phind,poe.com,qwen,chatglm,kimi.com,doubao,iask,pi.ai,duck.ai}',
        '{}', '{}'
    union all select 2, '{}', '{}',
        '{chatgpt.com,chat.openai.com,labs.openai.com,com.openai.chatgpt,perplexity.ai,ai.perplexity.app.android,claude.ai,com.anthropic.claude,gemini.google.com,bard.google.com,notebooklm.google.com,com.google.android.apps.bard,copilot.microsoft.com,copilot.com,copilot.cloud.microsoft,edgeservices.bing.com,com.microsoft.copilot,chat.deepseek.com,com.deepseek.chat,grok.com,ai.x.grok,chat.mistral.ai,meta.ai,you.com,phind.com,poe.com,chat.qwen.ai,chatglm.cn,chat.z.ai,kimi.com,kimi.moonshot.cn,doubao.com,yiyan.baidu.com,ai.baidu.com,chatplus.com,chat-gpt.org,iask.ai,app.jasper.ai,pi.ai,duck.ai}'
) as rule
join channel on channel.key = 'ai-assistants'
cross join lateral (
    -- before the networks' and engines' names (x.com, google) as sources, and their sites
    select coalesce(
        min(position) filter (where rule.step = 1 and utm_mediums = '{}' and utm_sources && '{facebook,twitter,google,bing}'),
        min(position) filter (where rule.step = 2 and utm_mediums = '{}' and utm_sources = '{}'
                              and referrer_hosts && '{mail.google.com,google.*,docs.google.com,facebook.com}'),
        max(position) + 10, 10) - 1 as position
    from channel_rule
) as place;

-- Pages on which people pay between two pages of the shop send nobody: the visit goes on, and one that begins there is direct.
insert into channel_rule (position, channel_id, referrer_hosts)
select place.position, channel.id,
    '{paypal.com,paypal.me,checkout.stripe.com,pay.stripe.com,buy.stripe.com,hooks.stripe.com,js.stripe.com,klarna.com,adyen.com,mollie.com,sofort.com,giropay.de,paydirekt.de,checkout.com,worldpay.com,sagepay.com,opayo.eu,elavon.com,braintreegateway.com,squareup.com,square.link,authorize.net,2checkout.com,pay.google.com,payments.google.com,pay.amazon.*,payments.amazon.*,applepay.cdn-apple.com,shop.app,checkout.shopify.com,afterpay.com,clearpay.co.uk,clearpay.com,affirm.com,sezzle.com,zip.co,twint.ch,saferpay.com,datatrans.com,computop-paygate.com,payone.com,unzer.com,heidelpay.com,paymill.com,ratepay.com,przelewy24.pl,payu.com,payu.in,tpay.com,ideal.nl,multisafepay.com,buckaroo.nl,bancontact.com,redsys.es,mercadopago.com,pagseguro.uol.com.br,razorpay.com,paytm.in,alipay.com,paygate.co.za,payfast.co.za,skrill.com,neteller.com,trustly.com,3dsecure.io,cardinalcommerce.com,arcot.com,gocardless.com,wise.com}'
from channel
cross join lateral (
    select coalesce(
        min(position) filter (where utm_mediums = '{}' and utm_sources = '{}' and referrer_hosts <> '{}'
                              and referrer_hosts && '{mail.google.com,google.*,docs.google.com,facebook.com}'),
        max(position) + 10, 10) - 2 as position
    from channel_rule
) as place
where channel.key = 'direct';

-- What is stored gets its channel by the rules once the server starts: rules are read in one place.
alter table settings add column rules_changed boolean not null default true;
