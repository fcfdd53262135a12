package org.specimen.project;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Finds the files that code reads as data, by their endings. */
final class DataFiles {

    /** Tables, arrays, maps, sequences, images of instruments, models; and archives, which mostly hold such. */
    private static final Set<String> ENDINGS = Set.of(
            "csv",
            "tsv",
            "dat",
            "xls",
            "xlsx",
            "ods",
            "parquet",
            "feather",
            "arrow",
            "orc",
            "avro",
            "jsonl",
            "ndjson",
            "h5",
            "hdf",
            "hdf5",
            "h5ad",
            "loom",
            "nc",
            "nc4",
            "cdf",
            "grib",
            "grb",
            "grib2",
            "npy",
            "npz",
            "mat",
            "rda",
            "rdata",
            "rds",
            "sav",
            "dta",
            "sas7bdat",
            "pkl",
            "pickle",
            "joblib",
            "db",
            "sqlite",
            "sqlite3",
            "geojson",
            "shp",
            "gpkg",
            "kml",
            "las",
            "laz",
            "tif",
            "tiff",
            "fits",
            "fit",
            "asdf",
            "root",
            "bam",
            "sam",
            "cram",
            "vcf",
            "bcf",
            "bed",
            "gff",
            "gtf",
            "fa",
            "fasta",
            "fq",
            "fastq",
            "bigwig",
            "bw",
            "pdb",
            "cif",
            "xtc",
            "trr",
            "dcd",
            "nii",
            "edf",
            "bdf",
            "fif",
            "nwb",
            "dcm",
            "mgz",
            "wav",
            "flac",
            "mp4",
            "avi",
            "pt",
            "pth",
            "ckpt",
            "safetensors",
            "onnx",
            "tflite",
            "pb",
            "gz",
            "bz2",
            "xz",
            "zst",
            "zip",
            "tar",
            "tgz",
            "7z");

    private static final int MOST_SHOWN = 50;

    private DataFiles() {}

    static ProjectFacts.Data among(List<ProjectFile> files) {
        List<ProjectFile> data = files.stream().filter(DataFiles::isData).toList();
        return new ProjectFacts.Data(
                data.size(),
                data.stream().mapToLong(ProjectFile::size).sum(),
                data.stream()
                        .sorted(Comparator.comparingLong(ProjectFile::size)
                                .reversed()
                                .thenComparing(ProjectFile::path))
                        .limit(MOST_SHOWN)
                        .map(file -> new ProjectFacts.DataFile(file.path(), file.size()))
                        .toList());
    }

    private static boolean isData(ProjectFile file) {
        return ENDINGS.contains(file.ending());
    }
}
