package org.evenkeel.http;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("architecture")
class ArchitectureTest {

    @Test
    void driver_seesOfEvenkeelOnlyTheRunnersEndOfThePipe() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.evenkeel.http");

        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.evenkeel..")
                        .and(not(resideInAnyPackage(
                                "org.evenkeel.http..",
                                "org.evenkeel.suite.load.run.worker..",
                                "org.evenkeel.workload.."))))
                .because("the command puts these, and no more, behind the driver's jar")
                .check(classes);
    }
}
