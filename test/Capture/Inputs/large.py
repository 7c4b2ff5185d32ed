# Sources as generators write them.
import os
import sys

out = sys.argv[1]
os.makedirs(out, exist_ok=True)


def write(name, text):
    with open(os.path.join(out, name), "w") as file:
        file.write(text)


write("chain.c", "int f(int a) { return a" + " + a" * 10000 + "; }\n")
write("nested.c", "int f(int a) {\n" + "if (a) {\n" * 1000 + "a++;\n" + "}\n" * 1000 + "return a; }\n")
write("elseif.c", "int f(int a) {\n" + "".join(f"if (a == {i}) a++; else " for i in range(2000)) + "a--; return a; }\n")
write("switch.c", "int f(int a) { switch (a) {\n" + "".join(f"case {i}: return {i + 1};\n" for i in range(10000)) + "} return 0; }\n")
write("table.c", "const char *t[] = {" + "".join(f'"https://h{i}.example.com",\n' for i in range(50000)) + "};\n")
write("text.c", 'const char t[] = "' + "x" * 5000000 + '";\n')
write("branches.cpp", "struct S { S(); ~S(); int m; };\nint f(int a) { S s;\n"
      + "".join(f"if (a == {i}) {{ S t; if (t.m) return {i}; }}\n" for i in range(3000)) + "return 0; }\n")
