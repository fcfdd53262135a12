package org.specimen.conda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VirtualPackagesTest {

    @Test
    void haveDefaultsForEachPlatform() {
        assertThat(assumed(Platform.LINUX_64, Map.of()))
                .containsExactly("__unix=0=0", "__linux=5.10=0", "__glibc=2.28=0", "__archspec=1=x86_64");
        assertThat(assumed(Platform.OSX_ARM64, Map.of()))
                .containsExactly("__unix=0=0", "__osx=13.0=0", "__archspec=1=m1");
        assertThat(assumed(Platform.WIN_64, Map.of())).containsExactly("__win=0=0", "__archspec=1=x86_64");
    }

    @Test
    void followTheVariablesOfConda() {
        Map<String, String> environment = Map.of(
                "CONDA_OVERRIDE_CUDA", "12.4",
                "CONDA_OVERRIDE_GLIBC", "2.17",
                "CONDA_OVERRIDE_ARCHSPEC", "x86_64_v3",
                "CONDA_OVERRIDE_OSX", "11.0");

        assertThat(assumed(Platform.LINUX_64, environment))
                .contains("__cuda=12.4=0", "__glibc=2.17=0", "__archspec=1=x86_64_v3")
                .noneMatch(name -> name.startsWith("__osx"));
        assertThat(assumed(Platform.OSX_64, environment))
                .contains("__osx=11.0=0")
                .noneMatch(name -> name.startsWith("__cuda") || name.startsWith("__glibc"));
    }

    @Test
    void areAbsentWhereTheVariableIsEmpty() {
        assertThat(assumed(Platform.LINUX_64, Map.of("CONDA_OVERRIDE_GLIBC", "", "CONDA_OVERRIDE_ARCHSPEC", " ")))
                .containsExactly("__unix=0=0", "__linux=5.10=0");
    }

    @Test
    void refuseWhatIsNoVersion() {
        assertThatThrownBy(() -> assumed(Platform.LINUX_64, Map.of("CONDA_OVERRIDE_CUDA", "new est")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CONDA_OVERRIDE_CUDA")
                .hasMessageContaining("new est");
    }

    private static List<String> assumed(Platform platform, Map<String, String> environment) {
        return VirtualPackages.assumed(platform, environment).stream()
                .map(VirtualPackage::toString)
                .toList();
    }
}
