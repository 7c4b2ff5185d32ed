# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Prints units that are too large to be written by hand: what reaches a bound
# of the engine, and what just does not.
#
#   bounds.py depth N      a request is sent N calls below the root
#   bounds.py contexts N   a function is called with N different texts
#   bounds.py table N      the last row of a table of N rows is requested
#   bounds.py loop N       each row of a table of N rows is requested
#   bounds.py index N      an unknown row of a table of N rows is requested
#   bounds.py steps N      a request is sent behind a loop of N turns, each of which
#                      sets the URL
#   bounds.py given-up N   a function chooses an agent behind a loop of N turns
#   bounds.py ways N       N functions that each call the one below three times
import sys

what, n = sys.argv[1], int(sys.argv[2])
print('''mdeir 1
unit "a.c"
declare "request" returns ptr void
declare "url" params (ptr void, ptr const char)
declare "agent" params (ptr void, ptr const char)
declare "send" params (ptr void)
declare "strcpy" params (ptr char, ptr const char) returns ptr char''')

def chain(times):
    """A request that is sent in f0. Each f calls the one below it so many times."""
    for i in range(n):
        below = "send" if i == 0 else f"f{i - 1}"
        print(f'''function "f{i}" params ("h" ptr void) internal user at {i + 1}:1
block 0:
  %1 = var "h"
  %2 = load %1''')
        for column in range(9, 9 + 10 * (times if i else 1), 10):
            print(f'  call "{below}" (%2) at {i + 1}:{column}')
        print("  ret")
    print(f'''function "root" user at {n + 1}:1
block 0:
  %1 = call "request" ()
  call "url" (%1, "https://a.example/")
  call "f{n - 1}" (%1) at {n + 1}:9
  ret''')


def rows():
    """A table of n URLs."""
    print(f'''global "rows" array {n} ptr const char internal const user init "init of rows" at 1:1
function "init of rows" internal implicit user at 1:1
block 0:
  %1 = global "rows"''')
    for i in range(n):
        print(f'  %{i + 2} = element %1, {i}\n  store %{i + 2}, "https://a{i}.example/"')
    print("  ret")


def turns(t, body):
    """A loop of n turns from block 0 to block 3, its temporaries from t on."""
    return f'''  declare-var "i" int
  %{t} = var "i"
  store %{t}, 0
  jump block 1
block 1:
  %{t + 1} = load %{t}
  %{t + 2} = binary "<" %{t + 1}, {n}
  branch %{t + 2} block 2 else block 3
block 2:
  {body}
  %{t + 3} = load %{t}
  %{t + 4} = binary "+" %{t + 3}, 1
  store %{t}, %{t + 4}
  jump block 1
block 3:'''


if what == "depth":
    chain(1)
elif what == "ways":
    chain(3)
elif what == "contexts":
    print('''function "get" params ("u" ptr const char) internal user at 1:1
block 0:
  %1 = call "request" ()
  %2 = var "u"
  %3 = load %2
  call "url" (%1, %3)
  call "send" (%1) at 1:9
  ret
function "root" user at 2:1
block 0:''')
    for i in range(n):
        print(f'  call "get" ("https://a{i}.example/") at {i + 3}:9')
    print("  ret")
elif what == "table":
    rows()
    print(f'''function "root" user at 2:1
block 0:
  %1 = call "request" ()
  %2 = global "rows"
  %3 = element %2, {n - 1}
  %4 = load %3
  call "url" (%1, %4)
  call "send" (%1) at 2:9
  ret''')
elif what == "steps":
    print(f'''function "root" user at 1:1
block 0:
  %1 = call "request" ()
  call "url" (%1, "https://a.example/")
{turns(2, 'call "url" (%1, "https://a.example/")')}
  call "agent" (%1, "A/1")
  call "send" (%1) at 1:9
  ret''')
elif what == "given-up":
    print(f'''function "choose" params ("out" ptr char) internal user at 1:1
block 0:
  %1 = var "out"
  %2 = load %1
{turns(3, 'call "strcpy" (%2, "C/1")')}
  call "strcpy" (%2, "A/1")
  ret
function "root" user at 2:1
block 0:
  %1 = call "request" ()
  call "url" (%1, "https://a.example/")
  declare-var "b" array 99 char
  %2 = var "b"
  call "strcpy" (%2, "B/1")
  call "choose" (%2) at 7:1
  call "agent" (%1, %2)
  call "send" (%1) at 9:1
  ret''')
elif what == "index":
    rows()
    print(f'''function "root" params ("i" int) internal address-taken user at 2:1
block 0:
  %1 = call "request" ()
  %2 = global "rows"
  %5 = var "i"
  %6 = load %5
  %3 = element %2, %6
  %4 = load %3
  call "url" (%1, %4)
  call "send" (%1) at 2:9
  ret''')
elif what == "loop":
    rows()
    print(f'''function "root" user at 2:1
block 0:
  declare-var "i" int
  %1 = var "i"
  store %1, 0
  jump block 1
block 1:
  %2 = load %1
  %3 = binary "<" %2, {n}
  branch %3 block 2 else block 3
block 2:
  %4 = call "request" ()
  %5 = global "rows"
  %6 = element %5, %2
  %7 = load %6
  call "url" (%4, %7)
  call "send" (%4) at 2:9
  %8 = binary "+" %2, 1
  store %1, %8
  jump block 1
block 3:
  ret''')
