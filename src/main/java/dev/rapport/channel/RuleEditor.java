package dev.rapport.channel;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A rule's form as it stands, with what is wrong with it. */
public record RuleEditor(
        int id,
        List<Choice> channels,
        String mediums,
        String sources,
        String campaigns,
        String hosts,
        String clickIds,
        String referrer,
        Problems problems) {
    public record Choice(String key, String name, boolean chosen) {}

    public record Problems(boolean channel, boolean hosts, boolean clickIds, boolean empty, boolean tooMuch) {
        static final Problems NONE = new Problems(false, false, false, false, false);

        static Problems of(RuleForm form) {
            return new Problems(
                    form.channel().isEmpty(), form.isHostBad(), form.isClickIdBad(), form.isEmpty(), form.isTooMuch());
        }

        public boolean any() {
            return channel || hosts || clickIds || empty || tooMuch;
        }
    }

    static RuleEditor empty() {
        return of(0, new RuleForm(), Problems.NONE);
    }

    static RuleEditor of(int id, RuleForm form, Problems problems) {
        return new RuleEditor(
                id,
                Channel.inOrder().stream()
                        .map(channel -> new Choice(channel.key, channel.name, channel.key.equals(form.channel)))
                        .toList(),
                text(form.mediums),
                text(form.sources),
                text(form.campaigns),
                text(form.hosts),
                text(form.clickIds),
                form.referrer(),
                problems);
    }

    public String action() {
        return id == 0 ? "/settings/channel-rules" : "/settings/channel-rules/" + id;
    }

    public String knownClickIds() {
        return String.join(", ", new TreeSet<>(Arrival.CLICK_IDS));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
