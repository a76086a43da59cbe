package dev.rapport.annotation;

import dev.rapport.channel.Channel;
import dev.rapport.words.DateFormats;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What has been noted on the time line, and the form for more. */
public record AnnotationsPage(List<Row> rows, Editor editor) {
    public record Row(int id, String kind, String title, String days, String channel, String createdBy) {
        public String kindKey() {
            return "kind_" + kind;
        }
    }

    public record Option(String key, String name, boolean chosen) {}

    /** A form as it stands, with what is wrong with it. */
    public record Editor(
            int id,
            String kind,
            boolean kindBad,
            String title,
            boolean titleBad,
            String first,
            String last,
            boolean daysBad,
            List<Option> channels,
            boolean channelBad) {
        static Editor empty() {
            return sent(0, AnnotationForm.empty(), false);
        }

        static Editor of(Annotation annotation) {
            return sent(annotation.id, AnnotationForm.of(annotation), false);
        }

        static Editor sent(int id, AnnotationForm form, boolean checked) {
            return new Editor(
                    id,
                    form.knownKind().key(),
                    checked && form.isKindBad(),
                    form.titleText(),
                    checked && form.isTitleBad(),
                    AnnotationForm.plain(form.first),
                    AnnotationForm.plain(form.last),
                    checked && form.areDaysBad(),
                    Channel.inOrder().stream()
                            .map(channel -> new Option(
                                    channel.key, channel.name, channel.key.equals(AnnotationForm.plain(form.channel))))
                            .toList(),
                    checked && form.isChannelBad());
        }

        public String action() {
            return id == 0 ? "/annotations" : "/annotations/" + id;
        }
    }

    static AnnotationsPage of(List<Annotation> annotations, Editor editor, DateFormats dates) {
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
                editor);
    }
}
