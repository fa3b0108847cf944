package org.evenkeel.kernel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("architecture")
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.evenkeel.kernel");

    @Test
    void kernel_knowsNothingElseOfOurs() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.evenkeel..").and(not(resideInAPackage("org.evenkeel.kernel.."))))
                .check(CLASSES);
    }
}
