"""Prints the code blocks of a language in a Markdown file, one after another."""
import sys

language, path = sys.argv[1:]
inside = False
for line in open(path, encoding="utf-8"):
    if line.startswith("```"):
        inside = line.strip() == "```" + language
    elif inside:
        print(line, end="")
