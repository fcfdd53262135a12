package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project needs although nothing imports it: engines, back ends, magics, workflows. */
class NeededWithoutImportTest {

    @TempDir
    Path folder;

    private Scans project;

    @BeforeEach
    void begin() {
        project = new Scans(folder);
    }

    private List<String> needed() {
        return project.needed();
    }

    private FoundPackage found(String name) {
        return project.found(name);
    }

    private List<String> unknown() {
        return project.unknown();
    }

    @Test
    void knowsWhatMagicsAndPartsOfLibrariesNeed() throws IOException {
        project.with("plot.ipynb", Scans.cells("%matplotlib inline", "import dask.dataframe as dd"));

        assertThat(needed()).containsExactly("dask", "matplotlib", "pandas");
    }

    @Test
    void knowsTheEnginesOfWhatTheCodeCalls() throws IOException {
        project.with("read.py", """
                        import pandas as pd
                        import xarray as xr
                        pd.read_parquet('a')
                        pd.read_excel('old.xls')
                        xr.open_dataset('b.nc', engine='h5netcdf')
                        """)
                .with("other.py", "import polars\npolars.read_excel('c.xlsx')\n")
                .with("store.py", "import sqlalchemy\nsqlalchemy.create_engine(f'postgresql+psycopg2://{host}/db')\n");

        assertThat(needed())
                .containsExactly(
                        "h5netcdf", "pandas", "polars", "psycopg2-binary", "pyarrow", "sqlalchemy", "xarray", "xlrd");
        assertThat(found("pyarrow").evidence()).containsExactly(Evidence.of("read.py", 3));
        assertThat(found("pyarrow").imports()).isEmpty();
    }

    @Test
    void takesTheEngineThatTheProjectAsksFor() throws IOException {
        project.with("requirements.txt", "pandas\nxlsxwriter\n")
                .with("write.py", "import pandas\npandas.DataFrame().to_excel('a.xlsx')\n");

        assertThat(needed()).containsExactly("pandas", "xlsxwriter");
        assertThat(project.warnings(WarningKind.UNUSED)).isEmpty();
    }

    @Test
    void readsWhatCellsWriteCompileAndLoad() throws IOException {
        project.with(
                "cells.ipynb",
                Scans.cells(
                        "%load_ext watermark\n%load_ext autoreload",
                        "%%writefile worker.py\nimport networkx", "%%cython\nimport numpy as np\n", "import worker"));

        assertThat(needed()).containsExactly("cython", "networkx", "numpy", "watermark");
        assertThat(found("networkx").evidence()).containsExactly(new Evidence("cells.ipynb", 2, 2));
        assertThat(unknown()).isEmpty();
    }

    @Test
    void readsTheRulesOfAWorkflow() throws IOException {
        project.with("workflow/Snakefile", """
                        import pandas

                        rule all:
                            input: "a.csv"

                        rule make:
                            output: "a.csv"
                            run:
                                import boto3
                                shell("touch {output}")
                        """);

        assertThat(needed()).containsExactly("boto3", "pandas", "snakemake");
    }

    @Test
    void tellsTheKindOfAWorkbookByTheTextThatNamesIt() throws IOException {
        project.with("read.py", """
                        import os
                        import pandas as pd
                        SURVEY = os.path.join('data', 'survey.xls')
                        pd.read_excel(SURVEY, sheet_name='all')
                        pd.read_excel(archive.open('tweets.xlsx'))
                        """);

        assertThat(needed()).containsExactly("openpyxl", "pandas", "xlrd");
        assertThat(found("xlrd").evidence()).containsExactly(Evidence.of("read.py", 4));
        assertThat(found("openpyxl").evidence()).containsExactly(Evidence.of("read.py", 5));
    }

    @Test
    void readsBothKindsOfWorkbookWithTheReaderThatAnOldProjectAsksFor() throws IOException {
        project.with("requirements.txt", "pandas==0.25.3\nxlrd==1.2.0\n")
                .with("read.py", "import pandas\npandas.read_excel('a.xlsx')\npandas.read_excel('b.xls')\n");

        assertThat(needed()).containsExactly("pandas", "xlrd");
    }

    @Test
    void opensNetcdfWithALibraryForIt() throws IOException {
        project.with("climate.py", "import xarray as xr\nxr.open_dataset('ozone.nc')\n");

        assertThat(needed()).containsExactly("netcdf4", "xarray");
    }

    @Test
    void opensManyNetcdfFilesWithDaskAndALibraryForIt() throws IOException {
        project.with("climate.py", "import xarray as xr\nxr.open_mfdataset('ozone-*.nc')\n");

        assertThat(needed()).containsExactly("dask", "netcdf4", "xarray");
    }

    @Test
    void opensWithTheEngineThatIsNamedAndNoOther() throws IOException {
        project.with("climate.py", "import xarray as xr\nxr.open_dataset('ozone', engine='zarr')\n");

        assertThat(needed()).containsExactly("xarray", "zarr");
    }

    @Test
    void opensWithTheEngineThatTheProjectNamesElsewhere() throws IOException {
        project.with("a.py", "import xarray as xr\nxr.Dataset().to_netcdf('a.nc', engine='h5netcdf')\n")
                .with("b.py", "import xarray as xr\nxr.open_dataset('a.nc')\n");

        assertThat(needed()).containsExactly("h5netcdf", "xarray");
    }

    @Test
    void knowsWhatSpreadsAndShrinksLanguageModels() throws IOException {
        project.with("train.py", """
                        from transformers import AutoModelForCausalLM, BitsAndBytesConfig
                        small = BitsAndBytesConfig(load_in_4bit= True)
                        AutoModelForCausalLM.from_pretrained(path, quantization_config=small, device_map= {"": 0},
                            attn_implementation="flash_attention_2")
                        """).with("maps.py", "import folium\ndraw(device_map='phones')\n");

        assertThat(needed()).containsExactly("accelerate", "bitsandbytes", "flash-attn", "folium", "transformers");
        assertThat(found("accelerate").evidence()).containsExactly(Evidence.of("train.py", 3));
    }

    @Test
    void needsWhatAPartOfALibraryNeeds() throws IOException {
        project.with("train.py", "from torch.utils.tensorboard import SummaryWriter\n")
                .with("ops.py", "import torch.utils.cpp_extension\n")
                .with("plain.py", "from torch.utils import data\n");

        assertThat(needed()).containsExactly("ninja", "tensorboard", "torch");
        assertThat(found("tensorboard").evidence()).containsExactly(Evidence.of("train.py", 1));
    }
}
