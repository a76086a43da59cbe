package dev.rapport.dashboard.guide;

import java.util.List;

/** Shows the common mistakes, each with what one's own data says of it. */
public record MistakesPage(String period, List<Mistake> mistakes) {
    /**
     * @param key of its texts
     * @param shown on one's own data, sentence by sentence; none where nothing of it is seen
     * @param url where to look; empty for nowhere
     */
    public record Mistake(String key, List<String> shown, String url) {}
}
