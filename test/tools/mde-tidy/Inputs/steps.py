# steps.py DOCUMENT NAME: runs the block of a document whose first line is `# NAME`, and
# ends with its exit code.
import re
import subprocess
import sys

with open(sys.argv[1]) as file:
    script = re.search(rf"```sh\n# {sys.argv[2]}\n(.*?)```", file.read(), re.S)[1]
code = subprocess.run(["sh", "-e", "-c", script]).returncode
if code:
    sys.exit(f"step 1 ends with {code}")
