package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.format.CodeDocument;
import org.specimen.format.Notebook;
import org.specimen.format.PythonTokens;
import org.specimen.format.RequirementsFile;

/**
 * Good files with seeded faults: bytes changed, cut out, doubled, and put elsewhere. {@code -Dspecimen.fuzz=1000000} makes
 * so many of each; {@code -Dspecimen.seed} begins elsewhere.
 */
class MutatedFilesTest {

    private static final int ROUNDS = Integer.getInteger("specimen.fuzz", 3_000);
    private static final long SEED = Long.getLong("specimen.seed", 4L);

    private static final String SCRIPT = """
            # -*- coding: utf-8 -*-
            import os, numpy as np
            from a.b import (c as d,  # why
                             e)
            try:
                import x
            except ImportError:
                x = None
            s = f"{np.sum([1, 2]):>{10}} {{no}} {'a' if 1 else "b"}" rb'\\x00' \"\"\"doc
            import nothing\"\"\"
            if True: \\
                __import__("y"); importlib.import_module('z')
            %matplotlib inline
            !pip install -q "numpy>=1.2" \\
              pandas
            files = !ls
            """;

    private static final String NOTEBOOK = """
            {"cells": [{"cell_type": "code", "source": ["import a\\n", "%pip install b"], "outputs": [{"data": {"x": NaN}}],
             "metadata": {"kernel": "R", "vscode": {"languageId": "python"}}}, {"cell_type": "raw", "source": "no"}],
             "worksheets": [{"cells": [{"cell_type": "code", "input": ["import c"], "language": "python"}]}],
             "metadata": {"kernelspec": {"name": "python3", "language": "python"},
                          "language_info": {"name": "python", "version": "3.9.7"}}, "nbformat": 4}
            """;

    private static final String REQUIREMENTS = """
            \uFEFFnumpy[extra]==1.26.4 ; python_version < "3.13" and (os_name == 'nt' or extra == "x")  # why
            -r more.txt
            -c limits.txt
            -e git+https://ada:secret@host/x.git@main#egg=x&subdirectory=y
            pandas \\
                --hash=sha256:0000 \\
                --hash=sha256:1111
            ./local[plot]
            https://host/a-1.0-py3-none-any.whl
            name @ file:///tmp/x ; sys_platform == "linux"
            ${VARIABLE}>=1,!=2.*,~=3.4,===odd
            --index-url https://host/simple
            """;

    private static final String DOCUMENT = """
            ---
            jupytext: x
            ---
            ```{python, echo=FALSE}
            import a
            ```
            ~~~{code-cell} ipython3
            :tags: [x]
            ---
            y: z
            ---
            import b
            ~~~
            ```python {cmd=true}
            import c
            ```
            """;

    /** A copy with one to four faults. */
    private static byte[] mutated(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int faults = 1 + random.nextInt(4); faults > 0 && bytes.length > 1; faults--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(12));
            int at = random.nextInt(bytes.length);
            byte[] piece = java.util.Arrays.copyOfRange(bytes, from, to);
            bytes = switch (random.nextInt(4)) {
                case 0 -> joined(bytes, from, new byte[] {(byte) random.nextInt(256)}, from + 1);
                case 1 -> joined(bytes, from, new byte[0], to);
                case 2 -> joined(bytes, at, piece, at);
                default ->
                    joined(
                            bytes,
                            from,
                            new byte[] {(byte) "\"'\\\n\r\t#[](){}%!:;`&*\0".charAt(random.nextInt(20))},
                            from);
            };
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int end, byte[] between, int begin) {
        byte[] joined = new byte[end + between.length + bytes.length - begin];
        System.arraycopy(bytes, 0, joined, 0, end);
        System.arraycopy(between, 0, joined, end, between.length);
        System.arraycopy(bytes, begin, joined, end + between.length, bytes.length - begin);
        return joined;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void cutsAnythingIntoTokensInOrder() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String source = text(mutated(SCRIPT, random));
            PythonTokens tokens = round % 2 == 0 ? PythonTokens.of(source) : PythonTokens.ofCell(source);
            int end = 0;
            for (int i = 0; i < tokens.size(); i++) {
                assertThat(tokens.start(i)).as(source).isBetween(end, source.length());
                end = tokens.start(i) + tokens.text(i).length();
            }
            assertThatCode(() -> ImportReader.read(tokens)).as(source).doesNotThrowAnyException();
        }
    }

    @Test
    void readsAnyNotebook() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutated(NOTEBOOK, random);
            Notebook notebook = Notebook.read(new ByteArrayInputStream(bytes));
            assertThat(notebook.cells()).as(text(bytes)).allMatch(cell -> cell.number() > 0);
        }
    }

    @Test
    void readsAnyRequirements() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String source = text(mutated(REQUIREMENTS, random));
            int last = 0;
            for (RequirementsFile.Line line : RequirementsFile.parse(source).lines()) {
                assertThat(line.line()).as(source).isGreaterThan(last);
                last = line.line();
            }
        }
    }

    @Test
    void readsAnyDocument() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String source = text(mutated(DOCUMENT, random));
            assertThat(CodeDocument.parse(source).python()).as(source).allMatch(cell -> cell.line() > 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pipfile",
                "pixi.toml",
                "pyproject.toml",
                "environment.yml",
                "Dockerfile",
                "devcontainer.json",
                "tox.ini",
                "setup.py",
                "script.py",
                "uv.lock",
                "Pipfile.lock"
            })
    void scansAnyFileOfAName(String name, @TempDir Path folder) throws IOException {
        List<String> good = List.of(
                "[packages]\nnumpy = {version = \"*\", extras = [\"a\"]}\n[dependencies]\npython = \"3.11.*\"\n",
                "[project]\nname = \"x\"\ndependencies = [\"a>=1; os_name == 'nt'\"]\n[tool.poetry.dependencies]\nb = \"^1.2\"\n",
                "channels: [a]\ndependencies:\n  - numpy=1.2  # why\n  - pip:\n    - -r x.txt\n    - b\n",
                "ARG V=3.11\nFROM python:${V}-slim AS b\nRUN pip install a==1 \\\n && apt-get install -y b\n",
                "{\"image\": \"python:3\", \"features\": {\"a/python:1\": {\"version\": \"3\"}}, \"default\": {\"a\": {\"version\": \"==1\"}}}",
                "[[package]]\nname = \"a\"\nversion = \"1\"\nsource = { virtual = \".\" }\n",
                "[testenv]\ndeps =\n  a: b\n  -r c\n",
                "# /// script\n# dependencies = [\"a\"]\n# ///\nfrom setuptools import setup\nsetup(install_requires=['a>1'])\n");
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS / 100; round++) {
            byte[] bytes = mutated(good.get(round % good.size()), random);
            Files.write(folder.resolve(name), bytes);
            assertThatCode(() -> new Scans(folder).scan()).as(text(bytes)).doesNotThrowAnyException();
        }
    }
}
