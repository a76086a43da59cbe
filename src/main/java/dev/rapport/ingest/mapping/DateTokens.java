package dev.rapport.ingest.mapping;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Splits a written date into numbers, words and signs, and goes along them. */
final class DateTokens {
    record Token(TokenKind kind, String text, int from) {
        boolean is(char sign) {
            return kind == TokenKind.SIGN && text.charAt(0) == sign;
        }
    }

    enum TokenKind {
        NUMBER,
        WORD,
        SIGN
    }

    private final String text;
    private final List<Token> tokens;
    private int at;

    DateTokens(String text) {
        this.text = text;
        this.tokens = tokens(text);
    }

    /** Blanks, digits and signs of all kinds as those of ASCII; what only steers the direction of writing is dropped. */
    static String plain(String raw) {
        boolean ascii = true;
        for (int i = 0; i < raw.length() && ascii; i++) {
            ascii = raw.charAt(i) < 127;
        }
        if (ascii) {
            return raw.strip();
        }
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(raw, Normalizer.Form.NFKC).codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
            } else if (Character.isSpaceChar(c)) {
                plain.append(' ');
            } else if (Character.getType(c) == Character.DASH_PUNCTUATION || c == 0x2212) {
                plain.append('-');
            } else if (c == 0x060c) {
                plain.append(',');
            } else if (Character.getType(c) != Character.FORMAT) {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString().strip();
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>(16);
        int i = 0;
        while (i < text.length()) {
            int from = i;
            TokenKind kind = kind(text.charAt(i++));
            while (kind != TokenKind.SIGN
                    && i < text.length()
                    && kind(text.charAt(i)) == kind
                    && !standsAlone(text.charAt(i - 1))) {
                i++;
            }
            if (text.charAt(from) != ' ') {
                tokens.add(new Token(kind, text.substring(from, i), from));
            }
        }
        return tokens;
    }

    private static TokenKind kind(char c) {
        if (c >= '0' && c <= '9') {
            return TokenKind.NUMBER;
        }
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK
                ? TokenKind.WORD
                : TokenKind.SIGN;
    }

    /** Year, month and day in Chinese, Japanese and Korean: what follows is another word. */
    private static boolean standsAlone(char c) {
        return "\u5e74\u6708\u65e5\ub144\uc6d4\uc77c".indexOf(c) >= 0;
    }

    int size() {
        return tokens.size();
    }

    int at() {
        return at;
    }

    void goTo(int position) {
        at = position;
    }

    boolean isMore() {
        return at < tokens.size();
    }

    /** The one that is next. */
    Token token() {
        return tokens.get(at);
    }

    Token get(int position) {
        return tokens.get(position);
    }

    Token take() {
        return tokens.get(at++);
    }

    /** Those behind the next one. */
    List<Token> rest() {
        return tokens.subList(at + 1, tokens.size());
    }

    /** Whether blanks stand around the one that is next. */
    boolean isApart() {
        int from = tokens.get(at).from();
        return text.charAt(from - 1) == ' ' && from + 1 < text.length() && text.charAt(from + 1) == ' ';
    }

    boolean looksLikeTime() {
        int i = at < tokens.size() && tokens.get(at).is(',') ? at + 1 : at;
        return i + 2 < tokens.size()
                && tokens.get(i).kind() == TokenKind.NUMBER
                && tokens.get(i + 1).is(':')
                && tokens.get(i + 2).kind() == TokenKind.NUMBER;
    }

    /** Goes past one of the signs when a number follows it. */
    boolean isAhead(String signs) {
        boolean ahead = at + 1 < tokens.size() && tokens.get(at + 1).kind() == TokenKind.NUMBER;
        return ahead && skipOne(signs);
    }

    /** Goes past one of the signs. */
    boolean skipOne(String signs) {
        boolean there = at < tokens.size()
                && tokens.get(at).text().length() == 1
                && signs.indexOf(tokens.get(at).text().charAt(0)) >= 0;
        at += there ? 1 : 0;
        return there;
    }

    /** The text from one to before another. */
    String between(int from, int to) {
        if (from >= to) {
            return "";
        }
        Token last = tokens.get(to - 1);
        return text.substring(tokens.get(from).from(), last.from() + last.text().length());
    }
}
