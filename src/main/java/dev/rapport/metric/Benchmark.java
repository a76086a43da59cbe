package dev.rapport.metric;

import java.util.List;

/**
 * Bands on the scale of the value, in ascending order, without gaps.
 *
 * @param source short name of the source: "Nextiva"
 */
public record Benchmark(List<Band> bands, String source) {
    /** Half-open [from, to); use infinities at the ends. The label is a key in the message bundle: good, typical, poor ... */
    public record Band(String label, double from, double to) {}
}
