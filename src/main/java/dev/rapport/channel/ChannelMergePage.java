package dev.rapport.channel;

import dev.rapport.web.Choice;
import java.util.List;

/**
 * Holds the page of a channel to be merged or removed.
 *
 * @param needed figures go by its name: it stays
 * @param uses what speaks of it
 * @param problem why what was asked for was not done, in words; empty when nothing is wrong
 */
public record ChannelMergePage(
        int id, String name, boolean needed, List<Use> uses, List<Choice> others, String problem) {
    public record Use(String kind, long count, boolean ofFacts) {}

    public String action() {
        return "/settings/channel-merges/" + id;
    }
}
