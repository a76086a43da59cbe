package dev.rapport.voice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Says which scores count as which class of a survey's kind. People write ranges, {@code 1-3, 5}, one text a class; a survey keeps
 * the class of each score.
 *
 * @param byScore the class of each score of the scale, the lowest first
 */
public record ScoreClasses(Map<Integer, String> byScore) {
    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,4})(?:\\s*[-–—]\\s*(-?\\d{1,4}))?");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;]\\s*");

    /** Either the classes or why there are none. */
    public record Result(ScoreClasses classes, Optional<AnswerFault> fault) {
        private static Result bad(AnswerFault.Kind kind, Object what) {
            return new Result(new ScoreClasses(Map.of()), Optional.of(new AnswerFault(kind, String.valueOf(what))));
        }
    }

    /** The classes of a kind, the best first; none where scores count as they are. */
    public static List<String> of(String kind) {
        return switch (kind) {
            case "nps" -> List.of("promoter", "passive", "detractor");
            case "csat" -> List.of("good", "bad");
            default -> List.of();
        };
    }

    /** @param ranges by the class; nobody needs to be passive, as where people were asked for good or bad */
    public static Result read(String kind, int least, int most, Map<String, String> ranges) {
        Map<Integer, String> byScore = new TreeMap<>();
        for (var one : ranges.entrySet()) {
            if (!of(kind).contains(one.getKey())) {
                return Result.bad(AnswerFault.Kind.UNKNOWN_CLASS, AnswerWords.cut(one.getKey()));
            }
        }
        for (String name : of(kind)) {
            String written = ranges.getOrDefault(name, "").strip();
            if (written.isEmpty() && !name.equals("passive")) {
                return Result.bad(AnswerFault.Kind.EMPTY_CLASS, name);
            }
            Optional<AnswerFault> fault =
                    written.isEmpty() ? Optional.empty() : add(byScore, name, written, least, most);
            if (fault.isPresent()) {
                return new Result(new ScoreClasses(Map.of()), fault);
            }
        }
        for (int score = least; score <= most && !of(kind).isEmpty(); score++) {
            if (!byScore.containsKey(score)) {
                return Result.bad(AnswerFault.Kind.GAP, score);
            }
        }
        return new Result(new ScoreClasses(byScore), Optional.empty());
    }

    private static Optional<AnswerFault> add(
            Map<Integer, String> byScore, String name, String written, int least, int most) {
        for (String part : BETWEEN.split(written)) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                return Result.bad(AnswerFault.Kind.UNREADABLE, AnswerWords.cut(part))
                        .fault();
            }
            int from = Integer.parseInt(range.group(1));
            int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
            if (from > to) {
                return Result.bad(AnswerFault.Kind.UNREADABLE, AnswerWords.cut(part))
                        .fault();
            }
            if (from < least || to > most) {
                return Result.bad(AnswerFault.Kind.OUTSIDE_SCALE, part).fault();
            }
            for (int score = from; score <= to; score++) {
                if (byScore.put(score, name) != null) {
                    return Result.bad(AnswerFault.Kind.OVERLAP, score).fault();
                }
            }
        }
        return Optional.empty();
    }

    /** What counts where a survey says nothing: said once, in SQL. */
    public static ScoreClasses standard(Handle handle, String kind, int least, int most, boolean lowerIsBetter) {
        Map<Integer, String> byScore = new TreeMap<>();
        if (!of(kind).isEmpty()) {
            handle.select(
                            "select score, standard_score_class(?, ?, ?, ?, score) from generate_series(?::int, ?::int) as score",
                            kind,
                            least,
                            most,
                            lowerIsBetter,
                            least,
                            most)
                    .map((row, context) -> Map.entry(row.getInt(1), row.getString(2)))
                    .forEach(one -> byScore.put(one.getKey(), one.getValue()));
        }
        return new ScoreClasses(byScore);
    }

    /** As a survey keeps them. */
    public static ScoreClasses kept(Map<String, String> classes) {
        Map<Integer, String> byScore = new TreeMap<>();
        classes.forEach((score, name) -> byScore.put(Integer.valueOf(score), name));
        return new ScoreClasses(byScore);
    }

    /** To be kept by a survey. */
    public Map<String, String> toKeep() {
        Map<String, String> kept = new LinkedHashMap<>();
        byScore.forEach((score, name) -> kept.put(String.valueOf(score), name));
        return kept;
    }

    /** What people write: the ranges of each class of the kind. */
    public Map<String, String> ranges(String kind) {
        Map<String, String> ranges = new LinkedHashMap<>();
        of(kind).forEach(name -> ranges.put(name, range(name)));
        return ranges;
    }

    private String range(String name) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        Integer before = null;
        for (var one : byScore.entrySet()) {
            int score = one.getKey();
            boolean is = one.getValue().equals(name);
            boolean goesOn = before != null && score == before + 1;
            if (before != null && !(is && goesOn)) {
                text.append(between(text)).append(written(from, before));
            }
            from = is && !goesOn ? score : from;
            before = is ? Integer.valueOf(score) : null;
        }
        return before == null
                ? text.toString()
                : text.append(between(text)).append(written(from, before)).toString();
    }

    private static String between(StringBuilder text) {
        return text.isEmpty() ? "" : ", ";
    }

    private static String written(int from, int to) {
        return from == to ? String.valueOf(from) : from + "-" + to;
    }

    /** All in one line, as a mapping of columns keeps it: {@code promoter: 5; passive: 4; detractor: 1-3}. */
    public static String line(Map<String, String> ranges) {
        return ranges.entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue().replace(';', ','))
                .collect(Collectors.joining("; "));
    }

    /** The ranges of a line, by the class; what has no colon stays whole, as the name of a class that nobody knows. */
    public static Map<String, String> parts(String line) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : line.split(";")) {
            int colon = part.indexOf(':');
            String name = (colon < 0 ? part : part.substring(0, colon)).strip();
            if (!part.isBlank()) {
                parts.merge(
                        name, colon < 0 ? "" : part.substring(colon + 1).strip(), (one, other) -> one + ", " + other);
            }
        }
        return parts;
    }

    public Optional<String> of(int score) {
        return Optional.ofNullable(byScore.get(score));
    }
}
