package dev.rapport.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.rapport.testsupport.FreshDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.cfg.Configuration;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.Test;

/** Holds every entity against the migrated database: tables, views, columns and their types. */
class EntityMappingTest {
    /** Says that there is a column which there is not. */
    @Entity
    @Table(name = "mention")
    static class Wrong {
        @Id
        Long id;

        @Column(name = "no_such_column")
        String text;
    }

    private static List<Class<?>> entities() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.rapport").stream()
                        .filter(each -> each.isAnnotatedWith(Entity.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    private static void validate(List<Class<?>> entities) {
        Configuration configuration = new Configuration();
        entities.forEach(configuration::addAnnotatedClass);
        configuration.getProperties().put("jakarta.persistence.nonJtaDataSource", FreshDatabase.create());
        configuration.setProperty("jakarta.persistence.validation.mode", "none");
        configuration.setProperty("hibernate.hbm2ddl.auto", "validate");
        configuration.buildSessionFactory().close();
    }

    @Test
    void everyEntityFitsItsTableOrView() {
        List<Class<?>> entities = entities();

        assertThat(entities)
                .extracting(Class::getSimpleName)
                .contains("Mention", "MentionLabel", "SurveyAnswer", "AnswerVersion", "Person", "FollowUp");
        validate(entities);
    }

    @Test
    void aColumnThatThereIsNotIsFound() {
        assertThatThrownBy(() -> validate(List.of(Wrong.class)))
                .isInstanceOf(SchemaManagementException.class)
                .hasMessageContaining("no_such_column");
    }
}
