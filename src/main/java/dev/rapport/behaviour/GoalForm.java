package dev.rapport.behaviour;

import dev.rapport.web.FormRules;
import dev.rapport.web.FormText;
import dev.rapport.web.ShortText;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.FormParam;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a goal as a form sends it.
 *
 * @param kind {@code event}, {@code page}, {@code campaign} or {@code channel}
 */
public record GoalForm(
        @FormParam("name") @ShortText(max = 200, message = "goals:nameBad")
        String name,

        @FormParam("kind") @Pattern(regexp = "(event|page|campaign|channel)?", message = "goals:kindBad")
        String kind,

        @FormParam("value") @ShortText(max = 200, message = "goals:valueBad")
        String value)
        implements FormRules {
    static final GoalForm BLANK = new GoalForm("", "event", "");

    public GoalForm {
        name = FormText.stripped(name);
        kind = FormText.stripped(kind);
        value = FormText.stripped(value);
    }

    static GoalForm of(Goal goal) {
        String kind = goal.eventName != null
                ? "event"
                : goal.pagePattern != null ? "page" : goal.campaignPattern != null ? "campaign" : "channel";
        return new GoalForm(
                goal.name,
                kind,
                Stream.of(goal.eventName, goal.pagePattern, goal.campaignPattern, goal.channelKey)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(""));
    }

    @Override
    public void check(Problems problems) {
        problems.addIf(isPage() && !PageSpelling.isPattern(value), "value", "goals:valueBad");
        problems.addIf(isPage() && PageSpelling.isEverything(value), "value", "goals:everyPage");
    }

    public boolean isPage() {
        return kind.equals("page");
    }

    public boolean isCampaign() {
        return kind.equals("campaign");
    }

    public boolean isChannel() {
        return kind.equals("channel");
    }

    @Nullable
    String eventName() {
        return isPage() || isCampaign() || isChannel() ? null : value;
    }

    @Nullable
    String pagePattern() {
        return isPage() ? PageSpelling.pattern(value) : null;
    }

    @Nullable
    String campaignPattern() {
        return isCampaign() ? value : null;
    }

    @Nullable
    String channelKey() {
        return isChannel() ? value : null;
    }
}
