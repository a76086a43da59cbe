package dev.rapport.demo.data;

/** Lists how visits arrive: a row of the dictionary, the page they mostly land on and how they behave. */
enum VisitOrigin {
    DIRECT("", "", "", "", "", "direct", "/", 0.34),
    GOOGLE("", "", "", "www.google.com", "", "organic-search", "/blog", 0.46),
    BING("", "", "", "www.bing.com", "", "organic-search", "/features", 0.48),
    SEARCH_AD("google", "cpc", "brand-search", "www.google.com", "gclid", "paid-search", "/pricing", 0.42),
    GIVEAWAY(
            "facebook",
            "paid_social",
            Scenario.GIVEAWAY,
            "www.facebook.com",
            "fbclid",
            "paid-social",
            "/giveaway",
            0.79),
    SOCIAL_AD(
            "facebook",
            "paid_social",
            "starter-kit",
            "www.facebook.com",
            "fbclid",
            "paid-social",
            "/shop/starter-kit",
            0.55),
    FACEBOOK("", "", "", "www.facebook.com", "", "social", "/blog", 0.56),
    LINKEDIN("", "", "", "www.linkedin.com", "", "social", "/features", 0.5),
    INSTAGRAM("", "", "", "www.instagram.com", "", "social", "/shop", 0.58),
    NEWSLETTER("newsletter", "email", "monthly-newsletter", "", "", "email", "/shop", 0.3),
    ONBOARDING("lifecycle", "email", "onboarding", "", "", "email", "/help/first-steps", 0.28),
    PARTNER("shopkeepers-guild", "affiliate", "", "guild.example.org", "", "affiliate", "/pricing", 0.44),
    REFERRAL("", "", "", "smallshops.example.com", "", "referral", "/features", 0.47),
    DISPLAY("adnetwork", "display", "retargeting", "", "", "display", "/shop", 0.66),
    APP("", "", "", "", "", "app", "/", 0.1);

    private static final VisitOrigin[] NEWCOMERS = {
        DIRECT, GOOGLE, BING, SEARCH_AD, SOCIAL_AD, FACEBOOK, LINKEDIN, INSTAGRAM, PARTNER, REFERRAL, DISPLAY
    };
    private static final double[] NEWCOMER_WEIGHTS = {16, 34, 4, 14, 8, 4, 4, 5, 3, 5, 7};
    private static final VisitOrigin[] CUSTOMERS = {
        DIRECT, GOOGLE, SEARCH_AD, SOCIAL_AD, FACEBOOK, INSTAGRAM, NEWSLETTER, ONBOARDING, REFERRAL, DISPLAY
    };
    private static final double[] CUSTOMER_WEIGHTS = {38, 14, 5, 3, 3, 4, 22, 4, 3, 4};

    final String utmSource;
    final String utmMedium;
    final String campaign;
    final String referrer;
    final String clickId;
    final String channel;
    final String landing;
    final double bounces;

    VisitOrigin(
            String utmSource,
            String utmMedium,
            String campaign,
            String referrer,
            String clickId,
            String channel,
            String landing,
            double bounces) {
        this.utmSource = utmSource;
        this.utmMedium = utmMedium;
        this.campaign = campaign;
        this.referrer = referrer;
        this.clickId = clickId;
        this.channel = channel;
        this.landing = landing;
        this.bounces = bounces;
    }

    static VisitOrigin ofNewcomer(SeededRandom random) {
        return NEWCOMERS[random.weighted(NEWCOMER_WEIGHTS)];
    }

    static VisitOrigin ofCustomer(SeededRandom random) {
        return CUSTOMERS[random.weighted(CUSTOMER_WEIGHTS)];
    }
}
