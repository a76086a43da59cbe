package dev.rapport.voice;

import dev.rapport.query.RowQuery;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
import dev.rapport.slice.SliceFault;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Narrows the comments by what stands in them, and by how good the score was that came with them.
 *
 * @param search words that all must stand in it, each as the beginning of one
 * @param tone good, middle, bad or none
 */
public record CommentFilter(Optional<String> search, Optional<String> tone) {
    public static final List<String> TONES = List.of("good", "middle", "bad", "none");
    static final CommentFilter ALL = new CommentFilter(Optional.empty(), Optional.empty());

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 12;

    /** Written without spaces, so that PostgreSQL finds no words in them. */
    private static final Set<UnicodeScript> UNSPACED = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** @throws BadSliceException for a search that is too long, or a class of score that there is not */
    public static CommentFilter read(Map<String, List<String>> parameters) {
        Optional<String> search = OwnParameters.single(parameters, "q");
        if (search.filter(text -> text.length() > LONGEST || text.indexOf('\0') >= 0)
                .isPresent()) {
            throw new BadSliceException("q", SliceFault.NOT_SEARCHABLE);
        }
        Optional<String> tone = OwnParameters.single(parameters, "tone");
        if (tone.filter(named -> !TONES.contains(named)).isPresent()) {
            throw new BadSliceException("tone", SliceFault.NO_SUCH_VALUE);
        }
        return new CommentFilter(search, tone);
    }

    void add(RowQuery.Builder query) {
        search.ifPresent(text -> search(query, text));
        tone.ifPresent(named -> query.add("and %s = ?".formatted(GOODNESS), named));
    }

    /**
     * Of a scored answer what it counts as; where that is not said, the quarter of the scale at either end. The joined
     * {@code answer} is missing where there is no score.
     */
    private static final String GOODNESS = """
            case when answer.id is null then 'none'
                 when answer.score_class in ('promoter', 'good') then 'good'
                 when answer.score_class = 'passive' then 'middle'
                 when answer.score_class is not null or answer.is_low then 'bad'
                 when 4 * abs(answer.score - case when survey.lower_is_better then survey.scale_min else survey.scale_max end)
                      <= survey.scale_max - survey.scale_min then 'good'
                 else 'middle' end""";

    /** By the index of words; letter by letter, without it, where there are no words to look up. */
    private static void search(RowQuery.Builder query, String text) {
        String words = words(text);
        if (words.isEmpty() || text.codePoints().anyMatch(CommentFilter::isUnspaced)) {
            query.add("and position(lower(?) in lower(fact.comment)) > 0", text);
        } else {
            query.add(
                    "and to_tsvector('simple', translate(fact.comment, '<>/@', '    ')) @@ to_tsquery('simple', ?)",
                    words);
        }
    }

    /** {@code 'refund':* & 'slow':*}: letters and digits alone, so that nothing of it can mean anything else. */
    static String words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}\\p{M}]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "'" + word + "':*")
                .collect(Collectors.joining(" & "));
    }

    private static boolean isUnspaced(int codePoint) {
        return UNSPACED.contains(UnicodeScript.of(codePoint));
    }
}
