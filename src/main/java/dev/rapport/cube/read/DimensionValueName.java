package dev.rapport.cube.read;

import dev.rapport.channel.KnownNames;
import dev.rapport.slice.Dimension;
import dev.rapport.web.PagePath;

/**
 * Finds the dimension value that a query is narrowed to as the facts spell it; any spelling of its letters may be asked
 * for.
 */
public final class DimensionValueName {
    private static final String NAME = "coalesce((select name from known_name where kind = ? and key = ?), ?)";

    private static final String PAGE = "coalesce((select shown from page where path = ?),"
            + " (select min(shown) from page where with_slash = ?), ?)";

    private DimensionValueName() {}

    /** SQL of a text, with the values of {@link #values} bound. */
    public static String sql(Dimension dimension) {
        return isPage(dimension) ? PAGE : NAME;
    }

    public static Object[] values(Dimension dimension, String asked) {
        if (isPage(dimension)) {
            String spelling = PagePath.of(asked, true);
            return new Object[] {asked, spelling, spelling};
        }
        return new Object[] {dimension.key(), KnownNames.key(dimension, asked), asked};
    }

    private static boolean isPage(Dimension dimension) {
        return dimension == Dimension.PAGE || dimension == Dimension.LANDING_PAGE;
    }
}
