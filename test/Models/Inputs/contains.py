"""Fails when a file does not contain another: contains.py FILE PART."""
import sys

whole, part = (open(path, encoding="utf-8").read() for path in sys.argv[1:])
if part not in whole:
    sys.exit(f"{sys.argv[1]} does not hold what is now printed; put this there:\n{part}")
