package dev.rapport.channel;

import java.util.List;
import java.util.Optional;

/**
 * Classifies an arrival by its channel: the one it names itself, else that of the first rule that matches, else a
 * fallback. The fallback is other (a campaign was named), referral (another site sent it) or direct (nothing was said).
 */
final class ChannelClassifier {
    private final List<RuleCondition> rules;
    private final Fallback fallback;

    /** The channels that need no rule. */
    record Fallback(short direct, short referral, short other) {}

    ChannelClassifier(List<RuleCondition> rules, Fallback fallback) {
        this.rules = List.copyOf(rules);
        this.fallback = fallback;
    }

    short channelOf(Arrival arrival) {
        Short given = arrival.givenChannelId();
        if (given != null) {
            return given;
        }
        return ruleFor(arrival).map(RuleCondition::channelId).orElseGet(() -> withoutRule(arrival));
    }

    /** The first rule that matches, without regard to a given channel. */
    Optional<RuleCondition> ruleFor(Arrival arrival) {
        return rules.stream().filter(rule -> rule.matches(arrival)).findFirst();
    }

    private short withoutRule(Arrival arrival) {
        if (arrival.isTagged()) {
            return fallback.other();
        }
        return arrival.referrerHost().isEmpty() ? fallback.direct() : fallback.referral();
    }
}
