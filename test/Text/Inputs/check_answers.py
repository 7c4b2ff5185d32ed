"""check_answers.py MDE-IR: no answer about a text with holes is ever wrong.

Asks random questions about short texts, fills the holes in every way that what
is known of them allows, and compares: "yes" must hold for every completion, "no"
for none of them.
"""
import itertools
import random
import subprocess
import sys

ALPHABET = "ab1-\n"
FREE = [""] + ["".join(p) for n in (1, 2) for p in itertools.product(ALPHABET, repeat=n)]
NUMBERS = ["1", "-1", "11", "-11", "111"]
HOLES = {
    "$x$": FREE,
    "$y$": FREE,
    "$x+$": [s for s in FREE if s],
    "$y~$": [s for s in FREE if "\n" not in s],
    "$x+~$": [s for s in FREE if s and "\n" not in s],
    "$number:n$": NUMBERS,
    "$_$": FREE,
}


def quoted(s):
    return '"' + s.replace("\n", "\\n") + '"'


def random_text(rng):
    """A list of literals and at most two holes."""
    parts = []
    for _ in range(rng.randint(0, 2)):
        parts += ["".join(rng.choices(ALPHABET, k=rng.randint(0, 2))), rng.choice(list(HOLES))]
    return parts + ["".join(rng.choices(ALPHABET, k=rng.randint(0, 2)))]


def name(hole):
    return hole.strip("$+~")


def completions(*texts):
    """The texts with their holes filled: one name, one value that all its
    writings allow; "_" is each time another."""
    slots, values = [], []
    for hole in (part for text in texts for part in text if part in HOLES):
        if name(hole) == "_" or name(hole) not in slots:
            slots.append(name(hole))
            values.append(HOLES[hole])
        else:
            at = slots.index(name(hole))
            values[at] = [v for v in values[at] if v in HOLES[hole]]
    for chosen in itertools.product(*values):
        named = dict(zip(slots, chosen))
        fresh = iter(v for s, v in zip(slots, chosen) if s == "_")

        def fill(part):
            if part not in HOLES:
                return part
            return next(fresh) if name(part) == "_" else named[name(part)]

        yield ["".join(fill(part) for part in text) for text in texts]


def questions(rng):
    """Lines for mde-ir text, each with what is asked of a completion."""
    for _ in range(700):
        text = random_text(rng)
        literal = "".join(rng.choices(ALPHABET, k=rng.randint(0, 3)))
        verb, test = rng.choice([
            ("is", lambda s, l: s == l),
            ("starts", lambda s, l: s.startswith(l)),
            ("ends", lambda s, l: s.endswith(l)),
            ("contains", lambda s, l: l in s),
        ])
        yield (f"{verb} {quoted(''.join(text))} {quoted(literal)}", [text],
               lambda all, test=test, literal=literal: test(all[0], literal))
    for _ in range(100):
        text = random_text(rng)
        yield f"empty {quoted(''.join(text))}", [text], lambda all: all[0] == ""
    pairs = 0
    while pairs < 300:
        a, b = random_text(rng), random_text(rng)
        if len([p for p in a + b if p in HOLES]) > 3:
            continue
        pairs += 1
        yield (f"equals {quoted(''.join(a))} {quoted(''.join(b))}", [a, b],
               lambda all: all[0] == all[1])


asked = list(questions(random.Random(2)))
answers = subprocess.run([sys.argv[1], "text"], input="".join(line + "\n" for line, _, _ in asked),
                         capture_output=True, text=True, check=True).stdout.split("\n")[:-1]
if len(answers) != len(asked):
    sys.exit(f"{len(asked)} questions, {len(answers)} answers")
faults, certain, open_, needless = [], 0, 0, []
for (line, texts, holds), answer in zip(asked, answers):
    all_, any_ = True, False
    for filled in completions(*texts):
        result = holds(filled)
        all_, any_ = all_ and result, any_ or result
        if any_ and not all_:
            break
    if answer == "yes" and not all_ or answer == "no" and any_:
        faults.append(f"{line}: answered {answer}")
    if answer == "maybe" and (all_ or not any_):
        needless.append(line)
    certain += answer != "maybe"
    open_ += answer == "maybe"
print(f"{certain} certain answers, {open_} open ones; {len(needless)} of them settled by every short completion")
if "-v" in sys.argv:
    print("\n".join(needless))
sys.exit("\n".join(faults) or 0)
