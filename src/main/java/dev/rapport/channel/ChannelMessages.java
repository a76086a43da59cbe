package dev.rapport.channel;

import dev.rapport.words.Counted;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the channels' settings. */
@MessageBundle("channels")
public interface ChannelMessages {
    @Message("Channels")
    String title();

    @Message(
            "Where customers are met: one list for marketing and support. Visits get theirs by the rules below, unless "
                    + "an import names it.")
    String lead();

    @Message("Try a visit")
    String trial();

    @Message("See which rule would take it; nothing is stored.")
    String trialNote();

    @Message("Page address")
    String url();

    @Message("Came from")
    String referrer();

    @Message("Try")
    String tryIt();

    @Message("{channel}, by rule {number}.")
    String tried(String channel, int number);

    @Message("{channel}, because no rule matches.")
    String triedWithoutRule(String channel);

    @Message("Rules")
    String rules();

    @Message(
            "The first that matches wins. Words are matched whole: cpc is met in brand-cpc, not in cpcx. Other hosts of one's own "
                    + "site send nobody, nor do the payment pages of the rule for Direct: add yours there.")
    String rulesNote();

    @Message("Add rule")
    String addRule();

    @Message("Edit rule")
    String editRule();

    @Message("Rule {number}")
    String rule(int number);

    @Message("No.")
    String number();

    @Message("When")
    String conditions();

    @Message("Channel")
    String channel();

    @Message("utm_medium has")
    String medium();

    @Message("utm_source has")
    String source();

    @Message("utm_campaign has")
    String campaign();

    @Message("it came from")
    String host();

    @Message("the address carries")
    String click();

    @Message("another site sent it")
    String referrerSome();

    @Message("no other site sent it")
    String referrerNone();

    @Message("and {count} more")
    String more(int count);

    @Message("What no rule matches is Other when a campaign is named, Referral when another site sent it, else Direct.")
    String fallback();

    @Message("Words, parted by commas; any of them will do. Leave a field empty to ask nothing of it.")
    String termsNote();

    @Message("utm_medium")
    String mediums();

    @Message("utm_source")
    String sources();

    @Message("utm_campaign")
    String campaigns();

    @Message("Referring sites")
    String hosts();

    @Message("Host names with all below them: example.com; google.* for all national domains.")
    String hostsNote();

    @Message("These must be host names, such as example.com or google.*, without https:// and paths.")
    String hostsBad();

    @Message("Click ids")
    String clickIds();

    @Message("Kinds that are recognised: {kinds}")
    String clickIdsNote(String kinds);

    @Message("One of these is not recognised. Known kinds: {kinds}")
    String clickIdsBad(String kinds);

    @Message("Referrer")
    String referrerAsked();

    @Message("does not matter")
    String any();

    @Message("Choose a channel.")
    String channelBad();

    @Message("Ask for at least one thing, or the rule would take every visit.")
    String emptyBad();

    @Message("At most 200 words a field, each at most 100 characters long.")
    String tooMuchBad();

    @Message("Name")
    String name();

    @Message("Give the channel a name of at most 100 characters.")
    String nameBad();

    @Message("Other spellings")
    String aliases();

    @Message("As files write it, parted by commas; upper and lower case are the same.")
    String aliasesNote();

    @Message("\"{spelling}\" is another channel already.")
    String taken(String spelling);

    @Message("Order and spellings; the names are shown everywhere.")
    String channelsNote();

    @Message("Add a channel")
    String addChannel();

    @Message("Add channel")
    String addChannelButton();

    @Message("Edit channel")
    String editChannel();

    @Message("\"{name}\" is saved.")
    String channelSaved(String name);

    @Message("\"{name}\" is moved.")
    String channelMoved(String name);

    @Message(
            "The rule is saved. {#if count.plural == 'one'}{count} way of arriving has another channel now; its days are being counted anew.{#else}{count} ways of arriving have another channel now; their days are being counted anew.{/if}")
    String ruleSaved(Counted count);

    @Message(
            "The rule is moved. {#if count.plural == 'one'}{count} way of arriving has another channel now; its days are being counted anew.{#else}{count} ways of arriving have another channel now; their days are being counted anew.{/if}")
    String ruleMoved(Counted count);

    @Message(
            "The rule is removed. {#if count.plural == 'one'}{count} way of arriving has another channel now; its days are being counted anew.{#else}{count} ways of arriving have another channel now; their days are being counted anew.{/if}")
    String ruleRemoved(Counted count);

    @Message("There are as many channels as there can be: merge some before you add another.")
    String channelsFull();

    @Message("There are as many rules as there can be: remove one before you add another.")
    String rulesFull();
}
