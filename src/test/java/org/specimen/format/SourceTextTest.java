package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {

    @ParameterizedTest
    @CsvSource({
        "# -*- coding: latin-1 -*-, ISO-8859-1",
        "# vim: set fileencoding=cp1252 :, windows-1252",
        "#!/usr/bin/python, UTF-8",
        "# coding=koi8-r, KOI8-R",
        "# -*- coding: iso-latin-1-unix -*-, ISO-8859-1",
        "# -*- coding: utf_8 -*-, UTF-8",
    })
    void takesTheEncodingThatAPythonFileDeclares(String firstLine, String charset) {
        String text = firstLine + "\nname = 'я é'".replace(charset.equals("KOI8-R") ? "é" : "я", "");

        assertThat(SourceText.decodePython(text.getBytes(Charset.forName(charset))))
                .isEqualTo(text);
    }

    @Test
    void looksForTheDeclarationInTheSecondLineOnlyBehindAComment() {
        byte[] behindCode = "import os\n# coding: latin-1\n'é'".getBytes(StandardCharsets.UTF_8);

        assertThat(SourceText.decodePython(behindCode)).endsWith("'é'");
    }

    @Test
    void readsWhatPowerShellWrites() {
        byte[] utf16 = "\uFEFFnumpy==1.26.4\r\n".getBytes(StandardCharsets.UTF_16LE);

        assertThat(SourceText.decode(utf16)).isEqualTo("numpy==1.26.4\r\n");
    }

    @Test
    void refusesNothing() {
        assertThat(SourceText.decode(new byte[] {'a', (byte) 0xE9, 'b'})).isEqualTo("aéb");
        assertThat(SourceText.decodePython("# coding: no-such-thing\nx".getBytes(StandardCharsets.UTF_8)))
                .endsWith("x");
        assertThat(SourceText.decode(new byte[0])).isEmpty();
    }
}
