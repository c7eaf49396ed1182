"""What the same rows take elsewhere: python3 bytes.py FOLDER TABLE... prints JSON.

Zstd Parquet by pyarrow (level 3 and 19) with dictionaries: of the columns as codes, without names and ids of the
tables, which favors Parquet, since ours holds them; and of each table as it is passed on, with all its texts.
"""

import json
import os
import struct
import sys
import tempfile

import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as pq

folder = sys.argv[1]
data = open(os.path.join(folder, "whole.bin"), "rb").read()
rows = struct.unpack("<I", open(os.path.join(folder, "columns.bin"), "rb").read(4))[0]
layout = [("day", "<u2"), ("place", "<u2"), ("actor", "<u2"), ("second", "<u2"), ("third", "<u2"), ("deaths", "<u2"),
          ("document", "<u4"), ("kind", "u1"), ("more", "u1")]
types = {"<u2": (pa.uint16(), 2), "<u4": (pa.uint32(), 4), "u1": (pa.uint8(), 1)}
at, columns = 0, {}
for name, kind in layout:
    typed, width = types[kind]
    columns[name] = pa.Array.from_buffers(typed, rows, [None, pa.py_buffer(data[at : at + width * rows])])
    at += width * rows
table = pa.table(columns)
sizes = {}


def parquet(table, level):
    with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
        pq.write_table(table, file.name, compression="zstd", compression_level=level)
        return os.path.getsize(file.name)


for level in (3, 19):
    sizes[f"Parquet of the codes, zstd {level}"] = parquet(table, level)
tables = {}
for path in sys.argv[2:]:
    read = csv.read_csv(path, parse_options=csv.ParseOptions(newlines_in_values=True))
    tables[path] = {"rows": read.num_rows, "zstd 3": parquet(read, 3), "zstd 19": parquet(read, 19)}
print(json.dumps({"pyarrow": pa.__version__, "rows": rows, "sizes": sizes, "tables": tables}))
