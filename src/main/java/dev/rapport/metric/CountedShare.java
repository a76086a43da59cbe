package dev.rapport.metric;

/** Counts a part of a whole that is no metric of its own. */
public record CountedShare(long part, long whole) {
    /** In per cent, with Wilson's interval; no data of nothing. */
    public Figure figure() {
        return Figures.share(part, whole);
    }

    /** Whether it is surely more than another share: its interval lies above. */
    public boolean isClearlyAbove(CountedShare other) {
        return whole >= Figure.FEW
                && figure().interval().isPresent()
                && figure().interval().get().low() > other.percent();
    }

    public boolean isClearlyBelow(CountedShare other) {
        return whole >= Figure.FEW
                && figure().interval().isPresent()
                && figure().interval().get().high() < other.percent();
    }

    private double percent() {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
