package dev.rapport.dashboard;

import dev.rapport.slice.SliceOption;

/** Names the options that single metrics understand, and their values, for people. */
public final class OptionText {
    private OptionText() {}

    static String name(SliceOption option, OptionMessages words) {
        return switch (option) {
            case UNIT -> words.optionUnit();
            case STAT -> words.optionStat();
            case WAITING -> words.optionWaiting();
            case DATED -> words.optionDated();
            case WITHOUT_SINGLE -> words.optionWithoutSingle();
            case BASE -> words.optionBase();
            case ACTIVE -> words.optionActive();
            case RATE -> words.optionRate();
            case PER -> words.optionPer();
            case BAND -> words.optionBand();
            case NET -> words.optionNet();
            case ACTIVITY -> words.activity();
            case GOAL -> words.goal();
            case SURVEY -> words.survey();
            case CONTACT -> words.optionContact();
            case ALIGN -> words.optionAlign();
            default -> {
                if (!option.isPart()) {
                    throw new IllegalStateException("No text of " + option);
                }
                yield option.key();
            }
        };
    }

    public static String value(SliceOption option, String value, OptionMessages words) {
        return switch (option.key() + "=" + value) {
            case "align=date" -> words.alignDate();
            case "align=weekday" -> words.alignWeekday();
            case "contact=with" -> words.contactWith();
            case "contact=without" -> words.contactWithout();
            case "contact=difference" -> words.contactDifference();
            case "unit=people" -> words.unitPeople();
            case "unit=sessions" -> words.unitSessions();
            case "stat=median" -> words.statMedian();
            case "stat=p90" -> words.statP90();
            case "stat=mean" -> words.statMean();
            case "waiting=counted" -> words.waitingCounted();
            case "waiting=left-out" -> words.waitingLeftOut();
            case "dated=known" -> words.datedKnown();
            case "dated=unknown" -> words.datedUnknown();
            case "without-single=false" -> words.singleCounted();
            case "without-single=true" -> words.singleLeftOut();
            case "active=dau" -> words.activeOfTheDay();
            case "active=mau" -> words.activeOfMonth();
            case "base=start" -> words.baseStart();
            case "base=all" -> words.baseAll();
            case "rate=clicks" -> words.rateClicks();
            case "rate=conversions" -> words.rateConversions();
            case "per=impressions" -> words.perImpressions();
            case "per=followers" -> words.perFollowers();
            case "band=at-risk" -> words.bandAtRisk();
            case "band=watch" -> words.bandWatch();
            case "band=healthy" -> words.bandHealthy();
            case "net=gross" -> words.netGross();
            case "net=support" -> words.netSupport();
            default -> value;
        };
    }
}
