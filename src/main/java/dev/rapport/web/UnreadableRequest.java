package dev.rapport.web;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a request that cannot be read from a defect in the program: a character set that is none, a form without its end,
 * "%zz" in a field. The framework's readers throw whatever they come upon, so it goes by where that was thrown: in one of
 * them, before there was an endpoint of ours to be at fault.
 */
enum UnreadableRequest {
    /** What is said to be sent is nothing that there is. */
    TYPE(415),
    /** What is sent is not written as it is said to be, or not to its end. */
    BODY(400),
    /** A text holds a character that is none, where no form has refused it by name. */
    TEXT(400);

    private static final String FRAMEWORK = "org.jboss.resteasy.reactive.";
    private static final String OURS = "dev.rapport.";
    private static final String HANDLERS = FRAMEWORK + "server.handlers.";

    /** Handlers of the framework that choose an endpoint, and read what it takes; the others call it, and write. */
    private static final Set<String> READERS = Set.of(
            "ClassRoutingHandler",
            "MediaTypeMapper",
            "FormBodyHandler",
            "InputHandler",
            "ParameterHandler",
            "RequestDeserializeHandler");

    /** They work on a thread of their own, too, where no handler is beneath them. */
    private static final String PARSERS = FRAMEWORK + "server.core.multipart.";

    private final int status;

    UnreadableRequest(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    String sentence(ErrorMessages say) {
        return switch (this) {
            case TYPE -> say.unknownType();
            case BODY -> say.unreadableBody();
            case TEXT -> say.unstorableText();
        };
    }

    static Optional<UnreadableRequest> behind(@Nullable Throwable failure) {
        if (SqlState.causes(failure).anyMatch(UnreadableRequest::isBrokenOff)) {
            return Optional.of(BODY);
        }
        if (UnstorableText.isBehind(failure)) {
            return Optional.of(TEXT);
        }
        if (failure == null || !isOfReader(failure) || SqlState.causes(failure).anyMatch(UnreadableRequest::isOfDisk)) {
            return Optional.empty();
        }
        return Optional.of(SqlState.causes(failure).anyMatch(UnreadableRequest::isOfType) ? TYPE : BODY);
    }

    /** Whoever reads it, an endpoint of ours included: no more of the body comes. */
    private static boolean isBrokenOff(Throwable cause) {
        return cause instanceof IOException && thrower(cause).endsWith(".VertxInputStream");
    }

    /** Files of a form are kept while it is read; that there is no room for them is nobody's mistake who sends them. */
    private static boolean isOfDisk(Throwable cause) {
        return cause instanceof IOException
                && !(cause instanceof UnsupportedEncodingException)
                && !thrower(cause).startsWith(FRAMEWORK);
    }

    private static boolean isOfReader(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith(OURS) || name.startsWith(HANDLERS) || name.startsWith(PARSERS))
                .findFirst()
                .filter(name -> name.startsWith(PARSERS)
                        || name.startsWith(HANDLERS) && READERS.contains(name.substring(HANDLERS.length())))
                .isPresent();
    }

    private static boolean isOfType(Throwable cause) {
        return cause instanceof UnsupportedCharsetException
                || cause instanceof IllegalCharsetNameException
                || cause instanceof UnsupportedEncodingException
                || Stream.of(cause.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().endsWith(".MediaTypeHeaderDelegate"));
    }

    private static String thrower(Throwable cause) {
        return Stream.of(cause.getStackTrace())
                .findFirst()
                .map(StackTraceElement::getClassName)
                .orElse("");
    }
}
