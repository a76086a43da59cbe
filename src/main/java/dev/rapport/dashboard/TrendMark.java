package dev.rapport.dashboard;

import dev.rapport.annotation.Annotations;
import dev.rapport.slice.Bucket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Marks on a trend something that happened.
 *
 * @param bucket index of the one in which it began, or of the first shown
 * @param kindKey of the kind's name in the bundle
 */
public record TrendMark(int bucket, String kind, String kindKey, String title, String days, String channel) {
    static List<TrendMark> of(List<Annotations.Note> notes, List<Bucket> buckets, PeriodText periods) {
        List<TrendMark> marks = new ArrayList<>();
        for (Annotations.Note note : notes) {
            marks.add(new TrendMark(
                    bucket(note.firstDay(), buckets),
                    note.kind(),
                    "kind_" + note.kind(),
                    note.title(),
                    periods.dates().period(note.firstDay(), note.lastDay()),
                    note.channel()));
        }
        return marks;
    }

    private static int bucket(LocalDate day, List<Bucket> buckets) {
        int found = 0;
        for (int i = 0; i < buckets.size(); i++) {
            // Of the hours of a day, the first.
            boolean begun = !buckets.get(i).days().from().isAfter(day);
            boolean sameDay = i > 0
                    && buckets.get(i)
                            .days()
                            .from()
                            .equals(buckets.get(i - 1).days().from());
            if (begun && !sameDay) {
                found = i;
            }
        }
        return found;
    }
}
