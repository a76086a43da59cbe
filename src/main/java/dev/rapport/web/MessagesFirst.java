package dev.rapport.web;

import io.quarkus.qute.i18n.MessageTemplateLocator;
import jakarta.inject.Singleton;

/**
 * Messages are looked for among the messages before they are looked for as files. Qute does it the other way round, and a
 * file that is in none of two hundred jars takes long not to be found: a twentieth of a start, while that
 * still parsed some hundred messages ({@link TemplatesWhenAsked}).
 */
@Singleton
class MessagesFirst extends MessageTemplateLocator {
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }
}
