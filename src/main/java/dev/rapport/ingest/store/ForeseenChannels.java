package dev.rapport.ingest.store;

import dev.rapport.channel.NewChannel;
import java.util.List;

/**
 * Lists the channels that the rows of an import would make.
 *
 * @param made those with most rows first
 * @param known names of the channels that there are; empty when none would be made
 */
public record ForeseenChannels(List<NewChannel> made, List<String> known) {
    static final ForeseenChannels NONE = new ForeseenChannels(List.of(), List.of());
}
