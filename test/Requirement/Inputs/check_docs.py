"""check_docs.py REQUIREMENT.md TABLES: the document has the code's rows, and no others."""
import sys

with open(sys.argv[1]) as file:
    document = [line.strip() for line in file]
with open(sys.argv[2]) as file:
    rows = [[cell.strip() for cell in line.split("|")] for line in file]

hosts = {f"| `{row[0]}` | {' | '.join(row[1:])} |" for row in rows if len(row) == 5}
options = [row[0] for row in rows if len(row) == 3]
written = {line for line in document if line.startswith("| `") and line.count("|") == 6}

faults = [f"missing: {row}" for row in sorted(hosts - written)]
faults += [f"not in the code: {row}" for row in sorted(written - hosts)]
text = "\n".join(document)
# Those that only fixes use are documented with the check.
faults += [f"missing: option {name}" for name in options
           if f"`{name}`" not in text and name not in ("Version", "UserAgentExpression")]
if not hosts or not options:
    faults.append("the code's tables are empty")
sys.exit("\n".join(faults) or 0)
