# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks a unit for each model that includes nothing but its first header: models are read
as they are wanted, so each must be right without those that others bring."""
import os
import re
import subprocess
import sys

# What a real header of these includes anyway.
TOGETHER = {"wxwidgets.yaml": ["wx/string.h"]}

tool, models, scratch = sys.argv[1:]
wrong = 0
for name in sorted(n for n in os.listdir(models) if n.endswith(".yaml")):
    with open(os.path.join(models, name)) as file:
        text = file.read()
    headers = re.search(r"^headers: \[(.*?)\]", text, re.M | re.S)[1].replace("\n", " ").split(",")
    in_text = re.search(r"^in-text: *'(.*)'", text, re.M)
    folder = os.path.join(scratch, name)
    wanted = [headers[0].strip()] + TOGETHER.get(name, [])
    for header in wanted:
        os.makedirs(os.path.dirname(os.path.join(folder, header)), exist_ok=True)
        open(os.path.join(folder, header), "w").close()
    unit = os.path.join(folder, "unit.cpp")
    with open(unit, "w") as file:
        file.write("".join(f"#include <{header}>\n" for header in wanted))
        file.write('extern "C" int puts(const char *);\n')
        file.write(f'void f() {{ puts("https://graph.microsoft.com{in_text[1] if in_text else ""}"); }}\n')
    done = subprocess.run([tool, "--checks=-*,mde-user-agent", unit, "--", "-nostdinc", "-nostdinc++", "-isystem", folder],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode or "error" in done.stdout:
        wrong += 1
        print(f"{name}, alone:\n{done.stdout}")
sys.exit(wrong > 0)
