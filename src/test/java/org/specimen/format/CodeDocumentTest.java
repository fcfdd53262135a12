package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodeDocumentTest {

    private static List<String> python(String text) {
        return CodeDocument.parse(text).python().stream()
                .map(cell -> cell.line() + ": " + cell.source().strip())
                .toList();
    }

    @Test
    void readsChunksOfRMarkdownAndQuarto() {
        CodeDocument document = CodeDocument.parse("""
                ---
                title: Floods
                ---

                ```{r setup}
                library(reticulate)
                ```

                ```{python, echo=FALSE}
                import pandas as pd
                ```

                ```{python}
                #| label: fig
                import numpy
                ```
                """);

        assertThat(document.python()).extracting(CodeDocument.Cell::line).containsExactly(10, 14);
        assertThat(document.others()).containsExactly("r");
        assertThat(document.reticulate()).isTrue();
    }

    @Test
    void readsCellsOfMySTWithoutTheirOptions() {
        assertThat(python("""
                ````{code-cell} ipython3
                :tags: [hide-input]
                import a
                ````
                ```{code-cell}
                ---
                tags: [x]
                ---
                import b
                ```
                ```{code-cell} julia
                using C
                ```
                ```{code-block} python
                import shown
                ```
                """)).containsExactly("2: import a", "6: import b");
    }

    @Test
    void leavesCodeThatIsOnlyShown() {
        assertThat(python("""
                ```python
                import shown
                ```
                ```python {1,3-5}
                import marked
                ```
                ```python {linenos=true}
                import numbered
                ```
                ```python {cmd=true}
                import run
                ```
                ``` {.python}
                import coloured
                ```
                """)).containsExactly("11: import run");
    }

    @Test
    void takesPlainBlocksOfANotebookInMarkdown() {
        assertThat(python("""
                ---
                jupyter:
                  jupytext:
                    text_representation:
                      extension: .md
                  kernelspec:
                    name: python3
                ---

                ```python
                import a
                ```

                ```bash
                ls
                ```
                """)).containsExactly("11: import a");
    }

    @Test
    void readsWhatIsCutOff() {
        assertThat(python("```{python}\nimport a\n")).containsExactly("2: import a");
        assertThat(python("---\n")).isEmpty();
        assertThat(python("")).isEmpty();
        HostileText.anything(5, 500).forEach(text -> assertThat(python(text)).isEmpty());
    }

    @Test
    void runsOnlyTheCellsOfAMystNotebook() {
        CodeDocument document = CodeDocument.parse("""
                ---
                jupytext:
                  formats: md:myst
                ---
                ```{code-cell} ipython3
                import bokeh
                ```
                ```python
                import shown
                ```
                """);

        assertThat(document.python())
                .singleElement()
                .satisfies(cell -> assertThat(cell.source()).contains("bokeh"));
    }
}
