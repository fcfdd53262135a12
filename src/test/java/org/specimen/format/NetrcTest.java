package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.specimen.format.Netrc.Entry;

class NetrcTest {

    private static final String FILE = """
            # my logins
            machine pypi.example.org
              login me
              password "with space and \\" quote"
            machine mirror.example.org login you account lab password pass#word

            macdef init
            machine evil.example.org login no password no
            cd /pub

            default login anonymous password user@site
            """;

    @Test
    void findsTheLoginOfAHost() {
        Netrc netrc = Netrc.parse(FILE);

        assertThat(netrc.find("PyPI.example.org", false))
                .contains(new Entry("pypi.example.org", "me", "with space and \" quote"));
        assertThat(netrc.find("mirror.example.org", false))
                .contains(new Entry("mirror.example.org", "you", "pass#word"));
    }

    @Test
    void aMacroIsNoLogin() {
        assertThat(Netrc.parse(FILE).find("evil.example.org", false)).isEmpty();
    }

    @Test
    void everyOtherHostHasTheDefaultIfThatWillDo() {
        assertThat(Netrc.parse(FILE).find("other.example.org", true)).contains(new Entry("", "anonymous", "user@site"));
        assertThat(Netrc.parse(FILE).find("other.example.org", false)).isEmpty();
    }

    @Test
    void aFileThatBreaksOffIsReadAsFarAsItGoes() {
        assertThat(Netrc.parse("machine a.example.org login me password").find("a.example.org", false))
                .contains(new Entry("a.example.org", "me", ""));
        assertThat(Netrc.parse("machine")).isNotNull();
    }

    @Test
    void anEntryDoesNotShowItsPassword() {
        assertThat(Netrc.parse(FILE).find("mirror.example.org", false).toString())
                .doesNotContain("pass#word");
    }
}
