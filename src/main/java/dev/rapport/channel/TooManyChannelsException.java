package dev.rapport.channel;

/** Signals that a file names more channels than there can be: another column than the channel's was mapped. */
public class TooManyChannelsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int channels;

    TooManyChannelsException(int channels) {
        super("there would be " + channels + " channels; at most " + ChannelNames.MOST_CHANNELS
                + " make sense, so this column is probably not the channel");
        this.channels = channels;
    }

    public int channels() {
        return channels;
    }
}
