package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Code of the kinds that readers look into, with its texts and lines cut short at seeded places. {@code
 * -Dspecimen.fuzz=1000000} makes so many files; {@code -Dspecimen.seed} begins elsewhere.
 */
class CutTextsTest {

    private static final int FILES = Integer.getInteger("specimen.fuzz", 3_000);
    private static final int AT_ONCE = 500;
    private static final long SEED = Long.getLong("specimen.seed", 4L);

    private static final Pattern TEXT = Pattern.compile("'[^'\n]*'|\"[^\"\n]*\"");

    private static final List<String> LINES = List.of(
            "device = torch.device('cuda:0' if torch.cuda.is_available() else 'mps')",
            "sys.path.insert(0, '../src/lib')",
            "sys.path.append(os.getcwd() + '\\\\code')",
            "module = importlib.import_module('a.b.c', package='d')",
            "__import__('yaml.reader')",
            "pytest.importorskip('h5py')",
            "key = 'sk-proj-aaaabbbbccccddddeeeeffff0000111122223333'",
            "os.environ['OPENAI_API_KEY'] = 'hf_abcdefghijklmnopqrstuvwxyz012345'",
            "client = OpenAI(api_key=os.getenv('SERVICE_TOKEN'))",
            "frame = pd.read_excel('C:/data/table.xls', engine='xlrd')",
            "frame = pd.read_csv('/home/ada/data/table.csv')",
            "model = AutoModel.from_pretrained('org/name', revision='main')",
            "path = hf_hub_download(repo_id='org/name', filename='x.bin')",
            "data = load_dataset('csv', data_files='x.csv')",
            "pipe = pipeline('fill-mask', model='bert-base-uncased')",
            "nltk.download('punkt'); spacy.load('en_core_web_sm')",
            "net = torch.hub.load('pytorch/vision:v0.10.0', 'resnet18')",
            "subprocess.run(['samtools', 'sort', '-o', 'x.bam'])",
            "subprocess.call('/usr/bin/convert a.png b.png', shell=True)",
            "os.system('pip install -r requirements.txt numpy==1.26.4')",
            "engine = create_engine('postgresql+psycopg2://ada:secret@host/db')",
            "matplotlib.use('TkAgg')",
            "xr.open_dataset('x.nc', engine='h5netcdf')",
            "hv.extension('bokeh', 'matplotlib')",
            "ext = Extension('pack.fast', ['fast.pyx'])",
            "random_state = np.random.RandomState(seed='x')",
            "os.chdir('/content/drive/MyDrive')",
            "win32com.client.Dispatch('Excel.Application')",
            "conf = SparkConf().setMaster('local[4]')",
            "if platform.system() == 'Darwin': import AppKit",
            "get_ipython().run_line_magic('load_ext', 'autoreload')",
            "get_ipython().system('conda install -yc conda-forge gdal=3.6')",
            "# %%",
            "# %pip install 'x[extra]>=1 ; python_version < \"3.8\"'",
            "# /// script",
            "# dependencies = ['numpy>=1', 'x @ https://host/x.git']",
            "# ///",
            "from __future__ import print_function; print 'x' % 'y'",
            "exec 'import z' in {}");

    /** One of its texts is cut, or the whole line. */
    private static String cut(String line, Random random) {
        Matcher text = TEXT.matcher(line);
        int chosen = random.nextInt(4);
        for (int i = 0; text.find(); i++) {
            if (i == chosen) {
                String quoted = text.group();
                int from = 1 + random.nextInt(quoted.length() - 1);
                int to = from + random.nextInt(quoted.length() - from);
                return line.substring(0, text.start() + 1)
                        + quoted.substring(from, to)
                        + line.substring(text.end() - 1);
            }
        }
        return random.nextInt(3) == 0 ? line.substring(0, random.nextInt(line.length() + 1)) : line;
    }

    private static String code(Random random) {
        StringBuilder code = new StringBuilder();
        for (int lines = 1 + random.nextInt(6); lines > 0; lines--) {
            code.append(cut(LINES.get(random.nextInt(LINES.size())), random)).append('\n');
        }
        return code.toString();
    }

    private static String notebook(String code) {
        String text = code.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return "{\"nbformat\": 4, \"metadata\": {\"language_info\": {\"name\": \"python\"}}, \"cells\": [{\"cell_type\":"
                + " \"code\", \"source\": \"" + text + "\"}]}";
    }

    @Test
    void readsAnyCodeThatLooksLikeSomething(@TempDir Path folder) throws IOException {
        Random random = new Random(SEED);
        for (int done = 0; done < FILES; done += AT_ONCE) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < AT_ONCE; i++) {
                String code = code(random);
                all.append("----\n").append(code);
                Files.writeString(
                        folder.resolve("f" + i + (i % 3 == 0 ? ".ipynb" : ".py")), i % 3 == 0 ? notebook(code) : code);
            }
            Scans project = new Scans(folder);
            assertThatCode(project::scan).as(all.toString()).doesNotThrowAnyException();
            assertThat(project.scan().files().read()).isEqualTo(AT_ONCE);
        }
    }
}
