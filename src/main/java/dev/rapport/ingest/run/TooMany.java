package dev.rapport.ingest.run;

import dev.rapport.channel.ChannelNames;
import dev.rapport.channel.TooManyChannelsException;
import dev.rapport.segment.SegmentValue;
import dev.rapport.segment.TooManyValuesException;
import java.util.Optional;

/**
 * Keeps with a refused import how many channels or segments its file would have made, for words in the reader's language.
 *
 * @param trait of the segments; empty for channels
 */
public record TooMany(String found, String most, String trait) {
    private static final String GAP = "\u001f";

    static String channels(TooManyChannelsException e) {
        return e.channels() + GAP + ChannelNames.MOST_CHANNELS + GAP;
    }

    static String values(TooManyValuesException e) {
        return e.values() + GAP + SegmentValue.MOST + GAP + e.trait();
    }

    /** Empty of what was kept before as a sentence. */
    public static Optional<TooMany> of(String kept) {
        String[] parts = kept.split(GAP, 3);
        return parts.length < 3 ? Optional.empty() : Optional.of(new TooMany(parts[0], parts[1], parts[2]));
    }
}
