package dev.rapport.query;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.rapport.cube.read.ReadTransactions;
import java.lang.reflect.Constructor;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What every room brings, without the container: whoever adds a reader or a source of facts need not name it in a test. */
public final class Rooms {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.rapport");

    private Rooms() {}

    public static <T> List<T> all(Class<T> type, DataSource source) {
        return CLASSES.stream()
                .filter(each -> each.isAssignableTo(type) && !each.isInterface())
                .filter(each -> !each.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::reflect)
                .map(each -> type.cast(make(each, source)))
                .toList();
    }

    /** A room's own part knows nothing that others have read. */
    private static Object given(Class<?> parameter, DataSource source) {
        if (parameter == ReadTransactions.class) {
            return new ReadTransactions(source, Duration.ofMinutes(1));
        }
        if (parameter == Clock.class) {
            return Clock.systemUTC();
        }
        return parameter == DataSource.class ? source : make(parameter, source);
    }

    private static Object make(Class<?> type, DataSource source) {
        Constructor<?> fewest = Stream.of(type.getDeclaredConstructors())
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow();
        fewest.setAccessible(true);
        Object[] given = Stream.of(fewest.getParameterTypes())
                .map(parameter -> given(parameter, source))
                .toArray();
        try {
            return fewest.newInstance(given);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }
}
