"""What the same columns take elsewhere: python3 bytes.py FOLDER prints JSON.

Zstd Parquet by pyarrow (level 3, its default, and 19) with dictionaries, and, where node is not asked for it, nothing
else. Names and ids of the tables are left out, which favors the others: ours hold them.
"""

import json
import os
import struct
import sys
import tempfile

import pyarrow as pa
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
for level in (3, 19):
    with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
        pq.write_table(table, file.name, compression="zstd", compression_level=level)
        sizes[f"Parquet, zstd {level}"] = os.path.getsize(file.name)
print(json.dumps({"pyarrow": pa.__version__, "rows": rows, "sizes": sizes}))
