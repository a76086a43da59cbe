package dev.rapport.query;

import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * Who was active within any {@code width} days in a row, in a constant number of unions per day: days are cut into blocks of
 * that width, with the union from each day to the end of its block and from the start of the block to each day; any window
 * is a tail of one block and a head of the next (van Herk 1992).
 */
final class TrailingDays {
    private final int width;
    private final List<MutableRoaringBitmap> toBlockEnd = new ArrayList<>();
    private final List<MutableRoaringBitmap> fromBlockStart = new ArrayList<>();

    TrailingDays(List<MutableRoaringBitmap> days, int width) {
        this.width = width;
        for (int i = 0; i < days.size(); i++) {
            fromBlockStart.add(
                    i % width == 0 ? days.get(i) : MutableRoaringBitmap.or(fromBlockStart.get(i - 1), days.get(i)));
            toBlockEnd.add(days.get(i));
        }
        for (int i = days.size() - 2; i >= 0; i--) {
            if ((i + 1) % width != 0) {
                toBlockEnd.set(i, MutableRoaringBitmap.or(days.get(i), toBlockEnd.get(i + 1)));
            }
        }
    }

    /** How many people in the {@code width} days that end with this one; the first days have fewer before them. */
    long upTo(int day) {
        int first = day - width + 1;
        return first <= 0 || first % width == 0
                ? fromBlockStart.get(day).getLongCardinality()
                : MutableRoaringBitmap.orCardinality(toBlockEnd.get(first), fromBlockStart.get(day));
    }
}
