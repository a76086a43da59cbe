package dev.rapport.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Refuses misspelt parameter names: those that are none of a slice's and are evidently meant to be one. */
final class ParameterNames {
    private static final int LONG_ENOUGH_TO_RECOGNISE = 6;

    private static final List<String> OURS = ours();

    private ParameterNames() {}

    private static List<String> ours() {
        List<String> names = new ArrayList<>(List.of("channel", "segment", "period", "compare", "grain", "zone"));
        names.addAll(List.of("from", "to"));
        for (SliceOption option : SliceOption.values()) {
            names.add(option.key());
        }
        return List.copyOf(names);
    }

    static void refuseMisspelt(Set<String> given) {
        for (String name : given) {
            if (!OURS.contains(name)) {
                OURS.stream().filter(own -> resembles(name, own)).findFirst().ifPresent(own -> {
                    throw new BadSliceException(name.length() > 40 ? own : name, SliceFault.MISSPELT, own);
                });
            }
        }
    }

    /** Other case, a plural, brackets, or (long names only, short ones are too near to others) one letter wrong. */
    private static boolean resembles(String name, String own) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace("[]", "");
        return plain.equals(own)
                || plain.equals(own + "s")
                || (own.length() >= LONG_ENOUGH_TO_RECOGNISE && oneEditApart(plain, own));
    }

    private static boolean oneEditApart(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Math.max(one.length(), other.length()) - start - end <= 1;
    }
}
