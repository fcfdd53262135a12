package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.format.PythonTokens;

class ImportReaderTest {

    private static List<Import> read(String source) {
        return ImportReader.read(PythonTokens.of(source));
    }

    @Test
    void readsEveryFormOfTheStatement() {
        List<Import> imports = read("""
                import a.b as c, d
                from e.f import (g as h,  # note
                                 i,)
                from . import j
                from ..k.l import m
                from n import *
                if x: import o; import p
                class Q:
                    def r(self):
                        import s
                """);

        assertThat(imports)
                .containsExactly(
                        new Import("a.b", List.of(), 0, false, 1),
                        new Import("d", List.of(), 0, false, 1),
                        new Import("e.f", List.of("g", "i"), 0, false, 2),
                        new Import("", List.of("j"), 1, false, 4),
                        new Import("k.l", List.of("m"), 2, false, 5),
                        new Import("n", List.of("*"), 0, false, 6),
                        new Import("o", List.of(), 0, false, 7),
                        new Import("p", List.of(), 0, false, 7),
                        new Import("s", List.of(), 0, false, 10));
    }

    @Test
    void readsImportsByANameInQuotes() {
        assertThat(read("""
                importlib.import_module("a.b")
                x = __import__('c')
                import_module(f"d{n}")
                import_module(".e", package=__name__)
                import_module("f" + g)
                pytest.importorskip("h", reason="x")
                def import_module("no"): pass
                """)).extracting(Import::module).containsExactly("a.b", "c", "h");
    }

    @Test
    void findsNothingInTextAndComments() {
        assertThat(read("""
                \"\"\"import a\"\"\"
                # import b
                'import c'; x = '''
                import d
                '''
                print("from e import f")
                raise ValueError from g
                yield from h
                x.import_ = 3
                """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try:\n    import a\nexcept ImportError:\n    a = None\n",
                "try:\n    import a\nexcept (KeyError, ModuleNotFoundError) as e:\n    pass\n",
                "try: import a\nexcept ImportError: pass\n",
                "try:\n    import a\nexcept:\n    pass\n",
                "try:\n    import a\nexcept Exception:\n    pass\n",
                "try:\n    x = 1\n    import a\nexcept ImportError:\n    pass\nelse:\n    pass\n",
                "if TYPE_CHECKING:\n    import a\n",
                "if typing.TYPE_CHECKING:\n    import a\n",
                "if sys.version_info < (3, 8):\n    import a\n",
                "if sys.platform == 'win32':\n    import a\n",
                "with contextlib.suppress(ImportError):\n    import a\n",
                "def f():\n    try:\n        import a\n    except ImportError:\n        return\n"
            })
    void knowsWhatTheCodeCopesWithout(String source) {
        assertThat(read(source)).extracting(Import::optional).containsExactly(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try:\n    import a\nexcept ImportError:\n    raise SystemExit('install a')\n",
                "try:\n    import a\nexcept ImportError:\n    print('no a')\n    sys.exit(1)\n",
                "try:\n    import a\nexcept KeyError:\n    pass\n",
                "try:\n    import a\nfinally:\n    pass\n",
                "try:\n    work()\n    import a\nexcept Exception:\n    pass\n",
                "if __name__ == '__main__':\n    import a\n",
                "if x:\n    pass\nimport a\n",
                "try:\n    x = 1\nexcept ImportError:\n    pass\nimport a\n"
            })
    void knowsWhatTheCodeNeeds(String source) {
        assertThat(read(source)).extracting(Import::optional).containsExactly(false);
    }

    @Test
    void takesBothOfTwoAlternativesAsOptional() {
        assertThat(read("try:\n    import a\nexcept ImportError:\n    import b\nimport c\n"))
                .extracting(found -> found.module() + " " + found.optional())
                .containsExactly("a true", "b true", "c false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if sys.version_info >= (3, 11):\n    import a\nelse:\n    import b\n",
                "if sys.version_info >= (3, 11): import a\nelse: import b\n",
                "if sys.platform == 'win32':\n    import a\nelif small:\n    import b\n",
                "if sys.platform == 'win32':\n    if x:\n        import a\n    else:\n        import b\n",
                "try:\n    import a\nexcept ImportError:\n    a = None\nelse:\n    import b\n",
                "try:\n    import a\nexcept ImportError:\n    import b as a\n",
                "try:\n    import a\nexcept ModuleNotFoundError:\n    try:\n        import b\n    except ImportError:\n        b = 0\n"
            })
    void takesBothBranchesAsOptional(String source) {
        assertThat(read(source)).extracting(Import::optional).containsExactly(true, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if TYPE_CHECKING:\n    import a\nelse:\n    import b\n",
                "if sys.version_info > (3,):\n    import a\nfor x in y:\n    pass\nelse:\n    import b\n",
                "if sys.version_info > (3,):\n    import a\nif x:\n    pass\nelse:\n    import b\n",
                "if x:\n    if sys.version_info > (3,):\n        import a\nelse:\n    import b\n"
            })
    void takesTheBranchThatRunsAsNeeded(String source) {
        assertThat(read(source)).extracting(Import::optional).containsExactly(true, false);
    }

    @Test
    void givesUpAlsoWhereTheHandlerImportsWhatItTakesToSaySo() {
        assertThat(read("try:\n    import a\nexcept ImportError:\n    import sys\n    sys.exit('no a')\n"))
                .extracting(Import::optional)
                .containsExactly(false, false);
    }

    @Test
    void losesNothingAboveOrBelowAFault() {
        assertThat(read("import a\nx = foo(1,\nprint 'hello\n)]}\nimport b\ndef f(:\n  import c\n"))
                .extracting(Import::module)
                .containsExactly("a", "b", "c");
    }
}
