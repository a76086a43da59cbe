package dev.rapport.bench.question;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One question.
 *
 * @param page address of the page that answers it to people, with the comparison it has by default
 * @param csv address that answers it to programs, with just what the peers are asked
 * @param keys columns of the CSV that tell its rows apart
 * @param values columns of the CSV that are numbers; the peers' selects have keys and values in this order
 * @param sql what the peers are asked
 */
public record Question(
        String key,
        String title,
        String page,
        Optional<String> csv,
        List<String> keys,
        List<String> values,
        Optional<Function<SqlDialect, String>> sql) {}
