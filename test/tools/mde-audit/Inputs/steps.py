# steps.py CI-FILE: runs the commands of a CI file, one step after the other as the
# services do, and ends with the exit code of the first that fails.
# steps.py DOCUMENT NAME: the same for a block of a document whose first line is `# NAME`.
import re
import subprocess
import sys


def blocks(lines):
    """The scalars after `run:`, `script:` and the items of GitLab's `script:`."""
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        found = re.match(r"( *)(?:- )?(?:run|script): (.*)", line) or re.match(r"( *)- ((?!\w+:).*)", line)
        if not found:
            continue
        if found[2] != "|":
            yield found[2]
            continue
        # The next key of the step stands as far in as this one.
        key = len(found[1]) + (2 if re.match(r" *- (?:run|script):", line) else 0)
        body = []
        while at < len(lines) and (not lines[at].strip() or len(re.match(r" *", lines[at])[0]) > key):
            body.append(lines[at])
            at += 1
        indent = min(len(re.match(r" *", each)[0]) for each in body if each.strip())
        yield "\n".join(each[indent:] for each in body)


with open(sys.argv[1]) as file:
    text = file.read()
if len(sys.argv) == 3:
    scripts = [re.search(rf"```sh\n# {sys.argv[2]}\n(.*?)```", text, re.S)[1]]
else:
    scripts = [each for each in blocks(text.splitlines()) if not re.match(r"main$|path|mkdir -p logs", each)]
    assert len(scripts) == 3, scripts
for number, script in enumerate(scripts, 1):
    code = subprocess.run(["sh", "-e", "-c", script]).returncode
    if code:
        sys.exit(f"step {number} ends with {code}")
