package org.evenkeel.suite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.FixturePaths;
import org.evenkeel.workload.HotPaths;
import org.evenkeel.workload.PathSpec;
import org.junit.jupiter.api.Test;

class PathSelectionTest {

    private final HotPaths available = HotPaths.on(FixturePaths.class.getClassLoader());

    @Test
    void select_nothingAskedFor_givesAllButCalibrationPaths() {
        assertThat(PathSelection.select(available, List.of())).containsExactly(new PlannedPath(PathSpec.parse("tiny")));
    }

    @Test
    void select_calibrationPathByName_givesIt() {
        assertThat(specs("faulty")).containsExactly("faulty");
    }

    @Test
    void select_valueThatIsTheDefault_hasTheNameOfThePlainPath() {
        assertThat(specs("tiny?size=1")).containsExactly("tiny");
        assertThat(specs("tiny?size=2")).containsExactly("tiny?size=2");
    }

    @Test
    void select_fault_isNotPartOfTheName() {
        PlannedPath path = PathSelection.select(available, List.of("faulty?broken=true&size=3"))
                .get(0);

        assertThat(path.spec()).hasToString("faulty?size=3");
        assertThat(path.faults()).containsExactly(Map.entry("broken", "true"));
        assertThat(path.withFaults()).hasToString("faulty?broken=true&size=3");
        assertThat(path.writtenFaults()).isEqualTo("broken=true");
    }

    @Test
    void select_onePathTwice_isRefused() {
        assertThatThrownBy(() -> PathSelection.select(available, List.of("faulty", "faulty?broken=true")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("faulty is asked for twice");
    }

    @Test
    void select_valueThatIsNotAllowed_saysWhichAre() {
        assertThatThrownBy(() -> PathSelection.select(available, List.of("tiny?size=many")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("size takes 1 to 9, found \"many\"");
    }

    private List<String> specs(String asked) {
        return PathSelection.select(available, List.of(asked)).stream()
                .map(path -> path.spec().toString())
                .toList();
    }
}
