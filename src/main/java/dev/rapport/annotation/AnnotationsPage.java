package dev.rapport.annotation;

import dev.rapport.channel.Channel;
import dev.rapport.web.Choice;
import dev.rapport.web.Form;
import dev.rapport.words.DateFormats;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds what has been noted on the time line, and the form for more. */
public record AnnotationsPage(List<Row> rows, Editor editor) {
    public record Row(int id, String kind, String title, String days, String channel, String createdBy) {
        public String kindKey() {
            return "kind_" + kind;
        }
    }

    public record Editor(Form<AnnotationForm> form, List<Choice> channels) {
        static Editor of(Form<AnnotationForm> form) {
            return new Editor(form, Channel.choices());
        }
    }

    static AnnotationsPage of(List<Annotation> annotations, Form<AnnotationForm> form, DateFormats dates) {
        Map<Short, String> channels =
                Channel.inOrder().stream().collect(Collectors.toMap(channel -> channel.id, channel -> channel.name));
        return new AnnotationsPage(
                annotations.stream()
                        .map(each -> new Row(
                                each.id,
                                each.kind,
                                each.title,
                                dates.period(each.firstDay, each.lastDay),
                                each.channelId == null ? "" : channels.getOrDefault(each.channelId, ""),
                                each.createdBy))
                        .toList(),
                Editor.of(form));
    }
}
